"""Moodle's GIFT text format. Rules after Moodle's own importer: ~ = # { } : and the backslash are escaped."""

import re

from course_helpers.exporting.shares import share_of_right, share_of_wrong
from course_helpers.exporting.sureness import sureness
from course_helpers.knowledge.questions import Option
from course_helpers.knowledge.quizzes import Item
from course_helpers.lesson.printed import about_this_print
from course_helpers.locale import localised

SPECIAL = re.compile(r"([\\~=#{}:])")


def gift(items: list[Item]) -> str:
    """All items as one GIFT file; every option carries its reason as feedback. The first line tells how old it is."""
    return "\n\n".join((f"// {about_this_print()}", *(_question(item) for item in items))) + "\n"


def escaped(text: str) -> str:
    """A text that the importer reads back as it was; it is one line, so blank lines cannot end the question."""
    return SPECIAL.sub(r"\\\1", " ".join(localised(text).split()))


def _question(item: Item) -> str:
    answers = "\n".join(f"    {_answer(item, option)}" for option in item.options)
    # Feedback on the question as a whole stands after the answers.
    general = f"\n    ####{escaped(sureness(item))}" if item.basis else ""
    # [plain] keeps Moodle from reading angle brackets as markup.
    return f"::{escaped(item.id)}::[plain]{escaped(item.stem)} {{\n{answers}{general}\n}}"


def _answer(item: Item, option: Option) -> str:
    if item.kind == "single":
        mark = "=" if option.right else "~"
    else:
        share = share_of_right(item) if option.right else share_of_wrong(item)
        mark = f"~%{share}%"
    return f"{mark}{escaped(option.text)}#{escaped(option.why)}"
