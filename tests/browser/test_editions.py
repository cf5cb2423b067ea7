"""Two editions of one source: facilitators see notes beside the lessons, learners none; and both write one record."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from course_helpers.knowledge import load
from course_helpers.lab_extension.assemble import page_styles
from course_helpers.record import Record, history
from course_helpers.workshop.notes import notes_of
from tests.browser.conftest import RunningCourse, Watched, open_lesson
from tests.browser.looks import VIEWS
from tests.browser.test_quiz_in_jupyterlab import (
    PANEL,
    QUIZ,
    begin,
    check_with_keys,
    choose_with_keys,
    nothing_answered,
)
from tests.places import NOTEBOOKS

IN_FRONT = ".course-lesson:not(.lm-mod-hidden)"
TEXTS = """() => [...document.querySelectorAll('.course-lesson:not(.lm-mod-hidden) .jp-Notebook .jp-Cell')]
  .filter((cell) => cell.checkVisibility())
  .map((cell) => [cell.classList.contains('course-tag-facilitator'), cell.innerText])"""
LESSONS = ("00_start_here.ipynb", "06_seven_quiet_minutes.ipynb")


@pytest.fixture(scope="module")
def for_facilitators(start_course: Callable[..., RunningCourse]) -> RunningCourse:
    """The facilitators' edition."""
    return start_course(None, None, "--facilitator", "--LabApp.expose_app_in_browser=True")


@pytest.fixture(scope="module")
def facilitator(browser: Browser, for_facilitators: RunningCourse) -> Iterator[Page]:
    """A facilitator's JupyterLab: one page for all lessons."""
    page = browser.new_context(viewport=VIEWS["light"][0]).new_page()
    yield page
    page.context.close()


def read(course: RunningCourse, page: Page, lesson: str) -> list[tuple[bool, str]]:
    """What the cells of a lesson say, each with whether it is a note for facilitators."""
    open_lesson(course, page, lesson)
    return [(bool(note), " ".join(text.split())) for note, text in page.evaluate(TEXTS)]


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_editions_differ_in_the_notes_alone(
    course: RunningCourse, watched: Watched, for_facilitators: RunningCourse, facilitator: Page, lesson: str
) -> None:
    learner = read(course, watched.page, lesson)
    with_notes = read(for_facilitators, facilitator, lesson)
    assert not any(note for note, _ in learner)
    notes = [text for note, text in with_notes if note]
    assert len(notes) == len(list(notes_of(lesson)))
    assert all(text.startswith("For facilitators.") for text in notes)
    assert [text for note, text in with_notes if not note] == [text for _, text in learner]
    assert "facilitator" not in watched.page.locator(".course-bar").inner_text().lower()


def test_notes_can_be_hidden_for_a_screen_that_all_see(for_facilitators: RunningCourse, facilitator: Page) -> None:
    open_lesson(for_facilitators, facilitator, LESSONS[0])
    lesson = facilitator.locator(IN_FRONT)
    note = lesson.locator(".course-tag-facilitator").first
    expect(note).to_be_visible()
    lesson.get_by_role("button", name="Hide notes for facilitators").click()
    expect(note).to_be_hidden()
    lesson.get_by_role("button", name="Show notes for facilitators").click()
    expect(note).to_be_visible()


def test_a_course_that_runs_for_learners_is_not_taken_for_the_other(course: RunningCourse) -> None:

    words = [sys.executable, "start.py", "--no-browser", "--facilitator"]
    answer = subprocess.run(words, cwd=course.root, capture_output=True, text=True, timeout=60, check=False)
    assert answer.returncode == 1
    assert "start it again with --facilitator" in answer.stderr


def test_two_kernels_on_one_record_answer_each_question_once(
    course: RunningCourse, watched: Watched, for_facilitators: RunningCourse, facilitator: Page
) -> None:
    """A window that is behind is brought up to date and told so; the first answer stands."""
    record, words = nothing_answered(course), load().strings.quiz
    page = watched.page
    begin(course, page)
    open_lesson(for_facilitators, facilitator, QUIZ)
    expect(facilitator.get_by_text("Question 1 of 20")).to_be_visible()
    choose_with_keys(page)
    check_with_keys(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Question 2 of 20")).to_be_visible()
    choose_with_keys(facilitator)
    facilitator.locator(PANEL).get_by_role("button", name=words.check_answer).click()
    expect(facilitator.get_by_text("Question 2 of 20")).to_be_visible()
    expect(facilitator.locator(f"{PANEL} [role=status]")).to_have_text(words.moved_on)
    assert len(history(Record(record), "safety").answers) == 1


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """One page for all lessons, with no course behind it."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def stored_cells(lesson: str) -> list[dict[str, Any]]:
    """The cells of a lesson as they are stored."""
    cells: list[dict[str, Any]] = json.loads((NOTEBOOKS / lesson).read_text(encoding="utf-8"))["cells"]
    return cells


def as_a_page(lesson: str) -> str:
    """A lesson's cells under the classes that the extension gives them, with the course's own stylesheet."""
    cells = "".join(f'<div class="{classes(cell)}">{shown(cell)}</div>' for cell in stored_cells(lesson))
    page = f'<div class="course-lesson"><div class="jp-Notebook">{cells}</div></div>'
    return f"<style>{page_styles()}</style>{page}"


def classes(cell: dict[str, Any]) -> str:
    return " ".join(["jp-Cell", *(f"course-tag-{tag}" for tag in cell["metadata"].get("tags", ()))])


def shown(cell: dict[str, Any]) -> str:
    """What a cell shows: its text, or its stored outputs."""
    if cell["cell_type"] == "markdown":
        # All its filters take the longest to load of all packages, and the quick tests look into this file as well.
        from nbconvert.filters import markdown2html

        return str(markdown2html("".join(cell["source"])))
    return "".join("".join(output["data"].get("text/html", "")) for output in cell["outputs"])


@pytest.mark.parametrize("lesson", [lesson.notebook for lesson in load().lessons.values() if lesson.ready])
def test_in_every_lesson_only_the_notes_differ(plain: Page, lesson: str) -> None:
    """Every lesson without JupyterLab, so that it costs no minute for each; above, two are read in the real one."""
    plain.set_content(as_a_page(lesson))
    learner = plain.evaluate(TEXTS)
    plain.evaluate("() => document.querySelector('.course-lesson').classList.add('course-facilitator')")
    facilitator = plain.evaluate(TEXTS)
    tags = [cell["metadata"].get("tags", ()) for cell in stored_cells(lesson)]
    notes = [text for note, text in facilitator if note]
    assert len(notes) == sum("facilitator" in one for one in tags)
    assert len(learner) == sum("facilitator" not in one and "hint" not in one for one in tags)
    assert [entry for entry in facilitator if not entry[0]] == learner
    seen = " ".join(text for _, text in learner)
    assert "For facilitators." not in seen
    assert not any(text.removeprefix("For facilitators.").strip() in seen for text in notes)


def test_every_note_is_tagged() -> None:
    """A cell that speaks to facilitators and has no tag would show to everyone."""
    for lesson in load().lessons.values():
        if lesson.path == "facilitator" or not lesson.ready:
            continue
        for cell in stored_cells(lesson.notebook):
            speaks = "For facilitators." in "".join(cell["source"])
            assert speaks == ("facilitator" in cell["metadata"].get("tags", ())), (lesson.id, cell["id"])
