"""What was practised: which routine, which steps, for how many seconds. Never why something was left out or stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
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
    step: str
    """The turn, such as ``b3-left``; empty for kinds that belong to no step."""
    seconds: float
    """Real seconds spent in this visit of the step."""
    whole: bool
    """Kind ``step``: the step came to its end. Kind ``ended``: every step did."""
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
        """True if every step came to its end."""
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
                (session, e.number, e.kind, e.step, e.seconds, int(e.whole), e.at.isoformat(timespec="seconds"))
                for e in events
            ],
        )


def practices(record: Record, routine: str | None = None) -> list[Practice]:
    """All practices, of one routine or of all, oldest first."""
    with record.read() as db:
        heads = db.execute("SELECT session, routine, version FROM practice ORDER BY begun_at, rowid").fetchall()
        rows = db.execute(
            "SELECT session, number, kind, step, seconds, whole, at FROM practice_event ORDER BY session, at, number"
        ).fetchall()
    found = []
    for session, name, version in heads:
        events = tuple(
            PracticeEvent(number, kind, step, seconds, bool(whole), datetime.fromisoformat(at))
            for of, number, kind, step, seconds, whole, at in rows
            if of == session
        )
        if routine in {None, name}:
            found.append(Practice(session, name, version, events))
    return found


def seconds_since(record: Record, moment: datetime) -> float:
    """Seconds practised since a moment, all routines together."""
    start = moment.astimezone(UTC)
    events = (event for practice in practices(record) for event in practice.events)
    return sum(event.seconds for event in events if event.at >= start)
