"""What was practised: which routine, which steps, for how many seconds. Never why something was left out or stopped."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from course_helpers.record.store import Record

EventKind = Literal["begun", "step", "ended"]
EVENT_KINDS: tuple[EventKind, ...] = ("begun", "step", "ended")


@dataclass(frozen=True)
class PracticeEvent:
    """Something that happened in a practice, numbered by the page that saw it."""

    number: int
    """Its own within the session; each page that goes on with it counts in a range of its own."""
    kind: EventKind
    segment: str
    """Such as ``b3-left``; empty for kinds that belong to none. Pages and records keep it under the name ``step``."""
    seconds: float
    """Real seconds spent in this visit of the segment."""
    whole: bool
    """Kind ``step``: the segment came to its end. Kind ``ended``: every one did."""
    at: datetime


@dataclass(frozen=True)
class Practice:
    """One practice with its events in order."""

    session: str
    routine: str
    version: str
    events: tuple[PracticeEvent, ...]

    @property
    def seconds(self) -> float:
        """Seconds practised, all visits together."""
        return sum(event.seconds for event in self.events)

    @property
    def whole(self) -> bool:
        """True if every segment came to its end."""
        return any(event.kind == "ended" and event.whole for event in self.events)


def store_events(record: Record, session: str, routine: str, version: str, events: Sequence[PracticeEvent]) -> None:
    """Add events; one that is there already stays as it is, so sending twice is harmless.

    Raises:
        NotStored: if the file cannot be written now.
    """
    with record.write() as db:
        db.execute(
            "INSERT OR IGNORE INTO practice (session, routine, version, begun_at) VALUES (?, ?, ?, ?)",
            (session, routine, version, record.stamp()),
        )
        db.executemany(
            "INSERT OR IGNORE INTO practice_event (session, number, kind, step, seconds, whole, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (session, e.number, e.kind, e.segment, e.seconds, int(e.whole), e.at.isoformat(timespec="seconds"))
                for e in events
            ],
        )


def practices(record: Record, routine: str | None = None) -> list[Practice]:
    """All practices, of one routine or of all, oldest first."""
    with record.read() as db:
        heads = db.execute(
            "SELECT session, routine, version FROM practice WHERE ? IS NULL OR routine = ? ORDER BY begun_at, rowid",
            (routine, routine),
        ).fetchall()
        rows = db.execute(
            "SELECT session, number, kind, step, seconds, whole, at FROM practice_event "
            "JOIN practice USING (session) WHERE ? IS NULL OR routine = ? ORDER BY session, at, number",
            (routine, routine),
        ).fetchall()
    events: dict[str, list[PracticeEvent]] = defaultdict(list)
    for session, number, kind, segment, seconds, whole, at in rows:
        events[session].append(PracticeEvent(number, kind, segment, seconds, bool(whole), datetime.fromisoformat(at)))
    return [Practice(session, name, version, tuple(events[session])) for session, name, version in heads]


def times_whole(record: Record, routine: str) -> int:
    """How often every segment of a routine came to its end."""
    with record.read() as db:
        found = db.execute(
            "SELECT count(DISTINCT session) FROM practice JOIN practice_event USING (session) "
            "WHERE routine = ? AND kind = 'ended' AND whole = 1",
            (routine,),
        ).fetchone()
    return int(found[0])


AHEAD = timedelta(days=1)
"""What was practised further in the future than this was told under a wrong clock, and belongs to no day of now."""


def seconds_since(record: Record, moment: datetime, now: datetime) -> float:
    """Seconds practised since a moment, all routines together."""
    start, end = (at.astimezone(UTC).isoformat(timespec="seconds") for at in (moment, now + AHEAD))
    with record.read() as db:
        found = db.execute(
            "SELECT total(seconds) FROM practice_event WHERE at >= ? AND at < ?", (start, end)
        ).fetchone()
    return float(found[0])
