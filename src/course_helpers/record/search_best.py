"""The best search on the drawn chest: how much of it, and on which day. Nothing else of a search is ever kept."""

from dataclasses import dataclass
from datetime import date

from course_helpers.record.store import Record


@dataclass(frozen=True)
class BestSearch:
    """What the record knows of the search trainer."""

    percent: int
    """Parts of 100 of the drawn area that were covered at all three pressures."""
    day: date
    """The learner's day."""


def best_search(record: Record) -> BestSearch | None:
    """The best search so far; None if there was none.

    Raises:
        NotStored: if the record cannot be read now.
    """
    with record.read() as db:
        found = db.execute("SELECT percent, day FROM search_best").fetchone()
    try:
        return BestSearch(found[0], date.fromisoformat(found[1])) if found else None
    except ValueError:
        return None  # a day such as 30 February came in with a copy that was changed by hand


def keep_if_best(record: Record, percent: int, day: date) -> None:
    """Keep a search that covered more than the one that is kept; another one leaves no trace.

    Raises:
        NotStored: if the record cannot be read or written now.
    """
    known = best_search(record)
    if percent <= (known.percent if known else 0):
        return
    with record.write() as db:
        # Another window may have kept a better one meanwhile.
        db.execute(
            "INSERT INTO search_best (id, percent, day) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE "
            "SET percent = excluded.percent, day = excluded.day WHERE excluded.percent > percent",
            (percent, day.isoformat()),
        )
