"""The explorer "What hands find" of lesson 04.

Every group and its sentence travel to the browser at the start. The choice itself stays in the browser: it is
no trait, so no notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.explorers.hands_find.counting import Setting, grouped, settings
from course_helpers.knowledge import load
from course_helpers.knowledge.activities import HandsCount
from course_helpers.knowledge.strings.explorers import HandsFindWords
from course_helpers.lesson.sources import source_entries
from course_helpers.locale import localised
from course_helpers.panel import Panel, script, styles

HERE = Path(__file__).parent


class HandsFind(Panel):
    """One choice of a group, its dots and its sentence, nothing kept."""

    short_name = "hands_find"
    word_groups = ("hands_find",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    counts: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each count with its groups, its meaning and its sources."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("counts", [_count(entry) for entry in knowledge.hands_counts.values()])


def _count(entry: HandsCount) -> dict[str, Any]:
    words = load().strings.hands_find
    return {
        "id": entry.id,
        "group": words.of(f"group_{entry.id}"),
        "settings": [_setting(found, words) for found in settings(entry, words)],
        "meaning": localised(entry.meaning),
        "sources": source_entries(entry.references),
    }


def _setting(found: Setting, words: HandsFindWords) -> dict[str, Any]:
    one = found.found is None
    return {
        "people": found.people,
        "found": found.found,
        "label": words.size_one if one else words.size.format(people=grouped(found.people)),
        "sentence": localised(found.sentence),
        "dots": words.dots_one if one else words.dots.format(people=grouped(found.people), found=found.found),
    }
