"""The quiz on paper, and its key as a sheet of its own."""

from collections.abc import Iterator
from string import ascii_uppercase

from course_helpers.document import Block, Details, Items, Line, Paragraph, Strong, line
from course_helpers.exporting.paper import SEED
from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Option
from course_helpers.knowledge.quizzes import Item
from course_helpers.lesson import cards
from course_helpers.lesson.pages import picture
from course_helpers.lesson.places import section_place
from course_helpers.locale import localised
from course_helpers.quiz.fallback import instruction_word
from course_helpers.quiz.grading import choices
from course_helpers.quiz.layout import layout
from course_helpers.workshop.handouts.pictures import with_places


def before_the_questions() -> tuple[Block, ...]:
    """How to use the quiz, and the stop rule."""
    return Paragraph(line(load().strings.paper.intro)), *cards.stop_rule().blocks


def before_the_keys() -> tuple[Block, ...]:
    """How to use the key."""
    return (Paragraph(line(load().strings.paper.key_intro)),)


def questions() -> tuple[Block, ...]:
    """Every question, without anything that tells its answer."""
    return tuple(_question(number, item) for number, item in enumerate(load().items.values(), 1))


def _question(number: int, item: Item) -> Details:
    drawing = (with_places(picture(item.figure), item.options),) if item.figure else ()
    instruction = Paragraph(line(load().strings.paper.of(instruction_word(item))))
    return Details(f"{number}. {localised(item.stem)}", (*drawing, instruction, *_to_tick(item)))


def _to_tick(item: Item) -> Iterator[Block]:
    if item.kind == "order":
        yield Items(tuple(line(f"____ {localised(item.steps[n].text)}") for n in layout(item, SEED)[0]))
        return
    for number, options in enumerate(_as_laid_out(item)):
        if item.decisions:
            yield Paragraph(line(Strong(_decision(number)), f" {localised(item.decisions[number].question)}"))
        yield Items(tuple(line(f"☐ {letter}. {localised(option.text)}") for letter, option in options))


def _as_laid_out(item: Item) -> Iterator[list[tuple[str, Option]]]:
    """The lettered options of each part, in the order of the printed page."""
    for options, places in zip(choices(item), layout(item, SEED), strict=True):
        yield [(letter, options[n]) for letter, n in zip(ascii_uppercase, places, strict=False)]


def keys() -> tuple[Block, ...]:
    """The right answers, every reason, and the section to read again."""
    return tuple(_key(number, item) for number, item in enumerate(load().items.values(), 1))


def _key(number: int, item: Item) -> Details:
    words = load().strings.quiz
    reread = Paragraph(line(f"{words.reread} {section_place(item.reread)['text']}"))
    basis = (Paragraph(line(f"{words.basis} {localised(item.basis)}")),) if item.basis else ()
    return Details(f"{number}. {localised(item.stem)}", (*_reasons(item), *basis, reread))


def _reasons(item: Item) -> Iterator[Block]:
    words = load().strings.quiz
    if item.kind == "order":
        yield Paragraph(line(Strong(words.right_order)))
        yield Items(tuple(line(f"{localised(step.text)}: {localised(step.why)}") for step in item.steps), numbered=True)
        yield Paragraph(line(localised(item.order_why)))
        return
    for number, options in enumerate(_as_laid_out(item)):
        if item.decisions:
            yield Paragraph(line(Strong(_decision(number))))
        yield Items(tuple(_reason(letter, option) for letter, option in options))


def _reason(letter: str, option: Option) -> Line:
    mark = load().strings.quiz.mark_right if option.right else load().strings.quiz.mark_wrong
    return line(f"{letter}. {localised(option.text)} · ", Strong(f"{mark}."), f" {localised(option.why)}")


def _decision(number: int) -> str:
    return load().strings.quiz.decision.format(number=number + 1)
