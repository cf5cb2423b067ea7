"""Where a command writes, and what it says when it cannot."""

import errno
import os
import re
import sys
from pathlib import Path

STARTED_IN = "COURSE_STARTED_IN"
"""The folder in which a person typed a command; the course itself runs in its own."""

BEING_WRITTEN = re.compile(r"\.\d+\.partial$")
"""The end of a name while the file is not whole."""


def typed_folder(typed: str) -> Path:
    """A folder that a person named, from where they are."""
    return Path(os.environ.get(STARTED_IN, ""), Path(typed).expanduser())


def speak_everywhere() -> None:
    """Let no letter that an old console or a file does not know end a command."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")


def _numbers(*names: str) -> set[int]:
    """What this system calls these failures; none has all of them."""
    return {getattr(errno, name) for name in names if hasattr(errno, name)}


FULL = _numbers("ENOSPC", "EDQUOT")
REFUSED = _numbers("EACCES", "EPERM", "EROFS", "EBUSY", "ETXTBSY")
IN_THE_WAY = _numbers("EEXIST", "ENOTDIR", "EISDIR")


def said_plainly(error: OSError) -> str:
    """What went wrong with a file or a folder, and what to do."""
    place = BEING_WRITTEN.sub("", str(error.filename2 or error.filename or "a file"))
    if error.errno in FULL:
        return f"The disk is full, so {place} could not be written. Free some space, then run this again."
    if error.errno in REFUSED:
        return (
            f"{place} cannot be written. If it is open in another program, such as a PDF reader, close it there. "
            "Or choose another folder with --out."
        )
    if error.errno in IN_THE_WAY:
        return f"{place} is in the way: a file stands where a folder is needed. Choose another folder with --out."
    if error.errno == errno.ENOENT:
        return f"{place} is not there. Run this in the course folder, or look whether the course is whole."
    if error.errno == errno.ENAMETOOLONG:
        return f"The name {place} is too long for this computer. Choose a shorter place with --out."
    return f"It did not work: {error.strerror or error} ({place})."
