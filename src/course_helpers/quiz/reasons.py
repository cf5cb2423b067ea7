"""The answer to a question as text: what is right, and why for every option."""

from collections.abc import Iterator
from string import ascii_uppercase

from course_helpers.document import Block, Items, Line, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Option, Question
from course_helpers.locale import localised
from course_helpers.quiz.grading import choices
from course_helpers.quiz.option_order import layout


def reasons(question: Question, seed: int) -> Iterator[Block]:
    """The right answer and every reason, with the letters of the page that this seed makes."""
    words = load().strings.quiz
    if question.kind == "order":
        told = ((step.text, step.why) for step in question.steps)
        steps = tuple(line(": ".join(localised(text) for text in both if text)) for both in told)
        yield Paragraph(line(Strong(words.right_order)))
        yield Items(steps, numbered=True)
        yield Paragraph(line(localised(question.order_why)))
        return
    for number, options in enumerate(laid_out(question, seed)):
        if question.decisions:
            yield Paragraph(line(Strong(words.decision.format(number=number + 1))))
        yield Items(tuple(_reason(letter, option) for letter, option in options))


def laid_out(question: Question, seed: int) -> Iterator[list[tuple[str, Option]]]:
    """The lettered options of each part, in the order of the page that this seed makes."""
    for options, places in zip(choices(question), layout(question, seed), strict=True):
        yield [(letter, options[n]) for letter, n in zip(ascii_uppercase, places, strict=False)]


def _reason(letter: str, option: Option) -> Line:
    words = load().strings.quiz
    mark = words.mark_right if option.right else words.mark_wrong
    return line(f"{letter}. {localised(option.text)} · ", Strong(f"{mark}."), f" {localised(option.why)}")
