"""The aims in the record.

Practice with a named aim is one part of what makes practice count; no number of hours is claimed (Macnamara et al.
2014).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from course_helpers.record import Record

AIMS = ("slow", "light", "free")
WENT = ("often", "sometimes", "no")


@dataclass(frozen=True)
class Aim:
    """An aim that was chosen."""

    number: int
    aim: str
    practised: bool
    """A practice began after it was chosen."""
    went: str | None
    """How often the learner thought of it; None until they told."""


def last_aim(record: Record) -> Aim | None:
    """The aim that was chosen last; None if none ever was.

    Raises:
        NotStored: if the record cannot be read now.
    """
    with record.read() as db:
        found = db.execute(
            "SELECT number, aim, went, EXISTS (SELECT 1 FROM practice WHERE begun_at >= chosen_at) "
            "FROM aim ORDER BY number DESC LIMIT 1"
        ).fetchone()
    return Aim(found[0], found[1], bool(found[3]), found[2]) if found and found[1] in AIMS else None


def choose(record: Record, aim: str) -> None:
    """Choose the aim of the next practice; one that nobody practised with yet is replaced.

    Raises:
        NotStored: if the record cannot be written now.
    """
    before = last_aim(record)
    with record.write() as db:
        if before and not before.practised:
            db.execute("DELETE FROM aim WHERE number = ?", (before.number,))
        if aim in AIMS:
            db.execute("INSERT INTO aim (aim, chosen_at) VALUES (?, ?)", (aim, record.stamp()))


def look_back(record: Record, went: str) -> None:
    """How it went with the last aim; told once.

    Raises:
        NotStored: if the record cannot be written now.
    """
    with record.write() as db:
        db.execute(
            "UPDATE aim SET went = ?, told_at = ? WHERE went IS NULL AND number = (SELECT max(number) FROM aim)",
            (went, record.stamp()),
        )


def suggested(last: Aim | None, aims: Sequence[str] = AIMS) -> str:
    """The next aim: the one after the last that was thought of, or the same once more."""
    if last is None:
        return aims[0]
    if last.went == "often":
        return aims[(aims.index(last.aim) + 1) % len(aims)]
    return last.aim
