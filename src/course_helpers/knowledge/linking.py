"""Every cross-reference between records leads to a record."""

from collections.abc import Set
from dataclasses import replace

from course_helpers.knowledge.lessons import Lesson
from course_helpers.knowledge.located import Located
from course_helpers.knowledge.problems import Problem

WITHDRAWN = frozenset({"A09", "B30", "B33", "B34", "C15", "C24", "M02"})
"""Sources of low authority that nothing may rest on; their numbers are never used again."""


HOLDER = {"section": "lesson"}
"""What is no record of its own, and the kind of record that holds it."""
MOST_PLACES = 4
"""So many other places are listed where the same id is missing."""

Fault = tuple[Problem, str]
"""What is wrong, and of which kind of record one is missing or uncertain."""


def duplicate_ids(located: list[Located]) -> list[Fault]:
    """Two records of one kind with the same id."""
    seen: dict[tuple[str, str], Located] = {}
    found = []
    for item in located:
        first = seen.setdefault(item.scope_and_id, item)
        if first is not item:
            what = f"This id is already used in {first.source.file}, line {first.lines.first}."
            found.append((item.problem(what, "Give each record an id of its own.", "id"), item.source.kind))
    return found


def broken_links(located: list[Located], lost: Set[str]) -> list[Fault]:
    """Every id that names no record, each once.

    Of the kinds in ``lost`` not every record is known; none is missed there.
    """
    known = known_ids(located)
    places: dict[tuple[str, str], list[Problem]] = {}
    for item in (item for item in located if not item.targets <= known):
        for kind, target, field in item.links:
            if HOLDER.get(kind, kind) in lost or (kind, target) in known:
                continue
            problem = item.problem(_what(kind, target), _remedy(kind, target), field)
            places.setdefault((kind, target), []).append(problem)
    return [(_told_once(named), HOLDER.get(kind, kind)) for (kind, _), named in places.items()]


def _told_once(named: list[Problem]) -> Problem:
    """What is wrong at several places, told at the first of them."""
    first, *others = named
    if not others:
        return first
    listed = [f"{other.file}:{other.line}" for other in others[:MOST_PLACES]]
    more = f", and {len(others) - MOST_PLACES} more" if len(others) > MOST_PLACES else ""
    return replace(first, what=f"{first.what} It is also named in {', '.join(listed)}{more}.")


def known_ids(located: list[Located]) -> set[tuple[str, str]]:
    """What there is, as (kind, id); the sections of all lessons are a kind of their own."""
    known = {(item.source.key, item.id) for item in located}
    for item in located:
        if isinstance(item.record, Lesson):
            known.update(("section", section.id) for section in item.record.sections)
    return known


def _what(kind: str, target: str) -> str:
    if target in WITHDRAWN and kind == "reference":
        return f"{target} is a withdrawn source."
    return f'There is no {kind.replace("_", " ")} with the id "{target}".'


def _remedy(kind: str, target: str) -> str:
    if target in WITHDRAWN and kind == "reference":
        return "Nothing may rest on it: cite another source or remove the statement."
    return "Correct the id, or add the missing record."
