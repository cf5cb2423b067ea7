"""Six questions on paper before the first block and six after the last, for a count of the whole room."""

from collections.abc import Iterable
from string import ascii_uppercase

from course_helpers.document import Block, Details, Items, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import Item, WarmUp
from course_helpers.locale import localised
from course_helpers.quiz.on_paper import SEED
from course_helpers.quiz.option_order import layout


def before() -> tuple[Block, ...]:
    """The warm-up questions, without answers."""
    intro = Paragraph(line(load().strings.handout.six_before_intro))
    asked = enumerate(load().warm_ups.values(), 1)
    return intro, *(_question(number, question.stem, question.options) for number, question in asked)


def after() -> tuple[Block, ...]:
    """Their twins: the same points with other people, without answers."""
    intro = Paragraph(line(load().strings.handout.six_after_intro))
    asked = enumerate((twin_of(question) for question in load().warm_ups.values()), 1)
    return intro, *(_question(number, item.stem, _options(item)) for number, item in asked)


def key() -> tuple[Block, ...]:
    """The right letters of both sheets, where the lesson explains them, and a count to fill in."""
    words = load().strings.handout
    answers = Table(
        caption=words.six_right,
        header=(words.six_question, words.six_before, words.six_after, words.six_told),
        rows=tuple(_row(number, question) for number, question in enumerate(load().warm_ups.values(), 1)),
    )
    count = Table(
        caption=words.six_count,
        header=(words.six_counted, words.six_before, words.six_after),
        rows=tuple((line(words.of(name)), line("____"), line("____")) for name in ("six_people", "six_sum")),
    )
    return Paragraph(line(words.six_key_intro)), answers, count, Paragraph(line(words.six_limits))


def twin_of(question: WarmUp) -> Item:
    """The item on the same point.

    Raises:
        KeyError: if the question has none.
    """
    for item in load().items.values():
        if item.twin_of == question.id:
            return item
    raise KeyError(f"{question.id} has no twin")


def _options(item: Item) -> list[str]:
    """The options in the order of the printed page."""
    return [item.options[n].text for n in layout(item, SEED)[0]]


def _question(number: int, stem: str, options: Iterable[str]) -> Details:
    lettered = zip(ascii_uppercase, options, strict=False)
    ticks = Items(tuple(line(f"☐ {letter}. {localised(option)}") for letter, option in lettered))
    return Details(f"{number}. {localised(stem)}", (ticks,))


def _row(number: int, question: WarmUp) -> tuple[Line, ...]:
    item = twin_of(question)
    right = next(option.text for option in item.options if option.right)
    return (
        line(str(number)),
        _right(question.right, question.options[question.right]),
        _right(_options(item).index(right), right),
        line(question.answered_in),
    )


def _right(place: int, text: str) -> Line:
    return line(Strong(f"{ascii_uppercase[place]}. "), localised(text))
