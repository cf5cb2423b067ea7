"""A look at the record by somebody who may not change it: nothing is begun, mended or set aside."""

import sqlite3
from contextlib import closing
from pathlib import Path

WAIT_SECONDS = 0.5
"""How long a look waits for a change that is being written."""


def lessons_read_in(path: Path) -> list[str]:
    """The lessons that are marked as read in a record file; none where it is missing or cannot be read now."""
    try:
        # The address form of a path is the only one in which SQLite can be told to change nothing.
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS)) as db:
            return [str(row[0]) for row in db.execute("SELECT id FROM lesson ORDER BY id")]
    except (sqlite3.Error, OSError, ValueError):
        return []
