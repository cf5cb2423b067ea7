"""The stage of a running routine: nothing moves that one has to find again, and all of it stands in the pane."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

import course_helpers
from course_helpers.aims import choose_aim
from course_helpers.knowledge import load
from course_helpers.player import PlayerPanel
from course_helpers.record import open_record
from tests.player.mastered import master
from tests.player.player_page import PlayerPage
from tests.player.practising import STOP
from tests.player.tab import TakeTab

WORDS = load().strings.player
SIZES = ((320, 568), (390, 844), (768, 1024), (1024, 768), (1280, 720), (1366, 768), (1920, 1080))
TWICE = tuple((width // 2, height // 2) for width, height in SIZES)
"""The same screens when the page is shown twice as large."""
FAR = ((1024, 768), (1280, 720), (1366, 768), (1920, 1080))

MEASURED = """([width, height]) => {
  window.dispatchEvent(new Event('resize'));
  const root = document.querySelector('.course-player');
  const box = (name) => root.querySelector(name).getBoundingClientRect();
  const faults = [];
  if (document.querySelectorAll('.course-player').length !== 1) faults.push('no single player');
  const top = root.getBoundingClientRect().top;
  const seen = [...root.querySelectorAll(
    '.course-step-title, .course-cue, .course-time, .course-stage-frame, .course-big, .course-coming,'
      + ' .course-nav button')];
  for (const node of seen) {
    if (!node.getClientRects().length) continue;
    const one = node.getBoundingClientRect();
    const across = one.left >= -0.5 && one.right <= width + 0.5;
    const inside = across && one.top >= top - 0.5 && one.bottom - top <= height + 0.5;
    if (!inside) faults.push(`off: ${node.className}`);
  }
  const fitted = ['.course-step-name', '.course-cue', '.course-player-line', '.course-coming-place'];
  for (const name of [...fitted, '.course-player-rule-line']) {
    const node = root.querySelector(name);
    if (!node.clientHeight) continue;
    const cut = node.scrollHeight > node.clientHeight + 2 || node.scrollWidth > node.clientWidth + 2;
    if (cut) faults.push(`cut: ${name}`);
  }
  const least = width < 190 ? 6.5 : width < 320 || height < 500 ? 7.5 : 10.5;
  const read = ['.course-step-title', '.course-instruction', '.course-player-count', '.course-coming'];
  for (const name of [...read, '.course-player-rule-line']) {
    const node = root.querySelector(name);
    const size = node && node.getClientRects().length ? parseFloat(getComputedStyle(node).fontSize) : least;
    if (size < least) faults.push(`small: ${name} ${size.toFixed(1)}`);
  }
  const apart = (a, b) => a >= b - 0.5;
  const over = (a, b) => !(apart(a.left, b.right) || apart(b.left, a.right) || apart(a.top, b.bottom)
    || apart(b.top, a.bottom));
  const parts = ['.course-player-head', '.course-stage-frame', '.course-cue', '.course-time', '.course-controls',
    '.course-nav'];
  for (const [n, a] of parts.entries()) {
    for (const b of parts.slice(n + 1)) if (over(box(a), box(b))) faults.push(`${a} over ${b}`);
  }
  const drawing = box('.course-stage-frame').height / height;
  if (drawing && drawing < (height < 340 ? 0.33 : 0.395)) faults.push(`drawing ${drawing.toFixed(3)}`);
  const place = (node) => {
    const b = node.getBoundingClientRect();
    return [b.x, b.y - top, b.width, b.height];
  };
  return { places: [...root.querySelectorAll('.course-big')].map(place), faults };
}"""


@pytest.fixture
def player(tab: TakeTab, own_record: None) -> PlayerPage:
    """The routine with the longest words, with an aim, on a device that has something to tell."""
    master(open_record(), "safety", "milk")
    choose_aim({"aim": "slow"})
    return PlayerPage(tab(), PlayerPanel("between_feeds"), width=1024, height=768)


def test_pause_and_stop_never_move_and_everything_is_in_sight(player: PlayerPage) -> None:
    """Every step and state, at seven sizes of a screen and at twice the size: by 0 pixels."""
    found: dict[tuple[int, int], list[Any]] = {size: [] for size in SIZES + TWICE}
    faults: list[tuple[str, tuple[int, int], str]] = []

    def look(name: str, sizes: tuple[tuple[int, int], ...] = SIZES + TWICE) -> None:
        for width, height in sizes:
            player.page.set_viewport_size({"width": width, "height": height})
            measured = player.page.evaluate(MEASURED, [width, height])
            found[width, height].append(measured["places"])
            faults.extend((name, (width, height), fault) for fault in measured["faults"])

    player.practise()
    look("ready")
    player.press("Start")
    look("get-ready")
    player.wait(10)
    player.wait(30)
    assert player.state == "changeover"
    look("changeover")
    player.wait(5)
    few = ((320, 568), (1024, 768), (683, 384))
    steps: list[tuple[str, Callable[[], None]]] = [
        ("more", lambda: player.root.locator(".course-more-opener").click()),
        ("locked", lambda: player.press(WORDS.lock)),
        ("unlocked", lambda: player.press(WORDS.unlock)),
        ("closed", lambda: player.root.locator(".course-more-opener").click()),
        ("paused", lambda: player.press("Pause")),
        ("alert", lambda: player.page.evaluate("window.kernel.mode = 'dead'")),
        ("resumed", lambda: player.press("Resume")),
        ("running", lambda: player.wait(5)),
    ]
    for name, act in steps:
        act()
        look(name, few)
    total = player.root.locator(".course-step-list button").count()
    while player.step < total:
        player.press("Skip")
        player.wait(0.1)
        look(f"step {player.step}", few if player.step % 3 else SIZES + TWICE)
    player.press(WORDS.finish)
    assert player.state == "done"
    assert player.root.locator(".course-coming").is_hidden(), "after the end nothing comes next"
    look("done")
    assert faults == [], "\n".join(map(str, faults))
    for size, places in found.items():
        assert all(place == places[0] for place in places), size


def test_far_view_keeps_its_places_too(player: PlayerPage) -> None:
    """Title, drawing, time, the two buttons and what is done; the time is at least 64 pixels high."""
    player.watch()
    player.press(WORDS.far)
    found: dict[tuple[int, int], list[Any]] = {size: [] for size in FAR}
    faults: list[tuple[str, tuple[int, int], str]] = []
    acts: tuple[Callable[[], None], ...] = (
        *(partial(player.wait, seconds) for seconds in (0, 3, 12, 3)),
        partial(player.press, "Pause"),
        partial(player.press, "Resume"),
        partial(player.wait, 200),
    )
    for act in acts:
        act()
        for width, height in FAR:
            player.page.set_viewport_size({"width": width, "height": height})
            measured = player.page.evaluate(MEASURED, [width, height])
            found[width, height].append(measured["places"])
            faults.extend((player.state, (width, height), fault) for fault in measured["faults"])
            shown = player.root.locator(".course-nav > button:visible").all_inner_texts()
            assert shown == [WORDS.near]
    assert player.state == "done"
    assert faults == [], "\n".join(map(str, faults))
    for size, places in found.items():
        assert all(place == places[0] for place in places), size


STOPPED = """([width, height]) => {
  const root = document.querySelector('.course-player');
  root.scrollIntoView({ block: 'start' });
  const faults = [];
  const box = (node) => node.getBoundingClientRect();
  const title = root.querySelector('[data-card=STOP-pain] strong');
  const least = root.dataset.far === 'true' ? 22 : 18;
  if (box(title).top < 0 || box(title).bottom > height) faults.push('title out of sight');
  if (parseFloat(getComputedStyle(title).fontSize) < least) faults.push('title small');
  for (const node of root.querySelectorAll('*')) {
    if (node.getClientRects().length && (box(node).right > width + 0.5 || box(node).left < -0.5)) {
      faults.push(`off: ${node.className || node.tagName}`);
    }
  }
  const choices = [...root.querySelectorAll('.course-pain-choice')];
  const rows = [...choices, ...root.querySelectorAll('.course-actions button')].map(box);
  if (rows.some(({ height }) => height < 44)) faults.push('low button');
  rows.sort((a, b) => a.top - b.top);
  for (const [n, row] of rows.slice(1).entries()) if (row.top < rows[n].bottom + 7) faults.push('buttons too near');
  if (width >= 320 && height >= 568 && box(choices.at(-1)).bottom > height) faults.push('choices out of sight');
  if (root.querySelectorAll('.course-big').length) faults.push('buttons of the stage are left');
  return faults;
}"""


LESSON_STYLES = Path(course_helpers.__file__).parent / "lab_extension/styles"


def as_in_a_lesson(player: PlayerPage) -> None:
    """A card looks otherwise there than in a page of its own."""
    for sheet in ("cards.css", "lesson.css"):
        player.page.add_style_tag(content=(LESSON_STYLES / sheet).read_text(encoding="utf-8"))
    player.page.evaluate("document.getElementById('host').className = 'course-lesson'")
    card = player.root.locator("[data-card=STOP-pain]")
    assert card.evaluate("(node) => parseFloat(getComputedStyle(node).borderLeftWidth)") > 2


@pytest.mark.parametrize("far", [False, True])
def test_the_card_after_a_stop_begins_in_sight_and_its_choices_are_at_hand(player: PlayerPage, *, far: bool) -> None:
    """What hurt is chosen on the first screen of every size; at twice the size the card begins there."""
    player.practise()
    if far:
        player.more()
        player.press(WORDS.far)
    player.press("Start")
    player.wait(12)
    player.press(STOP)
    as_in_a_lesson(player)
    faults = []
    for width, height in FAR if far else SIZES + TWICE:
        player.page.set_viewport_size({"width": width, "height": height})
        faults += [(width, height, fault) for fault in player.page.evaluate(STOPPED, [width, height])]
    assert faults == []
    for number, choice in enumerate(load().care_cards["STOP-pain"].choices):
        player.press(choice.choice)
        for width, height in (FAR[0],) if far else ((320, 568), (1280, 720)):
            player.page.set_viewport_size({"width": width, "height": height})
            found = player.page.evaluate(STOPPED, [width, height])
            assert [fault for fault in found if fault.startswith("off")] == [], (number, width, height)


@pytest.mark.parametrize(("width", "height"), [(320, 568), (384, 512), (640, 360), (683, 384), (960, 540)])
def test_a_second_press_on_stop_answers_nothing(player: PlayerPage, width: int, height: int) -> None:
    """Where Stop was lies a choice now, and a hand that shakes presses twice."""
    player.page.set_viewport_size({"width": width, "height": height})
    player.practise()
    player.press("Start")
    player.wait(12)
    place = player.button(STOP).bounding_box()
    assert place
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    player.page.mouse.click(x, y)
    expect(player.root).to_have_attribute("data-state", "stopped-pain")
    under = "([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('button, summary, a'))"
    assert not player.page.evaluate(under, [x, y])
    player.page.mouse.click(x, y)
    assert player.state == "stopped-pain"
    assert player.root.locator("[aria-pressed=true]").count() == 0
    player.press(load().care_cards["STOP-pain"].choices[1].choice)
    assert player.root.locator("[aria-pressed=true]").count() == 1


@pytest.mark.parametrize(("width", "height", "least"), [(390, 844, 22), (600, 900, 30)])
def test_far_view_is_to_be_read_from_far_on_a_small_screen_too(
    player: PlayerPage, width: int, height: int, least: int
) -> None:
    player.page.set_viewport_size({"width": width, "height": height})
    player.watch()
    player.press(WORDS.far)
    player.wait(12)
    measured = player.page.evaluate(MEASURED, [width, height])
    assert [fault for fault in measured["faults"] if not fault.startswith("drawing")] == []
    letters = "node => parseFloat(getComputedStyle(node).fontSize)"
    assert player.root.locator(".course-instruction").evaluate(letters) >= least


def test_the_first_press_in_far_view_pauses(player: PlayerPage) -> None:
    player.watch()
    player.press(WORDS.far)
    player.wait(8)
    player.page.keyboard.press("Space")
    assert player.state == "paused"
    assert player.root.get_attribute("data-far") == "true"


def test_the_words_for_watching_stand_whole_in_their_line(player: PlayerPage) -> None:
    player.watch()
    player.wait(8)
    inside = """root => {
      const [line, badge] = ['.course-player-line', '.course-hands-off'].map(
        (name) => root.querySelector(name).getBoundingClientRect());
      return badge.top >= line.top - 0.5 && badge.bottom <= line.bottom + 0.5;
    }"""
    for width, height in (*SIZES, *TWICE):
        player.page.set_viewport_size({"width": width, "height": height})
        player.page.evaluate("window.dispatchEvent(new Event('resize'))")
        assert player.root.evaluate(inside), (width, height)
