"""The one fold at the end of a section: everything true that the main line leaves out, for those who want it."""

from collections.abc import Iterator

from course_helpers.document import Block, Details, Document, Items, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Section
from course_helpers.lesson.cards import full_card
from course_helpers.lesson.places import section_with
from course_helpers.lesson.sources import reference_line
from course_helpers.locale import localised


def look_closer(section_id: str) -> Document:
    """Longer texts, full evidence cards, drawings in words and sources of one section, in one fold.

    Raises:
        KeyError: if the section has nothing to look at more closely, or does not exist.
    """
    section = section_with(section_id)[1]
    blocks = tuple(_blocks(section))
    if not blocks:
        raise KeyError(f"{section_id} has nothing to look at more closely")
    summary = load().strings.card.look_closer.format(heading=section.heading)
    return Document(summary, (Details(summary, blocks, for_looking_up=True),))


def has_more(section: Section) -> bool:
    """Whether a section has anything for its fold."""
    at_home = any(claim.section == section.id for claim in load().claims.values())
    return bool(section.closer or section.figures or section.references or at_home)


def _blocks(section: Section) -> Iterator[Block]:
    words = load().strings.card
    yield from (Paragraph(line(localised(text))) for text in section.closer)
    yield from (full_card(claim) for claim in load().claims.values() if claim.section == section.id)
    for figure_id in section.figures:
        drawing = load().figures[figure_id]
        label = Strong(f"{words.longer_description}, “{drawing.title}”:")
        yield Paragraph(line(label, f" {localised(drawing.description)}"))
    if section.references:
        yield Paragraph(line(Strong(f"{words.resting_on}:")))
        yield Items(tuple(reference_line(load().references[reference]) for reference in section.references))
