"""The one fold at the end of a section: everything true that the main line leaves out, for those who want it."""

from collections.abc import Iterator

from course_helpers.document import Block, Details, Document, Items, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Section
from course_helpers.lesson.cards import care_card_block, full_card, row_card, without_label
from course_helpers.lesson.disagreements import disagreements
from course_helpers.lesson.pages import picture
from course_helpers.lesson.readiness import GATES, cards_table, questions_table
from course_helpers.lesson.routines import steps_in_full
from course_helpers.lesson.section_links import section_with
from course_helpers.lesson.self_exam import facts_in_full, facts_of, paper_rounds, reasons_of, steps_of
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
    told = (section.closer, section.figures, section.references, section.families, section.care_cards, section.steps)
    counted = (section.facts, section.self_exam, section.also, section.course_rule)
    return any((*told, *counted, at_home))


def _blocks(section: Section) -> Iterator[Block]:
    words = load().strings.card
    yield from (Paragraph(line(localised(text))) for text in section.closer)
    yield from (full_card(claim) for claim in load().claims.values() if claim.section == section.id)
    yield from _signs(section)
    for part in section.facts:
        yield from facts_in_full(part)
    for search in section.self_exam:
        yield from reasons_of(search)
    if section.steps:
        yield steps_in_full(section.steps)
    if "disagreements" in section.also:
        yield disagreements()
    if "paper-rounds" in section.also:
        yield paper_rounds()
    yield from _questions(section)
    for figure_id in section.figures:
        if "drawings" in section.also:
            yield picture(figure_id)
        drawing = load().figures[figure_id]
        label = Strong(f"{words.longer_description}, “{drawing.title}”:")
        yield Paragraph(line(label, f" {localised(drawing.description)}"))
    if section.course_rule:
        yield Paragraph(line(Strong(f"{words.course_rule}:"), without_label(section.course_rule)))
    if references := tuple(dict.fromkeys(_references(section))):
        yield Paragraph(line(Strong(f"{words.resting_on}:")))
        yield Items(tuple(reference_line(load().references[reference]) for reference in references))


def _signs(section: Section) -> Iterator[Block]:
    """Each sign of the section with all that is known about it, and the care cards with what to do and to say."""
    words = load().strings.card
    if section.families:
        yield Paragraph(line(Strong(f"{words.each_sign}:")))
        rows = load().tier_rows.values()
        yield from (row_card(row) for family in section.families for row in rows if row.family == family)
    if section.care_cards:
        yield Paragraph(line(Strong(f"{words.cards_in_full}:")))
        yield from (care_card_block(load().care_cards[card]) for card in section.care_cards)


def _questions(section: Section) -> Iterator[Block]:
    """The questions before each practice with what each answer means, and the cards that they lead to."""
    for gate in (gate for gate in GATES if f"{gate}-questions" in section.also):
        yield Paragraph(line(Strong(f"{load().strings.card.readiness_in_words}:")))
        yield questions_table(gate, load().strings.handout.with_changes_in_lesson)
        yield cards_table([gate])


def _references(section: Section) -> Iterator[str]:
    """The sources of the section's text, its passages, its steps and the disagreements, in this order."""
    knowledge = load()
    yield from section.references
    for part in section.facts:
        yield from (reference for fact in facts_of(part) for reference in fact.references)
    for search in section.self_exam:
        yield from (reference for step in steps_of(search) for reference in step.references)
    for passage in knowledge.passages.values():
        yield from passage.references if passage.section == section.id else ()
    for text in knowledge.routines.values():
        yield from (r for step in text.steps if step.id in section.steps for r in step.references)
    for entry in knowledge.disagreements.values() if "disagreements" in section.also else ():
        yield from (*entry.one.references, *entry.other.references)
