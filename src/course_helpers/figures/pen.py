"""Pens: they draw in any scale, on a canvas in pixels or in layers for a page."""

import functools
import math
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Literal

from course_helpers.body.geometry import Curve, Ellipse, Knot, Place, Point
from course_helpers.design_tokens import LIGHT, LINES, SPACE
from course_helpers.figures.paths import CLOSE, Path, Step, cubics, polyline
from course_helpers.figures.style import BODY, LEADING
from course_helpers.figures.svg_parts import Paint, Surface
from course_helpers.figures.things import Box, Leader, Shape, named

Align = Literal["left", "center", "right"]
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
EDGE = 2.6
"""How much wider than an arrow the light round it is, in pixels."""
KAPPA = 0.5522847498
"""Handle length of a quarter circle drawn as a Bezier piece."""


class Pen:
    """Draws shapes of one place and scale. Line widths and text sizes are always pixels of the canvas."""

    def __init__(self, surface: Surface, place: Place, clip: Box | None = None, within: str = "") -> None:
        self._surface = surface
        self.place = place
        self._clip = clip
        self._within = within

    def at(
        self,
        x: float,
        y: float,
        scale: float = 1.0,
        *,
        turn: float = 0.0,
        flip: bool = False,
        clip: Box | None = None,
        within: str = "",
    ) -> "Pen":
        """A pen whose origin is at the pixel ``x``, ``y``.

        ``clip`` cuts what it draws at a rounded box; ``within`` stands before the names of its things.
        """
        return Pen(self._surface, Place(x, y, scale, turn, flip), clip or self._clip, within or self._within)

    # names

    def name(self, words: str, shape: Shape, at: Ellipse | None = None) -> None:
        """Say what is drawn as this shape; ``at``: the part of it that is pointed at. What is cut off has no name."""
        thing = named(f"{self._within}: {words}" if self._within else words, shape, at, self.place, self._clip)
        if thing:
            self._surface.add_thing(thing)

    def leads(self, words: str, end: Knot) -> None:
        """Say that a line leads from these words to ``end``."""
        self._surface.add_leader(Leader(" ".join(words.split()), self.place.to_canvas(end)))

    # shapes

    def shape(
        self,
        shape: Shape,
        fill: str | None = None,
        line: str | None = None,
        width: float = LINES.body,
        dash: tuple[float, float] | None = None,
        alpha: float = 1.0,
    ) -> None:
        """Draw a curve, an ellipse or a polyline, filled, outlined or both."""
        paint = Paint(fill, line, width, dash, alpha, cap="round", join="round")
        self._add(self._path(shape), paint)

    def line(
        self,
        shape: Shape,
        colour: str = LIGHT.line,
        width: float = LINES.body,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw an open line."""
        self.shape(shape, None, colour, width, dash)

    def lines(self, shapes: Sequence[Shape], colour: str = LIGHT.line, width: float = LINES.body) -> None:
        """Many short lines of one kind, kept together as one path."""
        self._add(chain.from_iterable(map(self._path, shapes)), Paint(None, colour, width, cap="round", join="round"))

    def dots(self, places: Sequence[Knot], radius: float, colour: str) -> None:
        """Many equal discs as one path; ``radius`` in pixels."""
        spots = self.place.line_to_canvas(places)
        path = (step for x, y in spots for step in polyline([(x, y), (x + 0.01, y)]))
        self._add(path, Paint(None, colour, 2 * radius, cap="round"))

    def dot(self, place: Knot, radius: float, fill: str, line: str | None = None, width: float = LINES.fine) -> None:
        """A small disc; ``radius`` in the units of this pen."""
        self.shape(Ellipse(Point(place[0], place[1]), radius, radius), fill, line, width)

    def arrow(
        self,
        path: Sequence[Point],
        colour: str = LIGHT.primary,
        width: float = LINES.taught,
        dash: tuple[float, float] | None = None,
        head: float = 9.0,
        edge: str | None = None,
    ) -> None:
        """A line that ends in a filled arrowhead of ``head`` pixels; ``edge``: the colour of a light all round it."""
        spots = self.place.line_to_canvas(path)
        tip = spots[-1]
        back = next((s for s in reversed(spots) if math.dist(s, tip) >= head * 0.9), spots[0])
        angle = math.atan2(tip.y - back.y, tip.x - back.x)
        base = Point(tip.x - 0.8 * head * math.cos(angle), tip.y - 0.8 * head * math.sin(angle))
        shaft = [s for s in spots if math.dist(s, tip) > 0.8 * head]
        pen = self.at(0, 0)
        wings = [
            Point(tip.x - head * math.cos(angle + turn), tip.y - head * math.sin(angle + turn))
            for turn in (0.45, -0.45)
        ]
        if edge:
            pen.line([*shaft, base], edge, width + EDGE)
            pen.shape(_closed([tip, *wings]), edge, edge, 1.0 + EDGE)
        pen.line([*shaft, base], colour, width, dash)
        pen.shape(_closed([tip, *wings]), colour, colour, 1.0)

    def box(
        self,
        box: Box,
        fill: str | None = LIGHT.raised,
        line: str | None = LIGHT.line,
        width: float = LINES.fine,
        radius: float = SPACE.unit,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A rounded box in pixels of the canvas."""
        self._add(_rounded(box, radius), Paint(fill, line, width, dash))

    # words

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = BODY,
        colour: str = LIGHT.ink,
        align: Align = "left",
        *,
        bold: bool = False,
    ) -> None:
        """Lines of text; ``x``, ``y`` is the baseline of the first, in the units of this pen."""
        spot = self.place.to_canvas((x, y))
        for number, part in enumerate(words.split("\n")):
            down = spot.y + number * size * LEADING
            self._surface.add_words((spot.x, down), part, size, colour, ANCHORS[align], bold=bold)

    def badge(self, x: float, y: float, words: str, colour: str = LIGHT.primary, radius: float = 11) -> None:
        """A letter or number in a filled disc, always in pixels about the place ``x``, ``y``."""
        spot = self.place.to_canvas((x, y))
        pen = self.at(0, 0)
        pen.dot(spot, radius, colour, LIGHT.raised, 1.5)
        pen.text(spot.x, spot.y + 4.8, words, 13.0, LIGHT.on_primary, "center", bold=True)

    # inside

    def _add(self, path: Path, paint: Paint) -> None:
        self._surface.add_path(path, paint, _rounded(self._clip, SPACE.unit) if self._clip else ())

    def _path(self, shape: Shape) -> Iterator[Step]:
        """The shape as a path, made when it is gone along: where only the things of a drawing are asked, never."""
        if not isinstance(shape, Curve | Ellipse):
            yield from polyline(self.place.line_to_canvas(shape))
            return
        pieces = shape.pieces() if isinstance(shape, Curve) else _quarters(shape)
        spots = (pieces[0][0], *(spot for piece in pieces for spot in piece[1:]))
        yield from cubics(self.place.line_to_canvas(spots))
        if isinstance(shape, Ellipse) or shape.closed:
            yield CLOSE


@functools.lru_cache(maxsize=64)
def _rounded(box: Box, radius: float) -> tuple[Step, ...]:
    """A box with round corners."""
    left, top, wide, high = box
    r = min(radius, wide / 2, high / 2)
    k = r * (1 - KAPPA)
    right, bottom = left + wide, top + high
    corners = [
        [(right - r, top), (right - k, top), (right, top + k), (right, top + r)],
        [(right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)],
        [(left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r)],
        [(left, top + r), (left, top + k), (left + k, top), (left + r, top)],
    ]
    sides = (step for corner in corners for step in cubics(corner, begin="L"))
    return (Step("M", ((left + r, top),)), *sides, CLOSE)


def _quarters(ellipse: Ellipse) -> list[tuple[Point, Point, Point, Point]]:
    turn = math.radians(ellipse.angle)
    cos, sin = math.cos(turn), math.sin(turn)

    def spot(x: float, y: float) -> Point:
        x, y = x * ellipse.rx, y * ellipse.ry
        return Point(ellipse.centre.x + x * cos - y * sin, ellipse.centre.y + x * sin + y * cos)

    compass = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)]
    return [
        (
            spot(*a),
            spot(a[0] + KAPPA * b[0], a[1] + KAPPA * b[1]),
            spot(b[0] + KAPPA * a[0], b[1] + KAPPA * a[1]),
            spot(*b),
        )
        for a, b in pairwise(compass)
    ]


def _closed(places: Sequence[Point]) -> list[Point]:
    return [*places, places[0]]
