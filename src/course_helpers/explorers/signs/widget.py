"""The explorer "What about this sign?" of lesson 03.

All answers travel to the browser at the start, because they are teaching text about invented people. The
choice itself stays in the browser: it is no trait, so no notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from course_helpers.design_tokens import css_variables
from course_helpers.explorers.signs.rules import Answer, answer
from course_helpers.knowledge import Knowledge, load
from course_helpers.lesson.cards import without_label
from course_helpers.locale import localised

HERE = Path(__file__).parent


class SignExplorer(anywidget.AnyWidget):
    """Two choices, one answer, nothing kept."""

    _esm = HERE / "widget.js"
    _css = css_variables() + (HERE / "widget.css").read_text(encoding="utf-8")
    _shown: ClassVar["SignExplorer | None"] = None

    words = traitlets.Dict(read_only=True).tag(sync=True)
    people: traitlets.List[dict[str, str]] = traitlets.List(read_only=True).tag(sync=True)
    signs: traitlets.List[dict[str, str]] = traitlets.List(read_only=True).tag(sync=True)
    answers = traitlets.Dict(read_only=True).tag(sync=True)
    """``answers[person id][sign id]``: what to show."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("words", dict(knowledge.strings.explorer))
        self.set_trait("people", [{"id": p.id, "text": f"{p.name}: {p.about}"} for p in knowledge.people.values()])
        self.set_trait("signs", [{"id": sign.id, "text": sign.text} for sign in knowledge.signs.values()])
        self.set_trait("answers", _all_answers(knowledge))

    @classmethod
    def fresh(cls) -> "SignExplorer":
        """A new explorer; an earlier one of this kernel is closed, so that running a lesson again is harmless."""
        if cls._shown is not None:
            cls._shown.close()
        cls._shown = cls()
        return cls._shown

    def __repr__(self) -> str:
        return load().strings.explorer["short_name"]


def _all_answers(knowledge: Knowledge) -> dict[str, dict[str, dict[str, Any]]]:
    return {
        person.id: {
            sign.id: _shown(answer(person, sign, knowledge.tier_rows, knowledge.care_cards))
            for sign in knowledge.signs.values()
        }
        for person in knowledge.people.values()
    }


def _shown(found: Answer) -> dict[str, Any]:
    """An answer as the browser shows it: a level, a heading and labelled lines."""
    if not found.applies:
        return {"level": "", "lines": []}
    return {
        "level": "none" if found.level is None else str(found.level),
        "heading": found.row.sign if found.row else "",
        "lines": [{"label": label, "text": localised(text)} for label, text in _lines(found) if text],
        "steps": [localised(step) for step in found.card.do_now] if found.card else [],
        "note": localised(found.note),
    }


def _lines(found: Answer) -> list[tuple[str, str]]:
    words = load().strings.card
    if found.row is None:
        return []
    row, card = found.row, found.card
    return [
        (words["why"], row.why),
        (words["who"], row.who),
        (words["how_soon"], row.how_soon),
        (words["change"], row.change),
        (words["worse"], card.worse if card else ""),
        (words["say"], card.say if card else ""),
        (words["course_rule"], without_label(row.course_rule).strip()),
    ]
