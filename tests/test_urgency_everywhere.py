"""One test compares how soon each sign asks for help, in every place that speaks of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from course_helpers.explorers.signs import SignExplorer
from course_helpers.explorers.signs.rules import answer
from course_helpers.explorers.sorting import rules
from course_helpers.explorers.sorting.fallback import told as told_with
from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.knowledge.safety import CareCard, TierRow
from course_helpers.knowledge.urgency import OPENINGS, ORDER, Soon, rank, soon, soon_of, texts_of_card
from course_helpers.lab_extension import assemble
from course_helpers.lesson import cards
from course_helpers.workshop.handouts.sheets import sheets
from tests.workshop.test_handouts import words_of

SAID: dict[Soon, str] = {
    "now": r"\bnow\b",
    "today": r"\btoday\b|same day|straight away",
    "24-hours": r"24 hours",
    "days": r"next working day|within (?:one to )?two days",
    "routine": r"routine appointment",
    "before": r"\bask|agree|before|wait|heal",
}
"""How running text says it, in sentences that cannot begin with the agreed words."""
HELPERS = re.compile(r"\{(?:family_doctor|emergency_number|maternity_unit|midwife|cancer_line|out_of_hours)\}|hospital")


def signs() -> list[TierRow]:
    """The rows of levels 1 and 2."""
    return [row for row in load().tier_rows.values() if row.tier < 3]


def card_of(row: TierRow) -> CareCard:
    return load().care_cards[row.care_card or ""]


@pytest.mark.parametrize("row", signs(), ids=lambda row: row.id)
def test_each_sign_is_as_urgent_in_all_places(row: TierRow) -> None:
    """Row, card, warning signs, help window, sign explorer, sorting, quiz and handouts (A1 to A13, B18)."""
    card = card_of(row)
    found = soon_of(card)
    assert found is not None
    assert soon(row.how_soon) == found
    places = [
        *_in_warning_signs(row),
        *_in_the_sign_explorer(row),
        *_in_sorting(row),
        *_on_paper(row),
        *_in_sign_groups(row),
    ]
    assert [text for text in places if not text.startswith(OPENINGS[found])] == []
    assert _unsaid_in_questions(row, found) == []


def _in_warning_signs(row: TierRow) -> Iterator[str]:
    """The “how soon” of the list of signs, as knowledge and as the help window has it."""
    window = {sign["sign"]: sign for sign in assemble.extension_data()["help"]["signs"]}
    for sign in load().warning_signs.values():
        if row.id in sign.rows:
            yield cards.card_of(sign).how_soon
            yield window[sign.text]["how_soon"]


def _in_the_sign_explorer(row: TierRow) -> Iterator[str]:
    """The “how soon” that an invented person with this sign is told."""
    label = load().strings.card.how_soon
    shown = SignExplorer.current().answers
    for person in load().people.values():
        for sign in load().signs.values():
            told = answer(person, sign, load().tier_rows, load().care_cards)
            if told.row is row:
                lines = {line["label"]: line["texts"] for line in shown[person.id][sign.id]["lines"]}
                yield lines[label][0]


def _in_sign_groups(row: TierRow) -> Iterator[str]:
    """The “how soon” on the one screen of level 1, in the families of level 2 and in the table to print."""
    for group in load().sign_groups.values():
        if row.id in group.rows:
            yield group.how_soon
        if row.id in group.apart:
            yield row.how_soon


def _in_sorting(row: TierRow) -> Iterator[str]:
    label = load().strings.sorting.how_soon
    for section in load().sortings:
        for part in rules.activity(section, load()).rounds:
            yield from (dict(told_with(line))[label] for line in part.lines if line.row is row)


def _on_paper(row: TierRow) -> Iterator[str]:
    """The “how soon” beside the sign on “What to report”, and of its card on “Care cards”."""
    told = [text for sheet in ("what_to_report", "care_cards") for text in _texts_of(sheet)]
    if row.family != "milk-rule":
        yield told[told.index(row.sign) + 2]
    card = card_of(row)
    at = told.index(card.title)
    yield next(text.removeprefix("How soon: ") for text in told[at:] if text.startswith("How soon: "))


def _texts_of(sheet: str) -> list[str]:
    found = sheets()[sheet]
    return [*words_of(found.blocks()), *words_of(found.in_columns() if found.in_columns else ())]


def _unsaid_in_questions(row: TierRow, found: Soon) -> list[str]:
    """Questions that name who to contact, whose most urgent sign this is, and whose answers never say how soon."""
    return [
        question.id
        for question in [*load().items.values(), *load().checks.values()]
        if row.id in question.rows
        and found == _most_urgent(question)
        and HELPERS.search(_right_answers(question))
        and not re.search(SAID[found], _right_answers(question), re.IGNORECASE)
    ]


def _most_urgent(question: Question) -> Soon:
    asked = [load().tier_rows[row] for row in question.rows]
    return ORDER[min(rank(card_of(row)) for row in asked if row.tier < 3)]


def _right_answers(question: Question) -> str:
    options = [*question.options, *(option for decision in question.decisions for option in decision.options)]
    right = [f"{option.text} {option.why}" for option in options if option.right]
    return " ".join([*right, *(f"{step.text} {step.why}" for step in question.steps), question.order_why])


class Saying(NamedTuple):
    """A phrase of a running text, and how soon that text has to say beside it."""

    where: str
    text: str
    phrase: str
    row: str


def sayings() -> list[Saying]:
    """Texts that tell a sign in a sentence of their own, so that they can drift apart from the rows."""
    figures = load().figures
    told = {
        **{f"question {n}": " ".join(branch.then) for n, branch in enumerate(load().milk_decision.values(), 1)},
        "notice": load().strings.notice.fever,
        **{figure: figures[figure].description for figure in ("F10", "F21", "F22", "F23")},
    }
    table = [
        ("question 1", "shake and cannot stop", "T1-ill"),
        ("question 1", "in the last six weeks", "T1-birth-fever"),
        ("question 1", "On cancer treatment", "T1-treatment"),
        ("question 1", "above 37.5 °C if you are unwell", "M-375"),
        ("question 2", "if it grows", "T1-fluid-lump"),
        ("question 2", "hurts far more than it looks", "T1-spreading"),
        ("question 2", "blisters", "M-blisters"),
        ("question 2", "not clearly better", "M-24h"),
        ("question 3", "next working day", "T2-milk-lump"),
        ("notice", "cancer treatment", "T1-treatment"),
        ("notice", "Pregnant", "T1-pregnancy-fever"),
        ("F10", "one of these is new", "T2-lump"),
        ("F10", "hurts far more than it looks", "T1-spreading"),
        ("F10", "growing fast", "T1-fluid-lump"),
        ("F21", "shaking you cannot stop", "T1-ill"),
        ("F21", "six weeks of a birth", "T1-birth-fever"),
        ("F21", "On cancer treatment", "T1-treatment"),
        ("F21", "Any other fever", "M-fever"),
        ("F21", "Growing, full of fluid", "T1-fluid-lump"),
        ("F21", "far more pain than it looks", "T1-spreading"),
        ("F21", "Blisters", "M-blisters"),
        ("F21", "lump for about a week", "T2-milk-lump"),
        ("F22", "six weeks of a birth", "T1-birth-fever"),
        ("F22", "hurts far more than it looks", "T1-spreading"),
        ("F22", "a lump that grows", "T1-fluid-lump"),
        ("F22", "A third of the breast", "T2-third"),
        ("F22", "48 hours of antibiotics", "T1-infection-ill"),
        ("F22", "not clearly better", "M-24h"),
        ("F23", "and unwell", "M-375"),
        ("F23", "within six weeks of a birth", "T1-birth-fever"),
        ("F23", "pregnant with a fever", "T1-pregnancy-fever"),
    ]
    return [Saying(where, told[where], phrase, row) for where, phrase, row in table]


@pytest.mark.parametrize("saying", sayings(), ids=lambda saying: f"{saying.where}: {saying.phrase}")
def test_running_texts_say_it_as_soon_as_the_rows(saying: Saying) -> None:
    """Figures F10 and F21 to F23, the milk decision on paper, and the notice before the first lesson."""
    found = soon_of(card_of(load().tier_rows[saying.row]))
    assert found is not None
    sentences = re.split(r"(?<=[.?]) ", saying.text)
    at = next(number for number, sentence in enumerate(sentences) if saying.phrase in sentence)
    beside = " ".join(sentences[at : at + 2])
    assert re.search(SAID[found], beside, re.IGNORECASE), beside


def test_a_loss_counts_like_a_birth_wherever_six_weeks_are_named() -> None:
    """A3: no row, card, sign or drawing asks for a birth alone."""
    told = [
        *(
            (row.id, text)
            for row in load().tier_rows.values()
            for text in (row.sign, *row.signs, row.who, row.how_soon)
        ),
        *((card.id, text) for card in load().care_cards.values() for text in texts_of_card(card)),
        *((sign.id, sign.text) for sign in load().warning_signs.values()),
        *((figure, load().figures[figure].description) for figure in ("F21", "F22", "F23")),
        ("notice", load().strings.notice.fever),
    ]
    near = [
        (name, text[max(0, at.start() - 70) : at.end() + 60]) for name, text in told for at in SIX_WEEKS.finditer(text)
    ]
    assert len(near) > 10
    assert [pair for pair in near if not LOSS.search(pair[1]) and pair[0] not in SIX_WEEKS_OF_SOMETHING_ELSE] == []


SIX_WEEKS = re.compile(r"six weeks")
LOSS = re.compile(r"loss|miscarriage|lost a pregnancy")
SIX_WEEKS_OF_SOMETHING_ELSE = {"T1-treatment", "TODAY-blisters", "M-blisters", "M-fever"}
"""Six weeks after a treatment, or the age of a baby."""


def test_only_warm_after_a_birth_excludes_every_other_sign() -> None:
    """A5: coping with 37.6 °C never passes by a racing heart."""
    row = load().tier_rows["M-375"]
    assert any("none of the other signs" in sign for sign in row.signs)
    birth = " ".join(load().tier_rows["T1-birth-fever"].signs)
    assert "racing heart" in birth
    assert "fast breath" in birth
    assert "Bad, constant or growing pain" in birth


def test_usual_cramps_and_a_calf_alone_are_no_emergency_call() -> None:
    """B4: afterpains are named as usual, any belly pain is not enough, and a leg alone is seen today."""
    assert "Cramps like a period" in load().tier_rows["T1-after-birth"].why
    assert not re.search(r"any (?:belly )?pain", " ".join(load().tier_rows["T1-birth-fever"].signs))
    leg = load().care_cards["TODAY-leg"]
    assert "emergency department" in leg.who
    assert "{emergency_number}" not in leg.who
    assert "{emergency_number}" in leg.cannot_wait
