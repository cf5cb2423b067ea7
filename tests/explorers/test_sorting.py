"""Sorting and matching: every choice has its answer, a new change is always to be reported, nothing is kept."""

import re
from pathlib import Path

import pytest

import course_helpers as course
from course_helpers.explorers.sorting import SortPanel
from course_helpers.explorers.sorting.fallback import activity_document
from course_helpers.explorers.sorting.rules import Activity, Line, Round, activity, reply
from course_helpers.knowledge import load
from course_helpers.locale import localised

VIEW = Path(__file__).parents[2] / "src/course_helpers/explorers/sorting/widget.js"
WORDS = load().strings.sorting
SECTIONS = [*load().sortings, *load().matchings]
VOTES = ("1.1", "2.1")
PRAISE = re.compile(
    r"\b(?:well done|great|good job|correct|wrong answer|score|points?|\d+ of \d+ right)\b", re.IGNORECASE
)


def found(section: str) -> Activity:
    return activity(section, load())


def every_choice(section: str) -> list[tuple[Round, Line, int]]:
    return [(p, line, n) for p in found(section).rounds for line in p.lines for n in range(len(p.columns))]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_choice_has_a_reply_without_praise_or_points(section: str) -> None:
    for part, line, chosen in every_choice(section):
        said = reply(part, line, chosen, WORDS)
        if section in VOTES:
            assert said == reply(part, line, 0, WORDS)
            assert (said.kind, said.text, said.more, line.why) == ("none", "", "", "")
            continue
        assert said.kind == "agrees" if chosen == line.column else said.kind in {"differs", "never-wrong"}
        assert line.column is not None
        assert said.kind == "agrees" or part.columns[line.column] in said.text
        assert line.why
        assert not PRAISE.search(f"{said.text} {said.more} {line.why}")


def test_the_votes_are_the_ones_without_answers() -> None:
    assert tuple(section for section in SECTIONS if found(section).is_vote) == VOTES


@pytest.mark.parametrize("section", ["4.4", "4.6"])
def test_a_sign_of_level_1_or_2_is_to_be_reported_and_says_who_and_how_soon(section: str) -> None:
    part = found(section).rounds[0]
    report = part.columns.index("Report it")
    signs = [line for line in part.lines if line.row]
    assert len(signs) >= 2
    for line in part.lines:
        assert (line.column == report) == (line.row is not None)
        assert line.row is None or (line.row.tier < 3 and line.row.who and line.row.how_soon)


@pytest.mark.parametrize("section", ["4.4", "4.6"])
def test_whoever_would_rather_report_is_never_told_that_it_is_wrong(section: str) -> None:
    part = found(section).rounds[0]
    report = part.columns.index("Report it")
    kinds = {reply(part, line, report, WORDS).kind for line in part.lines}
    assert kinds == {"agrees", "never-wrong"}
    assert found(section).limit.startswith("This is no all-clear.")
    assert "{family_doctor} today or the next working day" in found(section).limit


@pytest.mark.parametrize("section", ["4.4", "4.6"])
def test_what_is_new_is_nowhere_called_usual(section: str) -> None:
    part = found(section).rounds[0]
    for line in part.lines:
        if re.search(r"\b(?:new|newly|never seen|darker than)\b", line.text):
            assert line.column is not None
            assert part.columns[line.column] == "Report it"


def test_every_situation_of_level_3_is_matched_with_the_words_of_its_row() -> None:
    """The age limit is no situation in which touch is changed."""
    asked = {line.row.id: (part, line) for part in found("3.5").rounds for line in part.lines if line.row}
    assert set(asked) == {row.id for row in load().tier_rows.values() if row.tier == 3} - {"T3-under18"}
    for row_id, (part, line) in asked.items():
        row = load().tier_rows[row_id]
        assert line.column is not None
        assert (line.text, part.columns[line.column], line.why) == (row.sign, row.change, row.why)


def test_another_change_is_told_where_it_belongs() -> None:
    part = found("3.5").rounds[0]
    line = part.lines[0]
    for chosen, owner in enumerate(part.owners):
        said = reply(part, line, chosen, WORDS)
        assert (owner in said.more) == (owner != line.text)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_stored_text_has_the_statements_and_its_answers_to_open(section: str) -> None:
    shown = activity_document(found(section))
    html, text = shown._repr_html_(), shown._repr_markdown_()
    question, _, answers = html.partition("<details>")
    for line in found(section).lines:
        assert localised(line.text) in text.replace("\\", "")
        assert line.why == "" or localised(line.why)[:30] not in question.replace("&#x27;", "'")
        assert localised(line.why)[:30] in answers.replace("&#x27;", "'").replace("&quot;", '"')
    assert (answers == "") == (section in VOTES)
    assert localised(found(section).closing) in html.replace("&#x27;", "'")
    assert "{" not in text


def test_text_of_the_content_never_becomes_markup() -> None:
    line = Line("<img src=x onerror=alert(1)>", 0, "<b>why</b>", course_choice="<i>")
    odd = Activity("<script>", "*stars*", (Round(("<u>", "b"), (line,)),), "<s>", "<a>")
    html = activity_document(odd)._repr_html_()
    assert not re.search(r"<(?:img|b|i|u|s|a|script)\b", html)
    assert "&lt;img" in html
    assert "\\*stars\\*" in activity_document(odd)._repr_markdown_()


@pytest.mark.parametrize("section", SECTIONS)
def test_no_choice_is_part_of_the_widget_state(section: str) -> None:
    panel = SortPanel.current(section)
    assert {name for name in panel.get_state() if name[0] != "_"} == {
        "panel",
        "words",
        "activity",
        "layout",
        "tabbable",
        "tooltip",
    }
    before = panel.activity
    panel.set_state({"chosen": 1, "activity": {}})
    assert panel.activity == before


def test_the_view_sends_nothing_back() -> None:
    view = VIEW.read_text(encoding="utf-8")
    assert not re.search(r"model\s*\.\s*(?:set|save_changes|send)|fetch\(|localStorage|sessionStorage|innerHTML", view)


def test_opening_again_shows_the_same_one_and_each_section_has_its_own() -> None:
    assert SortPanel.current("1.6") is SortPanel.current("1.6")
    assert SortPanel.current("1.6") is not SortPanel.current("6.6")


def test_its_name_is_short_and_a_section_without_one_is_told() -> None:
    assert repr(course.sort("4.6")) == "Choose for each: Usual, or worth a call?"
    assert repr(course.sort("9.9")) == "This part cannot be shown"
