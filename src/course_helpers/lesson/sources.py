"""The sources of a card, each with what of it was checked."""

from collections.abc import Iterable

from course_helpers.document import Block, Details, Items, Line, Link, Paragraph, line
from course_helpers.knowledge import load
from course_helpers.knowledge.evidence import Reference
from course_helpers.locale import localised


def sources(ids: Iterable[str]) -> Block:
    """The named references to open, or that none is needed."""
    named = tuple(ids)
    return source_fold(named) if named else Paragraph(line(load().strings.card.no_sources))


def source_fold(named: Iterable[str]) -> Details:
    """The named references to open: how many there are, then each citation and what of it was checked."""
    named, words = tuple(named), load().strings.card
    lines = tuple(reference_line(load().references[reference_id]) for reference_id in named)
    return Details(f"{words.sources} ({len(named)})", (Items(lines),), for_looking_up=True)


def reference_line(reference: Reference) -> Line:
    """One reference: a link where there is an address, then the citation and what was read."""
    target = address(reference)
    label = Link(reference.id, target) if target else reference.id
    return line(label, f" {reference_text(reference)}")


def reference_text(reference: Reference) -> str:
    """The citation, what of it was checked, what was read, and why to take care with it."""
    words = load().strings.card
    checked = words.checked_primary if reference.checked == "primary" else words.checked_second_hand
    caution = f" {_sentence(reference.caution)}" if reference.caution else ""
    text = f"{_sentence(reference.citation)} Checked: {checked}. {_sentence(reference.seen)}{caution}"
    return localised(text)


def address(reference: Reference) -> str:
    """Where the reference can be read: its DOI if it has one, else its web address, else nothing."""
    return f"https://doi.org/{reference.doi}" if reference.doi else reference.url


def source_entries(ids: Iterable[str]) -> list[dict[str, str]]:
    """Sources as panels show them: the id, where to read it, and what of it was checked."""
    references = [load().references[reference_id] for reference_id in ids]
    return [{"id": r.id, "address": address(r), "text": reference_text(r)} for r in references]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
