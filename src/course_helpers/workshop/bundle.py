"""The course for a room without internet: the project, every package as a file, and a page that says what to do."""

import json
import platform
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from course_helpers.knowledge import load

NAME = "gentle-hands"
LEFT_BEHIND = (
    ".git",
    ".venv",
    ".course",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".ipynb_checkpoints",
    "__pycache__",
    "*.egg-info",
    "*.partial",
)
"""What is not packed, wherever it lies."""

LEFT_BEHIND_AT_THE_TOP = {"build", "bundle", "exports", "wheels"}
"""What is not packed where commands write it; deeper down the names belong to the course itself."""

REQUIREMENTS = ("requirements.txt", "src/course_helpers/workshop/slides/requirements.txt")
"""The lists of what a room needs: the course, and slides."""

WHEELS = "wheels"
FITS = "fits.json"
"""The names that start.py looks for; it cannot import this module."""

START_PAGE = "START HERE.txt"


class CannotBundle(Exception):
    """Something a person can act on. The text says what happened and what to do."""


def make_bundle(root: Path, out: Path, *, zipped: bool) -> Path:
    """Write the bundle below ``out``; the result is its folder, or its zip file.

    Raises:
        CannotBundle: if a package cannot be fetched.
    """
    folder = out / NAME
    if folder.exists():
        shutil.rmtree(folder)
    # The bundle may lie inside the project: what is being written is not copied into itself.
    with tempfile.TemporaryDirectory() as apart:
        copy = Path(apart) / NAME
        shutil.copytree(root, copy, ignore=partial(left_behind, root))
        fetch_wheels([root / name for name in REQUIREMENTS], copy / WHEELS)
        (copy / START_PAGE).write_text(start_page(), encoding="utf-8", newline="\r\n")
        out.mkdir(parents=True, exist_ok=True)
        shutil.move(copy, folder)
    if not zipped:
        return folder
    return Path(shutil.make_archive(str(folder), "zip", out, NAME))


def left_behind(root: Path, folder: str, names: list[str]) -> set[str]:
    """Which names in a folder of the project are not packed."""
    at_the_top = LEFT_BEHIND_AT_THE_TOP if Path(folder) == root else set()
    return shutil.ignore_patterns(*LEFT_BEHIND)(folder, names) | (at_the_top & set(names))


def fetch_wheels(requirements: list[Path], folder: Path) -> None:
    """Every package that this kind of computer needs, as files."""
    folder.mkdir()
    every = [line for listed in requirements for line in listed.read_text(encoding="utf-8").splitlines()]
    wanted = [line for line in every if "==" in line]
    lines = folder / "requirements.txt"
    lines.write_text("\n".join(wanted) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--quiet"]
    options = ["--disable-pip-version-check", "--no-input", "--dest", str(folder), "--requirement", str(lines)]
    answer = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    lines.unlink()
    if answer.returncode:
        last = (answer.stderr.strip().splitlines() or ["no reason was given"])[-1]
        raise CannotBundle(
            f"The packages could not be fetched: {last}\nThis step needs the internet. Check the connection, then "
            "run it again."
        )
    (folder / FITS).write_text(json.dumps(this_computer()) + "\n", encoding="utf-8")


def this_computer() -> dict[str, str]:
    """What the packages fit: as start.py asks before it installs them."""
    python = ".".join(map(str, sys.version_info[:2]))
    return {"system": platform.system(), "machine": platform.machine().lower(), "python": python}


def start_page() -> str:
    """One page of plain text, for whoever finds the stick."""
    here = this_computer()
    return load().strings.workshop["bundle_page"].format(**here).replace("\\n", "\n")
