"""Lessons, their sections and drawings, and the facts they tell."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.body.scenes import Scene
from course_helpers.knowledge.base import (
    CareCardId,
    ClaimId,
    FigureKey,
    LessonId,
    LessonKey,
    Minutes,
    Record,
    ReferenceId,
    SectionId,
    SectionKey,
    Slug,
    StepId,
    Text,
)
from course_helpers.knowledge.evidence import Claim
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.safety import Family

FactPart = Literal["honest-position", "when", "usual", "before-you-press", "report-numbers"]
"""What a fact about looking and feeling belongs to."""


class SelfExamFact(Record, frozen=True, kw_only=True):
    """A number or rule about looking and feeling: the honest position, when, what is usual."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9-]+$")]
    part: FactPart
    text: Text
    references: list[ReferenceId]
    course_choice: str = ""


class SelfExamStep(Record, frozen=True, kw_only=True):
    """One step of looking or feeling."""

    id: Annotated[str, Meta(pattern=r"^(look|feel)-\d+$")]
    title: Text
    how: Text
    why: str = ""
    scene: Scene
    """What the small picture beside the card shows."""
    scene_words: Text
    """That picture in words."""
    references: list[ReferenceId]
    course_choice: str = ""
    """Not empty: what of the step is the course's own choice."""


class AnatomyFact(Record, frozen=True, kw_only=True):
    """A fact that a figure draws or a lesson tells."""

    id: Slug
    label: Text
    fact: Text
    references: list[ReferenceId]


class Section(Record, frozen=True, kw_only=True):
    """One section of a lesson."""

    id: SectionKey
    minutes: Minutes
    heading: Text
    activity_minutes: Annotated[float, Meta(ge=0, le=30)] = 0.0
    """How long its questions, explorers, practice and drawings take besides reading (a course estimate)."""
    claims: list[ClaimId] = []
    figures: list[FigureKey] = []
    """The drawings the section shows. They must exist once the lesson is ready."""
    references: list[ReferenceId] = []
    """What the written text of the section rests on; the fold at its end lists it."""
    closer: list[Text] = []
    """Paragraphs for those who want more: exceptions, numbers, how it was counted. They stand in the fold."""
    steps: list[StepId] = []
    """Steps of routines that the section shows; the fold gives their times and movements in full."""
    families: list[Family] = []
    """Families of signs that the section shows in short; the fold has each of their rows in full."""
    also: list[Literal["disagreements", "relax-questions", "milk-questions", "drawings", "paper-rounds"]] = []
    """What else stands in the fold: a table of all disagreements, the questions of a readiness check in words, or
    the drawings themselves where the main line says the same in words, or the rounds of the search on paper."""
    facts: list[FactPart] = []
    """What was counted and is advised about looking and feeling; the fold has it in full."""
    self_exam: list[Literal["look", "feel"]] = []
    """Parts of the self-check that the section shows; the fold gives their reasons and our choices."""
    care_cards: list[CareCardId] = []
    """Cards that the main line names, or that the player shows when they are needed; the fold has them in full."""
    course_rule: str = ""
    """Not empty: what of the section is a course safety rule that a clinician has still to confirm."""


class Door(Record, frozen=True, kw_only=True):
    """A way into the course."""

    id: Annotated[str, Meta(pattern=r"^[a-z]+$")]
    title: Text
    time: Text
    """How long it takes, in words."""
    about: Text
    section: SectionId


class ShortWayStep(Record, frozen=True, kw_only=True):
    """A step of the short way to a first practice."""

    id: Annotated[str, Meta(pattern=r"^[a-z]+$")]
    title: Text
    minutes: Minutes
    section: SectionId
    done_when: Literal["gone-to", "known", "practised"] = "gone-to"
    """What the record has once the step is done: that it was gone to, the right answers, or a practice."""


class Lesson(Record, frozen=True, kw_only=True):
    """One lesson, its sections and the person it opens with."""

    id: LessonKey
    title: Text
    notebook: Annotated[str, Meta(pattern=r"^\d{2}_[a-z_]+\.ipynb$")]
    minutes: Minutes
    person: Text
    path: Literal["everyone", "milk", "facilitator", "appendix"]
    summary: Text
    ready: bool = False
    """True once the notebook is written; the course map links only to ready lessons."""
    most_words: Annotated[int, Meta(ge=100, le=5000)] | None = None
    """The most visible words that its main line may have: a course that people finish (a course choice)."""
    sections: list[Section]


class Word(Record, frozen=True, kw_only=True):
    """A glossary entry."""

    id: Annotated[str, Meta(pattern=r"^[A-Za-z0-9 -]+$")]
    meaning: Text
    lesson: LessonId


class Figure(Record, frozen=True, kw_only=True):
    """A drawing of the course; the file is made by ``course_helpers.figures``."""

    id: FigureKey
    file: Annotated[str, Meta(pattern=r"^F\d{2}[a-z]?_[a-z_]+\.svg$")]
    title: Text
    alt: Annotated[str, Meta(min_length=40)]
    """What a reader who cannot see the drawing needs to learn from it."""
    description: Annotated[str, Meta(min_length=80)]
    """The longer description, shown on request."""
    narrow: bool = False
    """Whether there is a layout for a narrow column too, in a file of its own."""

    @property
    def narrow_file(self) -> str:
        """The file of the narrow layout."""
        return f"{self.file.removesuffix('.svg')}_narrow.svg"


def homes_fit_their_sections(located: list[Located]) -> Iterator[Problem]:
    """A claim's home section belongs to its home lesson and lists the claim."""
    lessons = {lesson.id: lesson for _, lesson in of_type(located, Lesson)}
    for item, claim in of_type(located, Claim):
        lesson = lessons.get(claim.home)
        sections = {section.id: section for section in lesson.sections} if lesson else {}
        if lesson and claim.section not in sections:
            what = f"Section {claim.section} is not in lesson {claim.home}."
            yield item.problem(what, "Name a section of the home lesson.", "section")
        elif lesson and claim.id not in sections[claim.section].claims:
            what = f"Section {claim.section} does not list {claim.id}."
            yield item.problem(what, "Add the claim to that section in lessons.toml.", "section")


def minutes_sum_up(located: list[Located]) -> Iterator[Problem]:
    """A lesson lasts as long as its sections."""
    for item, lesson in of_type(located, Lesson):
        total = sum(section.minutes for section in lesson.sections)
        if total != lesson.minutes:
            what = f"The sections last {total} minutes, the lesson says {lesson.minutes}."
            yield item.problem(what, "Make the two agree.", "minutes")


def drawings_exist(located: list[Located]) -> Iterator[Problem]:
    """A lesson that is ready shows only drawings that there are."""
    known = {figure.id for _, figure in of_type(located, Figure)}
    for item, lesson in of_type(located, Lesson):
        planned = {figure for section in lesson.sections for figure in section.figures}
        for missing in sorted(planned - known) if lesson.ready else ():
            yield item.problem(f"There is no drawing {missing}.", "Draw it, or correct the id.")


RULES = (
    homes_fit_their_sections,
    minutes_sum_up,
    drawings_exist,
)
