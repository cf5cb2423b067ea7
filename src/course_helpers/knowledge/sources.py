"""Which file of ``content/`` holds which records."""

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
from course_helpers.knowledge.located import Source
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

SOURCES = (
    Source("claims.toml", "claim", Claim),
    Source("references.toml", "reference", Reference),
    Source("tiers.toml", "tier_row", TierRow),
    Source("care_cards.toml", "care_card", CareCard),
    Source("warning_signs.toml", "warning_sign", WarningSign),
    Source("warning_signs.toml", "concern", Concern),
    Source("sign_groups.toml", "sign_group", SignGroup),
    Source("indications.toml", "indication", Indication),
    Source("self_exam.toml", "self_exam_fact", SelfExamFact),
    Source("self_exam.toml", "self_exam_step", SelfExamStep),
    Source("screening.toml", "screening_offer", ScreeningOffer),
    Source("screening.toml", "screening_note", ScreeningNote),
    Source("anatomy.toml", "anatomy_fact", AnatomyFact),
    Source("routines/relax.toml", "routine", RoutineHead, many=False),
    Source("routines/relax.toml", "step", RoutineStep),
    Source("routines/before_feed.toml", "routine", RoutineHead, many=False),
    Source("routines/before_feed.toml", "step", RoutineStep),
    Source("routines/between_feeds.toml", "routine", RoutineHead, many=False),
    Source("routines/between_feeds.toml", "step", RoutineStep),
    Source("terms.toml", "term", Term),
    Source("disagreements.toml", "disagreement", Disagreement),
    Source("quiz/facts.toml", "fact", Fact),
    Source("quiz/objectives.toml", "objective", Objective),
    Source("quiz/plans.toml", "quiz", QuizPlan),
    Source("quiz/when_to_stop.toml", "item", Item),
    Source("quiz/safe_practice.toml", "item", Item),
    Source("quiz/touch_and_promises.toml", "item", Item),
    Source("quiz/look_feel_and_routines.toml", "item", Item),
    Source("locales.toml", "locale", Locale),
    Source("lessons.toml", "lesson", Lesson),
    Source("doors.toml", "door", Door),
    Source("doors.toml", "short_way_step", ShortWayStep),
    Source("passages.toml", "passage", Passage),
    Source("milk_decision.toml", "milk_branch", MilkBranch),
    Source("glossary.toml", "word", Word),
    Source("figures.toml", "figure", Figure),
    Source("checks.toml", "check", CheckQuestion),
    Source("warm_up.toml", "warm_up", WarmUp),
    Source("sign_explorer.toml", "person", Person),
    Source("sign_explorer.toml", "sign", Sign),
    Source("good_day.toml", "good_day", GoodDay),
    Source("hands_find.toml", "hands_count", HandsCount),
    Source("sorting.toml", "sorting", Sorting),
    Source("sorting.toml", "matching", Matching),
    Source("pace.toml", "pace", Pace),
    Source("search.toml", "chest", Chest),
    Source("search.toml", "search_trial", SearchTrial),
    Source("search.toml", "paper_round", PaperRound),
    Source("look_first.toml", "look_case", LookCase),
    Source("readiness.toml", "readiness_question", ReadinessQuestion),
    Source("readiness.toml", "readiness_combination", ReadinessCombination),
    Source("readiness.toml", "adjustment", Adjustment),
    Source("workshop.toml", "workshop_plan", WorkshopPlan),
    Source("workshop.toml", "workshop_question", WorkshopQuestion),
    Source("review.toml", "review", Review, many=False),
    Source("strings.toml", "strings", Strings, many=False),
)

FILES = tuple(dict.fromkeys(source.file for source in SOURCES))
