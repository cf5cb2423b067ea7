"""What a learner is told after the check: one state, one sentence, one button. Nothing else says whether to begin.

Three things decide: what the answers mean, what shut the practice for today, and what is still on offer. They are
joined here and nowhere else; the page shows this and adds nothing.
"""

from dataclasses import dataclass
from typing import Literal

from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.readiness import Assessment

State = Literal["help-now", "not-today", "open", "shut", "go-with-changes", "go"]
Act = Literal["start", "answer", "back"]
"""What the filled button does: to the practice, to the questions again, or back to the beginning."""
Reason = Literal["hurt", "enough", "no-later-step", "quiz"]


@dataclass(frozen=True)
class Shut:
    """Why there is no practice, whatever is answered."""

    reason: Reason
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """What the page of the outcome shows."""

    state: State
    title: str
    sentence: str
    act: Act
    button: str
    cards: tuple[str, ...] = ()
    """Cards that ask for help or for a pause, the most urgent first."""
    own_body: str = ""
    """Whose body it is, before a start: below the sentence, which says that this is no all-clear."""

    @property
    def may_start(self) -> bool:
        """Whether a practice opens."""
        return self.act == "start"


def verdict(assessment: Assessment, shut: Shut | None, *, hurt_today: bool, open_numbers: list[int]) -> Verdict:
    """The one thing to say. What asks for help goes before what is shut, and what is shut before any start.

    Where something hurt today nothing is plainly "go": the practice is another one than before.
    """
    if assessment.level == "help-now":
        return _asks_for_help("help-now", assessment)
    if assessment.level == "not-today":
        return _asks_for_help("not-today", assessment)
    if assessment.unanswered or assessment.level == "open":
        return _still_open(open_numbers)
    if shut:
        return _shut(shut)
    return _open(with_changes=assessment.level == "go-with-changes" or hurt_today)


def _asks_for_help(state: Literal["help-now", "not-today"], assessment: Assessment) -> Verdict:
    words = load().strings.readiness
    cards = tuple(card for card in assessment.cards if load().care_cards[card].urgency not in _ALL_FINE)
    sentence = words.of(f"result_{state}_sentence")
    return Verdict(state, words.of(f"result_{state}"), sentence, "back", load().strings.player.back_to_choice, cards)


_ALL_FINE = frozenset({"go", "go-with-changes"})
"""Urgencies of cards that ask for nothing: they never stand beside one that does."""


def _still_open(numbers: list[int]) -> Verdict:
    words = load().strings.readiness
    sentence = words.some_open.format(numbers=", ".join(map(str, numbers)))
    return Verdict("open", words.result_open, sentence, "answer", words.answer_again)


def _shut(shut: Shut) -> Verdict:
    words = load().strings.readiness
    title = words.result_shut_quiz if shut.reason == "quiz" else words.result_shut
    return Verdict("shut", title, shut.sentence, "back", load().strings.player.back_to_choice)


def _open(*, with_changes: bool) -> Verdict:
    words = load().strings.readiness
    card = load().care_cards["CARE" if with_changes else "GO"]
    sentence = " ".join(localised(line) for line in card.do_now)
    state: State = "go-with-changes" if with_changes else "go"
    title, button = words.of(f"result_{state}"), load().strings.player.practise
    return Verdict(state, title, sentence, "start", button, own_body=localised(words.own_body))
