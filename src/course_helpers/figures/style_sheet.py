"""The sheet of the style: every colour and line of the drawings, for whoever draws the next one."""

from dataclasses import fields
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT, LINES, NEUTRAL, SKIN_TONES, TISSUE
from course_helpers.figures.marks import COLOURS, icon, label, ring
from course_helpers.figures.style import BODY, DASH, DOT, HEAD, SMALL

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas

FILE = "style_sheet.svg"
TITLE = "Colours and lines of the drawings"
WORDS = "Swatches of every colour, with its name, and examples of every line, mark and icon that the drawings use."
SIZE = (640, 1052)
SWATCH, STEP = 26.0, (154.0, 36.0)
GROUPS = (
    ("Page, words and cards", LIGHT),
    *((f"Skin: {tone.name}", tone) for tone in (NEUTRAL, *SKIN_TONES)),
    ("Under the skin, and things", TISSUE),
)


def draw_style_sheet(canvas: "Canvas") -> None:
    """Colours by what they are for, then lines and marks."""
    canvas.text(16, 34, TITLE, HEAD, bold=True)
    top = 60.0
    for heading, tokens in GROUPS:
        top = _swatches(canvas, top, heading, _colours(tokens))
    _lines(canvas, top + 16)


def _colours(tokens: object) -> list[tuple[str, str]]:
    """Names and colours of a group of tokens, each colour once."""
    named = ((item.name, str(getattr(tokens, item.name))) for item in fields(tokens))  # type: ignore[arg-type]
    found: dict[str, str] = {}
    for name, colour in named:
        if colour.startswith("#"):
            found[colour] = f"{found[colour]}, {name}" if colour in found and len(found[colour]) < 8 else name
    return [(name.replace("_", " "), colour) for colour, name in found.items()]


def _swatches(canvas: "Canvas", top: float, heading: str, colours: list[tuple[str, str]]) -> float:
    """One group of colours in rows of four; gives where the next group begins."""
    canvas.text(16, top, heading, BODY, bold=True)
    for number, (name, colour) in enumerate(colours):
        x, y = 16 + (number % 4) * STEP[0], top + 8 + (number // 4) * STEP[1]
        canvas.box((x, y, SWATCH, SWATCH), colour, LIGHT.line, radius=5)
        canvas.text(x + SWATCH + 6, y + 18, name, SMALL)
    rows = -(-len(colours) // 4)
    return top + 26 + rows * STEP[1]


def _lines(canvas: "Canvas", top: float) -> None:
    """Lines by their weight, and the marks that recur."""
    canvas.text(16, top, "Lines and marks", BODY, bold=True)
    weights = (
        ("fine: inside a shape", LINES.fine, None),
        ("body: an outline", LINES.body, None),
        ("taught: what is taught", LINES.taught, None),
        ("dashed: a path, a ring", LINES.taught, DASH),
        ("dotted: a hint", LINES.taught, DOT),
    )
    for number, (words, width, dash) in enumerate(weights):
        y = top + 24 + number * 26
        canvas.line([Point(16, y), Point(116, y)], LIGHT.ink, width, dash)
        canvas.text(128, y + 4.5, words, SMALL)
    canvas.arrow([Point(330, top + 24), Point(420, top + 24)], LIGHT.primary, LINES.taught, DASH, 11)
    canvas.text(432, top + 28.5, "the way of a hand", SMALL)
    ring(canvas, (374, top + 66), 40, 20)
    canvas.text(432, top + 70.5, "look here", SMALL)
    for number, kind in enumerate(COLOURS):
        icon(canvas, kind, 346 + number * 34.0, top + 116)
    canvas.text(490, top + 120.5, "stop, wait, care, go", SMALL)
    label(canvas, "a word and its line", (432, top + 152), (380, top + 147))
