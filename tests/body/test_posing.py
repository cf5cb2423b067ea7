"""Every hand that is drawn: which hand it is, on which side, which way its thumb points, how its wrist is turned."""

import json
import math

import pytest

from course_helpers.body import drawn as stored
from course_helpers.body.drawn import hand_shapes
from course_helpers.body.geometry import NIPPLE, Ellipse, Point, Side, contains, distance
from course_helpers.body.movements import AREOLA_RADIUS, CONTACT, NIPPLE_RADIUS, Hand, hands
from course_helpers.body.posing import MOST_WRIST_TURN, DrawnHand, drawn, holding, laid, thumb_side, turn_at
from course_helpers.figures import hand_poses, stage_shapes
from course_helpers.knowledge import load
from course_helpers.player.segments import Segment, segments
from tests.each import each

SEGMENTS = [segment for routine in load().routines.values() for segment in segments(routine)]
NIPPLES = (NIPPLE, Point(-NIPPLE.x, NIPPLE.y))


def drawn_hands(segment: Segment) -> list[tuple[Hand, DrawnHand]]:
    """The hands that stroke or rest; a hold is one hand whose thumb and fingers move, and has a test of its own."""
    if segment.step.hand == "hold-and-press":
        return []
    moving = hands(segment.step.hand, segment.side, segment.area)
    found = [(hand, drawn(hand, alone=len(moving) == 1)) for hand in moving]
    return [(hand, shown) for hand, shown in found if shown]


each_segment = each("segment", [t for t in SEGMENTS if drawn_hands(t)], named=lambda segment: segment.id)


@each_segment
def test_the_right_hand_is_drawn(segment: Segment) -> None:
    """Two hands have their own sides; one that works alone reaches across; nobody has two hands of one side at once."""
    pairs = drawn_hands(segment)
    for hand, shown in pairs:
        for stroke, side in zip(hand.strokes, shown.by, strict=True):
            own = "left" if stroke[0].x < 0 else "right"
            assert (side == own) == (len(pairs) > 1)
    if len(pairs) > 1:
        assert {shown.by[0] for _, shown in pairs} == {"left", "right"}


@each_segment
def test_hands_that_rest_at_the_same_time_keep_clear_of_each_other(segment: Segment) -> None:
    """Crossed hands are drawn as a tangle of ten fingers."""
    pairs = drawn_hands(segment)
    still = [(hand, shown) for hand, shown in pairs if len(hand.strokes) == len(hand.strokes[0]) == 1]
    for hand, shown in still if len(pairs) > 1 else ():
        side, place = shown.by[0], hand.strokes[0][0]
        assert all((spot.x < 0) == (side == "left") for spot in outline(shown, side, place))


def outline(shown: DrawnHand, side: Side, place: Point) -> list[Point]:
    """The outline of a hand that lies somewhere."""
    wrist, turn, way = laid(shown, side, place).wrist, turn_at(shown, side, place), 1 if side == "left" else -1
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    spots = [(way * x, y) for x, y in hand_shapes()[shown.pose].outline]
    return [Point(wrist.x + x * c - y * s, wrist.y + x * s + y * c) for x, y in spots]


@each_segment
def test_thumbs_are_on_the_side_where_they_are(segment: Segment) -> None:
    """In a mirror one looks at the backs of one's hands: the left one's thumb lies left of its fingers' way.

    And on the chest a hand comes from below and outside, so its thumb points up.
    """
    for hand, shown in drawn_hands(segment):
        for stroke, side in zip(hand.strokes, shown.by, strict=True):
            for place in stroke:
                found = laid(shown, side, place)
                assert (thumb_side(found) > 0) == (side == "right")
                assert found.thumb.y < found.wrist.y


@each_segment
def test_a_wrist_turns_little_and_follows_its_forearm(segment: Segment) -> None:
    for hand, shown in drawn_hands(segment):
        for stroke, side in zip(hand.strokes, shown.by, strict=True):
            for place in stroke:
                assert abs(laid(shown, side, place).wrist_turn) <= MOST_WRIST_TURN
                assert abs(turn_at(shown, side, place) - shown.facing[side]) <= MOST_WRIST_TURN + 0.1


@each_segment
def test_b11_what_touches_keeps_off_the_nipple_as_the_hand_really_lies(segment: Segment) -> None:
    words = f"{segment.step.instruction} {segment.step.hand_words}"
    least = AREOLA_RADIUS if "before the darker ring" in words else NIPPLE_RADIUS
    touched = [
        Ellipse(place, *CONTACT[hand.marker], turn_at(shown, side, place)).points(72)
        for hand, shown in drawn_hands(segment)
        for stroke, side in zip(hand.strokes, shown.by, strict=True)
        for place in stroke
    ]
    assert any(contains(shape, nipple) for shape in touched for nipple in NIPPLES) == segment.step.on_nipple
    if not segment.step.on_nipple:
        assert min(distance(spot, nipple) for shape in touched for spot in shape for nipple in NIPPLES) >= least


def test_both_hands_are_mirror_images() -> None:
    left, right = (shown for _, shown in drawn_hands(next(segment for segment in SEGMENTS if segment.id == "a6")))
    one, other = laid(left, "left", Point(-40, 70)), laid(right, "right", Point(40, 70))
    for a, b in ((one.wrist, other.wrist), (one.thumb, other.thumb), (one.fingers, other.fingers)):
        assert (a.x, a.y) == pytest.approx((-b.x, b.y), abs=0.1)
    assert one.wrist_turn == pytest.approx(-other.wrist_turn, abs=0.1)


def test_in_a_hold_the_thumb_is_above_and_the_hand_that_of_its_side() -> None:
    thumb, fingers = hands("hold-and-press")
    shown = holding(thumb, fingers)
    assert set(shown.by) == {"right"}
    shape = hand_shapes()["hold"]
    assert shape.thumb[1] < shape.fingers[1]
    assert len(set(shown.turns)) == len({stroke[0] for stroke in thumb.strokes})


def test_the_stored_lines_are_what_is_computed_now() -> None:
    """One hand and the chest; ``figures`` computes all of them."""
    hands_stored = json.loads(stored.HANDS.read_text(encoding="utf-8"))
    assert set(hands_stored) == set(hand_poses.POSES)
    assert json.loads(json.dumps(hand_poses.shape("tips"))) == hands_stored["tips"]
    assert json.loads(json.dumps(stage_shapes.shapes())) == json.loads(stored.CHEST.read_text(encoding="utf-8"))


def test_a_hand_is_as_long_and_wide_as_an_adult_one_and_its_fingers_are_in_order() -> None:
    shape = hand_shapes()["flat"]
    up = [y for x, y in shape.outline]
    assert 170 <= -min(up) <= 195
    across = [x for x, y in shape.outline if -100 < y < -70 and x > -50]
    assert 75 <= max(across) + 45 <= 95
    assert shape.thumb[0] < shape.middle[0]
    assert len(shape.nails) == 5
