"""Who is offered screening in which place, and what goes with it everywhere."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import Record, ReferenceId, Slug, Text
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem

NotePart = Literal["choice", "ask-earlier", "your-body", "harm"]


class ScreeningOffer(Record, frozen=True, kw_only=True):
    """Who is offered a mammogram in one place, at average risk and without any sign."""

    id: Slug
    place: Text
    ages: Text
    how_often: Text
    references: Annotated[list[ReferenceId], Meta(min_length=1)]


class ScreeningNote(Record, frozen=True, kw_only=True):
    """What goes with the offers of every place: that it is a choice, who asks earlier, other bodies, the harm."""

    id: Slug
    part: NotePart
    name: str = ""
    """Whom or what it is about, told before the text; empty where the part says it."""
    text: Text
    references: list[ReferenceId]
    course_choice: str = ""
    """Not empty: what of it has no source and is the course's own choice."""


def notes_rest_on_something(located: list[Located]) -> Iterator[Problem]:
    """What is said about screening cites a source or says that it is the course's own choice."""
    for item, note in of_type(located, ScreeningNote):
        if not note.references and not note.course_choice:
            yield item.problem("No source and no label.", "Cite a reference or fill course_choice.", "references")


def every_part_is_told(located: list[Located]) -> Iterator[Problem]:
    """An offer without its harm, or without who asks earlier, is half the truth."""
    notes = list(of_type(located, ScreeningNote))
    parts = {note.part for _, note in notes}
    for part in ("choice", "ask-earlier", "your-body", "harm"):
        if notes and part not in parts:
            yield notes[0][0].problem(f"Nothing is said on “{part}”.", "Add a screening_note of that part.", "part")


RULES = (notes_rest_on_something, every_part_is_told)
