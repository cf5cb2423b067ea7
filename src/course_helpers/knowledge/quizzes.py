"""The bank of the quiz, its objectives, quizzes and warm-ups."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from course_helpers.knowledge.activities import GoodDay, Person, Sorting
from course_helpers.knowledge.base import (
    LessonId,
    ObjectiveId,
    ObjectiveKey,
    Record,
    Routine,
    SectionId,
    Text,
    WarmUpId,
    WarmUpKey,
)
from course_helpers.knowledge.evidence import Fact, Reference
from course_helpers.knowledge.lessons import Lesson
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.questions import Question, QuestionKind, _reasons


class Objective(Record, frozen=True, kw_only=True):
    """What the learner can do after the course; quiz items prove it."""

    id: ObjectiveKey
    learner: Text
    """The objective, said to the learner: "You stop at any reason ..."."""
    home: SectionId
    """The section that teaches it in full."""

    @property
    def safety_critical(self) -> bool:
        """True where only all right counts as mastered."""
        return self.id.startswith("SC")


class Item(Question, frozen=True, kw_only=True):
    """A question of the quiz bank."""

    id: Annotated[str, Meta(pattern=r"^(SC|K)\d{1,2}-[A-Z]\d?$")]
    objective: ObjectiveId
    new_case: bool
    """True: it presents a person or facts that no lesson and no other item presents."""
    twin_of: WarmUpId | None = None
    """The warm-up question on the same point with another person; the two give a count before and after."""
    basis: str = ""
    """Not empty: what of the item rests on a second-hand source or on a course rule, as the learner reads it."""

    @property
    def stands_alone(self) -> bool:
        """One choice without a drawing: it can be the one question on its point."""
        return self.kind == "single" and self.figure is None


class Draw(Record, frozen=True, kw_only=True):
    """How many items of an objective a quiz asks."""

    objective: ObjectiveId
    items: Annotated[int, Meta(ge=1, le=4)]


class QuizPart(Record, frozen=True, kw_only=True):
    """A part of a quiz with a heading of its own."""

    heading: Text
    draws: list[Draw]


class QuizPlan(Record, frozen=True, kw_only=True):
    """A quiz: what it draws, in which parts."""

    id: Annotated[str, Meta(pattern=r"^[a-z_]+$")]
    title: Text
    lesson: LessonId
    opens: Routine
    """The routine that is practised after it."""
    until_right: bool = False
    """True: a wrong answer is followed at once by another item on the same point, and the latest answer counts."""
    parts: list[QuizPart]

    @property
    def objectives(self) -> tuple[str, ...]:
        """What the quiz asks, in the order of its parts."""
        return tuple(entry.objective for part in self.parts for entry in part.draws)


class WarmUp(Record, frozen=True, kw_only=True):
    """An unscored question before the lessons; the lesson named in ``answered_in`` gives the answer."""

    id: WarmUpKey
    objective: ObjectiveId
    stem: Text
    options: list[Text]
    right: Annotated[int, Meta(ge=0, le=4)]
    """Which option is right, counted from 0; used only for the count before and after."""
    answered_in: SectionId


NAMED = re.compile(r"\b([^\W\d_]+), \d{2}\b")
"""How an invented person is brought in: “Petra, 49”."""

OFF_THE_SHEET = frozenset({"SC2", "K2", "K7", "K8", "K9"})
"""Objectives that no line of the sheet speaks of; items on all others name the lines they judge."""

SECOND_HAND = "second-hand"

FEWEST_ITEMS = 60

NEW_CASES = 0.40
"""The smallest share of items that present a new case: transfer is learned on new cases (Butler et al. 2013)."""

TO_PRODUCE: frozenset[QuestionKind] = frozenset({"order", "point", "scenario"})

PRODUCED = 1 / 3
"""The smallest share of items that ask to order, point or decide: producing helps more than recognising."""

VARIANTS = 3
"""The fewest items of a safety-critical objective, so that a retry asks something else."""

FIRST_QUESTIONS = 3
"""The fewest single questions without a drawing on each point of ``ASKED_FIRST``: one to ask, two to come back to."""
ASKED_FIRST = frozenset({"SC1", "SC2", "SC4", "SC5", "SC6", "SC7", "SC8"})
"""The safety points that concern everybody; SC3 and SC9 are about milk and are asked where milk is taught."""


def items_explain_and_cite(located: list[Located]) -> Iterator[Problem]:
    """An item rests on something, says what is second-hand, and explains each step of an order."""
    references = {reference.id: reference for _, reference in of_type(located, Reference)}
    for item, question in of_type(located, Item):
        if not question.id.startswith(f"{question.objective}-"):
            yield item.problem(f"The id does not begin with {question.objective}.", "Make them agree.", "id")
        if not (question.claims or question.rows or question.facts):
            yield item.problem("It rests on no claim, row or fact.", "Name one.", "facts")
        if question.objective not in OFF_THE_SHEET and not question.claims:
            yield item.problem("It names no line of the sheet.", "Name the claim it judges in `claims`.", "claims")
        checked = {references[name].checked for name in question.references if name in references}
        if "primary" not in checked and not question.basis:
            yield item.problem("No primary source and no basis.", "Cite one, or fill `basis`.", "references")
        for step in question.steps:
            if not step.why:
                yield item.problem(f'"{step.text}" has no explanation.', "Say why it stands there.", "steps")


def second_hand_is_said(located: list[Located]) -> Iterator[Problem]:
    """A question says so where it cites a source, or uses a fact, that we know from other people's accounts only.

    A fact with one source that we read ourselves does not count: that source carries it.
    """
    second_hand = {ref.id for _, ref in of_type(located, Reference) if ref.checked == SECOND_HAND}
    facts = {
        fact.id for _, fact in of_type(located, Fact) if fact.references and second_hand.issuperset(fact.references)
    }
    for item, question in of_type(located, Question):
        used = sorted((second_hand & set(question.references)) | (facts & set(question.facts)))
        told = question.basis if isinstance(question, Item) else " ".join(_reasons(question))
        if used and SECOND_HAND not in told:
            remedy = "Say so in `basis`, or in the reason of a check; or name another source."
            yield item.problem(f"{', '.join(used)}: known second-hand only, which is not said.", remedy, "facts")


def people_of(item: Item) -> set[str]:
    """The invented people whom an item brings in by name and age."""
    texts = [item.stem, *(option.text for option in item.options), *(step.text for step in item.steps)]
    return {name for text in texts for name in NAMED.findall(text)}


def new_cases_are_new(located: list[Located]) -> Iterator[Problem]:
    """Nobody in a new case is met in another question, a warm-up question, a lesson, an explorer or a sorting."""
    others = (Question, WarmUp, Lesson, Person, GoodDay, Sorting)
    cases = [(place, people_of(item)) for place, item in of_type(located, Item) if item.new_case]
    everybody = {name for _, people in cases for name in people}
    met: dict[str, list[str]] = {}
    for other in (place for kind in others for place, _ in of_type(located, kind)):
        for name in everybody & other.words:
            met.setdefault(name, []).append(other.id)
    for place, people in cases:
        for name in sorted(people):
            if elsewhere := [other for other in met[name] if other != place.id]:
                told = f"{name} is also in {', '.join(elsewhere)}."
                yield place.problem(told, "Give this person another name.", "stem")


def the_bank_is_rich(located: list[Located]) -> Iterator[Problem]:
    """Enough items, enough new cases, enough to produce, and variants of every safety-critical objective."""
    bank = [entry for _, entry in of_type(located, Item)]
    places = list(of_type(located, Objective))
    if not bank or not places:
        return
    first = places[0][0]
    if len(bank) < FEWEST_ITEMS:
        yield first.problem(f"The bank has {len(bank)} items.", f"It needs {FEWEST_ITEMS} or more.")
    if sum(entry.new_case for entry in bank) < NEW_CASES * len(bank):
        yield first.problem("Too few items present a new case.", f"At least {NEW_CASES:.0%} must.")
    if sum(entry.kind in TO_PRODUCE for entry in bank) < PRODUCED * len(bank):
        yield first.problem("Too few items ask to order, point or decide.", f"At least {PRODUCED:.0%} must.")
    counts = Counter(entry.objective for entry in bank)
    for place, objective in places:
        if objective.safety_critical and counts[objective.id] < VARIANTS:
            yield place.problem(f"Only {counts[objective.id]} items.", f"Write {VARIANTS} or more.")


def first_questions_are_there(located: list[Located]) -> Iterator[Problem]:
    """Each safety point that concerns everybody can be asked alone, in one short question, and asked again."""
    places = list(of_type(located, Objective))
    bank = [item for _, item in of_type(located, Item)]
    singles = Counter(item.objective for item in bank if item.stands_alone)
    for place, objective in places if bank else ():
        if objective.id in ASKED_FIRST and singles[objective.id] < FIRST_QUESTIONS:
            what = f"{singles[objective.id]} single questions without a drawing."
            yield place.problem(what, f"Write {FIRST_QUESTIONS} or more: a point is asked once, and again if missed.")


def quizzes_can_be_drawn(located: list[Located]) -> Iterator[Problem]:
    """A quiz finds the items it draws, and asks nothing that a later lesson teaches."""
    bank = Counter(entry.objective for _, entry in of_type(located, Item))
    homes = {objective.id: objective.home for _, objective in of_type(located, Objective)}
    for item, plan in of_type(located, QuizPlan):
        draws = [draw for part in plan.parts for draw in part.draws]
        for draw in draws:
            if bank[draw.objective] < draw.items:
                yield item.problem(f"{draw.objective} has {bank[draw.objective]} items, not {draw.items}.", "Add some.")
            if int(homes.get(draw.objective, "0.0").partition(".")[0]) > int(plan.lesson):
                yield item.problem(f"{draw.objective} is taught after lesson {plan.lesson}.", "Ask it later.")
        for name, times in Counter(draw.objective for draw in draws).items():
            if times > 1:
                yield item.problem(f"{name} is drawn in two places.", "Draw it once, with the sum of its items.")


def items_send_back_to_what_was_taught(located: list[Located]) -> Iterator[Problem]:
    """A quiz sends nobody to a lesson that comes after it; of several quizzes the earliest counts."""
    plans: dict[str, int] = {}
    for _, plan in of_type(located, QuizPlan):
        for objective in plan.objectives:
            plans[objective] = min(int(plan.lesson), plans.get(objective, int(plan.lesson)))
    for place, item in of_type(located, Item):
        last = plans.get(item.objective)
        if last is not None and int(item.reread.partition(".")[0]) > last:
            yield place.problem(f"Section {item.reread} comes after its quiz.", "Name an earlier one.", "reread")


def twins_fit_their_warm_ups(located: list[Located]) -> Iterator[Problem]:
    """Each warm-up question has one item on the same objective, so that before and after can be counted."""
    twins = [(place, entry) for place, entry in of_type(located, Item) if entry.twin_of]
    warm_ups = {entry.id: (place, entry) for place, entry in of_type(located, WarmUp)}
    for place, warm_up in warm_ups.values():
        if warm_up.right >= len(warm_up.options):
            yield place.problem("The right option does not exist.", "Count from 0.", "right")
        if twins and sum(entry.twin_of == warm_up.id for _, entry in twins) != 1:
            yield place.problem("It needs exactly one item as its twin.", f'Give one item twin_of = "{warm_up.id}".')
    for place, entry in twins:
        partner = warm_ups.get(str(entry.twin_of))
        if partner and (partner[1].objective != entry.objective or entry.kind != "single"):
            yield place.problem("It is not like its warm-up question.", "Same objective, single choice.", "twin_of")


RULES = (
    items_explain_and_cite,
    second_hand_is_said,
    new_cases_are_new,
    the_bank_is_rich,
    first_questions_are_there,
    quizzes_can_be_drawn,
    items_send_back_to_what_was_taught,
    twins_fit_their_warm_ups,
)
