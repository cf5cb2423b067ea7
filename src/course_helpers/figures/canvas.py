"""A canvas to draw on: a light panel, pixels from the top left."""

from course_helpers.body.geometry import Place
from course_helpers.design_tokens import LIGHT, LINES, SPACE
from course_helpers.figures.pen import Pen
from course_helpers.figures.style import WIDTH
from course_helpers.figures.svg_parts import Parts


class Canvas(Pen):
    """A drawing of its own: a light panel with rounded corners, 640 pixels wide, or narrow for a telephone."""

    def __init__(self, height: int, width: int = WIDTH, kept: type[Parts] = Parts) -> None:
        """``kept``: what is kept of all that is drawn."""
        self.parts = kept(width, height)
        self.height = height
        self.width = width
        super().__init__(self.parts, Place())
        self.box((0.5, 0.5, width - 1, height - 1), LIGHT.panel, LIGHT.line, LINES.fine, SPACE.radius)

    @property
    def narrow(self) -> bool:
        """Whether things stand below each other, for a telephone."""
        return self.width < WIDTH

    def cell(self, number: int, columns: int, width: float, step: tuple[float, float]) -> tuple[float, float]:
        """The left upper corner of a picture in rows of ``columns``; on a narrow canvas as many as there is room for.

        ``width`` is that of a picture, ``step`` how far pictures lie apart, across and down. They are counted from 0.
        """
        across, down = step
        if self.narrow:
            columns = max(1, int((self.width - 2 * SPACE.unit - width) // across) + 1)
        left = (self.width - (columns - 1) * across - width) / 2
        return left + (number % columns) * across, 14 + (number // columns) * down
