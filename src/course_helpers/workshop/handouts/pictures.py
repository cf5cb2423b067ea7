"""Drawings as paper needs them: with places to point at, and in parts."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from string import ascii_uppercase

from course_helpers.document import Mark, Picture, PicturePart
from course_helpers.knowledge.questions import Question


def with_places(drawing: Picture, question: Question) -> Picture:
    """The drawing with a letter at the place of each option."""
    lettered = zip(ascii_uppercase, question.options, strict=False)
    marks = (
        Mark(letter, spot.x, spot.y, spot.width, spot.height, spot.letter_at)
        for letter, option in lettered
        if (spot := question.spot(option))
    )
    return replace(drawing, marks=tuple(marks))


SVG = "http://www.w3.org/2000/svg"


def cut_out(drawing: str, part: PicturePart) -> str:
    """One part of an SVG drawing as a drawing of its own.

    Words outside it are taken away: cutting hides them from the eye alone, and whoever has the page read out or
    searches it would meet them once for each part.
    """
    ET.register_namespace("", SVG)
    root = ET.fromstring(drawing)  # noqa: S314 - the course's own drawing
    root.set("viewBox", f"{part.x:g} {part.y:g} {part.width:g} {part.height:g}")
    root.set("width", f"{part.width:g}")
    root.set("height", f"{part.height:g}")
    for parent in list(root.iter()):
        for text in parent.findall(f"{{{SVG}}}text"):
            if not _lies_in(part, float(text.get("x", "0")), float(text.get("y", "0"))):
                parent.remove(text)
    return ET.tostring(root, encoding="unicode")


def _lies_in(part: PicturePart, x: float, y: float) -> bool:
    return 0 <= x - part.x <= part.width and 0 <= y - part.y <= part.height
