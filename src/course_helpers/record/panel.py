"""What is stored about the learner, and how to erase it."""

from pathlib import Path
from typing import Any

from course_helpers.knowledge import load
from course_helpers.panel import Act, View, ViewPanel, script, styles
from course_helpers.record.learners import drop_current, learners
from course_helpers.record.store import NotStored, Record, open_record

HERE = Path(__file__).parent


class StoredPanel(ViewPanel):
    """The contents of the record in words, and "Forget everything": a press, a typed word, and a second press."""

    short_name = "stored"
    word_groups = ("stored",)
    _esm = script(HERE / "panel.js")
    _css = styles()

    def page(self) -> View:
        """What the record holds now."""
        return {"lines": stored_lines(open_record())}

    def acts(self) -> dict[str, Act]:
        """Erase everything."""
        return {"forget": self._forget}

    def _forget(self, content: dict[str, Any]) -> str:
        words = load().strings.stored
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
        "searches": counts["search_best"],
        "set_aside": len(record.set_aside()),
    }
    lines = [words.of(name).format(number=number) for name, number in numbers.items() if number]
    return [*lines, words.where_file.format(path=record.path)] if lines else []
