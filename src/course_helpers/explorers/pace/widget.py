"""The pace bar of lesson 01: Start, Stop, and a pace to choose.

The clock is the browser's. What is chosen stays in the browser: it is no trait, so nothing can hold it.
"""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.document import Details, Document, Items, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.activities import Pace
from course_helpers.lesson.sources import source_entries, sources
from course_helpers.panel import Panel, script, styles

HERE = Path(__file__).parent


class PaceBar(Panel):
    """A marker on a bar; nothing is kept."""

    word_groups = ("pace",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    paces: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each pace in centimetres a second, with its words and what it rests on."""

    def __init__(self) -> None:
        super().__init__()
        self.set_trait("paces", [_pace(pace) for pace in load().paces.values()])

    @classmethod
    def borrowed_words(cls) -> dict[str, str]:
        """The stop rule stands above the bar."""
        return {"stop_rule": load().strings.card.stop_rule}

    def fallback(self) -> Document:
        """The paces in words."""
        words, paces = load().strings.pace, load().paces.values()
        cited = dict.fromkeys(reference for pace in paces for reference in pace.references)
        told = Items(tuple(line(Strong(f"{pace.name}: "), pace.about) for pace in paces))
        rule = Paragraph(line(load().strings.card.stop_rule))
        fold = Details(words.title, (rule, told, Paragraph(line(words.measured)), sources(cited)))
        return Document(words.short_name, (fold,))


def _pace(pace: Pace) -> dict[str, Any]:
    return {
        "id": pace.id,
        "cm": pace.cm_per_second,
        "name": pace.name,
        "about": pace.about,
        "choice": pace.course_choice,
        "sources": source_entries(pace.references),
        "atStart": pace.at_start,
    }
