"""How much room a part takes on a slide, by a rough count of lines; a browser knows better, but only later."""

import math

from bs4 import Tag

ROOM = 15.0
"""Lines of text that a slide holds, about."""

CROWDED = 20.0
"""Lines on a slide that begins with no more than a heading or a sentence."""

SHORT = 3.0
"""Lines of a heading, or of a sentence."""

HEAD = 2.0
"""Lines that the head of a table or the words above a list take."""

FIGURE = ROOM - 3
"""A drawing leaves room for a sentence."""

LINE = 84
"""Characters in a line, about."""


def kinds_of(part: Tag) -> list[str]:
    """The classes of an element."""
    return [str(kind) for kind in part.get_attribute_list("class") if kind]


def lines_of(part: Tag) -> float:
    """How many lines an element takes, about."""
    kinds = kinds_of(part)
    if "course-look-up" in kinds:
        return 0.8
    if part.name == "figure":
        return FIGURE
    if "course-card" in kinds:
        return 1.2 + _sum(part.find_all(recursive=False))
    return _lines_of_text(part)


def _lines_of_text(part: Tag) -> float:
    if part.name == "tr":
        cells = part.find_all(["td", "th"], recursive=False)
        width = LINE / max(len(cells), 1)
        return 0.5 + max((math.ceil(len(cell.get_text()) / width) for cell in cells), default=1)
    if rows := part.find_all("tr"):
        return 1.5 + _sum(rows)
    if part.name in {"ul", "ol"}:
        return 0.4 + _sum(part.find_all("li", recursive=False))
    return 0.4 + math.ceil(len(part.get_text()) / LINE)


def _sum(parts: list[Tag]) -> float:
    return sum(map(lines_of, parts))
