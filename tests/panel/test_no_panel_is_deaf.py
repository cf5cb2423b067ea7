"""A panel that shows also hears, wherever its wire is cut; what was pressed counts once."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from course_helpers.knowledge import load
from course_helpers.quiz.bank import check_session
from course_helpers.quiz.widget import CheckPanel
from tests.panel.wires import Wired, wired
from tests.player.tab import TakeTab

pytestmark = pytest.mark.usefixtures("own_record")

CHECK = "c00b"
WORDS = load().strings
Open = Callable[..., Wired]
CUTS: dict[str, dict[str, Any]] = {
    "what is sent is swallowed": {"toPython": False},
    "sending fails": {"toPython": "throws"},
    "the reply is lost": {"reply": False},
    "the update is lost": {"update": False},
    "both are lost": {"update": False, "reply": False},
    "nothing passes": {"toPython": False, "update": False, "reply": False},
    "nobody listens": {"listen": False},
    "all comes twice": {"toPython": "twice", "update": "twice", "reply": "twice"},
    "what is sent is late by five seconds": {"toPython": 5000},
    "the reply is late by five seconds": {"reply": 5000, "update": 5000},
    "the second way answers twice": {"toPython": False, "line": "twice", "answer": "twice"},
}


@pytest.fixture
def opened(tab: TakeTab) -> Open:
    def at(*, second: bool = True, **cut: Any) -> Wired:
        made = wired(tab(), CheckPanel.current(CHECK), second=second)
        if "listen" in cut:
            made.cut(listen=cut["listen"])
        made.show()
        made.cut(**cut)
        return made

    return at


def press(page: Wired) -> None:
    page.page.locator("fieldset.course-part input").first.check()
    page.page.get_by_role("button", name=WORDS.quiz.check_answer).click()
    page.settle()


def answers() -> int:
    return len(check_session(CHECK).snapshot().history.answers)


def explained(page: Wired) -> bool:
    return page.page.locator(".course-reason").count() > 0


@pytest.mark.parametrize("cut", CUTS)
def test_the_reasons_come_and_the_press_counts_once(cut: str, opened: Open) -> None:
    page = opened(**CUTS[cut])
    press(page)
    page.wait(1.2)
    assert explained(page), "before a word is said about it"
    page.wait(8)
    assert answers() == 1
    expect(page.page.get_by_role("alert")).to_have_text("")
    assert page.world("again") == 0
    assert page.page.locator("fieldset.course-part input:checked").count() == 1


def test_a_python_that_is_at_work_is_waited_for(opened: Open) -> None:
    """The page says so, asks nothing a second time, and asks again when Python is idle."""
    page = opened(toPython=False)
    page.say(status="busy")
    press(page)
    page.wait(4)
    assert page.world("lined") == []
    expect(page.page.get_by_role("alert")).to_have_text(WORDS.panel.silent)
    assert page.page.locator("fieldset.course-part input:checked").count() == 1, "the choice stays"
    page.say(status="idle")
    page.wait(4)
    assert explained(page)
    expect(page.page.get_by_role("alert")).to_have_text("")
    assert answers() == 1


def test_a_line_that_is_lost_too_is_opened_anew(opened: Open) -> None:
    page = opened(toPython=False, line=False)
    press(page)
    page.wait(3.5)
    assert not explained(page)
    page.cut(line=True)
    page.wait(6)
    assert explained(page)
    assert page.world("comms") >= 2
    assert answers() == 1


def test_without_a_second_way_the_first_is_tried_again(opened: Open) -> None:
    page = opened(second=False, toPython=False)
    press(page)
    page.wait(2)
    expect(page.page.get_by_role("alert")).to_have_text(WORDS.panel.silent)
    page.cut(toPython=True)
    page.wait(4)
    assert explained(page)
    assert answers() == 1


def test_a_widget_that_python_closed_is_reached_by_its_name(opened: Open) -> None:
    page = opened(toPython=False, update=False, reply=False)
    page.panel.close()
    press(page)
    page.wait(1.2)
    assert explained(page)
    assert answers() == 1


def test_a_kernel_that_knows_no_such_panel_has_the_lesson_run_again_once(opened: Open) -> None:
    page = opened(toPython=False)
    page.say(known=False)
    press(page)
    page.wait(10)
    assert page.world("again") == 1
    page.panel._living.clear()
    assert page.page.locator("fieldset.course-part input:checked").count() == 1, "the choice stays"


def test_a_panel_made_anew_is_not_told_the_same_press_twice(opened: Open) -> None:
    """The press was heard, its answer was lost, and meanwhile the lesson ran again with a new widget."""
    page = opened(reply=False, update=False, line=False)
    press(page)
    page.panel.comm = None
    fresh = CheckPanel.current(CHECK)
    assert fresh is not page.panel
    fresh.send = page.panel.send
    page.panel = fresh
    page.cut(line=True)
    page.wait(4)
    assert explained(page)
    assert answers() == 1


def test_what_changes_elsewhere_comes_by_the_second_way_too(opened: Open) -> None:
    """Once a widget was found deaf, it hears of other windows' presses by its line."""
    page = opened(toPython=False, update=False, reply=False)
    page.page.evaluate("window.dispatchEvent(new Event('course-forget'))")
    page.wait(1)
    assert page.world("comms") == 1
    page.panel._hear(
        page.panel,
        {"id": "elsewhere", "kind": "submit", "round": 1, "position": 0, "answer": [[0]], "confidence": None},
        [],
    )
    page.settle()
    assert explained(page)


def test_a_view_that_went_away_leaves_nothing_behind(opened: Open) -> None:
    page = opened(toPython=False)
    press(page)
    page.page.evaluate("window.view.end()")
    before = page.world("lined")
    page.wait(10)
    assert page.world("lined") == before
