"""From a counted share to a group of people: how many dots are filled, and what to say about it."""

from dataclasses import dataclass

from course_helpers.knowledge.activities import HandsCount
from course_helpers.knowledge.strings.explorers import HandsFindWords


@dataclass(frozen=True)
class Setting:
    """One group that can be chosen."""

    people: int
    found: int | None
    """How many dots are filled; none for a single person, about whom a share says nothing."""
    sentence: str


def settings(count: HandsCount, words: HandsFindWords) -> list[Setting]:
    """Every group of a count, with its sentence."""
    return [setting(count, people, words) for people in count.sizes]


def setting(count: HandsCount, people: int, words: HandsFindWords) -> Setting:
    """The share of ``count`` in a group of ``people``, rounded to whole people."""
    if people == 1:
        return Setting(1, None, words.of(f"{count.id}_one"))
    found = round(people * count.found / count.of)
    template = words.of(count.id) if found else words.of(f"{count.id}_none")
    sentence = template.format(people=grouped(people), found=grouped(found), rest=grouped(people - found))
    return Setting(people, found, sentence)


def grouped(number: int) -> str:
    """The number with a comma after its thousands."""
    return f"{number:,}"
