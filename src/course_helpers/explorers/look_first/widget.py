"""The panel "Look first". Its answers are teaching text and travel at the start; a choice stays in the browser."""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.explorers.look_first.drawings import drawn, view_of
from course_helpers.explorers.search.chests import TONES, tone_colours
from course_helpers.knowledge import load
from course_helpers.knowledge.searching import LookCase, LookOption
from course_helpers.knowledge.strings.explorers import LookFirstWords
from course_helpers.lesson.sources import source_entries
from course_helpers.locale import localised
from course_helpers.panel import Panel, script, styles

HERE = Path(__file__).parent


class LookFirst(Panel):
    """One drawing at a time and three choices; nothing is kept and nothing is counted."""

    short_name = "look_first"
    word_groups = ("look_first",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    cases: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each drawing with its story, its choices and what the course says to each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.set_trait("cases", [_case(case) for case in load().look_cases.values()])


def reply(option: LookOption, words: LookFirstWords) -> str:
    """How the course takes a choice. To ask is never called wrong."""
    if option.fits:
        return words.agrees
    return words.never_wrong if option.choice == "report" else words.differs


def _case(case: LookCase) -> dict[str, Any]:
    words = load().strings.look_first
    tone = next(tone for tone in TONES if tone.name == case.skin)
    row = load().tier_rows[case.row] if case.row else None
    told = ((words.who, row.who), (words.how_soon, row.how_soon)) if row else ()
    return {
        "layers": drawn(case),
        "view": list(view_of(case)),
        "tone": tone_colours(tone),
        "story": case.story,
        "seen": case.seen,
        "options": [
            {
                "choice": option.choice,
                "kind": "agrees" if option.fits else "open" if option.choice == "report" else "differs",
                "reply": reply(option, words),
                "why": localised(option.why),
            }
            for option in case.options
        ],
        "told": [{"label": label, "text": localised(text)} for label, text in told],
        "sources": source_entries(case.references),
    }
