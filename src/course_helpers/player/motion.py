"""How the hands move in the drawing: strokes on the stage, each with its time.

Lengths come from ``body.geometry`` in millimetres, so the pace of the drawing is the pace of a hand:
about 3 cm a second, the pace at which slow strokes on hairy skin felt most pleasant (M09, M10; range 1 to 10;
never tested on breasts). What is no stroke (a tap, a rest, a gentle squeeze) has a time of the course's own choice.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from course_helpers.body import geometry
from course_helpers.body.geometry import MOUND, NIPPLE, Ellipse, Point, Polyline
from course_helpers.figures.stage import on_stage, to_pixels
from course_helpers.player.turns import Turn

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


def hands(turn: Turn) -> tuple[Hand, ...]:
    """The hands of a turn; none where the turn guides no hand."""
    return _MOVES[turn.step.id](turn) if turn.step.id in _MOVES else ()


def motion(turn: Turn) -> dict[str, Any]:
    """The hands of a turn as the page draws them: pixels of the stage, milliseconds."""
    return {"hands": [_on_page(hand) for hand in hands(turn)], "cycle": cycle_seconds(turn)}


def cycle_seconds(turn: Turn) -> int:
    """About how many seconds one circle or stroke takes; 0 where nothing moves along a path."""
    return round(max((hand.cycle for hand in hands(turn)), default=0.0))


def _on_page(hand: Hand) -> dict[str, Any]:
    return {
        "marker": hand.marker,
        "strokes": [[to_pixels(point) for point in stroke] for stroke in hand.strokes],
        "ms": [round(seconds * 1000) for seconds in hand.seconds],
        "lift": round(hand.lift * 1000),
        "angle": hand.angle,
        "taps": hand.taps,
    }


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


def _side(turn: Turn, path: Polyline) -> Polyline:
    return geometry.on_side(path, turn.side or "right")


def _circles_to_nipple(turn: Turn) -> tuple[Hand, ...]:
    lines = []
    for degrees in ROUND:
        towards = geometry.edge_to_nipple(degrees, MOUND, NIPPLE, stop_short=STOP_SHORT_MM)
        rings = geometry.circles_along(towards, 7.0, 10.0)
        lines.append(_side(turn, tuple(point for ring in rings for point in ring)))
    return (_stroking("pads", lines, LIFT_SECONDS),)


def _strokes_to_nipple(turn: Turn) -> tuple[Hand, ...]:
    lines = [_side(turn, geometry.edge_to_nipple(d, MOUND, NIPPLE, stop_short=STOP_SHORT_MM)) for d in ROUND]
    return (_stroking("pads", lines, LIFT_SECONDS),)


def _feeling(turn: Turn) -> tuple[Hand, ...]:
    places = [_side(turn, (MOUND.scaled(share).at(d),)) for share in (0.85, 0.5) for d in ROUND]
    return (Hand("pads", tuple(places), (HOLD_SECONDS,) * len(places), LIFT_SECONDS),)


def _spiral(turn: Turn) -> tuple[Hand, ...]:
    return (_stroking("pads", [geometry.spiral(FIRM_AREAS[(turn.area or 1) - 1], 26.0, 2.5)], LIFT_SECONDS),)


def _tapping(turn: Turn) -> tuple[Hand, ...]:
    place = FIRM_AREAS[(turn.area or 1) - 1]
    return (Hand("tips", ((place,),), (TAP_SECONDS,), taps=True),)


def _sweeping(_turn: Turn) -> tuple[Hand, ...]:
    paths = (
        geometry.sweep(Point(122, 178), (140, 150), (148, 120), (152, 92)),
        geometry.sweep(Point(92, 158), (98, 120), (112, 80), (118, 36)),
        geometry.sweep(Point(74, 170), (62, 130), (64, 84), (78, 30)),
    )
    both = [geometry.on_side(path, side) for side in ("left", "right") for path in paths]
    return (_stroking("pads", both, LIFT_SECONDS),)


def _c_hold(_turn: Turn) -> tuple[Hand, ...]:
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


def _light_hand(_turn: Turn) -> tuple[Hand, ...]:
    ring = geometry.palm_circle(MOUND.scaled(1.3))
    return (_stroking("pads", _same_way(ring), LIFT_SECONDS),)


_MOVES: dict[str, Callable[[Turn], tuple[Hand, ...]]] = {
    "a2": lambda _: _circling(geometry.palm_circle(MOUND)),
    "a3": lambda _: _circling(geometry.palm_circle(MOUND, clockwise=False)),
    "a4": lambda _: _palms(NIPPLE),
    "a5": lambda _: _circling(geometry.circle(NIPPLE, 20.0)),
    "a6": lambda _: _palms(CHEST),
    "a8": lambda _: _palms(CHEST),
    "b2": lambda _: (_resting("cloth", NIPPLE),),
    "b3": _circles_to_nipple,
    "b4": _strokes_to_nipple,
    "c1": _feeling,
    "c2": _spiral,
    "c3": _tapping,
    "c3x": _sweeping,
    "c4": _circles_to_nipple,
    "c5": _c_hold,
    "c6": _light_hand,
    "c9": lambda _: (_resting("cloth", NIPPLE),),
}

__all__ = ["Hand", "cycle_seconds", "hands", "motion", "on_stage"]
