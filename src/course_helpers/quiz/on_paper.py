"""What a question offers on paper, with boxes to tick, and nothing that tells its answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.locale import localised
from course_helpers.quiz.option_order import layout
from course_helpers.quiz.reasons import laid_out

SEED = 1
"""Makes the order of the choices on paper, so that questions, key and the screen in front have the same letters."""


@dataclass(frozen=True)
class PartToTick:
    """The lines of one decision; of most questions there is one part, which has no name and asks nothing of its own."""

    lines: tuple[str, ...]
    name: str = ""
    asked: str = ""


def to_tick(question: Question) -> Iterator[PartToTick]:
    """The parts of a question, each line with a box for a mark or a number."""
    if question.kind == "order":
        yield PartToTick(tuple(f"____ {localised(question.steps[n].text)}" for n in layout(question, SEED)[0]))
        return
    for number, options in enumerate(laid_out(question, SEED)):
        lines = tuple(f"☐ {letter}. {localised(option.text)}" for letter, option in options)
        if not question.decisions:
            yield PartToTick(lines)
            continue
        name = load().strings.quiz.decision.format(number=number + 1)
        yield PartToTick(lines, name, localised(question.decisions[number].question))
