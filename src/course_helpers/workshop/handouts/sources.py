"""The sources on paper: nothing can be pressed there, so each address is spelt out."""

from collections.abc import Iterable

from course_helpers.document import Block, Details, Items, Line, Link, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.evidence import Reference
from course_helpers.lesson.appendix import uses_of_references
from course_helpers.lesson.sources import address, reference_text


def all_sources() -> tuple[Block, ...]:
    """Each source with what of it was checked, where it can be read and in which lessons it is used."""
    groups: dict[str, list[Reference]] = {}
    for reference in load().references.values():
        groups.setdefault(reference.id[0].lower(), []).append(reference)
    uses = uses_of_references(load())
    lists = (_group(name, references, uses) for name, references in groups.items())
    return Paragraph(line(load().strings.handout.sources_intro)), *lists


def _group(name: str, references: list[Reference], uses: dict[str, dict[str, list[str]]]) -> Details:
    title = f"{load().strings.appendix.of(f'group_{name}')} ({len(references)})"
    return Details(title, (Items(tuple(_source(one, uses.get(one.id, ())) for one in references)),))


def _source(reference: Reference, lessons: Iterable[str]) -> Line:
    place = address(reference)
    where = (Link(place, place), " · ") if place else ()
    return (Strong(f"{reference.id} "), f"{reference_text(reference)} ", *where, _used_in(sorted(lessons)))


def _used_in(lessons: list[str]) -> str:
    words = load().strings.appendix
    named = ", ".join(words.in_lesson.format(lesson=lesson) for lesson in lessons)
    return f"{words.used_in} {named}." if named else words.not_used
