"""Routines as the player counts them: segments, movement, today's plan, and what reaches the browser."""

import json
import math
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from course_helpers.body.geometry import MOUND, NIPPLE, Ellipse, Point, contains
from course_helpers.body.movements import AREOLA_RADIUS, CONTACT, NIPPLE_RADIUS, PACE_MM_PER_SECOND
from course_helpers.body.stage import SCALE, SIZE, on_stage, to_pixels
from course_helpers.knowledge import load
from course_helpers.player.motion import hands_of, motion
from course_helpers.player.pain import LIGHTER, Pain
from course_helpers.player.plan import Plan, plan, pressure_levels
from course_helpers.player.segments import Segment, segments, version
from course_helpers.player.view_model import routine_page
from course_helpers.readiness import Assessment, Given, assess, questions_of
from tests.each import each
from tests.player.drawing_size import drawing_size

DAY = date(2026, 11, 24)
ROUTINES = sorted(load().routines)
SEGMENTS = [(name, segment) for name in ROUTINES for segment in segments(load().routines[name])]
each_routine = pytest.mark.parametrize("name", ROUTINES)
each_segment = each("name, segment", SEGMENTS, named=lambda value: getattr(value, "id", value))


@each_routine
def test_every_step_has_its_segments_in_order(name: str) -> None:
    routine = load().routines[name]
    found = [segment.step.id for segment in segments(routine)]
    taken_in = [segment.before.id for segment in segments(routine) if segment.before]
    assert [step.id for step in routine.steps if step.id not in taken_in] == list(dict.fromkeys(found))


@each_routine
def test_both_sides_get_the_same_time_and_say_which_side(name: str) -> None:
    """Hazard: the second side gets less, or nobody says which side it is."""
    sides: dict[str, list[Segment]] = {}
    for segment in segments(load().routines[name]):
        if segment.side:
            sides.setdefault(segment.step.id, []).append(segment)
    for pair in sides.values():
        assert [segment.side for segment in pair] == ["left", "right"]
        assert len({segment.seconds for segment in pair}) == 1
        assert [segment.changeover for segment in pair] == [False, True]


@each_segment
def test_a_side_is_drawn_on_that_side(name: str, segment: Segment) -> None:
    """Hazard: wrong side shown. As in a mirror, the learner's left is on the left of the drawing."""
    middle = SIZE[0] / 2
    for hand in motion(segment)["hands"]:
        across = [x for stroke in hand["strokes"] for x, _ in stroke]
        if segment.side == "left":
            assert max(across) < middle
        if segment.side == "right":
            assert min(across) > middle


@each_segment
def test_hands_stay_on_the_stage_and_keep_the_pace(name: str, segment: Segment) -> None:
    for hand in hands_of(segment):
        assert all(on_stage(point) for stroke in hand.strokes for point in stroke)
        for stroke, seconds in zip(hand.strokes, hand.seconds, strict=True):
            length = sum(math.dist(a, b) for a, b in pairwise(stroke))
            assert length / seconds <= PACE_MM_PER_SECOND + 0.5


@pytest.mark.parametrize("step", ["b3", "b4", "c4"])
def test_strokes_to_the_nipple_end_before_the_darker_ring(step: str) -> None:
    [segment] = [segment for _, segment in SEGMENTS if segment.id == f"{step}-right"]
    for hand in hands_of(segment):
        for stroke in hand.strokes:
            far, near = math.dist(stroke[0], NIPPLE), math.dist(stroke[-1], NIPPLE)
            assert near < far
            assert min(math.dist(point, NIPPLE) for point in stroke) >= 12
    assert MOUND.scaled(0.2).at(0) != NIPPLE


@each_segment
def test_b11_no_drawn_hand_comes_over_a_nipple_but_in_the_two_steps_on_it(name: str, segment: Segment) -> None:
    """What is drawn is what the words say: round the nipple and not over it, and no pad on the darker ring."""
    near = [(hand.points(90), nipple) for hand in drawn_hands(segment) for nipple in NIPPLES if reaches(hand, nipple)]
    assert any(contains(shape, nipple) for shape, nipple in near) == segment.step.on_nipple
    if segment.step.on_nipple:
        return
    to_the_ring = "before the darker ring" in f"{segment.step.instruction} {segment.step.hand_words}"
    away = AREOLA_RADIUS if to_the_ring else NIPPLE_RADIUS
    assert min((math.dist(edge, nipple) for shape, nipple in near for edge in shape), default=away) >= away


NIPPLES = (NIPPLE, Point(-NIPPLE.x, NIPPLE.y))


def drawn_hands(segment: Segment) -> Iterator[Ellipse]:
    """Every place of every hand, as large as the rule takes it."""
    for hand in hands_of(segment):
        for stroke, angle in zip(hand.strokes, hand.angles, strict=True):
            yield from (Ellipse(point, *CONTACT[hand.marker], angle) for point in stroke)


def reaches(hand: Ellipse, nipple: Point) -> bool:
    """Whether a hand may come to the darker ring at all; most are much further away, and need no closer look."""
    return math.dist(hand.centre, nipple) <= max(hand.rx, hand.ry) + AREOLA_RADIUS


def test_b11_the_page_draws_a_hand_as_large_as_the_rule_takes_it() -> None:
    for page in (segment for name in ROUTINES for segment in routine_page(name)["segments"]):
        for hand in page["motion"]["hands"]:
            assert hand["size"] == [round(half * SCALE, 1) for half in CONTACT[hand["marker"]]]
            assert len(hand["angles"]) == len(hand["strokes"])


@pytest.mark.parametrize(("step", "sign"), [("a2", 1), ("a3", -1)])
def test_circles_turn_the_way_the_words_say(step: str, sign: int) -> None:
    """Clockwise is clockwise as drawn; y grows downwards on the page."""
    [segment] = [segment for _, segment in SEGMENTS if segment.id == step]
    for hand in hands_of(segment):
        pixels = [to_pixels(point) for point in hand.strokes[0]]
        area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(pixels, pixels[1:] + pixels[:1], strict=True))
        assert math.copysign(1, area) == sign


@cache
def shown(name: str) -> dict[str, dict[str, Any]]:
    """The segments of a routine as the page has them, by their ids; made once for all that only reads them."""
    return {segment["id"]: segment for segment in routine_page(name)["segments"]}


@each_segment
def test_every_step_is_told_in_words(name: str, segment: Segment) -> None:
    """A20: start, direction, end, side and pressure without the drawing."""
    page = shown(name)[segment.id]
    assert len(page["words"]) > 20
    assert "{" not in " ".join([page["words"], page["instruction"], page["pressure"], page["time"], *page["avoid"]])
    assert page["instruction"]
    assert page["pressure"]
    if segment.seconds:
        assert page["ms"] == segment.seconds * 1000


@each_segment
def test_nothing_urges_through_pain(name: str, segment: Segment) -> None:
    """S18."""
    page = shown(name)[segment.id]
    text = " ".join([page["title"], page["instruction"], page["words"], *page["avoid"]]).lower()
    assert not re.search(r"push through|no pain|ignore|bear it|hold out|just a little more|despite", text)


def test_no_word_of_the_player_urges_through_pain() -> None:
    """S18, for the cues."""
    words = " ".join(load().strings.player.by_name().values()).lower()
    urging = r"push through|no pain|ignore|bear it|hold out|just a little more|keep going|streak|well done"
    assert not re.search(urging, words)


@each_routine
def test_every_segment_has_a_longest_time(name: str) -> None:
    """S16, B10: each step names its own longest time, and the page stops there; only the baby has none."""
    routine = load().routines[name]
    page = shown(name)
    for segment in segments(routine):
        longest = segment.step.longest_seconds
        assert (longest is None) == (segment.step.led_by == "baby")
        assert page[segment.id]["most"] == (None if longest is None else longest * 1000)
        assert (segment.seconds or 0) <= (longest or 3600)
    assert routine.head.most_minutes_a_day <= 60


@each_routine
def test_hands_come_back_seldom(name: str) -> None:
    """B10: the nipple once, a firm area at most twice, and every step in which a hand works says how often."""
    for step in load().routines[name].steps:
        if step.on_nipple:
            assert (step.most_times, step.optional, step.on_at_start) == (1, True, False)
        elif step.segments_of == "firm-area":
            assert step.most_times in {1, 2}
        elif step.pressure_max:
            assert step.most_times is not None


@each_routine
def test_nipple_steps_and_tapping_are_off_until_chosen(name: str) -> None:
    off = {segment.step.id for segment in segments(load().routines[name]) if not segment.step.on_at_start}
    assert {"relax": {"a4", "a5"}, "between_feeds": {"c3", "c3x"}}.get(name, set()) <= off


def test_the_version_changes_with_the_routine() -> None:
    assert len({version(name) for name in ROUTINES}) == len(ROUTINES)
    assert all(re.fullmatch(r"[0-9a-f]{8}", version(name)) for name in ROUTINES)


def test_the_stage_has_the_size_the_page_says() -> None:
    assert drawing_size("F24") == SIZE


@each_routine
def test_the_page_is_the_same_for_everybody(name: str) -> None:
    """S19: what is synced holds no trace of one learner."""
    assert routine_page(name) == routine_page(name)
    text = json.dumps(routine_page(name))
    assert '"reply"' not in text
    assert '"answers"' not in text


def all_no(gate: str) -> dict[str, Given]:
    return {question.id: Given("no") for question in questions_of(gate)}  # type: ignore[arg-type]


def test_a_clean_check_offers_every_step() -> None:
    routine = load().routines["relax"]
    today = plan(routine, assess("relax", all_no("relax")), Pain(), DAY)
    assert today.steps == tuple(step.id for step in routine.steps)
    assert today.left_out == ()
    assert today.pressure_max is None


def test_a_pregnant_learner_gets_no_nipple_steps() -> None:
    routine = load().routines["relax"]
    question = next(q for q in questions_of("relax") if q.id == "relax-7")
    choice = next(c.id for c in question.choices if c.outcome == "go-with-changes")
    today = plan(routine, assess("relax", all_no("relax") | {"relax-7": Given("yes", choice)}), Pain(), DAY)
    assert not {"a4", "a5"} & set(today.steps)


def test_an_implant_means_pressure_one_at_most() -> None:
    routine = load().routines["relax"]
    answers = all_no("relax") | {"relax-8": Given("yes", picks=frozenset({"T3-implant"}))}
    today = plan(routine, assess("relax", answers), Pain(), DAY)
    assert today.pressure_max == 1


def after(step: str, *, days: int = 0, said: dict[str, Given] | None = None) -> Plan:
    """The plan of the relaxation routine after a step hurt, so many days later."""
    routine, pain = load().routines["relax"], Pain()
    pain.note(routine, step, DAY)
    return plan(routine, assess("relax", all_no("relax") | (said or {})), pain, DAY + timedelta(days=days))


def test_after_a_hurt_only_later_steps_are_offered_and_lighter() -> None:
    """S13: from a later step, lighter, and this is said, whatever the check's last question was answered with."""
    today = after("a3")
    assert today.steps == ("a4", "a5", "a6", "a7", "a8", "a9")
    assert today.pressure_max == LIGHTER
    assert "lighter" in " ".join(today.changes)
    assert after("a9").steps == ()


def test_on_another_day_only_the_step_that_hurt_stays_out() -> None:
    tomorrow = after("a3", days=1)
    assert tomorrow.steps == ("a1", "a2", "a4", "a5", "a6", "a7", "a8", "a9")
    assert tomorrow.changes == ()


def test_an_earlier_hurt_brings_no_step_back() -> None:
    routine, pain = load().routines["relax"], Pain()
    pain.note(routine, "a6", DAY)
    pain.note(routine, "a2", DAY)
    assert plan(routine, assess("relax", all_no("relax")), pain, DAY).steps == ("a7", "a8", "a9")


def test_a_hurt_in_one_routine_makes_the_others_lighter() -> None:
    milk, pain = load().routines["between_feeds"], Pain()
    pain.note(load().routines["before_feed"], "b3", DAY)
    found = plan(milk, assess("milk", all_no("milk")), pain, DAY)
    assert found.pressure_max == LIGHTER
    assert len(found.steps) == len(milk.steps)
    pain.end(DAY)
    assert pain.ended(DAY)
    assert not pain.ended(DAY + timedelta(days=1))


CHANGES: dict[tuple[str, str], tuple[set[str], int | None]] = {
    ("T3-pregnancy", "relax"): ({"a4", "a5"}, None),
    ("T3-blood", "relax"): (set(), 1),
    ("T3-blood", "before_feed"): (set(), 1),
    ("T3-blood", "between_feeds"): ({"c3"}, 1),
    ("T3-implant", "relax"): (set(), 1),
    ("T3-implant", "before_feed"): (set(), 1),
    ("T3-implant", "between_feeds"): (set(), 1),
    ("T3-nodes", "before_feed"): (set(), 1),
    ("T3-nodes", "between_feeds"): ({"c3x"}, None),
    ("T3-heart-kidney-clot", "between_feeds"): ({"c3x"}, None),
    ("T2-cancer", "between_feeds"): ({"c3x"}, None),
    ("T3-nipples", "relax"): ({"a4", "a5"}, None),
    ("T3-oversupply", "relax"): ({"a2", "a3", "a4", "a5"}, None),
    ("T3-oversupply", "before_feed"): ({"b2", "b3", "b4"}, None),
    ("T3-oversupply", "between_feeds"): ({"c2", "c3", "c3x", "c4", "c6"}, None),
    ("T3-numb", "relax"): (set(), 1),
    ("T3-numb", "before_feed"): ({"b2"}, 1),
    ("T3-numb", "between_feeds"): ({"c9"}, 1),
}
"""Which situation takes which steps out of a routine, and how lightly it is then; elsewhere only words change."""


@each("routine_id", load().routines)
@each("row", sorted({row.id for row in load().tier_rows.values() if row.changes}))
def test_each_situation_changes_what_its_words_say(row: str, routine_id: str) -> None:
    """S5: no adjustment can get lost, and none can be added unseen."""
    routine = load().routines[routine_id]
    found = plan(routine, Assessment("go-with-changes", ("GO",), (row,)), Pain(), DAY)
    off, most = CHANGES.get((row, routine_id), (set(), None))
    assert {step.id for step in routine.steps} - set(found.steps) == off
    assert found.pressure_max == most


@pytest.mark.parametrize(("most", "levels"), [(None, (1, 2)), (1, (1, 1)), (0, (0, 0))])
def test_pressure_is_capped(most: int | None, levels: tuple[int, int]) -> None:
    step = next(step for step in load().routines["between_feeds"].steps if step.id == "c1")
    assert pressure_levels(step, most) == levels
