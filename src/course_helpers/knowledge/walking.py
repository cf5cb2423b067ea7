"""Walking through a record: all its texts, and all ids by which it points at other records.

The links are found from the types alone: a field typed ``ReferenceId`` anywhere in a record, however deep
in lists, tables and nested records, names a reference.
"""

import functools
from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct, structs


def texts_of(record: Any) -> Iterator[tuple[str, str]]:
    """All texts of a record with the name of the field they stand in."""
    for field, value in structs.asdict(record).items():
        for text in _texts(value):
            yield field, text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _texts(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry)
    elif hasattr(value, "__struct_fields__"):
        yield from (text for _, text in texts_of(value))


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
