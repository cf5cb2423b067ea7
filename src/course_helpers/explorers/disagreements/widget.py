"""The explorer "Where authorities disagree" of lesson 07.

All positions travel to the browser at the start. The choice itself stays in the browser: it is no trait, so no
notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.knowledge import load
from course_helpers.knowledge.evidence import Disagreement, Position
from course_helpers.lesson.sources import source_entries
from course_helpers.locale import localised
from course_helpers.panel import Panel, script, styles

HERE = Path(__file__).parent


class DisagreementExplorer(Panel):
    """One choice, two positions, one stance, nothing kept."""

    short_name = "disagreement_explorer"
    word_groups = ("disagreement_explorer",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    questions: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each question with its two positions, their sources and the course's stance."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("questions", [_question(entry) for entry in knowledge.disagreements.values()])


def _question(entry: Disagreement) -> dict[str, Any]:
    return {
        "id": entry.id,
        "text": entry.question,
        "one": _position(entry.one),
        "other": _position(entry.other),
        "stance": localised(entry.course_stance),
    }


def _position(side: Position) -> dict[str, Any]:
    return {
        "text": localised(side.text),
        "sources": source_entries(side.references),
    }
