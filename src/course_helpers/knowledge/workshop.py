"""Plans of a workshop, so that a room is not left short of time."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import ClaimId, Record, ReferenceId, SectionId, Slug, Text
from course_helpers.knowledge.lessons import Lesson
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem


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

    id: Slug
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


def minutes_of_sections(located: list[Located]) -> dict[str, int]:
    """The minutes of every section of every lesson."""
    lessons = [lesson for _, lesson in of_type(located, Lesson)]
    return {section.id: section.minutes for lesson in lessons for section in lesson.sections}


def plans_last_as_long_as_their_blocks(located: list[Located]) -> Iterator[Problem]:
    """The minutes of the sections and of the group add up to the plan's minutes."""
    minutes = minutes_of_sections(located)
    for item, plan in of_type(located, WorkshopPlan):
        total = sum(
            block.group_minutes + sum(minutes.get(section, 0) for section in block.sections) for block in plan.blocks
        )
        if total != plan.minutes:
            what = f"The blocks last {total} minutes, the plan says {plan.minutes}."
            remedy = "A lesson's minutes may have changed: shorten or lengthen a block, or leave out a section."
            yield item.problem(what, remedy, "minutes")


def either_way_lasts_as_long(located: list[Located]) -> Iterator[Problem]:
    """Two ways through a block take the same time."""
    minutes = minutes_of_sections(located)
    for item, plan in of_type(located, WorkshopPlan):
        for block in plan.blocks:
            one, other = (sum(minutes.get(s, 0) for s in way) for way in (block.sections, block.or_sections))
            if block.or_sections and one != other:
                what = f"“{block.title}” lasts {one} minutes one way and {other} the other."
                yield item.problem(what, "Choose sections that last as long.", "or_sections")


def plans_use_lessons_that_are_ready(located: list[Located]) -> Iterator[Problem]:
    """No plan leads a room to a lesson that is still being written, or twice to the same section."""
    lessons = [lesson for _, lesson in of_type(located, Lesson)]
    ready = {section.id for lesson in lessons if lesson.ready for section in lesson.sections}
    for item, plan in of_type(located, WorkshopPlan):
        used = [section for block in plan.blocks for section in (*block.sections, *block.or_sections)]
        for section in sorted({section for section in used if section not in ready}):
            yield item.problem(f"Section {section} is not ready.", "Leave it out, or mark its lesson ready.")
        for section in sorted({section for section in used if used.count(section) > 1}):
            yield item.problem(f"Section {section} stands in the plan twice.", "Name it once.")


def answers_rest_on_something(located: list[Located]) -> Iterator[Problem]:
    """An answer to a group's question has a source, or says that it is the course's own choice."""
    for item, question in of_type(located, WorkshopQuestion):
        if not question.references and not question.course_choice:
            yield item.problem("No source and no label.", "Cite a reference, or fill course_choice.", "references")


RULES = (
    plans_last_as_long_as_their_blocks,
    either_way_lasts_as_long,
    plans_use_lessons_that_are_ready,
    answers_rest_on_something,
)
