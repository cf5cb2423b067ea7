"""Who is offered screening: one table of places, and what goes with it everywhere."""

from course_helpers.document import Block, Document, Items, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.screening import NotePart, ScreeningNote, ScreeningOffer
from course_helpers.locale import localised

AFTERWARDS: tuple[NotePart, ...] = ("your-body", "harm")
"""What is told below the table and the list, in this order."""


def screening_table() -> Document:
    """That it is a choice, the places, who asks earlier, other bodies, and the harm; sources stand in the fold."""
    words, offers = load().strings.screening, load().screening_offers.values()
    table = Table(
        caption=words.caption,
        header=(words.place, words.ages, words.how_often),
        rows=tuple(_row(offer) for offer in offers),
    )
    blocks: tuple[Block, ...] = (
        *(Paragraph(_said(note)) for note in _notes("choice")),
        table,
        Paragraph(line(Strong(f"{localised(words.ask_earlier)}:"))),
        Items(tuple(_said(note) for note in _notes("ask-earlier"))),
        *(Paragraph(_said(note)) for part in AFTERWARDS for note in _notes(part)),
    )
    return Document(words.name.format(count=len(offers)), blocks)


def _notes(part: NotePart) -> list[ScreeningNote]:
    return [note for note in load().screening_notes.values() if note.part == part]


def _row(offer: ScreeningOffer) -> tuple[Line, Line, Line]:
    return line(offer.place), line(offer.ages), line(offer.how_often)


def _said(note: ScreeningNote) -> Line:
    start: Line = (Strong(f"{note.name}:"), " ") if note.name else ()
    if not note.course_choice:
        return (*start, localised(note.text))
    choice = Strong(f"{load().strings.self_exam.course_choice}:")
    return (*start, f"{localised(note.text)} ", choice, f" {localised(note.course_choice)}")
