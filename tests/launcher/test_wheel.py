"""A wheel installed elsewhere has all that the code needs, and changes nobody's JupyterLab."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from course_helpers.knowledge import load

ROOT = Path(__file__).parents[2]
SHOW = """
from course_helpers.knowledge import load
from course_helpers.lesson.drawings import drawing_path
import course_helpers
print(course_helpers.__file__)
print(sum(drawing_path(figure).stat().st_size > 0 for figure in load().figures))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be installed on a Hub."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


def test_it_brings_every_drawing(wheel: Path, tmp_path: Path) -> None:
    """Found from the installed code, wherever a person is."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path), "COURSE_CACHE_FOLDER": str(tmp_path)}
    words = [sys.executable, "-c", SHOW]
    answer = subprocess.run(
        words, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert answer.returncode == 0, answer.stderr
    place, number = answer.stdout.split()
    assert Path(place).is_relative_to(tmp_path)
    assert int(number) == len(load().figures) > 0


def test_it_brings_the_extension_and_no_settings(wheel: Path) -> None:
    """Settings would reach every notebook of that JupyterLab."""
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    assert any("labextensions/course-helpers/static/remoteEntry" in name for name in names)
    assert not [name for name in names if "/etc/" in name or "overrides" in name or "page_config" in name]
