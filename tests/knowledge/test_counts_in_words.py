"""A count never stands before a word in the plural: with one of them it would read “1 practices”."""

import re
from collections.abc import Iterator

from course_helpers.knowledge import load
from course_helpers.knowledge.strings.base import Words

COUNTED = re.compile(r"\{(?:number|answered|right|retry)\} (?:[a-z]+ )?[a-z]+s\b")


def counted(texts: Iterator[str]) -> list[str]:
    return [text for text in texts if COUNTED.search(text)]


def interface_words() -> Iterator[str]:
    strings = load().strings
    for group in strings.__struct_fields__:
        words: Words = getattr(strings, group)
        yield from words.by_name().values()


def test_no_interface_word_puts_a_count_before_a_plural() -> None:
    assert counted(interface_words()) == []


def test_such_a_text_is_found() -> None:
    assert counted(iter(["{number} practices: which steps", "Practices: {number}"])) == [
        "{number} practices: which steps"
    ]
