"""A look at the record by somebody who may not change it: nothing is begun, mended or set aside."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

WAIT_SECONDS = 0.5
"""How long a look waits for a change that is being written."""


def lessons_read_in(path: Path) -> list[str]:
    """The lessons that are marked as read in a record file; none where it is missing or cannot be read now."""
    return [str(row[0]) for row in _rows(path, "SELECT id FROM lesson ORDER BY id")]


def best_search_in(path: Path) -> tuple[int, str] | None:
    """The best share in the search trainer, of 100 parts, and its day (ISO); None where the record tells of none."""
    found = _rows(path, "SELECT percent, day FROM search_best")
    return (int(found[0][0]), str(found[0][1])) if found else None


def _rows(path: Path, question: str) -> list[tuple[Any, ...]]:
    try:
        # The address form of a path is the only one in which SQLite can be told to change nothing.
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS)) as db:
            return db.execute(question).fetchall()
    except (sqlite3.Error, OSError, ValueError):
        return []
