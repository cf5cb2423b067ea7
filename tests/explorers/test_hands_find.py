"""What hands find: every group has a sentence in counts, the numbers are the counted ones, nothing is kept."""

import re
from pathlib import Path

import pytest

from course_helpers.explorers.hands_find import HandsFind
from course_helpers.explorers.hands_find.counting import Setting, setting, settings
from course_helpers.knowledge import load

VIEW = Path(__file__).parents[2] / "src/course_helpers/explorers/hands_find/widget.js"
WORDS = load().strings.hands_find
SETTINGS = [chosen for count in load().hands_counts.values() for chosen in settings(count, WORDS)]


@pytest.mark.parametrize("chosen", SETTINGS)
def test_every_group_has_a_sentence_in_counts(chosen: Setting) -> None:
    assert "{" not in chosen.sentence
    assert "%" not in chosen.sentence
    assert chosen.people == 1 or f"{chosen.people:,}" in chosen.sentence
    assert chosen.found is None or 0 <= chosen.found <= chosen.people


@pytest.mark.parametrize(("people", "found"), [(10, 5), (50, 27), (100, 54), (1000, 540)])
def test_54_of_100_cancers_are_found_in_any_group(people: int, found: int) -> None:
    chosen = setting(load().hands_counts["cancer"], people, WORDS)
    assert chosen.found == found
    assert f"find about {found}. They miss about {people - found}." in chosen.sentence


def test_pain_alone_is_4_of_1000() -> None:
    chosen = setting(load().hands_counts["pain"], 1000, WORDS)
    assert chosen.found == 4
    assert "about 4 had cancer. About 996 did not." in chosen.sentence


def test_fewer_than_one_person_is_not_called_none() -> None:
    chosen = setting(load().hands_counts["pain"], 100, WORDS)
    assert chosen.found == 0
    assert "fewer than one" in chosen.sentence


def test_one_person_is_not_counted() -> None:
    for count in load().hands_counts.values():
        chosen = setting(count, 1, WORDS)
        assert chosen.found is None
        assert "No count can say" in chosen.sentence or "no count can say" in chosen.sentence


def test_the_numbers_are_those_of_the_other_records() -> None:
    """The dots, the evidence card and the facts about self-exam must not drift apart."""
    facts, counts = load().self_exam_facts, load().hands_counts
    assert f"about {counts['cancer'].found} of {counts['cancer'].of} cancers" in facts["clinicians-hands"].text
    assert f"about {counts['cancer'].found} of {counts['cancer'].of} cancers" in load().claims["S16"].evidence_says
    assert "0.4 in 100 of 1,972" in facts["pain-alone"].text
    assert counts["pain"].found / counts["pain"].of == pytest.approx(0.4 / 100)
    assert set(counts["cancer"].references) <= set(facts["clinicians-hands"].references)


def test_pain_that_stays_still_leads_to_someone() -> None:
    meaning = load().hands_counts["pain"].meaning
    assert "{family_doctor}" in meaning
    assert "no all-clear" in meaning


def test_no_choice_is_part_of_the_widget_state() -> None:
    explorer = HandsFind.current()
    ours = {name for name in explorer.get_state() if not name.startswith("_")}
    assert ours == {"panel", "words", "counts", "layout", "tabbable", "tooltip"}
    before = explorer.counts
    explorer.set_state({"chosen": 10})
    assert explorer.counts == before


def test_the_view_sends_nothing_back() -> None:
    view = VIEW.read_text(encoding="utf-8")
    assert not re.search(r"model\s*\.\s*(?:set|save_changes|send)|fetch\(|localStorage|innerHTML", view)


def test_the_dots_have_words() -> None:
    for count in HandsFind.current().counts:
        for chosen in count["settings"]:
            assert chosen["dots"]
            assert chosen["label"]
            assert "{" not in chosen["dots"] + chosen["label"]
    assert '"aria-label": setting.dots' in VIEW.read_text(encoding="utf-8")


def test_opening_again_shows_the_same_one() -> None:
    first = HandsFind.current()
    second = HandsFind.current()
    assert first is second
    assert first.comm is not None


def test_its_name_is_short_and_stable() -> None:
    assert repr(HandsFind.current()).startswith("What hands find: ")
