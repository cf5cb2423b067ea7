"""All records by id: what the rest of the course asks for its knowledge."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import structs

from course_helpers.knowledge.activities import GoodDay, HandsCount, Matching, Pace, Person, Sign, Sorting
from course_helpers.knowledge.evidence import Claim, Disagreement, Fact, Indication, Reference
from course_helpers.knowledge.layers import MilkBranch, Passage
from course_helpers.knowledge.lessons import (
    AnatomyFact,
    Door,
    Figure,
    Lesson,
    SelfExamFact,
    SelfExamStep,
    ShortWayStep,
    Word,
)
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.questions import CheckQuestion
from course_helpers.knowledge.quizzes import Item, Objective, QuizPlan, WarmUp
from course_helpers.knowledge.readiness import Adjustment, ReadinessCombination, ReadinessQuestion
from course_helpers.knowledge.routines import RoutineHead, RoutineStep
from course_helpers.knowledge.safety import CareCard, Concern, Review, TierRow, WarningSign
from course_helpers.knowledge.screening import ScreeningNote, ScreeningOffer
from course_helpers.knowledge.searching import Chest, LookCase, PaperRound, SearchTrial
from course_helpers.knowledge.sign_groups import SignGroup
from course_helpers.knowledge.strings import Strings
from course_helpers.knowledge.wording import Locale, Term
from course_helpers.knowledge.workshop import WorkshopPlan, WorkshopQuestion


@dataclass(frozen=True)
class RoutineText:
    """A routine with its steps in order."""

    head: RoutineHead
    steps: tuple[RoutineStep, ...]


@dataclass(frozen=True)
class Knowledge:
    """All records, by id, in the order in which the content files give them."""

    claims: dict[str, Claim]
    references: dict[str, Reference]
    tier_rows: dict[str, TierRow]
    care_cards: dict[str, CareCard]
    warning_signs: dict[str, WarningSign]
    concerns: dict[str, Concern]
    sign_groups: dict[str, SignGroup]
    indications: dict[str, Indication]
    self_exam_facts: dict[str, SelfExamFact]
    self_exam_steps: dict[str, SelfExamStep]
    screening_offers: dict[str, ScreeningOffer]
    screening_notes: dict[str, ScreeningNote]
    anatomy: dict[str, AnatomyFact]
    routines: dict[str, RoutineText]
    terms: dict[str, Term]
    disagreements: dict[str, Disagreement]
    facts: dict[str, Fact]
    locales: dict[str, Locale]
    lessons: dict[str, Lesson]
    doors: dict[str, Door]
    short_way: dict[str, ShortWayStep]
    passages: dict[str, Passage]
    milk_decision: dict[str, MilkBranch]
    words: dict[str, Word]
    figures: dict[str, Figure]
    check_questions: dict[str, CheckQuestion]
    objectives: dict[str, Objective]
    items: dict[str, Item]
    quizzes: dict[str, QuizPlan]
    warm_ups: dict[str, WarmUp]
    people: dict[str, Person]
    signs: dict[str, Sign]
    good_days: dict[str, GoodDay]
    hands_counts: dict[str, HandsCount]
    sortings: dict[str, Sorting]
    matchings: dict[str, Matching]
    paces: dict[str, Pace]
    chests: dict[str, Chest]
    search_trials: dict[str, SearchTrial]
    paper_rounds: dict[str, PaperRound]
    look_cases: dict[str, LookCase]
    readiness: dict[str, ReadinessQuestion]
    readiness_combinations: dict[str, ReadinessCombination]
    adjustments: dict[str, Adjustment]
    workshop_plans: dict[str, WorkshopPlan]
    workshop_questions: dict[str, WorkshopQuestion]
    review: Review
    strings: Strings


def assemble(located: list[Located]) -> Knowledge:
    """The knowledge that the records of all files make up. The types of its fields say which records each one holds."""
    return Knowledge(**{name: _held(kind, located) for name, kind in get_type_hints(Knowledge).items()})


def _held(kind: Any, located: list[Located]) -> Any:
    """What a field of this type holds: all records of a kind by id, or the only one there is."""
    if get_origin(kind) is not dict:
        return next(record for _, record in of_type(located, kind))
    record = get_args(kind)[1]
    if record in MADE_BY:
        return MADE_BY[record](located)
    return {item.id: found for item, found in of_type(located, record)}


def _care_cards(located: list[Located]) -> dict[str, CareCard]:
    """The cards, with the line on fever where they ask for it."""
    line = next(words.card.fever_line for _, words in of_type(located, Strings))
    cards = (card for _, card in of_type(located, CareCard))
    return {
        card.id: structs.replace(card, sooner_for=f"{line} {card.sooner_for}".strip()) if card.fever_line else card
        for card in cards
    }


def _routines(located: list[Located]) -> dict[str, RoutineText]:
    routines: dict[str, RoutineText] = {}
    for place, head in of_type(located, RoutineHead):
        file = place.source.file
        steps = tuple(step for item, step in of_type(located, RoutineStep) if item.source.file == file)
        routines[head.id] = RoutineText(head, steps)
    return routines


MADE_BY: dict[type, Callable[[list[Located]], dict[str, Any]]] = {CareCard: _care_cards, RoutineText: _routines}
"""What is more than the records of its files as they stand."""
