"""A latch from the side: how it starts, how it grows, how it looks when it is good, and when it is not.

Millimetres about the nipple, ``y`` downwards; the baby looks to the left. One head serves all pictures: its jaw turns
about a hinge below the ear, and the lips turn out when the mouth is wide.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Curve, Ellipse, Knot, Place, Point, Polyline, curve, joined, loop
from course_helpers.design_tokens import LIGHT, LINES, SKIN_TONES, STAGE_TONES, TISSUE
from course_helpers.figures import outlines
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import Kind, icon, label
from course_helpers.figures.style import BODY, DASH, SMALL

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen

MOTHER, BABY = SKIN_TONES[1], STAGE_TONES[2]
SCALE = 0.8
"""Pixels a millimetre."""
TILE = (302.0, 208.0)


# --- the breast ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Breast:
    """A breast from the side, with the chest above it and the belly below."""

    above: tuple[Knot, ...]
    """From the shoulder to the nipple's base."""
    nipple: tuple[Knot, ...]
    below: tuple[Knot, ...]
    """From the nipple's base round to the belly."""
    areola: Curve


CHEST = ((-196, -190), (-160, -140), (-112, -92), (-62, -52))
BELLY = ((-104, 104), (-140, 98), (-150, 112), (-146, 160), (-150, 230))
FREE = Breast(
    (*CHEST, (-32, -27), (-14, -9)),
    ((-14, -9), (-6, -8), (1, -6), (4, 0), (1, 6), (-6, 8), (-15, 10)),
    ((-15, 10), (-18, 34), (-34, 70), (-64, 94), *BELLY),
    loop((-38, -32), (-24, -19), (-14, -9), (-14, 0), (-15, 10), (-17, 28), (-25, 52), (-40, 30), (-47, -2)),
)
DRAWN_IN = Breast(
    (*CHEST, (-32, -27), (0, -5), (34, 14)),
    ((34, 14), (40, 24), (36, 36)),
    (
        (36, 36),
        (30, 56),
        (10, 82),
        (-26, 104),
        (-70, 116),
        (-112, 116),
        (-142, 106),
        (-152, 118),
        (-148, 160),
        (-150, 230),
    ),
    loop((-50, -42), (-24, -22), (10, 0), (36, 14), (36, 36), (16, 40), (-2, 41), (-28, 33), (-48, 12), (-57, -16)),
)
"""As far as it lies in the mouth it is longer and thinner; nobody sees that part."""


def outline(shape: Breast) -> Curve:
    """The edge of the breast with its body."""
    return joined([(-230, -210), *shape.above], shape.nipple, shape.below, [(-230, 230)])


def breast(pen: "Pen", shape: Breast) -> None:
    """The breast with its body; the darker ring keeps inside the skin."""
    pen.shape(outline(shape), MOTHER.fill)
    pen.shape(shape.areola, MOTHER.areola)
    pen.shape(joined(shape.nipple), MOTHER.areola)
    for part in (shape.above, shape.nipple, shape.below):
        pen.line(Curve(part), MOTHER.line)


WIDE_OPEN = 20.0
"""From here on one looks into the mouth, in degrees."""

# --- the baby -----------------------------------------------------------------------------------------

HINGE = Point(54, -16)
"""Where the jaw turns."""
UPPER: tuple[Knot, ...] = (
    (-5, -3), (-5, -7), (-1, -11), (-3, -13), (-8, -13), (-12, -17), (-10, -22), (-4, -27), (-3, -35), (-9, -48),
    (-12, -66), (-6, -90), (12, -112), (40, -124), (72, -125), (102, -110), (120, -82), (122, -52), (112, -26),
    (102, -8),
)  # fmt: skip
"""From the upper lip over the nose, the brow and the crown to the nape."""
LOWER: tuple[tuple[float, float, float], ...] = (
    (-4, 3, 1.0), (-4, 7, 1.0), (1, 10, 1.0), (-1, 15, 1.0), (2, 21, 1.0), (12, 26, 1.0), (28, 30, 0.9),
    (48, 36, 0.6), (66, 46, 0.2),
)  # fmt: skip
"""From the lower lip over the chin to the throat, and how much each place goes with the jaw."""


def _turned(x: float, y: float, degrees: float) -> Point:
    """A place of the lower jaw when the mouth is open by so much."""
    c, s = math.cos(math.radians(-degrees)), math.sin(math.radians(-degrees))
    dx, dy = x - HINGE.x, y - HINGE.y
    return Point(HINGE.x + dx * c - dy * s, HINGE.y + dx * s + dy * c)


@dataclass(frozen=True)
class Head:
    """A head from the side.

    Attributes:
        gape: how far the mouth is open, in degrees.
        corner: the corner of the mouth.
        lips_out: whether the lips are turned out.
        full_cheek: whether the cheek is full; else it is drawn in.
    """

    gape: float
    corner: Point
    lips_out: bool = False
    full_cheek: bool = True

    @property
    def lower(self) -> list[Point]:
        """From the lower lip to the throat."""
        return [_turned(x, y, self.gape * share) for x, y, share in LOWER]

    @property
    def lips(self) -> tuple[Point, Point]:
        """The edges of the upper and of the lower lip."""
        return Point(-5, -3), self.lower[0]

    @property
    def chin(self) -> Point:
        """The foremost place of the chin."""
        return self.lower[3]

    @property
    def nose(self) -> Point:
        """The tip of the nose."""
        return Point(-14, -19)


def baby(pen: "Pen", head: Head) -> None:
    """The head, with its upper lip near the origin."""
    low = head.lower
    inside = [(2, -1), head.corner, ((low[0].x + head.corner.x) / 2, (low[0].y + head.corner.y) / 2 + 1)]
    mouth = [head.lips[0], *inside, low[0]] if head.gape else [head.lips[0], head.corner, low[0]]
    face = joined(UPPER, [UPPER[-1], (100, 10), (104, 40), low[-1]], low[::-1], mouth[::-1])
    pen.shape(face, BABY.fill)
    if head.gape > WIDE_OPEN and not head.lips_out:
        pen.shape(joined(mouth, [mouth[-1], mouth[0]]), BABY.change_deep)
        pen.shape(_tongue(low[0], head.corner), TISSUE.gland)
    for run in ((*UPPER, (100, 10), (104, 36)), low, mouth):
        pen.line(curve(*run), BABY.line)
    _lips(pen, head)
    _features(pen, head)


def _tongue(lip: Point, corner: Point) -> Curve:
    """The tongue of a wide mouth: it lies on the lower jaw, from behind the lip to the corner."""

    def at(share: float, up: float) -> Point:
        dx, dy = corner.x - lip.x, corner.y - lip.y
        far = math.hypot(dx, dy)
        return Point(lip.x + share * dx + up * dy / far, lip.y + share * dy - up * dx / far)

    return loop(at(0.12, 1), at(0.2, 6), at(0.5, 9), at(0.8, 5), at(0.94, 1), at(0.5, 0))


def _lips(pen: "Pen", head: Head) -> None:
    """Both lips, on the edge of the face: turned out, they lie on the breast."""
    top, low = head.lips
    way = math.degrees(math.atan2(low.y - top.y, low.x - top.x))
    if head.lips_out:
        pen.shape(Ellipse(Point(top.x + 5, top.y), 10, 5.6, way - 62), BABY.areola, BABY.line, LINES.fine)
        pen.shape(Ellipse(Point(low.x + 6, low.y + 1), 10, 5.6, way - 122), BABY.areola, BABY.line, LINES.fine)
    elif head.gape > WIDE_OPEN:
        pen.shape(Ellipse(Point(top.x + 4, top.y - 1), 9, 4.6, 20), BABY.areola, BABY.line, LINES.fine)
        edge = math.degrees(math.atan2(head.corner.y - low.y, head.corner.x - low.x))
        pen.shape(Ellipse(Point(low.x + 4, low.y + 1), 7.5, 4.2, edge), BABY.areola, BABY.line, LINES.fine)
    else:
        pen.shape(loop((-6, -7), (-3, -2), (4, -1), (2, -6)), BABY.areola)
        pen.shape(loop((low.x, low.y), (low.x, low.y + 4), (low.x + 6, low.y + 2), (low.x + 7, low.y - 2)), BABY.areola)


def _features(pen: "Pen", head: Head) -> None:
    """Eye, brow, nostril, cheek, ear and hair: few lines."""
    pen.line(curve((10, -36), (16, -32), (25, -34)), BABY.line, LINES.body)
    pen.line(curve((6, -48), (14, -52), (25, -49)), BABY.line, LINES.fine)
    pen.line(curve((-7, -17), (-3, -19), (-3, -15)), BABY.line, LINES.fine)
    full = ((26, -22), (40, -14), (45, 2), (38, 17))
    hollow = ((30, -18), (22, -6), (30, 8))
    pen.line(curve(*(full if head.full_cheek else hollow)), BABY.line, LINES.fine)
    hair = joined(
        [(-2, -97), (12, -112), (40, -124), (72, -125), (102, -110), (120, -82), (122, -52), (112, -26), (106, -14)],
        [(106, -14), (98, -40), (88, -62), (66, -84), (34, -96), (-2, -97)],
    )
    pen.shape(hair, BABY.inner, BABY.line, LINES.fine)
    pen.shape(Ellipse(Point(70, -34), 11, 17, 14), BABY.fill, BABY.line, LINES.fine)
    pen.line(curve((74, -43), (66, -38), (71, -28)), BABY.line, LINES.fine)


def body(pen: "Pen", shoulder: Point, hip: Point) -> None:
    """The child's body in a sleepsuit, in line with its head."""
    middle = ((shoulder.x + hip.x) / 2 + 4, (shoulder.y + hip.y) / 2)
    trunk = outlines.limb((*shoulder, 42), (*middle, 58), (*hip, 64))
    pen.shape(trunk, TISSUE.cloth, TISSUE.cloth_line)


def arm(pen: "Pen", *path: tuple[float, float]) -> None:
    """The child's near arm, in a sleeve, with a small hand."""
    widths = (20.0, 17.0, 13.0)
    sleeve = outlines.limb(*((x, y, half) for (x, y), half in zip(path, widths, strict=True)))
    x, y = path[-1]
    pen.shape(Ellipse(Point(x - 12, y - 4), 15, 10, 20), BABY.fill, BABY.line)
    for dy in (-4, 1):
        pen.line([Point(x - 25, y + dy - 3), Point(x - 17, y + dy)], BABY.line, LINES.fine)
    pen.shape(sleeve, TISSUE.cloth, TISSUE.cloth_line)


def supporting(pen: "Pen", at: Point) -> None:
    """The grown-up's forearm, whose hand lies behind the child's shoulders; the head stays free."""
    pen.shape(
        outlines.limb((at.x + 120, at.y + 70, 40), (at.x + 40, at.y + 24, 33), (at.x - 40, at.y - 20, 28)),
        MOTHER.fill,
        MOTHER.line,
    )


@dataclass(frozen=True)
class Scene:
    """Where all parts of a picture are: pixels of the picture for the nipple, millimetres from there for the rest."""

    nipple: tuple[float, float]
    breast: Breast
    head: Head
    mouth: tuple[float, float]
    back: float
    """How far the head is tipped back, in degrees."""
    shoulder: Point
    hip: Point
    arm: tuple[tuple[float, float], tuple[float, float], tuple[float, float]]

    @property
    def skin(self) -> Place:
        """Of the grown-up, on the picture."""
        return Place(*self.nipple, SCALE)

    @property
    def face(self) -> Place:
        """Of the child's head, on the picture."""
        spot = self.skin.to_canvas(self.mouth)
        return Place(spot.x, spot.y, SCALE, self.back)


START = Scene(
    (128, 100), FREE, Head(0, Point(10, 0)), (38, 19), 2,
    Point(116, 92), Point(88, 240), ((104, 108), (66, 128), (30, 114)),
)  # fmt: skip
WIDE = Scene(
    (128, 96), FREE, Head(36, Point(30, 6)), (14, -4), 22,
    Point(92, 100), Point(60, 240), ((84, 118), (44, 140), (4, 128)),
)  # fmt: skip
GOOD = Scene(
    (122, 100), DRAWN_IN, Head(34, Point(24, 8), lips_out=True), (0, -4), 22,
    Point(88, 98), Point(46, 240), ((76, 116), (30, 142), (-14, 132)),
)  # fmt: skip
SHALLOW = Scene(
    (128, 124), FREE, Head(12, Point(10, 3), full_cheek=False), (-6, -5), -10,
    Point(92, 60), Point(176, 240), ((98, 84), (110, 118), (84, 142)),
)  # fmt: skip
SCENES = (START, WIDE, GOOD, SHALLOW)
ABOVE_LIP, BELOW_LIP = (-19, -10), (-6, 56)
"""Places on the breast of ``GOOD``: dark skin above the upper lip, and what shows below the lower one."""


# --- the pictures -------------------------------------------------------------------------------------


STEP = (310.0, 288.0)
"""How far the pictures lie apart, across and down, in pixels."""


def panel_of_f15(number: int) -> tuple[float, float]:
    """The left upper corner of a picture in F15 as it is when it is not narrow, in pixels; they are counted from 0."""
    return 14 + (number % 2) * STEP[0], 14 + (number // 2) * STEP[1]


@drawing("F15", 588, 1164)
def draw_f15(canvas: "Canvas") -> None:
    """Four pictures of a latch."""
    pictures: tuple[tuple[str, str, Callable[[Pen], None], Kind | None], ...] = (
        ("Nose level with the nipple", "Body close and in line.\nHead free to tip back.", _same_height, None),
        ("Wait for a wide mouth", "Chin comes first. Bring baby to you.", _wide_mouth, None),
        ("A good latch", "Chin in, nose free, full cheeks,\nno pain that lasts.", _good_signs, "go"),
        ("Not yet", "Or pain that lasts: slip in a clean finger,\ntake off, start again.", _shallow_signs, "wait"),
    )
    for number, (heading, words, told, kind) in enumerate(pictures):
        left, top = canvas.cell(number, 2, TILE[0], STEP)
        box = (left, top, *TILE)
        canvas.box(box, LIGHT.raised, None)
        pen = canvas.at(left, top, clip=box, within=f"picture {number + 1}")
        show(pen, SCENES[number])
        told(pen)
        canvas.box(box, None, LIGHT.line)
        if kind:
            icon(canvas, kind, left + TILE[0] - 24, top + 24)
        canvas.badge(left + 11, top + TILE[1] + 22, str(number + 1))
        canvas.text(left + 28, top + TILE[1] + 27, heading, BODY, bold=True)
        canvas.text(left + 1, top + TILE[1] + 49, words, SMALL)


def show(pen: "Pen", scene: Scene) -> None:
    """A picture without its words."""
    x, y = pen.place.x, pen.place.y
    skin, face = scene.skin, scene.face
    near = pen.at(x + skin.x, y + skin.y, SCALE)
    breast(near, scene.breast)
    supporting(near, Point(scene.shoulder.x + 74, scene.shoulder.y + 66))
    _neck(pen, face.to_canvas((74, 26)), skin.to_canvas((scene.shoulder.x + 6, scene.shoulder.y)))
    baby(pen.at(x + face.x, y + face.y, SCALE, turn=face.turn), scene.head)
    body(near, scene.shoulder, scene.hip)
    arm(near, *scene.arm)


def _neck(pen: "Pen", head: Point, shoulder: Point) -> None:
    """From the child's head into its shoulders; pixels of the picture."""
    x, y, half = pen.place.x, pen.place.y, 30 * SCALE
    middle = ((head.x + shoulder.x) / 2, (head.y + shoulder.y) / 2, half)
    neck = outlines.limb((head.x, head.y, half), middle, (shoulder.x, shoulder.y, half))
    pen.at(x, y).shape(neck, BABY.fill, BABY.line)


def _named(pen: "Pen", words: str, at: tuple[float, float], target: Point) -> None:
    """Words on a picture, right-aligned, with a line to what they name; pixels of the picture."""
    x, y = pen.place.x, pen.place.y
    label(pen, words, (x + at[0], y + at[1]), (x + target.x, y + target.y), "right", plate=True)


POINTED = 18.0
"""Half as wide as a place that is pointed at, in pixels."""


def skin_of(scene: Scene) -> Polyline:
    """The breast with its body, in pixels of the picture."""
    return tuple(scene.skin.line_to_canvas(outline(scene.breast).points()))


def _same_height(pen: "Pen") -> None:
    nose = START.face.to_canvas(START.head.nose)
    x, y = pen.place.x, pen.place.y + nose.y
    level = [Point(x + 86, y), Point(x + nose.x, y)]
    pen.at(0, 0).line(level, LIGHT.raised, LINES.taught + 2.6)
    pen.at(0, 0).line(level, LIGHT.primary, LINES.taught, DASH)
    pen.name("nose", Ellipse(nose, POINTED, POINTED))
    pen.name("breast above the nipple", skin_of(START), Ellipse(START.skin.to_canvas((-80, -19)), POINTED, POINTED))
    _named(pen, "same\nheight", (106, 22), Point(143, nose.y - 2))


def _wide_mouth(pen: "Pen") -> None:
    _named(pen, "wide", (138, 160), WIDE.face.to_canvas((12, 12)))


def _good_signs(pen: "Pen") -> None:
    _named(pen, "nose free", (104, 20), GOOD.face.to_canvas((-15, -16)))
    _named(pen, "chin in", (66, 150), GOOD.face.to_canvas(GOOD.head.chin))
    _named(pen, "more dark\nskin above", (76, 100), GOOD.skin.to_canvas((-34, -2)))
    for words, place in (("skin above the lip", ABOVE_LIP), ("skin below the lip", BELOW_LIP)):
        pen.name(words, skin_of(GOOD), Ellipse(GOOD.skin.to_canvas(place), POINTED, POINTED))


def _shallow_signs(pen: "Pen") -> None:
    _named(pen, "only the\nnipple", (76, 112), SHALLOW.skin.to_canvas((-6, 0)))
    _named(pen, "chin away", (80, 166), SHALLOW.face.to_canvas(SHALLOW.head.chin))
