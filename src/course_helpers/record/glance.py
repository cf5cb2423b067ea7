"""A look at the record by somebody who may not change it: nothing is begun, mended or set aside."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from course_helpers.record.migrations import MIGRATIONS
from course_helpers.record.store import NotStored, Record, bring_up_to_date

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


class Glance(Record):
    """A record file that can be asked whatever a record can be asked, and that nothing is written to."""

    def __init__(self, path: Path) -> None:
        """Look at the file at ``path``; where there is none, none is begun."""
        self.path: Path = path

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """What the record holds now. One of an older course is asked in a copy, which has the tables of today.

        Raises:
            NotStored: if the file is missing, damaged, of a later course, or held by another program.
        """
        try:
            with closing(_looking_at(self.path)) as db:
                # What one page is told belongs to one moment.
                db.execute("BEGIN")
                version = db.execute("PRAGMA user_version").fetchone()[0]
                if version > len(MIGRATIONS):
                    raise NotStored(f"The record has version {version}.")
                if version == len(MIGRATIONS):
                    yield db
                    return
                with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
                    db.backup(copy)
                    bring_up_to_date(copy)
                    yield copy
        except (sqlite3.Error, OSError, ValueError) as error:
            raise NotStored(str(error)) from error

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Nothing can be written.

        Raises:
            NotStored: always.
        """
        raise NotStored("A glance changes nothing.")
        yield


def has_begun_in(path: Path) -> bool:
    """Whether somebody has read, answered or practised something in a record file."""
    return any(_rows(path, statement) for statement in SIGNS_OF_READING)


def due_in(path: Path, now: datetime) -> int:
    """How many points come back for review today or are late. A card that cannot be read is left out.

    What was answered since the review was last looked at is not counted: nothing of that day comes back on it.
    """
    today = now.astimezone().date()
    due = (_due(str(row[0])) for row in _rows(path, "SELECT card FROM review_card"))
    return sum(day is not None and day <= today for day in due)


def _due(card: str) -> date | None:
    try:
        return datetime.fromisoformat(json.loads(card)["due"]).astimezone().date()
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


def _rows(path: Path, statement: str) -> list[tuple[Any, ...]]:
    """What a statement finds; nothing where the record is missing, older than what is asked, or cannot be read now."""
    try:
        with closing(_looking_at(path)) as db:
            return db.execute(statement).fetchall()
    except (sqlite3.Error, OSError, ValueError):
        return []


def _looking_at(path: Path) -> sqlite3.Connection:
    # The address form of a path is the only one in which SQLite can be told to change nothing.
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None)
