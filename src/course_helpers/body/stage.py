"""The stage on which the player moves the hands: where a place of the chest lies in its picture."""

from course_helpers.body.geometry import Point

SIZE = (640, 400)
"""Width and height in pixels of the drawing."""
ORIGIN = (SIZE[0] / 2, 86.0)
SCALE = 1.12
FRAME = (14.0, 14.0, SIZE[0] - 28.0, SIZE[1] - 28.0)
"""Left, top, width and height of what is drawn, in pixels."""

VIEW = (14.0, 28.0, SIZE[0] - 28.0, 402.0)
"""What the player shows of it: further down than the drawing, so that captions lie below the hands."""


def to_pixels(place: Point) -> tuple[float, float]:
    """A place in millimetres as pixels of the stage."""
    return round(ORIGIN[0] + place.x * SCALE, 1), round(ORIGIN[1] + place.y * SCALE, 1)


def on_stage(place: Point) -> bool:
    """Whether a place lies inside the frame."""
    x, y = to_pixels(place)
    left, top, width, height = FRAME
    return left <= x <= left + width and top <= y <= top + height
