"""Following every cross-reference between records.

The links are found from the types alone: a field typed ``ReferenceId`` anywhere in a record, however deep
in lists, tables and nested records, must name a reference that exists.
"""

import functools
from collections.abc import Iterable, Iterator, Set
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct

from course_helpers.knowledge.lessons import Lesson
from course_helpers.knowledge.located import Located
from course_helpers.knowledge.problems import Problem

WITHDRAWN = frozenset({"A09", "B30", "B33", "B34", "C15", "C24", "M02"})
"""Sources of low authority that nothing may rest on; their numbers are never used again."""


HOLDER = {"section": "lesson"}
"""What is no record of its own, and the kind of record that holds it."""


def duplicate_ids(located: list[Located]) -> Iterator[Problem]:
    """Two records of one kind with the same id."""
    seen: dict[tuple[str, str], Located] = {}
    for item in located:
        key = (_scope(item), item.id)
        if key in seen:
            first = seen[key]
            what = f"This id is already used in {first.source.file}, line {first.lines.first}."
            yield item.problem(what, "Give each record an id of its own.", "id")
        seen.setdefault(key, item)


def _scope(item: Located) -> str:
    """Routine steps and single records are numbered within their own file, all else across the course."""
    own_file = item.source.kind in {"step", "routine"}
    return f"{item.source.file}:{item.source.kind}" if own_file else item.source.kind


def broken_links(located: list[Located], lost: Set[str] = frozenset()) -> Iterator[Problem]:
    """Every id that names no record. Of the kinds in ``lost`` some records could not be read; none is missed there."""
    known = known_ids(located)
    for item in located:
        for kind, target, field in links_of(item.record):
            if HOLDER.get(kind, kind) not in lost and target not in known.get(kind, frozenset()):
                yield item.problem(_what(kind, target), _remedy(kind, target), field)


def known_ids(located: list[Located]) -> dict[str, set[str]]:
    """The ids of each kind; the sections of all lessons are a kind of their own."""
    known: dict[str, set[str]] = {}
    for item in located:
        known.setdefault(item.source.kind, set()).add(item.id)
        if isinstance(item.record, Lesson):
            known.setdefault("section", set()).update(section.id for section in item.record.sections)
    return known


def _what(kind: str, target: str) -> str:
    if target in WITHDRAWN and kind == "reference":
        return f"{target} is a withdrawn source."
    return f'There is no {kind.replace("_", " ")} with the id "{target}".'


def _remedy(kind: str, target: str) -> str:
    if target in WITHDRAWN and kind == "reference":
        return "Nothing may rest on it: cite another source or remove the statement."
    return "Correct the id, or add the missing record."


def links_of(record: Struct) -> Iterator[tuple[str, str, str]]:
    """All links of a record as (kind, id, field)."""
    for field, hint in _linked_fields(type(record)):
        for kind, target in _links(getattr(record, field), hint):
            yield kind, target, field


@functools.cache
def _linked_fields(struct: type[Struct]) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(struct, include_extras=True)
    return tuple((field, hints[field]) for field in struct.__struct_fields__ if _has_link(hints[field]))


def _has_link(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, Struct):
        return bool(_linked_fields(hint))
    return _target_kind(hint) is not None or any(_has_link(part) for part in get_args(hint))


def _target_kind(hint: Any) -> str | None:
    if get_origin(hint) is not Annotated:
        return None
    for note in hint.__metadata__:
        if isinstance(note, Meta) and note.extra:
            return str(note.extra["refers_to"])
    return None


def _links(value: Any, hint: Any) -> Iterator[tuple[str, str]]:
    kind = _target_kind(hint)
    origin = get_origin(hint)
    if value is None:
        return
    if kind is not None:
        yield kind, value
    elif isinstance(value, Struct):
        yield from ((kind, target) for kind, target, _ in links_of(value))
    elif origin is Annotated:  # a limit on the length of a list, for example
        yield from _links(value, get_args(hint)[0])
    elif origin is dict:
        yield from _pairs(value.items(), get_args(hint))
    elif origin in (Union, UnionType):
        part = next(part for part in get_args(hint) if part is not type(None))
        yield from _links(value, part)
    elif origin is list:
        for entry in value:
            yield from _links(entry, get_args(hint)[0])


def _pairs(pairs: Iterable[tuple[Any, Any]], hints: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        for value, hint in zip(pair, hints, strict=True):
            yield from _links(value, hint)
