"""What counts as mastered: every safety-critical objective right on its latest attempt, four in five of the rest.

All right for safety is a safety rule of this course; four in five is a convention (Kulik et al. 1990).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Status = Literal["right", "missed", "open"]
ENOUGH_OF_THE_REST = Fraction(4, 5)

SURE = 3
"""The highest of the three levels of confidence."""
CERTAINTY_RIGHT = {1: 1, 2: 2, 3: 3}
CERTAINTY_WRONG = {1: 0, 2: -2, 3: -6}
"""Marks by confidence 1 to 3, after Gardner-Medwin 2006. They set the order of what to see again and stay unseen."""


@dataclass(frozen=True)
class GradedAnswer:
    """An answer, and whether it was right."""

    item: str
    objective: str
    right: bool
    confidence: int | None = None
    """1 not sure, 2 fairly sure, 3 sure; None where the learner did not say."""
    at: str = ""
    """When it was stored, as its clock said."""
    place: int = 0
    """Its place in the order of storing: a clock may be wrong, and is set."""


@dataclass(frozen=True)
class RoundResult:
    """What a round asked of each objective, and what was answered in it.

    Where the latest answer alone counts, each answer is a result of its own.
    """

    asked: Mapping[str, int]
    answers: tuple[GradedAnswer, ...]


@dataclass(frozen=True)
class Standing:
    """Where the learner stands in one quiz."""

    status: Mapping[str, Status]
    safety_mastered: bool
    rest_right: int
    rest_asked: int
    rest_needed: int

    @property
    def mastered(self) -> bool:
        """True if nothing of this quiz has to be learned again before practice."""
        return self.safety_mastered and self.rest_right >= self.rest_needed


def standing(objectives: Sequence[str], rounds: Iterable[RoundResult]) -> Standing:
    """The standing after these rounds, oldest first."""
    status: dict[str, Status] = dict.fromkeys(objectives, "open")
    for result in rounds:
        for objective in objectives:
            status[objective] = _after(status[objective], objective, result)
    safety = [status[name] for name in objectives if name.startswith("SC")]
    rest = [status[name] for name in objectives if not name.startswith("SC")]
    needed = -int(-len(rest) * ENOUGH_OF_THE_REST // 1)
    return Standing(status, all(s == "right" for s in safety), rest.count("right"), len(rest), needed)


def _after(before: Status, objective: str, result: RoundResult) -> Status:
    """A wrong answer counts at once; a right one only when the round's other items on the objective are right too."""
    answers = [answer for answer in result.answers if answer.objective == objective]
    if any(not answer.right for answer in answers):
        return "missed"
    if answers and len(answers) >= result.asked.get(objective, 0):
        return "right"
    return before


def latest_status(objective: str, results: Iterable[RoundResult]) -> Status:
    """Where an objective stands after the results of several quizzes: the one that was answered last decides."""
    status: Status = "open"
    for result in sorted(results, key=lambda result: _answered_last(objective, result)):
        status = _after(status, objective, result)
    return status


def _answered_last(objective: str, result: RoundResult) -> int:
    return max((answer.place for answer in result.answers if answer.objective == objective), default=0)


def certainty(answer: GradedAnswer) -> int:
    """The mark by confidence; an answer without confidence counts as "fairly sure"."""
    level = answer.confidence or 2
    return (CERTAINTY_RIGHT if answer.right else CERTAINTY_WRONG)[level]


def missed_first_what_was_sure(answers: Iterable[GradedAnswer]) -> list[str]:
    """The items answered wrong: "sure and wrong" comes back first (Fazio and Marsh 2009)."""
    wrong = [answer for answer in answers if not answer.right]
    return [answer.item for answer in sorted(wrong, key=certainty)]


def sure_and_wrong(answers: Iterable[GradedAnswer]) -> list[GradedAnswer]:
    """The answers that were wrong although the learner was sure."""
    return [answer for answer in answers if not answer.right and answer.confidence == SURE]


def before_and_after(before: Mapping[str, bool], after: Mapping[str, bool]) -> tuple[int, int, int]:
    """How many were right before and after, and over how many pairs answered both times."""
    pairs = before.keys() & after.keys()
    return sum(before[name] for name in pairs), sum(after[name] for name in pairs), len(pairs)


def calibration(answers: Iterable[GradedAnswer]) -> dict[str, int]:
    """How often "sure" was right and wrong, and how often "not sure" was right."""
    told = [answer for answer in answers if answer.confidence]
    return {
        "sure_right": sum(a.confidence == SURE and a.right for a in told),
        "sure_wrong": sum(a.confidence == SURE and not a.right for a in told),
        "unsure_right": sum(a.confidence == 1 and a.right for a in told),
        "told": len(told),
    }
