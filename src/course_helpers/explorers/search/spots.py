"""Find the changes: simulated spots that show under one pressure, in a small circle. Pure; the dice are given."""

import math
from dataclasses import dataclass
from random import Random
from typing import Literal

from course_helpers.body.geometry import Point
from course_helpers.body.search_area import PAD_HALF_HEIGHT, PAD_HALF_WIDTH, SearchArea
from course_helpers.explorers.search import grid
from course_helpers.explorers.search.coverage import places
from course_helpers.explorers.search.grid import CELL, CIRCLE_RADIUS, LEFT, TOP
from course_helpers.explorers.search.trail import PRESSURES, Trail

HOW_MANY = 4
APART = 45.0
"""Two spots lie at least so far apart, in millimetres: one circle never shows both."""
Fate = Literal["shown", "no-circle", "other-pressure", "not-reached"]


@dataclass(frozen=True)
class Spot:
    """A simulated change: its middle in millimetres and the pressure, 1 to 3, under which it shows."""

    x: float
    y: float
    pressure: int


def hidden(area: SearchArea, dice: Random) -> tuple[Spot, ...]:
    """Some spots inside the area, at least one for each pressure."""
    cells = [
        Point(LEFT + (column + 0.5) * CELL, TOP + (row + 0.5) * CELL)
        for row, bits in enumerate(grid.board(area).whole)
        for column in grid.columns_in(bits)
    ]
    dice.shuffle(cells)
    chosen: list[Point] = []
    for place in cells:
        if len(chosen) < HOW_MANY and all(math.dist(place, other) >= APART for other in chosen):
            chosen.append(place)
    pressures = [*PRESSURES, *dice.choices(PRESSURES, k=HOW_MANY - len(PRESSURES))]
    dice.shuffle(pressures)
    return tuple(Spot(place.x, place.y, pressure) for place, pressure in zip(chosen, pressures, strict=True))


def fate(spot: Spot, trail: Trail) -> Fate:
    """What became of a spot: it showed, or why it did not."""
    circles = {c.pressure for c in trail.circles if _under(spot, c.x, c.y, CIRCLE_RADIUS)}
    if spot.pressure in circles:
        return "shown"
    passed = {pressure for x, y, pressure, _ in places(trail.samples) if _under(spot, x, y, 0.0)}
    if spot.pressure in passed:
        return "no-circle"
    return "other-pressure" if passed or circles else "not-reached"


def _under(spot: Spot, x: float, y: float, grown: float) -> bool:
    """Whether the pads with their middle at a place lie on a spot; ``grown`` is the radius of their circle."""
    beyond = max(0.0, abs(spot.y - y) - (PAD_HALF_HEIGHT - PAD_HALF_WIDTH))
    return math.hypot(spot.x - x, beyond) <= PAD_HALF_WIDTH + grown
