"""Questions for the screen in front: nothing is told before it is revealed, nothing is recorded."""

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.quiz.on_paper import SEED
from course_helpers.quiz.option_order import layout
from course_helpers.record import open_record
from course_helpers.workshop.projector import ProjectorPanel
from course_helpers.workshop.projector.show import ON_A_SCREEN, Show, begun, items_of, moved
from tests.quiz.stage import TakeStageTab, put_in


class Kernel:
    """A panel and what it answers."""

    def __init__(self) -> None:
        self.panel = ProjectorPanel()
        self.sent: list[dict[str, Any]] = []
        self.panel.send = self.sent.append

    def press(self, kind: str, **more: str) -> dict[str, Any]:
        """A press on the page; what is on the screen then."""
        self.panel._hear(self.panel, {"kind": kind, "id": f"r{len(self.sent)}", **more}, [])
        return dict(self.panel.view)


def test_the_closing_questions_are_the_twins_of_the_warm_up() -> None:
    items = items_of("closing", load())
    assert sorted(item.twin_of or "" for item in items) == sorted(load().warm_ups)


def test_the_safety_questions_reach_every_objective_that_a_screen_can_ask() -> None:
    items = items_of("safety", load())
    assert {item.objective for item in items} == {
        item.objective
        for item in load().items.values()
        if item.kind in ON_A_SCREEN and load().objectives[item.objective].safety_critical
    }
    assert all(load().objectives[item.objective].safety_critical for item in items)


@pytest.mark.parametrize("name", ["closing", "safety"])
def test_no_key_before_it_is_revealed(name: str) -> None:
    kernel = Kernel()
    asked = kernel.press("begin", set=name)
    assert (asked["stage"], asked["options"]) == ("asked", [])
    while True:
        item = load().items[kernel.panel._show.items[kernel.panel._show.position]]
        assert not any(option.text in json.dumps(asked) for option in item.options)
        shown = kernel.press("show")
        assert [set(option) for option in shown["options"]] == [{"text"}] * len(item.options)
        told = kernel.press("reveal")
        rights = {localised(option.text): option.right for option in item.options}
        assert {option["text"]: option["right"] for option in told["options"]} == rights
        assert [option["text"] for option in told["options"]] == [option["text"] for option in shown["options"]]
        assert all(option["why"] for option in told["options"])
        if told["last"]:
            break
        asked = kernel.press("next")
        assert (asked["stage"], asked["options"]) == ("asked", [])


def test_the_choices_stand_as_on_paper_and_not_as_they_were_written() -> None:
    """The place of an answer tells nothing: over all questions the right one stands at every place."""
    kernel = Kernel()
    placed, written = [], []
    kernel.press("begin", set="safety")
    for item_id in kernel.panel._show.items:
        item = load().items[item_id]
        kernel.press("show")
        told = kernel.press("reveal")
        on_paper = [localised(item.options[n].text) for n in layout(item, SEED)[0]]
        assert [option["text"] for option in told["options"]] == on_paper
        if item.kind == "single":
            placed.append([option["right"] for option in told["options"]].index(True))
            written.append([option.right for option in item.options].index(True))
        kernel.press("next")
    assert placed != written
    assert set(placed) >= {0, 1, 2}


def test_reveal_shows_the_choices_first() -> None:
    kernel = Kernel()
    kernel.press("begin", set="closing")
    assert [kernel.press("reveal")["stage"] for _ in range(3)] == ["shown", "revealed", "revealed"]


def test_back_begins_a_question_anew_and_the_ends_hold() -> None:
    show = begun(items_of("closing", load()))
    assert moved(show, "back") == show
    second = moved(moved(show, "reveal"), "next")
    assert (second.position, second.stage) == (1, "asked")
    assert moved(second, "back") == show
    last = Show(show.items, len(show.items) - 1)
    assert moved(last, "next") == last
    assert moved(last, "end") == Show()


@pytest.mark.parametrize("press", ["show", "reveal", "next", "back", "end", "else"])
def test_presses_before_a_set_is_chosen_do_nothing(press: str) -> None:
    assert Kernel().press(press) == {"stage": "choice"}


@pytest.mark.parametrize("name", ["", "other", None, ["closing"], {"a": 1}])
def test_an_unknown_set_is_not_begun(name: Any) -> None:
    kernel = Kernel()
    assert kernel.press("begin", set=name) == {"stage": "choice"}
    assert not kernel.panel.faults


@pytest.mark.usefixtures("own_record")
def test_nothing_is_recorded() -> None:
    kernel = Kernel()
    kernel.press("begin", set="safety")
    for kind in ("show", "reveal", "next", "reveal", "reveal", "end"):
        kernel.press(kind)
    assert open_record().counts() == dict.fromkeys(open_record().counts(), 0)
    assert not kernel.panel.faults


def test_a_key_that_is_held_turns_one_page(stage_tab: TakeStageTab) -> None:
    """A hand that lets go late showed the answer before the room had seen the choices."""
    stage = put_in(stage_tab, ProjectorPanel())
    page, words = stage.page, load().strings.workshop
    page.get_by_role("button", name=words.projector_safety).click()
    root = page.locator(".course-projector")
    expect(root).to_have_attribute("data-stage", "asked")
    for key, stands in (("r", "shown"), ("r", "revealed"), ("n", "asked")):
        page.keyboard.down(key)
        expect(root).to_have_attribute("data-stage", stands)
        for _ in range(3):
            page.keyboard.down(key)
        page.keyboard.up(key)
        expect(root).to_have_attribute("data-stage", stands)
    pressed = [one["kind"] for one in page.evaluate("window.stage.sent")]
    assert pressed == ["begin", "reveal", "reveal", "next"]


@pytest.mark.parametrize("mode", ["silent", "gone"])
@pytest.mark.parametrize("way", ["Escape", "button"])
def test_the_screen_is_given_back_without_python(stage_tab: TakeStageTab, mode: str, way: str) -> None:
    """A kernel that is busy or dead kept the question on the screen, and the notebook below it out of reach."""
    stage = put_in(stage_tab, ProjectorPanel())
    page, words = stage.page, load().strings.workshop
    begin = page.get_by_role("button", name=words.projector_safety)
    screen = page.locator(".course-projector-screen")
    begin.click()
    expect(screen).to_be_visible()
    stage.mode(mode)
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        screen.get_by_role("button", name=words.projector_end).click()
    expect(screen).to_be_hidden()
    expect(begin).to_be_focused()
    page.keyboard.press("n")
    expect(screen).to_be_hidden()
    stage.wake()
    expect(screen).to_be_hidden()
    begin.click()
    expect(screen).to_be_visible()
    expect(page.locator(".course-projector")).to_have_attribute("data-stage", "asked")


def test_an_answer_that_comes_after_the_end_opens_no_screen(stage_tab: TakeStageTab) -> None:
    """Python was slow: what it says to “next” arrives when the presenter has already ended."""
    stage = put_in(stage_tab, ProjectorPanel())
    page, words = stage.page, load().strings.workshop
    page.get_by_role("button", name=words.projector_safety).click()
    screen = page.locator(".course-projector-screen")
    expect(screen).to_be_visible()
    stage.mode("silent")
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    [late, _] = page.evaluate("window.stage.waiting")
    page.evaluate("async (content) => window.arrive(JSON.parse(await window.toPython(content)))", late)
    expect(screen).to_be_hidden()
    stage.wake()
    expect(page.locator(".course-projector")).to_have_attribute("data-stage", "choice")
