"""The ways into the course: four doors, and the short way to a first practice."""

from course_helpers.document import Document, Door, Doors, Link
from course_helpers.knowledge import load
from course_helpers.lesson.places import section_target


def doors() -> Document:
    """The four doors of the course, each with its time."""
    entries = tuple(Door(Link(d.title, section_target(d.section)), d.time, d.about) for d in load().doors.values())
    return Document(f"{len(entries)} ways into the course", (Doors(entries),))


def short_way() -> Document:
    """The steps of the short way in their order, each with its minutes."""
    words = load().strings.lesson
    entries = tuple(
        Door(Link(step.title, section_target(step.section)), words.minutes.format(minutes=step.minutes))
        for step in load().short_way.values()
    )
    return Document(f"The short way in {len(entries)} steps", (Doors(entries, numbered=True),))
