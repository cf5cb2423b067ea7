"""Cards say what the knowledge says, all of it."""

from html import escape

import pytest

import course_helpers as course
from course_helpers.authoring.visible_words import visible
from course_helpers.document import Card
from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.shown import FALLBACK_TITLE


@pytest.mark.parametrize("claim_id", sorted(load().claims))
def test_an_evidence_card_is_short_and_names_its_verdict(claim_id: str) -> None:
    claim = load().claims[claim_id]
    shown = course.evidence_card(claim_id)._repr_html_()
    for label in ("The sheet says", "The evidence says", "What to do"):
        assert label in shown
    assert load().strings.sureness.of(claim.verdict) in shown
    assert claim_id not in shown, "an id never faces a learner"
    assert len(visible(shown)) <= 100


@pytest.mark.parametrize("claim_id", sorted(load().claims))
def test_the_fold_of_its_section_and_the_appendix_have_the_full_card(claim_id: str) -> None:
    claim = load().claims[claim_id]
    for shown in (course.look_closer(claim.section)._repr_html_(), course.all_cards()._repr_html_()):
        for text in (claim.source_says, claim.evidence_says, claim.what_to_do):
            assert escape(localised(text)) in shown
        assert "How sure are we" in shown
        for reference in claim.references:
            assert f">{reference}</a>" in shown or f"<li>{reference} " in shown


def test_a_source_says_what_of_it_was_checked() -> None:
    shown = course.look_closer("7.3")._repr_markdown_()
    assert "we read the source or its abstract" in shown
    assert "second-hand" in shown


@pytest.mark.parametrize("card_id", sorted(load().care_cards))
@pytest.mark.parametrize("place", ["neutral", "uk", "us", "eu"])
def test_care_cards_leave_no_word_unfilled(card_id: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """S9: the emergency number comes from the place, with a neutral default."""
    monkeypatch.setenv("COURSE_LOCALE", place)
    shown = course.care_card(card_id)._repr_html_()
    assert "{" not in shown
    if "{emergency_number}" in " ".join(load().care_cards[card_id].do_now):
        assert load().locales[place].emergency_number in shown


def test_an_unknown_place_counts_as_neutral(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LOCALE", "atlantis")
    assert load().locales["neutral"].emergency_number in course.care_card("HELP-now")._repr_html_()


def test_every_red_flag_says_who_and_how_soon() -> None:
    for row in load().tier_rows.values():
        if row.tier in {1, 2}:
            shown = course.tier_row(row.id)._repr_markdown_()
            assert "Who to contact" in shown
            assert "How soon" in shown


def test_families_show_every_row_of_levels_1_and_2_once() -> None:
    shown = [
        block.title
        for tier, family in dict.fromkeys((row.tier, row.family) for row in load().tier_rows.values() if row.tier < 3)
        for block in course.tier_cards(tier, family).blocks
        if isinstance(block, Card)
    ]
    assert sorted(shown) == sorted(row.sign for row in load().tier_rows.values() if row.tier < 3)


def test_the_stop_rule_has_its_fixed_wording() -> None:
    shown = course.stop_rule()._repr_html_()
    assert (
        "Take your hands away at once for: pain, a new lump, bloody or clear fluid, a new colour, dizziness, "
        "contractions, fever, or when you no longer want to go on." in shown
    )


def test_the_notices_say_that_no_clinician_has_signed() -> None:
    assert "No clinician has signed this course off yet" in course.notices()._repr_markdown_()


def test_a_lesson_still_being_written_has_no_link() -> None:
    planned = next(lesson for lesson in load().lessons.values() if not lesson.ready)
    assert planned.notebook not in course.course_map()._repr_html_()
    assert planned.notebook not in course.lesson_link(planned.id)._repr_html_()


def test_a_wrong_call_is_a_sentence_not_a_traceback() -> None:
    shown = course.evidence_card("S99")
    assert repr(shown) == FALLBACK_TITLE
    assert "call your local emergency number" in shown._repr_html_()
    assert "S99" in shown._repr_html_()


def test_damaged_content_is_a_sentence_not_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    from course_helpers.knowledge import ContentError, Problem
    from course_helpers.lesson import cards

    def damaged() -> None:
        raise ContentError([Problem("claims.toml", 7, "S01", "Broken.", "Mend it.")])

    monkeypatch.setattr(cards, "load", damaged)
    shown = course.evidence_card("S01")._repr_html_()
    assert FALLBACK_TITLE in shown
    assert "claims.toml:7: [S01] Broken. Mend it." in shown
