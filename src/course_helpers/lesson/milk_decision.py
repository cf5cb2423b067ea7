"""The four questions before any touch of a breast that makes milk: in the lesson, and on paper."""

from course_helpers.document import Block, Card, Decision, Document, Inline, Items, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.layers import MilkBranch, Point
from course_helpers.locale import localised


def milk_decision() -> Document:
    """The questions in their order, each as one card with what a yes means; together they fill one screen."""
    branches = tuple(load().milk_decision.values())
    return Document(load().strings.lesson.milk_decision, (Decision(tuple(map(_card, branches))),))


def _card(branch: MilkBranch) -> Card:
    yes: tuple[Block, ...] = (Paragraph(line(Strong(f"{load().strings.handout.decide_yes}:"))),) if branch.signs else ()
    return Card(
        branch.kind, branch.label, localised(branch.question), (*_items(branch.signs), *yes, *_items(branch.then))
    )


def _items(points: list[Point]) -> tuple[Items, ...]:
    return (Items(tuple(line(*_told(point)) for point in points)),) if points else ()


def _told(point: Point) -> Line:
    return line(Strong(f"{localised(point.lead)}:"), f" {localised(point.text)}")


def decision_table() -> Table:
    """The same questions as a table, for paper."""
    words = load().strings.handout
    return Table(
        caption=words.decide_first,
        header=(words.ask_yourself, words.decide_yes),
        rows=tuple(
            (_cell(localised(branch.question), branch.signs), _cell(Strong(f"{branch.label}."), branch.then))
            for branch in load().milk_decision.values()
        ),
    )


def _cell(first: Inline, points: list[Point]) -> Line:
    """Each point on a line of its own."""
    return line(first, *(part for point in points for part in ("\n", *_told(point))))
