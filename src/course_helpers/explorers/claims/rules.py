"""Which lines of the sheet fit a choice of filters, and the sentence that says how many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import get_args

from course_helpers.knowledge.evidence import Claim, Topic, Verdict
from course_helpers.knowledge.strings.explorers import ClaimExplorerWords

ANY = ""
"""A filter that lets everything through."""


@dataclass(frozen=True)
class Filters:
    """One setting of the three filters."""

    verdict: str = ANY
    topic: str = ANY
    lesson: str = ANY

    @property
    def are_open(self) -> bool:
        """True if nothing has been chosen."""
        return self == Filters()


@dataclass(frozen=True)
class Found:
    """What one setting gives: always a sentence, then the lines."""

    sentence: str
    claims: tuple[Claim, ...]


def every_setting(claims: Iterable[Claim]) -> Iterator[Filters]:
    """All settings of the three filters, the ones without any line included."""
    lessons = dict.fromkeys(sorted(claim.home for claim in claims))
    for verdict, topic, lesson in product((ANY, *get_args(Verdict)), (ANY, *get_args(Topic)), (ANY, *lessons)):
        yield Filters(verdict, topic, lesson)


def find(claims: Iterable[Claim], filters: Filters, words: ClaimExplorerWords) -> Found:
    """The lines that fit, in the order of the sheet; none at all while nothing is chosen."""
    everything = tuple(claims)
    if filters.are_open:
        return Found(words.all.format(total=len(everything)), ())
    fitting = tuple(claim for claim in everything if _fits(claim, filters))
    return Found(_sentence(len(fitting), len(everything), words), fitting)


def _fits(claim: Claim, filters: Filters) -> bool:
    pairs = ((filters.verdict, claim.verdict), (filters.topic, claim.topic), (filters.lesson, claim.home))
    return all(wanted in {ANY, actual} for wanted, actual in pairs)


def _sentence(count: int, total: int, words: ClaimExplorerWords) -> str:
    key = {0: "none", 1: "one"}.get(count, "many")
    return words.of(key).format(count=count, total=total)
