"""The appendix: all words and all sources, with the places where they are used."""

from collections.abc import Iterator

from course_helpers.document import Details, Document, Items, Line, Link, Strong, line
from course_helpers.knowledge import Knowledge, load
from course_helpers.knowledge.linking import links_of
from course_helpers.knowledge.records import Record, Reference
from course_helpers.lesson.sources import reference_line


def glossary() -> Document:
    """Every word the lessons explain, from A to Z, each with a link to its lesson."""
    entries = sorted(load().words.values(), key=lambda word: word.id.casefold())
    items = Items(tuple(line(Strong(f"{word.id}: "), f"{word.meaning}. ", _lesson(word.lesson)) for word in entries))
    return Document(f"{len(entries)} words from A to Z", (items,))


def _lesson(lesson_id: str) -> Link | str:
    lesson = load().lessons[lesson_id]
    name = load().strings.appendix["in_lesson"].format(lesson=lesson.id)
    return Link(name, lesson.notebook) if lesson.ready else name


def reference_list(group: str) -> Document:
    """The sources whose ids begin with one letter: what was checked, where to read them, where they are used."""
    references = [reference for reference in load().references.values() if reference.id.startswith(group)]
    if not references:
        raise KeyError(f"no sources begin with {group}")
    uses = uses_of_references(load())
    words = load().strings.appendix
    name = words[f"group_{group.lower()}"]
    items = Items(tuple(_reference(reference, uses.get(reference.id, [])) for reference in references))
    return Document(f"{len(references)} sources: {name}", (Details(f"{name} ({len(references)})", (items,)),))


def _reference(reference: Reference, uses: list[str]) -> Line:
    words = load().strings.appendix
    used = words["used_in"].format(places=", ".join(uses)) if uses else words["not_used"]
    return (*reference_line(reference), f" {used}")


def uses_of_references(knowledge: Knowledge) -> dict[str, list[str]]:
    """For each reference id the ids of the records that rest on it, in the order of the content."""
    uses: dict[str, list[str]] = {}
    for record in _resting_on_sources(knowledge):
        cited = dict.fromkeys(target for kind, target, _ in links_of(record) if kind == "reference")
        for reference_id in cited:
            uses.setdefault(reference_id, []).append(str(getattr(record, "id", "")))
    return uses


def _resting_on_sources(knowledge: Knowledge) -> Iterator[Record]:
    yield from knowledge.claims.values()
    yield from knowledge.tier_rows.values()
    yield from knowledge.care_cards.values()
    yield from knowledge.indications.values()
    yield from knowledge.self_exam_facts.values()
    yield from knowledge.self_exam_steps.values()
    yield from knowledge.anatomy.values()
    yield from knowledge.disagreements.values()
    yield from knowledge.good_days.values()
    for routine in knowledge.routines.values():
        yield from routine.steps
    yield from knowledge.facts.values()
