"""Where a practice is: what of it is kept and how often, and how it is taken up again after a reload."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.modules import page_with
from tests.places import PLAYER
from tests.player.engine_page import run

SEGMENTS = [
    {"id": "a-left", "step": "a", "changeover": False, "ms": 30_000, "most": 60_000, "times": 2},
    {"id": "a-right", "step": "a", "changeover": True, "ms": 30_000, "most": 60_000, "times": 2},
    {"id": "b", "step": "b", "changeover": False, "ms": None, "most": None, "times": None},
]
PRACTICE = """const settings = { speed: 1, longer: 1, untimed: false, getReady: 3000 };
  const way = { mode: 'practise', plan: { session: 's', steps: ['a', 'b'] } };
  let { state } = advance(newState(segments, settings), { kind: 'start' }, 0, 0);
  for (let now = 200; now <= 13_000; now += 200) ({ state } = advance(state, { kind: 'tick' }, now, now));
  const practice = { way, engine: state, run: segments };"""
"""Three seconds to get ready, then ten of the first segment."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    yield from page_with(browser, PLAYER / "engine.js", PLAYER / "place_kept.js")


def practised(page: Page, script: str, **given: Any) -> Any:
    return run(page, f"{PRACTICE} {script}", segments=SEGMENTS, **given)


def test_a_place_is_a_segment_and_how_much_of_it_has_passed(page: Page) -> None:
    assert practised(page, "return placeOf(practice, 13_000)") == {
        "session": "s",
        "step": "a-left",
        "elapsed": 10_000,
        "steps": ["a-left", "a-right", "b"],
        "visits": [1, 0, 0],
    }


@pytest.mark.parametrize(
    "other",
    [
        "way: { ...way, mode: 'watch' }",
        "way: { ...way, plan: null }",
        "engine: null",
        "engine: { ...state, phase: 'ready' }",
        "engine: { ...state, phase: 'done' }",
        "engine: { ...state, phase: 'stopped-pain' }",
    ],
)
def test_what_is_watched_ended_or_not_begun_has_no_place(page: Page, other: str) -> None:
    assert practised(page, f"return placeOf({{ ...practice, {other} }}, 13_000)") is None


def test_a_place_is_kept_once_a_second_and_at_every_change(page: Page) -> None:
    script = """const kept = [];
      let now = 13_000;
      const keeper = new PlaceKeeper(() => kept.push(now));
      for (; now < 15_000; now += 200) keeper.look(practice, now);
      keeper.look(practice, now, true);
      return kept"""
    assert practised(page, script) == [13_000, 14_000, 15_000]


def test_where_there_was_no_place_the_next_one_is_kept_at_once(page: Page) -> None:
    script = """const kept = [];
      const keeper = new PlaceKeeper((place) => kept.push(place.step));
      keeper.look({ ...practice, engine: null }, 13_000);
      keeper.look(practice, 13_100);
      return kept"""
    assert practised(page, script) == ["a-left"]


def test_a_practice_is_taken_up_where_it_was_left_and_paused(page: Page) -> None:
    script = """const { run, engine } = takenUp(segments, placeOf(practice, 13_000), way.plan, settings);
      return [run.map(({ id }) => id), engine.phase, engine.segment, engine.elapsed, engine.visits, engine.reason]"""
    assert practised(page, script) == [["a-left", "a-right", "b"], "paused", 0, 10_000, [1, 0, 0], "reload"]


def test_what_is_on_offer_no_more_is_not_taken_up(page: Page) -> None:
    script = """const place = placeOf(practice, 13_000);
      const left = (steps) => takenUp(segments, place, { ...way.plan, steps }, settings);
      return [left(['b']).run.map(({ id }) => id), left(['b']).engine.segment, left([])]"""
    assert practised(page, script) == [["b"], 0, None]
