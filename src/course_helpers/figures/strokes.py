"""Drawings of the routines: quiet strokes, strokes around milk, latch, other ways, the milk decision."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from course_helpers.body import geometry
from course_helpers.body.geometry import Ellipse, Point
from course_helpers.design_tokens import LIGHT, LINES, SHIRT, SKIN_TONES, TISSUE, SkinTone
from course_helpers.figures import bodies, outlines
from course_helpers.figures.anatomy import mirror_note
from course_helpers.figures.bodies import Arm, Body
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import COLOURS, Kind, card, label, pressure
from course_helpers.figures.safety import LIMIT_FEVER, LIMIT_ILL, chair, sitting, temperature
from course_helpers.figures.self_exam import pillow
from course_helpers.figures.style import BODY, DASH, HEAD, SMALL

if TYPE_CHECKING:
    from course_helpers.figures.sheet import Pen, Sheet

FAIR, BROWN, DEEP = SKIN_TONES


def path_arrow(pen: "Pen", path: Sequence[Point], width: float = LINES.taught, head_size: float = 11) -> None:
    """The path of a hand: a dashed line with an arrow and a light halo."""
    pen.line(path, LIGHT.raised, width + 2.6)
    pen.arrow(path, LIGHT.primary, width, DASH, head_size)


# --- F13 --------------------------------------------------------------------------------------------

ON_BREAST = Arm(elbow=(226, 240), wrist=(168, 262), hand_turn=-42, hand_size=0.9)
BESIDE_NIPPLE = Arm(elbow=(232, 252), wrist=(208, 306), hand_turn=-50, hand_size=0.9)
"""The flat fingers lie on the lower outer part of the breast and leave the nipple free."""
ON_CHEST = Arm(elbow=(224, 236), wrist=(118, 196), hand_turn=-48, hand_size=0.9)


@drawing("F13", 478)
def draw_f13(sheet: "Sheet") -> None:
    """The quiet routine in six pictures."""
    panels: tuple[tuple[str, str, str, Callable[[Pen], None]], ...] = (
        ("Sit and breathe", "Shoulders down.", "no touch", _sit),
        ("Circle, clockwise", "Flat hands, not on the nipple.", "pressure 1", _clockwise),
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
    near = pen.at(pen.place.x - 16, pen.place.y + 58, 0.156)
    chair(near)
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
    near = _touching(pen, Body(), BESIDE_NIPPLE)
    _both(near, geometry.palm_circle(ROUND_BREAST, 0.94), same_way=True)


def _counter(pen: "Pen") -> None:
    near = _touching(pen, Body(), BESIDE_NIPPLE)
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
        pressure(sheet, left + 296, top + 6, weight, HEAD)
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
    bodies.reaching(near, FAIR, Point(52, 176))
    mound, nipple = Ellipse(Point(94, 204), 56, 68), outlines.LARGE.nipple
    for degrees in (160, 205, 250, 295, 340):
        path = geometry.edge_to_nipple(degrees, mound, nipple, stop_short=30)
        for ring in geometry.circles_along(path[:-4], 7, 19)[:-1]:
            near.line(ring, LIGHT.raised, LINES.body + 2)
            near.line(ring, LIGHT.primary, LINES.body)
        near.arrow(path[-7:], LIGHT.primary, LINES.body, head=9)


def _firm_spiral(pen: "Pen") -> None:
    near = _close(pen, BROWN)
    spot = Point(116, 160)
    near.shape(Ellipse(spot, 35, 33), BROWN.shade, BROWN.inner, LINES.body, DASH)
    bodies.reaching(near, BROWN, Point(94, 176))
    path_arrow(near, geometry.spiral(spot, 28, 2.2), LINES.body, 9)
    label(pen, "firm\narea", (pen.place.x + 240, pen.place.y + 114), near.place.to_sheet((142, 182)), size=HEAD)


def _sweeps(pen: "Pen") -> None:
    near = _close(pen, DEEP, 80, 130, 0.52)
    bodies.reaching(near, DEEP, Point(84, 182))
    for path in (
        geometry.sweep(Point(118, 186), (140, 150), (150, 100), (154, 72)),
        geometry.sweep(Point(84, 178), (92, 130), (108, 80), (118, 26)),
        geometry.sweep(Point(66, 196), (52, 140), (58, 80), (76, 20)),
    ):
        path_arrow(near, path)


def _c_hold(pen: "Pen") -> None:
    """The hold from the front: thumb above, fingers below, a wide C round the nipple."""
    body, scale = MILK.in_skin(BROWN), 0.72
    nipple = outlines.LARGE.nipple
    near = pen.at(pen.place.x + 158 - nipple.x * scale, pen.place.y + 104 - nipple.y * scale, scale)
    bodies.chest(near, body)
    bodies.holding(near, BROWN, nipple, -16)
    bodies.draw_nipple(near, nipple, BROWN, outlines.LARGE.areola, outlines.LARGE.nipple_size)
    for start, end in (((92, 166), (96, 194)), ((90, 280), (94, 252))):
        near.line([Point(*start), Point(*end)], LIGHT.raised, LINES.taught + 2.6)
        near.arrow([Point(*start), Point(*end)], LIGHT.primary, LINES.taught, head=10)
    _hold_distance(pen, near.place.to_sheet((76, 193)), near.place.to_sheet((76, 216)))


def _hold_distance(pen: "Pen", thumb: Point, nipple: Point) -> None:
    """How far behind the base of the nipple the thumb lies."""
    flat = pen.at(0, 0)
    x, y = pen.place.x + 6, pen.place.y + 10
    flat.box((x, y, 132, 72), LIGHT.raised, None, radius=6)
    flat.text(x + 6, y + 21, "2 to 3 cm back\nfrom the base\nof the nipple", HEAD)
    for end in (thumb, nipple):
        flat.line([Point(end.x - 5, end.y), Point(end.x + 5, end.y)], LIGHT.ink, LINES.body)
    flat.line([thumb, nipple], LIGHT.ink, LINES.body)
    flat.line([Point(x + 110, y + 72), Point(thumb.x, (thumb.y + nipple.y) / 2)], LIGHT.ink, LINES.fine)


# --- F15 --------------------------------------------------------------------------------------------


@drawing("F15", 330)
def draw_f15(sheet: "Sheet") -> None:
    """A good latch: nose level with the nipple, then chin first and mouth wide."""
    for number, ink in enumerate((_before_latch, _latched)):
        left = 14 + number * 310.0
        box = (left, 14.0, 302.0, 234.0)
        sheet.box(box, LIGHT.raised, None)
        ink(sheet.at(left, 14, clip=box))
        sheet.box(box, None, LIGHT.line)
    sheet.badge(25, 268, "1")
    sheet.text(42, 273, "Nose level with the nipple", BODY, bold=True)
    sheet.text(15, 295, "Body close and in line. The head is free\nto tip back. Bring baby to the breast.", SMALL)
    sheet.badge(335, 268, "2")
    sheet.text(352, 273, "Chin first, mouth wide", BODY, bold=True)
    sheet.text(325, 295, "Full cheeks. Pain that lasts: slip in a\nclean finger, take off, start again.", SMALL)


def _breast_side(pen: "Pen") -> "Pen":
    near = pen.at(pen.place.x - 12, pen.place.y + 4, 0.6)
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


_LIPS = {
    False: ((52, 50), (22, 46), (6, 40), (-1, 30), (1, 21), (-6, 15), (-6, 9)),
    True: ((60, 82), (30, 84), (8, 80), (-3, 69), (1, 59), (-10, 54), (-9, 46), (2, 44)),
}
"""From under the chin to the lower lip, with the mouth closed and wide open."""
_MOUTH = {False: (5, 5), True: (50, 20)}
"""The corner of the mouth."""


def _baby(pen: "Pen", *, wide: bool) -> None:
    """A baby's head from the side, looking to the left, with its top lip at the origin."""
    skin = BROWN
    body = outlines.limb((104, 74, 40), (150, 116, 62), (240, 140, 78), (380, 150, 84))
    skull = [
        (2, 4), (-8, 3), (-9, -4), (-5, -12), (-10, -17), (-17, -24), (-13, -32), (-4, -42), (-3, -52), (-8, -66),
        (-9, -88), (2, -116), (32, -140), (74, -149), (118, -134), (147, -96), (150, -48), (136, -6), (118, 28),
        (116, 60),
    ]  # fmt: skip
    face = geometry.joined(skull, _LIPS[wide], [_MOUTH[wide]])
    pen.shape(face, skin.fill, skin.line)
    pen.shape(body, TISSUE.cloth, TISSUE.cloth_line)
    hair = geometry.joined(
        [(20, -134), (74, -150), (119, -135), (148, -96), (151, -48), (138, -12)],
        [(128, -50), (112, -92), (70, -116)],
    )
    pen.shape(hair, skin.areola, skin.line, LINES.fine)
    pen.shape(Ellipse(Point(94, -34), 12, 19, 12), skin.fill, skin.line, LINES.fine)
    pen.line(geometry.curve((98, -44), (90, -38), (95, -28)), skin.line, LINES.fine)
    pen.line(geometry.curve((8, -46), (17, -40), (29, -45)), skin.line, LINES.body)
    pen.line(geometry.curve((-6, -22), (-3, -25), (-2, -20)), skin.line, LINES.fine)
    cheek = ((58, -14), (74, 12), (66, 42)) if wide else ((34, -12), (46, 8), (38, 28))
    pen.line(geometry.curve(*cheek), skin.line, LINES.fine)


def _before_latch(pen: "Pen") -> None:
    near = _breast_side(pen)
    mouth = near.place.to_sheet((256, 246))
    _baby(pen.at(mouth.x, mouth.y, 0.54, turn=4), wide=False)
    nose = near.place.to_sheet((238, 221))
    pen.at(0, 0).line(
        [Point(pen.place.x + 88, nose.y), Point(pen.place.x + 186, nose.y)], LIGHT.primary, LINES.taught, DASH
    )
    label(pen, "nose and nipple:\nsame height", (pen.place.x + 158, pen.place.y + 24), (nose.x - 4, nose.y - 4))


def _latched(pen: "Pen") -> None:
    near = _breast_side(pen)
    mouth = near.place.to_sheet((188, 199))
    _baby(pen.at(mouth.x, mouth.y, 0.54, turn=10), wide=True)
    x, y = pen.place.x, pen.place.y
    label(pen, "more dark skin shows\nabove the top lip", (x + 118, y + 20), near.place.to_sheet((168, 180)))
    label(pen, "chin\ntouches", (x + 64, y + 180), near.place.to_sheet((184, 264)), "right")


# --- F19 --------------------------------------------------------------------------------------------


@drawing("F19", 278)
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
        box = (left, 14.0, 144.0, 204.0)
        sheet.box(box, LIGHT.raised, None)
        ink(sheet.at(left + 72, 14, clip=box))
        sheet.box(box, None, LIGHT.line)
        sheet.text(left + 72, 241, words, BODY, align="center", bold=True)


PERSON = 0.21
"""Pixels for a millimetre in F19: all four people are drawn to one scale."""


def _wheelchair(pen: "Pen") -> None:
    near = pen.at(pen.place.x, pen.place.y + 76, PERSON)
    for side in (1, -1):
        near.line([Point(158 * side, 60), Point(158 * side, 460)], LIGHT.muted, 3.6)
        near.line([Point(158 * side, 60), Point(206 * side, 52)], LIGHT.ink, 4.4)
        near.shape(Ellipse(Point(268 * side, 470), 30, 215), LIGHT.panel, LIGHT.ink, 3.6)
        near.shape(Ellipse(Point(268 * side, 470), 9, 40), LIGHT.muted)
        near.line([Point(240 * side, 470), Point(150 * side, 470)], LIGHT.muted, 3.6)
    sitting(near, Body(outlines.FULL, outlines.OLDER, skin=BROWN))


HANGING = Arm(elbow=(208, 232), wrist=(206, 400), hand_turn=180, hand_size=0.9)


def _one_hand(pen: "Pen") -> None:
    body = Body(outlines.MIDDLE, outlines.TOP_SURGERY, skin=DEEP)
    near = pen.at(pen.place.x, pen.place.y + 76, PERSON)
    bodies.posed(near, body, ON_CHEST, HANGING, bottom=440)
    bodies.trousers(near, body.trunk)
    bodies.head(near, DEEP)
    for side, breast in bodies.sides(body):
        half = bodies.side_pen(near, side)
        bodies.draw_breast(half, breast, DEEP)
        half.line(geometry.curve((146, 92), (149, 130), (146, 172)), DEEP.inner)
    bodies.arm_in_front(bodies.side_pen(near, "left"), body, HANGING)
    bodies.arm_in_front(bodies.side_pen(near, "right"), body, ON_CHEST)


def _lying(pen: "Pen") -> None:
    x, y = pen.place.x, pen.place.y
    pen.box((x - 66, y - 10, 132, 240), LIGHT.info_soft, TISSUE.cloth_line, LINES.fine, 10)
    near = pen.at(x, y + 78, PERSON)
    near.shape(pillow(0, -224, 200, 120), LIGHT.raised, TISSUE.cloth_line)
    body = Body(outlines.NARROW, outlines.FLAT, skin=FAIR)
    bodies.posed(near, body, ON_CHEST, ON_CHEST, bottom=450)
    bodies.trousers(near, body.trunk)
    bodies.head(near, FAIR)
    for side, breast in bodies.sides(body):
        bodies.draw_breast(bodies.side_pen(near, side), breast, FAIR)
    for side in ("left", "right"):
        bodies.arm_in_front(bodies.side_pen(near, side), body, ON_CHEST)


def _clothed(pen: "Pen") -> None:
    body = Body(outlines.FULL, outlines.LARGE, skin=BROWN)
    near = pen.at(pen.place.x, pen.place.y + 76, PERSON)
    bodies.trousers(near, outlines.MIDDLE)
    bodies.posed(near, body, ON_BREAST, ON_BREAST, bottom=470, shirt=SHIRT)
    bodies.head(near, BROWN)
    for side, breast in bodies.sides(body):
        bodies.side_pen(near, side).line(geometry.Curve(breast.contour.knots[2:-1]), TISSUE.cloth_line, LINES.fine)
    for side in ("right", "left"):
        bodies.arm_in_front(bodies.side_pen(near, side), body, ON_BREAST, SHIRT)


# --- F21 --------------------------------------------------------------------------------------------


@drawing("F21", 764)
def draw_f21(sheet: "Sheet") -> None:
    """Decide before you touch a breast that makes milk: four questions, the first yes decides."""
    sheet.text(16, 36, "From the top. The first yes decides. Not sure counts as yes.", BODY, bold=True)
    rows: tuple[tuple[Kind, str, str, str], ...] = (
        (
            "stop",
            f"{temperature(LIMIT_FEVER)} or\nmore, shivering, very ill? Or\n"
            f"above {temperature(LIMIT_ILL)}\nand unwell? After a birth or\na loss: heavy bleeding,\n"
            "fainting, bad headache,\nchanged sight, bad belly\nor rib pain? Chest pain?",
            "No massage. Get help",
            "Fainting, chest pain, hard to breathe,\nor blood that pours: call the emergency\n"
            "number now. Cancer treatment or low\nimmunity: its 24-hour line or your clinic\n"
            "now. Fever, shivering or bad belly pain\nwithin six weeks of a birth or a loss:\n"
            "hospital now. Pregnant and feverish or\nshivering, or bleeding, a bad headache,\n"
            "changed sight or rib pain: maternity unit\nnow; after a loss, your clinic's line.\n"
            "Very ill, or shaking you cannot stop:\nhelp now. Else midwife or doctor today.",
        ),
        (
            "wait",
            "An area that is hot, very\nsore, redder or darker,\nor has blisters?",
            "No massage here",
            "Cool pack in a cloth. Feed when baby\nasks. Call your midwife or doctor:\n"
            "worse, at once; not clearly better\nin 24 hours, that day.\n"
            "Today: growing, full of fluid, come back,\ndiabetes, or no better after 48 hours\n"
            "of antibiotics. A third or more: within\ntwo days. Spreads in hours, turns dark,\n"
            "or far more pain than it looks:\n"
            "emergency number now. Blisters: call\ntoday, and do not feed there.",
        ),
        (
            "wait",
            "A lump for about a week,\nor one that does not\nshrink after feeds?",
            "Show it, no massage",
            "Contact your family doctor today or\nthe next working day. Feed as usual.",
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


def _branch(sheet: "Sheet", top: float, high: float, kind: Kind, question: str) -> None:
    lines = question.count("\n") + 1
    sheet.box((14, top, 226, high), LIGHT.raised, LIGHT.line, LINES.body)
    sheet.text(127, top + high / 2 + 5 - (lines - 1) * 9.2, question, BODY, align="center")
    sheet.arrow([Point(240, top + high / 2), Point(306, top + high / 2)], COLOURS[kind][0], LINES.taught, head=11)
    sheet.text(270, top + high / 2 - 9, "yes", SMALL, COLOURS[kind][0], "center", bold=True)
    sheet.arrow([Point(127, top + high), Point(127, top + high + 22)], LIGHT.muted, LINES.body)
    sheet.text(138, top + high + 15, "no", SMALL, LIGHT.muted)
