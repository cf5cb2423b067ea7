"""The screen in front of a room, in the real JupyterLab: keys only, every state, nothing recorded."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.axe import violations
from tests.browser.conftest import Frame, RunningCourse, Watched, open_lesson
from tests.browser.looks import show_as

LESSON = "09_facilitator_guide.ipynb"
SIZES = ((1280, 720), (1920, 1080), (1024, 768))
MEASURED = """async (screen, width) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (let waited = 0; innerWidth !== width && waited < 600; waited += 1) await frame();
  await frame();
  await frame();
  const stem = getComputedStyle(screen.querySelector('.course-projector-stem'));
  return [innerWidth, screen.scrollHeight - screen.clientHeight, parseFloat(stem.fontSize)];
}"""
"""When the page has its new width and was drawn: this width, what runs over the screen, the size of the question."""


def begin(page: Page, name: str = "The six closing questions") -> None:
    """Fill the screen, with keys alone."""
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".course-projector-screen")).to_be_visible()


def stage(page: Page) -> str:
    return page.locator(".course-projector").get_attribute("data-stage") or ""


def fits_and_is_large(page: Page, size: tuple[int, int], wanted: str) -> None:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    now, over, shown = page.locator(".course-projector-screen").evaluate(MEASURED, width)
    assert now == width
    assert over <= 1, (wanted, width)
    # Three metres from a wide screen: a fortieth of its height, and no less than a front row can read.
    assert shown >= (height / 40 if wanted != "revealed" else 16), (wanted, width)


@pytest.fixture(scope="class")
def opened(frame: Frame, course: RunningCourse) -> Iterator[Watched]:
    """The guide in front."""
    with frame.lent() as seen:
        open_lesson(course, seen.page, LESSON)
        yield seen


@pytest.fixture
def guide(opened: Watched) -> Iterator[Watched]:
    """The guide as it was opened, before a test and after it."""
    opened.forget()
    yield opened
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator(".course-projector-screen")).to_be_hidden()
    show_as(opened.page, "light")


class TestInFrontOfARoom:
    """The guide is opened once; each test begins the questions anew."""

    def test_keys_lead_through_all_questions_and_leave_the_notebook_alone(self, guide: Watched) -> None:
        page = guide.page
        begin(page)
        cells = page.locator(".jp-Cell").count()
        screen = page.locator(".course-projector-screen")
        for number in range(1, 7):
            expect(screen).to_contain_text(f"Question {number} of 6")
            expect(screen.locator(".course-projector-choice")).to_have_count(0)
            page.keyboard.press(" ")
            expect(screen.locator(".course-projector-choice")).not_to_have_count(0)
            expect(screen.locator("[data-right]")).to_have_count(0)
            page.keyboard.press("r")
            expect(screen.locator("[data-right=true]")).to_have_count(1)
            expect(screen.locator("[data-right=true]")).to_contain_text("Right")
            page.keyboard.press("n")
        expect(screen).to_contain_text("Question 6 of 6")
        for key in ("d", "d", "b", "a", "x", "z", "Enter", "ArrowDown"):
            page.keyboard.press(key)
        page.keyboard.press("p")
        expect(screen).to_contain_text("Question 5 of 6")
        page.keyboard.press("Escape")
        expect(screen).to_be_hidden()
        expect(page.get_by_role("button", name="The six closing questions")).to_be_focused()
        assert page.locator(".jp-Cell").count() == cells
        assert guide.errors == []
        assert guide.outside == []

    def test_it_fits_and_is_large(self, guide: Watched) -> None:
        """On each screen, beginning with the one that is there: the guide behind it is laid out anew for another."""
        page = guide.page
        begin(page)
        sizes = list(SIZES)
        for _ in range(6):
            for key, wanted in (("", "asked"), (" ", "shown"), ("r", "revealed")):
                if key:
                    page.keyboard.press(key)
                expect(page.locator(f".course-projector[data-stage={wanted}]")).to_be_visible()
                for size in sizes:
                    fits_and_is_large(page, size, wanted)
                sizes.reverse()
            page.keyboard.press("n")

    def test_axe_finds_nothing_serious(self, guide: Watched) -> None:
        page = guide.page
        begin(page, "The safety-critical questions")
        for key in ("", " ", "r"):
            if key:
                page.keyboard.press(key)
                page.wait_for_timeout(300)
            for light in ("true", "false"):
                page.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
                assert violations(page, ".course-projector") == [], (stage(page), light)

    def test_a_dead_kernel_is_told_on_the_screen(self, opened: Watched, course: RunningCourse) -> None:
        """The last of these tests: the guide has no kernel afterwards."""
        page = opened.page
        begin(page)
        course.shut_all_kernels()
        page.keyboard.press("r")
        expect(page.locator(".course-projector-screen .course-projector-note")).to_have_text(
            re.compile("does not answer"), timeout=5000
        )
        page.keyboard.press("Escape")
        expect(page.locator(".course-projector-screen")).to_be_hidden()
