"""Which hand works, where its forearm comes from, and how it lies: every drawn hand of the course asks here.

The drawing is a mirror, so the learner's left hand is on the left. A hand that works on both sides at once has its own
side; one that works alone reaches across to the other side, as hands do. Millimetres, degrees clockwise as drawn.
"""

import math
from dataclasses import dataclass

from course_helpers.body.drawn import PoseName, hand_shapes
from course_helpers.body.geometry import Point, Side
from course_helpers.body.movements import Hand, Marker

ELBOW: dict[Side, Point] = {"left": Point(-224, 332), "right": Point(224, 332)}
"""Where an elbow lies while its hand is on the chest: beside the waist, below the picture."""
MOST_WRIST_TURN = 15.0
"""A wrist turns no further to either side of its forearm than so many degrees."""
POSES: dict[Marker, PoseName] = {"palm": "flat", "flat": "flat", "pads": "pads", "tips": "tips"}
"""How a hand is posed for what lies on the skin; a cloth is laid, and held by nobody."""


@dataclass(frozen=True)
class DrawnHand:
    """A hand as it is drawn while one stroke after the other is made."""

    pose: PoseName
    touch: tuple[float, float]
    """The place of the hand, of the left side and with fingers up, that follows the stroke."""
    by: tuple[Side, ...]
    """Whose turn each stroke is: the hand of the left or of the right side."""
    facing: dict[Side, float]
    """How each side's hand is turned in the middle of its strokes."""
    turns: tuple[float, ...] = ()
    """How the hand is turned for each stroke, where the arm goes round with it: then the forearm is straight behind."""


@dataclass(frozen=True)
class Laid:
    """A hand that lies somewhere."""

    wrist: Point
    thumb: Point
    fingers: Point
    """The tip of the middle finger."""
    wrist_turn: float
    """How far the hand is turned from its forearm."""
    three_tips: tuple[Point, Point, Point]
    """Of the index, the middle and the ring finger."""


def drawn(hand: Hand, *, alone: bool) -> DrawnHand | None:
    """The hand that makes these strokes; None where nothing of a hand is seen.

    ``alone``: no other hand works at the same time, so this one reaches across.
    """
    pose = POSES.get(hand.marker)
    if pose is None:
        return None
    by = tuple(_whose(stroke[0], alone=alone) for stroke in hand.strokes)
    touch = hand_shapes()[pose].touch[hand.marker]
    facing: dict[Side, float] = {}
    for side in dict.fromkeys(by):
        places = [place for stroke, one in zip(hand.strokes, by, strict=True) if one == side for place in stroke]
        middle = Point(sum(p.x for p in places) / len(places), sum(p.y for p in places) / len(places))
        facing[side] = round(towards(side, middle, touch), 1)
    return DrawnHand(pose, touch, by, facing)


def holding(thumb: Hand, fingers: Hand) -> DrawnHand:
    """The hand whose thumb and fingers make these strokes on either side of the nipple; it is that side's own."""
    shape = hand_shapes()["hold"]
    side: Side = "left" if thumb.strokes[0][0].x < 0 else "right"
    way = 1 if side == "left" else -1
    own = math.degrees(math.atan2(shape.thumb[1] - shape.fingers[1], way * (shape.thumb[0] - shape.fingers[0])))
    turns = []
    for above, below in zip(thumb.strokes, fingers.strokes, strict=True):
        towards_thumb = math.degrees(math.atan2(above[0].y - below[0].y, above[0].x - below[0].x))
        turns.append(round((towards_thumb - own + 180) % 360 - 180, 1))
    return DrawnHand("hold", shape.touch["hold"], (side,) * len(turns), {side: turns[0]}, tuple(turns))


def _whose(place: Point, *, alone: bool) -> Side:
    on_left = place.x < 0
    return "left" if on_left != alone else "right"


def towards(side: Side, place: Point, touch: tuple[float, float]) -> float:
    """How a hand is turned whose forearm points at the place that it touches."""
    elbow = ELBOW[side]
    own = math.degrees(math.atan2(touch[1], touch[0] if side == "left" else -touch[0]))
    turn = math.degrees(math.atan2(place.y - elbow.y, place.x - elbow.x)) - own
    return (turn + 180) % 360 - 180


def turn_at(hand: DrawnHand, side: Side, place: Point) -> float:
    """How the hand is turned at a place of its stroke: with its forearm, but never far from its middle way."""
    middle = hand.facing[side]
    away = (towards(side, place, hand.touch) - middle + 180) % 360 - 180
    return middle + max(-MOST_WRIST_TURN, min(MOST_WRIST_TURN, away))


def laid(hand: DrawnHand, side: Side, place: Point) -> Laid:
    """Where wrist, thumb and fingers are while the hand touches a place."""
    shape = hand_shapes()[hand.pose]
    turn = turn_at(hand, side, place)

    def at(spot: tuple[float, float]) -> Point:
        x, y = spot[0] - hand.touch[0], spot[1] - hand.touch[1]
        x = x if side == "left" else -x
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        return Point(place.x + x * c - y * s, place.y + x * s + y * c)

    wrist, elbow = at((0.0, 0.0)), ELBOW[side]
    arm = math.degrees(math.atan2(wrist.y - elbow.y, wrist.x - elbow.x)) + 90
    bent = (turn - arm + 180) % 360 - 180
    tips = at(shape.tips["index"]), at(shape.tips["middle"]), at(shape.tips["ring"])
    return Laid(wrist, at(shape.thumb), at(shape.middle), bent, tips)


def thumb_side(found: Laid) -> float:
    """Above 0: the thumb lies to the right of the fingers' way, as one looks along them at the drawing."""
    way = (found.fingers.x - found.wrist.x, found.fingers.y - found.wrist.y)
    thumb = (found.thumb.x - found.wrist.x, found.thumb.y - found.wrist.y)
    return way[0] * thumb[1] - way[1] * thumb[0]
