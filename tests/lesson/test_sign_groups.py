"""Signs that call for the same help: each once in its place, with its help; and nothing is lost in lesson 03."""

import json
import re
from html import escape

import pytest

import course_helpers as course
from course_helpers.authoring.visible_words import visible
from course_helpers.document import Board, Card, Details, Document, Table
from course_helpers.error_boundary import FALLBACK_TITLE
from course_helpers.knowledge import load
from course_helpers.knowledge.safety import CareCard, TierRow
from course_helpers.knowledge.sign_groups import SignGroup
from course_helpers.knowledge.urgency import OPENINGS, ORDER, soon, soon_of, texts_of_card
from course_helpers.locale import localised
from tests.each import each
from tests.places import NOTEBOOKS

ROWS = list(load().tier_rows.values())
PLACES = {"level-1": 1, "level-2": 2, "milk": 2}
NOT_BEFORE_A_CALL = {"GO", "STOP-pain", "STOP-upset"}
"""Cards of the player; lesson 06 and lesson 10 have them."""


def cards_of(place: str) -> list[Card]:
    (block,) = course.sign_cards(place).blocks
    assert isinstance(block, Board | Card)
    return list(block.cards) if isinstance(block, Board) else [block]


def words_of(card: Card) -> str:
    return Document("", (card,))._repr_html_()


@pytest.mark.parametrize("place", PLACES)
def test_every_row_stands_once_in_its_place(place: str) -> None:
    shown = [words_of(card) for card in cards_of(place)]
    wanted = [row for row in ROWS if row.tier == PLACES[place] and (row.family == "milk-rule") == (place == "milk")]
    for row in wanted:
        assert sum(f">{escape(localised(row.sign))}" in text for text in shown) == 1, row.id


@each("card", cards_of("level-1"), named=lambda card: card.title)
def test_a_card_of_level_1_begins_with_how_soon_and_who(card: Card) -> None:
    """A reader in distress reads these first."""
    assert card.kind == "stop"
    assert soon(card.label) in {"now", "today"}
    assert re.search("call|phone|hospital|department|midwife", card.title, re.IGNORECASE)


def test_the_screen_of_level_1_is_short_enough_to_be_one() -> None:
    """What fits on 1300 x 900 pixels; the browser measures it."""
    assert len(visible(course.sign_cards("level-1")._repr_html_())) <= 580


def test_level_2_is_five_families() -> None:
    assert len(cards_of("level-2")) == 5


@each("group", load().sign_groups.values(), named=lambda group: group.id)
def test_a_group_says_its_help_and_a_row_apart_says_its_own(group: object) -> None:
    place, rows, apart = group.place, group.rows, group.apart  # type: ignore[attr-defined]
    shown = (course.report_table() if place == "report" else course.sign_cards(place))._repr_html_()
    told = [*((group.who, group.how_soon) if rows else ())]  # type: ignore[attr-defined]
    for row in (load().tier_rows[row_id] for row_id in apart):
        told.append(f"{row.who} {row.how_soon}")
    assert told
    assert all(escape(localised(text)) in shown for text in told if text)


def test_what_to_report_is_a_table_of_ten_lines_at_most_with_every_sign() -> None:
    """D4: also the single signs that the other places add, each in a line of its own rows."""
    (fold,) = course.report_table().blocks
    assert isinstance(fold, Details)
    (table,) = fold.blocks
    assert isinstance(table, Table)
    assert len(table.rows) <= 10
    signs = "; ".join(str(row[2][0]).removesuffix(".") for row in table.rows).split("; ")
    added = [text for group in load().sign_groups.values() if group.place != "report" for text in group.also]
    assert sorted(signs) == sorted(localised(text) for text in (*(row.sign for row in ROWS if row.tier < 3), *added))
    found = [soon(str(row[0][0])) for row in table.rows]
    assert None not in found
    assert found == sorted(found, key=lambda word: ORDER.index(word or "before"))


@pytest.mark.parametrize(
    "group", [group for group in load().sign_groups.values() if group.also], ids=lambda one: one.id
)
def test_what_a_card_adds_stands_in_the_table_beside_the_same_help(group: SignGroup) -> None:
    """D4: at the fridge door a fit, flooding and thoughts of harm call for the same number as on the screen."""
    (fold,) = course.report_table().blocks
    assert isinstance(fold, Details)
    (table,) = fold.blocks
    assert isinstance(table, Table)
    (helper,) = re.findall(r"\{[a-z_]+\}", group.title)
    for text in group.also:
        (beside,) = (str(row[1][0]) for row in table.rows if localised(text) in str(row[2][0]))
        assert localised(helper).lower() in beside.lower()


def test_an_unknown_place_is_a_sentence_not_a_traceback() -> None:
    assert repr(course.sign_cards("level-9")) == FALLBACK_TITLE


def stored(lesson: str) -> str:
    """The text of a lesson as it is stored, its own and that of its cards."""
    (path,) = NOTEBOOKS.glob(f"{lesson}_*.ipynb")
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = (output.get("data", {}) for cell in cells for output in cell.get("outputs", ()))
    return "\n".join(
        ["".join(cell["source"]) for cell in cells] + ["".join(data.get("text/html", "")) for data in outputs]
    )


STORED = {lesson: stored(lesson) for lesson in ("03", "10")}
MAIN_LINE = " ".join(visible(STORED["03"]))


@each("row", ROWS, named=lambda row: row.id)
def test_no_sign_is_lost(row: TierRow) -> None:
    """Its name stands in the main line of lesson 03, all of it in the fold of its section and in lesson 10."""
    (section,) = (one for one in load().lessons["03"].sections if row.family in one.families)
    assert localised(row.sign) in MAIN_LINE
    fold = course.look_closer(section.id)._repr_html_()
    texts = (row.sign, *row.signs, row.change, row.why, row.who, row.how_soon, _rule(row.course_rule))
    for place in (fold, STORED["03"], STORED["10"]):
        assert [text for text in texts if escape(localised(text)) not in place] == []
        assert all(escape(load().references[reference].citation) in place for reference in row.references)


def _rule(rule: str) -> str:
    return rule.removeprefix("Course safety rule").lstrip(",: ")


@each("card", load().care_cards.values(), named=lambda card: card.id)
def test_no_care_card_is_lost(card: CareCard) -> None:
    """Whole in the fold of one section of lesson 03 and in lesson 10; A1: those for help now are all with level 1."""
    sections = [one for one in load().lessons["03"].sections if card.id in one.care_cards]
    assert len(sections) == (card.id not in NOT_BEFORE_A_CALL)
    if card.urgency == "help-now":
        assert [section.id for section in sections] == ["3.3"]
    for place in [STORED["10"], *(course.look_closer(section.id)._repr_html_() for section in sections)]:
        assert [text for text in texts_of_card(card) if escape(localised(text)) not in place] == []


@each("claim_id", [claim.id for claim in load().claims.values() if claim.home == "03"])
def test_no_claim_is_lost(claim_id: str) -> None:
    claim = load().claims[claim_id]
    for text in (claim.source_says, claim.in_short, claim.do_in_short):
        assert localised(text) in MAIN_LINE
    for text in (claim.source_says, claim.evidence_says, claim.what_to_do):
        assert escape(localised(text)) in STORED["03"]
        assert escape(localised(text)) in STORED["10"]


@each("row", [row for row in ROWS if row.tier < 3], named=lambda row: row.id)
def test_a_row_is_as_urgent_in_each_group_as_on_its_card(row: TierRow) -> None:
    found = soon_of(load().care_cards[row.care_card or ""])
    groups = [group for group in load().sign_groups.values() if row.id in {*group.rows, *group.apart}]
    assert {group.place for group in groups} >= {"report"}
    assert len(groups) == 2
    assert found is not None
    for group in groups:
        told = row.how_soon if row.id in group.apart else group.how_soon
        assert told.startswith(OPENINGS[found])
