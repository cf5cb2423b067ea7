"""Where authorities disagree, as a table to open: the same words as in the explorer."""

from course_helpers.document import Line, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.evidence import Disagreement, Position
from course_helpers.locale import localised


def disagreements() -> Table:
    """Every question with both positions and what this course does, as a table that is open."""
    words = load().strings.disagreement_explorer
    return Table(
        caption=words.title,
        header=(words.question, words.one, words.other, words.stance),
        rows=tuple(_row(entry) for entry in load().disagreements.values()),
    )


def _row(entry: Disagreement) -> tuple[Line, Line, Line, Line]:
    stance = line(localised(entry.course_stance))
    return line(entry.question), _position(entry.one), _position(entry.other), stance


def _position(side: Position) -> Line:
    return line(f"{localised(side.text)} ({', '.join(side.references)})")
