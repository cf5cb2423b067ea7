"""The shape of every fact in ``content/``: one struct a kind of record.

A type such as ``ReferenceId`` is a string that must name a record of another kind. The link is written
into the type (``refers_to``), so that one walker can check every cross-reference of the course.
"""

import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=2)]

ReferenceId = Annotated[str, Meta(pattern=r"^[ABCLMU]\d{2}$", extra={"refers_to": "reference"})]
ClaimId = Annotated[str, Meta(pattern=r"^S\d{2}$", extra={"refers_to": "claim"})]
TierRowId = Annotated[str, Meta(pattern=r"^(T[123]|M)-[a-z0-9-]+$", extra={"refers_to": "tier_row"})]
CareCardId = Annotated[str, Meta(pattern=r"^[A-Z]+(-[a-z]+)?$", extra={"refers_to": "care_card"})]
LessonId = Annotated[str, Meta(pattern=r"^\d{2}$", extra={"refers_to": "lesson"})]
SectionId = Annotated[str, Meta(pattern=r"^\d{1,2}\.\d{1,2}[a-z]?$", extra={"refers_to": "section"})]
FigureId = Annotated[str, Meta(pattern=r"^F\d{2}[a-z]?$", extra={"refers_to": "figure"})]
FactId = Annotated[str, Meta(pattern=r"^Q\d{2}$", extra={"refers_to": "fact"})]
ObjectiveId = Annotated[str, Meta(pattern=r"^(SC|K)\d{1,2}$", extra={"refers_to": "objective"})]
WarmUpId = Annotated[str, Meta(pattern=r"^w\d$", extra={"refers_to": "warm_up"})]
ReadinessId = Annotated[str, Meta(pattern=r"^(relax|milk)-\d$", extra={"refers_to": "readiness_question"})]
StepId = Annotated[str, Meta(pattern=r"^[abc]\d[x]?$", extra={"refers_to": "step"})]
PersonId = Annotated[str, Meta(pattern=r"^[a-z]+$", extra={"refers_to": "person"})]

Verdict = Literal["supported", "mixed", "unsupported", "contradicted", "tradition-only", "practical"]
Topic = Literal[
    "what-massage-is",
    "health-promises",
    "milk-promises",
    "safety",
    "self-check",
    "relaxation-steps",
    "milk-steps",
    "love-and-health",
]
Routine = Literal["relax", "before_feed", "between_feeds"]
PressureLevel = Annotated[int, Meta(ge=0, le=2)]
Seconds = Annotated[int, Meta(ge=0, le=3600)]
Minutes = Annotated[int, Meta(ge=1, le=90)]
Share = Annotated[float, Meta(ge=0, le=1)]
"""A part of a whole, 0-1."""


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all records share: they never change after loading, and an unknown field is refused."""


class Reference(Record, frozen=True, kw_only=True):
    """A source, with what of it was really read."""

    id: Annotated[str, Meta(pattern=r"^[ABCLMU]\d{2}$")]
    citation: Text
    checked: Literal["primary", "second-hand"]
    """``primary``: the source or its abstract was read in an archived copy. ``second-hand``: an account of it."""
    seen: Text
    """What was read, in one line."""
    doi: str = ""
    url: str = ""
    caution: str = ""
    """Why to take care with this source (superseded, promotes monthly exams, single opinion ...)."""


class Claim(Record, frozen=True, kw_only=True):
    """One statement of the source text, paraphrased, and what is known about it."""

    id: Annotated[str, Meta(pattern=r"^S\d{2}$")]
    source_says: Text
    verdict: Verdict
    verdict_note: str = ""
    """A short qualifier shown after the verdict word, e.g. "for whole-body massage"."""
    evidence_says: Text
    what_to_do: Text
    references: list[ReferenceId]
    topic: Topic
    home: LessonId
    section: SectionId
    card: Literal["full", "short"] = "full"


class TierRow(Record, frozen=True, kw_only=True):
    """One sign or situation: stop (1), not until checked (2) or take care (3)."""

    id: Annotated[str, Meta(pattern=r"^(T[123]|M)-[a-z0-9-]+$")]
    tier: Literal[1, 2, 3]
    family: Literal[
        "whole-body",
        "breast-or-chest",
        "pregnancy-and-birth",
        "lumps",
        "skin-and-shape",
        "nipple-and-fluid",
        "after-treatment",
        "fever-and-pregnancy-at-risk",
        "take-care",
        "milk-rule",
    ]
    sign: Text
    """Short heading: the sign or situation in plain words."""
    signs: list[Text] = []
    """The single signs, one a line, where the row holds several."""
    why: Text
    who: str = ""
    """Who to contact, with locale placeholders such as {emergency_number}."""
    how_soon: str = ""
    change: str = ""
    """Tier 3: the one change that makes gentle touch possible."""
    changes: dict[Routine, str] = {}
    """Tier 3: the change said before Start, for each routine it matters to."""
    care_card: CareCardId | None = None
    references: list[ReferenceId]
    course_rule: str = ""
    """Not empty: what of this row is a course safety rule that a clinician has still to confirm."""


class CareChoice(Record, frozen=True, kw_only=True):
    """A choice on a care card and what follows it."""

    choice: Text
    then: Text
    cards: list[CareCardId] = []


class CareCard(Record, frozen=True, kw_only=True):
    """What to do: who, how soon, do now, what to say. No diagnosis and no probability."""

    id: Annotated[str, Meta(pattern=r"^[A-Z]+(-[a-z]+)?$")]
    title: Text
    urgency: Literal["help-now", "help-today", "not-today", "go-with-changes", "go", "stop"]
    who: str = ""
    how_soon: str = ""
    do_now: list[Text]
    worse: str = ""
    """When this card is no longer enough, and which help then."""
    say: str = ""
    """A first sentence for the phone."""
    choices: list[CareChoice] = []
    references: list[ReferenceId] = []
    course_rule: str = ""


class Indication(Record, frozen=True, kw_only=True):
    """A reason for massage and what the course may honestly say about it."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    reason: Text
    claims: list[ClaimId] = []
    evidence_level: Text
    wording: Text
    references: list[ReferenceId]


class SelfExamFact(Record, frozen=True, kw_only=True):
    """A number or rule about looking and feeling: the honest position, when, what is usual."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9-]+$")]
    part: Literal["honest-position", "when", "usual", "report-numbers"]
    text: Text
    references: list[ReferenceId]
    course_choice: str = ""


class SelfExamStep(Record, frozen=True, kw_only=True):
    """One step of looking or feeling."""

    id: Annotated[str, Meta(pattern=r"^(look|feel)-\d+$")]
    title: Text
    how: Text
    why: str = ""
    references: list[ReferenceId]
    course_choice: str = ""
    """Not empty: what of the step is the course's own choice."""


class AnatomyFact(Record, frozen=True, kw_only=True):
    """A fact that a figure draws or a lesson tells."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    label: Text
    fact: Text
    references: list[ReferenceId]


class RoutineHead(Record, frozen=True, kw_only=True):
    """What a routine is, and how long it takes without its optional extras."""

    id: Routine
    title: Text
    purpose: Text
    lesson: LessonId
    total_seconds: Seconds | None = None
    """Seconds of the timed steps, both sides counted; none where the learner or the baby sets the time."""
    total_note: str = ""
    most_minutes_a_day: Minutes
    """After so many minutes of practice the player offers reading and watching until tomorrow (a course choice)."""
    gate: Text
    claims: list[ClaimId]

    @property
    def gate_id(self) -> Literal["relax", "milk"]:
        """Which readiness check comes first: both milk routines share one."""
        return "relax" if self.id == "relax" else "milk"


class RoutineStep(Record, frozen=True, kw_only=True):
    """One step of a routine."""

    id: Annotated[str, Meta(pattern=r"^[abc]\d[x]?$")]
    title: Text
    instruction: Text
    claims: list[ClaimId] = []
    seconds: Seconds | None = None
    """Seconds of one turn; none where ``led_by`` is the learner or the baby."""
    longest_seconds: Seconds | None = None
    """The longest one turn may last, whatever is set (a course choice); none only where the baby leads."""
    most_times: Annotated[int, Meta(ge=1, le=3)] | None = None
    """How often one practice may come to each side or area (a course choice); none where no hand works."""
    on_nipple: bool = False
    """True: a hand rests or moves on the nipple itself. Such a step is done once."""
    turns: Annotated[int, Meta(ge=1, le=3)] = 1
    """How often the seconds are spent: 2 for one turn a side, up to 3 firm areas."""
    turns_of: Literal["once", "side", "firm-area"] = "once"
    led_by: Literal["clock", "learner", "baby", "pump"] = "clock"
    time_basis: Literal["source", "course-choice"]
    time_note: str = ""
    optional: bool = False
    on_at_start: bool = True
    """False: the step is off until the learner switches it on."""
    in_total: bool = True
    pressure_min: PressureLevel | None = None
    pressure_max: PressureLevel | None = None
    pressure_note: str = ""
    direction: str = ""
    motion: str = ""
    avoid: list[Text]
    references: list[ReferenceId] = []
    label: str = ""
    """A label learners must see, such as "experts differ" or "untested"."""


class Term(Record, frozen=True, kw_only=True):
    """A wording to use, the wordings to avoid, and why."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    use: Text
    avoid: list[Text]
    """Phrases that ``check`` looks for in lessons and content."""
    why: Text
    allowed_in: list[str] = []
    """Phrases that contain an avoided one and are fine, such as "not a disease"."""


class Position(Record, frozen=True, kw_only=True):
    """One side of a disagreement."""

    text: Text
    references: list[ReferenceId]


class Disagreement(Record, frozen=True, kw_only=True):
    """Where authorities differ, and what this course does."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    question: Text
    one: Position
    other: Position
    course_stance: Text


class Fact(Record, frozen=True, kw_only=True):
    """A fact for quiz items: true, or a misconception with its correction."""

    id: Annotated[str, Meta(pattern=r"^Q\d{2}$")]
    kind: Literal["true", "misconception"]
    statement: Text
    correction: str = ""
    topic: Text
    references: list[ReferenceId]
    basis: str = ""
    """Why there is no reference, where there is none (for example "no study found")."""


class Locale(Record, frozen=True, kw_only=True):
    """The words of one place for services and numbers."""

    id: Literal["neutral", "uk", "us", "eu"]
    name: Text
    emergency_number: Text
    family_doctor: Text
    maternity_unit: Text
    midwife: Text
    breast_team: Text
    support_line: Text


class Section(Record, frozen=True, kw_only=True):
    """One section of a lesson."""

    id: Annotated[str, Meta(pattern=r"^\d{1,2}\.\d{1,2}[a-z]?$")]
    minutes: Minutes
    heading: Text
    claims: list[ClaimId] = []
    figures: list[Annotated[str, Meta(pattern=r"^F\d{2}[a-z]?$")]] = []
    """The drawings the section shows. They must exist once the lesson is ready."""


class Lesson(Record, frozen=True, kw_only=True):
    """One lesson, its sections and the person it opens with."""

    id: Annotated[str, Meta(pattern=r"^\d{2}$")]
    title: Text
    notebook: Annotated[str, Meta(pattern=r"^\d{2}_[a-z_]+\.ipynb$")]
    minutes: Minutes
    person: Text
    path: Literal["everyone", "milk", "facilitator", "appendix"]
    summary: Text
    ready: bool = False
    """True once the notebook is written; the course map links only to ready lessons."""
    sections: list[Section]


class Word(Record, frozen=True, kw_only=True):
    """A glossary entry."""

    id: Annotated[str, Meta(pattern=r"^[A-Za-z0-9 -]+$")]
    meaning: Text
    lesson: LessonId


class Figure(Record, frozen=True, kw_only=True):
    """A drawing of the course; the file is made by ``course_helpers.figures``."""

    id: Annotated[str, Meta(pattern=r"^F\d{2}[a-z]?$")]
    file: Annotated[str, Meta(pattern=r"^F\d{2}[a-z]?_[a-z_]+\.svg$")]
    title: Text
    alt: Annotated[str, Meta(min_length=40)]
    """What a reader who cannot see the drawing needs to learn from it."""
    description: Annotated[str, Meta(min_length=80)]
    """The longer description, shown on request."""


class Spot(Record, frozen=True, kw_only=True):
    """A place on a drawing: centre and size as shares (0-1) of the drawing's width and height."""

    x: Share
    y: Share
    width: Share
    height: Share


class Option(Record, frozen=True, kw_only=True):
    """One answer to a question, with its own explanation."""

    text: Text
    right: bool
    why: Text
    spot: Spot | None = None
    """Kind ``point``: where on the drawing this answer lies."""


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


class Check(Question, frozen=True, kw_only=True):
    """A question inside a lesson."""

    id: Annotated[str, Meta(pattern=r"^c\d{2}[a-z]$")]
    section: SectionId
    """The section it stands in."""


class Objective(Record, frozen=True, kw_only=True):
    """What the learner can do after the course; quiz items prove it."""

    id: Annotated[str, Meta(pattern=r"^(SC|K)\d{1,2}$")]
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
    parts: list[QuizPart]


class WarmUp(Record, frozen=True, kw_only=True):
    """An unscored question before the lessons; the lesson named in ``answered_in`` gives the answer."""

    id: Annotated[str, Meta(pattern=r"^w\d$")]
    objective: ObjectiveId
    stem: Text
    options: list[Text]
    right: Annotated[int, Meta(ge=0, le=4)]
    """Which option is right, counted from 0; used only for the count before and after."""
    answered_in: SectionId


class Person(Record, frozen=True, kw_only=True):
    """An invented person for the sign explorer."""

    id: Annotated[str, Meta(pattern=r"^[a-z]+$")]
    name: Text
    about: Text


class Sign(Record, frozen=True, kw_only=True):
    """A sign in the sign explorer and the row it belongs to, which may depend on the person."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    text: Text
    row: TierRowId | None = None
    """None: the sign is on none of the lists; the answer is still never "safe"."""
    row_for: dict[PersonId, TierRowId] = {}
    """Another row for these people."""
    not_for: list[PersonId] = []
    """People this sign cannot apply to."""
    note: str = ""


class GoodDay(Record, frozen=True, kw_only=True):
    """An invented person, and which day suits that person for looking and feeling."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    person: Text
    answer: Text
    references: list[ReferenceId]
    course_choice: str = ""
    """Not empty: what of the answer has no source and is the course's own choice."""


class HandsCount(Record, frozen=True, kw_only=True):
    """A share that a study counted, which "What hands find" shows as dots."""

    id: Literal["cancer", "pain"]
    found: Annotated[int, Meta(ge=0)]
    of: Annotated[int, Meta(ge=1)]
    sizes: list[Annotated[int, Meta(ge=1, le=1000)]]
    """The sizes of group that can be chosen."""
    meaning: Text
    """What follows from the share, whatever the size of the group."""
    references: list[ReferenceId]


class Statement(Record, frozen=True, kw_only=True):
    """A statement to sort into a column."""

    text: Text
    column: str = ""
    """The column of the course, in the words of ``columns``; empty where no answer is given (a vote)."""
    why: str = ""
    row: TierRowId | None = None
    """Not empty: the sign this is, whose "who" and "how soon" are told with the answer."""
    claims: list[ClaimId] = []
    references: list[ReferenceId] = []
    course_choice: str = ""
    """Not empty: what of the answer has no source and is the course's own choice."""


class Sorting(Record, frozen=True, kw_only=True):
    """Statements that a learner sorts into columns; its id is the section it stands in."""

    id: SectionId
    title: Text
    instruction: Text
    columns: Annotated[list[Text], Meta(min_length=2, max_length=4)]
    statements: Annotated[list[Statement], Meta(min_length=2, max_length=10)]
    never_wrong: str = ""
    """A column that is never called wrong, such as "Report it": nobody is to be talked out of a call."""
    closing: Text
    """Said once every statement has a column."""
    limit: str = ""
    """What always stands below, such as "this is no all-clear"."""


class Matching(Record, frozen=True, kw_only=True):
    """Situations of tier 3, each to be matched with its change; its id is the section it stands in."""

    id: SectionId
    title: Text
    instruction: Text
    rounds: Annotated[list[Annotated[list[TierRowId], Meta(min_length=2, max_length=4)]], Meta(min_length=1)]
    """The rows met together. Their words are those of ``tiers.toml``, so that the two cannot drift apart."""
    closing: Text
    limit: str = ""


class Pace(Record, frozen=True, kw_only=True):
    """A pace of a hand that the pace bar shows."""

    id: Annotated[str, Meta(pattern=r"^[a-z]+$")]
    cm_per_second: Annotated[int, Meta(ge=1, le=20)]
    name: Text
    about: Text
    references: list[ReferenceId] = []
    course_choice: str = ""
    """Not empty: what of it has no source and is the course's own choice."""
    at_start: bool = False
    """True for the pace that is chosen when the bar is first shown."""


ReadinessLevel = Literal["help-now", "not-today", "go-with-changes", "go"]
"""What the readiness check may say, most urgent first. It is no diagnosis, no score and no probability."""


class ReadinessChoice(Record, frozen=True, kw_only=True):
    """An answer to the second question that follows a yes."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    text: Text
    outcome: ReadinessLevel
    card: CareCardId | None = None
    rows: list[TierRowId] = []
    """Outcome ``go-with-changes``: the situations whose changes are said before Start."""
    change: str = ""
    """Outcome ``go-with-changes``: a change that belongs to no tier row."""


class ReadinessPick(Record, frozen=True, kw_only=True):
    """A situation that a learner may tick; each brings its change."""

    text: Text
    row: TierRowId


class ReadinessQuestion(Record, frozen=True, kw_only=True):
    """One question of the readiness check: a short stem and its signs, one a line."""

    id: Annotated[str, Meta(pattern=r"^(relax|milk)-\d$")]
    stem: Text
    signs: list[Text] = []
    rows: list[TierRowId]
    references: list[ReferenceId] = []
    """Sources where the question rests on no tier row; otherwise the rows carry them."""
    outcome: ReadinessLevel
    """The strictest outcome of a yes; it holds until the second question is answered."""
    card: CareCardId
    """The strictest card of a yes."""
    follow_up: str = ""
    """The second question after a yes; empty where there is none."""
    choices: list[ReadinessChoice] = []
    picks: list[ReadinessPick] = []
    """Situations to tick after a yes; "not sure" means all of them."""
    course_rule: str = ""
    reviewed_on: datetime.date


class ReadinessCombination(Record, frozen=True, kw_only=True):
    """Two answers that mean more together than each alone."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    question: ReadinessId
    """A question answered with yes or not sure ..."""
    with_question: ReadinessId
    with_choices: list[str]
    """... together with one of these choices of another question."""
    outcome: ReadinessLevel
    card: CareCardId


class Adjustment(Record, frozen=True, kw_only=True):
    """What a situation changes in the player of a routine."""

    id: Annotated[str, Meta(pattern=r"^T[23]-[a-z-]+\.(relax|before_feed|between_feeds)$")]
    row: TierRowId
    routine: Routine
    steps_off: list[StepId] = []
    pressure_max: PressureLevel | None = None


class WorkshopBlock(Record, frozen=True, kw_only=True):
    """One block of a workshop: sections of the lessons, time for the group, or both."""

    title: Text
    do: Text
    """What the facilitator does in it."""
    sections: list[SectionId] = []
    or_sections: list[SectionId] = []
    """Other sections that may be taken instead; they last as long."""
    group_minutes: Annotated[int, Meta(ge=0, le=60)] = 0
    """Minutes for welcome, talk and breaks, on top of the sections' own."""


class WorkshopPlan(Record, frozen=True, kw_only=True):
    """A workshop from welcome to close."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    title: Text
    minutes: Annotated[int, Meta(ge=30, le=480)]
    """What all blocks last together."""
    touch: Literal["watch", "watch-or-practise"]
    note: Text
    blocks: list[WorkshopBlock]


class WorkshopQuestion(Record, frozen=True, kw_only=True):
    """A question that groups ask, with an honest answer."""

    id: Annotated[str, Meta(pattern=r"^wq\d{1,2}$")]
    question: Text
    answer: Text
    references: list[ReferenceId]
    claims: list[ClaimId] = []
    course_choice: str = ""
    """Not empty: what of the answer has no source and is the course's own choice."""


class Review(Record, frozen=True, kw_only=True):
    """When the clinical content was last checked, and by whom."""

    checked_on: datetime.date
    review_by: datetime.date
    clinician_sign_off: bool
    statement: Text
    """What learners are told about it."""
