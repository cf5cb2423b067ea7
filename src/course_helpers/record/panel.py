"""What is stored about the learner, and how to erase it."""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.knowledge import load
from course_helpers.panel import Panel, script, styles
from course_helpers.record.learners import drop_current, learners
from course_helpers.record.store import NotStored, Record, open_record

HERE = Path(__file__).parent


class StoredPanel(Panel):
    """The contents of the record in words, and "Forget everything": a press, a typed word, and a second press."""

    short_name = "stored"
    word_groups = ("panel", "stored")
    _esm = script(HERE / "panel.js")
    _css = styles()

    view = traitlets.Dict(read_only=True).tag(sync=True, moves=True)

    def __init__(self) -> None:
        super().__init__()
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds now."""
        self.set_trait("view", {"lines": stored_lines(open_record())})

    def answer_request(self, content: dict[str, Any]) -> str:
        """Erase everything."""
        words = load().strings.stored
        if content.get("kind") != "forget":
            return load().strings.quiz.refused
        if not same_word(content.get("word"), words.forget_word):
            return words.forget_other_word
        try:
            erase()
        except (NotStored, OSError):
            return words.not_forgotten
        self.refresh()
        return words.forgotten


def same_word(typed: object, wanted: str) -> bool:
    """Whether somebody typed the word; capitals and spaces do not count."""
    return isinstance(typed, str) and typed.strip().casefold() == wanted.casefold()


def erase() -> None:
    """Erase the record of whoever is learning, and take their name off the list.

    Raises:
        NotStored: if another program holds the record.
        OSError: if the list of names cannot be written.
    """
    record = open_record()
    record.forget()
    if learners().current:
        record.close()
        drop_current()


def stored_lines(record: Record) -> list[str]:
    """One line for each kind of entry that the record holds; none if it holds nothing."""
    words = load().strings.stored
    counts = record.counts()
    numbers = {
        "answers": counts["answer"],
        "rounds": counts["round"],
        "warm_ups": counts["warm_up"],
        "lessons": counts["lesson"],
        "practices": counts["practice"],
        "short_way": counts["short_way"],
        "lesson_ends": counts["lesson_end"],
        "places": counts["place"],
        "reviews": counts["review_card"],
        "aims": counts["aim"],
        "exports": counts["exported"],
        "set_aside": len(record.set_aside()),
    }
    lines = [words.of(name).format(number=number) for name, number in numbers.items() if number]
    return [*lines, words.where_file.format(path=record.path)] if lines else []
