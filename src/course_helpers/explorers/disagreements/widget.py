"""The explorer "Where authorities disagree" of lesson 07.

All positions travel to the browser at the start. The choice itself stays in the browser: it is no trait, so no
notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from course_helpers.design_tokens import css_variables
from course_helpers.knowledge import load
from course_helpers.knowledge.records import Disagreement, Position
from course_helpers.lesson.sources import address, reference_text
from course_helpers.locale import localised

HERE = Path(__file__).parent


class DisagreementExplorer(anywidget.AnyWidget):
    """One choice, two positions, one stance, nothing kept."""

    _esm = HERE / "widget.js"
    _css = css_variables() + (HERE / "widget.css").read_text(encoding="utf-8")
    _shown: ClassVar["DisagreementExplorer | None"] = None

    words = traitlets.Dict(read_only=True).tag(sync=True)
    questions: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each question with its two positions, their sources and the course's stance."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("words", dict(knowledge.strings.disagreement_explorer))
        self.set_trait("questions", [_question(entry) for entry in knowledge.disagreements.values()])

    @classmethod
    def fresh(cls) -> "DisagreementExplorer":
        """A new explorer; an earlier one of this kernel is closed, so that running a lesson again is harmless."""
        if cls._shown is not None:
            cls._shown.close()
        cls._shown = cls()
        return cls._shown

    def __repr__(self) -> str:
        return load().strings.disagreement_explorer["short_name"]


def _question(entry: Disagreement) -> dict[str, Any]:
    return {
        "id": entry.id,
        "text": entry.question,
        "one": _position(entry.one),
        "other": _position(entry.other),
        "stance": localised(entry.course_stance),
    }


def _position(side: Position) -> dict[str, Any]:
    references = [load().references[reference_id] for reference_id in side.references]
    return {
        "text": localised(side.text),
        "sources": [{"id": r.id, "address": address(r), "text": reference_text(r)} for r in references],
    }
