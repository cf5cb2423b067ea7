"""How hands move: every movement that a step of a routine can name, as strokes with their times.

Lengths come from ``body.geometry`` in millimetres, so the pace of the drawing is the pace of a hand:
about 3 cm a second, the pace at which slow strokes on hairy skin felt most pleasant (M09, M10; range 1 to 10;
never tested on breasts). What is no stroke (a tap, a rest, a gentle squeeze) has a time of the course's own choice.
"""

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

Marker = Literal["palm", "pads", "tips", "thumb", "cloth"]


@dataclass(frozen=True)
class Hand:
    """A marker and the strokes it makes, one after the other, again and again."""

    marker: Marker
    strokes: tuple[Polyline, ...]
    """In millimetres."""
    seconds: tuple[float, ...]
    """Of each stroke."""
    lift: float = 0.0
    """Seconds between two strokes in which the hand is off the skin."""
    angle: float = 0.0
    """Degrees, clockwise as drawn."""
    taps: bool = False

    @property
    def cycle(self) -> float:
        """Seconds of one stroke with its lift; 0 for a resting hand."""
        moving = [t for stroke, t in zip(self.strokes, self.seconds, strict=True) if len(stroke) > 1]
        return sum(moving) / len(moving) + self.lift if moving else 0.0


def hands(movement: Movement, side: Side | None = None, area: int | None = None) -> tuple[Hand, ...]:
    """The hands of a movement on one side or one firm area (counted from 1); none where no hand is guided."""
    return _HANDS[movement](side, area)


def cycle_seconds(moving: Sequence[Hand]) -> int:
    """About how many seconds one circle or stroke takes; 0 where nothing moves along a path."""
    return round(max((hand.cycle for hand in moving), default=0.0))


# --- strokes ------------------------------------------------------------------------------------------


def _stroking(marker: Marker, strokes: Iterable[Sequence[Point]], lift: float = 0.0, angle: float = 0.0) -> Hand:
    lines = tuple(tuple(stroke) for stroke in strokes)
    times = tuple(geometry.length(line) / PACE_MM_PER_SECOND for line in lines)
    return Hand(marker, lines, times, lift, angle)


def _resting(marker: Marker, place: Point, angle: float = 0.0) -> Hand:
    return Hand(marker, ((place,),), (1.0,), angle=angle)


def _both(make: Callable[[Callable[[Polyline], Polyline], float], Hand]) -> tuple[Hand, Hand]:
    """The same hand on both sides; ``make`` gets a function that moves a path and a sign for angles."""
    return make(geometry.mirrored, 1.0), make(lambda path: path, -1.0)


def _palms(centre: Point) -> tuple[Hand, Hand]:
    return _both(lambda move, way: _resting("palm", move((centre,))[0], 35 * way))


def _same_way(path: Polyline) -> tuple[Polyline, Polyline]:
    """A path on the left and on the right that turns the same way on both, as drawn."""
    shift = 2 * NIPPLE.x
    return tuple(Point(point.x - shift, point.y) for point in path), path


def _circling(path: Polyline, marker: Marker = "palm") -> tuple[Hand, ...]:
    left, right = _same_way(path)
    return (_stroking(marker, [left], angle=35), _stroking(marker, [right], angle=-35))


# --- places -------------------------------------------------------------------------------------------

ROUND = (200.0, 245.0, 290.0, 335.0, 20.0, 65.0, 110.0, 155.0)
"""Where strokes from the edge begin, in degrees: all round the breast."""
FIRM_AREAS = (Point(-128, 150), Point(126, 152), Point(-84, 226))
"""Three places as an example; a learner strokes where a firm area is."""
CHEST = Point(34, 66)
STOP_SHORT_MM = 24.0
"""Strokes end before the darker ring."""


def _on(side: Side | None, path: Polyline) -> Polyline:
    return geometry.on_side(path, side or "right")


def _circles_to_nipple(side: Side | None) -> tuple[Hand, ...]:
    lines = []
    for degrees in ROUND:
        towards = geometry.edge_to_nipple(degrees, MOUND, NIPPLE, stop_short=STOP_SHORT_MM)
        rings = geometry.circles_along(towards, 7.0, 10.0)
        lines.append(_on(side, tuple(point for ring in rings for point in ring)))
    return (_stroking("pads", lines, LIFT_SECONDS),)


def _strokes_to_nipple(side: Side | None) -> tuple[Hand, ...]:
    lines = [_on(side, geometry.edge_to_nipple(d, MOUND, NIPPLE, stop_short=STOP_SHORT_MM)) for d in ROUND]
    return (_stroking("pads", lines, LIFT_SECONDS),)


def _feeling(side: Side | None) -> tuple[Hand, ...]:
    places = [_on(side, (MOUND.scaled(share).at(d),)) for share in (0.85, 0.5) for d in ROUND]
    return (Hand("pads", tuple(places), (HOLD_SECONDS,) * len(places), LIFT_SECONDS),)


def _spiral(area: int | None) -> tuple[Hand, ...]:
    return (_stroking("pads", [geometry.spiral(FIRM_AREAS[(area or 1) - 1], 26.0, 2.5)], LIFT_SECONDS),)


def _tapping(area: int | None) -> tuple[Hand, ...]:
    place = FIRM_AREAS[(area or 1) - 1]
    return (Hand("tips", ((place,),), (TAP_SECONDS,), taps=True),)


def _sweeping() -> tuple[Hand, ...]:
    paths = (
        geometry.sweep(Point(122, 178), (140, 150), (148, 120), (152, 92)),
        geometry.sweep(Point(92, 158), (98, 120), (112, 80), (118, 36)),
        geometry.sweep(Point(74, 170), (62, 130), (64, 84), (78, 30)),
    )
    both = [geometry.on_side(path, side) for side in ("left", "right") for path in paths]
    return (_stroking("pads", both, LIFT_SECONDS),)


def _c_hold() -> tuple[Hand, ...]:
    """Thumb above, fingers below, in three places round the nipple."""

    def between(degrees: float) -> Polyline:
        around = Ellipse(NIPPLE, 30, 30)
        start, end = around.at(degrees), Ellipse(NIPPLE, 23, 23).at(degrees)
        return (start, end, start)

    turned = (-90.0, -45.0, 0.0)
    thumb = tuple(between(d) for d in turned for _ in range(3))
    fingers = tuple(between(d + 180) for d in turned for _ in range(3))
    times = (SQUEEZE_SECONDS,) * len(thumb)
    return (Hand("thumb", thumb, times), Hand("pads", fingers, times))


def _light_hand() -> tuple[Hand, ...]:
    ring = geometry.palm_circle(MOUND.scaled(1.3))
    return (_stroking("pads", _same_way(ring), LIFT_SECONDS),)


_HANDS: dict[Movement, Callable[[Side | None, int | None], tuple[Hand, ...]]] = {
    "none": lambda *_: (),
    "palm-circle": lambda *_: _circling(geometry.palm_circle(MOUND)),
    "palm-circle-back": lambda *_: _circling(geometry.palm_circle(MOUND, clockwise=False)),
    "palm-on-nipple": lambda *_: _palms(NIPPLE),
    "palm-circle-on-nipple": lambda *_: _circling(geometry.circle(NIPPLE, 20.0)),
    "palm-on-chest": lambda *_: _palms(CHEST),
    "cloth": lambda *_: (_resting("cloth", NIPPLE),),
    "circles-to-nipple": lambda side, _: _circles_to_nipple(side),
    "strokes-to-nipple": lambda side, _: _strokes_to_nipple(side),
    "feel-round": lambda side, _: _feeling(side),
    "spiral-on-area": lambda _, area: _spiral(area),
    "tap-on-area": lambda _, area: _tapping(area),
    "sweep-outward": lambda *_: _sweeping(),
    "hold-and-press": lambda *_: _c_hold(),
    "light-hand": lambda *_: _light_hand(),
}
