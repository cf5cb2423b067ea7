"""The four questions before any touch of a breast that makes milk: in the lesson, and on paper."""

from course_helpers.document import Card, Decision, Document, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.layers import MilkBranch
from course_helpers.locale import localised


def milk_decision() -> Document:
    """The questions in their order, each as one card with what a yes means; together they fill one screen."""
    branches = tuple(load().milk_decision.values())
    return Document(load().strings.lesson.milk_decision, (Decision(tuple(map(_card, branches))),))


def _card(branch: MilkBranch) -> Card:
    told = tuple(Paragraph(line(localised(text))) for text in branch.then)
    return Card(branch.kind, branch.label, localised(branch.question), told)


def decision_table() -> Table:
    """The same questions as a table, for paper."""
    words = load().strings.handout
    return Table(
        caption=words.decide_first,
        header=(words.ask_yourself, words.decide_yes),
        rows=tuple(
            (line(localised(branch.question)), line(Strong(f"{branch.label}."), f" {localised(' '.join(branch.then))}"))
            for branch in load().milk_decision.values()
        ),
    )
