"""Two quick starts must not end in two courses."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from course_helpers.file_lock import lock
from course_helpers.trouble import Trouble

WAIT_SECONDS = 60
"""How long a second start waits for a first one that is not open yet."""

LOOK_SECONDS = 0.1


@contextlib.contextmanager
def one_start_at_a_time(path: Path) -> Iterator[None]:
    """Hold the lock of a folder; it ends with its process.

    Where a place knows no locks, nothing is held: two starts within the same second are then two courses, which is
    better than none.

    Raises:
        Trouble: if another start has not ended in a minute.
        OSError: if the file cannot be written.
    """
    with path.open("a+b") as file:
        deadline = time.monotonic() + WAIT_SECONDS
        while not lock(file.fileno()):
            if time.monotonic() > deadline:
                raise Trouble("Another start of the course has not ended. Close its window, then start again.")
            time.sleep(LOOK_SECONDS)
        yield
