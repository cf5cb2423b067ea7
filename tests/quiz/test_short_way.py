"""The short way keeps its place: what was done is marked, and one link leads on."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from course_helpers.knowledge import load
from course_helpers.quiz.short_way import ShortWayPanel, way_page
from course_helpers.record import PracticeEvent, open_record, store_events
from tests.axe import violations
from tests.player.mastered import master
from tests.quiz.stage import Stage, TakeStageTab, put_in

pytestmark = pytest.mark.usefixtures("own_record")
WORDS = load().strings.short_way


def practise(routine: str) -> None:
    store_events(
        open_record(), f"session{routine}", routine, "1", [PracticeEvent(1, "begun", "", 0, False, datetime.now(UTC))]
    )


def standing() -> str:
    """The steps as letters: d done, n next, - neither."""
    return "".join("d" if step["done"] else "n" if step["next"] else "-" for step in way_page(open_record()))


def test_each_step_is_done_by_what_it_asks_for() -> None:
    record = open_record()
    assert standing() == "n---"
    record.go_to_step("stop")
    assert standing() == "dn--"
    record.go_to_step("levels")
    record.go_to_step("seven")
    record.go_to_step("today")
    assert standing() == "ddn-", "to have opened the questions answers none of them, and no link is a practice"
    master(record, "seven")
    practise("between_feeds")
    assert standing() == "dddn"
    practise("relax")
    assert standing() == "dddd"


def test_what_was_done_before_is_done_whatever_the_order() -> None:
    master(open_record(), "safety")
    assert standing() == "n-d-"


def test_it_is_kept_erased_and_named_among_what_is_stored() -> None:
    record = open_record()
    record.go_to_step("stop")
    record.go_to_step("stop")
    assert record.counts()["short_way"] == 1
    record.forget()
    assert standing() == "n---"


def test_a_press_that_fits_no_step_keeps_nothing() -> None:
    panel = ShortWayPanel.current()
    for content in (
        {"kind": "go", "step": "nowhere"},
        {"kind": "go", "step": ["stop"]},
        {"kind": "answers", "step": "stop"},
    ):
        panel.send = lambda *_: None
        panel._hear(panel, {"id": str(content), **content}, [])
    assert open_record().counts()["short_way"] == 0


@pytest.fixture
def show(stage_tab: TakeStageTab) -> Callable[..., Stage]:
    """Puts the short way on a page that no link leads away from."""

    def shown(width: int = 1000) -> Stage:
        stage = put_in(stage_tab, ShortWayPanel.current(), size=(width, 700))
        stage.page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
        return stage

    return shown


def filled(page: Page) -> list[str]:
    return page.locator(".course-button-main").all_inner_texts()


def test_following_a_link_moves_the_place_on_and_a_new_page_finds_it(show: Callable[..., Stage]) -> None:
    titles = [step.title for step in load().short_way.values()]
    page = show().page
    assert filled(page) == [titles[0]]
    page.get_by_role("link", name=titles[0]).click()
    expect(page.locator(".course-way-state").first).to_have_text(WORDS.done)
    assert filled(page) == [titles[1]]
    assert filled(show().page) == [titles[1]]


def test_answers_in_another_lesson_move_the_place_on(show: Callable[..., Stage]) -> None:
    page = show().page
    master(open_record(), "seven")
    page.evaluate("window.dispatchEvent(new Event('course-answered'))")
    expect(page.locator(".course-way-state").nth(2)).to_have_text(WORDS.done)


def test_a_practice_is_seen_when_the_row_comes_into_sight_again(show: Callable[..., Stage]) -> None:
    page = show().page
    page.evaluate("document.body.style.display = 'none'")
    page.wait_for_timeout(100)
    for step in load().short_way:
        open_record().go_to_step(step)
    master(open_record(), "seven")
    practise("relax")
    page.evaluate("document.body.style.display = ''")
    expect(page.get_by_text(WORDS.all_done)).to_be_visible()
    assert filled(page) == []


@pytest.mark.parametrize("width", [1000, 320])
def test_everyone_can_use_it(show: Callable[..., Stage], width: int) -> None:
    open_record().go_to_step("stop")
    page = show(width).page
    page.evaluate("document.documentElement.lang = 'en'")
    assert violations(page, "body") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
