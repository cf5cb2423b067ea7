"""A drawing: its id, its height and the function that draws it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_helpers.figures.sheet import Sheet


@dataclass(frozen=True)
class Drawing:
    """One figure of the course; calling it draws it on a sheet."""

    id: str
    height: int
    ink: "Callable[[Sheet], None]"

    def __call__(self, sheet: "Sheet") -> None:
        """Draw on the sheet."""
        self.ink(sheet)


def drawing(figure_id: str, height: int) -> "Callable[[Callable[[Sheet], None]], Drawing]":
    """Mark a function as the drawing of a figure, ``height`` pixels high."""

    def mark(ink: "Callable[[Sheet], None]") -> Drawing:
        return Drawing(figure_id, height, ink)

    return mark
