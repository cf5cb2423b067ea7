"""Two quick starts must not end in two courses."""

import contextlib
import errno
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from course_helpers.trouble import Trouble

WAIT_SECONDS = 60
"""How long a second start waits for a first one that is not open yet."""

LOOK_SECONDS = 0.1

NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}
"""How a place says that it knows no locks, as some network shares do."""

TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""How a system says that somebody else has a lock."""


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


def lock(number: int) -> bool:
    """Take the lock of an open file; False if somebody has it.

    Raises:
        OSError: if it can neither be taken nor is anybody's.
    """
    try:
        _take(number)
    except OSError as error:
        if error.errno in NO_LOCKS:
            return True
        if error.errno in TAKEN:
            return False
        raise
    return True


if sys.platform == "win32":
    import msvcrt

    def _take(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
