"""The course for a room without internet: the project, every package as a file, and a page that says what to do."""

import json
import os
import platform
import runpy
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from course_helpers.knowledge import load
from course_helpers.workshop.own_bundle import (
    MARK,
    NAME,
    CannotBundle,
    check_replaceable,
    is_bundle,
    put_in_place,
    write_mark,
)

LEFT_BEHIND = (
    ".git",
    ".venv*",
    ".course",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".ipynb_checkpoints",
    "__pycache__",
    "*.egg-info",
    "*.partial",
    "*.sqlite3*",
    f"{NAME}.zip",
)
"""What is not packed, wherever it lies. Among it is a learner's record with its companions: it stays with its owner."""

LEFT_BEHIND_AT_THE_TOP = {"build", "bundle", "exports", "handouts", "slides", "wheels", MARK}
"""What is not packed where commands write it; deeper down the names belong to the course itself."""

REQUIREMENTS = ("requirements.txt", "src/course_helpers/workshop/slides/requirements.txt")
"""The lists of what a room needs: the course, and slides."""

WHEELS = "wheels"
FITS = "fits.json"
"""The names that start.py looks for; it cannot import this module."""

START_PAGE = "START HERE.txt"

STARTER = "start.py"
"""It knows what an installer's words mean: by numbers and by the names of errors, which no language changes."""


def make_bundle(root: Path, out: Path, *, zipped: bool) -> Path:
    """Write the bundle below ``out``; the result is its folder, or its zip file.

    Everything is made beside the places it goes to, and takes them last: whatever fails before leaves them as they are.

    Raises:
        CannotBundle: if a package cannot be fetched, or if what stands there is no bundle that can be made again.
        OSError: if ``out`` cannot be written.
    """
    folder, archive = out / NAME, out / f"{NAME}.zip"
    targets = (folder, archive) if zipped else (folder,)
    _check_all(targets, root)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{NAME}-", suffix=".partial", dir=out) as apart:
        made = Path(apart) / NAME
        shutil.copytree(root, made, ignore=partial(left_behind, root))
        _let_owner_write(made)
        fetch_wheels(root, REQUIREMENTS, made / WHEELS)
        (made / START_PAGE).write_text(start_page(), encoding="utf-8", newline="\r\n")
        write_mark(made)
        packed = Path(shutil.make_archive(str(made), "zip", apart, NAME)) if zipped else None
        _check_all(targets, root)
        put_in_place(made, folder)
        if packed:
            packed.replace(archive)
    return archive if zipped else folder


def _let_owner_write(made: Path) -> None:
    """A copy keeps what may be done with a file. A course on a medium that is only read can be copied all the same."""
    for folder, _, files in os.walk(made):
        for path in (Path(folder), *(Path(folder, name) for name in files)):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | stat.S_IWUSR)


def _check_all(targets: tuple[Path, ...], root: Path) -> None:
    for target in targets:
        check_replaceable(target, root)


def left_behind(root: Path, folder: str, names: list[str]) -> set[str]:
    """Which names in a folder of the project are not packed. A bundle that lies in it is none of its parts."""
    at_the_top = LEFT_BEHIND_AT_THE_TOP if Path(folder) == root else set()
    bundles = {name for name in names if is_bundle(Path(folder, name))}
    return shutil.ignore_patterns(*LEFT_BEHIND)(folder, names) | (at_the_top & set(names)) | bundles


def fetch_wheels(root: Path, requirements: Iterable[str], folder: Path) -> None:
    """Every package that this kind of computer needs, as files; the lists of them lie in the project in ``root``.

    Raises:
        CannotBundle: if one cannot be fetched.
    """
    folder.mkdir()
    every = [line for listed in requirements for line in (root / listed).read_text(encoding="utf-8").splitlines()]
    wanted = [line for line in every if "==" in line]
    lines = folder / "requirements.txt"
    lines.write_text("\n".join(wanted) + "\n", encoding="utf-8")
    check_pip()
    options = ["--no-deps", "--only-binary=:all:", "--quiet", "--disable-pip-version-check", "--no-input"]
    answer = _python("pip", "download", *options, "--dest", str(folder), "--requirement", str(lines))
    lines.unlink()
    if answer.returncode:
        raise CannotBundle(_why_not_fetched(root, answer.stderr))
    (folder / FITS).write_text(json.dumps(this_computer()) + "\n", encoding="utf-8")


def check_pip() -> None:
    """Fetching needs pip. A Python that uv made has none; Python's own copy of it needs no internet.

    Raises:
        CannotBundle: if this Python has no such copy.
    """
    if _python("pip", "--version").returncode == 0:
        return
    answer = _python("ensurepip", "--default-pip")
    if answer.returncode:
        raise CannotBundle(
            f"The installer pip is missing, and could not be added: {_last_line(answer.stderr)}\n"
            "On Debian or Ubuntu type: sudo apt install python{}.{}-venv - elsewhere install Python from python.org. "
            "Then delete the folder .venv, and run this again.".format(*sys.version_info[:2])
        )


def _python(module: str, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a module with the Python of the course."""
    return subprocess.run([sys.executable, "-m", module, *words], capture_output=True, text=True, check=False)


def _why_not_fetched(root: Path, said: str) -> str:
    """What pip's words mean, and what to do."""
    told = f"The packages could not be fetched: {_last_line(said)}"
    starter = runpy.run_path(str(root / STARTER))
    kind = starter["kind_of_failure"](said)
    if kind == "network":
        return f"{told}\nThis step needs the internet. Check the connection, then run it again."
    otherwise = "Run it again. If it says the same, show this to someone who knows Python."
    return f"{told}\n{starter['SENTENCES'].get(kind, otherwise)}"


def _last_line(said: str) -> str:
    return (said.strip().splitlines() or ["no reason was given"])[-1]


def this_computer() -> dict[str, str]:
    """What the packages fit: as start.py asks before it installs them."""
    python = ".".join(map(str, sys.version_info[:2]))
    return {"system": platform.system(), "machine": platform.machine().lower(), "python": python}


def start_page() -> str:
    """One page of plain text, for whoever finds the stick."""
    here = this_computer()
    start = "py start.py" if here["system"] == "Windows" else "python3 start.py"
    return load().strings.workshop.bundle_page.format(start=start, **here).replace("\\n", "\n")
