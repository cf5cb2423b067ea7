"""After "Forget everything" no panel of any open lesson shows what was erased."""

import pytest
from playwright.sync_api import Page, expect

from course_helpers.knowledge import load
from course_helpers.quiz.widget import CheckPanel, WarmUpPanel
from course_helpers.record import open_record
from course_helpers.record.panel import StoredPanel
from course_helpers.record.read_marks import ReadMark
from tests.quiz.stage import StageTab, TakeStageTab, put_on_stage, stage_tab_with

pytestmark = pytest.mark.usefixtures("own_record")
STRINGS = load().strings
FORGOTTEN = "window.dispatchEvent(new Event('course-forget'))"


@pytest.fixture
def tab(stage_tab: TakeStageTab) -> StageTab:
    return stage_tab_with(stage_tab)


def erase(page: Page) -> None:
    """As another lesson's panel does it: the record first, then every panel of the page is told."""
    open_record().forget()
    page.evaluate(FORGOTTEN)


def test_a_check_is_asked_again_and_its_choice_is_gone(tab: StageTab) -> None:
    page = put_on_stage(tab, CheckPanel.current("c00b")).page
    page.locator("fieldset.course-part input").first.check()
    page.get_by_role("button", name=STRINGS.quiz.check_answer).click()
    expect(page.locator(".course-reason").first).to_be_visible()
    erase(page)
    expect(page.locator(".course-reason")).to_have_count(0)
    expect(page.locator("fieldset.course-part input:checked")).to_have_count(0)
    expect(page.get_by_role("button", name=STRINGS.quiz.check_answer)).to_be_visible()


def test_a_choice_that_was_not_checked_is_put_away_nowhere(tab: StageTab) -> None:
    page = put_on_stage(tab, CheckPanel.current("c00b")).page
    page.locator("fieldset.course-part input").first.check()
    assert page.evaluate("Object.keys(sessionStorage).length") == 1
    erase(page)
    page.wait_for_function("Object.keys(sessionStorage).length === 0")


def test_the_warm_up_is_open_again(tab: StageTab) -> None:
    page = put_on_stage(tab, WarmUpPanel.current()).page
    first = page.locator(".course-guess").first
    first.locator("input").first.check()
    first.get_by_role("button").click()
    expect(first.get_by_role("button")).to_have_text(STRINGS.quiz.warm_up_kept)
    erase(page)
    expect(first.get_by_role("button")).to_have_text(STRINGS.quiz.warm_up_keep)
    expect(first.locator("input:checked, input:disabled")).to_have_count(0)
    first.locator("input").nth(1).check()
    first.get_by_role("button").click()
    expect(first.get_by_role("button")).to_have_text(STRINGS.quiz.warm_up_kept)
    assert set(open_record().warm_up_answers().values()) == {1}


def test_a_read_mark_is_gone(tab: StageTab) -> None:
    page = put_on_stage(tab, ReadMark.current("00")).page
    page.get_by_role("button", name=STRINGS.marks.mark).click()
    expect(page.get_by_role("button", name=STRINGS.marks.take_back)).to_be_visible()
    erase(page)
    expect(page.get_by_role("button", name=STRINGS.marks.mark)).to_be_visible()


def test_the_panel_that_erases_tells_the_others(tab: StageTab) -> None:
    page = put_on_stage(tab, StoredPanel.current()).page
    page.evaluate("window.addEventListener('course-forget', () => { window.told = true; })")
    page.locator("details > summary").first.click()
    page.get_by_role("button", name=STRINGS.stored.forget, exact=True).click()
    page.get_by_label(STRINGS.stored.forget_type).fill(STRINGS.stored.forget_word)
    page.get_by_role("button", name=STRINGS.stored.forget_yes).click()
    page.wait_for_function("window.told")
