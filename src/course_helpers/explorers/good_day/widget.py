"""The explorer "When is a good day to look and feel?" of lesson 04.

All answers travel to the browser at the start, because they are teaching text about invented people. The
choice itself stays in the browser: it is no trait, so no notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.knowledge import load
from course_helpers.knowledge.activities import GoodDay
from course_helpers.lesson.sources import source_entries
from course_helpers.locale import localised
from course_helpers.panel import Panel, script, styles

HERE = Path(__file__).parent


class GoodDayExplorer(Panel):
    """One choice, one sentence, nothing kept."""

    short_name = "good_day"
    word_groups = ("good_day",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    people: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each invented person with the day that suits and what that rests on."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("people", [_person(entry) for entry in knowledge.good_days.values()])


def _person(entry: GoodDay) -> dict[str, Any]:
    return {
        "id": entry.id,
        "text": entry.person,
        "answer": localised(entry.answer),
        "choice": localised(entry.course_choice),
        "sources": source_entries(entry.references),
    }
