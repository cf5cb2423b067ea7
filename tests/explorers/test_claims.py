"""The claim explorer answers every setting with a sentence, and keeps nothing."""

import json
import re
from pathlib import Path

import pytest

import course_helpers as course
from course_helpers.explorers.claims import ClaimExplorer
from course_helpers.explorers.claims.rules import ANY, Filters, every_setting, find
from course_helpers.knowledge import load

CLAIMS = tuple(load().claims.values())
WORDS = load().strings.claim_explorer
SETTINGS = tuple(every_setting(CLAIMS))
OURS = ("words", "filters", "lines", "answers")


def test_every_setting_gives_a_sentence() -> None:
    """Seven verdicts, nine topics and seven lessons, each with "any"."""
    assert len(SETTINGS) == len(set(SETTINGS)) == 7 * 9 * 7
    for setting in SETTINGS:
        found = find(CLAIMS, setting, WORDS)
        assert found.sentence.endswith(".")
        assert "{" not in found.sentence
        if not setting.are_open:
            assert found.sentence.startswith(f"{len(found.claims)} of 41" if found.claims else "No line matches")


def test_a_setting_finds_the_lines_that_fit_and_no_other() -> None:
    for setting in SETTINGS:
        if setting.are_open:
            continue
        found = find(CLAIMS, setting, WORDS).claims
        for claim in CLAIMS:
            fits = (
                setting.verdict in {ANY, claim.verdict}
                and setting.topic in {ANY, claim.topic}
                and setting.lesson in {ANY, claim.home}
            )
            assert (claim in found) == fits


@pytest.mark.parametrize("name", ["verdict", "topic", "lesson"])
def test_the_entries_of_one_filter_share_out_all_lines(name: str) -> None:
    alone = [s for s in SETTINGS if getattr(s, name) and s == Filters(**{name: getattr(s, name)})]
    found = [claim.id for setting in alone for claim in find(CLAIMS, setting, WORDS).claims]
    assert sorted(found) == sorted(load().claims)


def test_one_line_matches_and_two_lines_match() -> None:
    assert find(CLAIMS[:1], Filters(verdict=CLAIMS[0].verdict), WORDS).sentence == "1 of 1 lines matches."
    twice = (CLAIMS[0], CLAIMS[0])
    assert find(twice, Filters(verdict=CLAIMS[0].verdict), WORDS).sentence == "2 of 2 lines match."


def test_the_widget_holds_every_answer() -> None:
    explorer = ClaimExplorer.current()
    for setting in SETTINGS:
        shown = explorer.answers[setting.verdict][setting.topic][setting.lesson]
        found = find(CLAIMS, setting, WORDS)
        assert shown == {"sentence": found.sentence, "ids": [claim.id for claim in found.claims]}
    for chosen in explorer.filters:
        assert chosen["label"]
        assert all(entry["id"] and entry["text"] for entry in chosen["entries"])


def test_a_line_links_only_to_a_lesson_that_is_ready() -> None:
    for claim_id, shown in ClaimExplorer.current().lines.items():
        lesson = load().lessons[load().claims[claim_id].home]
        assert shown["target"] == (lesson.notebook if lesson.ready else "")
        assert shown["mark"]
        assert shown["sure"]
        assert lesson.id in shown["where"]


def test_no_choice_is_part_of_the_widget_state() -> None:
    """S19: what is chosen can be in no notebook, because it is no trait."""
    explorer = ClaimExplorer.current()
    ours = {name for name in explorer.get_state() if not name.startswith("_")}
    assert ours == {"panel", *OURS, "layout", "tabbable", "tooltip"}
    state = json.loads(json.dumps({name: explorer.get_state()[name] for name in OURS}))
    explorer.set_state({"chosen_verdict": "mixed"})
    assert {name: explorer.get_state()[name] for name in state} == state


def test_the_view_sends_nothing_back() -> None:
    view = (Path(__file__).parents[2] / "src/course_helpers/explorers/claims/widget.js").read_text(encoding="utf-8")
    assert not re.search(r"model\s*\.\s*(?:set|save_changes|send)|fetch\(|localStorage|innerHTML", view)


def test_opening_again_shows_the_same_one() -> None:
    first = ClaimExplorer.current()
    second = ClaimExplorer.current()
    assert first is second
    assert first.comm is not None


def test_a_notebook_can_call_it_twice() -> None:
    """The package must not take the place of the call of the same kernel."""
    assert isinstance(course.explore_claims(), ClaimExplorer)
    assert isinstance(course.explore_claims(), ClaimExplorer)


def test_its_name_is_short_and_stable() -> None:
    assert repr(ClaimExplorer.current()).startswith("Claim explorer: ")
