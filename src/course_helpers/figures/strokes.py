"""Drawings of the routines: quiet strokes, strokes around milk, latch, other ways, the milk decision."""

import math
from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from course_helpers.body import geometry
from course_helpers.body.geometry import Ellipse, Point, joined
from course_helpers.body.movements import Movement, hands
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, SHIRT, SKIN_TONES, TISSUE, SkinTone
from course_helpers.figures import bodies, outlines
from course_helpers.figures.anatomy import mirror_note, note
from course_helpers.figures.bodies import Arm, Body
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import going_round, label, pressure, round_of, seen_round, turning, way
from course_helpers.figures.safety import chair, sitting
from course_helpers.figures.self_exam import pillow
from course_helpers.figures.style import BODY, DASH, HEAD, SMALL

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen

FAIR, BROWN, DEEP = SKIN_TONES


# --- F13 --------------------------------------------------------------------------------------------

ON_BREAST = Arm(elbow=(226, 240), wrist=(168, 262), hand_turn=-42, hand_size=0.9)
ON_CHEST = Arm(elbow=(218, 250), wrist=(136, 200), hand_turn=-44, hand_size=0.9)


@drawing("F13", 478, 1372)
def draw_f13(canvas: "Canvas") -> None:
    """The quiet routine in six pictures."""
    panels: tuple[tuple[str, str, str, Callable[[Pen], None]], ...] = (
        ("Sit and breathe", "Shoulders down.", "no touch", _sit),
        ("Circle, clockwise", "Flat hands, not on the nipple.", "pressure 1", _hands("palm-circle")),
        ("Circle the other way", "Neither way is better.", "pressure 1", _hands("palm-circle-back")),
        ("Rest on the nipples", "Only if you choose.", "pressure 0", _hands("palm-on-nipple")),
        ("Circle on the nipples", "Only if you choose.", "pressure 1", _hands("palm-circle-on-nipple")),
        ("Rest on the chest", "Close your eyes, or look down.", "pressure 0", _hands("palm-on-chest")),
    )
    for number, (heading, words, weight, ink) in enumerate(panels):
        left, top = canvas.cell(number, 3, 198, (207, 218))
        box = (left, top, 198.0, 156.0)
        canvas.box(box, LIGHT.raised, None)
        ink(canvas.at(left + 99, top, clip=box, within=f"panel {number + 1}"))
        canvas.box(box, None, LIGHT.line)
        pressure(canvas, left + 192, top + 6, weight)
        canvas.badge(left + 11, top + 176, str(number + 1))
        canvas.text(left + 28, top + 181, heading, BODY, bold=True)
        canvas.text(left + 1, top + 203, words, SMALL)
    words = "Mirror view: your left is on the left. Clockwise is as you see it here."
    note(canvas, canvas.height - (31 if canvas.narrow else 15), words)


def _sit(pen: "Pen") -> None:
    near = pen.at(pen.place.x - 16, pen.place.y + 58, 0.156)
    chair(near)
    sitting(near, Body(outlines.NARROW, outlines.SMALL))


def _hands(movement: Movement) -> "Callable[[Pen], None]":
    """Both hands where a movement begins, as the player draws them, and which way they go round."""

    def ink(pen: "Pen") -> None:
        near, body, moving = pen.at(pen.place.x - 13, pen.place.y + 45, 0.31), Body(), hands(movement)
        bodies.chest(near, body, nipples=not bodies.folded(moving), at_work=bodies.SIDES)
        wide = [shown for hand in moving if (shown := bodies.wide_round(hand, alone=False))]
        for round_it in wide:
            going_round(near, round_it.around, round_it.start, round_it.far, head=10)
        of = None if bodies.folded(moving) else body
        drawn_hands = [bodies.working(near, NEUTRAL, hand, alone=False, of=of) for hand in moving]
        pen.at(0, 0).name("hands", list(chain(*drawn_hands)))
        for hand in moving:
            if not wide and (found := round_of(hand.strokes[0])) is not None:
                turning(near, seen_round(found[0]), clockwise=found[1], head=10)

    return ink


# --- F14 --------------------------------------------------------------------------------------------


PANEL, PANEL_STEP = (302.0, 172.0), (310.0, 250.0)
"""Size of a picture in F14, and how far they lie apart, in pixels."""


def panel_of_f14(number: int) -> tuple[float, float, float, float]:
    """Left, top, width and height of a picture in F14, in pixels; they are counted from 0."""
    return 14 + (number % 2) * PANEL_STEP[0], 14 + (number // 2) * PANEL_STEP[1], *PANEL


@drawing("F14", 540, 1040)
def draw_f14(canvas: "Canvas") -> None:
    """Light strokes around milk, and the hold for expressing."""
    panels: tuple[tuple[str, str, str, Callable[[Pen], None]], ...] = (
        (
            "Before a feed: small circles",
            "From the edge up to the darker ring, all\nround. Optional. Baby never waits.",
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
            "Press back, let go, in a rhythm. Do not\nsqueeze, pull or slide. It must not hurt.",
            "gentle",
            _c_hold,
        ),
    )
    for number, (heading, words, weight, ink) in enumerate(panels):
        left, top = canvas.cell(number, 2, PANEL[0], PANEL_STEP)
        box = (left, top, *PANEL)
        canvas.box(box, LIGHT.raised, None)
        ink(canvas.at(left, top, clip=box, within=f"panel {number + 1}"))
        canvas.box(box, None, LIGHT.line)
        pressure(canvas, left + 296, top + 6, weight, HEAD)
        canvas.badge(left + 11, top + 193, str(number + 1))
        canvas.text(left + 28, top + 198, heading, BODY, bold=True)
        canvas.text(left + 1, top + 219, words, SMALL)
    mirror_note(canvas, canvas.height - 13)


MILK = Body(outlines.FULL, outlines.LARGE)


def _close(pen: "Pen", skin: SkinTone, x: float = 70, y: float = 172, scale: float = 0.6) -> "Pen":
    near = pen.at(pen.place.x + 140 - x * scale, pen.place.y + 86 - y * scale, scale)
    bodies.chest(near, MILK.in_skin(skin), at_work=("left",), only="right")
    return near


def _to_nipple(pen: "Pen") -> None:
    near = _close(pen, FAIR, 82, 200, 0.66)
    bodies.reaching(near, FAIR, Point(38, 92))
    mound, breast = Ellipse(Point(96, 206), 70, 84), outlines.LARGE
    for degrees in (245, 335, 65, 155):
        way_of_circles(near, to_the_ring(mound.at(degrees), breast.nipple, breast.areola[0]), FAIR)


BEFORE_RING = 8.0
"""An arrow to the nipple ends so many millimetres before the darker ring, where the tips of the fingers end."""


def to_the_ring(start: Point, nipple: Point, ring: float) -> tuple[Point, Point]:
    """The way of fingertips towards a nipple, up to the darker ring of this radius."""
    far = geometry.distance(start, nipple)
    return start, geometry.along((start, nipple), 1 - (ring + BEFORE_RING) / far)


COIL, COILS, COILS_APART = 4.8, 3, 10.5
"""Small circles on their way: their radius, how many there are, and how far apart at least, in pixels."""
COIL_ENDS = 12.0
"""So long, in pixels, is the straight end of such a way, which carries the arrow."""


def way_of_circles(pen: "Pen", ends: tuple[Point, Point], skin: SkinTone) -> None:
    """A way on which small circles are made, one after the other: a loose coil that ends in an arrow.

    A way that is too short for it begins further out, on the chest wall.
    """
    begin, end = (pen.place.to_canvas(spot) for spot in ends)
    far = geometry.distance(begin, end)
    out = max(COIL_ENDS + COILS * COILS_APART, far)
    across, down = (begin.x - end.x) / far, (begin.y - end.y) / far
    back = math.atan2(down, across)
    coil = []
    for number in range(24 * COILS + 1):
        left = out - number / (24 * COILS) * (out - COIL_ENDS)
        angle = back + math.tau * number / 24
        x, y = COIL * math.cos(angle), COIL * math.sin(angle)
        coil.append(Point(end.x + left * across + x, end.y + left * down + y))
    way(pen.at(0, 0), [*coil, end], skin, LINES.body)


def open_spiral(middle: Point) -> geometry.Polyline:
    """A light spiral over a firm area, as wide as its arrow needs to be seen."""
    return geometry.spiral(middle, 30, 1.5, inner=7)


def _firm_spiral(pen: "Pen") -> None:
    near = _close(pen, BROWN)
    spot = Point(116, 160)
    firm = Ellipse(spot, 35, 33)
    near.shape(firm, BROWN.shade, BROWN.inner, LINES.body, DASH)
    near.name("firm area", firm)
    bodies.reaching(near, BROWN, Point(74, 142))
    way(near, open_spiral(spot), BROWN, head=10)
    label(pen, "firm\narea", (pen.place.x + 240, pen.place.y + 114), near.place.to_canvas((142, 182)), size=HEAD)


def _sweeps(pen: "Pen") -> None:
    near = _close(pen, DEEP, 80, 132, 0.52)
    for path in (
        geometry.sweep(Point(126, 190), (146, 160), (160, 110), (164, 66)),
        geometry.sweep(Point(84, 178), (92, 130), (108, 80), (118, 22)),
        geometry.sweep(Point(66, 196), (52, 140), (58, 80), (76, 16)),
    ):
        way(near, path, DEEP, dash=DASH)
    bodies.reaching(near, DEEP, Point(72, 132))


FROM_FRONT, FROM_SIDE = 132.0, 140.0
"""In the last picture of F14, in pixels: where the view from the front ends, and where that from the side begins."""


def _c_hold(pen: "Pen") -> None:
    """The hold from the front: thumb above, fingers below, a wide C; and from the side which way they press."""
    x, y = pen.place.x, pen.place.y
    body, scale, nipple = MILK.in_skin(BROWN), 0.62, outlines.LARGE.nipple
    near = pen.at(x + 52 - nipple.x * scale, y + 112 - nipple.y * scale, scale, clip=(x, y, FROM_FRONT, PANEL[1]))
    bodies.chest(near, body, at_work=("right",), only="right")
    bodies.holding(near, BROWN, nipple, -16)
    bodies.draw_nipple(near, nipple, BROWN, outlines.LARGE.areola, outlines.LARGE.nipple_size)
    near.name("nipple", Ellipse(nipple, outlines.LARGE.nipple_size, outlines.LARGE.nipple_size))
    _hold_distance(pen, near.place.to_canvas((80, 187)), near.place.to_canvas((80, 215)))
    beside = (x + FROM_SIDE, y, PANEL[0] - FROM_SIDE, PANEL[1])
    _press_back(pen.at(x + FROM_SIDE, y, clip=beside))
    flat = pen.at(0, 0)
    flat.box((x + FROM_FRONT, y - 1, FROM_SIDE - FROM_FRONT, PANEL[1] + 2), LIGHT.panel, None, radius=0)
    for box in ((x, y, FROM_FRONT, PANEL[1]), beside):
        flat.box(box, None, LIGHT.line)


def _hold_distance(pen: "Pen", thumb: Point, nipple: Point) -> None:
    """How far behind the base of the nipple the thumb lies."""
    flat = pen.at(0, 0)
    x, y = pen.place.x + 6, pen.place.y + 6
    flat.box((x, y, 126, 42), LIGHT.raised, None, radius=6)
    flat.text(x + 6, y + 17, "2 to 3 cm back\nfrom nipple base", SMALL)
    marks = [[Point(end.x - 5, end.y), Point(end.x + 13, end.y)] for end in (thumb, nipple)]
    for colour, width in ((LIGHT.raised, LINES.body + 2.6), (LIGHT.ink, LINES.body)):
        for mark in (*marks, [thumb, nipple]):
            flat.line(mark, colour, width)
    flat.line([Point(thumb.x, y + 42), Point(thumb.x, thumb.y - 3)], LIGHT.ink, LINES.fine)


def _press_back(pen: "Pen") -> None:
    """The hold in a section: thumb and fingers first press back to the ribs, then come together."""
    for top in (14, 62, 110, 158):
        pen.shape(Ellipse(Point(9, top), 6, 17), TISSUE.rib, LIGHT.line)
    pen.shape([Point(17, -4), Point(31, -4), Point(31, 180), Point(17, 180), Point(17, -4)], TISSUE.muscle, LIGHT.line)
    skin = joined(
        [(31, 10), (58, 28), (86, 48), (106, 72), (114, 86), (127, 89), (132, 95), (127, 101), (114, 104), (108, 120),
         (92, 140), (62, 154), (31, 160)],
        [(31, 160), (31, 10)],
    )  # fmt: skip
    pen.shape(skin, TISSUE.fat, LIGHT.line, LINES.taught)
    for words, pad, beside in (("thumb", THUMB, (114, 78)), ("fingers", FINGERS, (111, 124))):
        up = 1 if pad is THUMB else -1
        x, y = pad.centre
        pen.shape(outlines.limb((176, y - 3 * up, 12), (136, y - 4 * up, 11), (x, y, 9.5)), BROWN.fill, BROWN.line)
        pen.shape(Ellipse(Point(x - 1, y - 7 * up), 6, 2.4, -14 * up), BROWN.fill, BROWN.line, LINES.fine)
        pen.text(*beside, words, SMALL)
        press = pressed_back(pad)
        pen.arrow(press, LIGHT.primary, LINES.taught, head=11)
        back = [Point(spot.x + 4, spot.y + 13 * up) for spot in (press[1], press[0])]
        pen.arrow(back, LIGHT.muted, LINES.body, head=8)
    pen.text(37, 92, "to the ribs,\nthen let go", SMALL)


THUMB, FINGERS = Ellipse(Point(103, 52), 9.5, 9.5), Ellipse(Point(106, 139), 9.5, 9.5)
"""The tips that lie on the skin in that section, in its pixels."""


def pressed_back(pad: Ellipse) -> list[Point]:
    """The way of a thumb or of fingers that press: straight back to the ribs, neither to the nipple nor together."""
    level = pad.centre.y + (7 if pad is THUMB else -7)
    return [Point(pad.centre.x - 10, level), Point(pad.centre.x - 48, level)]


# --- F19 --------------------------------------------------------------------------------------------


@drawing("F19", 278, 550)
def draw_f19(canvas: "Canvas") -> None:
    """Other ways: wheelchair, one hand, lying, over clothing."""
    panels = (
        ("In a chair or\nwheelchair", _wheelchair),
        ("With one hand", _one_hand),
        ("Lying down", _lying),
        ("Over clothing", _clothed),
    )
    for number, (words, ink) in enumerate(panels):
        left, top = canvas.cell(number, 4, 144, (156, 272))
        box = (left, top, 144.0, 204.0)
        canvas.box(box, LIGHT.raised, None)
        ink(canvas.at(left + 72, top, clip=box))
        canvas.box(box, None, LIGHT.line)
        canvas.text(left + 72, top + 227, words, BODY, align="center", bold=True)


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
    sitting(near, Body(outlines.FULL, outlines.OLDER, skin=BROWN, hair="bun", grey=True), ON_CHEST)


HANGING = Arm(elbow=(208, 232), wrist=(206, 400), hand_turn=180, hand_size=0.9)


def _one_hand(pen: "Pen") -> None:
    body = Body(outlines.MIDDLE, outlines.TOP_SURGERY, skin=DEEP, hair="curls")
    near = pen.at(pen.place.x, pen.place.y + 76, PERSON)
    bodies.posed(near, body, ON_CHEST, HANGING, bottom=440)
    bodies.trousers(near, body.trunk)
    bodies.head(near, body)
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
    bodies.head(near, body)
    for side, breast in bodies.sides(body):
        bodies.draw_breast(bodies.side_pen(near, side), breast, FAIR)
    for side in ("left", "right"):
        bodies.arm_in_front(bodies.side_pen(near, side), body, ON_CHEST)


def _clothed(pen: "Pen") -> None:
    body = Body(outlines.FULL, outlines.LARGE, skin=BROWN, hair="scarf")
    near = pen.at(pen.place.x, pen.place.y + 76, PERSON)
    bodies.trousers(near, outlines.MIDDLE)
    bodies.posed(near, body, ON_BREAST, ON_BREAST, bottom=470, shirt=SHIRT)
    bodies.head(near, body)
    for side, breast in bodies.sides(body):
        bodies.side_pen(near, side).line(geometry.Curve(breast.contour.knots[2:-1]), TISSUE.cloth_line, LINES.fine)
    for side in ("right", "left"):
        bodies.arm_in_front(bodies.side_pen(near, side), body, ON_BREAST, SHIRT)
