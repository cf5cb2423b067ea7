"""What the record holds of a quiz: its rounds and the answers given. Read in one piece, and changed in one piece."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from course_helpers.record.store import Record

RoundKind = Literal["first", "new", "retry"]
Chosen = tuple[tuple[int, ...], ...]

CHECK_QUESTION = "check:"
"""How the quiz begins that is one check question of a lesson."""

READ_BEFORE = 1024
"""So many different lists of items, and as many choices, need not be read from their JSON a second time."""

REVIEW = "review"
"""The quiz of what comes back on a later day, as the record names it."""


@dataclass(frozen=True)
class Round:
    """One round of a quiz: the questions drawn, and where the learner is."""

    quiz: str
    number: int
    """Counted from 1 for each quiz."""
    kind: RoundKind
    seed: int
    items: tuple[str, ...]
    position: int
    """The question on the page, counted from 0."""
    ended: bool
    begun_at: str


@dataclass(frozen=True)
class StoredAnswer:
    """A graded answer to a knowledge question, as the record holds it."""

    quiz: str
    round: int
    position: int
    item: str
    chosen: Chosen
    """Option numbers of the content file, part by part."""
    right: bool
    confidence: int | None
    request: str
    """The id of the message that brought it; the same message again changes nothing."""
    at: str = ""
    """When it was stored, as the record writes times; the record sets it."""
    place: int = 0
    """Its place in the order in which answers were stored, whatever the clock said; the record sets it."""


@dataclass(frozen=True)
class History:
    """What the record holds of one quiz at one moment."""

    rounds: tuple[Round, ...] = ()
    """Oldest first."""
    answers: tuple[StoredAnswer, ...] = ()
    """Oldest first."""
    guesses: Mapping[str, int] = field(default_factory=dict)
    """The option chosen for each warm-up question, before the lessons."""


def history(record: Record, quiz: str) -> History:
    """All that is known of a quiz, read at one moment.

    Raises:
        NotStored: if the file cannot be read now.
    """
    return histories(record, (quiz,))[quiz]


def histories(record: Record, quizzes: Iterable[str]) -> dict[str, History]:
    """All that is known of several quizzes, read at one moment.

    Raises:
        NotStored: if the file cannot be read now.
    """
    with record.read() as db:
        return {quiz: _history(db, quiz) for quiz in quizzes}


@contextmanager
def changing(record: Record, quiz: str) -> Iterator["HistoryChange"]:
    """One transaction that reads the history of a quiz and may change it; nobody else comes between.

    Raises:
        NotStored: if the file cannot be written now; then nothing has changed.
    """
    with record.write() as db:
        yield HistoryChange(db, quiz, _history(db, quiz), record.stamp())


class HistoryChange:
    """A history while it is changed: what is written is in ``history`` too, so nothing is read a second time."""

    def __init__(self, db: sqlite3.Connection, quiz: str, before: History, stamp: str) -> None:
        self.history = before
        self._db = db
        self._quiz = quiz
        self._stamp = stamp

    def begin_round(self, number: int, kind: RoundKind, seed: int, items: Sequence[str]) -> None:
        """A new round; the rounds before it are over. A number that was begun already keeps its round."""
        if any(entry.number == number for entry in self.history.rounds):
            return
        self._db.execute("UPDATE round SET ended = 1 WHERE quiz = ? AND number < ?", (self._quiz, number))
        self._db.execute(
            "INSERT INTO round (quiz, number, kind, seed, items, begun_at) VALUES (?, ?, ?, ?, ?, ?)",
            (self._quiz, number, kind, seed, json.dumps(list(items)), self._stamp),
        )
        over = tuple(replace(entry, ended=True) for entry in self.history.rounds)
        begun = Round(self._quiz, number, kind, seed, tuple(items), 0, ended=False, begun_at=self._stamp)
        self.history = replace(self.history, rounds=(*over, begun))

    def store_answer(self, answer: StoredAnswer) -> None:
        """A checked answer; the first answer to a question of a round stands."""
        if any((given.round, given.position) == (answer.round, answer.position) for given in self.history.answers):
            return
        stored = self._db.execute(
            "INSERT INTO answer (quiz, round, position, item, chosen, right, confidence, request, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                answer.quiz,
                answer.round,
                answer.position,
                answer.item,
                json.dumps(answer.chosen),
                int(answer.right),
                answer.confidence,
                answer.request,
                self._stamp,
            ),
        )
        kept = replace(answer, at=self._stamp, place=stored.lastrowid or 0)
        self.history = replace(self.history, answers=(*self.history.answers, kept))

    def ask_next(self, number: int, position: int, item: str) -> None:
        """Another question right after a place of a round; the questions after it move on by one."""
        asked = next(entry for entry in self.history.rounds if entry.number == number)
        longer = replace(asked, items=(*asked.items[: position + 1], item, *asked.items[position + 1 :]))
        self._db.execute(
            "UPDATE round SET items = ? WHERE quiz = ? AND number = ?",
            (json.dumps(list(longer.items)), self._quiz, number),
        )
        rounds = tuple(longer if entry is asked else entry for entry in self.history.rounds)
        self.history = replace(self.history, rounds=rounds)

    def move(self, number: int, position: int, *, ended: bool) -> None:
        """Where the learner is in a round, and whether the round is over for now."""
        self._db.execute(
            "UPDATE round SET position = ?, ended = ? WHERE quiz = ? AND number = ?",
            (position, int(ended), self._quiz, number),
        )
        moved = tuple(
            replace(entry, position=position, ended=ended) if entry.number == number else entry
            for entry in self.history.rounds
        )
        self.history = replace(self.history, rounds=moved)


def _history(db: sqlite3.Connection, quiz: str) -> History:
    rounds = db.execute(
        "SELECT quiz, number, kind, seed, items, position, ended, begun_at FROM round WHERE quiz = ? ORDER BY number",
        (quiz,),
    )
    answers = db.execute(
        "SELECT quiz, round, position, item, chosen, right, confidence, request, at, rowid FROM answer "
        "WHERE quiz = ? ORDER BY round, position",
        (quiz,),
    )
    return History(
        tuple(
            Round(name, number, kind, seed, _items(items), position, bool(ended), begun_at)
            for name, number, kind, seed, items, position, ended, begun_at in rounds
        ),
        tuple(
            StoredAnswer(name, number, place, item, _chosen(chosen), bool(right), sure, request, *kept)
            for name, number, place, item, chosen, right, sure, request, *kept in answers
        ),
        dict(db.execute("SELECT question, chosen FROM warm_up")),
    )


# Every press reads the whole history, and most of what it reads was read at the press before.


@lru_cache(maxsize=READ_BEFORE)
def _items(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


@lru_cache(maxsize=READ_BEFORE)
def _chosen(stored: str) -> Chosen:
    return tuple(map(tuple, json.loads(stored)))
