"""All records by id: what the rest of the course asks for its knowledge."""

from dataclasses import dataclass
from typing import TypeVar

from course_helpers.knowledge import records
from course_helpers.knowledge.reading import Located, of_type
from course_helpers.knowledge.strings import Strings

R = TypeVar("R", bound=records.Record)


@dataclass(frozen=True)
class RoutineText:
    """A routine with its steps in order."""

    head: records.RoutineHead
    steps: tuple[records.RoutineStep, ...]


@dataclass(frozen=True)
class Knowledge:
    """All records, by id, in the order in which the content files give them."""

    claims: dict[str, records.Claim]
    references: dict[str, records.Reference]
    tier_rows: dict[str, records.TierRow]
    care_cards: dict[str, records.CareCard]
    indications: dict[str, records.Indication]
    self_exam_facts: dict[str, records.SelfExamFact]
    self_exam_steps: dict[str, records.SelfExamStep]
    anatomy: dict[str, records.AnatomyFact]
    routines: dict[str, RoutineText]
    terms: dict[str, records.Term]
    disagreements: dict[str, records.Disagreement]
    facts: dict[str, records.Fact]
    locales: dict[str, records.Locale]
    lessons: dict[str, records.Lesson]
    words: dict[str, records.Word]
    figures: dict[str, records.Figure]
    checks: dict[str, records.Check]
    objectives: dict[str, records.Objective]
    items: dict[str, records.Item]
    quizzes: dict[str, records.QuizPlan]
    warm_ups: dict[str, records.WarmUp]
    people: dict[str, records.Person]
    signs: dict[str, records.Sign]
    good_days: dict[str, records.GoodDay]
    hands_counts: dict[str, records.HandsCount]
    sortings: dict[str, records.Sorting]
    matchings: dict[str, records.Matching]
    paces: dict[str, records.Pace]
    readiness: dict[str, records.ReadinessQuestion]
    readiness_combinations: dict[str, records.ReadinessCombination]
    adjustments: dict[str, records.Adjustment]
    workshop_plans: dict[str, records.WorkshopPlan]
    workshop_questions: dict[str, records.WorkshopQuestion]
    review: records.Review
    strings: Strings


def assemble(located: list[Located]) -> Knowledge:
    """The knowledge that the records of all files make up."""

    def by_id(kind: type[R]) -> dict[str, R]:
        return {item.id: record for item, record in of_type(located, kind)}

    return Knowledge(
        claims=by_id(records.Claim),
        references=by_id(records.Reference),
        tier_rows=by_id(records.TierRow),
        care_cards=by_id(records.CareCard),
        indications=by_id(records.Indication),
        self_exam_facts=by_id(records.SelfExamFact),
        self_exam_steps=by_id(records.SelfExamStep),
        anatomy=by_id(records.AnatomyFact),
        routines=_routines(located),
        terms=by_id(records.Term),
        disagreements=by_id(records.Disagreement),
        facts=by_id(records.Fact),
        locales=by_id(records.Locale),
        lessons=by_id(records.Lesson),
        words=by_id(records.Word),
        figures=by_id(records.Figure),
        checks=by_id(records.Check),
        objectives=by_id(records.Objective),
        items=by_id(records.Item),
        quizzes=by_id(records.QuizPlan),
        warm_ups=by_id(records.WarmUp),
        people=by_id(records.Person),
        signs=by_id(records.Sign),
        good_days=by_id(records.GoodDay),
        hands_counts=by_id(records.HandsCount),
        sortings=by_id(records.Sorting),
        matchings=by_id(records.Matching),
        paces=by_id(records.Pace),
        readiness=by_id(records.ReadinessQuestion),
        readiness_combinations=by_id(records.ReadinessCombination),
        adjustments=by_id(records.Adjustment),
        workshop_plans=by_id(records.WorkshopPlan),
        workshop_questions=by_id(records.WorkshopQuestion),
        review=next(record for _, record in of_type(located, records.Review)),
        strings=next(record for _, record in of_type(located, Strings)),
    )


def _routines(located: list[Located]) -> dict[str, RoutineText]:
    routines: dict[str, RoutineText] = {}
    for place, head in of_type(located, records.RoutineHead):
        file = place.source.file
        steps = tuple(step for item, step in of_type(located, records.RoutineStep) if item.source.file == file)
        routines[head.id] = RoutineText(head, steps)
    return routines
