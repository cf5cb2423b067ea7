"""Stored text speaks to readers in every place, so no word of one place may be in it."""

import functools
import re
from collections.abc import Iterator

from msgspec import structs

from course_helpers.authoring.notebooks import Cell, Notebook
from course_helpers.document.apostrophes import typographic
from course_helpers.knowledge import CONTENT, Knowledge, Problem
from course_helpers.knowledge.lessons import Lesson
from course_helpers.knowledge.wording import PLACEHOLDER, WORDS_OF_PLACES

PLACES_FILE = "locales.toml"
CONTEXT = 8
"""So many letters before a word tell where it comes from: from the content itself, or from a place."""


def no_place_is_stored(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """No output was stored while ``COURSE_LOCALE`` named a place."""
    of_places = words_of_places(knowledge)
    for cell, _ in notebook.calls():
        stored = _stored_text(cell)
        for place, word in of_places:
            if any(not _is_written(word, stored, start) for start in _places_of(word, stored)):
                what = f"“{word}” is a word of one place ({place}), stored for all."
                yield notebook.problem(cell, what, "Run `python3 start.py execute`.")
                break


def every_word_of_a_place_is_filled_in(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """Nobody reads “Call {emergency_number}”: neither in an output nor in written text, where nothing fills it in."""
    for cell in notebook.cells:
        for text in (*stored_forms(cell), cell.source if cell.kind == "markdown" else ""):
            for word in sorted(WORDS_OF_PLACES.intersection(PLACEHOLDER.findall(text))):
                what = f"“{{{word}}}” was not filled in."
                yield notebook.problem(cell, what, "Have `localised` fill it in where it is shown, then execute.")


def words_of_places(knowledge: Knowledge) -> list[tuple[str, str]]:
    """What each place says otherwise than the neutral text, with the place's name."""
    neutral = set(structs.asdict(knowledge.locales["neutral"]).values())
    return [
        (locale.id, word)
        for locale in knowledge.locales.values()
        for name, word in structs.asdict(locale).items()
        if word not in neutral and name not in {"id", "name"}
    ]


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where the word stands on its own: all but its first letter is found sooner without a pattern."""
    look, rest = pattern(word), word[1:]
    place = text.find(rest, 1)
    while place > 0:
        if look.match(text, place - 1):
            yield place - 1
        place = text.find(rest, place + 1)


@functools.cache
def pattern(word: str) -> re.Pattern[str]:
    """The word on its own, also at the beginning of a sentence; a number is no part of a longer one or of a range."""
    first = f"[{word[0].upper()}{word[0]}]" if word[0].isalpha() else re.escape(word[0])
    return re.compile(rf"(?<![\w–-]){first}{re.escape(word[1:])}(?![\w–-])")


def _stored_text(cell: Cell) -> str:
    """All that the outputs of a cell say, in every form."""
    return "\n".join(stored_forms(cell))


def stored_forms(cell: Cell) -> list[str]:
    """What the outputs of a cell say, form by form."""
    forms = [form for output in cell.outputs for form in output.get("data", {}).values()]
    return ["".join(form) if isinstance(form, list) else str(form) for form in forms]


def _is_written(word: str, stored: str, start: int) -> bool:
    """True if the content itself has the word there, so that it stands in every place."""
    return stored[max(0, start - CONTEXT) : start].endswith(_written_contexts(word))


@functools.cache
def _written_contexts(word: str) -> tuple[str, ...]:
    """What stands before the word wherever the content has it literally, up to a mark or the beginning of a text."""
    texts = [
        typographic(path.read_text(encoding="utf-8")) for path in CONTENT.rglob("*.toml") if path.name != PLACES_FILE
    ]
    found = [(text, start) for text in texts for start in _places_of(word, text)]
    befores = [text[max(0, start - CONTEXT) : start] for text, start in found]
    return tuple({re.split(r"[\"*_\[\](){}<>\n]", before)[-1] for before in befores})
