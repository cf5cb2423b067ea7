"""The way through the course: learn, know, practise if you like, and come back a little later."""

from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT, LINES
from course_helpers.figures.drawing import drawing
from course_helpers.figures.style import BODY, DASH, SMALL
from course_helpers.figures.wrapping import unbroken, wrapped

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.things import Box

STATIONS = (
    ("Learn", "lessons 00 to 04", "What helps, what\nis a promise,\nwhen to stop"),
    ("Know", "lesson 05", "Questions show\nwhat to read\nonce more"),
    ("Practise", "lessons 06 and 07", "As often as you\nlike, or not\nat all"),
    ("Come back", "lesson 08", "Five minutes,\non a later day"),
)
BACK = "a few questions come back"
WIDE, STEP, TOP, TALL = 138.0, 158.0, 14.0, 132.0


@drawing("F35", 214, 530)
def draw_f35(canvas: "Canvas") -> None:
    """Four stations one after the other, and a way back from the last to the second."""
    (_down if canvas.narrow else _across)(canvas)


def _across(canvas: "Canvas") -> None:
    for number, station in enumerate(STATIONS):
        left = 14 + number * STEP
        _station(canvas, station, (left, TOP, WIDE, TALL), last=number == len(STATIONS) - 1)
        canvas.text(left + WIDE / 2, TOP + 78, station[2], SMALL, align="center")
        if number:
            canvas.arrow([Point(left - 18, TOP + 66), Point(left - 3, TOP + 66)], LIGHT.muted, LINES.body)
    know, back = 14 + STEP + WIDE / 2, 14 + 3 * STEP + WIDE / 2
    low = TOP + TALL + 32
    canvas.line([Point(back, TOP + TALL), Point(back, low), Point(know, low)], LIGHT.primary, LINES.body, DASH)
    canvas.arrow([Point(know, low), Point(know, TOP + TALL + 4)], LIGHT.primary, LINES.body)
    canvas.text((know + back) / 2, low + 22, BACK, SMALL, align="center")


def _down(canvas: "Canvas") -> None:
    wide, tall, step = 208.0, 102.0, 132.0
    for number, station in enumerate(STATIONS):
        top = TOP + number * step
        _station(canvas, station, (14, top, wide, tall), last=number == len(STATIONS) - 1)
        canvas.text(14 + wide / 2, top + 74, wrapped(unbroken(station[2]), wide - 16, SMALL), SMALL, align="center")
        if number:
            canvas.arrow([Point(14 + wide / 2, top - 28), Point(14 + wide / 2, top - 3)], LIGHT.muted, LINES.body)
    x, know, back = 14 + wide + 18, TOP + step + tall / 2, TOP + 3 * step + tall / 2
    canvas.line([Point(14 + wide, back), Point(x, back), Point(x, know)], LIGHT.primary, LINES.body, DASH)
    canvas.arrow([Point(x, know), Point(14 + wide + 4, know)], LIGHT.primary, LINES.body)
    canvas.text(x + 8, (know + back) / 2 - 12, wrapped(BACK, 78, SMALL), SMALL)


def _station(canvas: "Canvas", station: tuple[str, str, str], box: "Box", *, last: bool) -> None:
    left, top, wide, _ = box
    canvas.box(box, LIGHT.primary_soft if last else LIGHT.raised, LIGHT.primary)
    canvas.text(left + wide / 2, top + 28, station[0], BODY, LIGHT.primary, "center", bold=True)
    canvas.text(left + wide / 2, top + 50, station[1], SMALL, LIGHT.muted, "center")
