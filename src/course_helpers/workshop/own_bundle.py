"""Telling a bundle of ours from any other folder: only what could be made again is ever replaced.

A bundle carries a list of its files. Somebody may have begun to use it where it was written, or have put something
into it; such a folder is theirs, and stays.
"""

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path

from course_helpers.trouble import Trouble

NAME = "gentle-hands"
"""What a bundle's folder is called."""

MARK = "bundle.json"
"""The list of its files, at the top of a bundle."""

KEPT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What a system writes by itself into a folder that someone looked at."""

SHOWN = 3
"""How many foreign files are named."""


class CannotBundle(Trouble):
    """The bundle cannot be made. The text says why and what to do."""


def write_mark(folder: Path) -> None:
    """Note every file of a bundle, as the last thing that is written into it."""
    files = {path.relative_to(folder).as_posix(): _digest(path) for path in _files(folder)}
    (folder / MARK).write_text(json.dumps({"bundle": NAME, "files": files}, indent=1) + "\n", encoding="utf-8")


def is_bundle(folder: Path) -> bool:
    """True if a folder carries the list of a bundle."""
    return _listed(folder) is not None


def check_replaceable(target: Path, root: Path) -> None:
    """Refuse to write over anything but a bundle as it was made, or its zip file.

    Raises:
        CannotBundle: if ``target`` is the project in ``root``, holds it, or is not known to be a bundle.
    """
    if not target.exists() and not target.is_symlink():
        return
    if any(target.exists() and target.samefile(place) for place in (root, *root.parents)):
        raise CannotBundle(f"{target} is this course itself, or holds it. Choose another folder with --out.")
    if target.is_symlink() or not (_is_zip(target) if target.suffix == ".zip" else is_bundle(target)):
        raise CannotBundle(f"{target} is there already and is no bundle of this course. {_ELSEWHERE}")
    if target.is_dir() and (foreign := _foreign_files(target)):
        named = ", ".join(foreign[:SHOWN]) + (" and more" if len(foreign) > SHOWN else "")
        raise CannotBundle(f"{target} is a bundle that someone has changed or begun to use: {named}. {_ELSEWHERE}")


_ELSEWHERE = "Nothing was touched. Move it away, or choose another folder with --out."


def put_in_place(made: Path, target: Path) -> None:
    """Let a finished bundle take the place of the one before, which goes last.

    Whatever ends it, Ctrl+C included, one of the two stands there.

    Raises:
        OSError: if the places cannot be changed; then the one before stands where it stood.
    """
    if not target.exists():
        made.rename(target)
        return
    before = target.with_name(f"{target.name}.{os.getpid()}.before")
    try:
        target.rename(before)
        made.rename(target)
    except BaseException:
        # Ctrl+C may come between any two of these.
        if before.exists() and not target.exists():
            before.rename(target)
        raise
    shutil.rmtree(before)


def _foreign_files(folder: Path) -> list[str]:
    """Files that the bundle did not bring, or that are no longer as it brought them."""
    listed = _listed(folder) or {}
    found = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    ours = {MARK, *(name for name, path in found.items() if path.name in KEPT_BY_SYSTEMS)}
    return sorted(
        name
        for name, path in found.items()
        if name not in ours and (name not in listed or path.is_symlink() or listed[name] != _digest(path))
    )


def _files(folder: Path) -> list[Path]:
    """Everything in a folder that is no folder, links to folders included."""
    found = []
    for place, folders, files in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        found += [Path(place, name) for name in (*files, *links)]
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _listed(folder: Path) -> dict[str, str] | None:
    """The list that a bundle carries; None where there is none."""
    try:
        mark = json.loads((folder / MARK).read_text(encoding="utf-8"))
        files = mark["files"] if mark["bundle"] == NAME else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return files if isinstance(files, dict) else None


def _is_zip(path: Path) -> bool:
    """True for a bundle as one file."""
    try:
        with zipfile.ZipFile(path) as archive:
            return f"{NAME}/{MARK}" in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
