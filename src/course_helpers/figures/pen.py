"""Pens: they draw in any scale, on a canvas in pixels."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, cast

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path as MplPath

from course_helpers.body.geometry import Curve, Ellipse, Knot, Place, Point
from course_helpers.design_tokens import LIGHT, LINES, SPACE
from course_helpers.figures.style import BODY, LEADING

Shape = Curve | Ellipse | Sequence[Point]
Align = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]
"""Left, top, width and height in pixels."""
KAPPA = 0.5522847498
"""Handle length of a quarter circle drawn as a Bezier piece."""


class Pen:
    """Draws shapes of one place and scale. Line widths and text sizes are always pixels of the canvas."""

    def __init__(self, axes: Axes, order: Iterator[int], place: Place, clip: Box | None = None) -> None:
        self._axes = axes
        self._order = order
        self.place = place
        self._clip = clip

    def at(
        self,
        x: float,
        y: float,
        scale: float = 1.0,
        *,
        turn: float = 0.0,
        flip: bool = False,
        clip: Box | None = None,
    ) -> "Pen":
        """A pen whose origin is at the pixel ``x``, ``y``; ``clip`` cuts what it draws at a rounded box."""
        return Pen(self._axes, self._order, Place(x, y, scale, turn, flip), clip or self._clip)

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
        patch = PathPatch(
            self._path(shape),
            facecolor=fill or "none",
            edgecolor=line or "none",
            linewidth=width if line else 0,
            linestyle=(0, dash) if dash else "solid",
            capstyle="round",
            joinstyle="round",
            alpha=None if alpha == 1.0 else alpha,
        )
        self._add(patch)

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
        path = MplPath.make_compound_path(*(self._path(shape) for shape in shapes))
        self._add(
            PathPatch(path, facecolor="none", edgecolor=colour, linewidth=width, capstyle="round", joinstyle="round")
        )

    def dots(self, places: Sequence[Knot], radius: float, colour: str) -> None:
        """Many equal discs as one path; ``radius`` in pixels."""
        spots = [self.place.to_canvas(place) for place in places]
        vertices = [spot for x, y in spots for spot in ((x, y), (x + 0.01, y))]
        path = MplPath(vertices, [MplPath.MOVETO, MplPath.LINETO] * len(spots))
        self._add(PathPatch(path, facecolor="none", edgecolor=colour, linewidth=2 * radius, capstyle="round"))

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
    ) -> None:
        """A line that ends in a filled arrowhead of ``head`` pixels."""
        spots = [self.place.to_canvas(spot) for spot in path]
        tip = spots[-1]
        back = next((s for s in reversed(spots) if math.dist(s, tip) >= head * 0.9), spots[0])
        angle = math.atan2(tip.y - back.y, tip.x - back.x)
        base = Point(tip.x - 0.8 * head * math.cos(angle), tip.y - 0.8 * head * math.sin(angle))
        shaft = [s for s in spots if math.dist(s, tip) > 0.8 * head]
        pen = self.at(0, 0)
        pen.line([*shaft, base], colour, width, dash)
        wings = [
            Point(tip.x - head * math.cos(angle + turn), tip.y - head * math.sin(angle + turn))
            for turn in (0.45, -0.45)
        ]
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
        self._add(_rounded(box, radius, fill or "none", line or "none", width if line else 0, dash))

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
            artist = self._axes.text(
                spot.x,
                spot.y + number * size * LEADING,
                part,
                fontsize=size,
                color=colour,
                ha=align,
                va="baseline",
                fontweight="bold" if bold else "normal",
                zorder=next(self._order),
            )
            artist.set_clip_on(False)

    def badge(self, x: float, y: float, words: str, colour: str = LIGHT.primary, radius: float = 11) -> None:
        """A letter or number in a filled disc, always in pixels about the place ``x``, ``y``."""
        spot = self.place.to_canvas((x, y))
        pen = self.at(0, 0)
        pen.dot(spot, radius, colour, LIGHT.raised, 1.5)
        pen.text(spot.x, spot.y + 4.8, words, 13.0, LIGHT.on_primary, "center", bold=True)

    # inside

    def _add(self, patch: PathPatch | FancyBboxPatch) -> None:
        patch.set_zorder(next(self._order))
        self._axes.add_artist(patch)
        patch.set_clip_on(False)
        if self._clip:
            mask = _rounded(self._clip, SPACE.unit, "none", "none", 0, None)
            mask.set_transform(self._axes.transData)
            cast("Artist", patch).set_clip_path(mask)
            patch.set_clip_on(True)

    def _path(self, shape: Shape) -> MplPath:
        if isinstance(shape, Curve):
            return self._cubic_path(shape.pieces(), closed=shape.closed)
        if isinstance(shape, Ellipse):
            return self._cubic_path(_quarters(shape), closed=True)
        return MplPath([self.place.to_canvas(spot) for spot in shape])

    def _cubic_path(self, pieces: Sequence[tuple[Point, Point, Point, Point]], *, closed: bool) -> MplPath:
        spots = [pieces[0][0], *(spot for piece in pieces for spot in piece[1:])]
        vertices = [self.place.to_canvas(spot) for spot in spots]
        codes = [MplPath.MOVETO, *([MplPath.CURVE4] * (len(spots) - 1))]
        if closed:
            vertices.append(vertices[0])
            codes.append(MplPath.CLOSEPOLY)
        return MplPath(vertices, codes)


def _rounded(
    box: Box, radius: float, fill: str, line: str, width: float, dash: tuple[float, float] | None
) -> PathPatch:
    left, top, wide, high = box
    r = min(radius, wide / 2, high / 2)
    k = r * (1 - KAPPA)
    right, bottom = left + wide, top + high
    spots = [(left + r, top), (right - r, top), (right - k, top), (right, top + k), (right, top + r)]
    spots += [(right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)]
    spots += [(left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r)]
    spots += [(left, top + r), (left, top + k), (left + k, top), (left + r, top), (left + r, top)]
    side = [MplPath.LINETO, MplPath.CURVE4, MplPath.CURVE4, MplPath.CURVE4]
    codes = [MplPath.MOVETO, *(side * 4), MplPath.CLOSEPOLY]
    return PathPatch(
        MplPath(spots, codes),
        facecolor=fill,
        edgecolor=line,
        linewidth=width,
        linestyle=(0, dash) if dash else "solid",
    )


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
