"""The panel of an activity: choose a column for each statement, and read what the course says.

All answers travel to the browser at the start, because they are teaching text. What is chosen stays in the browser:
it is no trait, so no notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.document import Document
from course_helpers.explorers.sorting.fallback import activity_document, sentence, told
from course_helpers.explorers.sorting.rules import Activity, Line, Round, activity, reply
from course_helpers.knowledge import load
from course_helpers.lesson.sources import source_entries
from course_helpers.locale import localised
from course_helpers.panel import Panel, script, styles

HERE = Path(__file__).parent
LONG_COLUMN = 40
"""Characters; where a column is longer, the columns stand one below the other."""


class SortPanel(Panel):
    """Statements and columns; nothing is kept and nothing is counted."""

    word_groups = ("sorting",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    activity = traitlets.Dict(read_only=True).tag(sync=True)
    """What is asked, and what to say to each choice."""

    def __init__(self, section: str) -> None:
        self._activity = activity(section, load())
        super().__init__()
        self.set_trait("activity", _shown(self._activity))

    def fallback(self) -> Document:
        """The statements and, to open, the answers."""
        return activity_document(self._activity)


def _shown(found: Activity) -> dict[str, Any]:
    return {
        "title": found.title,
        "instruction": found.instruction,
        "vote": found.is_vote,
        "match": found.is_match,
        "rounds": [_round(part) for part in found.rounds],
        "closing": localised(found.closing),
        "limit": localised(found.limit),
    }


def _round(part: Round) -> dict[str, Any]:
    columns = [localised(column) for column in part.columns]
    return {
        "columns": columns,
        "long": any(len(column) > LONG_COLUMN for column in columns),
        "statements": [_statement(part, line) for line in part.lines],
    }


def _statement(part: Round, line: Line) -> dict[str, Any]:
    words = load().strings.sorting
    replies = [reply(part, line, chosen, words) for chosen in range(len(part.columns))]
    return {
        "text": localised(line.text),
        "answer": "" if line.column is None else sentence(localised(part.columns[line.column])),
        "replies": [{"kind": r.kind, "text": localised(r.text), "more": localised(r.more)} for r in replies],
        "why": localised(line.why),
        "told": [{"label": label, "text": text} for label, text in told(line)],
        "sources": source_entries(line.references),
    }
