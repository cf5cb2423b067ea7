"""Drawings for looking and feeling: changes to report, positions, patterns, pressures, timing."""

import functools
import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from course_helpers.body import geometry
from course_helpers.body.drawn import hand_shapes
from course_helpers.body.geometry import SEARCH_OUTLINE, Point
from course_helpers.body.search_area import ABOVE, ARMPIT
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, SKIN_TONES, TISSUE, TROUSERS, SkinTone
from course_helpers.figures import bodies, outlines, signs
from course_helpers.figures.anatomy import Frame, below, frame, framed, mirror_note, note
from course_helpers.figures.bodies import Arm, Body, on_skin
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import corners, drop, going_round, icon, label, label_over, ring, turning, way
from course_helpers.figures.style import BODY, DASH, HEAD, LEADING, SMALL
from course_helpers.figures.wrapping import unbroken, wrapped

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen
    from course_helpers.figures.things import Box

FAIR, BROWN, DEEP = SKIN_TONES
LUMP_BODY = Body(outlines.BROAD, outlines.FLAT, skin=BROWN)
_TILE = (144.0, 122.0)


@drawing("F10", 524, 1028)
def draw_f10(canvas: "Canvas") -> None:
    """Eight changes to show a clinician, on several bodies and skin tones."""
    tiles: tuple[tuple[str, Callable[[Pen], None]], ...] = (
        ("Lump or thick place:\nchest, breast, armpit", _lump),
        ("Dents, like the\npeel of an orange", _peel),
        ("New colour:\nred on light skin", _red),
        ("New colour: darker or\npurple on deep skin", _dark),
        ("Nipple newly\npulled in", _pulled),
        ("Nipple scaly, crusty\nor itchy", _scaly),
        ("Clear or bloody fluid\nthat comes by itself", _fluid),
        ("One side swells or\nchanges its shape", _swelling),
    )
    for number, (words, ink) in enumerate(tiles):
        left, top = canvas.cell(number, 4, _TILE[0], (156, 180))
        box = (left, top, *_TILE)
        canvas.box(box, LIGHT.raised, None)
        ink(canvas.at(left, top, 1.0, clip=box, within=f"picture {number + 1}"))
        canvas.box(box, None, LIGHT.line)
        canvas.text(left + _TILE[0] / 2, top + _TILE[1] + 18, words, SMALL, align="center")
    _what_to_do(canvas)


def _what_to_do(canvas: "Canvas") -> None:
    width = canvas.width - 28.0
    heading = wrapped("New for you? Leave it alone and show it.", width - 32, BODY, bold=True)
    words = wrapped(WHAT_TO_DO, width - 26, SMALL)
    below = 43 + heading.count("\n") * BODY * LEADING
    high = below + words.count("\n") * SMALL * LEADING + 16
    top = canvas.height - 12 - high
    canvas.box((14, top, width, high), LIGHT.accent_soft, LIGHT.accent, LINES.body)
    canvas.text(30, top + 22, heading, BODY, LIGHT.accent, bold=True)
    canvas.text(30, top + below, words, SMALL)


WHAT_TO_DO = (
    "Contact a clinician today or the next working day. No pain is no all-clear.\n"
    "Hot, growing fast, or you feel ill: get help today. It hurts far more than it looks, "
    "spreads within hours or quickly turns black: call the emergency number now. Fever, shivering or "
    "very ill within six weeks of a birth or a loss: hospital now (very ill after a loss: "
    "emergency number); pregnant: maternity unit now. Fever or ill on cancer treatment, "
    "in the six weeks after it, or with low immunity: cancer line or clinic now."
)


def _close_up(pen: "Pen", body: Body, focus: tuple[float, float] = (92, 172), scale: float = 0.66) -> "Pen":
    """A chest behind a tile, with the place ``focus`` in its middle; gives the pen in millimetres."""
    x = pen.place.x + _TILE[0] / 2 - focus[0] * scale
    y = pen.place.y + _TILE[1] / 2 - focus[1] * scale
    near = pen.at(x, y, scale)
    bodies.chest(near, body)
    return near


def _lump(pen: "Pen") -> None:
    near = _close_up(pen, LUMP_BODY, (96, 132))
    signs.lump(near, Point(118, 120), BROWN, 14)
    near.name("ring", ring(near, (118, 120), 27, 26))


def _peel(pen: "Pen") -> None:
    near = _close_up(pen, Body(outlines.FULL, outlines.LARGE, skin=DEEP), (98, 186), 0.6)
    area = signs.patch_outline(92, 162, 40, 24)
    near.shape(area, DEEP.shade)
    signs.dents(near, area, DEEP)
    near.name("ring", ring(near, (92, 162), 54, 37))


def _red(pen: "Pen") -> None:
    near = _close_up(pen, Body(right=outlines.SMALL, skin=FAIR), (92, 164))
    signs.colour_patch(near, signs.patch_outline(66, 142, 27, 20), FAIR)
    near.name("ring", ring(near, (66, 142), 40, 32))


def _dark(pen: "Pen") -> None:
    near = _close_up(pen, Body(right=outlines.SMALL, skin=DEEP), (92, 164))
    signs.colour_patch(near, signs.patch_outline(66, 142, 27, 20), DEEP)
    near.name("ring", ring(near, (66, 142), 40, 32))


def _pulled(pen: "Pen") -> None:
    """From the side: where the nipple stood out, the skin goes in."""
    flat = pen.at(pen.place.x - 9.4, pen.place.y + 7.4)
    above = ((-6, -30), (34, 2), (66, 34), (82, 54), (88, 62))
    hollow = ((88, 62), (91, 69), (84, 73), (73, 75), (84, 78), (91, 82), (88, 90))
    under = ((88, 90), (78, 102), (54, 112), (24, 114), (8, 118), (4, 132))
    flat.shape(geometry.joined(above, hollow, under, [(-8, 132)]), FAIR.fill)
    flat.shape(geometry.joined(hollow, [(78, 100), (68, 76), (74, 46)]), FAIR.areola)
    flat.shape(geometry.joined([(91, 69), (84, 73), (73, 75), (84, 78), (91, 82)]), FAIR.change_deep, alpha=0.45)
    for run in (above, hollow, under):
        flat.line(geometry.curve(*run), FAIR.line)
    was = geometry.curve((90, 66), (100, 67), (107, 75), (100, 84), (90, 85))
    flat.line(was, LIGHT.muted, LINES.body, (3.0, 4.0))
    flat.name("ring", ring(flat, (88, 76), 27, 25))


def _scaly(pen: "Pen") -> None:
    near = _close_up(pen, Body(skin=BROWN))
    signs.scaly(near, outlines.MEDIUM.nipple, BROWN)
    near.name("ring", ring(near, outlines.MEDIUM.nipple, 35, 33))


def _fluid(pen: "Pen") -> None:
    near = _close_up(pen, Body(outlines.FULL, outlines.LARGE, skin=DEEP), (98, 206), 0.6)
    signs.fluid(near, outlines.LARGE.nipple)
    near.name("ring", ring(near, (105, 230), 38, 42))


def _swelling(pen: "Pen") -> None:
    body = Body(outlines.MIDDLE, outlines.MEDIUM, outlines.LARGE, BROWN)
    near = _close_up(pen, body, (0, 160), 0.36)
    near.name("ring", ring(near, (-92, 196), 88, 100))


@drawing("F10b", 352, 782)
def draw_f10b(canvas: "Canvas") -> None:
    """The same dented patch near the right armpit on three skin tones."""
    words = (
        ("Light skin", "The patch looks\nredder, with dents."),
        ("Brown skin", "The patch looks\ndarker, with dents."),
        ("Deep brown skin", "The patch looks darker\nor purple, with dents."),
    )
    for number, (skin, (heading, text)) in enumerate(zip(SKIN_TONES, words, strict=True)):
        left, top = canvas.cell(number, 3, 198, (207, 236))
        left = 14.0 if canvas.narrow else left
        box = (left, top, 198.0, 226.0)
        canvas.box(box, LIGHT.raised, None)
        _patched(canvas.at(left + 99, top + 48, 0.47, clip=box, within=heading.lower()), Body(skin=skin))
        canvas.box(box, None, LIGHT.line)
        beside_or_below(canvas, box, heading, text)
    closing = "Mirror view: your left is on the left. No red does not mean no change."
    note(canvas, canvas.height - (32 if canvas.narrow else 18), closing)


LETTERS = {"A": (-62, 76), "B": (110, 96), "C": (-78, 296), "D": (66, 296)}
"""Lettered places on the chests of F10b, in millimetres; B is the change."""


def _patched(pen: "Pen", body: Body) -> None:
    bodies.chest(pen, body)
    signs.peel_patch(pen, signs.patch_outline(*LETTERS["B"], 29, 25), body.skin)
    for letter, (x, y) in LETTERS.items():
        pen.name(f"ring {letter}", ring(pen, (x, y), 41, 36))
        pen.badge(x - 40, y - 18, letter, radius=10)


# --- F04 --------------------------------------------------------------------------------------------


def shade_search_area(pen: "Pen", body: Body | None = None) -> None:
    """The area to check on both sides: breast, armpit, and up to the collarbone; one line goes round it all."""
    body = body or Body()
    for side, breast in bodies.sides(body):
        half = bodies.side_pen(pen, side)
        whole = round_it_all(on_skin(SEARCH_OUTLINE, body), breast)
        half.shape(ABOVE, LIGHT.info, LIGHT.info, LINES.body, alpha=0.3)
        half.shape(whole, LIGHT.primary, alpha=0.22)
        half.shape(ARMPIT, LIGHT.accent, LIGHT.accent, LINES.body, alpha=0.3)
        half.shape(whole, None, LIGHT.primary, LINES.taught)


def round_it_all(area: Sequence[Point], breast: outlines.Breast) -> tuple[Point, ...]:
    """An area of the right side, widened so that its border goes round the armpit and the outer edge of the breast."""
    edges = (ROUND_ARMPIT.points(), breast.contour.points())
    return tuple(
        Point(max(place.x, *(bodies.edge_at(edge, place.y) for edge in edges)), place.y)
        if place.x > BESIDE_ARM
        else place
        for place in area
    )


ROUND_ARMPIT = geometry.curve((146, 40), (152, 54), (165, 59), (173, 76), (174, 94), (165, 115), (158, 124), (154, 136))
"""The border about the armpit, from the shoulder's side down to the breast."""
BESIDE_ARM = 125.0
"""Further out than this (x) lies the border on the side of the arm."""


@drawing("F04", 404, 466)
def draw_f04(canvas: "Canvas") -> None:
    """The whole area to check, on both sides."""
    at = below(58) if canvas.narrow else TALL
    pen = framed(canvas, Body(), at)
    shade_search_area(pen)
    _name_around(pen, Body())
    frame(canvas, at)
    if canvas.narrow:
        _labels_around(canvas, at)
    else:
        left = (
            ("Above the\ncollarbone", 40, (-88, -24)),
            ("Collarbone", 92, (-130, -12)),
            ("Armpit", 132, (-158, 78)),
            ("Middle of the\narmpit line", 190, (-153, 150)),
        )
        for words, y, place in left:
            label(canvas, words, (136, y), at.on_canvas(place), "right")
        label(canvas, "Breastbone", (504, 100), at.on_canvas((4, 110)))
        label(canvas, "The fold below,\nor where a bra\nwould end", (504, 258), at.on_canvas((112, 261)))
    note(canvas, canvas.height - (34 if canvas.narrow else 18), "Every chest, flat or full. Then do the other side.")


def _name_around(pen: "Pen", body: Body) -> None:
    """What belongs to the area to check beside the breast, and what does not."""
    left = bodies.side_pen(pen, "left")
    left.name("armpit", ARMPIT)
    left.name("collarbone", outlines.collarbone())
    left.name("above the collarbone", ABOVE, geometry.Ellipse(Point(88, -19), 36, 8))
    neck = body.trunk.neck
    pen.name("neck", corners((-neck, -84, 2 * neck, 76)), geometry.Ellipse(Point(0, -43), 38, 16))
    fold, waist = max(place.y for place in body.right.contour.points()), body.trunk.waist
    belly = corners((-waist, fold, 2 * waist, outlines.BOTTOM - fold))
    pen.name("belly", belly, geometry.Ellipse(Point(0, fold + 42), 44, 13))


TALL = Frame((150.0, 14.0, 340.0, 344.0), (320.0, 70.0), 0.93)
"""The frame of F04: down to below the fold."""


def _labels_around(canvas: "Canvas", at: Frame) -> None:
    """Words above and below the chest."""
    above = (
        ("Armpit", 37.0, 44.0, (-158, 78)),
        ("Collarbone", 112.0, 44.0, (-130, -12)),
        ("Above the\ncollarbone", 200.0, 27.0, (-88, -24)),
        ("Breastbone", 284.0, 44.0, (4, 110)),
    )
    for words, x, y, place in above:
        label_over(canvas, words, (x, y), Point(x, 51), at.on_canvas(place))
    low = at.box[1] + at.box[3]
    below_it = (
        ("Middle of the\narmpit line", 66.0, 104.0, (-153, 150)),
        ("The fold below, or\nwhere a bra would end", 236.0, 222.0, (48, 258)),
    )
    for words, x, begin, place in below_it:
        label_over(canvas, words, (x, low + 22), Point(begin, low + 7), at.on_canvas(place))


# --- F05 --------------------------------------------------------------------------------------------


@drawing("F05", 342, 724)
def draw_f05(canvas: "Canvas") -> None:
    """Three search patterns and how much of the area each covered."""
    panels = (
        ("Up and down strips", "64 and 68 of 100\nparts were covered", _strips),
        ("Circles", "39 of 100\nparts were covered", _rings),
        ("Spokes", "45 of 100\nparts were covered", _spokes),
    )
    for number, (heading, words, ink) in enumerate(panels):
        left, top = canvas.cell(number, 3, 198, (207, 208))
        left = 14.0 if canvas.narrow else left
        box = (left, top, 198.0, 198.0)
        canvas.box(box, LIGHT.raised, None)
        near = canvas.at(left + 99 - 92 * 0.66, top + 99 - 126 * 0.66, 0.66, clip=box)
        bodies.chest(near, Body())
        near.shape(on_skin(SEARCH_OUTLINE, Body()), LIGHT.raised, LIGHT.ink, LINES.body, DASH, alpha=0.55)
        ink(near)
        colour = LIGHT.primary if number == 0 else LIGHT.ink
        canvas.box(box, None, LIGHT.primary if number == 0 else LIGHT.line, LINES.taught if number == 0 else LINES.fine)
        beside_or_below(canvas, box, heading, words, colour)
    words = (
        "Two small experiments with 28 women each: strips against circles, strips against spokes.\n"
        "Even strips missed about a third, and they were not shown to find more lumps."
    )
    note(canvas, 656 if canvas.narrow else 302, words)


def beside_or_below(canvas: "Canvas", box: "Box", heading: str, words: str, colour: str = LIGHT.ink) -> None:
    """The words of a picture: below it, or beside it where the canvas is narrow."""
    left, top, wide, high = box
    if not canvas.narrow:
        canvas.text(left + wide / 2, top + high + 22, heading, BODY, colour, "center", bold=True)
        canvas.text(left + wide / 2, top + high + 43, words, SMALL, align="center")
        return
    room = canvas.width - left - wide - 20
    title = wrapped(heading, room, BODY, bold=True)
    canvas.text(left + wide + 10, top + 24, title, BODY, colour, bold=True)
    below_title = top + 27 + BODY * LEADING * (title.count("\n") + 1)
    canvas.text(left + wide + 10, below_title, wrapped(unbroken(words), room, SMALL), SMALL)


AROUND_NIPPLE = geometry.Ellipse(geometry.NIPPLE, 52, 58)
"""The older patterns have the nipple as their middle; this is as far as they go on the middle-sized body."""


BAND = 8.0
"""How wide what the fingers felt is shown along their way, in pixels: even strips leave gaps."""


@functools.cache
def _up_and_down() -> geometry.Polyline:
    """The path in strips over the area of one side; several drawings have it."""
    return geometry.strips(on_skin(SEARCH_OUTLINE, Body()), lane=19)


def up_and_down(pen: "Pen") -> None:
    """The path in strips, with the pads of three fingers where it begins."""
    path = _up_and_down()
    pen.arrow(path, LIGHT.primary, LINES.body, head=10)
    _pads(pen, path[0])


def _pads(pen: "Pen", place: Point) -> None:
    """The pads of three fingers, side by side."""
    for dx, dy in ((-10, 2), (0, 0), (10, 2)):
        pen.shape(
            geometry.Ellipse(Point(place.x + dx, place.y + dy), 5, 8), LIGHT.primary_soft, LIGHT.primary, LINES.body
        )


def _felt(pen: "Pen", path: Sequence[Point]) -> None:
    """What the fingers felt on their way."""
    pen.shape(path, None, LIGHT.primary, BAND, alpha=0.38)


def _strips(pen: "Pen") -> None:
    _felt(pen, _up_and_down())
    up_and_down(pen)


def _rings(pen: "Pen") -> None:
    path = geometry.rings(AROUND_NIPPLE, 4)
    _felt(pen, path)
    pen.arrow(path, LIGHT.ink, LINES.body, head=10)
    _pads(pen, path[0])


def _spokes(pen: "Pen") -> None:
    paths = geometry.spokes(AROUND_NIPPLE, count=10)
    for path in paths:
        _felt(pen, [path[0], geometry.along(path, 0.8)])
    for path in paths:
        pen.arrow([path[0], geometry.along(path, 0.7)], LIGHT.ink, LINES.body, head=8)
    _pads(pen, paths[0][0])


# --- F06 --------------------------------------------------------------------------------------------


@drawing("F06", 446, 614)
def draw_f06(canvas: "Canvas") -> None:
    """Pressure 0 to 2 for massage; light, medium and firm only for checking."""
    massage = (
        ("0  Resting", "The hand lies still."),
        ("1  Barely touching", "The skin stays still."),
        ("2  Skin moves", "No dent."),
    )
    check = (
        ("Light", "The skin moves."),
        ("Medium", "Half way down."),
        ("Firm", "To the chest wall.\nIt must not hurt."),
    )
    size, wide = (BODY, 148.0) if canvas.narrow else (HEAD, 198.0)
    place = _in_columns if canvas.narrow else _in_rows
    for row, (words, colour) in enumerate(
        (("For massage: 0 to 2", LIGHT.primary), ("For checking yourself only", LIGHT.accent))
    ):
        left, top = place(row, 0)
        lines = words.replace(": ", ":\n").replace("ing ", "ing\n") if canvas.narrow else words
        canvas.text(left + 2, top - (28 if canvas.narrow else 12), lines, size, colour, bold=True)
    for number, ((heading, words), (own, other)) in enumerate(zip(massage, check, strict=True)):
        for row, (title, text) in enumerate(((heading, words), (own, other))):
            left, top = place(row, number)
            level, depth = (number, 0) if row == 0 else (2, (3, 24, 45)[number])
            _tissue_tile(canvas, (left, top, wide, 98.0), title, level, depth, massage=row == 0)
            canvas.text(left, top + 116, title, SMALL if canvas.narrow else BODY, bold=True)
            canvas.text(left, top + 136, text, SMALL)
    rule = "Never massage with medium or firm pressure."
    lines = wrapped(rule, 290, BODY, bold=True) if canvas.narrow else rule
    high = 28 + BODY * LEADING * lines.count("\n")
    top = canvas.height - 14 - high
    canvas.box((14, top, canvas.width - 28, high), LIGHT.accent_soft, LIGHT.accent, LINES.body)
    canvas.text(canvas.width / 2, top + 19, lines, BODY, LIGHT.accent, "center", bold=True)


def _in_rows(row: int, number: int) -> tuple[float, float]:
    """Massage above, checking below it."""
    return 14 + number * 207.0, (46.0, 234.0)[row]


def _in_columns(row: int, number: int) -> tuple[float, float]:
    """Massage on the left, checking on the right."""
    return 14 + row * 160.0, 58 + number * 164.0


def _tissue_tile(canvas: "Canvas", box: "Box", title: str, level: int, depth: float, *, massage: bool) -> None:
    """Skin, breast tissue, muscle and ribs in section, with a palm or finger pads above."""
    _, top, wide, _ = box
    left = box[0] - (198 - wide) / 2
    canvas.box(box, LIGHT.raised, None)
    pen = canvas.at(left, top, clip=box)
    layers(pen, depth)
    if massage:
        _columns(pen, SHIFT if level == 2 else 0.0)
        palm(pen.at(left + 108, top + 36, clip=box))
        if level:
            pen.arrow([Point(74, 16), Point(30, 16)], LIGHT.primary, LINES.taught, head=11)
    else:
        pad(pen.at(left + 104, top + 38 + depth, clip=box))
        pen.arrow([Point(66, 10), Point(66, 36 + 0.8 * depth)], LIGHT.accent, LINES.taught, head=11)
    pen.name(title, geometry.Ellipse(Point(100, 36 + depth), 30, 15))
    canvas.box(box, None, LIGHT.primary if massage else LIGHT.accent, LINES.body)


SHIFT = 13.0
"""How far the skin goes along with a hand that moves it, in pixels."""


def _columns(pen: "Pen", shift: float) -> None:
    """Lines from the skin down to the muscle: upright, or drawn along where the hand takes the skin with it."""
    for x in range(20, 190, 17):
        along = shift * math.exp(-(((x - 96) / 46) ** 2))
        pen.line(geometry.curve((x - along, 39), (x - 0.45 * along, 60), (x, 86)), TISSUE.gland, LINES.body)


def tissue(pen: "Pen", y: float, depth: float = 0.0, centre: float = 72.0) -> None:
    """Skin ``y`` pixels below the origin of the pen, with a dent of ``depth`` at ``centre``, and what lies under it."""
    wide = 30 + depth * 0.6
    dent = (
        (centre - wide, y),
        (centre - 0.55 * wide, y + depth * 0.3),
        (centre - 8, y + depth),
        (centre + 8, y + depth),
        (centre + 0.55 * wide, y + depth * 0.3),
        (centre + wide, y),
    )
    skin = ((-8.0, y), (4.0, y), *(dent if depth else ()), (196.0, y), (210.0, y))
    pen.shape(geometry.joined(skin, [(210, y + 90)], [(-8, y + 90)]), TISSUE.fat)
    pen.line(geometry.Curve(skin), LIGHT.line, LINES.taught)


def layers(pen: "Pen", depth: float, wide: float = 198.0) -> None:
    """Skin with a dent of ``depth`` in its middle, the tissue below it, and the muscle on the chest wall."""
    skin = _surface(38, depth, wide)
    muscle = _surface(86, max(depth - 43, 0) * 1.0, wide)
    pen.shape(geometry.joined(skin, [(wide, 110)], [(0, 110)]), TISSUE.fat)
    pen.shape(geometry.joined(muscle, [(wide, 110)], [(0, 110)]), TISSUE.muscle)
    pen.line(geometry.Curve(muscle), LIGHT.line, LINES.fine)
    pen.line(geometry.Curve(skin), LIGHT.line, LINES.taught)


def _surface(y: float, depth: float, wide: float) -> tuple[tuple[float, float], ...]:
    half, middle = 30 + depth * 0.5, 100 + (wide - 198) / 2
    ends = ((-4.0, y), (30.0, y)), ((wide - 14.0, y), (wide + 4.0, y))
    dent = (
        (middle - half, y + depth * 0.25),
        (middle - 12.0, y + depth),
        (middle + 12.0, y + depth),
        (middle + 8 + half, y + depth * 0.25),
    )
    return (*ends[0], *dent, *ends[1]) if depth else (*ends[0], *ends[1])


def palm(pen: "Pen") -> None:
    """A flat hand from its side, resting at the origin."""
    size = pen.place.scale
    bodies.resting(pen.at(pen.place.x - 26 * size, pen.place.y + size, size), "side-flat", 24, 0.6)


def pad(pen: "Pen") -> None:
    """The pads of the fingers from their side, pressing at the origin; the hand is behind them."""
    bodies.resting(pen, "side-lying", 26, 0.62)


# --- F07 --------------------------------------------------------------------------------------------


@drawing("F07", 318, 660)
def draw_f07(canvas: "Canvas") -> None:
    """Feel with the flat pads of the three middle fingers, in small circles."""
    left = 34.0 if canvas.narrow else 14.0
    box = (left, 14.0, 268.0, 290.0)
    canvas.box(box, LIGHT.raised, LIGHT.line)
    pen = canvas.at(left + 120, 274, 1.32, flip=True, clip=box)
    label(canvas, "Three\npads", (left + 212, 60), pen.place.to_canvas(three_pads(pen)))
    canvas.text(left + 208, 270, "palm\nside", SMALL, LIGHT.muted)
    rows = (
        (
            "Pads flat",
            "Small circles, as big as a coin. If the pads feel little, use the palm or the backs of the fingers.",
        ),
        ("Not the tips", "And do not slide: in a trial, sliding without circles gave more false alarms."),
    )
    for number, (heading, words) in enumerate(rows):
        x, top = (14.0, 318 + number * 172.0) if canvas.narrow else (298.0, 14 + number * 152.0)
        _pad_tile(canvas, x, top, tip=number == 1)
        beside = x + (182 if canvas.narrow else 186)
        room = canvas.width - beside - (10 if canvas.narrow else 12)
        colour = LIGHT.danger if number else LIGHT.ok
        canvas.text(beside, top + (20 if canvas.narrow else 28), heading, BODY, colour, bold=True)
        canvas.text(beside, top + (42 if canvas.narrow else 50), wrapped(words, room, SMALL), SMALL)


def three_pads(pen: "Pen") -> Point:
    """The palm side of a hand with its wrist, and the pads that feel; gives the tip of the index finger."""
    shape = hand_shapes()["flat"]
    wrist = outlines.limb((0, -4, 27), (0, 40, 28), (0, 120, 32))
    for part in (wrist, bodies.places(shape.outline)):
        pen.shape(part, None, NEUTRAL.line, 2 * LINES.body)
    pen.shape(wrist, NEUTRAL.fill)
    bodies.hand(pen, NEUTRAL, palm=True)
    tips = [Point(*shape.tips[finger]) for finger in ("index", "middle", "ring")]
    for tip in tips:
        pen.shape(geometry.Ellipse(Point(tip.x, tip.y + 3), 7, 9), LIGHT.primary_soft, LIGHT.primary, LINES.taught)
    return tips[0]


def _pad_tile(canvas: "Canvas", left: float, top: float, *, tip: bool) -> None:
    box = (left, top, 172.0, 138.0)
    canvas.box(box, LIGHT.raised, None)
    pen = canvas.at(left, top + 54, clip=box)
    layers(pen, 8 if not tip else 16)
    finger = canvas.at(left + 96, top + 92 + (8 if not tip else 14), 1.0, clip=box)
    if tip:
        bodies.resting(finger, "side-poke", 48, 0.62)
    else:
        pad(finger)
        turning(canvas.at(left, top, clip=box), geometry.Ellipse(Point(98, 96), 46, 17), clockwise=True, head=10)
    canvas.box(box, None, LIGHT.danger if tip else LIGHT.ok, LINES.body)
    icon(canvas, "stop" if tip else "go", left + 22, top + 22)


# --- F08 --------------------------------------------------------------------------------------------


@drawing("F08", 296, 560)
def draw_f08(canvas: "Canvas") -> None:
    """Four positions for looking."""
    panels = (
        ("Arms by your\nsides", arms_down),
        ("Arms raised", arms_up),
        ("Hands on hips:\npress, bend a bit", hands_on_hips),
        ("Lift, and compare\nthe lower edges", lift_breasts),
    )
    for number, (words, ink) in enumerate(panels, 1):
        left, top = canvas.cell(number - 1, 4, 144, (156, 262))
        box = (left, top, 144.0, 198.0)
        canvas.box(box, LIGHT.raised, None)
        ink(canvas.at(left + 72, top + 91, LOOKING, clip=box))
        canvas.box(box, None, LIGHT.line)
        canvas.badge(left + 11, top + 218, str(number))
        canvas.text(left + 27, top + 223, words, SMALL)
    mirror_note(canvas, canvas.height - 14)


LOOKING = 0.232
"""Pixels for a millimetre in F08: all four people are drawn to one scale."""


def _standing(near: "Pen", body: Body, arm: Arm, lift: float = 0.0) -> None:
    """A person from the front, from the head to the hips."""
    bodies.posed(near, body, arm, arm, lift=lift, bottom=440)
    bodies.trousers(near, body.trunk)
    bodies.head(near, body)


def _chests(near: "Pen", body: Body) -> None:
    for side, breast in bodies.sides(body):
        bodies.draw_breast(bodies.side_pen(near, side), breast, body.skin)


def arms_down(near: "Pen", body: Body | None = None) -> None:
    """Arms by the sides."""
    body, arm = (
        body or Body(skin=FAIR, hair="long", look="ahead"),
        Arm(elbow=(196, 232), wrist=(196, 400), hand_turn=180),
    )
    _standing(near, body, arm)
    _chests(near, body)
    for side in ("right", "left"):
        half = bodies.side_pen(near, side)
        bodies.forearm(half, arm, body.skin)
        half.shape(arm.upper(), body.skin.fill)
        half.line(geometry.curve((148, 96), (158, 150), (166, 228)), body.skin.line)


def arms_up(near: "Pen") -> None:
    """Both arms raised."""
    body = Body(outlines.FULL, outlines.LARGE, skin=DEEP, hair="curls", look="ahead")
    arm = Arm(elbow=(262, -112), wrist=(212, -206), hand_turn=-4, palm_seen=True, shoulder=(158, 6))
    _standing(near, body, arm, lift=22)
    _chests(near, body)


def hands_on_hips(near: "Pen") -> None:
    """Hands pressed on the hips."""
    body = Body(outlines.BROAD, outlines.FLAT, skin=BROWN, look="ahead")
    arm = Arm(elbow=(262, 204), wrist=(198, 312), hand_turn=207, hand_size=0.72)
    x, y, scale = near.place.x, near.place.y, near.place.scale
    leaning = near.at(x, y + LEAN * scale, scale)
    bodies.posed(leaning, body, arm, arm, bottom=440 - LEAN)
    bodies.trousers(near, body.trunk)
    bodies.head(near.at(x, y + 3.5 * LEAN * scale, 1.12 * scale), body)
    _chests(leaning, body)
    for side in ("right", "left"):
        half = bodies.side_pen(leaning, side)
        half.line(geometry.curve((150, 96), (152, 130), (149, 168)), BROWN.inner)
        bodies.arm_in_front(half, body, arm)
        way(half, [Point(272, 372), Point(204, 372)], BROWN)


LEAN = 38.0
"""Of somebody who leans forward one sees the chest so many millimetres lower, and the head lower still and larger."""


def lift_breasts(near: "Pen") -> None:
    """Both hands lift the breasts, so that their lower edges are seen."""
    body = Body(outlines.MIDDLE, outlines.OLDER, skin=FAIR, hair="bun", grey=True, look="ahead")
    arm = Arm(elbow=(228, 268), wrist=(196, 262), hand_turn=-84, hand_size=0.85)
    _standing(near, body, arm)
    for side in ("right", "left"):
        half = bodies.side_pen(near, side)
        bodies.arm_in_front(half, body, arm)
        # It lies on the hand, so that its lower edge is seen.
        bodies.draw_breast(half, LIFTED, FAIR)
        half.shape(THUMB_BESIDE, None, FAIR.line, 2 * LINES.body)
        half.shape(THUMB_BESIDE, FAIR.fill)
        way(half, [Point(104, 380), Point(104, 306)], FAIR)


LIFTED = outlines.Breast(
    geometry.curve((147, 118), (153, 160), (148, 204), (126, 226), (96, 228), (68, 216), (52, 188)),
    geometry.loop((150, 160), (147, 203), (125, 225), (96, 227), (70, 216), (92, 214), (124, 204)),
    Point(104, 196),
    (15, 12),
)
"""An older breast that is held up by a hand."""
THUMB_BESIDE = outlines.limb((172, 238, 12), (158, 216, 11), (147, 198, 9))
"""The thumb of that hand, on the outer side of the breast."""


# --- F09 --------------------------------------------------------------------------------------------


@drawing("F09", 290, 560)
def draw_f09(canvas: "Canvas") -> None:
    """Two ways of lying down to feel one side."""
    for number, (words, ink) in enumerate(
        (
            ("On your back: a pillow under the\nshoulder, that arm behind your head", _on_back),
            ("On your side: hand on your forehead,\nthen roll back for the inner half", _on_side),
        ),
        0,
    ):
        left, top = canvas.cell(number, 2, 302, (310, 272))
        box = (left, top, 302.0, 208.0)
        canvas.box(box, LIGHT.raised, None)
        ink(canvas.at(left, top, clip=box))
        canvas.box(box, None, LIGHT.line)
        canvas.text(left + 4, top + 232, words, BODY)


def _on_back(pen: "Pen") -> None:
    x, y = pen.place.x, pen.place.y
    pen.box((x - 10, y + 12, 330, 184), LIGHT.info_soft, TISSUE.cloth_line, LINES.fine, 10)
    near = pen.at(x + 122, y + 112, 0.33, turn=-90)
    near.shape(pillow(0, -250, 130, 100), LIGHT.raised, TISSUE.cloth_line)
    near.shape(pillow(160, 50, 82, 96), TISSUE.cloth, TISSUE.cloth_line)
    lying(
        near, Body(skin=BROWN, hair="bob"), Arm(elbow=(250, -96), wrist=(112, -216), hand_turn=-62, shoulder=(176, 2))
    )
    bodies.trousers(near, outlines.MIDDLE)


ON_SIDE = 0.23
"""Pixels for a millimetre of the person who lies on the side."""


def _on_side(pen: "Pen") -> None:
    """On the left side, from beside the bed: shoulder, waist and hip one above the other, the chest rolled back."""
    x, y = pen.place.x, pen.place.y
    pen.box((x - 10, y + 116, 330, 64), LIGHT.info_soft, TISSUE.cloth_line, LINES.fine, 0)
    pen.box((x - 10, y + 180, 330, 40), TISSUE.mattress, TISSUE.cloth_line, LINES.fine, 0)
    flat = pen.at(x, y)
    cushion = ((6, 126), (30, 114), (60, 115), (80, 126), (86, 146), (74, 158), (40, 160), (12, 156), (2, 142))
    flat.shape(geometry.loop(*cushion), LIGHT.raised, TISSUE.cloth_line)
    near, body = pen.at(x + 84, y + 108, ON_SIDE, turn=-90), Body(skin=DEEP)
    raised = Arm(elbow=(290, -116), wrist=(150, -304), hand_turn=-88, palm_seen=True, shoulder=(134, 52))
    near.shape(raised.upper(), None, DEEP.line, 2 * LINES.body)
    _trunk_on_side(flat)
    _drawn_up_legs(flat)
    bodies.head(near, body)
    bodies.forearm(near, raised, DEEP)
    near.shape(raised.upper(), DEEP.fill)
    flat.line(geometry.curve((103, 79), (110, 86), (113, 94)), DEEP.inner)
    half = bodies.side_pen(near, "left")
    feeling = Arm(elbow=(216, 330), wrist=(74, 212), hand_turn=-62, pose="pads", hand_size=0.92, shoulder=(182, 66))
    half.shape(feeling.upper(), None, DEEP.line, 2 * LINES.body)
    half.shape(feeling.upper(), DEEP.fill)
    flat.shape(geometry.Ellipse(Point(99, 147), 9, 10), DEEP.fill)
    bodies.arm_in_front(half, body, feeling)
    bodies.marked_pads(half, feeling)
    _small_circle(near, geometry.Ellipse(Point(88, 150), 32, 32), DEEP)


def _small_circle(near: "Pen", around: geometry.Ellipse, skin: SkinTone) -> None:
    """The small circle of fingers that feel, beside them."""
    going_round(near, around, 200, 290, skin, head=9)


def _trunk_on_side(flat: "Pen") -> None:
    """Neck, chest and waist; the upper breast lies flat on the chest."""
    upper = ((46, 97), (70, 95), (82, 86), (96, 74), (112, 74), (124, 84), (142, 96), (160, 102), (176, 96), (192, 84))
    lower = ((192, 158), (178, 160), (160, 158), (140, 162), (116, 166), (98, 164), (84, 146), (70, 125), (46, 121))
    trunk = geometry.joined(upper, lower)
    flat.shape(trunk, DEEP.fill, DEEP.line)
    flat.line(geometry.curve((86, 112), (87, 102), (84, 94)), DEEP.inner, LINES.fine)
    flat.line(geometry.curve((86, 118), (87, 128), (86, 136)), DEEP.inner, LINES.fine)
    for breast, nipple in (
        (((122, 84), (140, 91), (150, 102), (147, 116), (136, 123)), Point(138, 102)),
        (((132, 126), (144, 134), (148, 146), (141, 158)), Point(126, 144)),
    ):
        flat.shape(geometry.joined(breast), DEEP.fill)
        flat.line(geometry.curve(*breast), DEEP.inner)
        bodies.draw_nipple(flat, nipple, DEEP, (4, 4.2), 1.4)


def _drawn_up_legs(flat: "Pen") -> None:
    """Hip and legs, one leg above the other, knees drawn up towards the eye."""
    low = [
        outlines.limb((206, 146, 16), (216, 152, 16), (230, 157, 13)),
        outlines.limb((228, 157, 13), (250, 158, 11), (272, 157, 8)),
    ]
    foot = geometry.loop((268, 152), (277, 149), (286, 153), (289, 162), (281, 167), (270, 164))
    flat.shape(foot, DEEP.fill, DEEP.line)
    bodies.merged(flat, low, TROUSERS)
    flat.shape(foot.moved(8, -22), DEEP.fill, DEEP.line)
    hip = geometry.joined(
        [(178, 98), (190, 84), (206, 78), (222, 86), (234, 106)],
        [(226, 136), (208, 158), (184, 163)],
        [(187, 130), (178, 98)],
    )
    high = [
        hip,
        outlines.limb((206, 108, 28), (226, 121, 22), (246, 134, 14)),
        outlines.limb((244, 134, 14), (264, 135, 11), (280, 135, 8)),
    ]
    bodies.merged(flat, high, TROUSERS)


def pillow(x: float, y: float, half_width: float, half_height: float) -> geometry.Curve:
    """A pillow seen from above."""
    w, h = half_width, half_height
    return geometry.loop(
        (x - w, y - h),
        (x, y - 0.9 * h),
        (x + w, y - h),
        (x + 0.94 * w, y),
        (x + w, y + h),
        (x, y + 0.9 * h),
        (x - w, y + h),
        (x - 0.94 * w, y),
    )


def lying(near: "Pen", body: Body, raised: Arm) -> None:
    """A lying body, one arm at the head, the other hand feeling the side of the raised arm."""
    skin = body.skin
    feeling = Arm(elbow=(216, 276), wrist=(26, 190), hand_turn=-58, pose="pads", hand_size=0.95)
    bodies.posed(near, body, raised, feeling, lift=6, bottom=470)
    bodies.head(near, body)
    for side, breast in bodies.sides(body):
        bodies.draw_breast(bodies.side_pen(near, side), breast, skin)
    bodies.arm_in_front(bodies.side_pen(near, "left"), body, feeling)
    bodies.marked_pads(bodies.side_pen(near, "left"), feeling)
    _small_circle(near, geometry.Ellipse(Point(138, 106), 24, 24), skin)


# --- F11 --------------------------------------------------------------------------------------------


@drawing("F11", 372, 484)
def draw_f11(canvas: "Canvas") -> None:
    """A good day for looking and feeling."""
    left, whole = (16.0, 304.0) if canvas.narrow else (24.0, 592.0)
    canvas.text(left, 38, "Periods: when least tender", BODY, bold=True)
    words = "Around the end of the period, or some days after. Here is an example of 28 days."
    lines = wrapped(words, whole, SMALL)
    canvas.text(left, 58, lines, SMALL)
    top = 72 + SMALL * LEADING * lines.count("\n")
    _days(canvas, top)
    rows = (
        ("No periods, or pregnant", "Any fixed day, such as the first of the month.", _calendar),
        ("Making milk", "After a feed, or after expressing.", _milk),
        ("Irregular periods", "A day when your chest is least tender.", _tender),
    )
    top += 138 if canvas.narrow else 86
    for heading, words, ink in rows:
        text = wrapped(words, whole - 70, SMALL)
        high = 48 + SMALL * LEADING * text.count("\n")
        canvas.box((left, top, whole, high), LIGHT.raised, LIGHT.line)
        ink(canvas.at(left + 26, top + high / 2))
        sign = geometry.Ellipse(Point(left + 26, top + high / 2), 16, 16)
        canvas.name(heading, corners((left, top, whole, high)), sign)
        canvas.text(left + 62, top + 20, heading, BODY, bold=True)
        canvas.text(left + 62, top + 39, text, SMALL)
        top += high + 8
    closing = wrapped("No interval is proven. More than once a month adds no known benefit.", whole, SMALL)
    canvas.text(left, top + 24, closing, SMALL, LIGHT.muted)


def _days(canvas: "Canvas", top: float) -> None:
    """28 days in one row, or in two where the canvas is narrow."""
    in_row = 14 if canvas.narrow else 28
    left = 21.0 if canvas.narrow else 26.0
    for day in range(28):
        x, y = left + (day % in_row) * 21.0, top + (day // in_row) * 84.0
        good = 4 <= day <= 9
        canvas.box(
            (x, y, 19, 34),
            LIGHT.primary_soft if good else LIGHT.raised,
            LIGHT.primary if good else LIGHT.line,
            LINES.body if good else LINES.fine,
            4,
        )
        if day < 5:
            canvas.shape(drop(x + 9.5, y + 6, 11), LIGHT.danger)
    row = corners((left, top, in_row * 21.0 - 2, 34))
    shown = 4 if canvas.narrow else 12
    middle = Point(left + (in_row - shown / 2 - 0.5) * 21.0, top + 17)
    canvas.name("days", row, geometry.Ellipse(middle, shown * 10.5, 15))
    first, last, y = left + 84, left + 208, top + 48
    ends = [Point(first, y - 6), Point(first, y), Point(last, y), Point(last, y - 6)]
    canvas.line(ends, LIGHT.primary, LINES.body)
    canvas.text((first + last) / 2, top + 66, "good days", SMALL, LIGHT.primary, "center", bold=True)
    canvas.text(left, top + 66, "period", SMALL, LIGHT.danger, bold=True)


def _calendar(pen: "Pen") -> None:
    x, y = pen.place.x, pen.place.y
    pen.box((x - 15, y - 13, 30, 28), LIGHT.raised, LIGHT.primary, LINES.body, 4)
    pen.line([Point(-15, -5), Point(15, -5)], LIGHT.primary)
    pen.dots([Point(dx, dy) for dx in (-8, 0, 8) for dy in (1, 8)], 1.6, LIGHT.muted)
    pen.dots([Point(-8, 1)], 3.4, LIGHT.primary)


def _milk(pen: "Pen") -> None:
    pen.shape(drop(0, -15, 18), LIGHT.info_soft, LIGHT.primary, LINES.taught)


def _tender(pen: "Pen") -> None:
    pen.line(geometry.curve((-15, 8), (-9, -8), (-2, 6), (5, -4), (15, -9)), LIGHT.primary, LINES.taught)
    pen.dots([Point(15, -9)], 4, LIGHT.primary)
