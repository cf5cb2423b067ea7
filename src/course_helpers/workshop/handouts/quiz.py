"""The quiz on paper, and its key as a sheet of its own."""

from collections.abc import Iterator

from course_helpers.document import Block, Details, Items, Paragraph, Strong, line
from course_helpers.exporting.sureness import sureness
from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import Item
from course_helpers.lesson import cards
from course_helpers.lesson.pages import picture
from course_helpers.lesson.section_links import section_place
from course_helpers.locale import localised
from course_helpers.quiz.fallback import instruction_word
from course_helpers.quiz.on_paper import SEED, to_tick
from course_helpers.quiz.reasons import reasons
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
    drawing = (with_places(picture(item.figure), item),) if item.figure else ()
    instruction = Paragraph(line(load().strings.paper.of(instruction_word(item))))
    return Details(f"{number}. {localised(item.stem)}", (*drawing, instruction, *_to_tick(item)))


def _to_tick(item: Item) -> Iterator[Block]:
    for part in to_tick(item):
        if part.name:
            yield Paragraph(line(Strong(part.name), f" {part.asked}"))
        yield Items(tuple(line(text) for text in part.lines))


def keys() -> tuple[Block, ...]:
    """The right answers, every reason, and the section to read again."""
    return tuple(_key(number, item) for number, item in enumerate(load().items.values(), 1))


def _key(number: int, item: Item) -> Details:
    words = load().strings.quiz
    reread = Paragraph(line(f"{words.reread} {section_place(item.reread)['text']}"))
    basis = (Paragraph(line(sureness(item))),) if item.basis else ()
    return Details(f"{number}. {localised(item.stem)}", (*reasons(item, SEED), *basis, reread))
