"""An activity as plain text: the statements, what to choose from, and the answers to open."""

from collections.abc import Iterator

from course_helpers.document import Block, Details, Document, Items, Line, Paragraph, Strong, line
from course_helpers.explorers.sorting import rules
from course_helpers.explorers.sorting.rules import Activity, Round
from course_helpers.knowledge import load
from course_helpers.lesson.cards import without_label
from course_helpers.lesson.sources import sources
from course_helpers.locale import localised

ENDS = (".", "?", "”")
"""How a whole sentence ends."""


def activity_document(activity: Activity) -> Document:
    """What a notebook stores and what a reader without a running notebook sees."""
    words = load().strings.sorting
    head = (Paragraph(line(Strong(activity.title))), Paragraph(line(activity.instruction)))
    blocks: list[Block] = [*head]
    first, *later = activity.rounds
    blocks.extend(_asked(first))
    for number, part in enumerate(later, 2):
        blocks.append(Details(words.round.format(number=number, total=len(activity.rounds)), tuple(_asked(part))))
    if not activity.is_vote:
        blocks.append(Details(words.answers, tuple(_answers(activity))))
    blocks.append(Paragraph(line(localised(activity.closing))))
    if activity.limit:
        blocks.append(Paragraph(line(Strong(localised(activity.limit)))))
    return Document(words.short_name.format(title=activity.title), tuple(blocks))


def _asked(part: Round) -> Iterator[Block]:
    yield Items(tuple(line(localised(statement.text)) for statement in part.lines), numbered=True)
    if part.owners:
        yield Paragraph(line(f"{load().strings.sorting.columns}:"))
        yield Items(tuple(line(localised(column)) for column in part.columns))
    else:
        yield Paragraph(line(f"{load().strings.sorting.columns}: {' · '.join(part.columns)}"))


def _answers(activity: Activity) -> Iterator[Block]:
    """Each statement with its answer. The rows of a match stand above it in full, so it names their change and why."""
    answered = [(part, statement) for part in activity.rounds for statement in part.lines]
    yield Items(tuple(_answer(part, statement) for part, statement in answered))
    if not activity.is_match:
        yield sources(activity.references)


def _answer(part: Round, statement: rules.Line) -> Line:
    asked = localised(statement.text)
    answer = localised(part.columns[statement.column or 0])
    reasons = () if part.owners else tuple(f" {label}: {text}" for label, text in told(statement))
    asked = asked if asked.endswith(ENDS) else f"{asked}:"
    return line(f"{asked} ", Strong(sentence(answer)), f" {localised(statement.why)}", *reasons)


def told(statement: rules.Line) -> list[tuple[str, str]]:
    """What stands with an answer besides its reason: who, how soon, and what it rests on; each with its label."""
    words = load().strings.sorting
    row = statement.row
    rule = without_label(row.course_rule).strip() if row else ""
    pairs = (
        (words.who, row.who if row else ""),
        (words.how_soon, row.how_soon if row else ""),
        (words.course_rule, rule),
        (words.claims, ", ".join(f"“{load().claims[claim].title}”" for claim in statement.claims)),
        (words.course_choice, statement.course_choice),
    )
    return [(label, sentence(localised(text))) for label, text in pairs if text]


def sentence(text: str) -> str:
    """The text with a full stop, where it has no end of its own."""
    return text if text.endswith(ENDS) else f"{text}."
