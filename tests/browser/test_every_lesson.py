"""Every lesson, opened once and looked at in many ways: live, readable, for everyone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from course_helpers.knowledge import load
from course_helpers.locale import localised
from tests.axe import violations
from tests.browser.conftest import LIVE_MS, Frame, RunningCourse, Watched, in_a_page_of_its_own, open_lesson
from tests.browser.first_words import MOST_JUMPS, jumps_of, stands_where_it_stood, watch_words
from tests.browser.looks import (
    SCREENSHOTS,
    VIEWS,
    off_the_page,
    open_everything,
    save_screenshots,
    show_as,
)
from tests.browser.paper import as_pdf, is_laid_out_as_it_is_read, pages_are_filled, pages_of
from tests.places import NOTEBOOKS

MOST_SCREENS = 25
MOST_PAGES = 20
HEIGHT = "cells => cells.at(-1).getBoundingClientRect().bottom - cells[0].getBoundingClientRect().top"
TO_THE_TOP = """node => {
  const screen = node.closest('.jp-WindowedPanel-outer');
  screen.scrollTop += node.getBoundingClientRect().top - screen.getBoundingClientRect().top - 4;
}"""

READY = [lesson.notebook for lesson in load().lessons.values() if lesson.ready]
WITH_JUPYTERLAB: dict[str, tuple[ViewportSize, Literal["light", "dark"]]] = {
    "05_safety_quiz.ipynb": ({"width": 1280, "height": 720}, "dark"),
    "09_facilitator_guide.ipynb": ({"width": 1920, "height": 1080}, "light"),
}
"""Lessons that come with JupyterLab, as at each start, and on which screen; the others open in one that is there."""


@dataclass
class Opened(Watched):
    """A lesson that opened by itself."""

    lesson: str = ""
    jumps: float = 0
    """How much of it jumped while it came alive, where JupyterLab came with it."""

    @cached_property
    def printed(self) -> bytes:
        """What a printer gets, made once for all tests that look at it."""
        return as_pdf(self.page)


@pytest.fixture(scope="module", params=READY)
def opened(request: pytest.FixtureRequest, browser: Browser, frame: Frame, course: RunningCourse) -> Iterator[Opened]:
    """The lesson, opened without pressing anything. Whoever changes the page puts it back."""
    lesson = request.param
    alone = lesson in WITH_JUPYTERLAB
    with in_a_page_of_its_own(browser, course) if alone else frame.lent() as seen:
        jumps = opened_with_jupyterlab(course, seen.page, lesson) if alone else 0
        seen.page.emulate_media(reduced_motion="reduce")
        if not alone:
            open_lesson(course, seen.page, lesson)
        yield Opened(seen.page, seen.errors, seen.outside, seen.asked, lesson, jumps)


def opened_with_jupyterlab(course: RunningCourse, page: Page, lesson: str) -> float:
    """Open a lesson as it comes on its screen, then show it as the others are; how much of it jumped."""
    size, scheme = WITH_JUPYTERLAB[lesson]
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    watch_words(page)
    open_lesson(course, page, lesson)
    jumps = jumps_of(page)
    page.emulate_media(color_scheme="light")
    show_as(page, "light")
    return jumps


@pytest.mark.parametrize("opened", WITH_JUPYTERLAB, indirect=True)
def test_its_first_words_are_those_that_its_page_brought(opened: Opened) -> None:
    stands_where_it_stood(opened.page)
    assert opened.jumps <= MOST_JUMPS


def test_it_is_live_without_a_press(opened: Opened) -> None:
    page = opened.page
    failed = ".course-lesson [data-mime-type*=stderr], .course-lesson .jp-RenderedText[data-mime-type*=error]"
    assert page.locator(failed).count() == 0
    assert "This part cannot be shown" not in page.inner_text(".course-lesson")
    expect(page.locator(".course-lesson .jp-CodeCell .jp-InputArea").first).to_be_hidden()
    expect(page.locator(".course-tag-hint").first).to_be_hidden()
    assert opened.errors == []


def test_it_asks_nobody_outside(opened: Opened) -> None:
    assert opened.outside == []
    assert opened.asked != []
    assert [url for url in opened.asked if "/api/build" in url] == [], "JupyterLab would start Node to build itself"


def test_its_text_is_large_and_its_measure_short(opened: Opened) -> None:
    paragraph = opened.page.locator(".course-lesson .jp-MarkdownOutput p:visible").first
    size = float(paragraph.evaluate("node => getComputedStyle(node).fontSize").removesuffix("px"))
    assert 17 <= size <= 18
    assert paragraph.evaluate("node => node.getBoundingClientRect().width") <= size * 68 * 0.62


def test_it_prints_as_it_is_read(opened: Opened, course: RunningCourse) -> None:
    is_laid_out_as_it_is_read(opened.page, opened.lesson, course.url)
    pages_are_filled(opened.printed, opened.lesson)
    show_as(opened.page, "light")


def test_it_is_short(opened: Opened) -> None:
    """A lesson within its words is at most 25 screens of 900 pixels high, its folds closed."""
    lesson = next(lesson for lesson in load().lessons.values() if lesson.notebook == opened.lesson)
    show_as(opened.page, "light")
    if lesson.most_words:
        assert opened.page.locator(".course-lesson .jp-Cell").evaluate_all(HEIGHT) <= MOST_SCREENS * 900


@pytest.mark.parametrize("opened", ["03_when_not_to_massage.ipynb"], indirect=True)
def test_level_1_is_seen_on_one_screen_and_the_lesson_fits_on_20_pages(opened: Opened) -> None:
    """All signs that need help now or today are in sight at once at 1300 x 900, beside the list of lessons."""
    page = opened.page
    show_as(page, "light")
    board = page.locator(".course-board").first
    assert board.locator(".course-card").count() == 7
    whole_in_sight(page, board)
    assert pages_of(opened.printed) <= MOST_PAGES
    show_as(page, "light")


@pytest.mark.parametrize("opened", ["07_gentle_help_with_milk.ipynb"], indirect=True)
def test_the_milk_decision_is_seen_on_one_screen(opened: Opened) -> None:
    """Its four cards are in sight at once at 1300 x 900, beside the list of lessons."""
    show_as(opened.page, "light")
    decision = opened.page.locator(".course-decision").first
    assert decision.locator("> .course-card").count() == 4
    whole_in_sight(opened.page, decision)
    show_as(opened.page, "light")


def whole_in_sight(page: Page, cards: Locator) -> None:
    cards.evaluate(TO_THE_TOP)
    for card in cards.locator("> .course-card").all():
        expect(card).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("view", VIEWS)
def test_everyone_can_use_it(opened: Opened, view: str) -> None:
    """axe-core finds nothing serious in light and dark, at 200 % zoom and 320 px, and nothing runs off the page."""
    page = opened.page
    show_as(page, view)
    open_everything(page)
    if SCREENSHOTS:
        save_screenshots(page, f"{opened.lesson.split('_', maxsplit=1)[0]}-{view}")
    parts = (".course-lesson .jp-OutputArea-output", ".course-lesson .jp-MarkdownOutput", ".course-bar")
    assert violations(page, *parts) == []
    assert off_the_page(page) == []


def test_reading_leaves_every_file_as_it_was(opened: Opened, course: RunningCourse) -> None:
    opened.page.locator(".course-lesson .jp-MarkdownCell h1").click()
    opened.page.keyboard.press("Control+s")
    opened.page.wait_for_timeout(500)
    for path in NOTEBOOKS.glob("*.ipynb"):
        assert (course.root / "notebooks" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("opened", READY[:1], indirect=True)
@pytest.mark.parametrize("view", VIEWS)
def test_everyone_can_use_the_help_window(opened: Opened, view: str) -> None:
    """It is the same in all lessons."""
    page = opened.page
    show_as(page, view)
    page.get_by_role("button", name="Worried about something now?").click()
    assert violations(page, ".course-help") == []
    if SCREENSHOTS:
        page.screenshot(path=Path(SCREENSHOTS) / f"help-{view}.png")
    page.keyboard.press("Escape")


def test_nothing_of_this_was_an_error(opened: Opened) -> None:
    """The last word on a lesson that lives: all that was done above left no error and asked nobody outside."""
    assert opened.errors == []
    assert opened.outside == []


@pytest.mark.parametrize("opened", READY[:1], indirect=True)
def test_help_is_one_press_away_and_needs_no_kernel(opened: Opened, course: RunningCourse) -> None:
    """Every sign of level 1 is there, and a press more leads to them in lesson 03.

    The last of these tests: the lesson has no kernel afterwards.
    """
    page = opened.page
    show_as(page, "light")
    course.shut_all_kernels()
    page.get_by_role("button", name="Worried about something now?").click()
    dialog = page.locator("dialog.course-help")
    expect(page.get_by_role("dialog", name="Worried about something now?")).to_be_visible()
    expect(dialog).to_contain_text(load().locales["neutral"].emergency_number)
    assert dialog.evaluate("node => node.scrollTop") == 0
    told = ""
    for concern in load().concerns.values():
        dialog.get_by_role("button", name=concern.text).click()
        told += dialog.inner_text()
        dialog.get_by_role("button", name=load().strings.extension.back, exact=True).click()
    level_1 = {row.id for row in load().tier_rows.values() if row.tier == 1}
    for sign in load().warning_signs.values():
        assert not level_1.intersection(sign.rows) or localised(sign.text) in told
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Worried about something now?"
    page.keyboard.press("Enter")
    page.get_by_role("button", name=load().strings.extension.link_now).click()
    expect(page.locator(".course-lesson h2", has_text="3.3 Level 1")).to_be_in_viewport(timeout=LIVE_MS)
