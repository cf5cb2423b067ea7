"""Words broken into lines that fit, measured with the letters the drawings are laid out in."""

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from course_helpers.document.degrees import with_degrees

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

SPARE = 1.04
"""Fonts of other machines, such as Verdana, are so much wider."""
TYPICAL = 0.5
"""How wide a letter is, as a share of the size of type, for a first guess."""


def wrapped(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """The words with line breaks, so that no line is wider than ``width`` pixels; breaks that they have stay."""
    parts = with_degrees(words).split("\n")
    return "\n".join("\n".join(_lines(re.findall(r"[^ ]+", part), width, size, bold=bold)) for part in parts)


PARAGRAPH = 0.45
"""How high the empty line between two paragraphs is, against one with words."""


def spaced(words: str) -> str:
    """The words with an empty line between their paragraphs."""
    return words.replace("\n", "\n\n")


def rows(words: str) -> float:
    """How high these paragraphs are, against one line."""
    return sum(1.0 if line else PARAGRAPH for line in words.split("\n"))


def unbroken(words: str) -> str:
    """The words without the line breaks of a wide layout, to be wrapped anew."""
    return re.sub(r"[ \n]+", " ", words)


def _lines(words: list[str], width: float, size: float, *, bold: bool) -> list[str]:
    found: list[str] = []
    while words:
        count = _fitting(words, width, size, bold=bold)
        found.append(" ".join(words[:count]))
        words = words[count:]
    return found


def _fitting(words: list[str], width: float, size: float, *, bold: bool) -> int:
    """How many of the words fit on one line; the first stands there in any case.

    Measuring takes longer than anything else about a drawing, so it begins near where the line is likely to end.
    """

    def fits(count: int) -> bool:
        return SPARE * width_of(" ".join(words[:count]), size, bold=bold) <= width

    ends = accumulate(len(word) + 1 for word in words)
    count = max(1, sum(end <= width / (TYPICAL * size) for end in ends))
    while count > 1 and not fits(count):
        count -= 1
    while count < len(words) and fits(count + 1):
        count += 1
    return count


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
