"""Where sections are, for texts and panels that lead there."""

from course_helpers.document import Inline, Link
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Lesson, Section
from course_helpers.lab_extension.assemble import anchor


def section_link(section_id: str) -> Inline:
    """A link to the heading of a section, such as "More in “Feel” (lesson 04)"; words alone if it is not written."""
    lesson, section = section_with(section_id)
    text = load().strings.lesson.told_in.format(heading=section.heading, lesson=lesson.id)
    return Link(text, section_target(section_id)) if lesson.ready else f"{text}."


def section_target(section_id: str) -> str:
    """Where the heading of a section is, as the target of a link."""
    lesson, section = section_with(section_id)
    return f"{lesson.notebook}#{anchor(section.id, section.heading)}"


def section_place(section_id: str) -> dict[str, str]:
    """The words of a link to a section, the notebook and the heading; no notebook if it is not written yet."""
    lesson, section = section_with(section_id)
    words = load().strings.panel.section
    text = words.format(section=section.id, heading=section.heading, lesson=lesson.id)
    heading = anchor(section.id, section.heading)
    return {"text": text, "lesson": lesson.notebook if lesson.ready else "", "heading": heading}


def section_with(section_id: str) -> tuple[Lesson, Section]:
    """A section and the lesson it stands in.

    Raises:
        KeyError: if no lesson has such a section.
    """
    for lesson in load().lessons.values():
        for section in lesson.sections:
            if section.id == section_id:
                return lesson, section
    raise KeyError(section_id)
