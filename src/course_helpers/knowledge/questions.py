"""Questions of every kind: in a lesson and in the quiz."""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import (
    ClaimId,
    FactId,
    FigureId,
    Record,
    ReferenceId,
    SectionId,
    Text,
    TierRowId,
)
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.places import LetterPlace, Spot, spot_on, things_on
from course_helpers.knowledge.problems import Problem


class Option(Record, frozen=True, kw_only=True):
    """One answer to a question, with its own explanation."""

    text: Text
    right: bool
    why: Text
    on: str = ""
    """Kind ``point``: the thing of the drawing on which this answer lies, by the name that the drawing gives it."""
    letter: LetterPlace = "top-left"
    """Kind ``point``: where at the ring its letter stands, so that it hides no words."""
    narrow_letter: LetterPlace | None = None
    """The same on the layout for a narrow column; None: as on the other one."""


class Step(Record, frozen=True, kw_only=True):
    """One step of a question that asks for an order."""

    text: Text
    why: str = ""
    """Why it stands at this place."""


class Decision(Record, frozen=True, kw_only=True):
    """One decision of a scenario."""

    question: Text
    options: list[Option]


QuestionKind = Literal["single", "multiple", "order", "point", "scenario"]


class Question(Record, frozen=True, kw_only=True):
    """What a check inside a lesson and an item of the quiz bank have in common."""

    id: str
    kind: QuestionKind
    stem: Text
    options: list[Option] = []
    steps: list[Step] = []
    """Kind ``order``: the steps in their right order."""
    order_why: str = ""
    decisions: list[Decision] = []
    figure: FigureId | None = None
    more_options_because: str = ""
    """Why one choice has more than three options; empty where it has not. Every lure can be learned as a fact."""
    fixed_order: bool = False
    """True: the options stand in the order given here, because that order means something (days, numbers)."""
    hint: Text
    claims: list[ClaimId] = []
    rows: list[TierRowId] = []
    facts: list[FactId] = []
    references: list[ReferenceId] = []
    reread: SectionId
    """The section that teaches the answer."""
    misconception: Text
    """What a wrong answer most often rests on; for authors and facilitators."""

    def spot(self, option: Option, *, narrow: bool = False) -> Spot | None:
        """Where on the drawing an option lies, or on its narrow layout; None: nowhere."""
        letter = (narrow and option.narrow_letter) or option.letter
        return spot_on(self.figure, option.on, letter, narrow=narrow) if self.figure else None


class CheckQuestion(Question, frozen=True, kw_only=True):
    """A question inside a lesson."""

    id: Annotated[str, Meta(pattern=r"^c\d{2}[a-z]$")]
    section: SectionId
    """The section it stands in."""


LAZY_OPTION = re.compile(r"\b(?:all|none|both) of (?:the above|these|them)\b", re.IGNORECASE)
"""An option that rewards guessing from the form of the question."""

NO_REASON = re.compile(
    r"\b(?:well done|good|great|excellent|perfect|super|bravo|exactly|sorry|try again|job|work|keep|going|correct|"
    r"incorrect|right|wrong|true|false|yes|no|not|very|quite|that|this|it|is|was|you|are|the|an?|answer|choice)\b",
    re.IGNORECASE,
)
"""Words that praise or judge. An explanation of nothing else teaches nothing."""

FEW_OPTIONS = 3
"""As many options as one choice has without a reason: more lures cost later memory (Butler et al. 2006)."""


def questions_have_answers(located: list[Located]) -> Iterator[Problem]:
    """Each kind of question has the parts it needs, and no others."""
    for item, question in of_type(located, Question):
        if question.kind == "order":
            yield from _order_problems(item, question)
        elif question.kind == "scenario":
            yield from _scenario_problems(item, question)
        else:
            yield from _option_problems(item, question.options, one=question.kind == "single")


def _order_problems(item: Located, question: Question) -> Iterator[Problem]:
    if len(question.steps) < 3:
        yield item.problem("Too few steps to order.", "Give three steps or more.", "steps")
    if len({step.text for step in question.steps}) < len(question.steps):
        yield item.problem("Two steps say the same.", "Make them differ: nobody could order them.", "steps")
    if not question.order_why:
        yield item.problem("No explanation of the order.", "Fill order_why.", "order_why")


def _scenario_problems(item: Located, question: Question) -> Iterator[Problem]:
    if len(question.decisions) < 2:
        yield item.problem("A scenario needs linked decisions.", "Give two or three.", "decisions")
    for decision in question.decisions:
        yield from _option_problems(item, decision.options, one=True)


def _option_problems(item: Located, options: list[Option], *, one: bool) -> Iterator[Problem]:
    right = sum(option.right for option in options)
    if right == 0 or right == len(options):
        yield item.problem(f"{right} of {len(options)} options are right.", "Some must be right and some wrong.")
    elif one and right > 1:
        yield item.problem(f"{right} right options in a single choice.", "Leave one, or make it multiple.")
    if len({option.text for option in options}) < len(options):
        yield item.problem("Two options say the same.", "Make them differ.", "options")
    for option in options:
        if LAZY_OPTION.search(option.text):
            yield item.problem(f'"{option.text}" rewards guessing.', "Write what the option means.", "options")


def few_options(located: list[Located]) -> Iterator[Problem]:
    """One choice has three options at most, unless it says why it needs more.

    Several choices and places on a drawing are not counted: there more than one option may be right.
    """
    for item, question in of_type(located, Question):
        choices = [question.options] if question.kind == "single" else []
        choices += [decision.options for decision in question.decisions]
        most = max(map(len, choices), default=0)
        if most > FEW_OPTIONS and not question.more_options_because:
            remedy = f"Leave {FEW_OPTIONS}, or say in `more_options_because` why it needs more."
            yield item.problem(f"{most} options for one choice.", remedy, "options")
        elif most <= FEW_OPTIONS and question.more_options_because:
            remedy = "Take `more_options_because` out: it explains nothing."
            yield item.problem("No choice here has more options than usual.", remedy, "more_options_because")


def places_are_on_the_drawing(located: list[Located]) -> Iterator[Problem]:
    """A question that asks to point has a drawing; on both its layouts every option a place, and no two overlap."""
    for item, question in of_type(located, Question):
        if question.kind != "point":
            continue
        if question.figure is None:
            yield item.problem("A question to point at has no drawing.", "Name one in `figure`.", "figure")
            continue
        # One damage is told once: the narrow layout is looked at where nothing is wrong on the other one.
        on_wide = tuple(_misplaced(item, question, question.figure, narrow=False))
        yield from on_wide or _misplaced(item, question, question.figure, narrow=True)


def _misplaced(item: Located, question: Question, figure: str, *, narrow: bool) -> Iterator[Problem]:
    """What is wrong with the places of a question on one layout of its drawing."""
    drawing = f"{figure} for a telephone" if narrow else figure
    known = ", ".join(f'"{thing}"' for thing in things_on(figure, narrow=narrow)) or "nothing yet"
    placed = [(option, question.spot(option, narrow=narrow)) for option in question.options]
    for option, spot in placed:
        if spot is None:
            what = f'{drawing} names no "{option.on}"' if option.on else f'"{option.text}" has no place on {drawing}'
            remedy = f"Name in `on` what it lies on. {drawing} names: {known}."
            yield item.problem_at(option.on or option.text, f"{what}.", remedy)
        elif not (_inside(spot.x, spot.width) and _inside(spot.y, spot.height)):
            remedy = "Name another thing in `on`, or draw it further in."
            yield item.problem_at(option.on, f'The ring of "{option.text}" lies beyond {drawing}.', remedy)
    for (one, first), (other, second) in combinations(placed, 2):
        if first and second and _overlap(first, second):
            what = f'"{one.text}" and "{other.text}" overlap on {drawing}.'
            yield item.problem_at(other.on, what, "Name other things in `on`, or draw these further apart.")


def _inside(centre: float, size: float) -> bool:
    return size / 2 <= centre <= 1 - size / 2


def _overlap(one: Spot, other: Spot) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2 and abs(one.y - other.y) < (one.height + other.height) / 2
    )


def _reasons(question: Question) -> list[str]:
    """All that is told after checking; steps of a check may leave their reasons to ``order_why``."""
    options = [*question.options, *(option for decision in question.decisions for option in decision.options)]
    steps = [step.why for step in question.steps if step.why]
    return [*(option.why for option in options), *steps, *([question.order_why] if question.order_why else [])]


def reasons_teach(located: list[Located]) -> Iterator[Problem]:
    """No reason is blank, only praise or only a verdict, and no two reasons of a question are the same."""
    for item, question in of_type(located, Question):
        reasons = _reasons(question)
        for why in reasons:
            if not _explains(why):
                yield item.problem(f'"{why}" explains nothing.', "Say why the option fits, or why not.", "options")
        for why, times in Counter(reasons).items():
            if times > 1:
                yield item.problem(f'"{why}" stands {times} times.', "Give each option its own reason.", "options")


# The same reasons are asked again and again, by whoever checks after each change of one of them.
@functools.cache
def _explains(why: str) -> bool:
    return re.search(r"\w", NO_REASON.sub("", why)) is not None


RULES = (
    questions_have_answers,
    few_options,
    places_are_on_the_drawing,
    reasons_teach,
)
