"""Check questions inside lessons, as text to think about and an answer to open.

The answers are on the page, folded: these checks are for oneself and nothing is scored.
"""

from string import ascii_uppercase

from course_helpers.document import Block, Card, Details, Document, Items, Line, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.records import Check, Option, WarmUp
from course_helpers.lesson.pages import picture
from course_helpers.locale import localised


def check(check_id: str) -> Document:
    """One check question: the stem, a hint and the answer with a reason for every option."""
    question = load().checks[check_id]
    blocks = (*_ask(question), *_help(question))
    card = Card("question", load().strings.card["question"], localised(question.stem), blocks)
    return Document(f"Check {check_id}: {question.stem}", (card,))


def warm_up() -> Document:
    """The six questions before the lessons; no answers here."""
    words = load().strings.check
    cards = tuple(_warm_up_card(question) for question in load().warm_ups.values())
    return Document("Six warm-up questions, not scored", (Paragraph(line(words["warm_up_note"])), *cards))


def _warm_up_card(question: WarmUp) -> Card:
    answered = load().strings.check["warm_up_answered"].format(section=question.answered_in)
    options = Items(tuple(line(localised(option)) for option in question.options))
    label = load().strings.card["question"]
    return Card("question", label, localised(question.stem), (options, Paragraph(line(answered))))


def _ask(question: Check) -> tuple[Block, ...]:
    words = load().strings.check
    if question.kind == "order":
        steps = sorted(step.text for step in question.steps)
        return _instruction("put_in_order"), Items(tuple(line(step) for step in steps))
    if question.kind == "scenario":
        return (_instruction("decide"),)
    instruction = {"single": "choose_one", "multiple": "choose_all", "point": "point"}[question.kind]
    drawing = (picture(question.figure),) if question.figure else ()
    return (*drawing, Paragraph(line(words[instruction])), Items(_letters(question.options)))


def _instruction(word: str) -> Paragraph:
    return Paragraph(line(load().strings.check[word]))


def _letters(options: list[Option]) -> tuple[Line, ...]:
    pairs = zip(ascii_uppercase, options, strict=False)
    return tuple(line(Strong(f"{letter}. "), localised(option.text)) for letter, option in pairs)


def _help(question: Check) -> tuple[Block, ...]:
    words = load().strings.check
    reread = Paragraph(line(f"{words['reread']}: {question.reread}"))
    hint = Details(words["hint"], (Paragraph(line(localised(question.hint))),))
    if question.kind == "scenario":
        return (hint, *_decisions(question), reread)
    return hint, Details(words["show_answer"], (*_answer(question), reread))


def _answer(question: Check) -> tuple[Block, ...]:
    if question.kind == "order":
        words = load().strings.check
        steps = Items(tuple(line(step.text) for step in question.steps), numbered=True)
        return Paragraph(line(Strong(words["right_order"]))), steps, Paragraph(line(localised(question.order_why)))
    return (Items(_reasons(question.options)),)


def _reasons(options: list[Option]) -> tuple[Line, ...]:
    words = load().strings.check
    return tuple(
        line(Strong(f"{letter}. {words['right' if option.right else 'not_right']}. "), localised(option.why))
        for letter, option in zip(ascii_uppercase, options, strict=False)
    )


def _decisions(question: Check) -> tuple[Block, ...]:
    words = load().strings.check
    blocks: list[Block] = []
    for number, decision in enumerate(question.decisions, 1):
        head = words["decision"].format(number=number)
        blocks.append(Paragraph(line(Strong(f"{head}. "), localised(decision.question))))
        blocks.append(Items(_letters(decision.options)))
        blocks.append(Details(words["show_answer"], (Items(_reasons(decision.options)),)))
    return tuple(blocks)
