"""The ways into the course: four doors, and the short way to a first practice."""

from course_helpers.document import Document, Door, Doors, Link
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import ShortWayStep
from course_helpers.lesson.section_links import section_target


def doors() -> Document:
    """The four doors of the course, each with its time."""
    entries = tuple(Door(Link(d.title, section_target(d.section)), d.time, d.about) for d in load().doors.values())
    return Document(f"{len(entries)} ways into the course", (Doors(entries),))


def short_way() -> Document:
    """The steps of the short way in their order, each with its minutes."""
    steps = load().short_way.values()
    entries = tuple(Door(Link(step.title, section_target(step.section)), time_of(step)) for step in steps)
    return Document(f"The short way in {len(entries)} steps", (Doors(entries, numbered=True),))


def time_of(step: ShortWayStep) -> str:
    """How long a step takes, in words."""
    words = load().strings.lesson
    return words.minute if step.minutes == 1 else words.minutes.format(minutes=step.minutes)
