"""The appendix: all words and all sources, with the places where they are used."""

from collections.abc import Iterator

from course_helpers.document import Details, Document, Inline, Items, Line, Link, Strong, line
from course_helpers.knowledge import Knowledge, load
from course_helpers.knowledge.base import Record
from course_helpers.knowledge.evidence import Reference
from course_helpers.knowledge.walking import links_of
from course_helpers.lesson.sources import reference_line


def glossary() -> Document:
    """Every word the lessons explain, from A to Z, each with a link to its lesson."""
    entries = sorted(load().words.values(), key=lambda word: word.id.casefold())
    items = Items(tuple(line(Strong(f"{word.id}: "), f"{word.meaning}. ", _lesson(word.lesson)) for word in entries))
    return Document(f"{len(entries)} words from A to Z", (items,))


def _lesson(lesson_id: str) -> Link | str:
    lesson = load().lessons[lesson_id]
    name = load().strings.appendix.in_lesson.format(lesson=lesson.id)
    return Link(name, lesson.notebook) if lesson.ready else name


def reference_list(group: str) -> Document:
    """The sources whose ids begin with one letter: what was checked, where to read them, where they are used."""
    references = [reference for reference in load().references.values() if reference.id.startswith(group)]
    if not references:
        raise KeyError(f"no sources begin with {group}")
    uses = uses_of_references(load())
    words = load().strings.appendix
    name = words.of(f"group_{group.lower()}")
    items = Items(tuple(_reference(reference, uses.get(reference.id, {})) for reference in references))
    return Document(f"{len(references)} sources: {name}", (Details(f"{name} ({len(references)})", (items,)),))


def _reference(reference: Reference, uses: dict[str, list[str]]) -> Line:
    words = load().strings.appendix
    if not uses:
        return (*reference_line(reference), f" {words.not_used}")
    parts: list[Inline] = [f" {words.used_in} "]
    for lesson_id in sorted(uses):
        ids = ", ".join(uses[lesson_id])
        parts += [_lesson(lesson_id), f" ({ids}). " if lesson_id == max(uses) else f" ({ids}), "]
    return (*reference_line(reference), *parts)


def uses_of_references(knowledge: Knowledge) -> dict[str, dict[str, list[str]]]:
    """For each reference id and lesson the ids of the records that rest on it, in the order of the content."""
    uses: dict[str, dict[str, list[str]]] = {}
    for lesson_id, record in _resting_on_sources(knowledge):
        cited = dict.fromkeys(target for kind, target, _ in links_of(record) if kind == "reference")
        for reference_id in cited:
            uses.setdefault(reference_id, {}).setdefault(lesson_id, []).append(str(getattr(record, "id", "")))
    for lesson_id, reference_id in _cited_in_text(knowledge):
        uses.setdefault(reference_id, {}).setdefault(lesson_id, []).append(load().strings.appendix.in_text)
    return uses


def _cited_in_text(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Each lesson with each source that the text of a section rests on, once."""
    cited = dict.fromkeys(
        (lesson.id, reference)
        for lesson in knowledge.lessons.values()
        for section in lesson.sections
        for reference in section.references
    )
    return list(cited)


def _lesson_of(section: str) -> str:
    """The lesson of a section: ``03`` for ``3.4``."""
    return section.partition(".")[0].zfill(2)


def _resting_on_sources(knowledge: Knowledge) -> Iterator[tuple[str, Record]]:
    """Each record that cites, with the lesson that shows it."""
    yield from ((claim.home, claim) for claim in knowledge.claims.values())
    yield from (("01", fact) for fact in knowledge.anatomy.values())
    yield from (("02", reason) for reason in knowledge.indications.values())
    yield from (("03", row) for row in (*knowledge.tier_rows.values(), *knowledge.care_cards.values()))
    yield from (("04", entry) for entry in (*knowledge.self_exam_facts.values(), *knowledge.self_exam_steps.values()))
    yield from (("04", note) for note in (*knowledge.screening_offers.values(), *knowledge.screening_notes.values()))
    yield from (("04", entry) for entry in (*knowledge.good_days.values(), *knowledge.hands_counts.values()))
    yield from ((_lesson_of(passage.section), passage) for passage in knowledge.passages.values())
    yield from (("07", branch) for branch in knowledge.milk_decision.values())
    yield from ((_lesson_of(sorting.id), sorting) for sorting in knowledge.sortings.values())
    yield from (("01", pace) for pace in knowledge.paces.values())
    yield from (("04", entry) for entry in (*knowledge.search_trials.values(), *knowledge.look_cases.values()))
    for name, routine in knowledge.routines.items():
        yield from (("06" if name == "relax" else "07", step) for step in routine.steps)
    yield from (("07", entry) for entry in knowledge.disagreements.values())
    yield from ((_lesson_of(check.section), check) for check in knowledge.check_questions.values())
    yield from (("05", fact) for fact in knowledge.facts.values())
    asked_in: dict[str, str] = {}
    for quiz in knowledge.quizzes.values():
        for objective in quiz.objectives:
            asked_in.setdefault(objective, quiz.lesson)
    yield from ((asked_in[item.objective], item) for item in knowledge.items.values())
