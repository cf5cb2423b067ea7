"""A lesson's kernel stays light: no lesson loads the plotting library or numpy, except the practice page."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from course_helpers.knowledge import load
from tests.places import NOTEBOOKS

HEAVY = ("matplotlib", "numpy", "pandas", "PIL")
LIGHT_LESSONS = [lesson.notebook for lesson in load().lessons.values() if lesson.ready and lesson.id != "08"]
TOLD = "import sys; print([name for name in {heavy!r} if name in sys.modules])"


@pytest.mark.parametrize("name", LIGHT_LESSONS)
def test_a_lesson_loads_nothing_heavy(name: str, tmp_path: Path) -> None:
    cells = json.loads((NOTEBOOKS / name).read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    script = tmp_path / "lesson.py"
    script.write_text(f"{code}\n{TOLD.format(heavy=HEAVY)}\n", encoding="utf-8")
    found = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, cwd=NOTEBOOKS)
    assert found.stdout.splitlines()[-1] == "[]"
