"""The explorer "What about this sign?" of lesson 03.

All answers travel to the browser at the start, because they are teaching text about invented people. The
choice itself stays in the browser: it is no trait, so no notebook, record or log can hold it.
"""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.explorers.signs.rules import SignReply, answer
from course_helpers.knowledge import Knowledge, load
from course_helpers.lesson.cards import without_label
from course_helpers.locale import localised
from course_helpers.panel import Panel, script, styles

HERE = Path(__file__).parent


class SignExplorer(Panel):
    """Two choices, one answer, nothing kept."""

    short_name = "explorer"
    word_groups = ("explorer",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    people: traitlets.List[dict[str, str]] = traitlets.List(read_only=True).tag(sync=True)
    signs: traitlets.List[dict[str, str]] = traitlets.List(read_only=True).tag(sync=True)
    answers = traitlets.Dict(read_only=True).tag(sync=True)
    """``answers[person id][sign id]``: what to show."""

    def __init__(self) -> None:
        super().__init__()
        knowledge = load()
        self.set_trait("people", [{"id": p.id, "text": f"{p.name}: {p.about}"} for p in knowledge.people.values()])
        self.set_trait("signs", [{"id": sign.id, "text": localised(sign.text)} for sign in knowledge.signs.values()])
        self.set_trait("answers", _all_answers(knowledge))


def _all_answers(knowledge: Knowledge) -> dict[str, dict[str, dict[str, Any]]]:
    return {
        person.id: {
            sign.id: _shown(answer(person, sign, knowledge.tier_rows, knowledge.care_cards))
            for sign in knowledge.signs.values()
        }
        for person in knowledge.people.values()
    }


def _shown(found: SignReply) -> dict[str, Any]:
    """An answer as the browser shows it: a level, a heading and labelled lines."""
    if not found.applies:
        return {"level": "", "lines": []}
    return {
        "level": "none" if found.level is None else str(found.level),
        "heading": localised(found.row.sign) if found.row else "",
        "lines": [{"label": label, "texts": [localised(text) for text in texts]} for label, texts in _lines(found)],
        "notes": [localised(text) for text in (found.also, found.note) if text],
        "rule": _rule(found),
    }


def _rule(found: SignReply) -> dict[str, str]:
    """What of the answer is a course rule, to open: what calls for help carries no doubt in sight."""
    if not (found.row and found.row.course_rule):
        return {}
    return {"label": load().strings.card.course_rule, "text": without_label(found.row.course_rule).strip()}


def _lines(found: SignReply) -> list[tuple[str, list[str]]]:
    """Who, how soon and one card, in the order of the cards; several texts of one line become a list.

    Of the card's ``sooner_for`` only the line on fever is kept: the row fits this person, but a fever may follow.
    """
    words = load().strings.card
    if found.row is None:
        return []
    row, card = found.row, found.card
    lines = [
        (words.cannot_wait, [card.cannot_wait if card else ""]),
        (words.sooner_for, [words.fever_line if card and card.fever_line else ""]),
        (words.who, [row.who]),
        (words.how_soon, [row.how_soon]),
        (words.change, [row.change]),
        (words.do_now, list(card.do_now) if card else []),
        (words.say, [card.say if card else ""]),
        (words.why, [row.why]),
    ]
    return [(label, texts) for label, texts in lines if any(texts)]
