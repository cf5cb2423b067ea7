"""The knowledge of the course: typed, checked, read once.

``load()`` gives everything or nothing: one damaged record anywhere refuses the whole course with a list of
all problems, because half a safety list is worse than none.
"""

import functools
from collections.abc import Iterator, Set
from pathlib import Path

from course_helpers.knowledge import cache
from course_helpers.knowledge.assembled import Knowledge, RoutineText, assemble
from course_helpers.knowledge.linking import broken_links, duplicate_ids
from course_helpers.knowledge.located import AllRecords, Located
from course_helpers.knowledge.problems import ContentError, Problem
from course_helpers.knowledge.reading import read_all
from course_helpers.knowledge.rules import RULES
from course_helpers.knowledge.sources import SOURCES

CONTENT = Path(__file__).parent.parent / "content"

__all__ = ["CONTENT", "ContentError", "Knowledge", "Problem", "RoutineText", "load", "problems_in"]


@functools.cache
def load(folder: Path = CONTENT) -> Knowledge:
    """The whole content, read and checked once in a process.

    Raises:
        ContentError: with every problem found, if there is any.
    """
    file, digest = cache.file_for(folder), cache.digest(folder)
    if (knowledge := cache.knowledge_in(file, digest)) is not None:
        return knowledge
    located, problems = _read_and_check(folder)
    if problems:
        raise ContentError(problems)
    knowledge = assemble(located)
    cache.keep(file, digest, knowledge)
    return knowledge


def problems_in(folder: Path = CONTENT) -> list[Problem]:
    """Every problem of the content below ``folder``; an empty list means that it can be used."""
    return sorted(_read_and_check(folder)[1])


def _read_and_check(folder: Path) -> tuple[list[Located], list[Problem]]:
    """All records that can be read, and everything that is wrong with the content.

    One damage is one problem. A record that cannot be read, shares its id or is not there is missed by everybody who
    counts on it, and nobody of them is to blame: what was found wrong here takes its kind out of what comes next.
    """
    located, problems = read_all(folder)
    damaged = {problem.file for problem in problems}
    lost = {source.kind for source in SOURCES if source.file in damaged}
    faults = duplicate_ids(located)
    faults += broken_links(located, lost.union(kind for _, kind in faults))
    problems += [problem for problem, _ in faults]
    return located, [*problems, *_broken_rules(located, lost.union(kind for _, kind in faults))]


def _broken_rules(located: list[Located], lost: Set[str]) -> Iterator[Problem]:
    """What is found by the rules that count on no kind in ``lost``."""
    types = [source.record for source in SOURCES if source.kind in lost]
    records = AllRecords(located)
    for rule in RULES:
        found = records.found_by(rule)
        if not any(issubclass(kind, asked) for kind in types for asked in records.asked):
            yield from found
