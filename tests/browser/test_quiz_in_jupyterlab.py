"""The quiz and the checks in the real JupyterLab: keys alone, reload, dead and busy kernels, no key beforehand."""

import json
import os
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, WebSocket, expect

from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.locale import localised
from course_helpers.quiz.grading import choices
from course_helpers.record import FOLDER_VARIABLE, Record, history
from tests.axe import violations
from tests.browser.conftest import (
    LIVE_MS,
    RunningCourse,
    Watched,
    held,
    open_lesson,
    read_until_a_kernel_waits,
    reload,
    wait_until_live,
)
from tests.browser.looks import VIEWS, off_the_page, show_as

QUIZ = "05_safety_quiz.ipynb"
WORDS = load().strings.quiz
PANEL = ".course-lesson:not(.lm-mod-hidden) .jp-Cell:has(.course-quiz) ~ .jp-Cell .course-quiz"
"""The full quiz; the seven questions stand above it."""


@pytest.fixture(autouse=True)
def empty_record(course: RunningCourse) -> Path:
    """Each test begins with nothing answered."""
    return nothing_answered(course)


def nothing_answered(course: RunningCourse) -> Path:
    """The record, emptied; the running kernels find the file empty."""
    course.shut_all_kernels()
    path = Path(os.environ[FOLDER_VARIABLE]) / "record.sqlite3"
    record = Record(path)
    record.forget()
    record.close()
    return path


def begin(course: RunningCourse, page: Page) -> None:
    open_lesson(course, page, QUIZ)
    page.locator(PANEL).get_by_role("button", name=WORDS.begin).focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{PANEL} .course-stem")).to_be_focused()


def choose_with_keys(page: Page) -> None:
    """Answer whatever is asked."""
    if page.locator(f"{PANEL} .course-move").count():
        page.locator(f"{PANEL} .course-move-down:not([aria-disabled=true])").first.focus()
        page.keyboard.press("Enter")
        return
    parts = page.locator(f"{PANEL} fieldset.course-part")
    for number in range(parts.count()):
        parts.nth(number).locator("input").first.focus()
        page.keyboard.press("Space")


def check_with_keys(page: Page) -> None:
    page.locator(PANEL).get_by_role("button", name=WORDS.check_answer).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{PANEL} .course-reason")


def cells(page: Page) -> int:
    return page.locator(".course-lesson .jp-Cell").count()


def test_the_quiz_is_worked_with_keys_alone_and_no_key_reaches_the_notebook(
    course: RunningCourse, watched: Watched
) -> None:
    """And then, at the fifth question, what axe finds in each state."""
    page = watched.page
    begin(course, page)
    before, file = cells(page), (course.root / "notebooks" / QUIZ).read_bytes()
    seen_stems = set()
    for _ in range(4):
        seen_stems.add(page.locator(f"{PANEL} .course-stem").inner_text())
        choose_with_keys(page)
        for key in ("d", "d", "b", "a", "x", "z", "j", "k", "ArrowDown", "ArrowUp", "Escape"):
            page.keyboard.press(key)
        check_with_keys(page)
        expect(page.locator(PANEL).get_by_role("button", name=WORDS.next)).to_be_focused()
        assert page.locator(f"{PANEL} [role=status]").inner_text() in {WORDS.status_right, WORDS.status_not_right}
        page.keyboard.press("Enter")
        expect(page.locator(f"{PANEL} .course-stem")).to_be_focused()
    assert len(seen_stems) == 4
    assert cells(page) == before
    assert page.locator(".course-lesson .jp-mod-editMode").count() == 0
    assert (course.root / "notebooks" / QUIZ).read_bytes() == file
    assert watched.errors == []
    assert watched.outside == []
    axe_finds_nothing_serious_in_any_state(page)


def axe_finds_nothing_serious_in_any_state(page: Page) -> None:
    """Asked, checked, stopped; light and dark, zoomed and narrow. The start page is in the tests of all lessons."""
    views = list(VIEWS)

    def look(state: str) -> None:
        """In each view, beginning with the one that is shown."""
        for view in views:
            show_as(page, view)
            assert violations(page, PANEL) == [], (state, view)
            assert off_the_page(page) == [], (state, view)
        views.reverse()

    look("asked")
    choose_with_keys(page)
    check_with_keys(page)
    look("checked")
    page.locator(PANEL).get_by_role("button", name=WORDS.stop).click()
    page.wait_for_selector(f"{PANEL} .course-objective")
    look("stopped")


def test_key_and_reasons_are_nowhere_before_checking(course: RunningCourse, watched: Watched) -> None:
    """Not in the page, not in any message of the kernel, not in the browser's stores, not in the saved notebook.

    Then, in the same page, what a reload keeps.
    """
    page = watched.page
    received: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(_text(frame)))

    page.on("websocket", listen)
    begin(course, page)
    questions: list[Question] = [*load().items.values(), *load().check_questions.values()]
    everything = [option.why for q in questions for options in choices(q) for option in options]
    whys = [why for why in everything if len(why) > 30 and not any(sign in why for sign in '{"“”')]
    assert len(whys) > 200
    stores = page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")
    sent = "\n".join(received)
    assert "course-quiz" not in stores
    assert WORDS.begin in sent, "the messages are really heard"
    places = (page.content(), sent, stores, (course.root / "notebooks" / QUIZ).read_text(encoding="utf-8"))
    assert [why for why in whys if any(why in place for place in places)] == []
    choose_with_keys(page)
    check_with_keys(page)
    # The first question may be one of order, or name a place of help: all its reasons count, as the learner reads them.
    everything += [why for q in questions for why in (q.order_why, *(step.why for step in q.steps)) if why]
    told = [json.dumps(localised(why), ensure_ascii=False)[1:-1] for why in everything]
    assert [why for why in told if why in "\n".join(received)]
    page.remove_listener("websocket", listen)
    a_reload_continues_at_the_same_question_with_the_same_choice(page)


def _text(frame: str | bytes) -> str:
    return frame if isinstance(frame, str) else frame.decode("utf-8", errors="replace")


def test_no_stored_lesson_holds_a_reason() -> None:
    root = Path(__file__).parents[2] / "notebooks"
    stored = "\n".join(path.read_text(encoding="utf-8") for path in root.glob("*.ipynb"))
    questions: list[Question] = [*load().items.values(), *load().check_questions.values()]
    whys = [option.why for q in questions for options in choices(q) for option in options if "{" not in option.why]
    assert [why for why in whys if len(why) > 40 and json.dumps(why, ensure_ascii=False)[1:-1] in stored] == []


def a_reload_continues_at_the_same_question_with_the_same_choice(page: Page) -> None:
    """L17. The first question is checked."""
    page.keyboard.press("Enter")
    expect(page.get_by_text("Question 2 of 20")).to_be_visible()
    choose_with_keys(page)
    before = _standing(page)
    reload(page, QUIZ)
    expect(page.get_by_text("Question 2 of 20")).to_be_visible()
    assert _standing(page) == before


def _standing(page: Page) -> list[str]:
    """The question and what is chosen, in words."""
    return [
        page.locator(f"{PANEL} .course-stem").inner_text(),
        *page.locator(f"{PANEL} :is(.course-option-text, .course-step-text)").all_inner_texts(),
        str(page.locator(f"{PANEL} .course-part input").evaluate_all("nodes => nodes.map((node) => node.checked)")),
    ]


def test_a_quiz_lives_in_the_kernel_that_waited_for_it_and_loses_nothing(
    course: RunningCourse, watched: Watched, empty_record: Path
) -> None:
    """From reading one lesson to the answers in the next; a kernel that was killed comes back as ever."""
    page = watched.page
    waiting = read_until_a_kernel_waits(course, page)
    begin(course, page)
    assert waiting in course.kernel_processes(course.root / "notebooks")
    two_windows_on_one_lesson_stay_in_step(course, page)
    goes_on(page, "Question 3 of 20")
    a_busy_kernel_is_told_in_words_and_the_answer_counts_once(page, waiting, empty_record)
    goes_on(page, "Question 4 of 20")
    a_dead_kernel_in_mid_question_loses_nothing(page, waiting)
    goes_on(page, "Question 5 of 20")
    choose_with_keys(page)
    check_with_keys(page)
    assert len(history(Record(empty_record), "safety").answers) == 5
    assert watched.errors == []


def goes_on(page: Page, question: str) -> None:
    page.locator(PANEL).get_by_role("button", name=WORDS.next).click()
    expect(page.get_by_text(question)).to_be_visible()


def two_windows_on_one_lesson_stay_in_step(course: RunningCourse, page: Page) -> None:
    """They share a kernel, so they are two views of one panel. The first question is asked."""
    other = page.context.new_page()
    open_lesson(course, other, QUIZ)
    choose_with_keys(page)
    check_with_keys(page)
    other.wait_for_selector(f"{PANEL} .course-reason")
    other.locator(PANEL).get_by_role("button", name=WORDS.next).click()
    expect(page.get_by_text("Question 2 of 20")).to_be_visible()
    choose_with_keys(page)
    check_with_keys(page)
    other.close()


def a_busy_kernel_is_told_in_words_and_the_answer_counts_once(
    page: Page, kernel: psutil.Process, record_file: Path
) -> None:
    before = len(history(Record(record_file), "safety").answers)
    choose_with_keys(page)
    with held(kernel):
        button = page.locator(PANEL).get_by_role("button", name=WORDS.check_answer)
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"{PANEL} [role=alert]")).to_have_text(load().strings.panel.silent, timeout=LIVE_MS)
        page.keyboard.press("Enter")
    page.wait_for_selector(f"{PANEL} .course-reason")
    expect(page.locator(f"{PANEL} [role=alert]")).to_have_text("")
    assert len(history(Record(record_file), "safety").answers) == before + 1


def a_dead_kernel_in_mid_question_loses_nothing(page: Page, kernel: psutil.Process) -> None:
    choose_with_keys(page)
    before = _standing(page)
    kernel.kill()
    page.wait_for_selector(".course-lesson:not(.lm-mod-hidden, [data-course-state=live])", timeout=LIVE_MS)
    wait_until_live(page)
    expect(page.get_by_text("Question 4 of 20")).to_be_visible()
    assert _standing(page) == before
    check_with_keys(page)
