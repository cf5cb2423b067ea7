"""A round of review: what is due today, asked with other variants of the same points."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from course_helpers.knowledge import load
from course_helpers.quiz.bank import new_seed, review_bank, review_plan
from course_helpers.quiz.mastery import GradedAnswer
from course_helpers.quiz.sampling import draw_retry
from course_helpers.quiz.schedule import Schedule, after, first_to_ask, point_from
from course_helpers.quiz.session import Request, Result, Session
from course_helpers.quiz.snapshot import Snapshot
from course_helpers.record import HistoryChange, Record
from course_helpers.record.quizzes import REVIEW

MOST_AT_ONCE = 7
"""Questions in a round: about five minutes."""


def schedule(record: Record, zone: tzinfo | None = None) -> Schedule:
    """When each point comes back, after everything that was answered until now.

    Raises:
        NotStored: if the record cannot be read or written now.
    """
    with record.read() as db:
        found = _kept(db)
        new = _new_answers(db)
    if not new:
        return found
    with record.write() as db:
        return _brought_up_to_date(db, zone)


def _brought_up_to_date(db: sqlite3.Connection, zone: tzinfo | None) -> Schedule:
    """Look once more, now that nobody else can come between, and write down what follows."""
    rows = _new_answers(db)
    made = after(_kept(db), [answer for _, answer in rows if answer is not None], zone)
    db.executemany(
        "INSERT OR REPLACE INTO review_card (objective, card, answered_at, right, confidence) VALUES (?, ?, ?, ?, ?)",
        [
            (p.objective, p.card, p.answered_at.isoformat(timespec="seconds"), int(p.right), p.confidence)
            for p in made.points.values()
        ],
    )
    if rows:
        db.execute("INSERT OR REPLACE INTO review_through (id, answer) VALUES (1, ?)", (rows[-1][0],))
    return made


def _kept(db: sqlite3.Connection) -> Schedule:
    """The cards as they were written down; one that cannot be read is left out, and begins anew."""
    points = {}
    for row in db.execute("SELECT objective, card, answered_at, right, confidence FROM review_card"):
        objective, card, answered_at, right, confidence = row
        try:
            points[objective] = point_from(objective, card, answered_at, bool(right), confidence)
        except ValueError:
            continue
    return Schedule({name: point for name, point in points.items() if name in load().objectives})


def _new_answers(db: sqlite3.Connection) -> list[tuple[int, GradedAnswer | None]]:
    """Answers that no card knows of yet, oldest first; None for one to a question that the course no longer has."""
    rows = db.execute(
        "SELECT rowid, item, right, confidence, at FROM answer WHERE quiz NOT LIKE 'check:%' "
        "AND rowid > (SELECT coalesce(max(answer), 0) FROM review_through) ORDER BY rowid"
    ).fetchall()
    bank = load().items
    return [
        (place, GradedAnswer(item, bank[item].objective, bool(right), confidence, at) if item in bank else None)
        for place, item, right, confidence, at in rows
    ]


class ReviewSession(Session):
    """The quiz of what is due."""

    def __init__(
        self,
        record: Record | None = None,
        new_seed: Callable[[], int] = new_seed,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        zone: tzinfo | None = None,
    ) -> None:
        super().__init__(REVIEW, review_bank(), record, new_seed, review_plan())
        self.now = now
        self.zone = zone
        self._due: list[str] = []
        """For each point that is due one of its items, the point to ask first in front."""
        self._asked: list[str] = []

    def schedule(self) -> Schedule:
        """When each point comes back.

        Raises:
            NotStored: if the record cannot be read or written now.
        """
        return schedule(self._record, self.zone)

    def act(self, request: Request) -> tuple[Result, Snapshot]:
        """Do what the learner asked for; a new round asks what is due at that moment."""
        if request.kind == "begin":
            self._look()
        return super().act(request)

    def _look(self) -> None:
        due = first_to_ask(self.schedule().due(self.now(), self.zone))[:MOST_AT_ONCE]
        any_item = {item.objective: item.id for item in load().items.values()}
        self._due = [any_item[point.objective] for point in due if point.objective in any_item]
        with self._record.read() as db:
            rows = db.execute("SELECT item FROM answer GROUP BY item ORDER BY max(rowid)").fetchall()
        self._asked = [row[0] for row in rows]

    def _begin(self, change: HistoryChange, before: Snapshot) -> Result:
        return super()._begin(change, before) if self._due else "refused"

    def _draw(self, before: Snapshot, seed: int, *, twins: bool) -> tuple[str, ...]:
        return draw_retry(self._due, before.items, seed, self._asked)
