"""Where sections are, for panels that lead there."""

from course_helpers.knowledge import load
from course_helpers.lab_extension.assemble import anchor


def section_place(section_id: str) -> dict[str, str]:
    """The words of a link to a section, the notebook and the heading; no notebook if it is not written yet."""
    for lesson in load().lessons.values():
        for section in lesson.sections:
            if section.id == section_id:
                words = load().strings.panel.section
                text = words.format(section=section.id, heading=section.heading, lesson=lesson.id)
                heading = anchor(section.id, section.heading)
                return {"text": text, "lesson": lesson.notebook if lesson.ready else "", "heading": heading}
    raise KeyError(section_id)
