"""The way through the course: learn, know, practise if you like, and come back a little later."""

from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT, LINES
from course_helpers.figures.drawing import drawing
from course_helpers.figures.style import BODY, DASH, SMALL

if TYPE_CHECKING:
    from course_helpers.figures.sheet import Sheet

STATIONS = (
    ("Learn", "lessons 00 to 04", "What helps, what\nis a promise,\nwhen to stop"),
    ("Know", "lesson 05", "Questions show\nwhat to read\nonce more"),
    ("Practise", "lessons 06 and 07", "As often as you\nlike, or not\nat all"),
    ("Come back", "lesson 08", "Five minutes,\non a later day"),
)
WIDE, STEP, TOP, TALL = 138.0, 158.0, 14.0, 132.0


@drawing("F35", 214)
def draw_f35(sheet: "Sheet") -> None:
    """Four stations in a row, and a way back from the last to the second."""
    for number, (heading, lessons, words) in enumerate(STATIONS):
        left = 14 + number * STEP
        sheet.box((left, TOP, WIDE, TALL), LIGHT.primary_soft if number == 3 else LIGHT.raised, LIGHT.primary)
        middle = left + WIDE / 2
        sheet.text(middle, TOP + 28, heading, BODY, LIGHT.primary, "center", bold=True)
        sheet.text(middle, TOP + 50, lessons, SMALL, LIGHT.muted, "center")
        sheet.text(middle, TOP + 78, words, SMALL, align="center")
        if number:
            sheet.arrow([Point(left - 18, TOP + 66), Point(left - 3, TOP + 66)], LIGHT.muted, LINES.body)
    know, back = 14 + STEP + WIDE / 2, 14 + 3 * STEP + WIDE / 2
    low = TOP + TALL + 32
    sheet.line([Point(back, TOP + TALL), Point(back, low), Point(know, low)], LIGHT.primary, LINES.body, DASH)
    sheet.arrow([Point(know, low), Point(know, TOP + TALL + 4)], LIGHT.primary, LINES.body)
    sheet.text((know + back) / 2, low + 22, "a few questions come back", SMALL, align="center")
