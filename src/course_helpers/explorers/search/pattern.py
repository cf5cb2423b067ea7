"""Which way a search went: up and down in strips, in circles about the nipple, along spokes, or mixed. Pure.

The small circles of a search are taken out first. What is left is compared, step by step, with three directions: up and
down, round the nipple, and straight to or from it. A search is what most of its way agrees with.
"""

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from course_helpers.body.geometry import Point
from course_helpers.body.search_area import FINGER
from course_helpers.explorers.search.trail import Sample, Trail

Pattern = Literal["strips", "circles", "spokes", "mixed", "little"]
"""``little``: too short a way to tell."""
Way = tuple[Point, Point]
"""One step of a search: from here to there, in millimetres."""
PadsAt = tuple[float, float]
"""Where the pads are, in millimetres: a plain pair, as a trail has thousands. A spot is something hidden there."""
SMOOTHED = 80.0
"""Millimetres of path over which small circles are averaged away; a coin-size circle is about 60 long."""
STEP = 15.0
"""Millimetres between two places whose direction counts: longer than what is left of a small circle."""
SHORTEST = 240.0
"""Millimetres; a shorter way has no pattern."""
NEAR = 15.0
"""So near to the nipple, in millimetres, every direction is both round it and towards it."""
NEARLY, ACROSS = math.cos(math.radians(32)), math.cos(math.radians(58))
"""Cosines: a step goes in a direction if it lies within 32 degrees of it (a course choice, as are the next two)."""
AGREES, AHEAD = 0.5, 0.1
"""The part (0 to 1) of the way that agrees with a pattern, and by how much more than with any other."""
TURNS = 1.6
"""Who goes round so often goes in circles, also if they are squares: keys move up, down and to the sides."""
NEXT_SPOT = 1.5 * FINGER
"""Millimetres; pads that are put down again so near go on where they were lifted."""
STRAIGHT = 0.6
"""A hand that goes straight covers at least so much of its path as the crow flies (0 to 1)."""


def pattern_of(trail: Trail, nipple: Point) -> Pattern:
    """The pattern of a trail on a chest with its nipple there."""
    ways = [way for stroke in _strokes(trail.samples) for way in _ways(stroke)]
    if sum(math.dist(a, b) for a, b in ways) < SHORTEST:
        return "little"
    found = _agreement(ways, nipple)
    (best, most), (_, next_most), _ = sorted(found.items(), key=lambda item: -item[1])
    return best if most >= AGREES and most - next_most >= AHEAD else "mixed"


def _agreement(ways: Sequence[Way], nipple: Point) -> dict[Pattern, float]:
    """How much of the way (0 to 1) agrees with each pattern; rings and spokes may have a middle of their own."""
    own = Point(*(sum(a[n] + b[n] for a, b in ways) / (2 * len(ways)) for n in (0, 1)))
    middles = (nipple, own)
    spokes = max(_share(ways, middle, _towards) for middle in middles)
    circles = max(_share(ways, middle, _round) for middle in middles)
    turns, steady = _winding(ways, own)
    if turns >= TURNS and spokes < AGREES:
        circles = max(circles, steady)
    return {"strips": _share(ways, nipple, _upright), "circles": circles, "spokes": spokes}


def _share(ways: Sequence[Way], middle: Point, agrees: Callable[[Way, Point], bool]) -> float:
    """The part (0 to 1) of the way whose steps agree; none if it all lies too near to the middle."""
    far = [(math.dist(a, b), agrees((a, b), middle)) for a, b in ways if math.dist(_half_way(a, b), middle) >= NEAR]
    whole = sum(length for length, _ in far)
    return sum(length for length, agreed in far if agreed) / whole if whole else 0.0


def _half_way(a: Point, b: Point) -> Point:
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


def _upright(way: Way, _middle: Point) -> bool:
    a, b = way
    return abs(b.y - a.y) >= NEARLY * math.dist(a, b)


def _towards(way: Way, middle: Point) -> bool:
    return _outward(way, middle) >= NEARLY


def _round(way: Way, middle: Point) -> bool:
    return _outward(way, middle) <= ACROSS


def _outward(way: Way, middle: Point) -> float:
    """The cosine (0 to 1) between a step and the line from the middle through it."""
    (a, b), half = way, _half_way(*way)
    x, y = half.x - middle.x, half.y - middle.y
    return abs((b.x - a.x) * x + (b.y - a.y) * y) / (math.dist(a, b) * math.hypot(x, y))


def _winding(ways: Sequence[Way], middle: Point) -> tuple[float, float]:
    """How often the way goes round a middle, and how steadily (0 to 1) it keeps going the same way round."""
    steps = [_turned(way, middle) for way in ways]
    there, whole = abs(sum(steps)), sum(map(abs, steps))
    return there / (2 * math.pi), there / whole if whole else 0.0


def _turned(way: Way, middle: Point) -> float:
    """The angle in radians by which a step goes round a middle, clockwise as drawn."""
    (a, b), m = way, middle
    across = (a.x - m.x) * (b.y - m.y) - (a.y - m.y) * (b.x - m.x)
    along = (a.x - m.x) * (b.x - m.x) + (a.y - m.y) * (b.y - m.y)
    return math.atan2(across, along)


def _strokes(samples: Sequence[Sample]) -> Iterator[list[PadsAt]]:
    """The places between two lifts; who lifts the pads to go on to the next spot goes on with the same stroke."""
    stroke: list[PadsAt] = []
    lifted = False
    for _, x, y, pressure in samples:
        if not pressure:
            lifted = True
            continue
        if lifted and stroke and math.dist((x, y), stroke[-1]) > NEXT_SPOT:
            yield stroke
            stroke = []
        lifted = False
        stroke.append((x, y))
    if stroke:
        yield stroke


def _ways(stroke: Sequence[PadsAt]) -> Iterator[Way]:
    """The stroke without its small circles, as steps of about ``STEP`` millimetres."""
    path = _evenly(stroke)
    if len(path) > 1 and not _goes_straight(path):
        path = _smoothed(path)
    before: Point | None = None
    for place in path:
        if before is None:
            before = place
        elif math.dist(before, place) >= STEP:
            yield before, place
            before = place


_SPACING = 4.0
"""Millimetres between the places of an even path."""


def _evenly(stroke: Sequence[PadsAt]) -> list[Point]:
    """Places ``_SPACING`` apart, so that neither a slow hand nor a trembling one counts more than another."""
    x, y = stroke[0]
    path = [Point(x, y)]
    for to_x, to_y in stroke:
        way = math.hypot(to_x - x, to_y - y)
        if way < _SPACING:
            continue
        for step in range(1, int(way / _SPACING) + 1):
            part = step * _SPACING / way
            path.append(Point(x + (to_x - x) * part, y + (to_y - y) * part))
        x, y = path[-1]
    return path


def _goes_straight(path: Sequence[Point]) -> bool:
    """Whether the hand slides and makes no small circles."""
    apart = round(SMOOTHED * 0.75 / _SPACING)
    if len(path) <= apart:
        return math.dist(path[0], path[-1]) >= STRAIGHT * _SPACING * (len(path) - 1)
    flown = sorted(math.dist(path[n], path[n + apart]) for n in range(0, len(path) - apart, 3))
    return flown[len(flown) // 2] >= STRAIGHT * apart * _SPACING


def _smoothed(path: Sequence[Point]) -> list[Point]:
    """The running mean over ``SMOOTHED`` millimetres of path."""
    half = round(SMOOTHED / _SPACING / 2)
    xs = [0.0, *itertools.accumulate(place.x for place in path)]
    ys = [0.0, *itertools.accumulate(place.y for place in path)]
    found = []
    for n in range(len(path)):
        first, last = max(0, n - half), min(len(path), n + half + 1)
        found.append(Point((xs[last] - xs[first]) / (last - first), (ys[last] - ys[first]) / (last - first)))
    return found
