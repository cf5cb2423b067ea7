"""All records by id: what the rest of the course asks for its knowledge."""

from dataclasses import dataclass
from typing import TypeVar

from msgspec import structs

from course_helpers.knowledge.activities import GoodDay, HandsCount, Matching, Pace, Person, Sign, Sorting
from course_helpers.knowledge.base import Record
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
from course_helpers.knowledge.questions import Check
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

R = TypeVar("R", bound=Record)


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
    checks: dict[str, Check]
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
    """The knowledge that the records of all files make up."""

    def by_id(kind: type[R]) -> dict[str, R]:
        return {item.id: record for item, record in of_type(located, kind)}

    return Knowledge(
        claims=by_id(Claim),
        references=by_id(Reference),
        tier_rows=by_id(TierRow),
        care_cards=_care_cards(located),
        warning_signs=by_id(WarningSign),
        concerns=by_id(Concern),
        sign_groups=by_id(SignGroup),
        indications=by_id(Indication),
        self_exam_facts=by_id(SelfExamFact),
        self_exam_steps=by_id(SelfExamStep),
        screening_offers=by_id(ScreeningOffer),
        screening_notes=by_id(ScreeningNote),
        anatomy=by_id(AnatomyFact),
        routines=_routines(located),
        terms=by_id(Term),
        disagreements=by_id(Disagreement),
        facts=by_id(Fact),
        locales=by_id(Locale),
        lessons=by_id(Lesson),
        doors=by_id(Door),
        short_way=by_id(ShortWayStep),
        passages=by_id(Passage),
        milk_decision=by_id(MilkBranch),
        words=by_id(Word),
        figures=by_id(Figure),
        checks=by_id(Check),
        objectives=by_id(Objective),
        items=by_id(Item),
        quizzes=by_id(QuizPlan),
        warm_ups=by_id(WarmUp),
        people=by_id(Person),
        signs=by_id(Sign),
        good_days=by_id(GoodDay),
        hands_counts=by_id(HandsCount),
        sortings=by_id(Sorting),
        matchings=by_id(Matching),
        paces=by_id(Pace),
        chests=by_id(Chest),
        search_trials=by_id(SearchTrial),
        paper_rounds=by_id(PaperRound),
        look_cases=by_id(LookCase),
        readiness=by_id(ReadinessQuestion),
        readiness_combinations=by_id(ReadinessCombination),
        adjustments=by_id(Adjustment),
        workshop_plans=by_id(WorkshopPlan),
        workshop_questions=by_id(WorkshopQuestion),
        review=next(record for _, record in of_type(located, Review)),
        strings=next(record for _, record in of_type(located, Strings)),
    )


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
