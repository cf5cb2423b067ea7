"""Nothing true is lost by being short: it stands in the fold of its section, and in the appendix."""

from html import escape

import course_helpers as course
from course_helpers.authoring.visible_words import visible
from course_helpers.error_boundary import FALLBACK_TITLE
from course_helpers.knowledge import load
from course_helpers.lesson.closer import has_more
from course_helpers.lesson.everything import course_choices, course_rules
from course_helpers.locale import localised
from tests.each import each

SECTIONS = [section for lesson in load().lessons.values() for section in lesson.sections if has_more(section)]


@each("section", SECTIONS, named=lambda section: section.id)
def test_the_fold_has_the_longer_texts_the_drawings_in_words_and_the_sources(section: object) -> None:
    section_id, figures = section.id, section.figures  # type: ignore[attr-defined]
    shown = course.look_closer(section_id)._repr_html_()
    assert shown.count("<details") >= 1
    for text in section.closer:  # type: ignore[attr-defined]
        assert escape(localised(text)) in shown
    for figure in figures:
        assert escape(localised(load().figures[figure].description)) in shown
    for reference in section.references:  # type: ignore[attr-defined]
        assert escape(load().references[reference].citation) in shown


def test_a_closed_fold_adds_only_its_name_to_the_main_line() -> None:
    shown = course.look_closer("2.4")._repr_html_()
    assert visible(shown) == load().strings.card.look_closer.format(heading="Four body complaints").split()


def test_a_section_without_more_is_refused_in_words() -> None:
    assert repr(course.look_closer("99.9")) == FALLBACK_TITLE


def test_the_appendix_has_every_sign_with_its_reason() -> None:
    shown = course.all_signs()._repr_html_()
    for row in load().tier_rows.values():
        assert escape(localised(row.sign)) in shown
        assert escape(localised(row.why)) in shown


def test_the_appendix_lists_every_rule_and_choice_without_a_clinician() -> None:
    shown = course.unconfirmed()._repr_html_()
    told = [*course_rules(load()), *course_choices(load())]
    assert sum(bool(text) for _, text in told) > 40
    assert all(escape(localised(title)) in shown for title, text in told if text)
