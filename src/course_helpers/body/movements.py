"""How hands move: every movement that a step of a routine can name, as strokes with their times.

Lengths come from ``body.geometry`` in millimetres, so the pace of the drawing is the pace of a hand:
about 3 cm a second, the pace at which slow strokes on hairy skin felt most pleasant (M09, M10; range 1 to 10;
never tested on breasts). What is no stroke (a tap, a rest, a gentle squeeze) has a time of the course's own choice.
"""

import functools
import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from course_helpers.body import geometry
from course_helpers.body.geometry import MOUND, NIPPLE, Ellipse, Point, Polyline, Side

Movement = Literal[
    "none",
    "palm-circle",
    "palm-circle-back",
    "palm-on-nipple",
    "palm-circle-on-nipple",
    "palm-on-chest",
    "cloth",
    "circles-to-nipple",
    "strokes-to-nipple",
    "feel-round",
    "spiral-on-area",
    "tap-on-area",
    "sweep-outward",
    "hold-and-press",
    "light-hand",
]
"""The movements that there are. ``none``: no hand is guided. ``back``: counter-clockwise as drawn."""

PACE_MM_PER_SECOND = 30.0
LIFT_SECONDS = 0.7
"""Between two strokes the hand leaves the skin for so long."""
HOLD_SECONDS = 1.5
"""How long feeling fingers stay in one place."""
TAP_SECONDS = 0.5
SQUEEZE_SECONDS = 2.4
"""Pressing gently and letting go once."""

Marker = Literal["palm", "flat", "pads", "tips", "thumb", "cloth"]
CONTACT: dict[Marker, tuple[float, float]] = {
    "palm": (36.0, 59.0),
    "flat": (32.0, 22.0),
    "pads": (24.0, 11.0),
    "tips": (20.0, 9.0),
    "thumb": (12.0, 15.0),
    "cloth": (52.0, 36.0),
}
"""Half width and half height in millimetres of what lies on the skin; ``flat`` are the flat fingers of one hand."""

NIPPLE_RADIUS = 6.0
AREOLA_RADIUS = 17.0
"""In millimetres, as the drawings have them: the nipple, and the darker ring round it."""


@dataclass(frozen=True)
class Hand:
    """A marker and the strokes it makes, one after the other, again and again."""

    marker: Marker
    strokes: tuple[Polyline, ...]
    """In millimetres."""
    seconds: tuple[float, ...]
    """Of each stroke."""
    angles: tuple[float, ...]
    """How the marker lies during each stroke: degrees, clockwise as drawn."""
    lift: float = 0.0
    """Seconds between two strokes in which the hand is off the skin."""
    taps: bool = False

    def touches(self, place: Point, radius: float) -> bool:
        """Whether anything that lies on the skin comes within so many millimetres of a place."""
        half_width, half_height = CONTACT[self.marker]
        for stroke, angle in zip(self.strokes, self.angles, strict=True):
            turn = math.radians(-angle)
            cos, sin = math.cos(turn), math.sin(turn)
            middles = (((a.x + b.x) / 2, (a.y + b.y) / 2) for a, b in itertools.pairwise(stroke))
            for x, y in (*stroke, *middles):
                right, down = place.x - x, place.y - y
                across = right * cos - down * sin
                along = right * sin + down * cos
                if math.hypot(across / (half_width + radius), along / (half_height + radius)) < 1:
                    return True
        return False

    @property
    def cycle(self) -> float:
        """Seconds of one stroke with its lift; 0 for a resting hand."""
        moving = [t for stroke, t in zip(self.strokes, self.seconds, strict=True) if len(stroke) > 1]
        return sum(moving) / len(moving) + self.lift if moving else 0.0


def hands(movement: Movement, side: Side | None = None, area: int | None = None) -> tuple[Hand, ...]:
    """The hands of a movement on one side or one firm area (counted from 1); none where no hand is guided."""
    return _made(movement, side, area)


@functools.cache
def _made(movement: Movement, side: Side | None, area: int | None) -> tuple[Hand, ...]:
    """The player asks for each step at each opening, and so do rules and drawings: a path is computed once."""
    return _HANDS[movement](side, area)


def touch_a_nipple(moving: Sequence[Hand], radius: float = NIPPLE_RADIUS) -> bool:
    """Whether any of these hands comes on a nipple, or within another radius of its middle, on either side."""
    middles = (NIPPLE, *geometry.mirrored((NIPPLE,)))
    return any(hand.touches(middle, radius) for hand in moving for middle in middles)


def cycle_seconds(moving: Sequence[Hand]) -> int:
    """About how many seconds one circle or stroke takes; 0 where nothing moves along a path."""
    return round(max((hand.cycle for hand in moving), default=0.0))


def told(words: str, moving: Sequence[Hand]) -> str:
    """A movement in words; ``{cycle}`` is about how many seconds one circle or stroke takes."""
    return words.replace("{cycle}", str(cycle_seconds(moving)))


# --- strokes ------------------------------------------------------------------------------------------


ROW_TURN = 66.0
"""How the fingers of a hand that reaches across lie on the right side of the chest, in degrees; mirrored on the left.
A forearm that comes from beside the waist lays them so, and a wrist turns little (``body.posing`` has the arms)."""
TURNS_BY = 15.0
"""So many degrees to either side the hand turns on its way."""


def _stroking(
    marker: Marker, strokes: Iterable[Sequence[Point]], lift: float = 0.0, angle: float | None = None
) -> Hand:
    """Strokes at the pace of a hand; without an angle the fingers lie as those of a hand that reaches across."""
    lines = tuple(tuple(stroke) for stroke in strokes)
    times = tuple(geometry.length(line) / PACE_MM_PER_SECOND for line in lines)
    angles = tuple(_reaching(line[0]) if angle is None else angle for line in lines)
    return Hand(marker, lines, times, angles, lift)


def _resting(marker: Marker, place: Point, angle: float = 0.0) -> Hand:
    return Hand(marker, ((place,),), (1.0,), (angle,))


def _across(place: Point) -> float:
    """The angle at which a row of fingers lies across the line from a place to the nipple of its side."""
    nipple = NIPPLE if place.x >= 0 else geometry.mirrored((NIPPLE,))[0]
    angle = math.degrees(math.atan2(place.y - nipple.y, place.x - nipple.x)) - 90
    return (angle + 90) % 180 - 90


def _reaching(place: Point) -> float:
    """How the fingers lie that reach a place from the other side."""
    return ROW_TURN if place.x >= 0 else -ROW_TURN


def _reach(degrees: float, half_width: float, half_height: float) -> float:
    """How far such fingers reach towards the nipple's middle, when they come from this direction on the right side."""
    return max(
        math.hypot(half_width * math.cos(a), half_height * math.sin(a))
        for a in (
            math.radians(degrees - ROW_TURN - turn) for turn in (-TURNS_BY, -TURNS_BY / 2, 0, TURNS_BY / 2, TURNS_BY)
        )
    )


def _both(make: Callable[[Callable[[Polyline], Polyline], float], Hand]) -> tuple[Hand, Hand]:
    """The same hand on both sides; ``make`` gets a function that moves a path and a sign for angles."""
    return make(geometry.mirrored, 1.0), make(lambda path: path, -1.0)


def _palms(centre: Point) -> tuple[Hand, Hand]:
    return _both(lambda move, way: _resting("palm", move((centre,))[0], 35 * way))


def _same_way(path: Polyline) -> tuple[Polyline, Polyline]:
    """A path on the left and on the right that turns the same way on both, as drawn."""
    shift = 2 * NIPPLE.x
    return tuple(Point(point.x - shift, point.y) for point in path), path


def _circling(path: Polyline, marker: Marker) -> tuple[Hand, ...]:
    left, right = _same_way(path)
    return (_stroking(marker, [left], angle=35), _stroking(marker, [right], angle=-35))


def _round_the_nipple(*, clockwise: bool) -> tuple[Hand, ...]:
    """Flat hands circle so far out that no part of them comes over the nipple."""
    return _circling(geometry.circle(NIPPLE, CIRCLE_MM, clockwise=clockwise), "flat")


# --- places -------------------------------------------------------------------------------------------

ROUND = (200.0, 245.0, 290.0, 335.0, 20.0, 65.0, 110.0, 155.0)
"""Where strokes from the edge begin, in degrees: all round the breast."""
FIRM_AREAS = (Point(-128, 150), Point(126, 152), Point(-84, 226))
"""Three places as an example; a learner strokes where a firm area is."""
CHEST = Point(104, 106)
"""Palms that rest: side by side, so that the fingers of one hand keep clear of those of the other."""
CIRCLE_MM = 44.0
"""The radius of the slow circles round the nipple."""
COIN_MM = 7.0
"""The radius of a coin-size circle."""
EDGE = 1.14
"""Strokes to the nipple begin on the chest wall, a little outside the breast: so many times as far out as its edge."""
LAID_CLOTH = Point(100, 128)
"""A cloth lies on the upper part of one breast, and leaves the nipple free."""


def _on(side: Side | None, path: Polyline) -> Polyline:
    return geometry.on_side(path, side or "right")


def _end_at(degrees: float, keeps_off: float) -> float:
    """How far from the nipple's middle the finger pads end, so that no pad comes nearer than ``keeps_off``."""
    return keeps_off + 1 + _reach(degrees, *CONTACT["pads"])


def _to_the_ring(degrees: float, before: float = 0.0) -> Polyline:
    """From the chest wall towards the nipple; no pad comes on the darker ring."""
    stop = _end_at(degrees, AREOLA_RADIUS) + before
    return geometry.edge_to_nipple(degrees, MOUND.scaled(EDGE), NIPPLE, stop_short=stop)


def _circles_to_nipple(side: Side | None) -> tuple[Hand, ...]:
    lines = []
    for degrees in ROUND:
        rings = geometry.circles_along(_to_the_ring(degrees, COIN_MM), COIN_MM, 10.0)
        lines.append(_on(side, tuple(point for ring in rings for point in ring)))
    return (_stroking("pads", lines, LIFT_SECONDS),)


def _strokes_to_nipple(side: Side | None) -> tuple[Hand, ...]:
    return (_stroking("pads", [_on(side, _to_the_ring(degrees)) for degrees in ROUND], LIFT_SECONDS),)


def _feeling(side: Side | None) -> tuple[Hand, ...]:
    outer = [MOUND.scaled(0.9).at(degrees) for degrees in ROUND]
    inner = [Ellipse(NIPPLE, *(2 * (_end_at(degrees, NIPPLE_RADIUS),))).at(degrees) for degrees in ROUND]
    places = [_on(side, (place,)) for place in (*outer, *inner)]
    angles = tuple(_reaching(place) for (place,) in places)
    return (Hand("pads", tuple(places), (HOLD_SECONDS,) * len(places), angles, LIFT_SECONDS),)


def _spiral(area: int | None) -> tuple[Hand, ...]:
    middle = FIRM_AREAS[(area or 1) - 1]
    return (_stroking("pads", [geometry.spiral(middle, 20.0, 2.5)], LIFT_SECONDS),)


def _tapping(area: int | None) -> tuple[Hand, ...]:
    place = FIRM_AREAS[(area or 1) - 1]
    return (Hand("tips", ((place,),), (TAP_SECONDS,), (0.0,), taps=True),)


def _sweeping() -> tuple[Hand, ...]:
    paths = (
        geometry.sweep(Point(122, 178), (140, 150), (148, 120), (152, 92)),
        geometry.sweep(Point(92, 151), (98, 118), (112, 80), (118, 36)),
        geometry.sweep(Point(68, 166), (60, 128), (64, 84), (78, 30)),
    )
    both = [geometry.on_side(path, side) for side in ("left", "right") for path in paths]
    return (_stroking("pads", both, LIFT_SECONDS),)


def _c_hold() -> tuple[Hand, ...]:
    """Thumb above, fingers below, in three places round the nipple."""

    def between(degrees: float) -> Polyline:
        start, end = Ellipse(NIPPLE, 36, 36).at(degrees), Ellipse(NIPPLE, 29, 29).at(degrees)
        return (start, end, start)

    turned = (-90.0, -45.0, 0.0)
    thumb = tuple(between(d) for d in turned for _ in range(3))
    fingers = tuple(between(d + 180) for d in turned for _ in range(3))
    times = (SQUEEZE_SECONDS,) * len(thumb)
    return (Hand("thumb", thumb, times, _all_across(thumb)), Hand("pads", fingers, times, _all_across(fingers)))


def _all_across(strokes: Sequence[Polyline]) -> tuple[float, ...]:
    return tuple(_across(stroke[0]) for stroke in strokes)


def _light_hand() -> tuple[Hand, ...]:
    ring = geometry.palm_circle(MOUND.scaled(1.3))
    return (_stroking("pads", _same_way(ring), LIFT_SECONDS, 0.0),)


_HANDS: dict[Movement, Callable[[Side | None, int | None], tuple[Hand, ...]]] = {
    "none": lambda *_: (),
    "palm-circle": lambda *_: _round_the_nipple(clockwise=True),
    "palm-circle-back": lambda *_: _round_the_nipple(clockwise=False),
    "palm-on-nipple": lambda *_: _palms(NIPPLE),
    "palm-circle-on-nipple": lambda *_: _circling(geometry.circle(NIPPLE, 20.0), "palm"),
    "palm-on-chest": lambda *_: _palms(CHEST),
    "cloth": lambda *_: (_resting("cloth", LAID_CLOTH),),
    "circles-to-nipple": lambda side, _: _circles_to_nipple(side),
    "strokes-to-nipple": lambda side, _: _strokes_to_nipple(side),
    "feel-round": lambda side, _: _feeling(side),
    "spiral-on-area": lambda _, area: _spiral(area),
    "tap-on-area": lambda _, area: _tapping(area),
    "sweep-outward": lambda *_: _sweeping(),
    "hold-and-press": lambda *_: _c_hold(),
    "light-hand": lambda *_: _light_hand(),
}
