"""Questions as plain text: what a notebook stores, for readers without a running notebook. No answers here."""

from string import ascii_uppercase

from course_helpers.document import Block, Card, Details, Document, Items, Line, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Option, Question
from course_helpers.knowledge.quizzes import WarmUp
from course_helpers.lesson.pages import picture
from course_helpers.locale import localised
from course_helpers.quiz.grading import choices, one_only
from course_helpers.quiz.option_order import layout
from course_helpers.quiz.snapshot import FIRST_SEED


def check_document(check_id: str) -> Document:
    """One check question as text: stem, options, hint and where the answer is taught."""
    question = load().check_questions[check_id]
    words = load().strings.quiz
    where = Paragraph(line(words.answer_in_panel.format(section=question.reread)))
    hint = Details(words.hint, (Paragraph(line(localised(question.hint))), where))
    label = load().strings.card.question
    card = Card("question", label, localised(question.stem), (*question_blocks(question), hint))
    return Document(words.short_name_check.format(stem=localised(question.stem)), (card,))


def warm_up_document() -> Document:
    """The six questions before the lessons as text."""
    words = load().strings.quiz
    cards = tuple(_warm_up_card(question) for question in load().warm_ups.values())
    fold = Details(words.short_name_warm_up, cards, for_looking_up=True)
    return Document(words.short_name_warm_up, (Paragraph(line(words.warm_up_note)), fold))


INSTRUCTIONS = {"single": "choose_one", "multiple": "choose_all", "order": "put_in_order", "scenario": "decide"}


def instruction_word(question: Question) -> str:
    """The name of the interface word that says what to do with a question."""
    return INSTRUCTIONS.get(question.kind) or ("point" if one_only(question) else "point_many")


def question_blocks(question: Question) -> tuple[Block, ...]:
    """What a question offers, in the order in which its panel shows it first."""
    instruction = Paragraph(line(load().strings.quiz.of(instruction_word(question))))
    drawing = (picture(question.figure),) if question.figure else ()
    places = layout(question, FIRST_SEED)
    if question.kind == "order":
        return instruction, Items(tuple(line(question.steps[n].text) for n in places[0]))
    parts = [[options[n] for n in order] for options, order in zip(choices(question), places, strict=True)]
    if question.kind == "scenario":
        return (instruction, *_decisions(question, parts))
    return (*drawing, instruction, Items(lettered(parts[0])))


def lettered(options: list[Option]) -> tuple[Line, ...]:
    """The options as lines with letters."""
    pairs = zip(ascii_uppercase, options, strict=False)
    return tuple(line(Strong(f"{letter}. "), localised(option.text)) for letter, option in pairs)


def _decisions(question: Question, parts: list[list[Option]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, (decision, options) in enumerate(zip(question.decisions, parts, strict=True), 1):
        head = load().strings.quiz.decision.format(number=number)
        blocks.append(Paragraph(line(Strong(f"{head}: "), localised(decision.question))))
        blocks.append(Items(lettered(options)))
    return tuple(blocks)


def _warm_up_card(question: WarmUp) -> Card:
    answered = load().strings.quiz.warm_up_answered.format(section=question.answered_in)
    options = Items(tuple(line(localised(option)) for option in question.options))
    label = load().strings.card.question
    return Card("question", label, localised(question.stem), (options, Paragraph(line(answered))))
