"""The sign explorer answers for invented people, never with "safe", and keeps nothing."""

import itertools
import json
import re
from pathlib import Path

import pytest

from course_helpers.explorers.signs import SignExplorer
from course_helpers.explorers.signs.rules import answer
from course_helpers.knowledge import load
from course_helpers.knowledge.activities import Person, Sign
from course_helpers.locale import localised
from tests.each import each

PAIRS = list(itertools.product(load().people.values(), load().signs.values()))
ALL_CLEAR = re.compile(
    r"\b(?:safe|harmless|nothing to worry|no need to worry|you are well|all is well)\b", re.IGNORECASE
)


@each("person, sign", PAIRS, named=lambda record: record.id)
def test_every_pair_has_an_answer_that_is_no_all_clear(person: Person, sign: Sign) -> None:
    found = answer(person, sign, load().tier_rows, load().care_cards)
    assert not found.applies or found.row or found.note
    assert not ALL_CLEAR.search(found.note)
    if found.level in {1, 2}:
        assert found.row is not None
        assert found.card is not None
        assert found.row.who
        assert found.row.how_soon


ABOUT_OTHERS = {
    "mei": ("pregnant", "on cancer treatment"),
    "robin": ("pregnant", "on cancer treatment", "six weeks"),
    "marisol": ("on cancer treatment", "miscarriage", "making milk", "make milk"),
    "harun": ("pregnant", "making milk", "make milk", "midwife", "baby", "six weeks of a birth"),
    "tessa": ("pregnant", "making milk", "make milk", "midwife", "baby", "six weeks of a birth"),
    "abeni": ("pregnant", "making milk", "make milk", "midwife", "baby", "six weeks of a birth"),
}
"""Words about somebody else, which the answer for this person must not hold."""
CONDITIONS = {"swollen-face": "pregnant", "hot-sore": "six weeks", "lump": "six weeks"}
"""Signs whose one card begins with a condition for some: how a pregnant person lies, and a fever soon after a birth."""


@pytest.mark.parametrize("person", load().people.values(), ids=lambda person: person.id)
def test_the_answer_is_for_the_person_that_was_chosen(person: Person) -> None:
    """B1, A5: who, how soon and one card, for Robin and not for somebody who gave birth last week."""
    label = load().strings.card
    for sign_id, shown in SignExplorer.current().answers[person.id].items():
        lines = {line["label"]: " ".join(line["texts"]) for line in shown["lines"]}
        told = " ".join(lines.get(name, "") for name in (label.cannot_wait, label.who, label.how_soon, label.do_now))
        named = [word for word in ABOUT_OTHERS[person.id] if word in told.lower()]
        assert set(named) <= {CONDITIONS.get(sign_id)}, (sign_id, told)
        assert lines.get(label.sooner_for) in {None, localised(label.fever_line)}


def test_a_fever_means_something_else_for_each_person() -> None:
    """A1, A2, A3, A8: Mei after a birth, Marisol pregnant, Robin with milk, the others; one answer for shaking."""
    cards = {
        (person.id, sign.id): found.card.id
        for person, sign in PAIRS
        if (found := answer(person, sign, load().tier_rows, load().care_cards)).card
    }
    assert cards["mei", "fever"] == "HELP-birth"
    assert cards["marisol", "fever"] == "HELP-pregnant"
    assert cards["robin", "fever"] == cards["harun", "fever"] == "TODAY-fever"
    assert cards["harun", "treatment-fever"] == cards["robin", "treatment-fever"] == "HELP-treatment"
    assert cards["harun", "shaking"] == cards["robin", "shaking"] == "HELP-ill"
    assert cards["abeni", "leg"] == "TODAY-leg"
    assert cards["abeni", "spreading"] == "HELP-now"
    assert cards["tessa", "waiting"] == "WAIT-result"


def test_fever_depends_on_a_birth_in_the_last_six_weeks() -> None:
    rows = {
        answer(person, sign, load().tier_rows, load().care_cards).row.id  # type: ignore[union-attr]
        for person, sign in PAIRS
        if "38.0" in sign.text and person.id not in sign.not_for
    }
    assert {"T1-birth-fever", "T2-fever"} <= rows


def test_every_row_of_levels_1_and_2_can_be_met() -> None:
    met = {sign.row for sign in load().signs.values()}
    met |= {row for sign in load().signs.values() for row in sign.row_for.values()}
    assert {row.id for row in load().tier_rows.values() if row.tier < 3 and row.family != "milk-rule"} <= met


def test_no_choice_is_part_of_the_widget_state() -> None:
    """S19: what is chosen can be in no notebook, because it is no trait."""
    explorer = SignExplorer.current()
    ours = {name for name in explorer.get_state() if not name.startswith("_")}
    assert ours == {"panel", "words", "people", "signs", "answers", "layout", "tabbable", "tooltip"}
    state = json.loads(
        json.dumps({name: explorer.get_state()[name] for name in ("words", "people", "signs", "answers")})
    )
    explorer.set_state({"chosen_person": "anna"})
    assert {name: explorer.get_state()[name] for name in state} == state


def test_the_view_sends_nothing_back() -> None:
    view = (Path(__file__).parents[2] / "src/course_helpers/explorers/signs/widget.js").read_text(encoding="utf-8")
    assert not re.search(r"model\s*\.\s*(?:set|save_changes|send)|fetch\(|localStorage|innerHTML", view)


def test_opening_again_shows_the_same_one() -> None:
    first = SignExplorer.current()
    second = SignExplorer.current()
    assert first is second
    assert first.comm is not None


def test_its_name_is_short_and_stable() -> None:
    assert repr(SignExplorer.current()).startswith("Sign explorer: ")


def test_what_to_do_now_stands_before_what_to_say() -> None:
    """In the order of the cards, and under its label: a reader in a hurry finds it."""
    words = load().strings.card
    shown = [answer["lines"] for person in SignExplorer.current().answers.values() for answer in person.values()]
    labels = [[line["label"] for line in lines] for lines in shown if lines]
    told = [names for names in labels if words.do_now in names and words.say in names]
    assert told
    assert all(names.index(words.how_soon) < names.index(words.do_now) < names.index(words.say) for names in told)
