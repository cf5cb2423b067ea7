"""Cards say what the knowledge says, all of it."""

import dataclasses
import re
from html import escape

import pytest
from msgspec import structs

import course_helpers as course
from course_helpers.authoring.visible_words import visible
from course_helpers.document import Document
from course_helpers.error_boundary import FALLBACK_TITLE
from course_helpers.knowledge import load
from course_helpers.knowledge.safety import TierRow
from course_helpers.knowledge.urgency import texts_of_card
from course_helpers.lesson.cards import row_card
from course_helpers.locale import localised
from tests.each import each


@each("claim_id", sorted(load().claims))
def test_an_evidence_card_is_short_and_names_its_verdict(claim_id: str) -> None:
    claim = load().claims[claim_id]
    shown = course.evidence_card(claim_id)._repr_html_()
    for label in ("The sheet says", "The evidence says", "What to do"):
        assert label in shown
    assert load().strings.sureness.of(claim.verdict) in shown
    assert claim_id not in shown, "an id never faces a learner"
    assert len(visible(shown)) <= 100


@each("claim_id", sorted(load().claims))
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


@each("card_id", sorted(load().care_cards))
@each("place", ["neutral", "uk", "us", "eu"])
def test_care_cards_leave_no_word_unfilled(card_id: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """S9: the emergency number comes from the place, with a neutral default."""
    monkeypatch.setenv("COURSE_LOCALE", place)
    shown = course.care_card(card_id)._repr_html_()
    assert "{" not in shown
    if "{emergency_number}" in " ".join(load().care_cards[card_id].do_now):
        assert load().locales[place].emergency_number in shown


RED = [card.id for card in load().care_cards.values() if card.urgency in {"help-now", "help-today"}]


@each("card_id", RED)
def test_a_card_that_calls_for_help_shows_no_doubt(card_id: str) -> None:
    """A11: the label and the sources stand in the fold, and only there."""
    shown = course.care_card(card_id)._repr_html_()
    in_sight = re.sub(r"<details.*?</details>", "", shown, flags=re.DOTALL)
    assert "confirmed by a clinician" not in in_sight
    assert "we read" not in in_sight
    assert load().care_cards[card_id].title in in_sight
    assert ("confirmed by a clinician" in shown) is bool(load().care_cards[card_id].course_rule)


def row_shown(row: TierRow) -> Document:
    """A sign with all that is known about it, as a fold shows it."""
    return Document(row.sign, (row_card(row),))


@each("row", [row for row in load().tier_rows.values() if row.tier == 1], named=lambda row: row.id)
def test_a_row_that_calls_for_help_shows_no_doubt(row: TierRow) -> None:
    """A11."""
    in_sight = re.sub(r"<details.*?</details>", "", row_shown(row)._repr_html_(), flags=re.DOTALL)
    assert "confirmed by a clinician" not in in_sight


def test_the_sign_that_cannot_wait_stands_first_on_a_card() -> None:
    """A9, A10: before who and how soon, and the two clocks of a sore breast among them."""
    for card in load().care_cards.values():
        shown = course.care_card(card.id)._repr_html_()
        if card.cannot_wait:
            assert shown.index("Cannot wait") < shown.index("Who to contact") < shown.index("How soon")
    for card_id in ("SORE-milk", "SEE-change"):
        assert "urgent breast clinic referral" in " ".join(texts_of_card(load().care_cards[card_id]))
    assert "within two days" in load().care_cards["SORE-milk"].cannot_wait
    assert "within two days" in load().care_cards["SEE-change"].cannot_wait
    assert "48 hours of antibiotics" in " ".join(load().care_cards["TODAY-breast"].do_now)


@pytest.mark.parametrize("card_id", [card.id for card in load().care_cards.values() if card.urgency == "help-today"])
def test_a_card_for_today_says_what_to_do_when_nobody_answers(card_id: str) -> None:
    """A9: at night too."""
    told = " ".join(texts_of_card(load().care_cards[card_id]))
    assert "{out_of_hours}" in told or "emergency department" in told.lower()


@pytest.mark.parametrize("card_id", ["HELP-birth", "HELP-pregnant", "HELP-treatment", "HELP-ill"])
def test_a_card_that_phones_now_says_what_if_nobody_answers(card_id: str) -> None:
    """A9."""
    assert "Nobody answers?" in " ".join(texts_of_card(load().care_cards[card_id]))


def test_touch_that_upset_gets_a_calm_card_with_the_lines_of_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """B17, E21: no red alarm, “it is not your fault”, and somebody to talk to."""
    for place, numbers in {
        "uk": ("0808 2000 247", "116 123"),
        "us": ("1-800-799-7233", "988"),
        "eu": ("116 016",),
    }.items():
        monkeypatch.setenv("COURSE_LOCALE", place)
        shown = course.care_card("STOP-upset")._repr_html_()
        assert "course-card-note" in shown
        assert "course-card-stop" not in shown
        assert "not your fault" in shown
        assert all(number in shown for number in numbers)


def test_the_baby_card_holds_the_danger_signs_and_those_of_today() -> None:
    """A13: one card, one screen."""
    told = localised(" ".join(texts_of_card(load().care_cards["HELP-baby"])))
    emergency = ("Blue", "floppy", "hard to wake", "a fit", "38.0 °C", "36.0 °C", "Yellow")
    for sign in (*emergency, "too few wet nappies", "today"):
        assert sign in told


def test_an_unknown_place_counts_as_neutral(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LOCALE", "atlantis")
    assert load().locales["neutral"].emergency_number in course.care_card("HELP-now")._repr_html_()


def test_every_red_flag_says_who_and_how_soon() -> None:
    for row in load().tier_rows.values():
        if row.tier in {1, 2}:
            shown = row_shown(row)._repr_markdown_()
            assert "Who to contact" in shown
            assert "How soon" in shown


def test_the_stop_rule_has_its_fixed_wording() -> None:
    shown = course.stop_rule()._repr_html_()
    assert (
        "Take your hands away at once for: pain, a new lump, bloody or clear fluid, a new colour, dizziness, "
        "contractions, fever, or when you no longer want to go on." in shown
    )


def test_the_notices_say_that_no_clinician_has_signed() -> None:
    assert "No clinician has signed this course off yet" in course.notices()._repr_markdown_()


def test_a_lesson_still_being_written_has_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    from course_helpers.lesson import pages

    planned = structs.replace(load().lessons["04"], ready=False)
    knowledge = dataclasses.replace(load(), lessons={**load().lessons, "04": planned})
    monkeypatch.setattr(pages, "load", lambda: knowledge)
    assert planned.notebook not in pages.course_map()._repr_html_()
    assert load().lessons["03"].notebook in pages.course_map()._repr_html_()
    assert planned.notebook not in pages.lesson_link("04")._repr_html_()


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


@each("card_id", load().care_cards)
def test_no_title_begins_with_the_first_word_of_its_label(card_id: str) -> None:
    """A list of cards would have “Stop and get help Stop: hands away”."""
    shown = course.care_card(card_id)._repr_html_()
    words = re.sub(r"<[^>]*>", " ", shown[shown.index("course-card-label") :].partition(">")[2])
    label = words.split()[0]
    assert not re.match(rf"{label}\b", load().care_cards[card_id].title), words[:60]
