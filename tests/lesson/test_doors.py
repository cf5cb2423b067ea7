"""The ways into the course lead where they say, in the time they say."""

import course_helpers as course
from course_helpers.document import Doors
from course_helpers.document.as_typst import typst
from course_helpers.knowledge import load
from course_helpers.lesson import doors
from course_helpers.lesson.section_links import section_target


def test_every_door_and_step_leads_to_a_heading_of_a_lesson_that_is_ready() -> None:
    shown = course.doors()._repr_html_() + doors.short_way()._repr_html_()
    ways = [(door.section, door.title) for door in load().doors.values()]
    ways += [(step.section, step.title) for step in load().short_way.values()]
    for section, title in ways:
        assert f'href="{section_target(section)}"'.replace("'", "&#x27;") in shown
        assert title in shown
    assert course.doors().blocks[0].doors[0].time == "15 minutes"


def test_the_minutes_of_the_short_way_add_up_to_what_its_door_says() -> None:
    """A first practice begins within a quarter of an hour: all steps before the last, and the check in the last."""
    assert sum(step.minutes for step in load().short_way.values()) == 15
    assert load().doors["short"].time == "15 minutes"


def test_doors_are_lists_also_without_a_page_and_on_paper() -> None:
    assert doors.short_way()._repr_markdown_().startswith("1. [")
    assert course.doors()._repr_markdown_().startswith("- [")
    (block,) = doors.short_way().blocks
    assert isinstance(block, Doors)
    assert typst((block,)).startswith("#enum(")
