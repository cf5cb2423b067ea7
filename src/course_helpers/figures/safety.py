"""Drawings for safety: stop, today or not today, the hours of a sore breast, fever after birth."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point, circle, curve, joined, loop
from course_helpers.design_tokens import LIGHT, LINES, SKIN_TONES, TISSUE
from course_helpers.figures import bodies, outlines, signs
from course_helpers.figures.bodies import Arm, Body
from course_helpers.figures.branches import Branch, stacked
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import COLOURS, card, card_height, icon
from course_helpers.figures.style import BODY, DASH, HEAD, LEADING, SMALL
from course_helpers.figures.wrapping import rows, unbroken, wrapped
from course_helpers.knowledge.wording import in_both_scales

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen

FAIR, BROWN, DEEP = SKIN_TONES
LIMIT_ILL, LIMIT_FEVER = 37.5, 38.0
"""Degrees Celsius: from where an unwell person calls the same day, and from where a fever counts."""


def temperature(celsius: float) -> str:
    """A temperature in both scales, because a picture cannot know its place."""
    return in_both_scales(f"{celsius:.1f} °C")


# --- F20 --------------------------------------------------------------------------------------------


@drawing("F20", 286, 562)
def draw_f20(canvas: "Canvas") -> None:
    """Stop: hands away, sit, choose, follow the card. The reasons to stop are in the rule, which stands beside it."""
    steps = (
        ("Hands away", "At once, even in the\nmiddle of a step.", _hands_away),
        ("Sit still", "Breathe out. There is\nnothing to finish.", _sit_still),
        ("Choose", "What did it feel like?\nPick one of four.", _choose),
        ("Follow the card", "It says who to call\nand how soon.", _follow),
    )
    for number, (heading, words, ink) in enumerate(steps, 1):
        left, top = canvas.cell(number - 1, 4, 144, (156, 270))
        box = (left, top, 144.0, 184.0)
        canvas.box(box, LIGHT.raised, None)
        ink(canvas.at(left, top, clip=box))
        canvas.box(box, None, LIGHT.line)
        canvas.badge(left + 11, top + 210, str(number), LIGHT.danger)
        canvas.text(left + 27, top + 215, heading, SMALL, bold=True)
        canvas.text(left, top + 240, words, SMALL)


def _hands_away(pen: "Pen") -> None:
    body = Body(outlines.MIDDLE, outlines.MEDIUM, skin=BROWN, hair="bob")
    near = pen.at(pen.place.x + 72, pen.place.y + 66, 0.19)
    arm = Arm(elbow=(222, 206), wrist=(240, 62), hand_turn=6, palm_seen=True)
    bodies.posed(near, body, arm, arm, bottom=440)
    bodies.trousers(near, body.trunk)
    bodies.head(near, body)
    for side, breast in bodies.sides(body):
        bodies.draw_breast(bodies.side_pen(near, side), breast, BROWN)
    for side in ("right", "left"):
        half = bodies.side_pen(near, side)
        half.arrow(curve((118, 150), (160, 118), (200, 62)).points(), TISSUE.away, LINES.taught, None, 10, TISSUE.edge)


def _sit_still(pen: "Pen") -> None:
    near = pen.at(pen.place.x + 72, pen.place.y + 66, 0.19)
    chair(near)
    sitting(near, Body(outlines.BROAD, outlines.FLAT, skin=DEEP))


def chair(pen: "Pen") -> None:
    """A chair from the front, behind a person who sits."""
    back = loop((-226, 70), (-196, 26), (0, 18), (196, 26), (226, 70), (230, 460), (0, 470), (-230, 460))
    pen.shape(back, TISSUE.cloth, TISSUE.cloth_line)
    for x in (-230, 230):
        pen.line([Point(x, 470), Point(x, 760)], TISSUE.cloth_line, LINES.taught)
    seat = joined([(-250, 448), (250, 448)], [(250, 496)], [(-250, 496)])
    pen.shape(seat, TISSUE.cloth, TISSUE.cloth_line)


ON_THIGHS = Arm(elbow=(218, 262), wrist=(166, 424), hand_turn=197, hand_size=1.05)


def sitting(pen: "Pen", body: Body, arm: Arm = ON_THIGHS) -> None:
    """A person who sits, seen from the front."""
    skin = body.skin
    trunk = outlines.bare_trunk(body.trunk, bottom=440)
    upper_arms = [arm.upper(1.05), arm.upper(1.05).mirrored()]
    bodies.merged(pen, [trunk, *upper_arms], skin)
    bodies.landmarks(pen, skin)
    bodies.head(pen, body)
    for side, breast in bodies.sides(body):
        half = bodies.side_pen(pen, side)
        bodies.draw_breast(half, breast, skin)
        half.line(curve((148, 104), (152, 150), (150, 196)), skin.inner)
    lap = joined([(-138, 386), (0, 398), (138, 386)], [(160, 440), (150, 520)], [(0, 560)], [(-150, 520), (-160, 440)])
    pen.shape(lap, TISSUE.trousers, TISSUE.cloth_line)
    for side in ("right", "left"):
        _leg(bodies.side_pen(pen, side))
    for side in ("right", "left"):
        half = bodies.side_pen(pen, side)
        bodies.forearm(half, arm, skin, 1.05)
        half.shape(arm.upper(1.02), skin.fill)


def _leg(pen: "Pen") -> None:
    parts = [
        outlines.limb((122, 560, 58), (120, 680, 50), (118, 840, 44)),
        outlines.limb((88, 420, 80), (106, 490, 80), (120, 566, 72)),
    ]
    for part in parts:
        pen.shape(part, TISSUE.trousers, TISSUE.cloth_line)


def _choose(pen: "Pen") -> None:
    choices = ("Mild, eased", "Still hurts", "Sharp, or worse", "A warning sign")
    for number, words in enumerate(choices):
        y = pen.place.y + 42 + number * 33
        chosen = number == 1
        pen.at(0, 0).dot((pen.place.x + 18, y), 7, LIGHT.raised, LIGHT.primary, LINES.body)
        if chosen:
            pen.at(0, 0).dot((pen.place.x + 18, y), 3.6, LIGHT.primary)
        pen.at(0, 0).text(pen.place.x + 32, y + 5, words, SMALL, bold=False)


def _follow(pen: "Pen") -> None:
    x, y = pen.place.x, pen.place.y + 16
    flat = pen.at(0, 0)
    flat.box((x + 22, y + 18, 100, 114), LIGHT.danger_soft, LIGHT.danger, LINES.taught)
    icon(flat, "stop", x + 42, y + 40, 12)
    for row, words in enumerate(("Who", "How soon", "What to say")):
        top = y + 72 + row * 22
        flat.text(x + 34, top, words, SMALL, LIGHT.ink, bold=row < 2)


# --- F16 --------------------------------------------------------------------------------------------


LEVELS = (
    Branch(
        "stop",
        "A get-help-now sign?",
        "1  Stop and get help now",
        "No massage. The card says who to call: now or today.",
    ),
    Branch(
        "wait",
        "A change, a wound or an illness to check first?",
        "2  Not until checked",
        "No massage. The card says who to contact and how soon.",
    ),
    Branch(
        "care",
        "Something that needs extra care?",
        "3  Take care",
        "Change something: lighter, over clothing, or leave steps out.",
    ),
)


@drawing("F16", 428, 752)
def draw_f16(canvas: "Canvas") -> None:
    """Today or not today: three levels, the strictest first."""
    whole = canvas.width - 28.0
    wide = whole if canvas.narrow else 254.0
    canvas.box((14, 14, wide, 54), LIGHT.primary_soft, LIGHT.primary, LINES.body)
    canvas.text(14 + wide / 2, 37, "How is your body today?", HEAD, LIGHT.primary, "center", bold=True)
    canvas.text(14 + wide / 2, 57, "Ask before each practice.", SMALL, align="center")
    left, top, width = (14.0, 78.0, whole) if canvas.narrow else (354.0, 14.0, 272.0)
    canvas.box((left, top, width, 54), LIGHT.raised, LIGHT.ink, LINES.body, dash=DASH)
    canvas.text(left + 16, top + 23, "Not sure? No answer?", BODY, bold=True)
    canvas.text(left + 16, top + 43, "Both count as yes.", SMALL)
    go = 354.0
    if canvas.narrow:
        go = 148.0
        for branch in LEVELS:
            go = stacked(canvas, branch, go, not_sure="not sure") + 24
    else:
        for number, branch in enumerate(LEVELS):
            _level(canvas, 96 + number * 84.0, branch)
        canvas.arrow([Point(141, 324), Point(141, 350)], LIGHT.muted, LINES.body)
        canvas.text(152, 342, "no", SMALL, LIGHT.muted)
    heading = wrapped("Gentle touch is fine, as your answers tell", whole - 58, BODY, bold=True)
    words = wrapped("That is what your answers say. It is not an all-clear. Stop at any time.", whole - 58, SMALL)
    card(canvas, "go", (14, go, whole, card_height(heading, words)), heading, words)


def _level(canvas: "Canvas", top: float, branch: Branch) -> None:
    colour = COLOURS[branch.kind][0]
    canvas.arrow([Point(141, top - 22), Point(141, top)], LIGHT.muted, LINES.body)
    if branch.kind != "stop":
        canvas.text(152, top - 6, "no", SMALL, LIGHT.muted)
    canvas.box((14, top + 2, 254, 58), LIGHT.raised, LIGHT.line, LINES.body)
    question = wrapped(branch.question, 200, BODY)
    canvas.text(141, top + 36 - question.count("\n") * 9, question, BODY, align="center")
    canvas.arrow([Point(268, top + 31), Point(352, top + 31)], colour, LINES.taught, head=11)
    canvas.text(308, top + 22, "yes", SMALL, colour, "center", bold=True)
    canvas.text(306, top + 49, "not sure", SMALL, colour, "center")
    card(canvas, branch.kind, (354, top - 6, 272, 74), branch.heading, wrapped(branch.words, 222, SMALL))


# --- F22 --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Station:
    """A moment on the time line of F22 and what to do then."""

    hour: str
    heading: str
    colour: str
    words: str
    ink: "Callable[[Pen], None]"


@dataclass(frozen=True)
class Urgent:
    """What cannot wait for the next station of F22: how soon, who helps, and for what."""

    soon: str
    who: str
    words: str


URGENT = (
    Urgent(
        "Now",
        "emergency number",
        "Skin hurts far more than it looks, goes numb, blisters for no known cause, spreads within hours, "
        "or quickly turns purple, grey or black. Very ill after a loss.",
    ),
    Urgent("Now", "maternity unit", f"Pregnant: {temperature(LIMIT_FEVER)} or more, shivering or very ill."),
    Urgent(
        "Now",
        "hospital, phoning ahead",
        f"Within six weeks of a birth or a loss: {temperature(LIMIT_FEVER)} or more, or shivering. "
        "Very ill after a birth.",
    ),
    Urgent("Now", "your clinic’s line", "Ill as with flu after a loss."),
    Urgent(
        "Now",
        "24-hour cancer line or your clinic",
        "On cancer treatment, in the six weeks after it, or with low immunity: "
        f"{temperature(LIMIT_FEVER)} or more, shivering, or ill at any temperature.",
    ),
    Urgent("Now", "urgent care or hospital", "Anybody else who is very ill, at any temperature."),
    Urgent(
        "Today",
        "doctor or out-of-hours line",
        f"Any other fever, or above {temperature(LIMIT_ILL)} and unwell. Very bad pain. Diabetes or low "
        "immunity. A fresh biopsy or operation. A growing or fluid-filled lump. It came back.",
    ),
    Urgent(
        "Within two days",
        "doctor",
        "A third of the breast or more is hot, swollen, red or darker, even if it eases. Weekends too.",
    ),
)


@drawing("F22", 749, 1500)
def draw_f22(canvas: "Canvas") -> None:
    """The hours of a sore, warm breast that makes milk."""
    stations = (
        Station(
            "0 hours",
            "You notice it",
            LIGHT.primary,
            "No massage of this area. Cool pack in a cloth, ten minutes in each hour.\n"
            "Without blisters, go on with any feeding.\nRest. Worse? Call your midwife or doctor at once.",
            _cool_pack,
        ),
        Station(
            "24 hours",
            "Not clearly better",
            LIGHT.accent,
            "Call your midwife or family doctor by then. Closed: out-of-hours line.\nStill no massage.",
            _phone,
        ),
        Station(
            "48 hours of antibiotics",
            "Worse, or no better",
            LIGHT.danger,
            "Go to hospital today. Something left when the course ends? Ask for an urgent breast clinic referral.",
            _hospital,
        ),
    )
    if canvas.narrow:
        _down_the_hours(canvas, stations)
    else:
        for number, station in enumerate(stations):
            left = 14 + number * 210.0
            _picture(canvas, station, left, 14)
            canvas.text(left, 192, station.hour, BODY, station.colour, bold=True)
            canvas.text(left, 211, station.heading, BODY, bold=True)
            canvas.text(left, 233, wrapped(station.words, 200, SMALL), SMALL)
        _time_line(canvas)
    _at_any_hour(canvas)


WHO_WIDE, BETWEEN = 186.0, 6.0
"""How wide the column of who helps is in F22, and the space between two of its rows, in pixels."""


def _at_any_hour(canvas: "Canvas") -> None:
    """What cannot wait, one row each: how soon and who in bold, and beside or below it for what."""
    whole = canvas.width - 28.0
    left, room = 28.0, whole - 28
    aside = 0.0 if canvas.narrow else WHO_WIDE + 14
    texts = [
        (
            wrapped(f"{one.soon}: {one.who}", room if canvas.narrow else WHO_WIDE, SMALL, bold=True),
            wrapped(one.words, room - aside, SMALL),
        )
        for one in URGENT
    ]
    line = SMALL * LEADING
    highs = [
        line * (rows(who) + rows(words) if canvas.narrow else max(rows(who), rows(words))) + BETWEEN
        for who, words in texts
    ]
    high = 52 + sum(highs)
    top = canvas.height - 12 - high
    canvas.box((14, top, whole, high), LIGHT.danger_soft, LIGHT.danger, LINES.body)
    icon(canvas, "stop", 38, top + 26)
    canvas.text(60, top + 31, "At any hour", BODY, LIGHT.danger, bold=True)
    y = top + 60
    for (who, words), step in zip(texts, highs, strict=True):
        canvas.text(left, y, who, SMALL, bold=True)
        canvas.text(left + aside, y + (line * rows(who) if canvas.narrow else 0), words, SMALL)
        y += step


def _picture(canvas: "Canvas", station: Station, left: float, top: float) -> None:
    box = (left, top, 192.0, 126.0)
    canvas.box(box, LIGHT.raised, None)
    station.ink(canvas.at(left, top, clip=box))
    canvas.box(box, None, LIGHT.line)


def _down_the_hours(canvas: "Canvas", stations: Sequence[Station]) -> None:
    """The time line from top to bottom; its second stretch counts other hours, so it begins anew."""
    texts = [wrapped(station.words, canvas.width - 64, SMALL) for station in stations]
    highs = [210 + SMALL * LEADING * (words.count("\n") + 1) for words in texts]
    tops = [14 + sum(highs[:number]) for number in range(len(highs))]
    x, anew, end = 28.0, tops[2] - 14, tops[2] + highs[2] - 14
    canvas.line([Point(x, tops[0] + 14), Point(x, anew - 12)], LIGHT.ink, LINES.taught)
    for y in (anew - 8, anew):
        canvas.line([Point(x - 9, y + 4), Point(x + 9, y - 4)], LIGHT.ink, LINES.body)
    canvas.arrow([Point(x, anew + 4), Point(x, end)], LIGHT.ink, LINES.taught, head=12)
    for station, top, words in zip(stations, tops, texts, strict=True):
        canvas.dot((x, top + 14), 9, station.colour, LIGHT.panel, 2.5)
        canvas.text(50, top + 19, station.hour, BODY, station.colour, bold=True)
        canvas.text(50, top + 39, station.heading, BODY, bold=True)
        _picture(canvas, station, 50, top + 50)
        canvas.text(50, top + 196, words, SMALL)


def _time_line(canvas: "Canvas") -> None:
    y = 160
    canvas.line([Point(26, y), Point(396, y)], LIGHT.ink, LINES.taught)
    for x in (404, 412):
        canvas.line([Point(x - 4, y + 9), Point(x + 4, y - 9)], LIGHT.ink, LINES.body)
    canvas.arrow([Point(420, y), Point(622, y)], LIGHT.ink, LINES.taught, head=12)
    for x, colour in ((26, LIGHT.primary), (236, LIGHT.accent), (446, LIGHT.danger)):
        canvas.dot((x, y), 9, colour, LIGHT.panel, 2.5)


def _cool_pack(pen: "Pen") -> None:
    body = Body(outlines.FULL, outlines.LARGE, skin=BROWN)
    near = pen.at(pen.place.x + 96 - 0.52 * 92, pen.place.y + 66 - 0.52 * 196, 0.52)
    bodies.chest(near, body)
    signs.colour_patch(near, signs.patch_outline(124, 178, 34, 28), BROWN)
    pack(near)


PACK = Point(116, 160)
"""The middle of a cool pack on the outer upper part of a breast, where it lies flat."""


def pack(pen: "Pen") -> None:
    """A cool pack in a cloth on the outer upper part of a breast, with a sign of cold."""
    x, y = PACK
    cloth = joined(
        [(x - 46, y - 30), (x, y - 37), (x + 42, y - 34)],
        [(x + 45, y), (x + 42, y + 34)],
        [(x, y + 38), (x - 46, y + 32)],
    )
    pen.shape(cloth, TISSUE.cloth, TISSUE.cloth_line, LINES.taught)
    for degrees in range(0, 360, 60):
        _ray_of_frost(pen, degrees)


def _ray_of_frost(pen: "Pen", degrees: float) -> None:
    """One of six rays of a snowflake on the pack."""

    def at(far: float, turn: float = 0.0, start: Point = PACK) -> Point:
        way = math.radians(degrees + turn)
        return Point(start.x + far * math.cos(way), start.y + far * math.sin(way))

    pen.line([PACK, at(24)], LIGHT.info, LINES.taught)
    for turn in (-42, 42):
        pen.line([at(14), at(9, turn, at(14))], LIGHT.info, LINES.body)


def _phone(pen: "Pen") -> None:
    x, y = pen.place.x + 96, pen.place.y + 63
    flat = pen.at(0, 0)
    flat.box((x - 28, y - 50, 56, 100), LIGHT.ink, LIGHT.ink, LINES.body, 9)
    flat.box((x - 23, y - 40, 46, 76), LIGHT.raised, None, radius=3)
    flat.dot((x, y + 43), 3, LIGHT.panel)
    flat.dot((x, y - 2), 17, LIGHT.accent)
    handset = curve((x - 8, y - 9), (x - 6, y + 1), (x + 1, y + 6), (x + 8, y + 6))
    flat.line(handset, LIGHT.raised, 4.5)
    for radius in (42, 54):
        for start in (-28, 152):
            arc = circle(Point(x, y), radius, 56 / 360, start=start)
            flat.line(arc, LIGHT.accent, LINES.body)


def _hospital(pen: "Pen") -> None:
    x, y = pen.place.x + 96, pen.place.y + 108
    flat = pen.at(0, 0)
    flat.box((x - 70, y - 62, 140, 62), LIGHT.panel, LIGHT.ink, LINES.body, 2)
    flat.box((x - 32, y - 90, 64, 90), LIGHT.panel, LIGHT.ink, LINES.body, 2)
    flat.box((x - 12, y - 26, 24, 26), TISSUE.cloth, LIGHT.ink, LINES.body, 1)
    for dx in (-58, -50 + 4, 38, 50):
        for dy in (-50, -28):
            flat.box((x + dx, y + dy, 8, 12), TISSUE.cloth, LIGHT.ink, LINES.fine, 1)
    flat.line([Point(x, y - 78), Point(x, y - 54)], LIGHT.danger, 7)
    flat.line([Point(x - 12, y - 66), Point(x + 12, y - 66)], LIGHT.danger, 7)
    flat.line([Point(x - 84, y), Point(x + 84, y)], LIGHT.ink, LINES.body)


# --- F23 --------------------------------------------------------------------------------------------


MEANINGS = (
    (
        LIMIT_ILL - 0.6,
        f"Up to {LIMIT_ILL:.1f} °C",
        (LIGHT.info, LIGHT.info_soft),
        "Not an all-clear.\nGo by how you feel,\nand answer the other\nquestions.",
    ),
    (
        LIMIT_ILL + 0.25,
        f"Above {LIMIT_ILL:.1f} °C",
        (LIGHT.accent, LIGHT.accent_soft),
        "and unwell: no massage.\nPhone your midwife or\nfamily doctor today.\n"
        "After a loss, and as with\nflu: your clinic, now.",
    ),
    (
        LIMIT_FEVER + 0.57,
        f"{LIMIT_FEVER:.1f} °C or more",
        (LIGHT.danger, LIGHT.danger_soft),
        "within six weeks of a\nbirth or a loss: go to\nhospital now, and phone\nyour maternity unit\non the way.\n"
        "Later: no massage, and\nphone today.",
    ),
)
"""Where on the scale a card is joined to it, its heading, its colours and its words."""
ANY_TEMPERATURE = (
    "Shivering or very ill? Pregnant with a fever?",
    "Get help now. Very ill counts whatever the thermometer says: a low temperature can be a sign too.",
)


@drawing("F23", 438, 632)
def draw_f23(canvas: "Canvas") -> None:
    """A thermometer after birth: 37.5 and 38.0 degrees and what each means."""
    if canvas.narrow:
        _upright(canvas)
    else:
        _lying(canvas)
    whole = canvas.width - 28.0
    heading = wrapped(ANY_TEMPERATURE[0], whole - 58, BODY, bold=True)
    words = wrapped(ANY_TEMPERATURE[1], whole - 58, SMALL)
    high = card_height(heading, words)
    card(canvas, "stop", (14, canvas.height - 14 - high, whole, high), heading, words)


def _lying(canvas: "Canvas") -> None:
    """The thermometer from left to right, and a card below each stretch."""
    low, high = _degree_x(LIMIT_ILL), _degree_x(LIMIT_FEVER)
    for left, right, colour in (
        (86, low, LIGHT.info_soft),
        (low, high, LIGHT.accent_soft),
        (high, 612, LIGHT.danger_soft),
    ):
        canvas.box((left, 46, right - left, 96), colour, None, radius=0)
    _thermometer(canvas)
    _meanings(canvas)


def _degree_x(celsius: float) -> float:
    """Where a temperature stands on the drawn scale."""
    return 110 + (celsius - 36.5) * 196


def _thermometer(canvas: "Canvas") -> None:
    canvas.box((62, 72, 548, 28), LIGHT.raised, LIGHT.ink, LINES.body, 14)
    canvas.dot((58, 86), 25, LIGHT.accent, LIGHT.ink, LINES.body)
    canvas.box((70, 81, _degree_x(37.5) - 70, 10), LIGHT.accent, None, radius=1)
    for tenth in range(26):
        x = _degree_x(36.5 + tenth / 10)
        canvas.line([Point(x, 103), Point(x, 113 if tenth % 5 == 0 else 108)], LIGHT.ink, LINES.fine)
    for celsius in (36.5, 37.0, 38.5, 39.0):
        canvas.text(_degree_x(celsius), 130, f"{celsius:.1f}", SMALL, LIGHT.muted, "center")
    for celsius, colour, aside in ((LIMIT_ILL, LIGHT.accent, -60.0), (LIMIT_FEVER, LIGHT.danger, 60.0)):
        x = _degree_x(celsius)
        canvas.line([Point(x, 46), Point(x, 142)], colour, LINES.taught)
        canvas.text(x + aside, 36, temperature(celsius), HEAD, colour, "center", bold=True)


def _meanings(canvas: "Canvas") -> None:
    """Three cards below the thermometer, each joined to its stretch of the scale."""
    for left, (degrees, heading, (colour, soft), words) in zip((14.0, 220.0, 426.0), MEANINGS, strict=True):
        middle = min(_degree_x(degrees), left + 190)
        canvas.line([Point(middle, 142), Point(middle, 172)], colour, LINES.body)
        canvas.box((left, 172, 200, 160), soft, colour, LINES.body)
        canvas.text(left + 14, 196, heading, BODY, colour, bold=True)
        canvas.text(left + 14, 218, words, SMALL)


UPRIGHT_TOP, UPRIGHT_LOW, DEGREE = 22.0, 432.0, 152.0
"""The upright scale in pixels: its upper end, its lower end, and the length of a degree."""


def _degree_y(celsius: float) -> float:
    """Where a temperature stands on the upright scale."""
    return 412 - (celsius - 36.5) * DEGREE


def _upright(canvas: "Canvas") -> None:
    """The thermometer from bottom to top, and a card beside each stretch."""
    low, high = _degree_y(LIMIT_ILL), _degree_y(LIMIT_FEVER)
    for top, bottom, colour in (
        (UPRIGHT_TOP, high, LIGHT.danger_soft),
        (high, low, LIGHT.accent_soft),
        (low, UPRIGHT_LOW, LIGHT.info_soft),
    ):
        canvas.box((14, top, 102, bottom - top), colour, None, radius=0)
    canvas.box((26, UPRIGHT_TOP + 4, 28, UPRIGHT_LOW - UPRIGHT_TOP), LIGHT.raised, LIGHT.ink, LINES.body, 14)
    canvas.dot((40, UPRIGHT_LOW + 6), 25, LIGHT.accent, LIGHT.ink, LINES.body)
    canvas.box((35, low, 10, UPRIGHT_LOW - low), LIGHT.accent, None, radius=1)
    for tenth in range(26):
        y = _degree_y(36.5 + tenth / 10)
        canvas.line([Point(57, y), Point(67 if tenth % 5 == 0 else 62, y)], LIGHT.ink, LINES.fine)
    for celsius in (36.5, 37.0, 38.5, 39.0):
        canvas.text(72, _degree_y(celsius) + 4.5, f"{celsius:.1f}", SMALL, LIGHT.muted)
    for celsius, colour in ((LIMIT_ILL, LIGHT.accent), (LIMIT_FEVER, LIGHT.danger)):
        y = _degree_y(celsius)
        canvas.line([Point(14, y), Point(116, y)], colour, LINES.taught)
        canvas.text(72, y - 6, f"{celsius:.1f}", BODY, colour, bold=True)
    limits = (
        f"Up to {temperature(LIMIT_ILL)}",
        f"Above {temperature(LIMIT_ILL)}",
        f"{temperature(LIMIT_FEVER)} or more",
    )
    top = 14.0
    for limit, (degrees, _, (colour, soft), words) in reversed(tuple(zip(limits, MEANINGS, strict=True))):
        heading = limit.replace(" (", "\n(")
        lines = wrapped(unbroken(words), 170, SMALL)
        tall = 22 + BODY * LEADING * (heading.count("\n") + 1) + SMALL * LEADING * (lines.count("\n") + 1)
        y = _degree_y(degrees)
        canvas.line([Point(116, y), Point(132, y)], colour, LINES.body)
        canvas.box((132, top, 190, tall), soft, colour, LINES.body)
        canvas.text(144, top + 24, heading, BODY, colour, bold=True)
        below = top + 27 + BODY * LEADING * (heading.count("\n") + 1)
        canvas.text(144, below, lines, SMALL)
        top += tall + 10
