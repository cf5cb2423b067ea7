"""What a drawing is in the end: paths and words of SVG, in the order in which they were drawn."""

import functools
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from course_helpers.figures.paths import Path, Spot, Step, cut_at_edge, path_data, written
from course_helpers.figures.things import Leader, Thing


@dataclass(frozen=True)
class Paint:
    """How a path is filled and outlined; widths and dashes in pixels. None: not at all."""

    fill: str | None
    line: str | None
    width: float
    dash: tuple[float, float] | None = None
    alpha: float = 1.0
    cap: Literal["butt", "round"] = "butt"
    join: Literal["miter", "round"] = "miter"

    @property
    def is_seen(self) -> bool:
        """Whether it leaves anything on the canvas."""
        return self.fill is not None or self.stroked

    @property
    def stroked(self) -> bool:
        """Whether there is a line."""
        return self.line is not None and self.width > 0

    def attributes(self) -> Iterator[tuple[str, str]]:
        """As attributes of SVG, in the order of their names; what SVG takes for granted is left out."""
        yield "fill", (self.fill or "none").lower()
        if self.alpha != 1.0:
            yield "opacity", written(self.alpha)
        if self.line is None or not self.stroked:
            return
        yield "stroke", self.line.lower()
        if self.dash:
            yield "stroke-dasharray", ",".join(map(written, self.dash))
        if self.cap != "butt":
            yield "stroke-linecap", self.cap
        if self.join != "round":
            yield "stroke-linejoin", self.join
        if self.width != 1.0:
            yield "stroke-width", written(self.width)


class Surface(Protocol):
    """What a pen draws on: the parts of a drawing, or layers for a page."""

    def add_path(self, path: Path, paint: Paint, frame: tuple[Step, ...] = ()) -> None:
        """Add a path over all that is there; ``frame`` is the path at which it is cut."""

    def add_words(self, spot: Spot, words: str, size: float, colour: str, anchor: str, *, bold: bool) -> None:
        """Add one line of text; ``spot`` is on its baseline, and ``anchor`` says which part of it stands there."""

    def add_thing(self, thing: Thing) -> None:
        """Note what something is that was drawn; nothing is seen of it."""

    def add_leader(self, leader: Leader) -> None:
        """Note what some words lead to; nothing is seen of it."""


@functools.lru_cache(maxsize=64)
def _frame_data(frame: tuple[Step, ...]) -> str:
    """The path of a frame; all that is drawn in a picture has the same one."""
    return path_data(frame)


class Parts:
    """The paths and words of one drawing of this size, the frames at which some are cut, and what its things are."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._drawn: list[ET.Element] = []
        self._frames: dict[str, str] = {}
        self.things: dict[str, Thing] = {}
        self.leaders: list[Leader] = []

    def add_path(self, path: Path, paint: Paint, frame: tuple[Step, ...] = ()) -> None:
        """Add a path over all that is there; ``frame`` is the path at which it is cut."""
        if not paint.is_seen:
            return
        drawn = path if paint.fill else cut_at_edge(path, *self._size)
        attributes = {"d": path_data(drawn), **dict(paint.attributes())}
        if frame:
            name = self._frames.setdefault(_frame_data(frame), f"clip{len(self._frames) + 1}")
            attributes["clip-path"] = f"url(#{name})"
        self._drawn.append(ET.Element("path", attributes))

    def add_words(self, spot: Spot, words: str, size: float, colour: str, anchor: str, *, bold: bool) -> None:
        """Add one line of text; ``spot`` is on its baseline, and ``anchor`` says which part of it stands there."""
        if not words:
            return
        attributes = {"x": written(spot[0]), "y": written(spot[1]), "font-size": written(size), "fill": colour.lower()}
        if bold:
            attributes["font-weight"] = "bold"
        if anchor != "start":
            attributes["text-anchor"] = anchor
        element = ET.Element("text", attributes)
        element.text = words
        self._drawn.append(element)

    def add_thing(self, thing: Thing) -> None:
        """Note what something is that was drawn; nothing is seen of it.

        Raises:
            ValueError: if something else has that name already.
        """
        if thing.name in self.things:
            raise ValueError(f'Two things are called "{thing.name}".')
        self.things[thing.name] = thing

    def add_leader(self, leader: Leader) -> None:
        """Note what some words lead to; nothing is seen of it."""
        self.leaders.append(leader)

    def into(self, root: ET.Element) -> None:
        """Put everything into a drawing: first the frames, then what is seen."""
        if self._frames:
            definitions = ET.SubElement(root, "defs")
            for path, name in self._frames.items():
                ET.SubElement(ET.SubElement(definitions, "clipPath", {"id": name}), "path", {"d": path})
        root.extend(self._drawn)


class Things(Parts):
    """What the things of a drawing are, and nothing that is seen: most of the work is to write that."""

    def add_path(self, path: Path, paint: Paint, frame: tuple[Step, ...] = ()) -> None:
        """Leave a path out."""

    def add_words(self, spot: Spot, words: str, size: float, colour: str, anchor: str, *, bold: bool) -> None:
        """Leave words out."""
