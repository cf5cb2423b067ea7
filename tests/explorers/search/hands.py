"""Trails as uneven hands make them, from a seed: strips, circles and spokes, quick and slow, with and without circles.

Nothing here uses the rules under test but for the geometry of the chest.
"""

import itertools
import math
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from course_helpers.body.geometry import Ellipse, Point, bounds
from course_helpers.body.search_area import SearchArea
from course_helpers.explorers.search.trail import Sample, Trail

SPACING_MM = 1.5
"""So far apart a page keeps two samples at least: ``SPACING_MM`` of ``trail.js``."""


@dataclass(frozen=True)
class Hand:
    """How a hand moves.

    Attributes:
        speed: millimetres a second.
        tremble: how far, in millimetres, a sample lies off its way.
        sway: how far, in millimetres, the way itself wanders.
        circle: the radius of its small circles in millimetres; 0 slides.
    """

    speed: float
    tremble: float
    sway: float
    circle: float


def hand(dice: Random) -> Hand:
    """A hand of its own."""
    circle = dice.choice((0.0, 0.0, dice.uniform(6, 13)))
    return Hand(dice.uniform(30, 220), dice.uniform(0, 2.0), dice.uniform(0, 9), circle)


def strips(area: SearchArea, dice: Random) -> list[list[Point]]:
    """Up and down, lanes of uneven distance; sometimes each lane is a stroke of its own."""
    left, top, right, low = bounds(area.main)
    x, up, lanes = left + dice.uniform(2, 16), dice.random() < 0.5, []
    while x < right - 4:
        edges = _crossed(area.main, x)
        ys = (top + n * 4 for n in range(round((low - top) / 4)))
        lane = [Point(x, y) for y in ys if bisect(edges, y) % 2]
        lanes.append(lane[::-1] if up else lane)
        x, up = x + dice.uniform(15, 32), not up
    if dice.random() < 0.3:
        return [lane for lane in lanes if lane]
    return [[place for lane in lanes for place in lane]]


def _crossed(edge: Sequence[Point], x: float) -> list[float]:
    """Where a line up and down crosses the edge of an area, in its order; between the first two it is inside."""
    sides = itertools.pairwise((edge[-1], *edge))
    return sorted(a.y + (x - a.x) * (b.y - a.y) / (b.x - a.x) for a, b in sides if (a.x > x) != (b.x > x))


def circles(area: SearchArea, dice: Random) -> list[list[Point]]:
    """Rings about the nipple that grow smaller or larger, each a stroke or all in one spiral."""
    width, height = dice.uniform(52, 70), dice.uniform(56, 84)
    count = dice.randint(3, 5)
    rings = [
        [
            Ellipse(area.nipple, width * share, height * share).at(dice.uniform(-8, 8) + 6 * n)
            for n in range(dice.randint(57, 62))
        ]
        for share in (1 - n / (count + 1) for n in range(count))
    ]
    if dice.random() < 0.5:
        rings.reverse()
    return rings if dice.random() < 0.3 else [[place for ring in rings for place in ring]]


def spokes(area: SearchArea, dice: Random) -> list[list[Point]]:
    """Lines between the edge and the nipple, lifted in between or there and back in one."""
    count, turn = dice.randint(8, 16), dice.uniform(0, 360)
    rim = Ellipse(area.nipple, dice.uniform(58, 72), dice.uniform(62, 86))
    lines = []
    for n in range(count):
        edge = rim.at(turn + 360 * n / count + dice.uniform(-6, 6))
        near = _part(area.nipple, edge, dice.uniform(0.05, 0.2))
        lines.append([_part(edge, near, k / 20) for k in range(21)])
    if dice.random() < 0.5:
        return lines
    return [[place for n, line in enumerate(lines) for place in (line if n % 2 == 0 else line[::-1])]]


PATTERNS = {"strips": strips, "circles": circles, "spokes": spokes}


def drawn(strokes: Sequence[Sequence[Point]], hand: Hand, dice: Random, pressure: int = 1) -> Trail:
    """The trail of a hand that goes along some strokes, with samples as often as a page keeps them."""
    samples: list[Sample] = []
    time, phase, wave = 0.0, dice.uniform(0, 6), dice.uniform(60, 160)
    step, gauss, tremble, circle = _between_samples(hand), dice.gauss, hand.tremble, hand.circle
    for stroke in strokes:
        gone = 0.0
        for x, y in _along(stroke, step * (0.3 if circle else 1.0)):
            sway = hand.sway * math.sin(phase + gone / wave)
            off_x, off_y = sway + gauss(0, tremble), gauss(0, tremble) - sway
            if circle:
                off_x += circle * math.cos(gone / circle)
                off_y += circle * math.sin(gone / circle)
            samples.append(Sample(time, x + off_x, y + off_y, pressure))
            time, gone = time + step / hand.speed, gone + step
        if samples:
            samples.append(samples[-1]._replace(time=time, pressure=0))
        time += dice.uniform(0.2, 0.8)
    return Trail(tuple(samples))


def _between_samples(hand: Hand) -> float:
    """Millimetres of path between two samples: what it goes in 1/60 second, but never less than a page keeps apart."""
    return max(hand.speed / 60, SPACING_MM)


def _along(stroke: Sequence[Point], step: float) -> Iterator[tuple[float, float]]:
    """The middle of the pads, a sample each: with small circles it comes on by a third of their path."""
    left = 0.0
    for a, b in itertools.pairwise(stroke):
        way = math.dist(a, b)
        while left < way:
            yield a.x + (b.x - a.x) * left / way, a.y + (b.y - a.y) * left / way
            left += step
        left -= way


def _part(a: Point, b: Point, share: float) -> Point:
    return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
