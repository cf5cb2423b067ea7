"""A record for one sitting, as on a shared computer of a workshop: empty at first, and gone at the end."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from course_helpers.record.place import FOLDER_VARIABLE


@contextmanager
def guest_record() -> Iterator[None]:
    """While this lasts, the record of everything that is started lies in a new folder; then the folder is removed.

    Raises:
        OSError: if no folder can be made.
    """
    before = os.environ.get(FOLDER_VARIABLE)
    # A kernel that is still writing on Windows may hold a file for a moment; the system removes what is left.
    with tempfile.TemporaryDirectory(prefix="course-guest-", ignore_cleanup_errors=True) as folder:
        os.environ[FOLDER_VARIABLE] = folder
        try:
            yield
        finally:
            if before is None:
                del os.environ[FOLDER_VARIABLE]
            else:
                os.environ[FOLDER_VARIABLE] = before
