"""The good-day explorer answers for everyone, makes no schedule, and keeps nothing."""

import re
from pathlib import Path

import pytest

from course_helpers.explorers.good_day import GoodDayExplorer
from course_helpers.knowledge import load
from course_helpers.knowledge.activities import GoodDay
from course_helpers.locale import localised

VIEW = Path(__file__).parents[2] / "src/course_helpers/explorers/good_day/widget.js"
PEOPLE = ("regular", "irregular", "after-menopause", "pregnant", "making-milk", "testosterone")
SCHEDULE = re.compile(r"\b(?:every (?:day|week|month)|daily|weekly|monthly|once a month|day \d+)\b", re.IGNORECASE)


def test_everybody_has_a_day() -> None:
    assert tuple(load().good_days) == PEOPLE


@pytest.mark.parametrize("entry", load().good_days.values(), ids=lambda entry: entry.id)
def test_an_answer_rests_on_a_source_and_is_no_schedule(entry: GoodDay) -> None:
    assert entry.references
    assert not SCHEDULE.search(entry.answer)


def test_what_has_no_source_is_called_a_choice() -> None:
    chosen = {entry.id for entry in load().good_days.values() if entry.course_choice}
    assert {"irregular", "testosterone"} <= chosen


def test_the_browser_gets_every_answer_as_the_records_give_it() -> None:
    shown = {person["id"]: person for person in GoodDayExplorer.current().people}
    for entry in load().good_days.values():
        assert shown[entry.id]["answer"] == localised(entry.answer)
        assert shown[entry.id]["choice"] == localised(entry.course_choice)
        assert [source["id"] for source in shown[entry.id]["sources"]] == entry.references


def test_no_word_is_left_unfilled() -> None:
    explorer = GoodDayExplorer.current()
    assert "{" not in str([list(explorer.words.values()), [list(person.values())[:4] for person in explorer.people]])


def test_it_always_says_that_no_interval_is_proven_and_that_a_change_does_not_wait() -> None:
    said = load().strings.good_day.no_schedule
    assert "no interval is proven" in said
    assert "{family_doctor} today or the next working day" in said
    assert "words.no_schedule" in VIEW.read_text(encoding="utf-8")


def test_no_choice_is_part_of_the_widget_state() -> None:
    explorer = GoodDayExplorer.current()
    ours = {name for name in explorer.get_state() if not name.startswith("_")}
    assert ours == {"panel", "words", "people", "layout", "tabbable", "tooltip"}
    before = explorer.people
    explorer.set_state({"chosen_person": "pregnant"})
    assert explorer.people == before


def test_the_view_sends_nothing_back() -> None:
    view = VIEW.read_text(encoding="utf-8")
    assert not re.search(r"model\s*\.\s*(?:set|save_changes|send)|fetch\(|localStorage|innerHTML", view)


def test_opening_again_shows_the_same_one() -> None:
    first = GoodDayExplorer.current()
    second = GoodDayExplorer.current()
    assert first is second
    assert first.comm is not None


def test_its_name_is_short_and_stable() -> None:
    assert repr(GoodDayExplorer.current()).startswith("Good day explorer: ")
