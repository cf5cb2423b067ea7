"""What a latch shows is computed from its shapes: nose free, chin in, more dark skin above than below."""

import pytest

from course_helpers.body.geometry import Point, contains, distance
from course_helpers.figures import latch
from course_helpers.figures.latch import GOOD, SHALLOW, START, WIDE, Scene, skin_of
from course_helpers.knowledge import load

HEIGHT = latch.draw_f15.height


def gap(scene: Scene, place: Point) -> float:
    """Millimetres from a place of the picture to the edge of the breast."""
    return min(distance(place, edge) for edge in skin_of(scene)) / latch.SCALE


def test_at_the_start_the_nose_is_level_with_the_nipple_and_the_mouth_is_closed() -> None:
    nose = START.face.to_canvas(START.head.nose)
    assert nose.y / latch.SCALE == pytest.approx(START.skin.y / latch.SCALE, abs=2)
    assert gap(START, nose) > 10
    assert START.head.gape == 0


@pytest.mark.parametrize("scene", [WIDE, GOOD])
def test_a_wide_mouth_is_wider_than_the_nipple_and_the_head_is_tipped_back(scene: Scene) -> None:
    assert scene.back > 15
    assert distance(*scene.head.lips) > 25


def test_in_a_good_latch_the_nose_is_free_and_the_chin_presses_in() -> None:
    nose, chin = (GOOD.face.to_canvas(place) for place in (GOOD.head.nose, GOOD.head.chin))
    assert not contains(skin_of(GOOD), nose)
    assert gap(GOOD, nose) > 3
    assert contains(skin_of(GOOD), chin)
    assert gap(GOOD, chin) > 5
    assert GOOD.head.lips_out
    assert GOOD.head.full_cheek


def test_more_of_the_dark_ring_shows_above_the_top_lip_than_below() -> None:
    ring = [GOOD.skin.to_canvas(place) for place in GOOD.breast.areola.points()]
    top, low = (GOOD.face.to_canvas(lip) for lip in GOOD.head.lips)
    above, below = top.y - min(place.y for place in ring), max(place.y for place in ring) - low.y
    assert above > 2 * below > 0


def test_what_is_not_yet_a_latch_has_a_narrow_mouth_with_the_nipple_alone() -> None:
    chin = SHALLOW.face.to_canvas(SHALLOW.head.chin)
    assert not contains(skin_of(SHALLOW), chin)
    assert gap(SHALLOW, chin) > 5
    assert distance(*SHALLOW.head.lips) < 0.6 * distance(*GOOD.head.lips)
    assert not SHALLOW.head.full_cheek
    assert SHALLOW.hip.x - SHALLOW.shoulder.x > 50 > GOOD.hip.x - GOOD.shoulder.x


def test_the_places_of_the_question_lie_on_what_they_name() -> None:
    def on_drawing(number: int, place: Point) -> Point:
        left, top = latch.panel_of_f15(number)
        return Point(left + place.x, top + place.y)

    question = load().check_questions["c07d"]
    spots = map(question.spot, question.options)
    level, pressed, above, below = (Point(spot.x * 640, spot.y * HEIGHT) for spot in spots if spot)
    reach = 12.0
    assert distance(level, on_drawing(0, START.face.to_canvas(START.head.nose))) < reach
    skin = [on_drawing(0, place) for place in skin_of(START)]
    assert contains(skin, pressed)
    assert pressed.y < on_drawing(0, START.skin.to_canvas((0, 0))).y - 5
    assert distance(above, on_drawing(2, GOOD.skin.to_canvas(latch.ABOVE_LIP))) < reach
    assert distance(below, on_drawing(2, GOOD.skin.to_canvas(latch.BELOW_LIP))) < reach
    assert above.y < on_drawing(2, GOOD.face.to_canvas(GOOD.head.lips[0])).y
    assert below.y > on_drawing(2, GOOD.face.to_canvas(GOOD.head.lips[1])).y
