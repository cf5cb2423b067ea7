"""Drawings of what lies under the skin: a section, the quarters and nodes, the paths of lymph."""

from typing import TYPE_CHECKING

from course_helpers.body.geometry import TAIL, Ellipse, Point, curve, joined
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, TISSUE
from course_helpers.figures import bodies, outlines
from course_helpers.figures.bodies import Body
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import label
from course_helpers.figures.style import DASH, SMALL

if TYPE_CHECKING:
    from course_helpers.figures.sheet import Pen, Sheet

# --- F01, in pixels -------------------------------------------------------------------------------------

SKIN = curve(
    (206, 14), (218, 44), (262, 80), (334, 118), (398, 162), (428, 194), (438, 198), (450, 199), (457, 208),
    (456, 220), (446, 226), (436, 226), (432, 244), (416, 292), (376, 336), (318, 358), (262, 360),
    (234, 362), (218, 376), (212, 396),
)  # fmt: skip
"""The skin in section, from above the breast round the nipple to below the fold."""
CLUSTERS = ((306, 142), (272, 180), (262, 222), (276, 264), (320, 300), (352, 182), (348, 250))
"""The middles of the lobes."""
MOUTH = Point(452, 212)


@drawing("F01", 412)
def draw_f01(sheet: "Sheet") -> None:
    """A section through a breast: skin, fat, gland, ducts, muscle and ribs."""
    pen = sheet.at(0, 0, clip=(122, 10, 504, 392))
    pen.shape(joined(SKIN.knots, [(150, 396)], [(150, 14)]), TISSUE.fat)
    _chest_wall(pen)
    _bands(pen)
    for place in CLUSTERS:
        _lobe(pen, place)
    pen.line(SKIN, LIGHT.line, LINES.taught)
    pen.line(
        curve(
            (400, 164),
            (428, 194),
            (438, 198),
            (450, 199),
            (457, 208),
            (456, 220),
            (446, 226),
            (436, 226),
            (432, 244),
            (420, 282),
        ),
        NEUTRAL.change_deep,
        3.6,
    )
    _section_labels(sheet)


def _chest_wall(pen: "Pen") -> None:
    muscle = joined([(182, 10), (186, 200), (184, 400)], [(152, 400), (150, 200), (152, 10)])
    pen.shape(muscle, TISSUE.muscle, LIGHT.line)
    for y in range(-20, 420, 18):
        pen.line(curve((154, y), (168, y + 10), (182, y + 26)), TISSUE.gland, LINES.fine)
    for y in (40, 118, 196, 274, 352):
        pen.shape(Ellipse(Point(138, y), 11, 22), TISSUE.rib, LIGHT.line)


def _bands(pen: "Pen") -> None:
    for band in (
        ((184, 100), (214, 96), (244, 68)),
        ((184, 140), (252, 124), (322, 112)),
        ((184, 200), (226, 206), (248, 204)),
        ((184, 250), (232, 248), (260, 252)),
        ((184, 296), (250, 306), (320, 328), (382, 328)),
        ((184, 336), (230, 344), (290, 358)),
    ):
        pen.line(curve(*band), LIGHT.line, LINES.fine)


def _lobe(pen: "Pen", place: tuple[float, float]) -> None:
    """A bunch of small glands and its duct to the nipple."""
    x, y = place
    middle = ((x * 0.45 + MOUTH.x * 0.55), (y * 0.7 + MOUTH.y * 0.3))
    pen.line(
        curve((x + 8, y), middle, (MOUTH.x - 18, MOUTH.y + (y - 212) * 0.06), MOUTH),
        TISSUE.duct,
        LINES.taught,
    )
    berries = ((-13, -3), (-7, -12), (5, -13), (14, -5), (12, 7), (1, 13), (-10, 9), (0, 0))
    for dx, dy in berries:
        pen.dot((x + dx, y + dy), 7.5, TISSUE.gland, TISSUE.duct, LINES.body)
    for dx, dy in berries:
        pen.dot((x + dx, y + dy), 7.4, TISSUE.gland)
    pen.dot(place, 12, TISSUE.gland)


def _section_labels(sheet: "Sheet") -> None:
    for words, y, target in (("Rib", 44, (136, 40)), ("Chest\nmuscle", 150, (168, 154))):
        label(sheet, words, (92, y), target, "right")
    label(sheet, "Bands that\nhold the\nbreast", (104, 296), (218, 302), "right")
    right = (
        ("Fat", 60, (300, 108)),
        ("Gland: makes milk", 96, (312, 138)),
        ("Duct: carries milk,\nabout 2 mm wide,\ncloses easily when\npressed", 126, (404, 197)),
        ("Nipple", 216, (455, 212)),
        ("Areola: the darker ring", 252, (428, 246)),
    )
    for words, y, target in right:
        label(sheet, words, (472, y), target)
    sheet.box((430, 304, 196, 92), LIGHT.raised, LIGHT.line)
    sheet.text(442, 326, "Two pictures of ducts", SMALL, bold=True)
    sheet.text(442, 346, "Older books: 15 to 20\nlobes. Ultrasound: about\n9 main ducts.", SMALL)


# --- F02 to F04: a chest between two columns of labels ------------------------------------------------------

FRAME = (150.0, 14.0, 340.0, 330.0)
SCALE = 0.96
ORIGIN = (320.0, 68.0)


def framed(sheet: "Sheet", body: Body, height: float = FRAME[3]) -> "Pen":
    """A chest in the middle of the sheet; gives the pen in millimetres. Close the frame with ``frame``."""
    box = (*FRAME[:3], height)
    sheet.box(box, LIGHT.raised, None)
    pen = sheet.at(*ORIGIN, SCALE, clip=box)
    bodies.chest(pen, body)
    return pen


def frame(sheet: "Sheet", height: float = FRAME[3]) -> None:
    """The border of the framed chest and which side is which."""
    sheet.box((*FRAME[:3], height), None, LIGHT.line)
    sides(sheet, 150, 490, 14 + height - 12)


def sides(sheet: "Sheet", left: float, right: float, y: float) -> None:
    """The words "your left" and "your right" inside the lower corners of a frame."""
    for x, words in ((left + 8, "your left"), (right - 84, "your right")):
        sheet.box((x, y - 16, 76, 20), LIGHT.panel, None, radius=6)
        sheet.text(x + 38, y - 1.5, words, SMALL, LIGHT.ink, "center")


def mirror_note(sheet: "Sheet", y: float) -> None:
    """The line that tells which side is which where the drawing itself has no room for it."""
    sheet.text(sheet.width / 2, y, "Mirror view: your left is on the left.", SMALL, LIGHT.muted, "center")


def on_sheet(x: float, y: float) -> tuple[float, float]:
    """A place of the framed chest in pixels."""
    return ORIGIN[0] + x * SCALE, ORIGIN[1] + y * SCALE


ARMPIT_NODES = ((152, 58), (162, 70), (148, 74), (160, 86), (146, 88))
BELOW_COLLARBONE = ((104, 10), (116, 16))
ABOVE_COLLARBONE = ((70, -22), (84, -26))
BESIDE_BREASTBONE = ((22, 50), (21, 80), (20, 110), (20, 140))
NODES = (*ARMPIT_NODES, *BELOW_COLLARBONE, *ABOVE_COLLARBONE, *BESIDE_BREASTBONE)


def _nodes(pen: "Pen", places: tuple[tuple[float, float], ...] = NODES) -> None:
    for number, (x, y) in enumerate(places):
        pen.shape(Ellipse(Point(x, y), 4.6, 6.4, 20 if number % 2 else -20), TISSUE.node, LIGHT.raised, LINES.fine)


@drawing("F02", 392)
def draw_f02(sheet: "Sheet") -> None:
    """The quarters of the breast, its tail into the armpit and the lymph nodes around it."""
    pen = framed(sheet, Body())
    left = bodies.side_pen(pen, "left")
    left.shape(TAIL, LIGHT.accent_soft, LIGHT.accent, LINES.taught)
    _nodes(left)
    _nodes(pen, BESIDE_BREASTBONE)
    _quarters(pen)
    frame(sheet)
    labels = (
        ("Nodes above\nthe collarbone", 40, (-77, -24)),
        ("Nodes below\nthe collarbone", 84, (-110, 13)),
        ("Nodes in the\narmpit", 128, (-156, 72)),
        ("Tail: the breast\nreaches into\nthe armpit", 184, (-136, 114)),
    )
    for words, y, place in labels:
        label(sheet, words, (136, y), on_sheet(*place), "right")
    label(sheet, "Collarbone", (504, 48), on_sheet(100, -6))
    label(sheet, "Nodes beside\nthe breastbone", (504, 84), on_sheet(21, 80))
    quarters = (
        ("Upper inner", 152, (64, 148)),
        ("Upper outer", 190, (128, 152)),
        ("Nipple", 228, (98, 184)),
        ("Lower outer", 266, (126, 210)),
        ("Lower inner", 310, (72, 214)),
    )
    for words, y, place in quarters:
        label(sheet, words, (504, y), on_sheet(*place))
    sheet.text(
        320,
        370,
        "Each breast has four quarters, and a tail that runs into the armpit.",
        SMALL,
        LIGHT.muted,
        "center",
    )


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
    pen.line(round_shape, LIGHT.primary, LINES.body)
    pen.line(outlines.MEDIUM.contour, skin.inner)
    pen.line([Point(nipple.x, 107), Point(nipple.x, 239)], LIGHT.primary, LINES.body, DASH)
    pen.line([Point(37, nipple.y), Point(152, nipple.y)], LIGHT.primary, LINES.body, DASH)
    bodies.draw_nipple(pen, nipple, skin)


@drawing("F03", 392)
def draw_f03(sheet: "Sheet") -> None:
    """The typical paths of lymph, most of them to the armpit."""
    pen = framed(sheet, Body(outlines.BROAD, outlines.FLAT))
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
    frame(sheet)
    label(
        sheet,
        "Most lymph\ngoes to nodes in\nthe armpit: three\nquarters or more",
        (136, 120),
        on_sheet(-154, 84),
        "right",
    )
    label(sheet, "On to nodes\nbelow and above\nthe collarbone", (136, 38), on_sheet(-112, 14), "right")
    words = "Some goes to\nnodes beside\nthe breastbone.\nReferences\ndisagree on\nhow much."
    label(sheet, words, (504, 110), on_sheet(-20, 110))
    sheet.text(
        320,
        370,
        "Typical paths, drawn on one side. They differ from person to person.",
        SMALL,
        LIGHT.muted,
        "center",
    )
