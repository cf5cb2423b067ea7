"""The one fold at the end of a section: everything true that the main line leaves out, for those who want it."""

from collections.abc import Iterator

from course_helpers.document import Block, Details, Document, Items, Line, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Section
from course_helpers.knowledge.readiness import ReadinessQuestion
from course_helpers.lesson.cards import full_card, without_label
from course_helpers.lesson.disagreements import disagreements
from course_helpers.lesson.pages import picture
from course_helpers.lesson.places import section_with
from course_helpers.lesson.routines import steps_in_full
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
    told = section.closer or section.figures or section.references or section.steps or section.also
    return bool(told or section.course_rule or at_home)


def _blocks(section: Section) -> Iterator[Block]:
    words = load().strings.card
    yield from (Paragraph(line(localised(text))) for text in section.closer)
    yield from (full_card(claim) for claim in load().claims.values() if claim.section == section.id)
    if section.steps:
        yield steps_in_full(section.steps)
    if "disagreements" in section.also:
        yield disagreements()
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


def _questions(section: Section) -> Iterator[Block]:
    """The questions before each practice with what a yes leads to, in the order in which the player asks them."""
    gates = [name.removesuffix("-questions") for name in section.also if name.endswith("-questions")]
    words = load().strings.card
    for gate in gates:
        asked = [question for question in load().readiness.values() if question.id.startswith(f"{gate}-")]
        yield Paragraph(line(Strong(f"{words.readiness_in_words}:")))
        yield Items(tuple(_question(question) for question in asked), numbered=True)


def _question(question: ReadinessQuestion) -> Line:
    signs = f" {'; '.join(question.signs)}." if question.signs else ""
    leads_to = load().strings.card.a_yes_leads_to.format(card=load().care_cards[question.card].title)
    return line(Strong(localised(question.stem)), f"{localised(signs)} {leads_to}")


def _references(section: Section) -> Iterator[str]:
    """The sources of the section's text, its passages, its steps and the disagreements, in this order."""
    knowledge = load()
    yield from section.references
    for passage in knowledge.passages.values():
        yield from passage.references if passage.section == section.id else ()
    for text in knowledge.routines.values():
        yield from (r for step in text.steps if step.id in section.steps for r in step.references)
    for entry in knowledge.disagreements.values() if "disagreements" in section.also else ():
        yield from (*entry.one.references, *entry.other.references)
