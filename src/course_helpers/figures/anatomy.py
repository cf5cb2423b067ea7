"""Drawings of what lies under the skin: a section, the quarters and nodes, the paths of lymph."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course_helpers.body.geometry import TAIL, Ellipse, Point, bounds, curve, joined
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, TISSUE
from course_helpers.figures import bodies, outlines
from course_helpers.figures.bodies import Body
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import label, label_over
from course_helpers.figures.style import DASH, SMALL
from course_helpers.figures.wrapping import wrapped

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen
    from course_helpers.figures.things import Box

# --- F01, in pixels -------------------------------------------------------------------------------------

SKIN = curve(
    (206, 14), (218, 44), (262, 80), (334, 118), (398, 162), (428, 194), (438, 198), (450, 199), (457, 208),
    (456, 220), (446, 226), (436, 226), (432, 244), (416, 292), (376, 336), (318, 358), (262, 360),
    (234, 362), (218, 376), (212, 396),
)  # fmt: skip
"""The skin in section, from above the breast round the nipple to below the fold."""
AREOLA = curve(
    (400, 164), (428, 194), (438, 198), (450, 199), (457, 208), (456, 220), (446, 226), (436, 226), (432, 244),
    (420, 282),
)  # fmt: skip
"""The darker skin in section, with the nipple in its middle."""
NIPPLE_IN_SECTION = slice(2, 8)
CLUSTERS = ((306, 142), (272, 180), (262, 222), (276, 264), (320, 300), (352, 182), (348, 250))
"""The middles of the lobes."""
MOUTH = Point(452, 212)
FAT = Point(246, 97)
"""Where there is nothing but fat, near the upper edge."""


@drawing("F01", 412, 506)
def draw_f01(canvas: "Canvas") -> None:
    """A section through a breast: skin, fat, gland, ducts, muscle and ribs."""
    box = (14.0, 74.0, 308.0, 280.0) if canvas.narrow else (122.0, 10.0, 504.0, 392.0)
    pen = canvas.at(-69, 68, 0.68, clip=box) if canvas.narrow else canvas.at(0, 0, clip=box)
    whole = joined(SKIN.knots, [(150, 396)], [(150, 14)])
    pen.shape(whole, TISSUE.fat)
    pen.name("fat", whole, Ellipse(FAT, 16, 14))
    _chest_wall(pen)
    _bands(pen)
    for number, place in enumerate(CLUSTERS, 1):
        _lobe(pen, place, number)
    pen.name("ducts", Ellipse(Point(MOUTH.x - 33, MOUTH.y), 14, 12))
    pen.line(SKIN, LIGHT.line, LINES.taught)
    pen.line(AREOLA, NEUTRAL.change_deep, 3.6)
    pen.name("nipple", curve(*AREOLA.knots[NIPPLE_IN_SECTION]))
    pen.name("areola", AREOLA)
    (_narrow_labels if canvas.narrow else _section_labels)(canvas, pen)


def _chest_wall(pen: "Pen") -> None:
    muscle = joined([(182, 10), (186, 200), (184, 400)], [(152, 400), (150, 200), (152, 10)])
    pen.shape(muscle, TISSUE.muscle, LIGHT.line)
    pen.name("chest muscle", muscle, Ellipse(Point(168, 226), 15, 28))
    for y in range(12, 374, 18):
        pen.line(curve((154, y), (168, y + 10), (182, y + 26)), TISSUE.gland, LINES.fine)
    for number, y in enumerate((40, 118, 196, 274, 352), 1):
        rib = Ellipse(Point(138, y), 11, 22)
        pen.shape(rib, TISSUE.rib, LIGHT.line)
        pen.name(f"rib {number}", rib)


def _bands(pen: "Pen") -> None:
    bands = (
        ((184, 100), (214, 96), (244, 68)),
        ((184, 140), (252, 124), (322, 112)),
        ((184, 200), (226, 206), (248, 204)),
        ((184, 250), (232, 248), (260, 252)),
        ((184, 296), (250, 306), (320, 328), (382, 328)),
        ((184, 336), (230, 344), (290, 358)),
    )
    for number, band in enumerate(bands, 1):
        pen.line(curve(*band), LIGHT.line, LINES.fine)
        pen.name(f"band {number}", curve(*band))


def _lobe(pen: "Pen", place: tuple[float, float], number: int) -> None:
    """A bunch of small glands and its duct to the nipple."""
    x, y = place
    middle = ((x * 0.45 + MOUTH.x * 0.55), (y * 0.7 + MOUTH.y * 0.3))
    duct = curve((x + 8, y), middle, (MOUTH.x - 18, MOUTH.y + (y - 212) * 0.06), MOUTH)
    pen.line(duct, TISSUE.duct, LINES.taught)
    pen.name(f"duct {number}", duct)
    pen.name(f"cluster of glands {number}", Ellipse(Point(x, y), 22, 20))
    berries = ((-13, -3), (-7, -12), (5, -13), (14, -5), (12, 7), (1, 13), (-10, 9), (0, 0))
    for dx, dy in berries:
        pen.dot((x + dx, y + dy), 7.5, TISSUE.gland, TISSUE.duct, LINES.body)
    for dx, dy in berries:
        pen.dot((x + dx, y + dy), 7.4, TISSUE.gland)
    pen.dot(place, 12, TISSUE.gland)


DUCTS = ("Two pictures of ducts", "Older books: 15 to 20 lobes. Ultrasound: about 9 main ducts.")


def _narrow_labels(canvas: "Canvas", pen: "Pen") -> None:
    """Words right of the section and below it."""

    def on(x: float, y: float) -> Point:
        return pen.place.to_canvas((x, y))

    right = (
        ("Fat", (128, 38), (300, 108)),
        ("Gland: makes milk", (160, 70), (312, 138)),
        ("Duct: carries\nmilk, about 2 mm\nwide, closes\neasily when\npressed", (208, 100), (404, 197)),
        ("Nipple", (262, 216), (455, 212)),
        ("Areola: the\ndarker ring", (246, 256), (428, 246)),
    )
    for words, at, place in right:
        label(canvas, words, at, on(*place))
    below = (
        ("Rib", (28, 380), (136, 352), 26.0),
        ("Chest\nmuscle", (82, 380), (168, 372), 76.0),
        ("Bands that hold\nthe breast", (194, 380), (230, 344), 170.0),
    )
    for words, at, place, x in below:
        label_over(canvas, words, at, Point(x, at[1] - 13), on(*place))
    canvas.box((14, 414, 308, 78), LIGHT.raised, LIGHT.line)
    canvas.text(26, 436, DUCTS[0], SMALL, bold=True)
    canvas.text(26, 456, wrapped(DUCTS[1], 284, SMALL), SMALL)


def _section_labels(canvas: "Canvas", _: "Pen") -> None:
    for words, y, target in (("Rib", 44, (136, 40)), ("Chest\nmuscle", 150, (168, 154))):
        label(canvas, words, (92, y), target, "right")
    label(canvas, "Bands that\nhold the\nbreast", (104, 296), (218, 302), "right")
    right = (
        ("Fat", 60, (300, 108)),
        ("Gland: makes milk", 96, (312, 138)),
        ("Duct: carries milk,\nabout 2 mm wide,\ncloses easily when\npressed", 126, (404, 197)),
        ("Nipple", 216, (455, 212)),
        ("Areola: the darker ring", 252, (428, 246)),
    )
    for words, y, target in right:
        label(canvas, words, (472, y), target)
    canvas.box((430, 304, 196, 92), LIGHT.raised, LIGHT.line)
    canvas.text(442, 326, DUCTS[0], SMALL, bold=True)
    canvas.text(442, 346, wrapped(DUCTS[1], 176, SMALL), SMALL)


# --- F02 to F04: a chest between two columns of labels ------------------------------------------------------


@dataclass(frozen=True)
class Frame:
    """A chest in a box: the box, and where its pen in millimetres has its origin."""

    box: "Box"
    origin: tuple[float, float]
    scale: float

    def on_canvas(self, place: tuple[float, float]) -> Point:
        """A place in millimetres as one in pixels."""
        return Point(self.origin[0] + place[0] * self.scale, self.origin[1] + place[1] * self.scale)


WIDE = Frame((150.0, 14.0, 340.0, 330.0), (320.0, 68.0), 0.96)


def below(top: float, high: float = 306.0) -> Frame:
    """The frame of a narrow layout, as wide as the canvas, with its upper edge at ``top``."""
    return Frame((14.0, top, 308.0, high), (168.0, top + 48), 0.86)


def framed(canvas: "Canvas", body: Body, at: Frame = WIDE) -> "Pen":
    """A chest in its frame; gives the pen in millimetres. Close it with ``frame``."""
    canvas.box(at.box, LIGHT.raised, None)
    pen = canvas.at(*at.origin, at.scale, clip=at.box)
    bodies.chest(pen, body)
    return pen


def frame(canvas: "Canvas", at: Frame = WIDE) -> None:
    """The border of the framed chest and which side is which."""
    left, top, wide, high = at.box
    canvas.box(at.box, None, LIGHT.line)
    for x, words in ((left + 8, "your left"), (left + wide - 84, "your right")):
        side_words(canvas, x, top + high - 12, words)


def side_words(canvas: "Canvas", x: float, y: float, words: str) -> None:
    """The words "your left" or "your right" inside a lower corner of a frame."""
    canvas.box((x, y - 16, 76, 20), LIGHT.panel, None, radius=6)
    canvas.text(x + 38, y - 1.5, words, SMALL, LIGHT.ink, "center")


def note(canvas: "Canvas", y: float, words: str) -> None:
    """A sentence below a drawing, wrapped where the canvas is narrow."""
    lines = wrapped(words, canvas.width - 28, SMALL) if canvas.narrow else words
    canvas.text(canvas.width / 2, y, lines, SMALL, LIGHT.muted, "center")


def mirror_note(canvas: "Canvas", y: float) -> None:
    """The line that tells which side is which where the drawing itself has no room for it."""
    canvas.text(canvas.width / 2, y, "Mirror view: your left is on the left.", SMALL, LIGHT.muted, "center")


ARMPIT_NODES = ((152, 58), (162, 70), (148, 74), (160, 86), (146, 88))
BELOW_COLLARBONE = ((104, 10), (116, 16))
ABOVE_COLLARBONE = ((70, -22), (84, -26))
BESIDE_BREASTBONE = ((22, 50), (21, 80), (20, 110), (20, 140))
NODES = (*ARMPIT_NODES, *BELOW_COLLARBONE, *ABOVE_COLLARBONE, *BESIDE_BREASTBONE)


def round_all(places: tuple[tuple[float, float], ...]) -> Ellipse:
    """The area of some nodes."""
    left, top, right, low = bounds(Point(*place) for place in places)
    return Ellipse(Point((left + right) / 2, (top + low) / 2), (right - left) / 2 + 5, (low - top) / 2 + 6)


def _nodes(pen: "Pen", places: tuple[tuple[float, float], ...] = NODES) -> None:
    for number, (x, y) in enumerate(places):
        pen.shape(Ellipse(Point(x, y), 4.6, 6.4, 20 if number % 2 else -20), TISSUE.node, LIGHT.raised, LINES.fine)


NODE_WORDS = (
    ("Nodes above\nthe collarbone", (-77, -24)),
    ("Nodes below\nthe collarbone", (-110, 13)),
    ("Nodes in the\narmpit", (-156, 72)),
    ("Tail: the breast\nreaches into\nthe armpit", (-136, 114)),
)
QUARTER_WORDS = (
    ("Upper inner", (64, 148)),
    ("Upper outer", (128, 152)),
    ("Nipple", (98, 184)),
    ("Lower outer", (126, 210)),
    ("Lower inner", (72, 214)),
)
"""What F02 names, and where it is in millimetres."""
TAIL_BESIDE_NODES = Point(126, 122)
"""The middle of the part of the tail that lies beside none of the nodes."""
LEFT_HALF = Frame((152.0, 14.0, 170.0, 270.0), (300.0, 56.0), 0.8)
RIGHT_HALF = Frame((14.0, 298.0, 170.0, 270.0), (36.0, 340.0), 0.8)
"""The two pictures of the narrow F02: nodes and tail, and quarters."""


@drawing("F02", 392, 626)
def draw_f02(canvas: "Canvas") -> None:
    """The quarters of the breast, its tail into the armpit and the lymph nodes around it."""
    parts = (LEFT_HALF, RIGHT_HALF) if canvas.narrow else (WIDE,)
    for part in parts:
        pen = framed(canvas, Body(), part)
        left = bodies.side_pen(pen, "left")
        left.shape(TAIL, LIGHT.accent_soft, LIGHT.accent, LINES.taught)
        _nodes(left)
        _nodes(pen, BESIDE_BREASTBONE)
        _quarters(pen)
        if part is not LEFT_HALF:
            pen.name("collarbone", outlines.collarbone())
        if part is not RIGHT_HALF:
            left.name("tail", TAIL, Ellipse(TAIL_BESIDE_NODES, 19, 14))
            left.name("nodes in the armpit", round_all(ARMPIT_NODES))
            left.name("nodes above the collarbone", round_all(ABOVE_COLLARBONE))
            left.name("nodes below the collarbone", round_all(BELOW_COLLARBONE))
            beside = left if canvas.narrow else pen
            beside.name("nodes beside the breastbone", round_all(BESIDE_BREASTBONE))
    (_labels_of_halves if canvas.narrow else _labels_of_chest)(canvas)
    note(
        canvas,
        canvas.height - (30 if canvas.narrow else 22),
        "Each breast has four quarters, and a tail that runs into the armpit.",
    )


def _labels_of_chest(canvas: "Canvas") -> None:
    """Words on both sides of the whole chest."""
    frame(canvas)
    for (words, place), y in zip(NODE_WORDS, (40, 84, 128, 184), strict=True):
        label(canvas, words, (136, y), WIDE.on_canvas(place), "right")
    label(canvas, "Collarbone", (504, 48), WIDE.on_canvas((100, -6)))
    label(canvas, "Nodes beside\nthe breastbone", (504, 84), WIDE.on_canvas((21, 80)))
    for (words, place), y in zip(QUARTER_WORDS, (152, 190, 228, 266, 310), strict=True):
        label(canvas, words, (504, y), WIDE.on_canvas(place))


def _labels_of_halves(canvas: "Canvas") -> None:
    """Words beside the half that they name."""
    for half, x, side in ((LEFT_HALF, 160.0, "your left"), (RIGHT_HALF, 100.0, "your right")):
        canvas.box(half.box, None, LIGHT.line)
        side_words(canvas, x, half.box[1] + half.box[3] - 12, side)
    beside = ("Nodes beside\nthe breastbone", (-20, 140))
    for (words, place), y in zip((*NODE_WORDS, beside), (34, 78, 122, 164, 222), strict=True):
        label(canvas, words, (138, y), LEFT_HALF.on_canvas(place), "right")
    collarbone = ("Collarbone", (100, -6))
    for (words, place), y in zip((collarbone, *QUARTER_WORDS), (334, 414, 444, 474, 504, 534), strict=True):
        label(canvas, words, (204, y), RIGHT_HALF.on_canvas(place))


QUARTERS = {words.lower(): place for words, place in QUARTER_WORDS}


def _quarters(pen: "Pen") -> None:
    """Two tints and a dashed cross on the right breast."""
    nipple, skin = outlines.MEDIUM.nipple, NEUTRAL
    round_shape = joined(outlines.MEDIUM.contour.knots[:-1], [(36, 184), (44, 148), (70, 118), (108, 106), (147, 118)])
    edge = round_shape.points()
    for right, low in ((True, False), (False, True), (False, False), (True, True)):
        part = [
            Point(
                max(p.x, nipple.x) if right else min(p.x, nipple.x),
                max(p.y, nipple.y) if low else min(p.y, nipple.y),
            )
            for p in edge
        ]
        pen.shape(part, LIGHT.primary_soft if right == low else LIGHT.info_soft)
        words = f"{'lower' if low else 'upper'} {'outer' if right else 'inner'}"
        pen.name(words, part, Ellipse(Point(*QUARTERS[words]), 18, 17))
    pen.line(round_shape, LIGHT.primary, LINES.body)
    pen.line(outlines.MEDIUM.contour, skin.inner)
    pen.line([Point(nipple.x, 107), Point(nipple.x, 239)], LIGHT.primary, LINES.body, DASH)
    pen.line([Point(37, nipple.y), Point(152, nipple.y)], LIGHT.primary, LINES.body, DASH)
    bodies.draw_nipple(pen, nipple, skin)
    pen.name("nipple", Ellipse(nipple, 17, 16))


@drawing("F03", 392, 514)
def draw_f03(canvas: "Canvas") -> None:
    """The typical paths of lymph, most of them to the armpit."""
    at = below(94) if canvas.narrow else WIDE
    pen = framed(canvas, Body(outlines.BROAD, outlines.FLAT), at)
    half = bodies.side_pen(pen, "left")
    _nodes(half)
    for path in (
        curve((62, 178), (92, 186), (124, 168), (144, 134), (151, 102)),
        curve((88, 146), (110, 130), (128, 112), (139, 96)),
        curve((58, 112), (86, 94), (114, 83), (139, 80)),
    ):
        half.arrow(path.points(), TISSUE.lymph, 3.6, head=12)
    half.arrow(curve((60, 148), (46, 140), (36, 130), (29, 120)).points(), TISSUE.lymph, LINES.body, head=9)
    half.arrow(curve((148, 50), (142, 38), (134, 28), (124, 22)).points(), TISSUE.lymph, LINES.body, head=9)
    half.arrow(curve((108, 2), (104, -8), (98, -15), (91, -20)).points(), TISSUE.lymph, LINES.body, head=9)
    half.name("nodes in the armpit", round_all(ARMPIT_NODES))
    half.name("nodes beside the breastbone", round_all(BESIDE_BREASTBONE))
    half.name("nodes above the collarbone", round_all(ABOVE_COLLARBONE))
    half.name("nodes below the collarbone", round_all(BELOW_COLLARBONE))
    frame(canvas, at)
    armpit, collarbone, breastbone = (at.on_canvas(place) for place in ((-154, 84), (-112, 14), (-20, 110)))
    if canvas.narrow:
        words = "On to nodes\nbelow and above\nthe collarbone"
        label_over(canvas, words, (72, 28), Point(72, 70), collarbone)
        words = "Some goes to nodes\nbeside the breastbone.\nReferences disagree\non how much."
        label_over(canvas, words, (244, 28), Point(206, 87), breastbone)
        words = "Most lymph goes to nodes in the\narmpit: three quarters or more"
        label_over(canvas, words, (130, 430), Point(108, 416), armpit)
    else:
        words = "Most lymph\ngoes to nodes in\nthe armpit: three\nquarters or more"
        label(canvas, words, (136, 120), armpit, "right")
        label(canvas, "On to nodes\nbelow and above\nthe collarbone", (136, 38), collarbone, "right")
        words = "Some goes to\nnodes beside\nthe breastbone.\nReferences\ndisagree on\nhow much."
        label(canvas, words, (504, 110), breastbone)
    words = "Typical paths, drawn on one side. They differ from person to person."
    note(canvas, canvas.height - (30 if canvas.narrow else 22), words)
