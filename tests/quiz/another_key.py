"""A question with another key: what is shown before checking must not change with it."""

from typing import TypeVar

import msgspec

from course_helpers.knowledge.questions import Option, Question

Q = TypeVar("Q", bound=Question)


def with_another_key(question: Q) -> Q:
    """The same question with its marks moved on by one option: as many are right, and other ones."""
    decisions = [
        msgspec.structs.replace(decision, options=marks_moved(decision.options)) for decision in question.decisions
    ]
    return msgspec.structs.replace(question, options=marks_moved(question.options), decisions=decisions)


def marks_moved(options: list[Option]) -> list[Option]:
    """The options with the mark of the one before."""
    return [msgspec.structs.replace(option, right=options[number - 1].right) for number, option in enumerate(options)]
