"""Steps are told with everything that keeps them light: pressure, what to leave out, what is optional."""

import re

import pytest

import course_helpers as course
from course_helpers.error_boundary import FALLBACK_TITLE
from course_helpers.knowledge import load
from course_helpers.knowledge.routines import RoutineStep
from course_helpers.lesson.routines import marks, numbered_steps, pressure
from course_helpers.locale import localised
from tests.each import each

STEPS = [(routine, step) for routine, text in load().routines.items() for step in text.steps]
each_step = each("routine, step", STEPS, named=lambda value: getattr(value, "id", value))


def same(text: str) -> str:
    """Text without Markdown escapes, in lower case."""
    return text.replace("\\", "").lower()


@each_step
def test_every_avoid_line_is_shown(routine: str, step: RoutineStep) -> None:
    table = same(course.routine_steps(routine)._repr_markdown_())
    card = same(course.routine_step(routine, step.id)._repr_markdown_())
    before = same(course.routine_step(routine, before_it(routine, step).id)._repr_markdown_())
    told_before = load().strings.routine.same_as_before in card
    for avoid in step.avoid:
        assert localised(avoid).lower() in table
        assert localised(avoid).lower() in card or (told_before and localised(avoid).lower() in before)


def before_it(routine: str, step: RoutineStep) -> RoutineStep:
    """The step whose card stands just before; the first step itself."""
    steps = load().routines[routine].steps
    return steps[max(0, steps.index(step) - 1)]


def test_only_a_long_list_told_just_before_is_named_together() -> None:
    together = {
        step.id
        for routine, step in STEPS
        if load().strings.routine.same_as_before in same(course.routine_step(routine, step.id)._repr_markdown_())
    }
    assert together == {"a3", "a5"}
    card = same(course.routine_step("relax", "a5")._repr_markdown_())
    for own in ("pinching", "rolling", "pulling", "squeezing"):
        assert own in card


def fold_of(step: RoutineStep) -> str:
    """The fold of the section that shows a step."""
    [section] = [s.id for lesson in load().lessons.values() for s in lesson.sections if step.id in s.steps]
    return same(course.look_closer(section)._repr_markdown_())


@each_step
def test_a_card_tells_a_step_and_the_fold_all_that_is_known_of_it(routine: str, step: RoutineStep) -> None:
    table = same(course.routine_steps(routine)._repr_markdown_())
    card = same(course.routine_step(routine, step.id)._repr_markdown_())
    for text in (step.title, step.instruction, step.pressure_note, step.label):
        assert localised(text).lower() in table
        assert localised(text).lower() in card
    for text in (step.title, step.time_note, step.direction, step.motion):
        assert localised(text).lower() in fold_of(step)


@each_step
def test_a_card_is_one_card_without_a_fold(routine: str, step: RoutineStep) -> None:
    shown = course.routine_step(routine, step.id)._repr_html_()
    assert shown.count("<section") == 1
    assert "<details" not in shown


@each_step
def test_optional_steps_are_marked(routine: str, step: RoutineStep) -> None:
    """A step that touches the nipples is off until it is chosen, and says so in words."""
    card = course.routine_step(routine, step.id)._repr_markdown_().splitlines()[0]
    assert ("optional" in card) == step.optional
    assert ("off at first" in card) == (step.optional and not step.on_at_start)
    rows = course.routine_steps(routine)._repr_markdown_().splitlines()
    row = next(row for row in rows if "|" in row and step.title in row.split("|")[1])
    assert ("optional" in row.split("|")[1]) == step.optional


@each_step
def test_no_step_presses_harder_than_level_2(routine: str, step: RoutineStep) -> None:
    level = re.match(r"(\d)(?: to (\d))?\. ", pressure(step))
    if level:
        assert max(int(found) for found in level.groups() if found) <= 2
    else:
        assert step.pressure_min is None


def _titled(row: str) -> str:
    """The title in the first cell of a row of the table of steps, without number and mark."""
    cell = row.split("|")[1].strip() if row.startswith("| ") else ""
    return cell.split(". ", 1)[-1].removesuffix(" (not on the sheet)")


@each_step
def test_a_time_says_whose_it_is(routine: str, step: RoutineStep) -> None:
    row = next(line for line in fold_of(step).splitlines() if _titled(line) == step.title.lower())
    if step.led_by == "clock" and step.seconds:
        assert ("(our choice)" if step.time_basis == "course-choice" else "(from a source)") in row
    elif step.led_by == "baby":
        assert "baby sets the time" in row
        assert "Baby sets the time" in course.routine_step(routine, step.id)._repr_markdown_()


def test_nipples_and_tapping_are_off_until_chosen() -> None:
    for routine, step_id in (("relax", "a4"), ("relax", "a5"), ("between_feeds", "c3")):
        step = next(s for s in load().routines[routine].steps if s.id == step_id)
        assert "off at first" in marks(step)[0]


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


def test_b20_a_step_that_is_not_on_the_sheet_has_no_number() -> None:
    """The sheet's own steps are numbered without a gap; the course's sweeps and cold pack are marked instead."""
    for text in load().routines.values():
        numbers = [number for number, _ in numbered_steps(text) if number is not None]
        assert numbers == list(range(1, len(numbers) + 1))
    sweeps = course.routine_step("between_feeds", "c3x")._repr_markdown_().splitlines()[0]
    assert "Not on the sheet" in sweeps
    assert "Step" not in sweeps
    assert "Step 4" in course.routine_step("between_feeds", "c4")._repr_markdown_()


def test_b11_circles_never_go_over_a_sore_nipple_or_in_pregnancy() -> None:
    assert "any nipple in pregnancy: circle round it" in course.routine_step("relax", "a2")._repr_markdown_()
    for step_id in ("a2", "a3"):
        step = next(step for step in load().routines["relax"].steps if step.id == step_id)
        assert "a sore nipple, or any nipple in pregnancy: circle round it" in step.avoid
        assert "beside the nipples" in course.routine_step("relax", step_id)._repr_markdown_()
    for routine, step_id in (("before_feed", "b3"), ("before_feed", "b4"), ("between_feeds", "c4")):
        assert "before the darker ring" in course.routine_step(routine, step_id)._repr_markdown_()


def test_b5_expressing_has_two_measures() -> None:
    card = course.routine_step("between_feeds", "c5")._repr_markdown_()
    assert "Stop when you are comfortable, or at one feed’s worth" in card


def test_b8_a_light_hand_is_taught_for_hands_as_well_as_pumps_and_says_what_was_not_read() -> None:
    card = course.routine_step("between_feeds", "c6")._repr_markdown_()
    assert "between rounds by hand" in card
    assert "we could not read how firmly they pressed" in card
