"""A pen that writes shapes down as data: a page draws the same bodies as the figures, without a plotting library."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from course_helpers.body.geometry import Curve, Ellipse, Knot, Place, Point
from course_helpers.design_tokens import LIGHT, LINES, SkinTone

if TYPE_CHECKING:
    from course_helpers.figures.pen import Pen

Shape = Curve | Ellipse | Sequence[Point]
ROLES = SkinTone("of the page", "fill", "shade", "areola", "line", "inner", "change", "change-deep")
"""A skin whose colours are names: the page fills in those of the tone that was chosen."""


@dataclass
class SvgPen:
    """Gathers what is drawn as SVG paths with their paint."""

    place: Place = field(default_factory=Place)
    layers: list[dict[str, str | float]] = field(default_factory=list)

    def at(self, x: float, y: float, scale: float = 1.0, *, turn: float = 0.0, flip: bool = False) -> "SvgPen":
        """A pen with another place that adds to the same drawing."""
        return SvgPen(Place(x, y, scale, turn, flip), self.layers)

    def shape(
        self,
        shape: Shape,
        fill: str | None = None,
        line: str | None = None,
        width: float = LINES.body,
        dash: tuple[float, float] | None = None,
        alpha: float = 1.0,
    ) -> None:
        """Write down a curve, an ellipse or a polyline."""
        self._add(self._path(shape), fill, line, width, alpha)

    def line(self, shape: Shape, colour: str = LIGHT.line, width: float = LINES.body) -> None:
        """Write down an open line."""
        self._add(self._path(shape), None, colour, width)

    def lines(self, shapes: Sequence[Shape], colour: str = LIGHT.line, width: float = LINES.body) -> None:
        """Write down many lines of one kind as one path."""
        self._add("".join(self._path(shape) for shape in shapes), None, colour, width)

    def _add(self, d: str, fill: str | None, line: str | None, width: float, alpha: float = 1.0) -> None:
        layer: dict[str, str | float] = {"d": d, "fill": fill or "", "line": line or ""}
        self.layers.append(layer | {"width": width if line else 0.0, "alpha": alpha})

    def _path(self, shape: Shape) -> str:
        if isinstance(shape, Curve):
            return self._cubics(shape)
        points = shape.points(24) if isinstance(shape, Ellipse) else shape
        spots = " ".join(self._spot(point) for point in points)
        return f"M{spots}{'z' if isinstance(shape, Ellipse) else ''}"

    def _cubics(self, shape: Curve) -> str:
        pieces = shape.pieces()
        rest = "".join(f"C{' '.join(self._spot(spot) for spot in piece[1:])}" for piece in pieces)
        return f"M{self._spot(pieces[0][0])}{rest}{'z' if shape.closed else ''}"

    def _spot(self, knot: Knot) -> str:
        spot = self.place.to_canvas(knot)
        return f"{_short(spot.x)} {_short(spot.y)}"


def figure_pen(pen: SvgPen) -> "Pen":
    """The pen as the drawings of the figures take it: chests and signs ask for nothing that it has not."""
    return cast("Pen", pen)


def closed_path(line: Sequence[Point]) -> str:
    """A closed line as an SVG path."""
    return f"M{' '.join(_thinned(line))}z"


def _thinned(line: Sequence[Point]) -> Iterator[str]:
    """Its points, but none nearer than two millimetres to the last."""
    last: Point | None = None
    for point in line:
        if last is None or math.dist(last, point) >= 2:
            last = point
            yield f"{_short(point.x)} {_short(point.y)}"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
