"""A sorting in a real browser, worked with keys: choosing, changing, the summary, starting again; nothing is sent."""

import pytest
from playwright.sync_api import Locator, Page, expect

from course_helpers.explorers.pace import PaceBar
from course_helpers.explorers.sorting import SortPanel
from course_helpers.explorers.sorting.rules import activity
from course_helpers.knowledge import load
from tests.axe import violations
from tests.explorers.conftest import Show
from tests.quiz.stage import shown

WORDS = load().strings.sorting
TOUCH = activity("1.6", load()).rounds[0]


def statement(page: Page, number: int) -> Locator:
    return page.locator(".course-sort-statement:visible").nth(number)


def choose_all(page: Page, places: list[int]) -> None:
    for number, place in enumerate(places):
        statement(page, number).get_by_role("radio").nth(place).check()


def right_places() -> list[int]:
    return [line.column or 0 for line in TOUCH.lines]


def test_a_choice_is_answered_at_once_in_words_and_with_a_shape(show: Show) -> None:
    page = show(SortPanel.current("1.6")).page
    first = statement(page, 0)
    first.get_by_role("radio").nth(1).check()
    said = first.get_by_role("status")
    expect(said).to_contain_text(WORDS.differs.format(column="Shown"))
    expect(said).to_contain_text(TOUCH.lines[0].why)
    expect(said.locator(".course-mark-wrong")).to_be_visible()
    first.get_by_role("radio").nth(0).check()
    expect(said).to_contain_text(WORDS.agrees.format(column="Shown"))
    expect(said.locator(".course-mark-right")).to_be_visible()
    expect(said.locator(".course-mark-wrong")).to_have_count(0)
    first.get_by_text("Sources (2)").click()
    expect(first.get_by_text("M09", exact=True)).to_be_visible()


def test_the_summary_names_what_differs_and_starting_again_clears_all(show: Show) -> None:
    page = show(SortPanel.current("1.6")).page
    summary = page.locator(".course-sort-summary")
    places = right_places()
    choose_all(page, places[:-1])
    expect(summary).to_have_text(WORDS.waiting)
    choose_all(page, [*places[:-1], 0])
    expect(summary).to_contain_text(WORDS.some_differ)
    expect(summary.locator("li")).to_have_text([TOUCH.lines[-1].text])
    choose_all(page, places)
    expect(summary).to_contain_text(WORDS.all_agree)
    page.get_by_role("button", name=WORDS.again).press("Enter")
    expect(summary).to_have_text(WORDS.waiting)
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator(".course-mark")).to_have_count(0)
    expect(statement(page, 0).get_by_role("radio").first).to_be_focused()


def test_it_is_worked_with_keys_alone_and_no_answer_is_told_on_the_way(show: Show) -> None:
    """An arrow key chooses while it passes; who goes on to the third column is not told the answer at the second."""
    stage = show(SortPanel.current("1.6"), stopped=True)
    page = stage.page
    page.keyboard.press("Tab")
    expect(statement(page, 0).get_by_role("radio").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    said = statement(page, 0).get_by_role("status")
    expect(statement(page, 0).get_by_role("radio").nth(2)).to_be_checked()
    expect(said).to_have_text("")
    stage.wait(1.3)
    expect(said).to_contain_text(WORDS.differs.format(column="Shown"))
    page.keyboard.press("ArrowDown")
    expect(said).to_have_text("")
    page.keyboard.press("Enter")
    expect(said).to_contain_text(WORDS.agrees.format(column="Shown"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    stage.wait(0.01)
    expect(said).to_contain_text(WORDS.differs.format(column="Shown"))


def test_no_key_leaves_the_panel_but_escape(show: Show) -> None:
    page = show(SortPanel.current("1.6")).page
    page.locator("input").first.focus()
    for key in ("d", "d", "b", "x", "ArrowDown", "j", "Enter", "Space", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("window.leaked") == ["Escape"]


def test_reporting_is_answered_kindly(show: Show) -> None:
    page = show(SortPanel.current("4.6")).page
    first = statement(page, 0)
    first.get_by_role("radio", name="Report it").check()
    expect(first.get_by_role("status")).to_contain_text(WORDS.never_wrong.format(column="Usual"))
    expect(first.locator(".course-mark-wrong")).to_have_count(0)
    choose_all(page, [1] * 8)
    expect(page.locator(".course-sort-summary")).to_contain_text(WORDS.some_never_wrong)
    expect(page.get_by_text("This is no all-clear. Anything that is new")).to_be_visible()


def test_a_vote_gives_no_answer(show: Show) -> None:
    page = show(SortPanel.current("2.1")).page
    choose_all(page, [0, 1, 2])
    expect(page.locator(".course-mark")).to_have_count(0)
    expect(page.locator(".course-sort-summary")).to_contain_text("Farah comes back in section 2.8.")
    expect(page.get_by_text(WORDS.answers)).to_have_count(0)


def test_one_part_is_shown_at_a_time_and_keeps_its_choices(show: Show) -> None:
    page = show(SortPanel.current("3.5")).page
    expect(page.locator(".course-sort-statement:visible")).to_have_count(2)
    statement(page, 1).get_by_role("radio").nth(1).check()
    following = page.get_by_role("button", name=WORDS.next_round)
    following.press("Enter")
    expect(page.get_by_text("Part 2 of 4")).to_be_visible()
    expect(statement(page, 0).get_by_role("radio").first).to_be_focused()
    following.press("Enter")
    expect(page.locator(".course-sort-statement:visible")).to_have_count(4)
    following.press("Enter")
    expect(page.locator(".course-sort-statement:visible")).to_have_count(3)
    for _ in range(3):
        page.get_by_role("button", name=WORDS.previous_round).press("Enter")
    expect(statement(page, 1).get_by_role("radio").nth(1)).to_be_checked()


def test_nothing_is_sent_and_nothing_is_kept(show: Show) -> None:
    stage = show(SortPanel.current("3.5"))
    page = stage.page
    choose_all(page, [0, 1])
    page.get_by_role("button", name=WORDS.again).click()
    assert page.evaluate("window.stage.sent") == []
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    assert page.evaluate("document.cookie") == ""
    assert shown(stage.panel)["activity"] == stage.panel.activity


def test_text_never_becomes_markup(show: Show) -> None:
    panel = SortPanel("1.6")
    odd = {**panel.activity, "title": "<img src=x onerror='window.hacked = 1'>", "closing": "<b>bold</b>"}
    odd["rounds"] = [{**part, "columns": [f"<i>{c}</i>" for c in part["columns"]]} for part in odd["rounds"]]
    panel.set_trait("activity", odd)
    page = show(panel).page
    choose_all(page, right_places())
    assert page.locator(".course-sort :is(img, i, b)").count() == 0
    assert page.evaluate("window.hacked") is None


ALL_OPEN = """() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility());
  for (const statement of seen('.course-sort-statement')) statement.querySelector('input[type=radio]').click();
  for (const fold of seen('details > summary')) fold.click();
}"""
"""The first choice everywhere and every fold open, at once: a press of the mouse looks up what it would hit."""
HEIGHTS = "labels => labels.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height)"


@pytest.mark.parametrize("section", ["1.6", "2.1", "3.5", "4.6"])
@pytest.mark.parametrize(("width", "dark"), [(1000, False), (320, True)], ids=["wide-light", "narrow-dark"])
def test_axe_finds_nothing_serious_and_nothing_runs_off_the_page(
    show: Show, section: str, width: int, dark: bool
) -> None:
    page = show(SortPanel.current(section), width, "reduce", dark).page
    page.evaluate(ALL_OPEN)
    expect(page.locator("details:visible:not([open])")).to_have_count(0)
    expect(page.locator(".course-sort-statement:visible:not(:has(input:checked))")).to_have_count(0)
    assert violations(page, "body") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = page.locator(".course-sort-columns .course-option-label").evaluate_all(HEIGHTS)
    assert heights
    assert all(height >= 44 for height in heights)


def test_two_kinds_of_panels_on_one_page_do_not_share_a_choice(show: Show) -> None:
    """Radio buttons of one name are one group over the whole page, also where two modules made them."""
    page, panel = show(PaceBar.current()).page, SortPanel.current("1.6")
    page.evaluate(
        """async ([source, state]) => {
          const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
          const { default: view } = await import(url);
          view.render({ model: { get: (name) => state[name] }, el: document.body });
        }""",
        [str(panel._esm), shown(panel)],
    )
    choose_all(page, right_places())
    expect(page.locator(".course-pace input:checked")).to_have_count(1)
    expect(page.locator(".course-sort input:checked")).to_have_count(6)
