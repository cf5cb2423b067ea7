"""Words broken into lines that fit, measured with the letters the drawings are laid out in."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

SPARE = 1.04
"""Fonts of other machines, such as Verdana, are so much wider."""


def wrapped(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """The words with line breaks, so that no line is wider than ``width`` pixels; breaks that they have stay."""
    return "\n".join("\n".join(_lines(part.split(), width, size, bold=bold)) for part in words.split("\n"))


def unbroken(words: str) -> str:
    """The words without the line breaks of a wide layout, to be wrapped anew."""
    return " ".join(words.split())


def _lines(words: list[str], width: float, size: float, *, bold: bool) -> list[str]:
    found: list[str] = []
    for word in words:
        longer = f"{found[-1]} {word}" if found else word
        if found and SPARE * width_of(longer, size, bold=bold) <= width:
            found[-1] = longer
        else:
            found.append(word)
    return found


@cache
def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of words is, in pixels."""
    font = _font(bold=bold)
    font.set_size(size, 72)
    font.set_text(words)
    return float(font.get_width_height()[0] / 64)


@cache
def _font(*, bold: bool) -> "FT2Font":
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font

    weight = "bold" if bold else "normal"
    return FT2Font(font_manager.findfont(font_manager.FontProperties(family="DejaVu Sans", weight=weight)))
