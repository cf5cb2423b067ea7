"""A record for one sitting, as on a shared computer of a workshop: empty at first, and gone at the end."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from course_helpers.file_lock import lock
from course_helpers.record.path import FOLDER_VARIABLE

GUESTS = "guests"
"""The folder, below the state of the course, in which each guest has one."""

HERE = "here.lock"
"""The file in it that a guest holds a lock on: a course that is slow to answer still has its guest."""


@contextmanager
def guest_record(state: Path, also: Mapping[str, str] | None = None) -> Iterator[Path]:
    """While this lasts, the record of everything that is started lies in a new folder; then the folder is removed.

    Args:
        state: Where the course keeps its state.
        also: What else is the guest's own: variables that name folders, each with a name inside the new folder.

    Raises:
        OSError: if no folder can be made.
    """
    (state / GUESTS).mkdir(parents=True, exist_ok=True, mode=0o700)
    # A kernel that is still writing on Windows may hold a file for a moment; the next start removes what is left.
    with (
        tempfile.TemporaryDirectory(prefix="guest-", dir=state / GUESTS, ignore_cleanup_errors=True) as made,
        (Path(made) / HERE).open("w+b") as here,
    ):
        lock(here.fileno())
        folder = Path(made)
        own = {FOLDER_VARIABLE: made} | {name: str(folder / part) for name, part in (also or {}).items()}
        before = {name: os.environ.get(name) for name in own}
        os.environ |= own
        try:
            yield folder
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def forget_guests(state: Path) -> None:
    """Remove what guests left behind whose computer was switched off; who is still here keeps all of it."""
    for folder in (state / GUESTS).glob("*"):
        if not _is_held(folder / HERE):
            shutil.rmtree(folder, ignore_errors=True)


def _is_held(file: Path) -> bool:
    try:
        with file.open("r+b") as here:
            return not lock(here.fileno())
    except OSError:
        return False
