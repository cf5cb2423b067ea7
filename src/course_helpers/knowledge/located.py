"""A record and where it stands in the content."""

import functools
import itertools
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import msgspec

from course_helpers.knowledge.base import Record
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.walking import links_of, texts_of


@dataclass(frozen=True)
class Source:
    """One table of one content file: ``[[key]]`` if there are many records, ``[key]`` if there is one."""

    file: str
    key: str
    record: type[Record]
    many: bool = True

    @property
    def kind(self) -> str:
        """The name under which other records refer to these."""
        return self.key


@dataclass(frozen=True)
class RecordLines:
    """The lines of one record in its file."""

    first: int
    text: tuple[str, ...]

    def line_of(self, field: str) -> int:
        """The line on which ``field`` begins, else the record's first line."""
        for offset, line in enumerate(self.text):
            if field and re.match(rf"\s*{re.escape(field)}\s*=", line):
                return self.first + offset
        return self.first

    def line_with(self, words: str) -> int:
        """The first line that has these words in quotes, else the record's first line."""
        return next((self.first + n for n, line in enumerate(self.text) if f'"{words}"' in line), self.first)

    def line_in_table(self, table: str, field: str) -> int | None:
        """The line of ``field`` below the header ``[table]``, else that of the header; None without such a header."""
        header = re.compile(rf"\s*\[\s*{re.escape(table)}\s*\]")
        start = next((n for n, line in enumerate(self.text) if header.match(line)), None)
        if start is None:
            return None
        end = next((n for n in range(start + 1, len(self.text)) if self.text[n].startswith("[")), len(self.text))
        inside = RecordLines(self.first + start, self.text[start:end])
        return inside.line_of(field)


@dataclass(frozen=True)
class Located:
    """A record and where it stands."""

    source: Source
    record: Record
    lines: RecordLines

    # Many rules ask for these, and whoever checks again and again has most records as they were before.
    @functools.cached_property
    def id(self) -> str:
        """The record's id; the table's name where there is only one record."""
        return str(getattr(self.record, "id", self.source.key))

    @functools.cached_property
    def scope_and_id(self) -> tuple[str, str]:
        """Where its id is its own: steps and routines are numbered within their own file, all else in the course."""
        kind = self.source.kind
        return (f"{self.source.file}:{kind}" if kind in {"step", "routine"} else kind), self.id

    @functools.cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """All texts of the record, each behind the name of the field it stands in."""
        return tuple(texts_of(self.record))

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """Every word of the record."""
        return frozenset(re.findall(r"[^\W\d_]+", str(msgspec.to_builtins(self.record))))

    @functools.cached_property
    def links(self) -> tuple[tuple[str, str, str], ...]:
        """All ids by which the record points at others, as (kind, id, field)."""
        return tuple(links_of(self.record))

    @functools.cached_property
    def targets(self) -> frozenset[tuple[str, str]]:
        """The records that these ids name, as (kind, id)."""
        return frozenset((kind, target) for kind, target, _ in self.links)

    @functools.cached_property
    def found(self) -> dict["Look", tuple[Problem, ...]]:
        """What each look at this record by itself has found."""
        return {}

    def problem(self, what: str, remedy: str, field: str = "") -> Problem:
        """A problem of this record, at the line of ``field`` if that is known."""
        return Problem(self.source.file, self.lines.line_of(field), self.id, what, remedy)

    def problem_at(self, words: str, what: str, remedy: str) -> Problem:
        """A problem of this record, at the line that has these words in quotes."""
        return Problem(self.source.file, self.lines.line_with(words), self.id, what, remedy)


Look = Callable[[Located], Iterable[Problem]]
"""A look at one record that needs no other one to say what is wrong with it."""


def found_in_each(located: Iterable[Located], look: Look) -> Iterator[Problem]:
    """What is wrong with records, each looked at by itself, and once."""
    for item in located:
        try:
            found = item.found[look]
        except KeyError:
            found = item.found[look] = tuple(look(item))
        if found:
            yield from found


class AllRecords(list[Located]):
    """The records of the course, and which of them somebody looked for."""

    def __init__(self, located: Iterable[Located]) -> None:
        super().__init__(located)
        self.asked: set[type[Record]] = set()
        self.all_seen = False
        self._of_type: dict[type[Record], list[tuple[Located, Any]]] = {}
        self._of_exactly: dict[type[Record], list[tuple[int, Located]]] = {}
        for place, item in enumerate(super().__iter__()):
            self._of_exactly.setdefault(type(item.record), []).append((place, item))

    def __iter__(self) -> Iterator[Located]:
        self.all_seen = True
        return super().__iter__()

    def of_type(self, kind: type[Record]) -> Sequence[tuple[Located, Any]]:
        """The records of one type, each with its place. Most types are asked for by several rules: they are kept."""
        self.asked.add(kind)
        if kind not in self._of_type:
            # Few types are the base of others, so most have their records together already.
            found = [held for exactly, held in self._of_exactly.items() if issubclass(exactly, kind)]
            inside = found[0] if len(found) == 1 else sorted(itertools.chain(*found), key=operator.itemgetter(0))
            self._of_type[kind] = [(item, item.record) for _, item in inside]
        return self._of_type[kind]

    def found_by(self, rule: "Rule") -> tuple[Problem, ...]:
        """What a rule finds. Where each record that it looked for last is still there, it finds the same again.

        Whoever checks the content again and again has most records as they were before.
        """
        self.asked.clear()
        last = LAST.get(rule)
        if last and all(same(self.of_type(kind), before) for kind, before in last.seen.items()):
            return last.found
        self.asked.clear()
        self.all_seen = False
        found = tuple(rule(self))
        if not self.all_seen:
            LAST[rule] = RuleRun({kind: self.of_type(kind) for kind in self.asked}, found)
        return found


Rule = Callable[[list[Located]], Iterator[Problem]]
"""What must hold between records, and finds where it does not."""


class RuleRun(NamedTuple):
    """Which records a rule looked for, by their types, and what it found."""

    seen: dict[type[Record], Sequence[tuple[Located, Any]]]
    found: tuple[Problem, ...]


LAST: dict[Rule, RuleRun] = {}
"""What each rule found when it looked last."""


def same(now: Sequence[tuple[Located, Any]], before: Sequence[tuple[Located, Any]]) -> bool:
    """Whether these are the very same records in the same order."""
    return len(now) == len(before) and all(one is other for (one, _), (other, _) in zip(now, before, strict=True))


R = TypeVar("R", bound=Record)


def of_type(located: list[Located], kind: type[R]) -> Iterator[tuple[Located, R]]:
    """The records of one type, each with its place."""
    if isinstance(located, AllRecords):
        return iter(located.of_type(kind))
    return ((item, item.record) for item in located if isinstance(item.record, kind))
