"""The search trainer on a page: mouse, touch, keys, reduced motion, dark, narrow; the ear hears what the eye sees."""

import math
import re
from typing import Any

import pytest
from playwright.sync_api import FloatRect, Page, expect

from course_helpers.design_tokens import LIGHT
from course_helpers.explorers.search import SearchTrainer, chests, spots
from course_helpers.explorers.search.spots import Spot
from course_helpers.knowledge import load
from tests.axe import violations
from tests.explorers.conftest import Show
from tests.quiz.stage import TakeStageTab, put_in, put_on_stage

WORDS = load().strings.search
INKED = """() => {
  const canvas = document.querySelector('.course-search-board canvas');
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean);
}"""
BESIDE = """() => {
  const at = document.querySelector('.course-search-board');
  const box = at.getBoundingClientRect();
  const held = (x, y) => {
    const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
    const touch = new Touch({ identifier: 1, target: at, ...place });
    const given = { cancelable: true, bubbles: true, changedTouches: [touch], touches: [touch] };
    return !at.dispatchEvent(new TouchEvent('touchstart', given));
  };
  return [held(0.5, 0.5), held(0.03, 0.97)];
}"""
"""Whether a finger is kept from scrolling: in the middle of the board, and beside the area."""
PEN = """() => {
  const at = document.querySelector('.course-search-board');
  const box = at.getBoundingClientRect();
  const send = (type, y, pressure) => {
    const place = { clientX: box.left + 0.5 * box.width, clientY: box.top + y * box.height };
    const given = { pointerId: 7, pointerType: 'pen', pressure, bubbles: true, cancelable: true, ...place };
    at.dispatchEvent(new PointerEvent(type, given));
  };
  send('pointerdown', 0.4, 0.2);
  send('pointermove', 0.5, 0.9);
  send('pointerup', 0.5, 0);
}"""
"""A pen that presses lightly and then firmly."""
CELLS = "rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
HIDDEN = (Spot(60, 150, 2), Spot(120, 60, 1), Spot(20, 60, 3), Spot(20, 200, 1))
VIEW = {"left": -36, "top": -56, "width": 252}
"""What of the chest the board shows, in millimetres."""


def board(page: Page) -> Any:
    return page.locator(".course-search-board")


def pixel(page: Page, x: float, y: float) -> tuple[float, float]:
    """Where a place of the learner's left side lies on the screen."""
    return pixels(page, [(x, y)])[0]


def pixels(page: Page, places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where some places lie, while nothing moves."""
    box = board(page).bounding_box()
    assert box
    return [pixel_in(box, x, y) for x, y in places]


def pixel_in(box: FloatRect, x: float, y: float) -> tuple[float, float]:
    """The same, where the board is known."""
    across = -x + VIEW["left"] + VIEW["width"]
    return box["x"] + across / VIEW["width"] * box["width"], box["y"] + (y - VIEW["top"]) / VIEW["width"] * box["width"]


def told(page: Page) -> str:
    """What is said of the pads."""
    return page.locator(".course-search-board + [role=status]").inner_text()


def asked(page: Page) -> list[dict[str, Any]]:
    """What left the page, each question once: a slow computer lets it be sent a second time."""
    sent: list[dict[str, Any]] = page.evaluate("window.stage.sent")
    return list({message["id"]: message for message in reversed(sent)}.values())[::-1]


def fine(page: Page) -> None:
    """Nothing serious for axe, and nothing to scroll sideways."""
    assert violations(page, "body") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_with_the_keys_alone(show: Show) -> None:
    """A search made, heard, judged and its spots looked for, without a pointer; what is read out is what is shown."""
    page = show(SearchTrainer.current()).page
    board(page).focus()
    page.keyboard.press("w")
    assert re.fullmatch(r"(?:Upper outer part|Under the collarbone), your left\. Row \d+, strip 8\.", told(page))
    fine(page)
    board(page).evaluate("(node) => node.dispatchEvent(new KeyboardEvent('keydown', { key: '\"', code: 'Digit3' }))")
    assert told(page) == "Pressure: firm.", "on a French keyboard the key of a figure writes another sign"
    page.keyboard.press("4")
    assert told(page) == "Pressure: light, medium and firm."
    expect(page.get_by_role("radio", name=WORDS.pressure_4)).to_be_checked()
    page.keyboard.press(" ")
    assert told(page).endswith("Circle, light, medium and firm.")
    for _ in range(2):
        page.keyboard.down("p")
    page.keyboard.up("p")
    expect(page.get_by_role("button", name=WORDS.stay_down, include_hidden=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    assert "Row 12" in told(page)
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert "strip 4" in told(page), "on the learner's left side, right on the screen is inwards"
    assert asked(page) == [], "nothing leaves the page before it is asked for"
    page.get_by_role("button", name=WORDS.show).press("Enter")
    result = page.locator(".course-search-result")
    expect(result.get_by_text(WORDS.gaps_title)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Covered, of 100 parts")).to_have_count(1)
    assert [message["kind"] for message in asked(page)] == ["covered"]
    assert len(asked(page)[0]["circles"]) == 3 * 10
    expect(result.get_by_text("Armpit, your left", exact=False)).to_be_visible()
    assert result.locator("figure svg[role=img]").count() == 3
    result.locator("summary", has_text=WORDS.table).press("Enter")
    numbers = result.locator("tbody tr").evaluate_all(CELLS)
    assert len(numbers) == 10
    assert all(light == medium == firm for _, light, medium, firm in numbers)
    expect(result.get_by_text(WORDS.limit)).to_be_visible()
    for sentence in SearchTrainer.current().trials["told"]:
        expect(result.get_by_text(sentence)).to_be_visible()
    fine(page)
    page.get_by_role("button", name=WORDS.hide).press("Enter")
    expect(page.get_by_role("button", name=WORDS.reveal)).to_be_visible()
    assert len(asked(page)) == 2
    board(page).focus()
    page.keyboard.press(" ")
    page.get_by_role("button", name=WORDS.reveal).press("Enter")
    expect(result.get_by_text(WORDS.tissue)).to_be_visible()
    assert result.locator("ol li").count() == 4
    fine(page)
    assert page.evaluate("window.leaked ?? []") == [], "no key reached the notebook"
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


def test_with_a_mouse(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dragged trail is drawn and judged; a circle over a hidden spot shows it under its own pressure only."""
    monkeypatch.setattr(spots, "hidden", lambda *_: HIDDEN)
    page = show(SearchTrainer.current()).page
    page.mouse.move(*pixel(page, 60, 60))
    page.mouse.down()
    page.mouse.move(*pixel(page, 60, 200), steps=12)
    page.mouse.up()
    page.mouse.move(*pixel(page, 120, 200))
    page.evaluate("new Promise(requestAnimationFrame)")
    assert page.evaluate(INKED)
    page.get_by_role("button", name=WORDS.show).click()
    expect(page.get_by_text(WORDS.gaps_title)).to_be_visible()
    samples = asked(page)[0]["samples"]
    assert samples[-1][3] == 0
    assert {sample[3] for sample in samples[:-1]} == {1}
    assert [samples[0][1], samples[0][2]] == pytest.approx([60, 60], abs=1)
    assert [samples[-1][1], samples[-1][2]] == pytest.approx([60, 200], abs=1)
    assert page.get_by_text("Firm: 0 of 100", exact=False).count() == 1
    page.evaluate("document.querySelector('#view-0').scrollIntoView()")
    page.get_by_role("button", name=WORDS.hide).click()
    expect(page.get_by_role("button", name=WORDS.reveal)).to_be_visible()
    assert not page.evaluate(INKED), "the search for spots begins with an empty board"
    x, y, pressure = HIDDEN[0].x, HIDDEN[0].y, HIDDEN[0].pressure
    for level in (1, 3, pressure):
        page.get_by_role("radio", name=getattr(WORDS, f"pressure_{level}")).check()
        assert page.locator(".course-search-spot").count() == 0
        circle(page, x, y)
    expect(page.locator(".course-search-spot")).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="A spot shows here")).to_have_count(1)
    page.get_by_role("button", name=WORDS.reveal).click()
    expect(page.locator(".course-search-result ol li").first).to_contain_text(WORDS.spot_shown)
    expect(page.locator(".course-search-spot")).to_have_count(4)


def circle(page: Page, x: float, y: float) -> None:
    """One small circle with the mouse held down, and a little more."""
    first, *rest = pixels(page, [(x + 9 * math.cos(n / 3), y + 9 * math.sin(n / 3)) for n in range(22)])
    page.mouse.move(*first)
    page.mouse.down()
    for place in rest:
        page.mouse.move(*place)
    page.mouse.up()


def test_with_a_finger_in_a_narrow_dark_window(show: Show) -> None:
    """Touch on the area searches and does not scroll; beside it, it scrolls. A pen chooses the pressure."""
    page = show(SearchTrainer.current(), 320, "no-preference", True).page
    fine(page)
    board(page).scroll_into_view_if_needed()
    wire = page.context.new_cdp_session(page)

    def touch(kind: str, *place: float) -> None:
        points = [{"x": place[0], "y": place[1], "force": 1}] if place else []
        wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    wire.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    before = page.evaluate("scrollY")
    way = pixels(page, [(80, y) for y in range(60, 200, 10)])
    touch("touchStart", *way[0])
    for place in way:
        touch("touchMove", *place)
    touch("touchEnd")
    assert page.evaluate("scrollY") == before
    page.get_by_role("button", name=WORDS.show).click()
    expect(page.get_by_text(WORDS.gaps_title)).to_be_visible()
    assert len([sample for sample in asked(page)[0]["samples"] if sample[3]]) > 8
    assert page.evaluate(BESIDE) == [True, False]
    fine(page)
    gauge = page.get_by_role("checkbox", name=WORDS.device)
    expect(gauge).to_be_hidden()
    page.evaluate(PEN)
    expect(gauge).to_be_visible()
    expect(gauge).to_be_checked()
    page.get_by_role("button", name=WORDS.show).click()
    page.wait_for_function("new Set(window.stage.sent.map((one) => one.id)).size === 2")
    assert {sample[3] for sample in asked(page)[1]["samples"]} == {0, 1, 3}
    page.close()


def test_a_whole_search_is_shown_moving_and_with_less_motion_in_pictures(show: Show) -> None:
    page = show(SearchTrainer.current()).page
    page.clock.install()
    page.clock.pause_at(1_800_000_000)
    page.get_by_role("radio", name=WORDS.way_show).check()
    page.get_by_role("button", name=WORDS.play).click()
    page.clock.run_for(100)
    assert told(page).startswith("The pads move:")
    first = pad(page)
    page.clock.fast_forward(30_000)
    page.clock.run_for(50)
    assert pad(page) != first
    fine_once = pad(page)
    page.get_by_role("button", name=WORDS.stop).click()
    page.clock.run_for(5000)
    assert pad(page) == fine_once, "stopped"
    page.get_by_role("button", name=WORDS.play).click()
    page.clock.fast_forward(205_000)
    page.clock.run_for(50)
    assert told(page) == WORDS.played
    page.emulate_media(reduced_motion="reduce")
    expect(page.get_by_text(WORDS.show_steps)).to_be_visible()
    pictures = []
    for number in range(1, 6):
        page.get_by_role("button", name=WORDS.next_still).click()
        assert told(page) == WORDS.still.format(number=number, count=5, text=getattr(WORDS, f"still_{number}"))
        pictures.append(pad(page))
        page.clock.run_for(3000)
        assert pad(page) == pictures[-1], "a still picture"
    assert len(set(pictures)) == 5
    page.clock.resume()  # axe waits for timers
    fine(page)
    assert asked(page) == []
    page.get_by_role("radio", name=WORDS.way_unaided).check()
    assert page.locator(".course-search-hint").evaluate("node => getComputedStyle(node).display") == "none"
    page.get_by_role("radio", name=WORDS.way_hint).check()
    assert page.locator(".course-search-hint").evaluate("node => getComputedStyle(node).display") != "none"
    page.close()


def pad(page: Page) -> str | None:
    return page.locator(".course-search-pad").get_attribute("transform")


def test_chests_sides_and_buttons(show: Show) -> None:
    """Another chest or side begins anew, a late answer about the old one is not shown; each move has a button."""
    stage = show(SearchTrainer.current())
    page = stage.page
    page.get_by_text(WORDS.by_buttons).click()
    page.get_by_role("button", name=WORDS.circle).click()
    page.get_by_role("button", name=WORDS.go_down, exact=True).click()
    assert "Row 8" in told(page)
    stage.mode("silent")
    page.get_by_role("button", name=WORDS.show).click()
    expect(page.get_by_role("alert")).to_have_text(load().strings.panel.silent)
    choices = page.locator(".course-search-settings select")
    for number, chest in enumerate(chests.BODIES):
        choices.nth(0).select_option(index=number)
        choices.nth(1).select_option(index=number % 4)
        assert page.locator(".course-search-area").count() == 3
        assert len(page.locator(".course-search-hint").get_attribute("d") or "") > 400, chest
    choices.nth(2).select_option("right")
    assert WORDS.side_right in (board(page).get_attribute("aria-label") or "")
    stage.wake()
    expect(page.get_by_role("status").filter(has_text="Covered")).to_have_count(1)
    assert page.locator(".course-search-result > *").count() == 0
    page.get_by_role("button", name=WORDS.show).click()
    expect(page.get_by_text(WORDS.nothing)).to_be_visible()
    page.evaluate("document.querySelector('.course-search-board').focus()")
    page.keyboard.press("ArrowLeft")
    assert "strip 7" in told(page), "on the right side, left on the screen is inwards"


def place_of(box: list[float], x: float, y: float) -> tuple[float, float]:
    """A place of the screen in millimetres, outwards on the learner's left side and down."""
    millimetre = (box[1] - box[0]) / VIEW["width"]
    return VIEW["left"] + VIEW["width"] - (x - box[0]) / millimetre, VIEW["top"] + (y - box[2]) / millimetre


SHOWN = """() => {
  const { left, right, top, bottom } = document.querySelector('.course-search-board').getBoundingClientRect();
  const words = [...document.querySelectorAll('.course-search :is(p, li, button, label)')];
  const seen = words.filter((node) => node.checkVisibility());
  const smallest = Math.min(...seen.map((node) => parseFloat(getComputedStyle(node).fontSize)));
  return { board: [left, right, top, bottom], smallest };
}"""


def test_a_room_sees_a_trail_and_what_it_covered(show: Show) -> None:
    """Far view: as large as the screen, the trail stays, what was covered stands beside it; Escape leads back."""
    page = show(SearchTrainer.current()).page
    page.set_viewport_size({"width": 1600, "height": 900})
    board(page).focus()
    page.keyboard.press("4")
    page.keyboard.press(" ")
    before = page.evaluate(SHOWN)["board"]
    page.get_by_role("button", name=WORDS.far).press("Enter")
    back = page.get_by_role("button", name=WORDS.near)
    expect(back).to_be_focused()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    shown = page.evaluate(SHOWN)
    assert shown["smallest"] >= 24
    left, right, top, bottom = shown["board"]
    assert 0 <= top < bottom <= 900
    assert right - left > 1.4 * (before[1] - before[0])
    assert page.evaluate(INKED), "the trail is still there"
    for sentence in (WORDS.limit, WORDS.firm_only):
        expect(page.get_by_text(sentence).first).to_be_visible()
    page.mouse.move(left + 300, top + 300)
    page.mouse.down()
    page.mouse.move(left + 300, top + 500, steps=5)
    page.mouse.up()
    page.get_by_role("button", name=WORDS.show).click()
    result = page.get_by_text(WORDS.gaps_title)
    expect(result).to_be_visible()
    assert page.evaluate(SHOWN)["board"] == shown["board"], "reading on moves nothing away"
    assert result.evaluate("(node) => node.getBoundingClientRect().left") > right
    x, y = place_of(shown["board"], left + 300, top + 500)
    assert asked(page)[0]["samples"][-1][1:3] == pytest.approx([x, y], abs=1), "the pads are where the pointer is"
    assert violations(page, ".course-search") == []
    page.get_by_role("radio", name=WORDS.way_show, include_hidden=True).evaluate("(node) => node.click()")
    expect(page.get_by_role("button", name=WORDS.play)).to_be_visible()
    back.press("Escape")
    expect(page.get_by_role("button", name=WORDS.far)).to_be_focused()
    assert page.evaluate(SHOWN)["board"][1] - page.evaluate(SHOWN)["board"][0] == pytest.approx(before[1] - before[0])


COLOURS = """() => {
  const of = (selector, part) => getComputedStyle(document.querySelector(selector), part);
  const strip = of('.course-search-pressures [data-value="3"]', '::after').backgroundColor;
  const marks = [of('.course-search-area').stroke, of('.course-search-pad').stroke];
  const [board, map] = ['.course-search-board', '.course-search-map svg'].map((name) => of(name).backgroundColor);
  return { strip, board, map, marks };
}"""


def test_in_the_readers_own_colours_and_at_twice_the_size(stage_tab: TakeStageTab) -> None:
    """High contrast: the drawing stays as it is made, with its marks on it. 200 %: nothing runs out of the window."""
    tab = stage_tab(forced_colors="active", color_scheme="dark", device_scale_factor=2)
    tab.size(640, 450)
    page = put_on_stage(tab, SearchTrainer.current()).page
    board(page).focus()
    page.keyboard.press("2")
    page.keyboard.press(" ")
    page.get_by_role("button", name=WORDS.show).press("Enter")
    expect(page.get_by_text(WORDS.gaps_title)).to_be_visible()
    seen = page.evaluate(COLOURS)
    assert seen["strip"] == "rgb(255, 255, 255)"
    drawing_page = "rgb({}, {}, {})".format(*bytes.fromhex(LIGHT.page.removeprefix("#")))
    assert seen["board"] == seen["map"] == drawing_page
    assert drawing_page not in seen["marks"]
    assert page.evaluate(INKED)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name=WORDS.far).press("Enter")
    assert page.evaluate("document.querySelector('.course-search').scrollWidth <= innerWidth")
    page.get_by_role("button", name=WORDS.near).press("Enter")
    for name in (WORDS.show, WORDS.hide, WORDS.again, WORDS.far):
        at = page.get_by_role("button", name=name)
        at.focus()
        box = at.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 640


def test_two_windows_keep_their_own_trails(stage_tab: TakeStageTab) -> None:
    page = put_in(stage_tab, SearchTrainer.current(), views=2).page
    for view in ("#view-0", "#view-1"):
        page.locator(f"{view} .course-search-board").focus()
        page.keyboard.press(" ")
    page.locator("#view-0").get_by_role("button", name=WORDS.show).click()
    expect(page.locator("#view-0").get_by_text(WORDS.gaps_title)).to_be_visible()
    assert page.locator("#view-1 .course-search-result > *").count() == 0
