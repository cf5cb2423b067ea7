"""Which file of ``content/`` holds which records."""

from dataclasses import dataclass

from course_helpers.knowledge import records
from course_helpers.knowledge.strings import Strings


@dataclass(frozen=True)
class Source:
    """One table of one content file: ``[[key]]`` if there are many records, ``[key]`` if there is one."""

    file: str
    key: str
    record: type[records.Record]
    many: bool = True

    @property
    def kind(self) -> str:
        """The name under which other records refer to these."""
        return self.key


SOURCES = (
    Source("claims.toml", "claim", records.Claim),
    Source("references.toml", "reference", records.Reference),
    Source("tiers.toml", "tier_row", records.TierRow),
    Source("care_cards.toml", "care_card", records.CareCard),
    Source("indications.toml", "indication", records.Indication),
    Source("self_exam.toml", "self_exam_fact", records.SelfExamFact),
    Source("self_exam.toml", "self_exam_step", records.SelfExamStep),
    Source("anatomy.toml", "anatomy_fact", records.AnatomyFact),
    Source("routines/relax.toml", "routine", records.RoutineHead, many=False),
    Source("routines/relax.toml", "step", records.RoutineStep),
    Source("routines/before_feed.toml", "routine", records.RoutineHead, many=False),
    Source("routines/before_feed.toml", "step", records.RoutineStep),
    Source("routines/between_feeds.toml", "routine", records.RoutineHead, many=False),
    Source("routines/between_feeds.toml", "step", records.RoutineStep),
    Source("terms.toml", "term", records.Term),
    Source("disagreements.toml", "disagreement", records.Disagreement),
    Source("quiz/facts.toml", "fact", records.Fact),
    Source("quiz/objectives.toml", "objective", records.Objective),
    Source("quiz/plans.toml", "quiz", records.QuizPlan),
    Source("quiz/when_to_stop.toml", "item", records.Item),
    Source("quiz/safe_practice.toml", "item", records.Item),
    Source("quiz/touch_and_promises.toml", "item", records.Item),
    Source("quiz/look_feel_and_routines.toml", "item", records.Item),
    Source("locales.toml", "locale", records.Locale),
    Source("lessons.toml", "lesson", records.Lesson),
    Source("glossary.toml", "word", records.Word),
    Source("figures.toml", "figure", records.Figure),
    Source("checks.toml", "check", records.Check),
    Source("warm_up.toml", "warm_up", records.WarmUp),
    Source("sign_explorer.toml", "person", records.Person),
    Source("sign_explorer.toml", "sign", records.Sign),
    Source("good_day.toml", "good_day", records.GoodDay),
    Source("hands_find.toml", "hands_count", records.HandsCount),
    Source("sorting.toml", "sorting", records.Sorting),
    Source("sorting.toml", "matching", records.Matching),
    Source("pace.toml", "pace", records.Pace),
    Source("readiness.toml", "readiness_question", records.ReadinessQuestion),
    Source("readiness.toml", "readiness_combination", records.ReadinessCombination),
    Source("readiness.toml", "adjustment", records.Adjustment),
    Source("workshop.toml", "workshop_plan", records.WorkshopPlan),
    Source("workshop.toml", "workshop_question", records.WorkshopQuestion),
    Source("review.toml", "review", records.Review, many=False),
    Source("strings.toml", "strings", Strings, many=False),
)

FILES = tuple(dict.fromkeys(source.file for source in SOURCES))
