"""The chest of the player's stage as paths that a page can colour: one body, and what of it may look otherwise.

The nipple of every breast lies where ``body.geometry`` has it, so the strokes, their times and their paces are the same
for all of them: a size changes the outline round it and nothing else.
"""

from dataclasses import replace

from course_helpers.body.geometry import NIPPLE, Curve, Knot, curve, joined
from course_helpers.body.stage import ORIGIN, SCALE
from course_helpers.figures import outlines
from course_helpers.figures.outlines import MIDDLE, Breast

OVER = 4.0
"""So many millimetres each half reaches over the middle, or what lies below would show as a line between them."""


def shapes() -> dict[str, object]:
    """All paths, in pixels of the stage; what is said of the right side holds for the left one, mirrored."""
    halves = (outlines.outer_side(MIDDLE), outlines.inner_arm(MIDDLE), outlines.flank(MIDDLE))
    outer, inner, flank = halves
    bottom = outlines.BOTTOM
    return {
        "fill": " ".join(
            [
                path(joined(outer.knots, inner.knots[::-1], [(-OVER, 166)], [(-OVER, -130)])),
                path(joined([(-OVER, 80)], flank.knots, [(-OVER, bottom)])),
            ]
        ),
        "lines": " ".join(path(half) for half in halves),
        "collar": " ".join([path(outlines.collarbone()), path(curve((0, 17), (5, 15), (13, 6)))]),
        "breasts": {name: _breast(breast) for name, breast in breasts().items()},
        "shirt": _shirt(),
    }


def breasts() -> dict[str, Breast]:
    """The shapes to choose from, each round the one place of the nipple."""
    return {
        "small": _sized(outlines.MEDIUM, 0.8),
        "medium": outlines.MEDIUM,
        "large": _sized(outlines.MEDIUM, 1.16),
        "flat": _moved(outlines.FLAT),
        "scars": _moved(outlines.TOP_SURGERY),
    }


def _sized(breast: Breast, factor: float) -> Breast:
    """Larger or smaller round the nipple; near the armpit the outline keeps to the body."""
    dx, dy = NIPPLE.x * (1 - factor), NIPPLE.y * (1 - factor)
    contour = breast.contour.moved(dx, dy, factor)
    start: Knot = breast.contour.knots[0]
    return replace(breast, contour=Curve((start, *contour.knots[1:])), shade=breast.shade.moved(dx, dy, factor))


def _moved(breast: Breast) -> Breast:
    dx, dy = NIPPLE.x - breast.nipple.x, NIPPLE.y - breast.nipple.y
    scar = breast.scar.moved(dx, dy) if breast.scar else None
    contour, shade = (line.moved(dx, dy) for line in (breast.contour, breast.shade))
    return replace(breast, contour=contour, shade=shade, nipple=NIPPLE, scar=scar)


def _breast(breast: Breast) -> dict[str, object]:
    (x, y), (rx, ry) = at(breast.nipple), breast.areola
    return {
        "fill": path(joined(breast.contour.knots)),
        "shade": path(breast.shade),
        "line": path(breast.contour),
        "scar": path(breast.scar) if breast.scar else "",
        "nipple": [x, y, *(round(size * SCALE, 1) for size in (rx, ry, breast.nipple_size))],
    }


def _shirt() -> dict[str, str]:
    """A plain shirt with short sleeves, a little wider than the body."""
    n = MIDDLE.neck
    neck = [(0, 34), (34, 24), (58, -8), (n + 24, -44)]
    shoulder = [(n + 24, -44), (n + 50, -38), (154, -24), (192, 2), (214, 50), (222, 108), (222, 138)]
    hem = [(222, 138), (186, 148), (152, 142)]
    side = [(152, 142), (154, 190), (142, 262), (138, 330), (146, outlines.BOTTOM)]
    cloth = joined([(-OVER, outlines.BOTTOM)], [(-OVER, 34)], neck, shoulder, hem, side)
    lines = [Curve(tuple(run)) for run in (neck, shoulder, hem, side)]
    folds = [curve((150, 128), (136, 138), (118, 142)), curve((144, 252), (128, 258), (108, 256))]
    return {
        "fill": path(cloth),
        "lines": " ".join(path(line) for line in lines),
        "folds": " ".join(path(line) for line in folds),
    }


def at(place: Knot) -> tuple[float, float]:
    """A place in pixels of the stage."""
    return round(ORIGIN[0] + place[0] * SCALE, 1), round(ORIGIN[1] + place[1] * SCALE, 1)


def path(shape: Curve) -> str:
    """A curve as the data of an SVG path."""
    pieces = shape.pieces()
    parts = ["M{} {}".format(*at(pieces[0][0]))]
    for _, *rest in pieces:
        parts.append("C" + " ".join(f"{x} {y}" for x, y in (at(place) for place in rest)))
    return "".join(parts) + ("Z" if shape.closed else "")
