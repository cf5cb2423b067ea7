"""The table of screening: every place and every note, in words that leave the choice open."""

import pytest

import course_helpers as course
from course_helpers.document import Table
from course_helpers.knowledge import load
from course_helpers.lesson.section_links import section_with

OFFERS = load().screening_offers
NOTES = load().screening_notes


def test_every_place_is_a_row_with_its_ages_and_interval() -> None:
    (table,) = (block for block in course.screening_table().blocks if isinstance(block, Table))
    rows = ["".join(str(part) for cell in row for part in cell) for row in table.rows]
    assert rows == [f"{offer.place}{offer.ages}{offer.how_often}" for offer in OFFERS.values()]


@pytest.mark.parametrize("note", sorted(NOTES))
def test_every_note_is_told(note: str) -> None:
    shown = course.screening_table()._repr_markdown_()
    assert NOTES[note].text in shown
    assert "{" not in shown


def test_it_begins_with_the_choice_and_ends_with_the_harm() -> None:
    shown = course.screening_table()._repr_markdown_()
    choice, harm = (next(note.text for note in NOTES.values() if note.part == part) for part in ("choice", "harm"))
    assert shown.startswith(choice)
    assert shown.rstrip().endswith(harm)


def test_those_invited_and_those_screened_are_never_mixed() -> None:
    harm = next(note.text for note in NOTES.values() if note.part == "harm")
    assert "invited" in harm
    assert "screened" not in harm


def test_all_its_sources_stand_in_the_fold_of_its_section() -> None:
    cited = {reference for offer in OFFERS.values() for reference in offer.references}
    cited |= {reference for note in NOTES.values() for reference in note.references}
    assert cited <= set(section_with("4.8")[1].references)


def test_a_line_that_would_read_as_permission_has_words_of_its_own() -> None:
    shown = course.claim_line("S13")._repr_markdown_()
    assert "Half right: look first. You cannot make sure." in shown
    assert load().strings.verdict.of("supported").capitalize() not in shown
