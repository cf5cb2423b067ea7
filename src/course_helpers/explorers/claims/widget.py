"""The explorer of all 41 lines in lesson 02.

Every line and every answer travels to the browser at the start. The choice itself stays in the browser: it
is no trait, so no notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any, get_args

import traitlets

from course_helpers.explorers.claims.rules import every_setting, find
from course_helpers.knowledge import Knowledge, load
from course_helpers.knowledge.evidence import Claim, Topic, Verdict
from course_helpers.lesson.source_text import MARKS, told_in, verdict_words
from course_helpers.panel import Panel, script, styles

HERE = Path(__file__).parent


class ClaimExplorer(Panel):
    """Three filters, one sentence, the lines that fit; nothing kept."""

    short_name = "claim_explorer"
    word_groups = ("claim_explorer",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    filters: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """The three filters in order, each with its label and its entries."""
    lines = traitlets.Dict(read_only=True).tag(sync=True)
    """``lines[claim id]``: what to show of a line."""
    answers = traitlets.Dict(read_only=True).tag(sync=True)
    """``answers[verdict][topic][lesson]``: the sentence and the ids; an empty key means "any"."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("filters", _filters(knowledge))
        self.set_trait("lines", {claim.id: _line(claim) for claim in knowledge.claims.values()})
        self.set_trait("answers", _answers(knowledge))


def _filters(knowledge: Knowledge) -> list[dict[str, Any]]:
    strings = knowledge.strings
    words = strings.claim_explorer
    homes = sorted({claim.home for claim in knowledge.claims.values()})
    entries = {
        "verdict": [(verdict, strings.sureness.of(verdict)) for verdict in get_args(Verdict)],
        "topic": [(topic, words.of(f"topic_{topic}")) for topic in get_args(Topic)],
        "lesson": [(home, f"{home} {knowledge.lessons[home].title}") for home in homes],
    }
    return [
        {"label": words.of(name), "entries": [{"id": entry_id, "text": _first_upper(text)} for entry_id, text in named]}
        for name, named in entries.items()
    ]


def _line(claim: Claim) -> dict[str, str]:
    """A line of the sheet as the browser shows it."""
    where, target = told_in(claim)
    return {
        "text": claim.source_says,
        "verdict": claim.verdict,
        "mark": MARKS[claim.verdict],
        "sure": _first_upper(verdict_words(claim)),
        "where": where,
        "target": target,
    }


def _answers(knowledge: Knowledge) -> dict[str, dict[str, dict[str, dict[str, Any]]]]:
    claims = tuple(knowledge.claims.values())
    words = knowledge.strings.claim_explorer
    answers: dict[str, dict[str, dict[str, dict[str, Any]]]] = {}
    for setting in every_setting(claims):
        found = find(claims, setting, words)
        shown = {"sentence": found.sentence, "ids": [claim.id for claim in found.claims]}
        answers.setdefault(setting.verdict, {}).setdefault(setting.topic, {})[setting.lesson] = shown
    return answers


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
