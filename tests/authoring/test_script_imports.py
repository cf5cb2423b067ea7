"""A script that asks for what is not there is a line of `check`, with file and line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course_helpers.authoring.script_imports import PACKAGE, import_problems

SHARED = 'import { button, element } from "../panel/parts.js";'
DAMAGE = {
    "a name": 'import { button, elements } from "../panel/parts.js";',
    "a file": 'import { button, element } from "../panel/part.js";',
}


def test_every_script_of_the_course_can_be_joined() -> None:
    assert list(import_problems()) == []


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The scripts alone, to be damaged."""
    package = tmp_path / "src/course_helpers"
    for script in PACKAGE.rglob("*.js"):
        target = package / script.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(script, target)
    return package


@pytest.mark.parametrize("damage", DAMAGE)
def test_an_import_that_names_nothing_is_a_problem(damage: str, copied: Path) -> None:
    script = copied / "record/read_marks.js"
    text = script.read_text(encoding="utf-8")
    assert SHARED in text
    script.write_text(text.replace(SHARED, DAMAGE[damage]), encoding="utf-8")
    [problem] = import_problems(copied)
    assert (problem.file, problem.line) == ("record/read_marks.js", 2)


def test_it_is_a_line_of_check_although_the_panel_cannot_begin(tmp_path: Path) -> None:
    copied = tmp_path / "src/course_helpers"
    shutil.copytree(PACKAGE, copied, ignore=shutil.ignore_patterns("__pycache__"))
    script = copied / "record/read_marks.js"
    script.write_text(script.read_text(encoding="utf-8").replace(SHARED, DAMAGE["a name"]), encoding="utf-8")
    command = [sys.executable, "-m", "course_helpers", "check"]
    done = subprocess.run(command, cwd=copied.parent, capture_output=True, text=True, check=False)
    assert "record/read_marks.js:2" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == 1
