"""What a trail covered at each pressure, what it went over again, and how long it took. Linear in its length."""

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from course_helpers.explorers.search import grid
from course_helpers.explorers.search.grid import CELL, Board, Rows
from course_helpers.explorers.search.trail import LIFTED, PRESSURES, Sample, Trail

PASS = 220.0
"""Millimetres of path. What is met again within one or two of these belongs to the same small circles."""
LONGEST_REST = 2.0
"""Seconds; the pads that lie still for longer are resting, and that time is not counted."""


@dataclass(frozen=True)
class Coverage:
    """What was covered.

    Attributes:
        rows: by pressure, the cells that the pads passed over.
        circled: by pressure, those of them on which a small circle was made.
        again: by pressure, those of them that were come back to later.
        seconds: how long the pads were down.
    """

    rows: dict[int, Rows]
    circled: dict[int, Rows]
    again: dict[int, Rows]
    seconds: float

    def share(self, board: Board, pressure: int) -> float:
        """The part (0 to 1) of the area that was covered at a pressure."""
        return grid.share(self.rows[pressure], board.whole)

    def share_at_all(self, board: Board) -> float:
        """The part (0 to 1) of the area that was covered at light, medium and firm."""
        return grid.share(grid.common(*self.rows.values()), board.whole)

    def circles(self, board: Board) -> float:
        """The part (0 to 1) of what was covered that was felt with small circles; 0 of nothing."""
        return self._part_of_covered(self.circled, board)

    def overlap(self, board: Board) -> float:
        """The part (0 to 1) of what was covered that was come back to at the same pressure; 0 of nothing."""
        return self._part_of_covered(self.again, board)

    def _part_of_covered(self, rows: dict[int, Rows], board: Board) -> float:
        covered = sum(grid.count(grid.common(self.rows[p], board.whole)) for p in PRESSURES)
        part = sum(grid.count(grid.common(rows[p], board.whole)) for p in PRESSURES)
        return part / covered if covered else 0.0


@dataclass
class _Passes:
    """The cells of one pressure, gathered pass by pass."""

    older: Rows = field(default_factory=grid.empty)
    last: Rows = field(default_factory=grid.empty)
    now: Rows = field(default_factory=grid.empty)
    again: Rows = field(default_factory=grid.empty)
    length: float = 0.0

    def go(self, millimetres: float) -> None:
        self.length += millimetres
        if self.length > PASS:
            self.turn()

    def turn(self) -> None:
        """One pass ends: what lies before the last one can now be come back to."""
        self.again = grid.joined((self.again, grid.common(self.now, self.older)))
        self.older = grid.joined((self.older, self.last))
        self.last, self.now, self.length = self.now, grid.empty(), 0.0

    def covered(self) -> Rows:
        return grid.joined((self.older, self.last, self.now))


def covered(trail: Trail) -> Coverage:
    """What a trail covered."""
    passes = {pressure: _Passes() for pressure in PRESSURES}
    for x, y, pressure, millimetres in places(trail.samples):
        one = passes[pressure]
        one.go(millimetres)
        grid.lay(one.now, x, y, grid.PAD)
    for one in passes.values():
        one.turn()
    rows = {pressure: one.covered() for pressure, one in passes.items()}
    again = {pressure: one.again for pressure, one in passes.items()}
    return Coverage(rows, _circled(trail, rows), again, _seconds(trail.samples))


def places(samples: Iterable[Sample]) -> Iterator[tuple[float, float, int, float]]:
    """Places of the pads' middle with their pressure and the way to them, about a cell apart; both ends of a stroke."""
    pressed, x, y = LIFTED, 0.0, 0.0
    last: tuple[float, float] | None = None
    for _, to_x, to_y, pressure in samples:
        if pressure != pressed:
            if last:
                yield *last, pressed, 0.0
            last, pressed, x, y = None, pressure, to_x, to_y
            if pressure:
                yield x, y, pressure, 0.0
        elif pressure:
            dx, dy = to_x - x, to_y - y
            way = math.hypot(dx, dy)
            steps = round(way / CELL)
            for step in range(1, steps + 1):
                yield x + dx * step / steps, y + dy * step / steps, pressure, way / steps
            last = None if steps else (to_x, to_y)
            if steps:
                x, y = to_x, to_y
    if last:
        yield *last, pressed, 0.0


def _circled(trail: Trail, rows: dict[int, Rows]) -> dict[int, Rows]:
    found = {pressure: grid.empty() for pressure in PRESSURES}
    for circle in trail.circles:
        grid.lay(found[circle.pressure], circle.x, circle.y, grid.CIRCLE)
    return {pressure: grid.common(found[pressure], rows[pressure]) for pressure in PRESSURES}


def _seconds(samples: tuple[Sample, ...]) -> float:
    pairs = itertools.pairwise(samples)
    steps = (after.time - before.time for before, after in pairs if before.pressure)
    return sum(step for step in steps if 0 < step <= LONGEST_REST)
