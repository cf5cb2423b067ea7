"""Grading one question. A response names options by their place in the content file, counted from 0.

It has one part for a plain question and one part for each decision of a scenario. A part is a tuple of
option numbers; for a question of order it is the sequence chosen.
"""

from dataclasses import dataclass
from typing import Literal

from course_helpers.knowledge.questions import Option, Question

Part = tuple[int, ...]
Response = tuple[Part, ...]
"""What was chosen, not yet graded."""
Verdict = Literal["right", "wrong", "not_answered"]


class ResponseRefused(ValueError):
    """A response that no learner can give on the page: unknown options, duplicates, wrong number of parts."""


@dataclass(frozen=True)
class Grade:
    """The verdict on a response, and which parts of it are right."""

    verdict: Verdict
    parts: tuple[bool, ...]


def choices(question: Question) -> tuple[tuple[Option, ...], ...]:
    """The options of each part; a question of order has none."""
    if question.kind == "order":
        return ()
    if question.kind == "scenario":
        return tuple(tuple(decision.options) for decision in question.decisions)
    return (tuple(question.options),)


def sizes(question: Question) -> tuple[int, ...]:
    """How many options or steps each part offers."""
    if question.kind == "order":
        return (len(question.steps),)
    return tuple(len(options) for options in choices(question))


def key(question: Question) -> Response:
    """The right response. It stays in Python until the learner's own is graded."""
    if question.kind == "order":
        return (tuple(range(len(question.steps))),)
    return tuple(tuple(n for n, option in enumerate(options) if option.right) for options in choices(question))


def one_only(question: Question) -> bool:
    """True where each part takes exactly one option."""
    if question.kind in {"single", "scenario"}:
        return True
    return question.kind == "point" and len(key(question)[0]) == 1


def grade(question: Question, response: Response) -> Grade:
    """Compare a response with the key: equal sets, equal order. A part left empty is never a mark.

    Raises:
        ResponseRefused: if the response cannot come from the page.
    """
    refuse_impossible(question, response)
    if not all(response):
        return Grade("not_answered", ())
    ordered = question.kind == "order"
    parts = tuple(
        given == right if ordered else set(given) == set(right)
        for given, right in zip(response, key(question), strict=True)
    )
    return Grade("right" if all(parts) else "wrong", parts)


def refuse_impossible(question: Question, response: Response) -> None:
    """Refuse a response that the page cannot send.

    Raises:
        ResponseRefused: for a wrong number of parts, unknown or repeated options, several where one is allowed.
    """
    offered = sizes(question)
    if len(response) != len(offered):
        raise ResponseRefused(f"{question.id}: {len(response)} parts where {len(offered)} are asked.")
    for part, size in zip(response, offered, strict=True):
        if len(set(part)) < len(part):
            raise ResponseRefused(f"{question.id}: an option is named twice.")
        if any(not 0 <= number < size for number in part):
            raise ResponseRefused(f"{question.id}: an option that does not exist.")
        if one_only(question) and len(part) > 1:
            raise ResponseRefused(f"{question.id}: several options where one is asked.")
        if question.kind == "order" and part and len(part) != size:
            raise ResponseRefused(f"{question.id}: {len(part)} of {size} steps.")
