"""A look at the record by somebody who may not change it: nothing is begun, mended or set aside."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

WAIT_SECONDS = 0.5
"""How long a look waits for a change that is being written."""


SIGNS_OF_READING = (
    "SELECT 1 FROM place LIMIT 1",
    "SELECT 1 FROM lesson LIMIT 1",
    "SELECT 1 FROM lesson_end LIMIT 1",
    "SELECT 1 FROM answer LIMIT 1",
    "SELECT 1 FROM short_way LIMIT 1",
    "SELECT 1 FROM practice LIMIT 1",
)
"""Where a reader leaves something."""


def lessons_read_in(path: Path) -> list[str]:
    """The lessons that are marked as read in a record file; none where it is missing or cannot be read now."""
    return [str(row[0]) for row in _rows(path, "SELECT id FROM lesson ORDER BY id")]


def best_search_in(path: Path) -> tuple[int, str] | None:
    """The best share in the search trainer, of 100 parts, and its day (ISO); None where the record tells of none."""
    found = _rows(path, "SELECT percent, day FROM search_best")
    return (int(found[0][0]), str(found[0][1])) if found else None


def has_begun_in(path: Path) -> bool:
    """Whether somebody has read, answered or practised something in a record file."""
    return any(_rows(path, statement) for statement in SIGNS_OF_READING)


def due_in(path: Path, now: datetime) -> int:
    """How many points come back for review today or are late. A card that cannot be read is left out.

    What was answered since the review was last looked at is not counted: nothing of that day comes back on it.
    """
    today = now.astimezone().date()
    due = (_due(str(row[0])) for row in _rows(path, "SELECT card FROM review_card"))
    return sum(at is not None and at.astimezone().date() <= today for at in due)


def _due(card: str) -> datetime | None:
    try:
        return datetime.fromisoformat(json.loads(card)["due"])
    except (ValueError, TypeError, KeyError):
        return None


def _rows(path: Path, statement: str) -> list[tuple[Any, ...]]:
    """What a statement finds; nothing where the record is missing, older than what is asked, or cannot be read now."""
    try:
        # The address form of a path is the only one in which SQLite can be told to change nothing.
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS)) as db:
            return db.execute(statement).fetchall()
    except (sqlite3.Error, OSError, ValueError):
        return []
