"""Two editions of one source: facilitators see notes beside the lessons, learners see none of them."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from course_helpers.knowledge import load
from course_helpers.workshop.notes import notes_of
from tests.browser.conftest import RunningCourse, open_lesson

TEXTS = """() => [...document.querySelectorAll('.course-lesson .jp-Notebook .jp-Cell')]
  .filter((cell) => cell.checkVisibility())
  .map((cell) => [cell.classList.contains('course-tag-facilitator'), cell.innerText])"""
LESSONS = ("00_start_here.ipynb", "06_seven_quiet_minutes.ipynb")


@pytest.fixture(scope="module")
def for_facilitators(start_course: Callable[..., RunningCourse]) -> RunningCourse:
    """The facilitators' edition."""
    return start_course(None, None, "--facilitator")


def read(course: RunningCourse, page: Page, lesson: str) -> list[tuple[bool, str]]:
    """What the cells of a lesson say, each with whether it is a note for facilitators."""
    open_lesson(course, page, lesson)
    return [(bool(note), " ".join(text.split())) for note, text in page.evaluate(TEXTS)]


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_editions_differ_in_the_notes_alone(
    browser: Browser, course: RunningCourse, for_facilitators: RunningCourse, lesson: str
) -> None:
    pages = [browser.new_context(viewport={"width": 1300, "height": 900}).new_page() for _ in range(2)]
    learner, facilitator = (read(*place, lesson) for place in zip((course, for_facilitators), pages, strict=True))
    assert not any(note for note, _ in learner)
    notes = [text for note, text in facilitator if note]
    assert len(notes) == len(list(notes_of(lesson)))
    assert all(text.startswith("For facilitators.") for text in notes)
    assert [text for note, text in facilitator if not note] == [text for _, text in learner]
    assert "facilitator" not in pages[0].locator(".course-bar").inner_text().lower()
    for page in pages:
        page.context.close()


def test_notes_can_be_hidden_for_a_screen_that_all_see(browser: Browser, for_facilitators: RunningCourse) -> None:
    page = browser.new_context().new_page()
    open_lesson(for_facilitators, page, LESSONS[0])
    note = page.locator(".course-tag-facilitator").first
    expect(note).to_be_visible()
    page.get_by_role("button", name="Hide notes for facilitators").click()
    expect(note).to_be_hidden()
    page.get_by_role("button", name="Show notes for facilitators").click()
    expect(note).to_be_visible()
    page.context.close()


def test_a_course_that_runs_for_learners_is_not_taken_for_the_other(course: RunningCourse) -> None:

    words = [sys.executable, "start.py", "--no-browser", "--facilitator"]
    answer = subprocess.run(words, cwd=course.root, capture_output=True, text=True, timeout=60, check=False)
    assert answer.returncode == 1
    assert "start it again with --facilitator" in answer.stderr


def test_every_note_is_tagged() -> None:
    """A cell that speaks to facilitators and has no tag would show to everyone."""
    folder = Path(__file__).parents[2] / "notebooks"
    for lesson in load().lessons.values():
        if lesson.path == "facilitator" or not lesson.ready:
            continue
        for cell in json.loads((folder / lesson.notebook).read_text(encoding="utf-8"))["cells"]:
            speaks = "For facilitators." in "".join(cell["source"])
            assert speaks == ("facilitator" in cell["metadata"].get("tags", ())), (lesson.id, cell["id"])
