"""Drawings as data: the pen of the figures leaves layers, which a page draws in the tone of skin that was chosen."""

import math
from collections.abc import Iterator, Sequence

from course_helpers.body.geometry import Place, Point
from course_helpers.design_tokens import SkinTone
from course_helpers.figures.paths import CLOSE, Path, Spot, Step, path_data, polyline
from course_helpers.figures.pen import Pen
from course_helpers.figures.svg_parts import Paint
from course_helpers.figures.things import Leader, Thing

Layer = dict[str, str | float]
"""A path as SVG has it, with its paint."""
ROLES = SkinTone("of the page", "fill", "shade", "areola", "line", "inner", "change", "change-deep")
"""A skin whose colours are names: the page fills in those of the tone that was chosen."""
DECIMALS = 1
"""A tenth of a millimetre is finer than a page shows."""


class Layers:
    """What a pen has drawn, from the lowest layer up. A page cuts and dashes nothing, and writes its words itself."""

    def __init__(self) -> None:
        self.drawn: list[Layer] = []

    def pen(self) -> Pen:
        """A pen in millimetres of the body."""
        return Pen(self, Place())

    def add_path(self, path: Path, paint: Paint, frame: tuple[Step, ...] = ()) -> None:
        """Add a path over all that is there.

        Raises:
            ValueError: if it is to be cut at a frame, or has dashes.
        """
        if frame or paint.dash:
            raise ValueError("A layer for a page is neither cut nor dashed.")
        self.drawn.append(
            {
                "d": path_data(path, DECIMALS),
                "fill": paint.fill or "",
                "line": paint.line or "",
                "width": paint.width if paint.line else 0.0,
                "alpha": paint.alpha,
            }
        )

    def add_words(self, spot: Spot, words: str, size: float, colour: str, anchor: str, *, bold: bool) -> None:
        """A page writes its words itself.

        Raises:
            ValueError: always.
        """
        raise ValueError(f"A layer for a page has no words, such as {words!r}.")

    def add_thing(self, thing: Thing) -> None:
        """Nobody is asked to point at a layer."""

    def add_leader(self, leader: Leader) -> None:
        """A page writes its words itself, so none lead anywhere."""


def closed_path(line: Sequence[Point]) -> str:
    """A closed line as an SVG path."""
    return path_data([*polyline(list(_thinned(line))), CLOSE], DECIMALS)


def _thinned(line: Sequence[Point]) -> Iterator[Point]:
    """Its points, but none nearer than two millimetres to the last."""
    last: Point | None = None
    for point in line:
        if last is None or math.dist(last, point) >= 2:
            last = point
            yield point
