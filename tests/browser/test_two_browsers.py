"""Two browsers on one course: the second one is told, can take over, and the first one cannot be pressed meanwhile."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from course_helpers.knowledge import load
from tests.browser.conftest import LIVE_MS, Frame, RunningCourse, open_lesson, wait_until_live

LESSON = "00_start_here.ipynb"
LIVE = ".course-lesson[data-course-state=live]"
WORDS = load().strings.extension


@pytest.fixture
def pages(browser: Browser, frame: Frame) -> Iterator[tuple[Page, Page]]:
    """A page in each of two browsers; the first one is what other tests share, as it would be a third."""
    with frame.lent() as seen:
        other = browser.new_context(viewport={"width": 1300, "height": 900})
        yield seen.page, other.new_page()
        other.close()
        frame.close()


def test_a_second_browser_is_told_and_may_take_over(pages: tuple[Page, Page], course: RunningCourse) -> None:
    first, second = pages
    open_lesson(course, first, LESSON)
    second.goto(course.lab(LESSON))
    here = second.get_by_role("button", name=WORDS.read_here)
    expect(here).to_be_visible(timeout=LIVE_MS)
    expect(second.locator(".course-bar-status")).to_have_text(WORDS.elsewhere)
    assert second.locator(LIVE).count() == 0
    assert second.locator(".course-lesson .course-widget").count() == 0, "a panel would move the other one's"
    second.get_by_role("button", name=WORDS.worried).click()
    expect(second.locator(".course-help")).to_be_visible()
    second.keyboard.press("Escape")
    playing = first.locator(".course-lesson .course-widget").first
    playing.evaluate("widget => { widget.dataset.state = 'running'; }")
    here.click()
    wait_until_live(second)
    expect(first.locator(".course-bar-status")).to_have_text(WORDS.elsewhere)
    expect(playing).to_have_js_property("inert", False)
    assert all(held(first)[1:]), "only a routine that goes on may be pressed: its Stop"
    playing.evaluate("widget => { widget.dataset.state = 'done'; }")
    expect(playing).to_have_js_property("inert", True)
    first.get_by_role("button", name=WORDS.read_here).click()
    expect(first.locator(".course-bar-status")).to_have_text("")
    assert not any(held(first))
    expect(here).to_be_visible()
    assert held(second) and all(held(second))
    first.context.close()
    expect(here).to_be_hidden()
    assert not any(held(second)), "it is alone now"


def held(page: Page) -> list[bool]:
    """Of each panel of the lesson, whether it can not be pressed."""
    found: list[bool] = page.eval_on_selector_all(".course-lesson .course-widget", "all => all.map((one) => one.inert)")
    return found
