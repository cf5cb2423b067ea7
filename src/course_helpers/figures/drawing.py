"""A drawing: its id, its heights and the function that draws it."""

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
    narrow: int | None = None
    """The height of its narrow layout, for a telephone; None: there is none."""

    def __call__(self, sheet: "Sheet") -> None:
        """Draw on the sheet."""
        self.ink(sheet)


def drawing(figure_id: str, height: int, narrow: int | None = None) -> "Callable[[Callable[[Sheet], None]], Drawing]":
    """Mark a function as the drawing of a figure, ``height`` pixels high, and ``narrow`` in its narrow layout."""

    def mark(ink: "Callable[[Sheet], None]") -> Drawing:
        return Drawing(figure_id, height, ink, narrow)

    return mark
