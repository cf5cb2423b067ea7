"""Shapes without a drawing library: curves, areas of the chest and the paths of hands.

Units are millimetres on an adult chest. The front view is a mirror: the learner's left is on the left
(smaller ``x``), ``y`` grows downwards, and the origin is the notch above the breastbone. The player and the
search trainer use the same areas and paths as the drawings, so that all three teach one thing.
"""

import functools
import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Side = Literal["left", "right"]
"""The learner's own side, which is also the side of the drawing."""


class Point(NamedTuple):
    """A place in millimetres."""

    x: float
    y: float


class Corner(NamedTuple):
    """A knot at which a smooth curve may bend sharply."""

    x: float
    y: float


Knot = Point | Corner | tuple[float, float]
Polyline = tuple[Point, ...]
Cubic = tuple[Point, Point, Point, Point]
"""One Bezier piece: start, two handles, end."""


@dataclass(frozen=True)
class Place:
    """Where a drawing in millimetres goes on a canvas or a page: its origin there, its scale, turn and flip."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    turn: float = 0.0
    """Degrees, clockwise as seen."""
    flip: bool = False

    def to_canvas(self, knot: Knot) -> Point:
        """A point of the drawing in pixels."""
        return self.line_to_canvas((knot,))[0]

    def line_to_canvas(self, line: Iterable[Knot]) -> list[Point]:
        """Many points of the drawing in pixels; what they share is worked out once."""
        left, top, down, (cos, sin) = self.x, self.y, self.scale, self._turned
        across = -down if self.flip else down
        scaled = ((knot[0] * across, knot[1] * down) for knot in line)
        return [Point(left + x * cos - y * sin, top + x * sin + y * cos) for x, y in scaled]

    @functools.cached_property
    def _turned(self) -> tuple[float, float]:
        """The cosine and the sine of the turn."""
        a = math.radians(self.turn)
        return math.cos(a), math.sin(a)


# --- curves -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Curve:
    """A smooth line through knots; it bends sharply only at a ``Corner``."""

    knots: tuple[Knot, ...]
    closed: bool = False

    def pieces(self) -> tuple[Cubic, ...]:
        """The curve as cubic Bezier pieces."""
        return self._cubics

    @functools.cached_property
    def _cubics(self) -> tuple[Cubic, ...]:
        return _pieces(self.knots, closed=self.closed)

    def points(self, steps: int = 12) -> Polyline:
        """The curve as a polyline with ``steps`` points on each piece."""
        pieces = self.pieces()
        found = [pieces[0][0]]
        for piece in pieces:
            found.extend(_on_cubic(piece, step / steps) for step in range(1, steps + 1))
        return tuple(found)

    def mirrored(self) -> "Curve":
        """The same curve on the other side of the midline."""
        return Curve(tuple(type_of(knot)(-knot[0], knot[1]) for knot in self.knots), self.closed)

    def moved(self, dx: float, dy: float, scale: float = 1.0) -> "Curve":
        """The curve scaled about the origin and then moved."""
        knots = tuple(type_of(knot)(knot[0] * scale + dx, knot[1] * scale + dy) for knot in self.knots)
        return Curve(knots, self.closed)

    def grown(self, factor: float) -> "Curve":
        """The same curve grown or shrunk about the middle of its knots."""
        x = sum(knot[0] for knot in self.knots) / len(self.knots)
        y = sum(knot[1] for knot in self.knots) / len(self.knots)
        return self.moved(-x, -y).moved(x, y, factor)

    def back(self) -> "Curve":
        """The same curve drawn from its end to its start."""
        return Curve(self.knots[::-1], self.closed)


def joined(*runs: Sequence[Knot]) -> Curve:
    """A closed shape of several smooth runs with a corner wherever one run meets the next."""
    knots: list[Knot] = []
    for run in runs:
        first, last = Corner(run[0][0], run[0][1]), Corner(run[-1][0], run[-1][1])
        knots.extend([first] if len(run) == 1 else [first, *run[1:-1], last])
    return Curve(tuple(knots), closed=True)


def curve(*knots: Knot) -> Curve:
    """An open smooth curve."""
    return Curve(knots)


def loop(*knots: Knot) -> Curve:
    """A closed smooth curve."""
    return Curve(knots, closed=True)


def type_of(knot: Knot) -> type[Point] | type[Corner]:
    """The kind of a knot; a bare pair is a smooth point."""
    return Corner if isinstance(knot, Corner) else Point


def _pieces(knots: Sequence[Knot], *, closed: bool) -> tuple[Cubic, ...]:
    corners = [n for n, knot in enumerate(knots) if isinstance(knot, Corner)]
    places = [Point(knot[0], knot[1]) for knot in knots]
    if closed and not corners:
        return _smooth(places[-1:] + places + places[:2])
    if closed:
        first = corners[0]
        places = places[first:] + places[: first + 1]
        corners = [n - first for n in corners] + [len(places) - 1]
    ends = sorted({0, *corners, len(places) - 1})
    found: list[Cubic] = []
    for start, end in itertools.pairwise(ends):
        found.extend(_smooth(_with_ghosts(places[start : end + 1])))
    return tuple(found)


def _with_ghosts(places: list[Point]) -> list[Point]:
    """Add a point before and after a run, so that its ends leave along their neighbours."""
    before = _beyond(places[1], places[0])
    after = _beyond(places[-2], places[-1])
    return [before, *places, after]


def _beyond(inner: Point, end: Point) -> Point:
    return Point(2 * end.x - inner.x, 2 * end.y - inner.y)


def _smooth(places: Sequence[Point]) -> tuple[Cubic, ...]:
    """Centripetal Catmull-Rom pieces; the first and last places only give the direction."""
    quads = zip(places, places[1:], places[2:], places[3:], strict=False)
    return tuple(_piece(*quad) for quad in quads)


def _piece(before: Point, start: Point, end: Point, after: Point) -> Cubic:
    first, middle, last = (distance(before, start), distance(start, end), distance(end, after))
    return (start, _handle(before, start, end, first, middle), _handle(after, end, start, last, middle), end)


def _handle(outer: Point, at: Point, towards: Point, outside: float, inside: float) -> Point:
    """The handle at ``at`` on the way to ``towards``; lengths are weighted by their square roots."""
    if outside == 0 or inside == 0:
        return at
    far, near = math.sqrt(outside), math.sqrt(inside)
    weight = 2 * outside + 3 * far * near + inside
    below = 3 * far * (far + near)
    return Point(
        (outside * towards.x - inside * outer.x + weight * at.x) / below,
        (outside * towards.y - inside * outer.y + weight * at.y) / below,
    )


def _on_cubic(piece: Cubic, t: float) -> Point:
    a, b, c, d = piece
    u = 1 - t
    w = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    return Point(a.x * w[0] + b.x * w[1] + c.x * w[2] + d.x * w[3], a.y * w[0] + b.y * w[1] + c.y * w[2] + d.y * w[3])


# --- measuring --------------------------------------------------------------------------------------


def distance(a: Point, b: Point) -> float:
    """Millimetres between two points."""
    return math.hypot(b.x - a.x, b.y - a.y)


def length(path: Sequence[Point]) -> float:
    """Millimetres along a polyline."""
    return sum(distance(a, b) for a, b in itertools.pairwise(path))


def along(path: Sequence[Point], share: float) -> Point:
    """The point at a share (0 to 1) of a polyline's length."""
    left = length(path) * min(max(share, 0.0), 1.0)
    for a, b in itertools.pairwise(path):
        step = distance(a, b)
        if step and left <= step:
            return Point(a.x + (b.x - a.x) * left / step, a.y + (b.y - a.y) * left / step)
        left -= step
    return path[-1]


def evenly(path: Sequence[Point], spacing: float) -> Polyline:
    """Points on a polyline, ``spacing`` millimetres apart, with both ends."""
    count = max(1, round(length(path) / spacing))
    return tuple(along(path, n / count) for n in range(count + 1))


def contains(area: Sequence[Point], place: Point) -> bool:
    """Whether a place lies inside a closed polyline."""
    x, y = place
    inside = False
    from_x, from_y = area[-1]
    for to_x, to_y in area:
        if (from_y > y) != (to_y > y):
            inside ^= x < from_x + (y - from_y) * (to_x - from_x) / (to_y - from_y)
        from_x, from_y = to_x, to_y
    return inside


def bounds(path: Iterable[Point]) -> tuple[float, float, float, float]:
    """Smallest x, smallest y, largest x and largest y."""
    xs, ys = zip(*path, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def mirrored(path: Iterable[Point]) -> Polyline:
    """A polyline on the other side of the midline."""
    return tuple(Point(-x, y) for x, y in path)


@functools.cache
def _all_round(steps: int) -> Polyline:
    """So many points of a circle of radius 1, clockwise from the right: the same for every ellipse."""
    turns = (math.radians(360 * n / steps) for n in range(steps))
    return tuple(Point(math.cos(turn), math.sin(turn)) for turn in turns)


@dataclass(frozen=True)
class Ellipse:
    """An ellipse in millimetres, ``angle`` in degrees clockwise as drawn."""

    centre: Point
    rx: float
    ry: float
    angle: float = 0.0

    def at(self, degrees: float) -> Point:
        """The point at an angle, counted clockwise from the right of the drawing."""
        t, (cos, sin) = math.radians(degrees), self._turned
        x, y = self.rx * math.cos(t), self.ry * math.sin(t)
        return Point(self.centre.x + x * cos - y * sin, self.centre.y + x * sin + y * cos)

    @functools.cached_property
    def _turned(self) -> tuple[float, float]:
        """The cosine and the sine of its angle."""
        a = math.radians(self.angle)
        return math.cos(a), math.sin(a)

    def points(self, steps: int = 72) -> Polyline:
        """The outline as a closed polyline."""
        (left, top), (cos, sin) = self.centre, self._turned
        spots = ((self.rx * across, self.ry * down) for across, down in _all_round(steps))
        return tuple(Point(left + x * cos - y * sin, top + x * sin + y * cos) for x, y in spots)

    def scaled(self, factor: float) -> "Ellipse":
        """The ellipse grown or shrunk about its centre."""
        return replace(self, rx=self.rx * factor, ry=self.ry * factor)


# --- areas of the chest, learner's right side; use ``on_side`` for the left -----------------------------

NIPPLE = Point(98, 184)
MOUND = Ellipse(Point(96, 174), 58, 66)
"""The breast mound of the middle-sized schematic chest."""
HAND = Ellipse(Point(0, 0), 42, 85)
"""A flat hand: about 85 mm across the palm and 170 mm long."""
PADS = Ellipse(Point(0, 0), 26, 11)
"""The pads of the three middle fingers side by side."""

SEARCH_OUTLINE: Polyline = Curve(
    (
        Corner(0, 14),
        (50, 0),
        (95, -12),
        Corner(140, -13),
        (146, 40),
        (150, 84),
        Corner(155.5, 120),
        (155.5, 180),
        Corner(137, 250),
        (100, 262),
        (50, 254),
        Corner(0, 240),
    ),
    closed=True,
).points()
"""What a self-check covers on one side: collarbone to fold, breastbone to the middle of the armpit."""
TAIL = loop((108, 132), (122, 110), (140, 94), (151, 88), (154, 100), (150, 122), (140, 138), (122, 142))
"""The part of the breast that reaches into the armpit."""

Quarter = Literal["upper outer", "upper inner", "lower outer", "lower inner"]


def on_side(path: Iterable[Point], side: Side) -> Polyline:
    """An area or path of the right side, moved to the given side."""
    return tuple(path) if side == "right" else mirrored(path)


def quarter(name: Quarter, mound: Ellipse = MOUND, centre: Point = NIPPLE, steps: int = 24) -> Polyline:
    """One quarter of the right mound as a closed polyline that starts at the nipple."""
    start = {"lower outer": 0, "lower inner": 90, "upper inner": 180, "upper outer": 270}[name]
    rim = [mound.at(start + 90 * n / steps) for n in range(steps + 1)]
    return (centre, *rim)


# --- the paths of a hand ----------------------------------------------------------------------------


def circle(centre: Point, radius: float, turns: float = 1.0, *, clockwise: bool = True, start: float = -90) -> Polyline:
    """A circle as drawn: clockwise means clockwise for who looks at the drawing (and in the mirror)."""
    way = 1 if clockwise else -1
    count = max(2, round(36 * turns))
    ring = Ellipse(centre, radius, radius)
    return tuple(ring.at(start + way * 360 * turns * n / count) for n in range(count + 1))


def palm_circle(around: Ellipse = MOUND, turns: float = 1.0, *, clockwise: bool = True) -> Polyline:
    """A slow circle of the palm about a mound, half way between nipple and edge."""
    way = 1 if clockwise else -1
    ring = around.scaled(0.5)
    count = max(2, round(48 * turns))
    return tuple(ring.at(-90 + way * 360 * turns * n / count) for n in range(count + 1))


def spiral(centre: Point, outer: float, turns: float = 3.0, *, inner: float = 4.0) -> Polyline:
    """A spiral from the edge of a small area to its middle."""
    count = max(2, round(36 * turns))
    path = []
    for n in range(count + 1):
        share = n / count
        radius = outer + (inner - outer) * share
        path.append(Ellipse(centre, radius, radius).at(-90 + 360 * turns * share))
    return tuple(path)


def strips(area: Sequence[Point], lane: float = 20.0, inset: float = 6.0, step: float = 4.0) -> Polyline:
    """Up and down in neighbouring lanes, ``lane`` millimetres apart, over a whole area."""
    left, _, right, _ = bounds(area)
    lanes = max(1, math.ceil((right - left - 2 * inset) / lane))
    path: list[Point] = []
    for n in range(lanes + 1):
        x = left + inset + (right - left - 2 * inset) * n / lanes
        span = _span(area, x, inset, step)
        path.extend(span if n % 2 == 0 else span[::-1])
    return tuple(path)


def _span(area: Sequence[Point], x: float, inset: float, step: float) -> list[Point]:
    """The part of one vertical lane that is inside an area, from its top to its bottom."""
    _, top, _, bottom = bounds(area)
    inside = [y for y in _range(top, bottom, step / 4) if contains(area, Point(x, y))]
    if not inside:
        return []
    first, last = inside[0] + inset, inside[-1] - inset
    return [Point(x, y) for y in _range(first, last, step)] if last > first else []


def _range(start: float, end: float, step: float) -> list[float]:
    count = max(1, round((end - start) / step))
    return [start + (end - start) * n / count for n in range(count + 1)]


def rings(around: Ellipse = MOUND, count: int = 4) -> Polyline:
    """Circles about the nipple that grow smaller, joined to one path: the older search pattern."""
    path: list[Point] = []
    for n in range(count):
        ring = around.scaled(0.94 * (count - n) / count)
        path.extend(ring.at(-90 + 10 * k) for k in range(37))
    return tuple(path)


def spokes(around: Ellipse = MOUND, centre: Point = NIPPLE, count: int = 12) -> tuple[Polyline, ...]:
    """Straight lines from the edge to the nipple."""
    rim = around.scaled(0.94)
    return tuple((rim.at(360 * n / count - 90), centre) for n in range(count))


def edge_to_nipple(
    degrees: float, around: Ellipse = MOUND, centre: Point = NIPPLE, *, stop_short: float = 18.0
) -> Polyline:
    """A light stroke from the outer edge towards the nipple, ending before the darker ring."""
    start = around.scaled(0.94).at(degrees)
    whole = distance(start, centre)
    return evenly((start, along((start, centre), 1 - stop_short / whole)), 3.0)


def circles_along(path: Sequence[Point], radius: float = 10.0, spacing: float = 16.0) -> tuple[Polyline, ...]:
    """Small coin-size circles one after the other along a path."""
    return tuple(circle(place, radius) for place in evenly(path, spacing))


def sweep(start: Point, *through: tuple[float, float]) -> Polyline:
    """A long light sweep, such as from the breast up to the armpit."""
    return evenly(Curve((start, *through)).points(), 3.0)
