"""Choosing a format and what it can hold."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from course_helpers.exporting import gift, jupyterquiz, moodle_xml, paper
from course_helpers.knowledge.questions import QuestionKind
from course_helpers.knowledge.quizzes import Item

ALL_KINDS: frozenset[QuestionKind] = frozenset({"single", "multiple", "order", "point", "scenario"})
CHOICE_KINDS: frozenset[QuestionKind] = frozenset({"single", "multiple"})


@dataclass(frozen=True)
class Format:
    """One format: which kinds it can hold, and the files it makes of items."""

    kinds: frozenset[QuestionKind]
    write: Callable[[list[Item]], dict[str, str]]
    """The text of each file by its name."""


FORMATS: dict[str, Format] = {
    "gift": Format(CHOICE_KINDS, lambda items: {"quiz.gift.txt": gift.gift(items)}),
    "moodle-xml": Format(CHOICE_KINDS, lambda items: {"quiz.moodle.xml": moodle_xml.moodle_xml(items)}),
    "jupyterquiz": Format(CHOICE_KINDS, lambda items: {"quiz.jupyterquiz.json": jupyterquiz.jupyterquiz(items)}),
    "paper": Format(ALL_KINDS, lambda items: {"quiz.html": paper.questions(items), "key.html": paper.keys(items)}),
}


@dataclass(frozen=True)
class Export:
    """The files of an export, and the items that the format cannot hold."""

    files: dict[str, str]
    left_out: tuple[Item, ...]


def export(name: str, items: Iterable[Item]) -> Export:
    """The items in one format.

    Raises:
        KeyError: if there is no such format.
    """
    chosen = FORMATS[name]
    every = list(items)
    held = [item for item in every if item.kind in chosen.kinds]
    return Export(chosen.write(held), tuple(item for item in every if item.kind not in chosen.kinds))
