"""The record as one SQLite file per learner, safe with two notebooks open at once.

Every change is one transaction, so a killed process loses at most the answer in flight. A damaged file is set
aside and a new one begun. A file that cannot be used at all is replaced by memory, and the learner is told.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, Literal

from course_helpers.record.migrations import MIGRATIONS
from course_helpers.record.path import record_file
from course_helpers.trouble import Trouble

BUSY_SECONDS = 4.0
"""How long a change waits for another notebook's change."""

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file during a change, or kept in the mode of earlier versions of the course."""

NO_DAMAGE = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError, sqlite3.NotSupportedError)
"""What is wrong with a statement and not with the file: nobody's record is set aside for it."""

Notice = Literal["set_aside", "newer", "memory_only"]


class NotStored(Trouble):
    """A change that could not be written now: another program holds the file, or the disk is full."""

    told: ClassVar = (
        "Your record cannot be reached just now",
        "Another program is using the file of your record, or the disk is full. Nothing in it is lost, and the lesson "
        "goes on without this part. Wait a moment, then press “Start this lesson again” at the top of the page.",
    )


_open: dict[Path, "Record"] = {}
_opening = threading.Lock()


def open_record(whose: str | None = None) -> "Record":
    """The record of whoever is learning now, or of somebody by its key; one connection per process and file."""
    path = record_file(whose)
    with _opening:
        if path not in _open:
            _open[path] = Record(path)
        return _open[path]


class Record:
    """Reading and changing one record file."""

    def __init__(self, path: Path | None, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Open the file at ``path``, or begin it; None keeps everything in memory."""
        self.path = path
        self.notices: list[Notice] = []
        self._now = now
        self._lock = threading.RLock()
        self._opened: _Which | None = None
        self._connection = self._open()

    # The warm-up and the lessons

    def warm_up_answers(self) -> dict[str, int]:
        """The option chosen for each warm-up question."""
        with self.read() as db:
            return dict(db.execute("SELECT question, chosen FROM warm_up").fetchall())

    def store_warm_up(self, question: str, chosen: int) -> None:
        """Store a first guess; the first one stands, because it is compared with what was learned."""
        with self.write() as db:
            db.execute(
                "INSERT OR IGNORE INTO warm_up (question, chosen, at) VALUES (?, ?, ?)",
                (question, chosen, self.stamp()),
            )

    def lessons_read(self) -> tuple[str, ...]:
        """The lessons that the learner has marked as read."""
        with self.read() as db:
            return tuple(row[0] for row in db.execute("SELECT id FROM lesson ORDER BY id").fetchall())

    def mark_lesson(self, lesson: str, *, read: bool) -> None:
        """Mark a lesson as read, or take the mark back."""
        with self.write() as db:
            if read:
                db.execute("INSERT OR IGNORE INTO lesson (id, read_at) VALUES (?, ?)", (lesson, self.stamp()))
            else:
                db.execute("DELETE FROM lesson WHERE id = ?", (lesson,))

    def steps_gone_to(self) -> tuple[str, ...]:
        """The steps of the short way that the learner went to."""
        with self.read() as db:
            return tuple(row[0] for row in db.execute("SELECT step FROM short_way ORDER BY rowid").fetchall())

    def go_to_step(self, step: str) -> None:
        """The learner went to a step of the short way; once is enough."""
        with self.write() as db:
            db.execute("INSERT OR IGNORE INTO short_way (step, at) VALUES (?, ?)", (step, self.stamp()))

    # Seeing and forgetting

    def counts(self) -> Mapping[str, int]:
        """How many rows each table holds."""
        with self.read() as db:
            # The names are written here and in the migrations, never given from outside.
            return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _TABLES}  # noqa: S608

    def forget(self) -> None:
        """Erase everything, the files set aside included. Safe while another notebook has the record open."""
        with self.write() as db:
            for name in _TABLES:
                db.execute(f"DELETE FROM {name}")  # noqa: S608  # the names are our own
        with self._lock, suppress(sqlite3.OperationalError):
            # Frees and overwrites the pages; another notebook that is writing just now makes it wait for next time.
            self._connection.execute("VACUUM")
        for path in self.set_aside():
            path.unlink(missing_ok=True)
        self.notices.clear()

    def set_aside(self) -> list[Path]:
        """Damaged files that were kept when a new record was begun."""
        return sorted(self.path.parent.glob(f"{self.path.stem}.damaged-*")) if self.path else []

    @property
    def in_memory(self) -> bool:
        """True if nothing of it is in a file: what is done now is gone when the process ends."""
        return self._opened is None

    def close(self) -> None:
        """End the connection; a later call opens no new one."""
        with self._lock:
            self._connection.close()

    # Inside

    def stamp(self) -> str:
        """The time now, as the record writes it."""
        return self._now().isoformat(timespec="seconds")

    def read(self) -> AbstractContextManager[sqlite3.Connection]:
        """What the record holds at one moment, whatever another notebook writes meanwhile.

        Raises:
            NotStored: if the file cannot be read now.
        """
        return self._transaction("DEFERRED")

    def write(self) -> AbstractContextManager[sqlite3.Connection]:
        """A change; all of it happens or nothing. What is read in it can have been changed by nobody else.

        Raises:
            NotStored: if the file is held by another program or the disk is full.
        """
        return self._transaction("IMMEDIATE")

    @contextmanager
    def _transaction(self, kind: Literal["DEFERRED", "IMMEDIATE"]) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._see_to_file()
            try:
                self._connection.execute(f"BEGIN {kind}")
                yield self._connection
                self._connection.execute("COMMIT")
            except sqlite3.OperationalError as error:
                self._roll_back()
                raise NotStored(str(error)) from error
            except sqlite3.DatabaseError as error:
                self._roll_back()
                if isinstance(error, NO_DAMAGE):
                    raise
                self._begin_anew()
                raise NotStored(str(error)) from error
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _see_to_file(self) -> None:
        """Open the file anew if somebody removed it or put another in its place: SQLite would write on into nothing."""
        if self._opened and which_file(self.path) != self._opened:
            self._connection.close()
            self._connection = self._open()

    def _begin_anew(self) -> None:
        """Set a file aside that turned out damaged while it was in use."""
        self._connection.close()
        if self.path:
            self._put_aside(self.path)
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        self._opened = None
        if self.path is None:
            return _ready(":memory:")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            try:
                connection = _ready(str(self.path))
            except _Newer:
                self.notices.append("newer")
                return _ready(":memory:")
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self._put_aside(self.path)
                connection = _ready(str(self.path))
        except (OSError, sqlite3.Error):
            self.notices.append("memory_only")
            return _ready(":memory:")
        self._opened = which_file(self.path)
        return connection

    def _put_aside(self, path: Path) -> None:
        """Keep a damaged file under another name; its companions go with it, but for a journal that is empty."""
        stamp = self._now().strftime("%Y%m%d-%H%M%S")
        name = f"{path.stem}.damaged-{stamp}-{time.time_ns() % 1_000_000:06d}{path.suffix}"
        for ending in ("", *COMPANIONS):
            beside = Path(f"{path}{ending}")
            with suppress(FileNotFoundError):
                if not ending or beside.stat().st_size:
                    beside.replace(path.with_name(f"{name}{ending}"))
        self.notices.append("set_aside")


_TABLES = (
    *("answer", "round", "warm_up", "lesson", "practice_event", "practice", "short_way"),
    *("lesson_end", "place", "review_card", "review_through", "aim", "exported", "search_best"),
)


_Which = tuple[int, int]


def which_file(path: Path | None) -> _Which | None:
    """Which file a name leads to now; None where it leads to none."""
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


class _Newer(Exception):
    """The file was written by a later version of the course."""


def _ready(place: str) -> sqlite3.Connection:
    """A connection to a file that is whole and has all tables.

    Raises:
        sqlite3.DatabaseError: if the file is damaged.
    """
    connection = sqlite3.connect(place, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        _refuse_newer(connection)
        # After each change, everything is in this one file: it can be copied while the course runs, and another one
        # can be put in its place. With a log beside it (WAL), a copy has nothing, and a log of the old file spoils
        # the new one. Another lesson that has the file open in that mode keeps it so until it is closed.
        # The journal of a change is emptied and not removed: the disk need not write down a new file at each press.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("The record file is damaged.")
        bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_newer(connection: sqlite3.Connection) -> int:
    """The version of a file, which is not one of a later course."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise _Newer(f"The record has version {version}, this course knows {len(MIGRATIONS)}.")
    return version


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Give a record the tables of this course, in one step that happens whole or not at all.

    Raises:
        sqlite3.Error: if it cannot be done.
    """
    connection.execute("BEGIN IMMEDIATE")
    version = _refuse_newer(connection)
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        raise sqlite3.OperationalError("The file is a database of another program.")
    for block in MIGRATIONS[version:]:
        for statement in filter(str.strip, block.split(";")):
            connection.execute(statement)
    if version < len(MIGRATIONS):
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("COMMIT")
