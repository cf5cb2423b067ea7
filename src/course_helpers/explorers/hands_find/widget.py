"""The explorer "What hands find" of lesson 04.

Every group and its sentence travel to the browser at the start. The choice itself stays in the browser: it is
no trait, so no notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from course_helpers.design_tokens import css_variables
from course_helpers.explorers.hands_find.counting import Setting, grouped, settings
from course_helpers.knowledge import load
from course_helpers.knowledge.records import HandsCount
from course_helpers.lesson.sources import address, reference_text
from course_helpers.locale import localised

HERE = Path(__file__).parent


class HandsFind(anywidget.AnyWidget):
    """One choice of a group, its dots and its sentence, nothing kept."""

    _esm = HERE / "widget.js"
    _css = css_variables() + (HERE / "widget.css").read_text(encoding="utf-8")
    _shown: ClassVar["HandsFind | None"] = None

    words = traitlets.Dict(read_only=True).tag(sync=True)
    counts: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each count with its groups, its meaning and its sources."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("words", dict(knowledge.strings.hands_find))
        self.set_trait("counts", [_count(entry) for entry in knowledge.hands_counts.values()])

    @classmethod
    def fresh(cls) -> "HandsFind":
        """A new explorer; an earlier one of this kernel is closed, so that running a lesson again is harmless."""
        if cls._shown is not None:
            cls._shown.close()
        cls._shown = cls()
        return cls._shown

    def __repr__(self) -> str:
        return load().strings.hands_find["short_name"]


def _count(entry: HandsCount) -> dict[str, Any]:
    words = load().strings.hands_find
    references = [load().references[reference_id] for reference_id in entry.references]
    return {
        "id": entry.id,
        "group": words[f"group_{entry.id}"],
        "settings": [_setting(found, words) for found in settings(entry, words)],
        "meaning": localised(entry.meaning),
        "sources": [{"id": r.id, "address": address(r), "text": reference_text(r)} for r in references],
    }


def _setting(found: Setting, words: dict[str, str]) -> dict[str, Any]:
    one = found.found is None
    return {
        "people": found.people,
        "found": found.found,
        "label": words["size_one"] if one else words["size"].format(people=grouped(found.people)),
        "sentence": localised(found.sentence),
        "dots": words["dots_one"] if one else words["dots"].format(people=grouped(found.people), found=found.found),
    }
