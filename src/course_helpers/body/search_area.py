"""What a self-check covers on one side of a chest: its outline, its regions in words, and the places of a whole search.

Units are millimetres. ``x`` is counted outwards from the midline on both sides, so the left side needs no numbers of
its own; ``y`` grows downwards from the notch above the breastbone, as in ``geometry``. The borders follow B12, B13, B38
and B39; the line at mid-armpit and the strip above the collarbone are the course's own choice (they follow A04, A13).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from course_helpers.body import geometry
from course_helpers.body.geometry import Corner, Curve, Point, Polyline

Region = Literal[
    "above-collarbone",
    "under-collarbone",
    "breastbone",
    "upper-inner",
    "upper-outer",
    "armpit",
    "nipple",
    "lower-inner",
    "lower-outer",
    "fold",
]
"""The parts of the area that are named in words, from the top to the bottom."""
REGIONS: tuple[Region, ...] = get_args(Region)

FINGER = 20.0
"""A finger width: how far neighbouring strips, and neighbouring circles in a strip, lie apart (a course choice)."""
PAD_HALF_WIDTH = geometry.PADS.ry
PAD_HALF_HEIGHT = geometry.PADS.rx
"""The three finger pads as they lie in a strip: fingers point across the chest, so the pads lie one below the other."""

ARMPIT = geometry.loop((140, 96), (142, 70), (156, 58), (170, 68), (172, 96), (160, 116), (146, 114))
ABOVE = geometry.loop((38, -4), (62, -24), (96, -27), (126, -20), (104, -12), (70, -6))
"""The armpit and the strip above the collarbone, right side of the middle-sized chest."""
_OUTER = 155.5
_UNDER_COLLARBONE = 40.0
"""So far down (y) the strip under the collarbone reaches."""
_BESIDE_BREASTBONE = 26.0
_ROUND_NIPPLE = 24.0
_ABOVE_FOLD = 34.0
_SMALLEST_QUARTER = 36.0
"""Where a nipple lies very low, the lower quarters still reach so far up from the edge below them."""
_BELOW_CONTOUR = 22.0
_SHORTEST = 244.0
"""A flat chest is checked as far down as a bra would end."""


@dataclass(frozen=True)
class SearchArea:
    """One side of one chest.

    Attributes:
        nipple: its middle; on a chest without one, where it would be.
        fold: the lowest point (y) of the line under the breast or muscle.
        outer: the line (x) at the middle of the armpit.
    """

    nipple: Point
    fold: float
    outer: float = _OUTER

    @property
    def bottom(self) -> float:
        """How far down (y) the area reaches."""
        return max(self.fold + _BELOW_CONTOUR, _SHORTEST)

    @cached_property
    def main(self) -> Polyline:
        """Collarbone to fold, breastbone to mid-armpit."""
        wider, low = self.outer - _OUTER, self.bottom
        top = (Corner(0, 14), (50, 0), (95, -12), Corner(140, -13), (146 + wider / 2, 40), (150 + wider, 84))
        side = (Corner(self.outer, 120), (self.outer, 180), Corner(self.outer - 18.5, low - 12))
        return Curve((*top, *side, (100, low), (50, low - 8), Corner(0, low - 22)), closed=True).points()

    @property
    def armpit(self) -> Polyline:
        """The armpit."""
        return ARMPIT.moved(self.outer - _OUTER, 0).points()

    @property
    def above(self) -> Polyline:
        """The strip above the collarbone."""
        return ABOVE.points()

    @property
    def parts(self) -> tuple[Polyline, ...]:
        """The whole area as three closed lines."""
        return self.main, self.armpit, self.above

    def region(self, place: Point, in_main: bool, in_armpit: bool) -> Region:
        """The part in which a place of the area lies; ``in_main`` and ``in_armpit`` say in which of its lines."""
        if not in_main:
            return "armpit" if in_armpit else "above-collarbone"
        if geometry.distance(place, self.nipple) <= _ROUND_NIPPLE:
            return "nipple"
        return self._at_an_edge(place) or self._quarter(place)

    def _at_an_edge(self, place: Point) -> Region | None:
        if place.y <= _UNDER_COLLARBONE:
            return "under-collarbone"
        if place.x <= _BESIDE_BREASTBONE:
            return "breastbone"
        return "fold" if place.y >= self.bottom - _ABOVE_FOLD else None

    def _quarter(self, place: Point) -> Region:
        if place.y < min(self.nipple.y, self.bottom - _ABOVE_FOLD - _SMALLEST_QUARTER):
            return "upper-outer" if place.x > self.nipple.x else "upper-inner"
        return "lower-outer" if place.x > self.nipple.x else "lower-inner"

    def strips(self) -> tuple[Polyline, ...]:
        """The places of a search in vertical strips, one a circle, from the armpit's side to the breastbone."""
        left, top, right, low = geometry.bounds(self.main)
        lanes = round((right - left) / FINGER)
        found = []
        for lane in range(lanes + 1):
            x = right - PAD_HALF_WIDTH / 2 - (right - left - PAD_HALF_WIDTH) * lane / lanes
            strip = [Point(x, y) for y in _steps(top, low) if geometry.contains(self.main, Point(x, y))]
            found.append(tuple(strip if lane % 2 == 0 else strip[::-1]))
        return tuple(found)

    def search(self) -> Polyline:
        """The places of a whole search: the strips, the strip above the collarbone, the armpit."""
        wider = self.outer - _OUTER
        above = [Point(x, -16) for x in (48, 66, 84, 102, 120)]
        armpit = [Point(x + wider, y) for x, y in ((146, 100), (152, 78), (164, 78), (164, 100))]
        return (*(place for strip in self.strips() for place in strip), *above, *armpit)


def _steps(top: float, low: float) -> list[float]:
    count = round((low - top) / FINGER)
    return [top + 6 + (low - top - 12) * n / count for n in range(count + 1)]
