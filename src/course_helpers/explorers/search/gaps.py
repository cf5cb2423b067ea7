"""Where a search left something out, region by region. Pure: what is said about it stands in ``report``."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from course_helpers.body.search_area import FINGER, Region
from course_helpers.explorers.search import grid
from course_helpers.explorers.search.coverage import Coverage
from course_helpers.explorers.search.grid import CELL, ROWS, TOP, Board, Rows
from course_helpers.explorers.search.trail import PRESSURES

Reach = Literal["none", "part", "whole"]
NOTHING, EVERYTHING = 0.05, 0.9
"""Below the first share (0 to 1) of a region a pressure counts as not done, from the second on as done (our choice).

An edge that a pad only brushed is not a search, and a rim of one cell is no gap to send anybody back for.
"""
FIRST_ROW = -30.0
"""Where (y, millimetres) the first finger row begins: above every area."""
LAST_ROW = 15


@dataclass(frozen=True)
class Gap:
    """One region that was not searched through.

    Attributes:
        region: which.
        reach: by pressure, whether none of it, a part or the whole was covered.
        rows: the finger rows, counted from the top, in which more than half of it is missing; none if that is all.
    """

    region: Region
    reach: Mapping[int, Reach]
    rows: tuple[int, int] | None

    @property
    def untouched(self) -> bool:
        """Whether no pressure reached it."""
        return set(self.reach.values()) == {"none"}


def finger_row(y: float) -> int:
    """The row, from 1 at the top, in which a height (millimetres) lies."""
    return min(max(int((y - FIRST_ROW) // FINGER) + 1, 1), LAST_ROW)


def reach(share: float) -> Reach:
    """How far a share (0 to 1) of a region counts."""
    return "none" if share < NOTHING else "part" if share < EVERYTHING else "whole"


def gaps(coverage: Coverage, board: Board) -> tuple[Gap, ...]:
    """Every region that misses something, from the top to the bottom."""
    return tuple(_gaps(coverage, board))


def _gaps(coverage: Coverage, board: Board) -> Iterator[Gap]:
    done = grid.common(*coverage.rows.values())
    for region, cells in board.regions.items():
        reached = {pressure: reach(grid.share(coverage.rows[pressure], cells)) for pressure in PRESSURES}
        if set(reached.values()) != {"whole"}:
            yield Gap(region, reached, _missing_rows(cells, grid.without(cells, done)))


def _missing_rows(cells: Sequence[int], missing: Rows) -> tuple[int, int] | None:
    whole, gone = dict.fromkeys(range(1, LAST_ROW + 1), 0), dict.fromkeys(range(1, LAST_ROW + 1), 0)
    for number in range(ROWS):
        row = finger_row(TOP + (number + 0.5) * CELL)
        whole[row] += cells[number].bit_count()
        gone[row] += missing[number].bit_count()
    there = [row for row in whole if whole[row]]
    found = [row for row in there if 2 * gone[row] > whole[row]]
    return (found[0], found[-1]) if found and found != there else None


def runs(rows: Sequence[int]) -> str:
    """Cells as one SVG path of rectangles, a run of neighbours each, in millimetres."""
    parts = []
    for number, bits in enumerate(rows):
        first: int | None = None
        before = -2
        for column in [*grid.columns_in(bits), -9]:
            if column != before + 1:
                if first is not None:
                    parts.append(_rectangle(number, first, before + 1 - first))
                first = column
            before = column
    return "".join(parts)


def _rectangle(row: int, column: int, width: int) -> str:
    x, y, wide = grid.LEFT + column * CELL, TOP + row * CELL, width * CELL
    return f"M{x:g} {y:g}h{wide:g}v{CELL:g}h{-wide:g}z"
