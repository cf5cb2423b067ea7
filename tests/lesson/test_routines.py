"""Steps are told with everything that keeps them light: pressure, what to leave out, what is optional."""

import re

import pytest

import course_helpers as course
from course_helpers.knowledge import load
from course_helpers.knowledge.routines import RoutineStep
from course_helpers.lesson.routines import marks, pressure
from course_helpers.locale import localised
from course_helpers.shown import FALLBACK_TITLE

STEPS = [(routine, step) for routine, text in load().routines.items() for step in text.steps]
each_step = pytest.mark.parametrize(("routine", "step"), STEPS, ids=lambda value: getattr(value, "id", value))


def same(text: str) -> str:
    """Text without Markdown escapes, in lower case."""
    return text.replace("\\", "").lower()


@each_step
def test_every_avoid_line_is_shown(routine: str, step: RoutineStep) -> None:
    table = same(course.routine_steps(routine)._repr_markdown_())
    card = same(course.routine_step(routine, step.id)._repr_markdown_())
    for avoid in step.avoid:
        assert localised(avoid).lower() in table
        assert localised(avoid).lower() in card


@each_step
def test_the_instruction_and_every_note_are_shown(routine: str, step: RoutineStep) -> None:
    table = same(course.routine_steps(routine)._repr_markdown_())
    card = same(course.routine_step(routine, step.id)._repr_markdown_())
    for text in (step.title, step.instruction, step.time_note, step.pressure_note, step.direction, step.label):
        assert localised(text).lower() in table
        assert localised(text).lower() in card


@each_step
def test_optional_steps_are_marked(routine: str, step: RoutineStep) -> None:
    """A step that touches the nipples is off until it is chosen, and says so in words."""
    card = course.routine_step(routine, step.id)._repr_markdown_().splitlines()[0]
    assert ("optional" in card) == step.optional
    assert ("off until you choose it" in card) == (step.optional and not step.on_at_start)
    row = next(r for r in course.routine_steps(routine)._repr_markdown_().splitlines() if f". {step.title}" in r)
    assert ("optional" in row.split("|")[1]) == step.optional


@each_step
def test_no_step_presses_harder_than_level_2(routine: str, step: RoutineStep) -> None:
    level = re.match(r"(\d)(?: to (\d))?\. ", pressure(step))
    if level:
        assert max(int(found) for found in level.groups() if found) <= 2
    else:
        assert step.pressure_min is None


@each_step
def test_a_time_says_whose_it_is(routine: str, step: RoutineStep) -> None:
    card = course.routine_step(routine, step.id)._repr_markdown_()
    if step.led_by == "clock" and step.seconds:
        assert ("(our choice)" if step.time_basis == "course-choice" else "(from a source)") in card
    elif step.led_by == "baby":
        assert "Baby sets the time" in card


def test_nipples_and_tapping_are_off_until_chosen() -> None:
    for routine, step_id in (("relax", "a4"), ("relax", "a5"), ("between_feeds", "c3")):
        step = next(s for s in load().routines[routine].steps if s.id == step_id)
        assert "off until you choose it" in marks(step)[0]


def test_disputed_and_untested_steps_say_so() -> None:
    assert "experts differ" in course.routine_step("between_feeds", "c3x")._repr_markdown_()
    assert "untested" in course.routine_step("between_feeds", "c3")._repr_markdown_()


@pytest.mark.parametrize("routine", load().routines)
def test_a_routine_in_words_has_no_word_unfilled(routine: str) -> None:
    shown = course.routine_steps(routine)._repr_html_()
    assert not re.search(r"\{\w+\}", shown)
    assert load().routines[routine].head.purpose in shown


def test_an_unknown_step_is_a_sentence_not_a_traceback() -> None:
    assert repr(course.routine_step("relax", "b1")) == FALLBACK_TITLE
