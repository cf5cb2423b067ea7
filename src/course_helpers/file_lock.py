"""A lock on an open file, which ends with its process, whatever becomes of it."""

import errno
import sys

NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}
"""How a place says that it knows no locks, as some network shares do."""

TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""How a system says that somebody else has a lock."""


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
