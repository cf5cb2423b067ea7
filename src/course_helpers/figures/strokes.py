"""Drawings of the routines: quiet strokes, strokes around milk, latch, other ways, the milk decision."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from course_helpers.design_tokens import LIGHT, LINES, SHIRT, SKIN_TONES, TISSUE, SkinTone
from course_helpers.figures import bodies, geometry, outlines
from course_helpers.figures.anatomy import mirror_note
from course_helpers.figures.bodies import Arm, Body
from course_helpers.figures.drawing import drawing
from course_helpers.figures.geometry import Ellipse, Point
from course_helpers.figures.marks import COLOURS, Kind, card, label, pressure
from course_helpers.figures.safety import RULE_NOTE, sitting
from course_helpers.figures.self_exam import head, pillow
from course_helpers.figures.style import BODY, DASH, SMALL

if TYPE_CHECKING:
    from course_helpers.figures.sheet import Pen, Sheet

FAIR, BROWN, DEEP = SKIN_TONES


def path_arrow(pen: "Pen", path: Sequence[Point], width: float = LINES.taught, head_size: float = 11) -> None:
    """The path of a hand: a dashed line with an arrow and a light halo."""
    pen.line(path, LIGHT.raised, width + 2.6)
    pen.arrow(path, LIGHT.primary, width, DASH, head_size)


# --- F13 --------------------------------------------------------------------------------------------

ON_BREAST = Arm(elbow=(226, 240), wrist=(168, 262), hand_turn=-42, hand_size=0.9)
ON_CHEST = Arm(elbow=(224, 236), wrist=(118, 196), hand_turn=-48, hand_size=0.9)


@drawing("F13", 478)
def draw_f13(sheet: "Sheet") -> None:
    """The quiet routine in six pictures."""
    panels: tuple[tuple[str, str, str, Callable[[Pen], None]], ...] = (
        ("Sit and breathe", "Shoulders down.", "no touch", _sit),
        ("Circle, clockwise", "Whole palm, slow.", "pressure 1", _clockwise),
        ("Circle the other way", "Neither way is better.", "pressure 1", _counter),
        ("Rest on the nipples", "Only if you choose.", "pressure 0", _rest_nipples),
        ("Small circles there", "Only if you choose.", "pressure 1", _small_circles),
        ("Rest on the chest", "Close your eyes, or look down.", "pressure 0", _rest_chest),
    )
    for number, (heading, words, weight, ink) in enumerate(panels):
        left, top = 14 + (number % 3) * 207.0, 14 + (number // 3) * 218.0
        box = (left, top, 198.0, 156.0)
        sheet.box(box, LIGHT.raised, None)
        ink(sheet.at(left + 99, top, clip=box))
        sheet.box(box, None, LIGHT.line)
        pressure(sheet, left + 192, top + 6, weight)
        sheet.badge(left + 11, top + 176, str(number + 1))
        sheet.text(left + 28, top + 181, heading, BODY, bold=True)
        sheet.text(left + 1, top + 203, words, SMALL)
    mirror_note(sheet, 463)


def _touching(pen: "Pen", body: Body, arm: Arm, *, chest: bool = False) -> "Pen":
    """A body whose hands lie on its breasts or chest."""
    near = pen.at(pen.place.x, pen.place.y + 46, 0.34)
    bodies.posed(near, body, arm, arm)
    for side, breast in bodies.sides(body):
        bodies.draw_breast(bodies.side_pen(near, side), breast, body.skin)
    for side in ("left", "right") if chest else ("right", "left"):
        bodies.arm_in_front(bodies.side_pen(near, side), body, arm)
    return near


def _sit(pen: "Pen") -> None:
    near = pen.at(pen.place.x - 34, pen.place.y + 26, 0.205)
    sitting(near, Body(outlines.NARROW, outlines.SMALL))


def _both(near: "Pen", path: Sequence[Point], *, same_way: bool) -> None:
    """The same path on both sides, turning the same way as drawn on both."""
    right = list(path)
    shift = 2 * geometry.NIPPLE.x
    left = [Point(x - shift, y) for x, y in right] if same_way else list(geometry.mirrored(right))
    for one in (right, left):
        path_arrow(near, one)


ROUND_BREAST = Ellipse(Point(98, 178), 96, 108)
"""The circle of a palm is half of this."""


def _clockwise(pen: "Pen") -> None:
    near = _touching(pen, Body(), ON_BREAST)
    _both(near, geometry.palm_circle(ROUND_BREAST, 0.94), same_way=True)


def _counter(pen: "Pen") -> None:
    near = _touching(pen, Body(), ON_BREAST)
    _both(near, geometry.palm_circle(ROUND_BREAST, 0.94, clockwise=False), same_way=True)


def _rest_nipples(pen: "Pen") -> None:
    _touching(pen, Body(), ON_BREAST)


def _small_circles(pen: "Pen") -> None:
    near = _touching(pen, Body(), ON_BREAST)
    _both(near, geometry.circle(Point(98, 186), 22, 0.9), same_way=True)


def _rest_chest(pen: "Pen") -> None:
    _touching(pen, Body(), ON_CHEST, chest=True)


# --- F14 --------------------------------------------------------------------------------------------


def panel_of_f14(number: int) -> tuple[float, float, float, float]:
    """Left, top, width and height of a picture in F14, in pixels; they are counted from 0."""
    return 14 + (number % 2) * 310.0, 14 + (number // 2) * 250.0, 302.0, 172.0


@drawing("F14", 540)
def draw_f14(sheet: "Sheet") -> None:
    """Light strokes around milk, and the hold for expressing."""
    panels: tuple[tuple[str, str, str, Callable[[Pen], None]], ...] = (
        (
            "Before a feed: small circles",
            "From the edge to the nipple, round the\nbreast. Optional. Baby never waits.",
            "pressure 1 to 2",
            _to_nipple,
        ),
        (
            "A firm, comfortable area: spiral",
            "Skin-light, for 30 seconds. Never on a\nhot, very sore or newly coloured area.",
            "pressure 1",
            _firm_spiral,
        ),
        (
            "If swollen: light sweeps",
            "Out, up to armpit and collarbone.\nOptional: experts differ.",
            "pressure 1",
            _sweeps,
        ),
        (
            "To express: the C-hold",
            "Press gently, let go, in a rhythm. Do not\nsqueeze, pull or slide. It must not hurt.",
            "gentle",
            _c_hold,
        ),
    )
    for number, (heading, words, weight, ink) in enumerate(panels):
        box = panel_of_f14(number)
        left, top = box[:2]
        sheet.box(box, LIGHT.raised, None)
        ink(sheet.at(left, top, clip=box))
        sheet.box(box, None, LIGHT.line)
        pressure(sheet, left + 296, top + 6, weight)
        sheet.badge(left + 11, top + 193, str(number + 1))
        sheet.text(left + 28, top + 198, heading, BODY, bold=True)
        sheet.text(left + 1, top + 219, words, SMALL)
    mirror_note(sheet, 527)


MILK = Body(outlines.FULL, outlines.LARGE)


def _close(pen: "Pen", skin: SkinTone, x: float = 70, y: float = 172, scale: float = 0.6) -> "Pen":
    near = pen.at(pen.place.x + 140 - x * scale, pen.place.y + 86 - y * scale, scale)
    bodies.chest(near, MILK.in_skin(skin))
    return near


def _to_nipple(pen: "Pen") -> None:
    near = _close(pen, FAIR, 82, 186, 0.68)
    mound, nipple = Ellipse(Point(98, 202), 66, 72), outlines.LARGE.nipple
    for degrees in (160, 205, 250, 295, 340):
        path = geometry.edge_to_nipple(degrees, mound, nipple, stop_short=30)
        for ring in geometry.circles_along(path[:-4], 8, 17)[:-1]:
            near.line(ring, LIGHT.raised, LINES.body + 2)
            near.line(ring, LIGHT.primary, LINES.body)
        near.arrow(path[-7:], LIGHT.primary, LINES.body, head=9)


def _firm_spiral(pen: "Pen") -> None:
    near = _close(pen, BROWN)
    spot = Point(126, 166)
    near.shape(Ellipse(spot, 35, 33), BROWN.shade, BROWN.inner, LINES.body, DASH)
    path_arrow(near, geometry.spiral(spot, 28, 2.2), LINES.body, 9)
    label(pen, "firm area", (pen.place.x + 230, pen.place.y + 128), near.place.to_sheet((150, 190)))


def _sweeps(pen: "Pen") -> None:
    near = _close(pen, DEEP, 80, 130, 0.52)
    for path in (
        geometry.sweep(Point(118, 186), (140, 150), (150, 100), (154, 72)),
        geometry.sweep(Point(84, 178), (92, 130), (108, 80), (118, 26)),
        geometry.sweep(Point(66, 196), (52, 140), (58, 80), (76, 20)),
    ):
        path_arrow(near, path)


def _c_hold(pen: "Pen") -> None:
    """The hold from the side: thumb above, fingers below, two to three centimetres back."""
    near = pen.at(pen.place.x - 16, pen.place.y - 26, 0.52)
    skin = geometry.curve(
        (60, 20),
        (140, 70),
        (200, 106),
        (276, 146),
        (340, 180),
        (372, 204),
        (384, 207),
        (396, 208),
        (403, 216),
        (402, 228),
        (394, 235),
        (382, 236),
        (376, 252),
        (360, 300),
        (316, 338),
        (250, 358),
        (180, 362),
        (124, 366),
        (96, 384),
        (90, 420),
    )
    near.shape(geometry.joined(skin.knots, [(0, 420)], [(0, 20)]), BROWN.shade)
    near.line(skin, BROWN.line)
    areola = geometry.curve(
        (346, 184),
        (372, 204),
        (384, 207),
        (396, 208),
        (403, 216),
        (402, 228),
        (394, 235),
        (382, 236),
        (376, 252),
        (368, 280),
    )
    near.line(areola, BROWN.areola, 5.0)
    thumb = outlines.limb((196, 200, 32), (240, 156, 25), (290, 140, 19), (320, 154, 14))
    fingers = [
        outlines.limb((190, 240, 36), (236, 308, 24), (290, 332, 18), (336, 308, 14)),
        outlines.limb((176, 250, 36), (210, 320, 24), (258, 352, 18), (300, 338, 14)),
    ]
    palm = geometry.loop((96, 190), (150, 170), (216, 182), (236, 220), (216, 266), (160, 288), (96, 276))
    wrist = outlines.limb((10, 236, 44), (100, 232, 46), (180, 230, 42))
    bodies.merged(near, [fingers[1]], BROWN)
    bodies.merged(near, [wrist, palm, thumb, fingers[0]], BROWN)
    for start, end in (((306, 84), (310, 122)), ((352, 366), (344, 328))):
        near.arrow([Point(*start), Point(*end)], LIGHT.primary, LINES.taught, head=9)
    _hold_distance(pen, near.place.to_sheet((334, 160)), near.place.to_sheet((380, 202)))


def _hold_distance(pen: "Pen", thumb: Point, nipple: Point) -> None:
    """How far behind the base of the nipple the fingers lie."""
    flat, top = pen.at(0, 0), thumb.y - 18
    flat.line(
        [
            Point(thumb.x, thumb.y - 4),
            Point(thumb.x, top),
            Point(nipple.x, top),
            Point(nipple.x, nipple.y - 6),
        ],
        LIGHT.ink,
        LINES.fine,
    )
    flat.text(nipple.x + 18, top + 4, "2 to 3 cm back\nfrom the base\nof the nipple", SMALL)


# --- F15 --------------------------------------------------------------------------------------------


@drawing("F15", 304)
def draw_f15(sheet: "Sheet") -> None:
    """A good latch: nose level with the nipple, then chin first and mouth wide."""
    for number, ink in enumerate((_before_latch, _latched)):
        left = 14 + number * 310.0
        box = (left, 14.0, 302.0, 208.0)
        sheet.box(box, LIGHT.raised, None)
        ink(sheet.at(left, 14, clip=box))
        sheet.box(box, None, LIGHT.line)
    sheet.badge(25, 242, "1")
    sheet.text(42, 247, "Nose level with the nipple", BODY, bold=True)
    sheet.text(15, 269, "Body close and in line. The head is free\nto tip back. Bring baby to the breast.", SMALL)
    sheet.badge(335, 242, "2")
    sheet.text(352, 247, "Chin first, mouth wide", BODY, bold=True)
    sheet.text(325, 269, "Full cheeks. Pain that lasts: slip in a\nclean finger, take off, start again.", SMALL)


def _breast_side(pen: "Pen") -> "Pen":
    near = pen.at(pen.place.x - 12, pen.place.y - 22, 0.6)
    skin = geometry.curve(
        (20, 20),
        (60, 80),
        (112, 140),
        (164, 178),
        (196, 204),
        (206, 207),
        (217, 208),
        (224, 216),
        (223, 228),
        (215, 235),
        (204, 236),
        (200, 256),
        (188, 300),
        (154, 340),
        (104, 358),
        (40, 364),
        (-20, 366),
    )
    near.shape(geometry.joined(skin.knots, [(-20, 20)]), BROWN.fill)
    near.line(skin, BROWN.line)
    areola = geometry.curve(
        (160, 175),
        (196, 204),
        (206, 207),
        (217, 208),
        (224, 216),
        (223, 228),
        (215, 235),
        (204, 236),
        (200, 256),
        (193, 286),
    )
    near.line(areola, BROWN.areola, 6.0)
    return near


def _baby(pen: "Pen", *, wide: bool) -> None:
    """A baby's head from the side, looking to the left, with its top lip at the origin."""
    skin = BROWN
    body = geometry.loop(
        (56, 96), (100, 60), (190, 74), (300, 60), (360, 130), (300, 210), (180, 210), (90, 190), (50, 140)
    )
    pen.shape(body, TISSUE.cloth, TISSUE.cloth_line)
    gape = 34 if wide else 12
    face = geometry.joined(
        [
            (-4, -9),
            (-13, -11),
            (-17, -20),
            (-9, -32),
            (-3, -44),
            (-5, -62),
            (6, -88),
            (34, -112),
            (76, -122),
            (122, -102),
            (146, -54),
            (138, 0),
            (108, 44),
            (80, 72),
        ],
        [
            (52, gape + 50),
            (18, gape + 47),
            (-2, gape + 34),
            (0, gape + 22),
            (-9, gape + 14),
            (-8, gape + 5),
            (2, gape),
        ],
        [(30, gape * 0.5)],
        [(4, 6), (-9, 5), (-10, -2)],
    )
    pen.shape(face, skin.fill, skin.line)
    pen.shape(geometry.loop((88, -16), (98, -26), (110, -14), (104, 8), (92, 8)), skin.shade, skin.line, LINES.fine)
    pen.line(geometry.curve((14, -38), (24, -33), (34, -38)), skin.line, LINES.body)
    pen.line(geometry.curve((52, 0), (58, 16), (50, 32)), skin.line, LINES.fine)
    hair = geometry.joined(
        [(26, -106), (76, -124), (123, -103), (148, -54), (142, -18)], [(122, -52), (96, -80), (60, -94)]
    )
    pen.shape(hair, skin.areola, skin.line, LINES.fine)


def _before_latch(pen: "Pen") -> None:
    near = _breast_side(pen)
    mouth = near.place.to_sheet((252, 250))
    _baby(pen.at(mouth.x, mouth.y, 0.54, turn=6), wide=False)
    nose = near.place.to_sheet((238, 222))
    pen.at(0, 0).line(
        [Point(pen.place.x + 88, nose.y), Point(pen.place.x + 186, nose.y)], LIGHT.primary, LINES.taught, DASH
    )
    label(pen, "nose and nipple:\nsame height", (pen.place.x + 158, pen.place.y + 26), (nose.x - 4, nose.y - 4))


def _latched(pen: "Pen") -> None:
    near = _breast_side(pen)
    mouth = near.place.to_sheet((205, 204))
    _baby(pen.at(mouth.x, mouth.y, 0.54, turn=12), wide=True)
    x, y = pen.place.x, pen.place.y
    label(pen, "more dark skin shows\nabove the top lip", (x + 138, y + 19), near.place.to_sheet((182, 189)))
    label(pen, "chin\ntouches", (x + 64, y + 152), near.place.to_sheet((197, 264)), "right")


# --- F19 --------------------------------------------------------------------------------------------


@drawing("F19", 258)
def draw_f19(sheet: "Sheet") -> None:
    """Other ways: wheelchair, one hand, lying, over clothing."""
    panels = (
        ("In a chair or\nwheelchair", _wheelchair),
        ("With one hand", _one_hand),
        ("Lying down", _lying),
        ("Over clothing", _clothed),
    )
    for number, (words, ink) in enumerate(panels):
        left = 14 + number * 156.0
        box = (left, 14.0, 144.0, 184.0)
        sheet.box(box, LIGHT.raised, None)
        ink(sheet.at(left + 72, 14, clip=box))
        sheet.box(box, None, LIGHT.line)
        sheet.text(left + 72, 221, words, BODY, align="center", bold=True)


def _wheelchair(pen: "Pen") -> None:
    near = pen.at(pen.place.x, pen.place.y + 32, 0.2)
    for side in (1, -1):
        near.line([Point(150 * side, 20), Point(150 * side, 460)], LIGHT.muted, 3.6)
        near.line([Point(150 * side, 20), Point(196 * side, 12)], LIGHT.ink, 4.4)
        near.shape(Ellipse(Point(268 * side, 500), 30, 215), LIGHT.panel, LIGHT.ink, 3.6)
        near.shape(Ellipse(Point(268 * side, 500), 9, 40), LIGHT.muted)
        near.line([Point(240 * side, 500), Point(150 * side, 500)], LIGHT.muted, 3.6)
    sitting(near, Body(outlines.FULL, outlines.OLDER, skin=BROWN))
    for side in (1, -1):
        near.line([Point(70 * side, 745), Point(180 * side, 745)], LIGHT.ink, 4.4)


HANGING = Arm(elbow=(208, 232), wrist=(206, 400), hand_turn=180, hand_size=0.85)


def _one_hand(pen: "Pen") -> None:
    body = Body(outlines.MIDDLE, outlines.TOP_SURGERY, skin=DEEP)
    near = pen.at(pen.place.x + 4, pen.place.y + 46, 0.25)
    bodies.posed(near, body, ON_CHEST, HANGING, bottom=640)
    for side, breast in bodies.sides(body):
        half = bodies.side_pen(near, side)
        bodies.draw_breast(half, breast, DEEP)
        half.line(geometry.curve((146, 92), (149, 130), (146, 172)), DEEP.inner)
    bodies.arm_in_front(bodies.side_pen(near, "right"), body, ON_CHEST)


def _lying(pen: "Pen") -> None:
    x, y = pen.place.x - 72, pen.place.y
    pen.box((x + 12, y - 10, 120, 220), LIGHT.info_soft, TISSUE.cloth_line, LINES.fine, 10)
    near = pen.at(x + 72, y + 84, 0.2)
    near.shape(pillow(0, -240, 190, 110), LIGHT.raised, TISSUE.cloth_line)
    body = Body(outlines.NARROW, outlines.FLAT, skin=FAIR)
    for side in ("right", "left"):
        bodies.side_pen(near, side).shape(
            outlines.limb((66, 440, 70), (70, 560, 66), (72, 800, 56)), TISSUE.trousers, TISSUE.cloth_line
        )
    bodies.posed(near, body, ON_CHEST, ON_CHEST, bottom=450)
    head(near, FAIR)
    for side, breast in bodies.sides(body):
        bodies.draw_breast(bodies.side_pen(near, side), breast, FAIR)
    for side in ("left", "right"):
        bodies.arm_in_front(bodies.side_pen(near, side), body, ON_CHEST)


def _clothed(pen: "Pen") -> None:
    body = Body(outlines.FULL, outlines.LARGE, skin=BROWN)
    near = pen.at(pen.place.x, pen.place.y + 46, 0.27)
    bodies.posed(near, body, ON_BREAST, ON_BREAST, bottom=640, shirt=SHIRT)
    for side, breast in bodies.sides(body):
        bodies.side_pen(near, side).line(geometry.Curve(breast.contour.knots[2:-1]), TISSUE.cloth_line, LINES.fine)
    for side in ("right", "left"):
        bodies.arm_in_front(bodies.side_pen(near, side), body, ON_BREAST, SHIRT)


# --- F21 --------------------------------------------------------------------------------------------


@drawing("F21", 627)
def draw_f21(sheet: "Sheet") -> None:
    """Decide before you touch a breast that makes milk: four questions, the first yes decides."""
    sheet.text(16, 36, "From the top. The first yes decides. Not sure counts as yes.", BODY, bold=True)
    rows: tuple[tuple[Kind, str, str, str], ...] = (
        (
            "stop",
            "Fever of 38.0 °C or more,\nshivering, or very ill?\nOr above 37.5 °C and\nunwell after a birth?",
            "No massage. Get help",
            "Shivering or very ill: help now. 38.0 °C\nwithin six weeks of birth: hospital now.\n"
            "Later fever, or above 37.5 °C and\nunwell: phone your midwife or\nfamily doctor today.",
        ),
        (
            "wait",
            "An area that is hot, very\nsore, redder or darker?",
            "No massage here",
            "Cool pack in a cloth. Feed when baby\nasks. Call your midwife or doctor:\n"
            "worse, at once; not clearly better\nin 24 hours, the same day.\n"
            "Today: growing, full of fluid, come back,\ndiabetes, or 48 hours of antibiotics.\n"
            "Spreads fast, turns dark, or far more\npain than it looks: emergency number.",
        ),
        (
            "wait",
            "A lump for about a week,\nor one that does not\nshrink after feeds?",
            "Show it, no massage",
            "Contact your family doctor now.\nKeep feeding.",
        ),
    )
    top = 54.0
    for kind, question, heading, words in rows:
        high = 40 + 17.2 * (words.count("\n") + 1)
        _branch(sheet, top, high, kind, question)
        card(sheet, kind, (308, top, 318, high), heading, words)
        top += high + 22
    words = (
        "Softer after feeds, no fever. Pressure 1 to 2, never firm. Stop if it hurts.\n"
        "Massage is optional, and a hungry baby never waits."
    )
    card(sheet, "go", (14, top, 612, 76), "None of these, and comfortable: light steps are allowed", words)
    sheet.text(
        16,
        top + 98,
        RULE_NOTE.replace("help “whatever the thermometer says”", "help now for anyone who is very ill"),
        SMALL,
        LIGHT.muted,
    )


def _branch(sheet: "Sheet", top: float, high: float, kind: Kind, question: str) -> None:
    lines = question.count("\n") + 1
    sheet.box((14, top, 226, high), LIGHT.raised, LIGHT.line, LINES.body)
    sheet.text(127, top + high / 2 + 5 - (lines - 1) * 9.2, question, BODY, align="center")
    sheet.arrow([Point(240, top + high / 2), Point(306, top + high / 2)], COLOURS[kind][0], LINES.taught, head=11)
    sheet.text(270, top + high / 2 - 9, "yes", SMALL, COLOURS[kind][0], "center", bold=True)
    sheet.arrow([Point(127, top + high), Point(127, top + high + 22)], LIGHT.muted, LINES.body)
    sheet.text(138, top + high + 15, "no", SMALL, LIGHT.muted)
