"""A chest as cells: which lie in the area to check, in which region, and which a finger pad covers. Pure Python.

Each row of cells is one whole number, whose bit ``n`` stands for the cell in column ``n``. A pad laid down is a handful
of shifts and ORs, so a trail costs time in proportion to its length and a row of cells costs no object. numpy would
cost more to import (0.19 s where this was written) than a five-minute trail takes here.
"""

import functools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from course_helpers.body import geometry
from course_helpers.body.geometry import Point
from course_helpers.body.search_area import PAD_HALF_HEIGHT, PAD_HALF_WIDTH, REGIONS, Region, SearchArea

CELL = 4.0
"""The side of a cell in millimetres."""
LEFT, TOP, RIGHT, BOTTOM = -40.0, -72.0, 224.0, 344.0
"""The board in millimetres: every chest with room for a pad that lies over its edge."""
COLUMNS, ROWS = round((RIGHT - LEFT) / CELL), round((BOTTOM - TOP) / CELL)
_MARGIN = 48.0
"""A place nearer to the edge of the board than this, in millimetres, is moved to it: no pad leaves the board."""
_PARTS = 4
"""A pad's middle counts to a quarter of a cell, 1 mm."""
CIRCLE_RADIUS = 9.0
"""The middle of the pad goes round so far from the place, in millimetres: a coin-size circle (a course choice)."""

Rows = list[int]
"""One whole number a row of cells, ``ROWS`` of them."""


@dataclass(frozen=True)
class Stamp:
    """The cells under a pad: its first row and the bits of each row, both counted from the cell of its middle."""

    first: int
    masks: tuple[int, ...]
    """Column 0 of a mask is ``reach`` columns left of the middle."""
    reach: int


@dataclass(frozen=True)
class Board:
    """The cells of one chest."""

    whole: tuple[int, ...]
    """The area to check, a row each."""
    regions: dict[Region, tuple[int, ...]]
    """The same, a part each; every cell of the area is in exactly one."""


@functools.cache
def board(area: SearchArea) -> Board:
    """The cells of an area; a cell belongs to the part in which its middle lies."""
    found: dict[Region, Rows] = {region: [0] * ROWS for region in REGIONS}
    parts = area.parts
    for row in range(ROWS):
        y = TOP + (row + 0.5) * CELL
        main, armpit, above = (_between(_crossings(part, y)) for part in parts)
        for column in columns_in(main | armpit | above):
            bit, x = 1 << column, LEFT + (column + 0.5) * CELL
            region = area.region(Point(x, y), bool(main & bit), bool(armpit & bit))
            found[region][row] |= bit
    return Board(tuple(joined(found.values())), {region: tuple(rows) for region, rows in found.items()})


def _crossings(line: Sequence[Point], y: float) -> list[float]:
    """Where (x) a closed line crosses a height, from the left."""
    pairs = zip(line, (*line[1:], line[0]), strict=True)
    return sorted(a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y) for a, b in pairs if (a.y > y) != (b.y > y))


def _between(crossings: Sequence[float]) -> int:
    """The cells of one row whose middle lies inside a closed line."""
    columns = [max(0, math.ceil((x - LEFT) / CELL - 0.5)) for x in crossings]
    return sum((1 << out) - (1 << into) for into, out in zip(columns[::2], columns[1::2], strict=True))


def columns_in(bits: int) -> Iterator[int]:
    """The columns of the cells of one row, from the left."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def empty() -> Rows:
    """A board with nothing on it."""
    return [0] * ROWS


def joined(boards: Iterable[Sequence[int]]) -> Rows:
    """What lies on any of some boards."""
    rows = empty()
    for other in boards:
        for number, bits in enumerate(other):
            rows[number] |= bits
    return rows


def common(*boards: Sequence[int]) -> Rows:
    """What lies on all of some boards."""
    return [functools.reduce(int.__and__, bits) for bits in zip(*boards, strict=True)]


def without(rows: Sequence[int], taken: Sequence[int]) -> Rows:
    """What lies on the first board alone."""
    return [bits & ~other for bits, other in zip(rows, taken, strict=True)]


def count(rows: Iterable[int]) -> int:
    """How many cells there are."""
    return sum(bits.bit_count() for bits in rows)


def share(rows: Sequence[int], of: Sequence[int]) -> float:
    """The part (0 to 1) of a board that lies on another as well; 1 of nothing."""
    whole = count(of)
    return count(common(rows, of)) / whole if whole else 1.0


def lay(rows: Rows, x: float, y: float, stamps: Sequence[Sequence[Stamp]]) -> None:
    """Lay a pad with its middle at a place in millimetres onto a board."""
    right, down = _within(x, LEFT, RIGHT), _within(y, TOP, BOTTOM)
    column, part = divmod(right, _PARTS)
    row, lower = divmod(down, _PARTS)
    stamp = stamps[lower][part]
    shift, number = column - stamp.reach, row + stamp.first
    for mask in stamp.masks:
        rows[number] |= mask << shift
        number += 1


def _within(value: float, low: float, high: float) -> int:
    """A place on the board in quarters of a cell from its edge."""
    kept = min(max(value, low + _MARGIN), high - _MARGIN)
    return int((kept - low) * _PARTS / CELL)


def _stamps(half_width: float, half_height: float) -> tuple[tuple[Stamp, ...], ...]:
    quarter = CELL / _PARTS
    return tuple(
        tuple(
            _stamp(half_width, half_height, (across + 0.5) * quarter, (down + 0.5) * quarter)
            for across in range(_PARTS)
        )
        for down in range(_PARTS)
    )


def _stamp(half_width: float, half_height: float, x: float, y: float) -> Stamp:
    """A pad with round ends whose middle lies ``x``, ``y`` millimetres inside its cell."""
    reach = math.ceil(half_width / CELL) + 1
    far = math.ceil(half_height / CELL) + 1
    masks = []
    for row in range(-far, far + 1):
        bits = 0
        for column in range(-reach, reach + 1):
            dx, dy = (column + 0.5) * CELL - x, (row + 0.5) * CELL - y
            beyond = max(0.0, abs(dy) - (half_height - half_width))
            if geometry.distance(Point(0, 0), Point(dx, beyond)) <= half_width:
                bits |= 1 << (column + reach)
        masks.append(bits)
    filled = [n for n, bits in enumerate(masks) if bits]
    return Stamp(filled[0] - far, tuple(masks[filled[0] : filled[-1] + 1]), reach)


PAD = _stamps(PAD_HALF_WIDTH, PAD_HALF_HEIGHT)
"""The three finger pads, for each quarter of a cell in which their middle may lie."""
CIRCLE = _stamps(PAD_HALF_WIDTH + CIRCLE_RADIUS, PAD_HALF_HEIGHT + CIRCLE_RADIUS)
"""What the pads pass over in one small circle."""
