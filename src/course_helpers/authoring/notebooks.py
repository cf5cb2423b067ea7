"""A lesson's notebook as its checks see it."""

import ast
import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_helpers.knowledge import Problem

HEADING = re.compile(r"^(#{1,6}) +(.+?) *$", re.MULTILINE)
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Cell:
    """One cell with the line of the file on which it begins."""

    id: str
    kind: str
    source: str
    tags: tuple[str, ...]
    outputs: tuple[dict[str, Any], ...]
    metadata: dict[str, Any]
    line: int


@dataclass(frozen=True)
class Notebook:
    """A notebook file, read as data."""

    path: Path
    text: str
    metadata: dict[str, Any]
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """The file name."""
        return self.path.name

    def problem(self, cell: Cell | None, what: str, remedy: str) -> Problem:
        """A problem in one cell, or in the whole file."""
        place = f"notebooks/{self.name}"
        return Problem(place, cell.line if cell else 1, cell.id if cell else "", what, remedy)

    def prose(self, *, tagged: bool = True) -> Iterator[Cell]:
        """The written cells; without the tagged ones (hint, facilitator notes) if so asked."""
        yield from (cell for cell in self.cells if cell.kind == "markdown" and (tagged or not cell.tags))

    def calls(self) -> Iterator[tuple[Cell, "Call | None"]]:
        """The code cells, each with the one call it makes; None where it is anything else."""
        yield from ((cell, call_in(cell.source)) for cell in self.cells if cell.kind == "code")

    def headings(self) -> Iterator[tuple[Cell, int, str]]:
        """All headings as (cell, level, text)."""
        for cell in self.prose():
            for marks, text in HEADING.findall(cell.source):
                yield cell, len(marks), text


@dataclass(frozen=True)
class Call:
    """A call such as ``course.evidence_card("S13")``."""

    name: str
    arguments: tuple[object, ...]


@functools.lru_cache(maxsize=1024)  # many rules ask for the calls of the same lessons
def call_in(source: str) -> Call | None:
    """The call of a code cell of the form ``import course_helpers as course`` and one ``course.name(...)``."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return None
    match body:
        case [
            ast.Import(names=[ast.alias(name="course_helpers", asname="course")]),
            ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="course"), attr=name)) as call),
        ] if not call.keywords and all(isinstance(argument, ast.Constant) for argument in call.args):
            values = tuple(argument.value for argument in call.args if isinstance(argument, ast.Constant))
            return Call(name, values)
    return None


@functools.cache
def read_notebook(path: Path) -> Notebook:
    """Read a notebook.

    Raises:
        ValueError: if it is not a notebook at all.
    """
    text = path.read_text(encoding="utf-8")
    data = json.loads(text)
    cells = data["cells"]
    made = tuple(_cell(cell, line) for cell, line in zip(cells, _lines(cells, text), strict=True))
    return Notebook(path, text, data.get("metadata", {}), made)


def _lines(cells: list[dict[str, Any]], text: str) -> Iterator[int]:
    """The line on which each cell names its id. They follow each other, so each is looked for behind the last."""
    line, last = 1, 0
    for cell in cells:
        position = max(text.find(f'"id": "{cell.get("id", "")}"', last), last)
        line += text.count("\n", last, position)
        last = position
        yield line


def _cell(cell: dict[str, Any], line: int) -> Cell:
    return Cell(
        id=cell.get("id", ""),
        kind=cell["cell_type"],
        source="".join(cell["source"]),
        tags=tuple(cell["metadata"].get("tags", ())),
        outputs=tuple(cell.get("outputs", ())),
        metadata=cell["metadata"],
        line=line,
    )
