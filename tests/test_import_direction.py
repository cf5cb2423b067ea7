"""Imports point one way: a room may use the rooms that stand before it here, and never one that stands after it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.each import each
from tests.places import ROOT

PACKAGE = ROOT / "src/course_helpers"
ROOMS = (
    *(
        "version",
        "trouble",
        "slow_imports",
        "design_tokens",
        "files",
        "file_lock",
        "names",
        "body",
        "document",
        "lab_extension",
    ),
    *("knowledge", "locale", "error_boundary", "figures", "lesson", "panel", "record"),
    *("aims", "quiz", "readiness", "explorers", "player", "my_practice", "exporting", "workshop"),
    *("__init__", "commands.environment", "server", "authoring", "commands.check", "doctor", "commands", "__main__"),
)
"""From the ground up. Two modules among the commands stand below some rooms that use them."""


def room_of(module: str) -> str:
    """The room of a module named from the package on, such as ``quiz.view_model``."""
    return module if module in ROOMS else module.partition(".")[0]


def imports_of(text: str) -> Iterator[str]:
    """The modules of the course that a module imports, wherever in it, named from the package on."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module == "course_helpers":
            yield from (alias.name if room_of(alias.name) in ROOMS else "__init__" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("course_helpers."):
            named = (f"{node.module}.{alias.name}".removeprefix("course_helpers.") for alias in node.names)
            yield from named
        elif isinstance(node, ast.Import):
            yield from ("__init__" for alias in node.names if alias.name == "course_helpers")


def upward(module: str, text: str) -> list[str]:
    """What a module imports from a room above its own."""
    here = ROOMS.index(room_of(module))
    wanted = (
        name if name in ROOMS else next((room for room in ROOMS if name.startswith(f"{room}.")), name)
        for name in imports_of(text)
    )
    return [name for name in wanted if ROOMS.index(room_of(name)) > here]


def named(path: Path) -> str:
    """The name of a module from the package on."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


@each("path", sorted(PACKAGE.rglob("*.py")), named=named)
def test_nothing_is_imported_from_above(path: Path) -> None:
    assert upward(named(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("knowledge.safety", "from course_helpers.panel import Panel"),
        ("body.movements", "def later() -> None:\n    from course_helpers import knowledge"),
        ("quiz.view_model", "import course_helpers"),
        ("lesson.cards", "from course_helpers import evidence_card"),
    ],
)
def test_an_import_from_above_is_found(module: str, text: str) -> None:
    assert len(upward(module, text)) == 1
