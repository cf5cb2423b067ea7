"""Hands on the page: its pure parts agree with the ones in Python at every stroke; and what it shows."""

import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_helpers.body.movements import hands
from course_helpers.body.posing import drawn, laid, turn_at
from course_helpers.body.stage import VIEW, to_pixels
from course_helpers.knowledge import load
from course_helpers.player import PlayerPanel
from course_helpers.player.motion import motion, shapes
from course_helpers.player.segments import segments
from course_helpers.record import open_record
from tests.modules import page_with
from tests.places import PLAYER
from tests.player.mastered import master
from tests.player.player_page import PlayerPage
from tests.player.tab import TakeTab

WORDS = load().strings.player
PURE = ("motion", "pressure", "fitting", "picture")
SECRETS = ("scars", "flat", "clothed", "tone")


@pytest.fixture(scope="module")
def pure(browser: Browser) -> Iterator[Page]:
    """A page with the functions that need no page."""
    yield from page_with(browser, *(PLAYER / f"{name}.js" for name in PURE))


def test_the_page_lays_every_hand_as_python_does(pure: Page) -> None:
    """So what the rules say of hands holds for what is seen: thumbs, wrists, and what keeps off the nipple."""
    asked: list[dict[str, Any]] = []
    expected: list[list[float]] = []
    for routine in load().routines.values():
        for segment in segments(routine):
            moving = hands(segment.step.hand, segment.side, segment.area)
            for hand, page in zip(moving, motion(segment)["hands"], strict=True):
                shown = drawn(hand, alone=len(moving) == 1)
                if shown is None or page["drawn"] is None or page["drawn"]["turns"]:
                    continue
                for number, stroke in enumerate(hand.strokes):
                    place, side = stroke[-1], shown.by[number]
                    x, y = to_pixels(place)
                    asked.append({"drawn": page["drawn"], "at": {"x": x, "y": y, "stroke": number}})
                    wrist = to_pixels(laid(shown, side, place).wrist)
                    expected.append([turn_at(shown, side, place), *wrist])
    elbows = shapes()["elbows"]
    found = pure.evaluate(
        "([asked, elbows]) => asked.map(({drawn, at}) => lie(drawn, elbows, at)).map((l) => [l.turn, ...l.wrist])",
        [asked, elbows],
    )
    assert len(found) > 60
    for one, other in zip(found, expected, strict=True):
        assert one == pytest.approx(other, abs=0.6)


def test_breath_is_slow_and_small(pure: Page) -> None:
    """Six a minute, at most two in a hundred, and smooth."""
    rises = pure.evaluate("() => Array.from({length: 601}, (_, n) => breath(n * 100))")
    assert (min(rises), max(rises)) == (0, pytest.approx(0.02))
    tops = [n for n in range(1, 600) if rises[n - 1] < rises[n] >= rises[n + 1]]
    assert len(tops) == 6
    assert max(abs(a - b) for a, b in itertools.pairwise(rises)) < 0.001


def test_the_drawing_keeps_its_hands_in_every_shape_of_place(pure: Page) -> None:
    """Only the sides are cut, never so far that a stroke is lost, and nothing is stretched."""
    places = [
        x
        for t in load().routines.values()
        for segment in segments(t)
        for h in motion(segment)["hands"]
        for s in h["strokes"]
        for x, _ in s
    ]
    for width, height in ((300, 230), (150, 94), (800, 560), (1200, 300), (200, 600), (612, 402)):
        size = pure.evaluate("([w, h]) => crop(w, h, [612, 402])", [width, height])
        assert size["width"] <= width + 0.01 and size["height"] <= height + 0.01
        assert size["width"] / size["height"] == pytest.approx(612 * size["share"] / 402)
        half = 612 * size["share"] / 2
        assert all(320 - half < x < 320 + half for x in places)
    assert VIEW[2:] == (612, 402)
    assert pure.evaluate("() => crop(0, 0, [612, 402])")["width"] == 0


@pytest.mark.parametrize(
    ("touches", "least", "most", "cap", "lines", "word"),
    [
        (False, None, None, None, 0, "none"),
        (True, 0, 0, None, 1, "0"),
        (True, 1, 1, None, 2, "1"),
        (True, 1, 2, None, 3, "1_2"),
        (True, 2, 2, None, 3, "2"),
        (True, 1, 2, 1, 2, "1"),
        (True, 1, 2, 0, 1, "0"),
        (True, None, None, None, 2, "gentle"),
    ],
)
def test_pressure_is_a_word_and_as_many_lines(
    pure: Page, touches: bool, least: int | None, most: int | None, cap: int | None, lines: int, word: str
) -> None:
    """Today's check makes it lighter in both."""
    segment = {"touches": touches, "pressure_min": least, "pressure_max": most}
    assert pure.evaluate(
        "([segment, cap]) => [pressureLines(segment, cap), pressureWord(segment, cap)]", [segment, cap]
    ) == [
        lines,
        word,
    ]
    assert WORDS.of(f"press_{word}")


def test_words_get_the_largest_letters_that_fit(pure: Page) -> None:
    assert pure.evaluate("() => [largest(() => true), largest((s) => s < 0.8), largest(() => false)]") == [1, 0.76, 0.4]


@pytest.fixture
def player(tab: TakeTab, own_record: None, request: pytest.FixtureRequest) -> PlayerPage:
    master(open_record(), "safety", "milk")
    return PlayerPage(tab(), PlayerPanel(getattr(request, "param", "relax")))


OVER_A_NIPPLE = """(root) => {
  const box = (node) => node.getBoundingClientRect();
  const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const rings = [...root.querySelectorAll('.course-nipple-ring')].map(box);
  return [...root.querySelectorAll('.course-tick')].some((tick) => rings.some((ring) => over(box(tick), ring)));
}"""


@pytest.mark.parametrize("player", ["between_feeds"], indirect=True)
def test_the_mark_of_a_pressure_never_lies_on_a_nipple_that_is_held_round(player: PlayerPage) -> None:
    player.practise()
    player.press("Start")
    player.wait(11)
    marks = player.root.locator(".course-tick")
    assert marks.count() > 0
    while player.root.locator(".course-touch-thumb").count() == 0:
        player.press("Skip")
        player.wait(12)
    assert player.root.locator(".course-pressure-mark > i").count() == 2
    for _ in range(4):
        player.wait(6)
        assert not player.root.evaluate(OVER_A_NIPPLE)


def test_hands_rest_stroke_and_lift_and_my_picture_is_kept_nowhere(player: PlayerPage) -> None:
    """Clothed at first; a choice shows at once, is in no message, store or trait, and is gone with the page."""
    state = json.dumps(player._state())
    player.practise()
    chest = player.root.locator(".course-chest").first
    assert "course-chest-clothed" in (chest.get_attribute("class") or "")
    assert player.root.locator(".course-stage-rest").inner_text() == WORDS.hands_off_body
    player.press("Start")
    player.wait(10)
    body = player.root.locator(".course-chest-body")
    stood = body.get_attribute("transform")
    player.wait(3)
    assert body.get_attribute("transform") != stood
    player.press("Skip")
    player.wait(0.2)
    shown = player.root.locator(".course-hand").evaluate_all("(all) => all.map((one) => one.getAttribute('transform'))")
    flips = [float(found[1]) for one in shown if (found := re.search(r"scale\((-?[\d.]+)", one))]
    assert flips == [1, -1]
    lines = player.root.locator(".course-hand-path").count()
    assert player.root.locator(".course-hand-path-ground").count() == lines > 0
    assert player.root.locator(".course-stage-rest").is_hidden()
    sent = player.page.evaluate("window.kernel.sent.length")
    player.more()
    player.root.locator(".course-picture summary").click()
    for side, shape in ((WORDS.picture_left, WORDS.picture_scars), (WORDS.picture_right, WORDS.picture_flat)):
        player.root.get_by_role("group", name=side).get_by_role("button", name=shape).click()
    player.press(WORDS.picture_line)
    player.root.get_by_role("button", name=WORDS.picture_tone_5, exact=True).click()
    assert "course-chest-clothed" not in (chest.get_attribute("class") or "")
    tone = player.panel.routine["stage"]["tones"][4]["fill"]
    assert chest.evaluate("(node) => getComputedStyle(node).getPropertyValue('--skin-fill')") == tone
    player.wait(2)
    after = json.dumps(player.page.evaluate("window.kernel.sent").copy()[sent:])
    stored = player.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert not [word for word in SECRETS if word in after or word in stored]
    assert json.dumps(player._state()) == state
    assert not [word for word in SECRETS if word in json.dumps(player.messages)]
    player.press("Pause")
    player.open()
    assert player.page.evaluate("window[Symbol.for('course-helpers.my-picture')]") in (
        None,
        {"clothed": True, "tone": 1, "left": "medium", "right": "medium"},
    )
    assert player.errors == []
