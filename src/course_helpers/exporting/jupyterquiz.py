"""The JSON format of jupyterquiz. It shows texts as markup, so every text is escaped."""

import json
from html import escape
from typing import Any

from course_helpers.exporting.sureness import sureness
from course_helpers.knowledge.questions import Option
from course_helpers.knowledge.quizzes import Item
from course_helpers.locale import localised


def jupyterquiz(items: list[Item]) -> str:
    """All items as one JSON list; every option carries its reason as feedback."""
    return json.dumps([_question(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def _question(item: Item) -> dict[str, Any]:
    return {
        "question": _shown(item.stem),
        "type": "multiple_choice" if item.kind == "single" else "many_choice",
        "answers": [
            {"answer": _shown(option.text), "correct": option.right, "feedback": _feedback(item, option)}
            for option in item.options
        ],
    }


def _feedback(item: Item, option: Option) -> str:
    # The format has no feedback on a question as a whole, so each answer carries what we are not sure of.
    return _shown(f"{option.why} {sureness(item)}".strip())


def _shown(text: str) -> str:
    # Two dollar signs in a text would become a formula.
    return escape(localised(text), quote=False).replace("$", "&#36;")
