"""Marks that recur on the drawings: rings, icons with a shape of their own, headed cards."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from course_helpers.body.geometry import Curve, Ellipse, Knot, Point, curve, loop
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, TISSUE, SkinTone
from course_helpers.figures.style import BODY, DASH, LEADING, SMALL
from course_helpers.figures.wrapping import PARAGRAPH, rows, width_of

if TYPE_CHECKING:
    from course_helpers.figures.pen import Pen
    from course_helpers.figures.things import Box

Kind = Literal["stop", "wait", "care", "go"]
COLOURS: dict[Kind, tuple[str, str]] = {
    "stop": (LIGHT.danger, LIGHT.danger_soft),
    "wait": (LIGHT.accent, LIGHT.accent_soft),
    "care": (LIGHT.caution, LIGHT.caution_soft),
    "go": (LIGHT.ok, LIGHT.ok_soft),
}


def ring(pen: "Pen", centre: Knot, rx: float, ry: float, angle: float = 0.0) -> Ellipse:
    """A dashed ring with a light halo, seen on every skin tone and in grey."""
    around = Ellipse(Point(centre[0], centre[1]), rx, ry, angle)
    pen.shape(around, None, LIGHT.raised, 4.2)
    pen.shape(around, None, LIGHT.ink, LINES.body, DASH)
    return around


TURN_FROM, TURN_TO = 200.0, 330.0
"""One of two arrows that go round: where it begins and ends, in degrees, clockwise as drawn; 0 is on the right."""


def way(
    pen: "Pen",
    path: Sequence[Point],
    skin: SkinTone,
    width: float = LINES.taught,
    dash: tuple[float, float] | None = None,
    head: float = 11.0,
) -> None:
    """The way of a hand as an arrow with a light round it. Where the skin keeps its tone, so does the arrow."""
    colour, edge = (LIGHT.primary, LIGHT.raised) if skin is NEUTRAL else (TISSUE.way, TISSUE.edge)
    pen.arrow(path, colour, width, dash, head, edge)


def turning(pen: "Pen", around: Ellipse, *, clockwise: bool, skin: SkinTone = NEUTRAL, head: float = 13.0) -> None:
    """Two arrows that go round one after the other: which way they go is seen on both sides."""
    for half in (0.0, 180.0):
        degrees = [half + TURN_FROM + (TURN_TO - TURN_FROM) * share / 20 for share in range(21)]
        way(pen, [around.at(turn) for turn in (degrees if clockwise else degrees[::-1])], skin, head=head)


def round_of(path: Sequence[Point]) -> tuple[Ellipse, bool] | None:
    """The ellipse that a closed path goes round once, and whether clockwise as drawn; None for any other path."""
    if len(path) < 8 or math.dist(path[0], path[-1]) > 1:
        return None
    xs, ys = [spot.x for spot in path], [spot.y for spot in path]
    rx, ry = (max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2
    twice = sum(a.x * b.y - b.x * a.y for a, b in pairwise(path))
    if abs(abs(twice) - 2 * math.pi * rx * ry) > 0.2 * rx * ry:
        return None
    return Ellipse(Point((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2), rx, ry), twice > 0


def going_round(
    pen: "Pen", around: Ellipse, start: float, far: float, skin: SkinTone = NEUTRAL, head: float = 13.0
) -> None:
    """One long arrow that goes round from a hand at ``start``, so many degrees ``far``; below 0: counter-clockwise."""
    way(pen, [around.at(start + far * share / 40) for share in range(41)], skin, head=head)


LEAST_ROUND = 34.0
"""Arrows round a smaller circle, in millimetres, would be taken for a button on the hand."""


def seen_round(around: Ellipse) -> Ellipse:
    """The same circle, large enough to be seen as the way of a hand."""
    return Ellipse(around.centre, max(around.rx, LEAST_ROUND), max(around.ry, LEAST_ROUND), around.angle)


def icon(pen: "Pen", kind: Kind, x: float, y: float, size: float = 13) -> None:
    """The icon of a card: octagon, square, triangle or disc, each with its own sign; pixels of the canvas."""
    colour = COLOURS[kind][0]
    spot = pen.at(x, y, size / 13)
    {"stop": _stop, "wait": _wait, "care": _care, "go": _go}[kind](spot, colour)


def _stop(pen: "Pen", colour: str) -> None:
    corners = [Point(13 * math.cos(math.radians(a)), 13 * math.sin(math.radians(a))) for a in range(22, 383, 45)]
    pen.shape(corners, colour)
    pen.line([Point(-6, 0), Point(6, 0)], LIGHT.raised, 3.2)


def _wait(pen: "Pen", colour: str) -> None:
    corners = [Point(-11, -11), Point(11, -11), Point(11, 11), Point(-11, 11), Point(-11, -11)]
    pen.shape(corners, colour, colour, 3.0)
    pen.line([Point(-3.5, -5), Point(-3.5, 5)], LIGHT.raised, 2.8)
    pen.line([Point(3.5, -5), Point(3.5, 5)], LIGHT.raised, 2.8)


def _care(pen: "Pen", colour: str) -> None:
    corners = [Point(0, -12), Point(13, 10), Point(-13, 10), Point(0, -12)]
    pen.shape(corners, colour, colour, 2.0)
    pen.line([Point(0, -4), Point(0, 2)], LIGHT.raised, 2.6)
    pen.dot((0, 6.5), 1.6, LIGHT.raised)


def _go(pen: "Pen", colour: str) -> None:
    pen.dot((0, 0), 12.5, colour)
    pen.line([Point(-5.5, 0.5), Point(-1.5, 4.5), Point(6, -4.5)], LIGHT.raised, 2.6)


def card(pen: "Pen", kind: Kind, box: "Box", heading: str, words: str) -> None:
    """A card with an icon, a heading and lines of text; pixels of the canvas."""
    left, top, _, _ = box
    colour, soft = COLOURS[kind]
    pen.box(box, soft, colour, LINES.body)
    icon(pen, kind, left + 24, top + 25, 13)
    pen.name(heading, corners(box), Ellipse(Point(left + 24, top + 25), 14, 14))
    pen.text(left + 46, top + 22, heading, BODY, colour, bold=True)
    below = (heading.count("\n") + 1) * BODY * LEADING
    paragraphs(pen, left + 46, top + 23 + below, words, SMALL)


def paragraphs(pen: "Pen", x: float, y: float, words: str, size: float) -> None:
    """Lines of text in paragraphs with a small space between them; an empty line parts them."""
    for lines in words.split("\n\n"):
        pen.text(x, y, lines, size)
        y += size * LEADING * (rows(lines) + PARAGRAPH)


def corners(box: "Box") -> list[Point]:
    """The corners of a box, as the outline of a thing."""
    left, top, wide, high = box
    return [Point(left, top), Point(left + wide, top), Point(left + wide, top + high), Point(left, top + high)]


def card_height(heading: str, words: str) -> float:
    """How high a card is that holds this heading and these lines."""
    return 40 + BODY * LEADING * heading.count("\n") + SMALL * LEADING * rows(words)


def drop(x: float, y: float, size: float = 10) -> Curve:
    """A drop of fluid whose tip is at ``x``, ``y``."""
    s = size
    return loop(
        (x, y),
        (x + 0.42 * s, y + 0.75 * s),
        (x + 0.5 * s, y + 1.2 * s),
        (x, y + 1.7 * s),
        (x - 0.5 * s, y + 1.2 * s),
        (x - 0.42 * s, y + 0.75 * s),
    )


def wave(x: float, y: float, width: float, height: float) -> Curve:
    """A short wavy line, such as warmth."""
    return curve(
        (x, y),
        (x + width / 4, y - height),
        (x + width / 2, y),
        (x + 3 * width / 4, y + height),
        (x + width, y),
    )


def label(
    canvas: "Pen",
    words: str,
    at: tuple[float, float],
    target: Knot,
    align: Literal["left", "right"] = "left",
    size: float = SMALL,
    *,
    plate: bool = False,
) -> None:
    """Words with a thin line to what they name; pixels of the canvas.

    ``plate``: they lie on skin, on a ground of their own. The line has a halo, so that it is seen on every ground.
    """
    flat = canvas.at(0, 0)
    lines = words.count("\n") + 1
    if plate:
        wide = max(width_of(line, size) for line in words.split("\n")) + 10
        left = at[0] - (wide - 5 if align == "right" else 5)
        flat.box((left, at[1] - size, wide, lines * size * LEADING + 2), LIGHT.raised, None, radius=5)
    beside = Point(at[0] + (6 if align == "right" else -6), at[1] - 0.35 * size + (lines - 1) * size * LEADING / 2)
    _leader(flat, words, beside, target)
    flat.text(*at, words, size, align=align)


def label_over(canvas: "Pen", words: str, at: tuple[float, float], start: Point, target: Knot) -> None:
    """Words above or below what they name, centred about ``at``; ``start``: where their line begins."""
    flat = canvas.at(0, 0)
    _leader(flat, words, start, target)
    flat.text(*at, words, SMALL, align="center")


def _leader(flat: "Pen", words: str, start: Point, target: Knot) -> None:
    flat.leads(words, target)
    way = [start, Point(target[0], target[1])]
    flat.line(way, LIGHT.raised, 3 * LINES.fine)
    flat.dot(target, 3.6, LIGHT.raised)
    flat.line(way, LIGHT.ink, LINES.fine)
    flat.dot(target, 2.4, LIGHT.ink)


def pressure(canvas: "Pen", x: float, y: float, words: str, size: float = SMALL) -> None:
    """A small tag with the pressure of a step; its right top corner in pixels is ``x``, ``y``."""
    flat = canvas.at(0, 0)
    width, high = (15 + 7.9 * len(words)) * size / SMALL, 20 * size / SMALL
    flat.box((x - width, y, width, high), LIGHT.primary_soft, LIGHT.primary, LINES.fine, high / 2)
    flat.text(x - width / 2, y + 0.73 * high, words, size, LIGHT.primary, "center")
