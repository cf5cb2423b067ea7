"""The explorer "When is a good day to look and feel?" of lesson 04.

All answers travel to the browser at the start, because they are teaching text about invented people. The
choice itself stays in the browser: it is no trait, so no notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from course_helpers.design_tokens import css_variables
from course_helpers.knowledge import load
from course_helpers.knowledge.records import GoodDay
from course_helpers.lesson.sources import address, reference_text
from course_helpers.locale import localised

HERE = Path(__file__).parent


class GoodDayExplorer(anywidget.AnyWidget):
    """One choice, one sentence, nothing kept."""

    _esm = HERE / "widget.js"
    _css = css_variables() + (HERE / "widget.css").read_text(encoding="utf-8")
    _shown: ClassVar["GoodDayExplorer | None"] = None

    words = traitlets.Dict(read_only=True).tag(sync=True)
    people: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each invented person with the day that suits and what that rests on."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("words", {name: localised(text) for name, text in knowledge.strings.good_day.items()})
        self.set_trait("people", [_person(entry) for entry in knowledge.good_days.values()])

    @classmethod
    def fresh(cls) -> "GoodDayExplorer":
        """A new explorer; an earlier one of this kernel is closed, so that running a lesson again is harmless."""
        if cls._shown is not None:
            cls._shown.close()
        cls._shown = cls()
        return cls._shown

    def __repr__(self) -> str:
        return load().strings.good_day["short_name"]


def _person(entry: GoodDay) -> dict[str, Any]:
    references = [load().references[reference_id] for reference_id in entry.references]
    return {
        "id": entry.id,
        "text": entry.person,
        "answer": localised(entry.answer),
        "choice": localised(entry.course_choice),
        "sources": [{"id": r.id, "address": address(r), "text": reference_text(r)} for r in references],
    }
