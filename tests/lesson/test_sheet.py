"""The sheet, line by line: all of it, in its order, each line with its verdict."""

import course_helpers as course
from course_helpers.document import Details, Table
from course_helpers.knowledge import load
from course_helpers.knowledge.evidence import ALL_CLAIMS
from course_helpers.lesson.source_text import MARKS, sheet_line_by_line


def table() -> Table:
    """The table inside the details."""
    (details,) = sheet_line_by_line().blocks
    assert isinstance(details, Details)
    (found,) = details.blocks
    assert isinstance(found, Table)
    return found


def test_all_41_lines_stand_in_the_order_of_the_text() -> None:
    assert tuple(row[0][0] for row in table().rows) == ALL_CLAIMS


def test_each_line_has_our_wording_a_mark_and_the_verdict_in_words() -> None:
    shown = sheet_line_by_line()._repr_html_()
    assert len(set(MARKS.values())) == len(MARKS) == len(load().strings.sureness.by_name())
    for row, claim in zip(table().rows, load().claims.values(), strict=True):
        assert row[1] == (claim.source_says,)
        assert str(row[2][0]).startswith(MARKS[claim.verdict])
        assert f"<strong>{load().strings.sureness.of(claim.verdict)}</strong>" in shown


def test_a_line_links_to_its_lesson_once_that_is_ready() -> None:
    shown = sheet_line_by_line()._repr_html_()
    for claim in load().claims.values():
        lesson = load().lessons[claim.home]
        assert (f'href="{lesson.notebook}"' in shown) == lesson.ready


def test_it_is_folded_and_called_from_a_notebook() -> None:
    assert course.sheet_line_by_line()._repr_html_().startswith('<div class="course-blocks"><details>')
    assert repr(course.sheet_line_by_line()) == "The sheet, line by line: 41 lines"
