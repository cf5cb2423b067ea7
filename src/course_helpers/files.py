"""Files that are there whole, or as they were before."""

import os
from pathlib import Path


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file through one beside it, so that nobody ever reads half of it; its folder must be there.

    Whatever ends it, Ctrl+C included, the file is as before then, and nothing is left beside it.

    Raises:
        OSError: if it cannot be written.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
