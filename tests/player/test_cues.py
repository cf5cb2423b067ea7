"""What a routine says at each moment, and which stored settings are taken, without a page."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_helpers.knowledge import load
from tests.modules import page_with
from tests.places import PLAYER
from tests.player.engine_page import run

WORDS = load().strings.player.by_name()
RUN = [
    {"title": "Rest", "side": "", "area": False},
    {"title": "Stroke", "side": "your left", "area": False},
    {"title": "Stroke", "side": "your right", "area": True},
]
USUAL_STORE = "const store = (kept) => ({ getItem: () => kept });"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    yield from page_with(browser, PLAYER / "cues.js", PLAYER / "settings.js")


def cue(page: Page, kind: str, segment: int = 0, *, begun: bool = False, **more: Any) -> str:
    engine = {"begun": begun, "lead": 5000}
    script = "return cueOf(one, { run, words, engine })"
    return str(run(page, script, one={"kind": kind, "segment": segment, **more}, run=RUN, words=WORDS, engine=engine))


def test_the_last_step_is_told_as_the_last(page: Page) -> None:
    assert WORDS["said_last"] not in cue(page, "begins", 1)
    assert cue(page, "begins", 2).endswith(WORDS["said_last"])
    assert cue(page, "soon", 2) == WORDS["said_last"]
    assert "Stroke, your left" in cue(page, "soon", 0)


def test_who_goes_on_hears_for_how_long_to_wait(page: Page) -> None:
    assert cue(page, "get-ready", 1, begun=True) == WORDS["said_resumed"].format(seconds=5)
    assert "Stroke, your left" in cue(page, "get-ready", 1)


def test_every_reason_for_a_pause_has_its_sentence_and_an_unknown_one_has_one_too(page: Page) -> None:
    for reason in ("gap", "hidden", "other", "enough", "today", "reload"):
        assert cue(page, "paused", reason=reason) == WORDS[f"paused_{reason}"]
    assert cue(page, "paused", reason="unheard of") == WORDS["said_paused"]
    assert cue(page, "spent") == ""


def test_hands_are_led_to_another_area_or_to_the_other_side(page: Page) -> None:
    assert cue(page, "changeover", 2) == WORDS["said_next_area"].format(title="Stroke, your right", side="your right")
    assert cue(page, "changeover", 1) == WORDS["said_changeover"].format(title="Stroke, your left", side="your left")


@pytest.mark.parametrize(
    ("kind", "reason", "since", "region"),
    [
        ("paused", "gap", 0, "alert"),
        ("paused", "pressed", 0, "status"),
        ("half", "", 2999, None),
        ("half", "", 3000, "status"),
        ("ten", "", 0, None),
        ("begins", "", 0, "status"),
        ("changeover", "", 9999, None),
        ("soon", "", 9999, None),
    ],
)
def test_what_nobody_pressed_for_is_said_at_once(
    page: Page, kind: str, reason: str, since: int, region: str | None
) -> None:
    found = run(
        page, "return regionOf({ kind, reason, segment: 0, at: 0 }, since)", kind=kind, reason=reason, since=since
    )
    assert found == region


def test_three_short_tones_lead_to_a_boundary_and_none_lies_behind(page: Page) -> None:
    assert run(page, "return tonesUntil(10000, 0, false)") == [
        ["count", 7000],
        ["count", 8000],
        ["count", 9000],
        ["boundary", 10000],
    ]
    assert run(page, "return tonesUntil(10000, 8000, true)") == [["count", 9000], ["done", 10000]]


@pytest.mark.parametrize(
    ("kept", "taken"),
    [
        (json.dumps({"speed": 0.5, "voice": False, "still": True}), {"speed": 0.5, "voice": False, "still": True}),
        (json.dumps({"speed": 40, "longer": "2", "getReady": -1, "volume": 7, "help": "some", "still": "yes"}), {}),
        (json.dumps({"tones": 1, "toString": "x", "gone": True}), {}),
        (None, {}),
        ("{", {}),
        ("null", {}),
    ],
)
def test_a_stored_setting_is_taken_only_if_it_can_be_one(page: Page, kept: str | None, taken: dict[str, Any]) -> None:
    usual, found = run(page, f"{USUAL_STORE} return [USUAL, storedSettings(store(kept))]", kept=kept)
    assert found == usual | taken


def test_a_browser_without_room_keeps_nothing_and_says_nothing(page: Page) -> None:
    script = """const full = { setItem() { throw new Error('full'); } };
      keepSettings(full, USUAL); return storedSettings({ getItem() { throw new Error('shut'); } }).speed"""
    assert run(page, script) == 1
