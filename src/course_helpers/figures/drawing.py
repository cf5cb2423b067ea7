"""A drawing: its id, its heights and the function that draws it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas


@dataclass(frozen=True)
class Drawing:
    """One figure of the course; calling it draws it on a canvas."""

    id: str
    height: int
    ink: "Callable[[Canvas], None]"
    narrow: int | None = None
    """The height of its narrow layout, for a telephone; None: there is none."""

    def __call__(self, canvas: "Canvas") -> None:
        """Draw on the canvas."""
        self.ink(canvas)


def drawing(figure_id: str, height: int, narrow: int | None = None) -> "Callable[[Callable[[Canvas], None]], Drawing]":
    """Mark a function as the drawing of a figure, ``height`` pixels high, and ``narrow`` in its narrow layout."""

    def mark(ink: "Callable[[Canvas], None]") -> Drawing:
        return Drawing(figure_id, height, ink, narrow)

    return mark
