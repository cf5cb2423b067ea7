"""Where the words of a drawing stand, computed from its SVG with the font it was laid out in."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from course_helpers.design_tokens import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
NUMBER = r"-?[\d.]+"
STEP = re.compile(rf"([MLC])((?: {NUMBER})+)")
TOUCH = 1.0
"""How many pixels two boxes may share: the rounding of coordinates and of hinted letters."""


@dataclass(frozen=True)
class Words:
    """One line of text and the box of its letters, in pixels of the drawing."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def shrunk(self, by: float) -> "Words":
        """The same words in a box that is smaller on every side."""
        return Words(self.text, self.left + by, self.top + by, self.right - by, self.bottom - by)


def past_the_edge(root: ET.Element) -> list[tuple[float, float]]:
    """The lower right corners of what is drawn, without a clip, past the edge of the drawing."""
    width, height = map(float, root.get("viewBox", "").split()[2:])
    found = []
    for path in root.iter(f"{SVG}path"):
        numbers = [float(number) for number in re.findall(NUMBER, path.get("d", ""))]
        low, right = max(numbers[1::2], default=0.0), max(numbers[::2], default=0.0)
        if not path.get("clip-path") and (right > width or low > height):
            found.append((right, low))
    return found


def across_a_border(root: ET.Element) -> list[str]:
    """Words that begin inside a box with a border and end below it."""
    boxes = [found for path in root.iter(f"{SVG}path") if (found := _box_of(path))]
    return [
        one.text
        for one in words_of(root)
        for left, top, right, low in boxes
        if left < one.left < right and top < one.top < low and one.bottom - TOUCH > low
    ]


def too_near_a_border(root: ET.Element, gap: float) -> list[str]:
    """Words that stand outside a box with a border and come nearer to it than ``gap``, in pixels."""
    boxes = [found for path in root.iter(f"{SVG}path") if (found := _box_of(path))]
    room = gap + TOUCH
    return [
        one.text
        for one in words_of(root)
        for left, top, right, low in boxes
        if not _holds((left, top, right, low), (one.left, one.top, one.right, one.bottom))
        and _share((one.left, one.top, one.right, one.bottom), (left - room, top - room, right + room, low + room))
    ]


def overlapping_boxes(root: ET.Element) -> list[tuple[float, float]]:
    """The upper left corners of boxes with a border that lie half on another one; a box inside another is meant so."""
    boxes = [found for path in root.iter(f"{SVG}path") if (found := _box_of(path))]
    return [
        (max(one[0], other[0]), max(one[1], other[1]))
        for one, other in combinations(boxes, 2)
        if _share(one, other) and not _holds(one, other) and not _holds(other, one)
    ]


Box = tuple[float, float, float, float]


def _share(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > TOUCH and min(one[3], other[3]) - max(one[1], other[1]) > TOUCH


def _holds(one: Box, other: Box) -> bool:
    inside_above = one[0] <= other[0] + TOUCH and one[1] <= other[1] + TOUCH
    return inside_above and one[2] >= other[2] - TOUCH and one[3] >= other[3] - TOUCH


def _box_of(path: ET.Element) -> Box | None:
    """Left, top, right and lower edge of a rounded box with a border; None for any other shape."""
    d = path.get("d", "")
    if not path.get("stroke") or path.get("clip-path") or d.count("C") != 4 or d.count("L") != 4:
        return None
    numbers = [float(number) for number in re.findall(NUMBER, d)]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


@cache
def _font(*, bold: bool) -> FT2Font:
    weight = "bold" if bold else "normal"
    return FT2Font(font_manager.findfont(font_manager.FontProperties(family="DejaVu Sans", weight=weight)))


@cache
def words_of(root: ET.Element) -> tuple[Words, ...]:
    """Every line of text of a drawing with its box, measured once for all that is asked of them."""
    found = []
    for text in root.iter(f"{SVG}text"):
        content = text.text or ""
        font = _font(bold=text.get("font-weight") == "bold")
        size = float(text.get("font-size", "0"))
        font.set_size(size, 72)
        font.set_text(content)
        width, height = (value / 64 for value in font.get_width_height())
        below = font.get_descent() / 64
        left = float(text.get("x", "0")) - ANCHORS[text.get("text-anchor", "start")] * width
        base = float(text.get("y", "0"))
        found.append(Words(content, left, base + below - height, left + width, base + below))
    return tuple(found)


def outside(root: ET.Element, margin: float) -> list[str]:
    """The words that leave the drawing or come nearer to its edge than ``margin``."""
    width, height = (float(value) for value in root.get("viewBox", "0 0 0 0").split()[2:])
    return [
        one.text
        for one in words_of(root)
        if one.left < margin or one.right > width - margin or one.top < margin or one.bottom > height - margin
    ]


def overlapping(root: ET.Element) -> list[tuple[str, str]]:
    """Pairs of lines of text that lie on each other."""
    small = [one.shrunk(TOUCH / 2) for one in words_of(root)]
    return [
        (one.text, other.text)
        for one, other in combinations(small, 2)
        if one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
    ]


def crossed(root: ET.Element) -> list[str]:
    """Words through which a straight line runs; curves, such as outlines of bodies, are not looked at."""
    lines = list(_segments(root))
    boxes = [one.shrunk(TOUCH) for one in words_of(root)]
    return sorted({box.text for box in boxes if any(_inside(line, box) for line in _near(lines, box))})


Segment = tuple[float, float, float, float]


def _near(lines: list[Segment], box: Words) -> Iterator[Segment]:
    """The lines that do not lie wholly on one side of a box: most do, and are asked no more."""
    left, top, right, low = box.left, box.top, box.right, box.bottom
    for line in lines:
        x1, y1, x2, y2 = line
        if (
            (x1 > left or x2 > left)
            and (x1 < right or x2 < right)
            and (y1 > top or y2 > top)
            and (y1 < low or y2 < low)
        ):
            yield line


def _segments(root: ET.Element) -> Iterator[Segment]:
    """Every straight piece of a line or border, cut where the frame of its picture cuts it."""
    frames = {f"url(#{clip.get('id')})": _frame(clip) for clip in root.iter(f"{SVG}clipPath")}
    for path in root.iter(f"{SVG}path"):
        if "stroke" not in path.attrib:
            continue
        found = STEP.findall(path.get("d", ""))
        steps = [(name, *(float(number) for number in numbers.split()[-2:])) for name, numbers in found]
        for (_, x1, y1), (name, x2, y2) in pairwise(steps):
            frame = frames.get(path.get("clip-path", ""))
            line = (x1, y1, x2, y2)
            seen = _inside(line, frame) if frame else line
            if name == "L" and seen:
                yield seen


def leaders(root: ET.Element) -> list[Segment]:
    """The thin straight lines that lead from words to what they name: each ends in a dot."""
    dots = [(x, y) for path in _inked(root, "fill") for x, y in [_middle(path)]]
    found = []
    for path in _inked(root, "stroke"):
        steps = STEP.findall(path.get("d", ""))
        if [name for name, _ in steps] == ["M", "L"] and path.get("stroke-width", "1") == "1":
            start, end = ([float(number) for number in numbers.split()] for _, numbers in steps)
            if any(abs(end[0] - x) < TOUCH and abs(end[1] - y) < TOUCH for x, y in dots):
                found.append((start[0], start[1], end[0], end[1]))
    return found


def _inked(root: ET.Element, kind: str) -> list[ET.Element]:
    return [path for path in root.iter(f"{SVG}path") if path.get(kind, "").upper() == LIGHT.ink.upper()]


def _middle(path: ET.Element) -> tuple[float, float]:
    box = _box(path)
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def crossing_leaders(root: ET.Element) -> list[tuple[Segment, Segment]]:
    """Pairs of leaders that cross."""
    return [(one, other) for one, other in combinations(leaders(root), 2) if _cross(one, other)]


def _cross(one: Segment, other: Segment) -> bool:
    def side(line: Segment, x: float, y: float) -> float:
        return (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0])

    apart = side(one, *other[:2]) * side(one, *other[2:]), side(other, *one[:2]) * side(other, *one[2:])
    return max(apart) < 0


def _frame(clip: ET.Element) -> Words:
    """The box of a clip shape."""
    return _box(next(clip.iter(f"{SVG}path")))


def _box(path: ET.Element) -> Words:
    numbers = [float(number) for number in re.findall(NUMBER, path.get("d", ""))]
    return Words("", min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2]))


def _inside(line: Segment, box: Words) -> Segment | None:
    """The piece of a line that lies in a box: the usual clipping of its parameter at the four sides."""
    x1, y1, x2, y2 = line
    first, last = 0.0, 1.0
    for start, step, low, high in ((x1, x2 - x1, box.left, box.right), (y1, y2 - y1, box.top, box.bottom)):
        if step == 0:
            if not low < start < high:
                return None
            continue
        ends = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, ends[0]), min(last, ends[1])
    if first >= last:
        return None
    return x1 + first * (x2 - x1), y1 + first * (y2 - y1), x1 + last * (x2 - x1), y1 + last * (y2 - y1)
