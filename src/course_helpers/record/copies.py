"""A copy of the record that belongs to the learner: written, checked, and joined with what is there already.

The form is JSON and its schema is in ``docs/record.schema.json``. A copy holds no name, and no free text: every
value has a pattern, so that nothing about a body can come in by this door either.
"""

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from course_helpers.record.store import Record
from course_helpers.trouble import Refused
from course_helpers.version import VERSION

Format = Literal["gentle-hands-record"]
SCHEMA = 2
"""Counted up when a field of a copy changes its meaning or a new one comes in."""

LARGEST_COPY = 64 * 1024 * 1024
"""Bytes; a larger file is no copy of ours."""

Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$")]
Name = Annotated[str, Meta(pattern=r"^[A-Za-z0-9:_.-]{1,80}$")]
Count = Annotated[int, Meta(ge=0, le=2**53)]


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of a table; its fields are the columns."""


class RoundRow(_Row, frozen=True, kw_only=True):
    """A round of a quiz."""

    quiz: Name
    number: Count
    kind: Literal["first", "new", "retry"]
    seed: Count
    items: Annotated[list[Name], Meta(max_length=200)]
    position: Count
    ended: bool
    begun_at: Moment


class AnswerRow(_Row, frozen=True, kw_only=True):
    """A checked answer to a knowledge question."""

    quiz: Name
    round: Count
    position: Count
    item: Name
    chosen: Annotated[list[Annotated[list[Count], Meta(max_length=20)]], Meta(max_length=20)]
    right: bool
    confidence: Annotated[int, Meta(ge=1, le=3)] | None
    request: Name
    at: Moment


class WarmUpRow(_Row, frozen=True, kw_only=True):
    """A first guess."""

    question: Name
    chosen: Count
    at: Moment


class LessonRow(_Row, frozen=True, kw_only=True):
    """A lesson whose end was reached, or that was marked as read."""

    lesson: Name
    at: Moment


class ShortWayRow(_Row, frozen=True, kw_only=True):
    """A step of the short way that was gone to."""

    step: Name
    at: Moment


class PracticeRow(_Row, frozen=True, kw_only=True):
    """A practice."""

    session: Name
    routine: Name
    version: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_.+-]{0,16}$")]
    begun_at: Moment


class PracticeEventRow(_Row, frozen=True, kw_only=True):
    """What happened in a practice."""

    session: Name
    number: Count
    kind: Literal["begun", "step", "ended"]
    step: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,40}$")]
    seconds: Annotated[float, Meta(ge=0, le=7200)]
    whole: bool
    at: Moment


class AimRow(_Row, frozen=True, kw_only=True):
    """An aim that was chosen for a practice, and how it went."""

    aim: Name
    chosen_at: Moment
    went: Name | None
    told_at: Moment | None


class SearchRow(_Row, frozen=True, kw_only=True):
    """The best search on the drawn chest, and its day."""

    percent: Annotated[int, Meta(ge=1, le=100)]
    day: Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]


class RecordCopy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole record. Times are UTC."""

    format: Format = "gentle-hands-record"
    schema: Annotated[int, Meta(ge=1)] = SCHEMA
    course: Annotated[str, Meta(pattern=r"^[0-9A-Za-z.+-]{0,30}$")] = ""
    """The version of the course that wrote the copy."""
    rounds: list[RoundRow] = []
    answers: list[AnswerRow] = []
    warm_ups: list[WarmUpRow] = []
    lesson_marks: list[LessonRow] = []
    lesson_ends: list[LessonRow] = []
    short_way: list[ShortWayRow] = []
    practices: list[PracticeRow] = []
    practice_events: list[PracticeEventRow] = []
    aims: list[AimRow] = []
    best_searches: list[SearchRow] = []


class CopyRefused(Refused):
    """A file that is not taken in."""


@dataclass(frozen=True)
class _Table:
    """How the rows of a copy lie in the record."""

    name: str
    field: str
    row: type[_Row]
    renamed: Mapping[str, str]
    """Columns that have another name in the record."""
    as_text: tuple[str, ...] = ()
    """Columns that hold JSON in the record."""
    order: str = "rowid"

    @property
    def columns(self) -> tuple[str, ...]:
        return self.row.__struct_fields__

    def select(self) -> str:
        found = ", ".join(self.renamed.get(name, name) for name in self.columns)
        return f"SELECT {found} FROM {self.name} ORDER BY {self.order}"  # noqa: S608  # the names are our own

    def insert(self) -> str:
        names = ", ".join(self.renamed.get(name, name) for name in self.columns)
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({names}) VALUES ({marks})"  # noqa: S608  # the names are our own


MOMENTS = {"at", "begun_at", "chosen_at", "told_at"}
"""Columns that hold a time."""

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""A clock without a battery begins in the first; what comes back for review is reckoned up to a century ahead."""

YES_OR_NO = {"ended", "right", "whole"}
"""Columns for which SQLite has numbers."""

TABLES = (
    _Table("round", "rounds", RoundRow, {}, ("items",), "quiz, number"),
    _Table("answer", "answers", AnswerRow, {}, ("chosen",)),
    _Table("warm_up", "warm_ups", WarmUpRow, {}),
    _Table("lesson", "lesson_marks", LessonRow, {"lesson": "id", "at": "read_at"}, order="id"),
    _Table("lesson_end", "lesson_ends", LessonRow, {}, order="lesson"),
    _Table("short_way", "short_way", ShortWayRow, {}),
    _Table("practice", "practices", PracticeRow, {}),
    _Table("practice_event", "practice_events", PracticeEventRow, {}),
    _Table("aim", "aims", AimRow, {}, order="number"),
    _Table("search_best", "best_searches", SearchRow, {}),
)


def copied(record: Record) -> RecordCopy:
    """Everything of the learner's that the record holds, read at one moment.

    Raises:
        NotStored: if the record cannot be read now.
    """
    with record.read() as db:
        return _copied(db)


def _copied(db: sqlite3.Connection) -> RecordCopy:
    rows: dict[str, Any] = {table.field: list(_rows(db, table)) for table in TABLES}
    return RecordCopy(**rows)


def _rows(db: sqlite3.Connection, table: _Table) -> Iterator[_Row]:
    for values in db.execute(table.select()):
        fields = dict(zip(table.columns, values, strict=True))
        fields |= {name: json.loads(fields[name]) for name in table.as_text}
        fields |= {name: bool(fields[name]) for name in YES_OR_NO & fields.keys()}
        # Not checked: what the course wrote itself must never keep somebody from a copy of it.
        yield table.row(**fields)


def as_json(copy: RecordCopy) -> bytes:
    """The copy as a file that can be taken in again."""
    return msgspec.json.format(msgspec.json.encode(msgspec.structs.replace(copy, course=VERSION)), indent=1)


def as_csv(copy: RecordCopy) -> bytes:
    """The copy as tables for a spreadsheet, packed in one file: a file of comma-separated values for each kind."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in TABLES:
            text = io.StringIO()
            writer = csv.writer(text)
            writer.writerow(table.columns)
            for row in getattr(copy, table.field):
                writer.writerow([_cell(getattr(row, name)) for name in table.columns])
            # The mark at the beginning lets spreadsheets read the file as UTF-8.
            archive.writestr(zipfile.ZipInfo(f"{table.field}.csv"), text.getvalue().encode("utf-8-sig"))
    return packed.getvalue()


def _cell(value: object) -> object:
    return json.dumps(value) if isinstance(value, list) else value


def copy_from(content: bytes) -> RecordCopy:
    """A file as a copy, checked value by value.

    Raises:
        CopyRefused: if it is none, is damaged, or was written by a newer version of the course.
    """
    if len(content) > LARGEST_COPY:
        raise CopyRefused("import_large")
    content = _as_utf_8(content)
    try:
        head = msgspec.json.decode(content, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError):  # ValidationError is a DecodeError
        raise CopyRefused("import_foreign") from None
    if head.schema > SCHEMA:
        raise CopyRefused("import_newer")
    try:
        return _with_real_times(msgspec.json.decode(content, type=RecordCopy))
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, OverflowError):
        raise CopyRefused("import_damaged") from None


def _with_real_times(copy: RecordCopy) -> RecordCopy:
    """The copy with all times in UTC, as the record writes them: it sorts and compares them as text.

    Raises:
        ValueError: if a time or a day is none, or lies where no clock of ours has been.
        OverflowError: if a time lies at the end of all years.
    """
    rows = {table.field: [_with_real_time(row) for row in getattr(copy, table.field)] for table in TABLES}
    return msgspec.structs.replace(copy, **rows)


def _with_real_time(row: _Row) -> _Row:
    fields = {name: getattr(row, name) for name in row.__struct_fields__}
    if "day" in fields:
        date.fromisoformat(fields["day"])
    told = {name: _in_utc(text) for name, text in fields.items() if name in MOMENTS and text is not None}
    return msgspec.structs.replace(row, **told)


def _in_utc(text: str) -> str:
    at = datetime.fromisoformat(text).astimezone(UTC)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(f"No clock of ours was in {at.year}.")
    return at.isoformat(timespec="seconds")


def _as_utf_8(content: bytes) -> bytes:
    """An editor of texts may have saved a copy with a mark at its beginning, or with two bytes for each letter."""
    try:
        return content.decode(json.detect_encoding(content)).encode()
    except UnicodeDecodeError:
        raise CopyRefused("import_foreign") from None


class _Head(msgspec.Struct, frozen=True):
    """What tells a copy from any other file."""

    format: Format
    schema: Annotated[int, Meta(ge=1)]


def take_in(record: Record, copy: RecordCopy) -> int:
    """Join a copy with the record in one change; what is in both counts once.

    Returns:
        How many entries are new here.

    Raises:
        NotStored: if the record cannot be written now; then nothing has changed.
    """
    with record.write() as db:
        before = _copied(db)
        after = merged(before, copy)
        for table in reversed(TABLES):
            db.execute(f"DELETE FROM {table.name}")  # noqa: S608  # the names are our own
        # The review cards follow from the answers, and are made anew from all of them.
        db.execute("DELETE FROM review_card")
        db.execute("DELETE FROM review_through")
        for table in TABLES:
            db.executemany(table.insert(), map(_stored(table), getattr(after, table.field)))
    return entries(after) - entries(before)


def _stored(table: _Table) -> Callable[[Any], tuple[object, ...]]:
    def values(row: Any) -> tuple[object, ...]:
        return tuple(
            json.dumps(getattr(row, name)) if name in table.as_text else getattr(row, name) for name in table.columns
        )

    return values


def entries(copy: RecordCopy) -> int:
    """How many entries a copy holds."""
    return sum(len(getattr(copy, table.field)) for table in TABLES)


def merged(here: RecordCopy, there: RecordCopy) -> RecordCopy:
    """Two records as one: pure, and the same whichever comes first but for what was first here.

    Rounds of both are put in the order of their times and counted anew, so an answer keeps the round it belongs to.
    """
    rounds, answers = _merged_rounds(here, there)
    return RecordCopy(
        rounds=rounds,
        answers=answers,
        warm_ups=_earliest(lambda row: row.question, lambda row: row.at, here.warm_ups, there.warm_ups),
        lesson_marks=_earliest(lambda row: row.lesson, lambda row: row.at, here.lesson_marks, there.lesson_marks),
        lesson_ends=_earliest(lambda row: row.lesson, lambda row: row.at, here.lesson_ends, there.lesson_ends),
        short_way=_earliest(lambda row: row.step, lambda row: row.at, here.short_way, there.short_way),
        practices=_earliest(lambda row: row.session, lambda row: row.begun_at, here.practices, there.practices),
        practice_events=_merged_events(here, there),
        aims=_earliest(lambda row: (row.aim, row.chosen_at), lambda row: row.chosen_at, here.aims, there.aims),
        best_searches=_best(here, there),
    )


def _earliest(
    name: Callable[[Any], object], at: Callable[[Any], str], here: Iterable[Any], there: Iterable[Any]
) -> list[Any]:
    """One row for each name, the earliest; in the order of their times."""
    kept: dict[object, Any] = {}
    for row in sorted([*here, *there], key=at):
        kept.setdefault(name(row), row)
    return list(kept.values())


def _best(here: RecordCopy, there: RecordCopy) -> list[SearchRow]:
    """The better one of both; of equal ones the earlier."""
    return sorted([*here.best_searches, *there.best_searches], key=lambda row: (-row.percent, row.day))[:1]


def _merged_events(here: RecordCopy, there: RecordCopy) -> list[PracticeEventRow]:
    """Events by session and number; one whose practice is in neither copy belongs to nothing."""
    known = {row.session for row in (*here.practices, *there.practices)}
    kept = {(row.session, row.number): row for row in (*there.practice_events, *here.practice_events)}
    held = (row for row in kept.values() if row.session in known)
    return sorted(held, key=lambda row: (row.at, row.session, row.number))


def _merged_rounds(here: RecordCopy, there: RecordCopy) -> tuple[list[RoundRow], list[AnswerRow]]:
    rounds: dict[tuple[str, str, int], RoundRow] = {}
    answers: dict[tuple[tuple[str, str, int], int], AnswerRow] = {}
    for copy in (here, there):
        whose = {(row.quiz, row.number): (row.quiz, row.begun_at, row.seed) for row in copy.rounds}
        for row in copy.rounds:
            known = rounds.setdefault(whose[row.quiz, row.number], row)
            if row.position > known.position:
                rounds[whose[row.quiz, row.number]] = row
        for answer in copy.answers:
            if place := whose.get((answer.quiz, answer.round)):
                answers.setdefault((place, answer.position), answer)
    return _counted_anew(rounds, answers)


def _counted_anew(
    rounds: Mapping[tuple[str, str, int], RoundRow], answers: Mapping[tuple[tuple[str, str, int], int], AnswerRow]
) -> tuple[list[RoundRow], list[AnswerRow]]:
    """Rounds numbered from 1 in each quiz by their times. Only the last of each may still be open."""
    numbers: dict[tuple[str, str, int], int] = {}
    counted: dict[str, list[RoundRow]] = {}
    for place in sorted(rounds):
        of_quiz = counted.setdefault(place[0], [])
        numbers[place] = len(of_quiz) + 1
        of_quiz.append(msgspec.structs.replace(rounds[place], number=numbers[place]))
    closed = [
        msgspec.structs.replace(row, ended=True) if row is not of_quiz[-1] else row
        for of_quiz in counted.values()
        for row in of_quiz
    ]
    moved = [msgspec.structs.replace(answer, round=numbers[place]) for (place, _), answer in answers.items()]
    return closed, sorted(moved, key=lambda row: (row.at, row.quiz, row.round, row.position))


def schema() -> dict[str, Any]:
    """What a copy looks like, as JSON Schema."""
    return msgspec.json.schema(RecordCopy)
