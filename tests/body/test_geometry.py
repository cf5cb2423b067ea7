"""Areas and hand paths: strokes stay where they belong, and your left is on the left."""

import itertools
import math

import pytest

from course_helpers.body import geometry
from course_helpers.body.geometry import MOUND, NIPPLE, SEARCH_OUTLINE, TAIL, Ellipse, Point
from tests.each import each

QUARTERS: tuple[geometry.Quarter, ...] = ("upper outer", "upper inner", "lower outer", "lower inner")


def grown(path: geometry.Polyline, by: float) -> geometry.Polyline:
    """An area a little larger than drawn, so that a point on its edge counts as inside."""
    x = sum(place.x for place in path) / len(path)
    y = sum(place.y for place in path) / len(path)
    return tuple(Point(x + (place.x - x) * by, y + (place.y - y) * by) for place in path)


def signed_area(path: geometry.Polyline) -> float:
    """Positive for a path that turns clockwise as drawn, since ``y`` grows downwards."""
    pairs = zip(path, (*path[1:], path[0]), strict=True)
    return sum(a.x * b.y - b.x * a.y for a, b in pairs) / 2


def test_your_left_is_at_smaller_x() -> None:
    left, right = (geometry.on_side(SEARCH_OUTLINE, side) for side in ("left", "right"))
    assert max(place.x for place in left) <= min(place.x for place in right)


def test_mirroring_twice_gives_the_same_path() -> None:
    assert geometry.mirrored(geometry.mirrored(SEARCH_OUTLINE)) == SEARCH_OUTLINE


def test_areas_have_the_size_of_a_chest() -> None:
    left, top, right, bottom = geometry.bounds(SEARCH_OUTLINE)
    assert 140 <= right - left <= 190
    assert 230 <= bottom - top <= 320


def test_the_nipple_lies_in_the_mound_and_the_mound_in_the_area_to_check() -> None:
    assert geometry.contains(MOUND.points(), NIPPLE)
    assert all(geometry.contains(SEARCH_OUTLINE, place) for place in MOUND.points())


def test_the_tail_runs_from_the_mound_towards_the_armpit() -> None:
    tail = TAIL.points()
    assert any(geometry.contains(MOUND.points(), place) for place in tail)
    assert min(place.y for place in tail) < MOUND.centre.y - MOUND.ry
    assert max(place.x for place in tail) > 140


@pytest.mark.parametrize("name", QUARTERS)
def test_outer_quarters_are_towards_the_arm(name: geometry.Quarter) -> None:
    path = geometry.quarter(name)
    middle = Point(sum(p.x for p in path) / len(path), sum(p.y for p in path) / len(path))
    assert (middle.x > NIPPLE.x) == ("outer" in name)
    assert (middle.y > NIPPLE.y) == ("lower" in name)


def test_strips_stay_inside_the_area_to_check() -> None:
    path = geometry.evenly(geometry.strips(SEARCH_OUTLINE), 2.0)
    outside = [place for place in path if not geometry.contains(grown(SEARCH_OUTLINE, 1.01), place)]
    assert outside == []


@pytest.mark.parametrize("lane", [12.0, 19.0, 25.0])
def test_strips_leave_no_lane_out(lane: float) -> None:
    path = geometry.strips(SEARCH_OUTLINE, lane=lane)
    xs = sorted({round(place.x, 3) for place in path})
    assert max(b - a for a, b in itertools.pairwise(xs)) <= lane + 1e-6


@each(
    "path",
    [
        geometry.palm_circle(),
        geometry.palm_circle(clockwise=False),
        geometry.rings(),
        geometry.circle(NIPPLE, 20),
        *geometry.spokes(),
        *(geometry.edge_to_nipple(angle) for angle in range(0, 360, 30)),
        *geometry.circles_along(geometry.edge_to_nipple(200)[3:], radius=8),
    ],
)
def test_strokes_stay_on_the_mound(path: geometry.Polyline) -> None:
    edge = MOUND.scaled(1.001).points(180)
    assert all(geometry.contains(edge, place) for place in path)


@pytest.mark.parametrize("clockwise", [True, False])
def test_clockwise_is_clockwise_as_drawn(clockwise: bool) -> None:
    for path in (geometry.circle(NIPPLE, 10, clockwise=clockwise), geometry.palm_circle(clockwise=clockwise)):
        assert (signed_area(path) > 0) == clockwise


def test_a_stroke_to_the_nipple_comes_nearer_and_stops_short() -> None:
    path = geometry.edge_to_nipple(250, stop_short=18)
    gaps = [geometry.distance(place, NIPPLE) for place in path]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] == pytest.approx(18)


def test_a_spiral_ends_in_the_middle_of_its_area() -> None:
    path = geometry.spiral(Point(50, 60), outer=20, turns=3)
    assert geometry.distance(path[0], Point(50, 60)) == pytest.approx(20)
    assert geometry.distance(path[-1], Point(50, 60)) == pytest.approx(4)


def test_a_sweep_ends_where_it_is_sent() -> None:
    assert geometry.sweep(Point(0, 0), (30, -40), (60, -60))[-1] == pytest.approx((60, -60))


def test_halfway_along_a_path_is_half_of_its_length() -> None:
    path = (Point(0, 0), Point(10, 0), Point(10, 30))
    assert geometry.along(path, 0.5) == pytest.approx((10, 10))
    assert geometry.length(geometry.evenly(path, 2.5)) == pytest.approx(40)


def test_a_smooth_curve_passes_through_its_knots_and_does_not_jump() -> None:
    knots = ((0, 0), (10, 5), (30, 0), (32, 40))
    points = geometry.curve(*knots).points(steps=20)
    for knot in knots:
        assert min(math.dist(knot, place) for place in points) < 1e-9
    assert max(math.dist(a, b) for a, b in itertools.pairwise(points)) < 4


def test_a_corner_is_kept_sharp() -> None:
    pieces = geometry.joined([(0, 0), (10, 0)], [(10, 10)]).pieces()
    end, start = pieces[0][3], pieces[1][0]
    assert end == start == (10, 0)
    assert pieces[0][2].y == pytest.approx(0)
    assert pieces[1][1].x == pytest.approx(10)


def test_an_ellipse_turned_a_quarter_swaps_its_sides() -> None:
    left, top, right, bottom = geometry.bounds(Ellipse(Point(0, 0), 30, 10, 90).points())
    assert (right - left, bottom - top) == pytest.approx((20, 60))
