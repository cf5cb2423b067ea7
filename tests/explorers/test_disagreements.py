"""The explorer tells both sides with their sources, and keeps nothing."""

import json
import re
from pathlib import Path

import pytest

import course_helpers as course
from course_helpers.error_boundary import FALLBACK_TITLE
from course_helpers.explorers.disagreements import DisagreementExplorer
from course_helpers.knowledge import load
from course_helpers.knowledge.evidence import Disagreement
from tests.explorers.conftest import Show

QUESTIONS = list(load().disagreements.values())
VIEW = Path(__file__).parents[2] / "src/course_helpers/explorers/disagreements/widget.js"


@pytest.mark.parametrize("entry", QUESTIONS, ids=lambda entry: entry.id)
def test_both_positions_travel_with_all_their_sources(entry: Disagreement) -> None:
    shown = next(q for q in DisagreementExplorer.current().questions if q["id"] == entry.id)
    assert shown["text"] == entry.question
    for name in ("one", "other"):
        assert [source["id"] for source in shown[name]["sources"]] == getattr(entry, name).references
        assert all("Checked: " in source["text"] for source in shown[name]["sources"])


def test_no_word_is_left_unfilled() -> None:
    shown = json.dumps(DisagreementExplorer.current().questions)
    assert "{family_doctor}" not in shown
    assert "{midwife}" not in shown


@pytest.mark.parametrize("entry", QUESTIONS, ids=lambda entry: entry.id)
def test_the_table_says_the_same(entry: Disagreement) -> None:
    shown = course.look_closer("7.2")._repr_markdown_()
    assert entry.question in shown
    for side in (entry.one, entry.other):
        assert side.text in shown
    for reference in (*entry.one.references, *entry.other.references):
        assert f"- [{reference}](" in shown or f"- {reference} " in shown


def test_no_choice_is_part_of_the_widget_state() -> None:
    explorer = DisagreementExplorer.current()
    ours = {name for name in explorer.get_state() if not name.startswith("_")}
    assert ours == {"panel", "words", "questions", "layout", "tabbable", "tooltip"}


def test_the_view_sends_nothing_back() -> None:
    view = VIEW.read_text(encoding="utf-8")
    assert not re.search(r"model\s*\.\s*(?:set|save_changes|send)|fetch\(|localStorage|innerHTML", view)


def test_the_status_stands_before_there_is_anything_to_say(show: Show) -> None:
    stage = show(DisagreementExplorer.current())
    assert stage.status() == load().strings.disagreement_explorer.waiting
    stage.page.get_by_role("combobox").select_option(index=1)
    assert QUESTIONS[0].question in stage.status()


def test_calling_it_again_shows_the_same_one() -> None:
    first = course.explore_disagreements()
    second = course.explore_disagreements()
    assert isinstance(first, DisagreementExplorer)
    assert isinstance(second, DisagreementExplorer)
    assert first is second
    assert first.comm is not None


def test_its_name_is_short_and_stable() -> None:
    assert repr(course.explore_disagreements()).startswith("Where authorities disagree: ")
    assert repr(course.explore_disagreements()) != FALLBACK_TITLE
