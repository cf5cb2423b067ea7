"""A lesson's kernel stays light: no lesson loads the plotting library or numpy, except the practice page."""

import json
import subprocess
import sys

import pytest

from course_helpers.knowledge import load
from tests.places import NOTEBOOKS

HEAVY = ("matplotlib", "numpy", "pandas", "PIL")
LIGHT_LESSONS = [lesson.notebook for lesson in load().lessons.values() if lesson.ready and lesson.id != "08"]
PROGRAM = """
import json, sys
for name, code in json.load(sys.stdin).items():
    exec(compile(code, name, "exec"), {"__name__": "__main__"})
    print(json.dumps([name, [heavy for heavy in sys.argv[1:] if heavy in sys.modules]]))
"""


@pytest.fixture(scope="module")
def loaded() -> dict[str, list[str]]:
    """What of all that is heavy is there after each lesson; they run one after the other in one new process."""
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM, *HEAVY],
        input=json.dumps({name: code_of(name) for name in LIGHT_LESSONS}),
        capture_output=True,
        text=True,
        check=True,
        cwd=NOTEBOOKS,
    )
    return dict(json.loads(line) for line in answer.stdout.splitlines() if line.startswith("["))


def code_of(name: str) -> str:
    cells = json.loads((NOTEBOOKS / name).read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


@pytest.mark.parametrize("name", LIGHT_LESSONS)
def test_a_lesson_loads_nothing_heavy(name: str, loaded: dict[str, list[str]]) -> None:
    """Where several fail, the first of them is to blame."""
    assert loaded[name] == []
