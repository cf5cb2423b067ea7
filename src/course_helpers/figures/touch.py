"""Drawings of touch: the movements that count as massage, and how slow a stroke is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Ellipse, Point
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL
from course_helpers.figures import bodies
from course_helpers.figures.bodies import Arm
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import Kind, going_round, icon
from course_helpers.figures.self_exam import palm, tissue
from course_helpers.figures.style import BODY, DASH, HEAD, LEADING, SMALL
from course_helpers.figures.wrapping import wrapped

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen

# --- F25 --------------------------------------------------------------------------------------------

TILE = (144.0, 122.0)
"""Width and height of a picture in F25, in pixels."""
SKIN_AT = 78.0
"""How far below the top of a picture the skin lies, in pixels."""


@drawing("F25", 276, 536)
def draw_f25(canvas: "Canvas") -> None:
    """Four movements on the skin, and which of them this course uses."""
    panels: tuple[tuple[str, str, Kind, str, Callable[[Pen], None]], ...] = (
        ("Stroke", "The palm glides\none way.", "go", "used here", _stroke),
        ("Circle", "The palm goes\nround.", "go", "used here", _circle),
        ("Tap", "Fingertips fall and\nlift, like soft rain.", "care", "optional,\nno trial found", _tap),
        ("Press", "Lean in, hold,\nlet go.", "stop", "not for massage", _press),
    )
    for number, (heading, words, kind, use, ink) in enumerate(panels):
        left, top = canvas.cell(number, 4, TILE[0], (156, 260))
        box = (left, top, *TILE)
        canvas.box(box, LIGHT.raised, None)
        ink(canvas.at(left, top, clip=box))
        canvas.box(box, None, LIGHT.line)
        canvas.text(left + 2, top + 146, heading, HEAD, bold=True)
        canvas.text(left + 2, top + 167, words, SMALL)
        icon(canvas, kind, left + 13, top + 219, 11)
        canvas.text(left + 32, top + (224 if "\n" not in use else 216), use, SMALL)


def _stroke(pen: "Pen") -> None:
    tissue(pen, SKIN_AT)
    palm(_spot(pen, 66, SKIN_AT - 1, 0.72))
    _path(pen, [Point(128, 24), Point(18, 24)])


def _circle(pen: "Pen") -> None:
    """From above: a flat hand on skin, and the circle that it makes there."""
    pen.shape([Point(0, 0), Point(TILE[0], 0), Point(TILE[0], TILE[1]), Point(0, TILE[1])], NEUTRAL.shade)
    near = _spot(pen, 0, 0, 0.42)
    going_round(near, Ellipse(Point(142, 150), 86, 86), 30, -300, head=11)
    bodies.forearm(near, Arm(elbow=(382, 306), wrist=(286, 230), hand_turn=-58, hand_size=0.9), NEUTRAL)


def _tap(pen: "Pen") -> None:
    """Fingertips that have just lifted, and their way down and up."""
    tissue(pen, SKIN_AT)
    bodies.from_the_side(_spot(pen, 127, 22, 0.5), "side-tips", 8)
    for x, down in ((26, True), (38, False)):
        ends = [Point(x, 40), Point(x, SKIN_AT - 8)]
        pen.arrow(ends if down else ends[::-1], LIGHT.primary, LINES.taught, head=9)


def _press(pen: "Pen") -> None:
    """Finger pads that lean on the skin, which gives way."""
    tissue(pen, SKIN_AT, 9, 62)
    bodies.resting(_spot(pen, 62, SKIN_AT + 8, 1.0), "side-pads", 18, 0.5)
    pen.arrow([Point(62, 20), Point(62, 58)], LIGHT.danger, LINES.taught, head=10)


def _spot(pen: "Pen", x: float, y: float, scale: float) -> "Pen":
    return pen.at(pen.place.x + x, pen.place.y + y, scale)


def _path(pen: "Pen", path: "list[Point] | tuple[Point, ...]") -> None:
    pen.arrow(path, LIGHT.primary, LINES.taught, DASH, head=11)


# --- F26 --------------------------------------------------------------------------------------------

BAR = (150.0, 490.0)
"""Left and right end of the bar, in pixels: the length of a bank card."""
SECONDS = 3
"""How long the hand takes for the length of a bank card, which is 8 to 9 cm: about 3 cm a second."""


@drawing("F26", 330, 424)
def draw_f26(canvas: "Canvas") -> None:
    """A bar as long as a bank card with a mark for each second."""
    left, right = BAR_NARROW if canvas.narrow else BAR
    margin, whole = (16.0, 304.0) if canvas.narrow else (24.0, 592.0)
    title = wrapped("About 3 cm a second: one bank card in three seconds", whole, HEAD, bold=True)
    canvas.text(margin, 38, title, HEAD, bold=True)
    top = 58 + HEAD * LEADING * title.count("\n")
    canvas.box((left, top, right - left, 120), LIGHT.info_soft, LIGHT.info, LINES.body, 14)
    card = wrapped("A bank card: between 8 and 9 cm long", right - left - 30, SMALL)
    canvas.text(left + 18, top + (22 if "\n" in card else 26), card, SMALL, LIGHT.info)
    canvas.arrow([Point(left + 14, top + 84), Point(right, top + 84)], LIGHT.primary, LINES.taught, DASH, head=12)
    canvas.dot((left, top + 84), 9, LIGHT.primary, LIGHT.raised, LINES.body)
    canvas.text(left + 18, top + 68, "the middle of your palm goes this way", SMALL, LIGHT.primary)
    _bar(canvas, left, right, top + 132)
    words = (
        "Count with the seconds of a clock: at each number your palm is at that mark.\n"
        "On a screen and on paper this drawing can be larger or smaller than life.\n"
        "A real bank card has the right length. Lay one beside your hand."
    )
    canvas.text(margin, top + 218, wrapped(words, whole, SMALL) if canvas.narrow else words, SMALL)


BAR_NARROW = (32.0, 304.0)
"""The same for a telephone."""


def _bar(canvas: "Canvas", left: float, right: float, top: float) -> None:
    """Three stretches of a second each, with a small mark half way."""
    step = (right - left) / SECONDS
    for second in range(SECONDS):
        fill = LIGHT.primary_soft if second % 2 else LIGHT.raised
        canvas.box((left + second * step, top, step, 24), fill, LIGHT.primary, LINES.body, 0)
        middle = left + (second + 0.5) * step
        canvas.text(middle, top + 17, "1 second", SMALL, LIGHT.primary, "center")
        canvas.line([Point(middle, top + 24), Point(middle, top + 30)], LIGHT.primary)
        canvas.text(middle, top + 48, "and", SMALL, LIGHT.muted, "center")
    for mark, words in enumerate(("start", "one", "two", "three")):
        x = left + mark * step
        canvas.line([Point(x, top - 4), Point(x, top + 34)], LIGHT.primary, LINES.taught)
        canvas.text(x, top + 50, words, BODY, LIGHT.primary, "center", bold=True)
