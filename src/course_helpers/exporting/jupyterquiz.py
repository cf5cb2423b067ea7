"""The JSON format of jupyterquiz. It shows texts as markup, so every text is escaped."""

import json
from html import escape
from typing import Any

from course_helpers.knowledge.records import Item
from course_helpers.locale import localised


def jupyterquiz(items: list[Item]) -> str:
    """All items as one JSON list; every option carries its reason as feedback."""
    return json.dumps([_question(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def _question(item: Item) -> dict[str, Any]:
    return {
        "question": _shown(item.stem),
        "type": "multiple_choice" if item.kind == "single" else "many_choice",
        "answers": [
            {"answer": _shown(option.text), "correct": option.right, "feedback": _shown(option.why)}
            for option in item.options
        ],
    }


def _shown(text: str) -> str:
    # Two dollar signs in a text would become a formula.
    return escape(localised(text), quote=False).replace("$", "&#36;")
