"""The path of the finger pads, as a page tells it."""

import itertools
import math
from dataclasses import dataclass
from typing import NamedTuple

PRESSURES = (1, 2, 3)
"""Light, medium, firm: the three pressures of a check (B20, B35, B37). They are never used for massage."""
LIFTED = 0
NUMBERS = {int, float}
MOST_SAMPLES = 40_000
MOST_CIRCLES = 8_000
"""What a page keeps of more than an hour; a longer list comes from no page of ours."""


class Sample(NamedTuple):
    """Where the pads were.

    Attributes:
        time: seconds since the first sample.
        x: millimetres outwards from the midline.
        y: millimetres down from the notch above the breastbone.
        pressure: 1 light, 2 medium, 3 firm, 0 lifted.
    """

    time: float
    x: float
    y: float
    pressure: int


class Circle(NamedTuple):
    """A small circle that was made: its middle in millimetres and its pressure, 1 to 3."""

    x: float
    y: float
    pressure: int


@dataclass(frozen=True)
class Trail:
    """Samples in the order of time, and the circles among them."""

    samples: tuple[Sample, ...]
    circles: tuple[Circle, ...] = ()


def trail_of(content: dict[str, object]) -> Trail:
    """The trail of a message: ``samples`` as rows of time, x, y, pressure and ``circles`` as rows of x, y, pressure.

    Raises:
        ValueError: if it is no such trail.
    """
    samples = [Sample(t, x, y, int(p)) for t, x, y, p in _rows(content.get("samples"), 4, MOST_SAMPLES)]
    circles = [Circle(x, y, int(p)) for x, y, p in _rows(content.get("circles"), 3, MOST_CIRCLES)]
    if any(sample.pressure not in (LIFTED, *PRESSURES) for sample in samples):
        raise ValueError("A sample has a pressure that there is not.")
    if any(circle.pressure not in PRESSURES for circle in circles):
        raise ValueError("A circle has a pressure that there is not.")
    return Trail(tuple(samples), tuple(circles))


def _rows(given: object, width: int, most: int) -> list[list[float]]:
    """Rows of finite numbers."""
    if not isinstance(given, list) or len(given) > most:
        raise ValueError("This is no list of rows, or a longer one than a page keeps.")
    # Tens of thousands of rows: the kinds of their numbers are looked at row by row, and all numbers at once.
    if any(type(row) is not list or len(row) != width or not NUMBERS.issuperset(map(type, row)) for row in given):
        raise ValueError(f"A row is not {width} numbers.")
    try:
        finite = all(map(math.isfinite, itertools.chain.from_iterable(given)))
    except OverflowError:  # a whole number beyond every other
        finite = False
    if not finite:
        raise ValueError("A number is endless, or none.")
    return given
