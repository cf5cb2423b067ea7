"""The list of requirements names tests that exist, and these tests name the requirement."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from course_helpers.knowledge import load
from tests.places import ROOT

ROWS = {
    cells[0]: cells
    for line in (ROOT / "docs/quiz.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| L\d", line)
    for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
}


@cache
def told_of_tests() -> dict[str, str]:
    """What each test that a line names says of itself and of the class it stands in, by its name."""
    found: dict[str, str] = {}
    named = {test for cells in ROWS.values() for test in re.findall(r"`(test_\w+)`", cells[3])}
    for path in (ROOT / "tests").rglob("test_*.py"):
        text = path.read_text(encoding="utf-8")
        if not named.isdisjoint(re.findall(r"def (test_\w+)", text)):
            _collect(ast.parse(text), "", found)
    return found


def _collect(tree: ast.AST, above: str, found: dict[str, str]) -> None:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            _collect(node, ast.get_docstring(node) or "", found)
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            found[node.name] = f"{above} {ast.get_docstring(node) or ''}"


def test_every_requirement_has_a_line() -> None:
    assert list(ROWS) == [f"L{number}" for number in range(1, 18)]


@pytest.mark.parametrize("name", ROWS)
def test_every_requirement_has_tests_that_name_it(name: str) -> None:
    """What is not built says so; everything else is held by a test."""
    named = re.findall(r"`(test_\w+)`", ROWS[name][3])
    assert named or ROWS[name][2].startswith("Open: ")
    assert [test for test in named if not re.search(rf"\b{name}\b", told_of_tests().get(test, ""))] == []


def test_a_check_comes_after_what_it_asks_about() -> None:
    """L5: nobody is asked in the middle of reading."""

    def place(section: str) -> tuple[int, int]:
        lesson, number = re.findall(r"\d+", section)
        return int(lesson), int(number)

    checks = load().check_questions.values()
    assert [check.id for check in checks if place(check.section) < place(check.reread)] == []


def test_the_files_in_the_list_exist() -> None:
    text = (ROOT / "docs/quiz.md").read_text(encoding="utf-8")
    code = ROOT / "src/course_helpers"
    assert [path for path in re.findall(r"`(\w+/\w+\.py)`", text) if not Path(code / path).exists()] == []
