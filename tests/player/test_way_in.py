"""The way into a practice and out of it, without a page: what opens it, and what "Stop: it hurts" closes."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.modules import page_with
from tests.places import PLAYER
from tests.player.engine_page import run

WALK = """const walk = (...events) => events.reduce((way, [kind, more]) => onward(way, { kind, ...more }), FIRST_PAGE);
  const plan = { session: 's', steps: ['a', 'b'] };
  const check = ['readiness'];
  const asked = ['asked', { request: 'r1', changes: ['less'] }];
  const outcome = ['outcome', { request: 'r1', verdict: { title: 'Yes' }, plan, sentence: '', day: 'today' }];"""
SEGMENTS = [
    {"id": "a-left", "step": "a", "on": True, "changeover": False, "ms": 30_000, "most": 60_000, "times": 2},
    {"id": "a-right", "step": "a", "on": True, "changeover": True, "ms": 30_000, "most": 60_000, "times": 2},
    {"id": "b-right", "step": "b", "on": True, "changeover": True, "ms": 5000, "most": None, "times": None},
    {"id": "c", "step": "c", "on": False, "changeover": False, "ms": None, "most": 90_000, "times": None},
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    yield from page_with(browser, *(PLAYER / name for name in ("way_in.js", "today.js", "segments_of_run.js")))


def walked(page: Page, script: str, **given: Any) -> Any:
    return run(page, f"{WALK} {script}", **given)


def test_the_outcome_opens_the_practice_of_this_day_and_no_other(page: Page) -> None:
    way = walked(page, "return walk(check, asked, outcome)")
    assert (way["screen"], way["plan"]["session"], way["day"], way["asked"]) == ("outcome", "s", "today", None)
    script = "const way = walk(check, asked, outcome); return [holdsToday(way, 'today'), holdsToday(way, 'tomorrow')]"
    assert walked(page, script) == [True, False]
    assert walked(page, "return holdsToday(walk(['watch']), 'any day')") is True


@pytest.mark.parametrize(
    "late",
    [
        "walk(check, asked, ['restart'], outcome)",
        "walk(check, asked, check, outcome)",
        "walk(check, asked, ['restart'], check, outcome)",
        "walk(check, asked, check, ['asked', { request: 'r2', changes: [] }], outcome)",
    ],
)
def test_an_outcome_of_answers_that_were_taken_back_opens_nothing(page: Page, late: str) -> None:
    way = walked(page, f"return {late}")
    assert (way["plan"], way["verdict"]) == (None, None)
    assert way["screen"] in {"readiness", "choice"}


def test_a_stop_closes_what_the_check_opened(page: Page) -> None:
    way = walked(page, "return walk(check, asked, outcome, ['run'], ['stopped', { segment: 'a-left' }])")
    assert (way["screen"], way["plan"]) == ("pain", None)
    assert way["pain"] == {"segment": "a-left", "choice": None, "sign": None, "over": False}


def test_a_stop_by_mistake_is_taken_back_only_where_nobody_practised(page: Page) -> None:
    watched = walked(page, "return walk(['watch'], ['run'], ['stopped', { segment: 'a' }], ['mistake'])")
    assert (watched["screen"], watched["pain"]) == ("run", None)
    practised = walked(page, "return walk(check, asked, outcome, ['run'], ['stopped', { segment: 'a' }], ['mistake'])")
    assert (practised["screen"], practised["plan"]) == ("pain", None)
    assert practised["pain"]["segment"] == "a"


def test_what_ends_the_day_ends_it_for_good(page: Page) -> None:
    hurt = "check, asked, outcome, ['run'], ['stopped', { segment: 'a' }], ['hurts', { choice: 0, endsDay: true }]"
    for then in ("", ", ['hurts', { choice: 1 }]", ", ['sign', { sign: 2 }]", ", ['sign', { sign: null }]"):
        assert walked(page, f"return walk({hurt}{then}).pain.over") is True
    assert (
        walked(page, "return walk(['watch'], ['run'], ['stopped', {}], ['hurts', { endsDay: true }]).pain.over")
        is False
    )
    assert walked(page, f"return walk({hurt}, ['sign', {{ sign: 2 }}], ['hurts', {{ choice: 1 }}]).pain.sign") is None


def test_going_on_after_a_stop_needs_a_new_check(page: Page) -> None:
    way = walked(page, "return walk(check, asked, outcome, ['run'], ['stopped', { segment: 'a' }], check)")
    assert (way["screen"], way["plan"], way["verdict"], way["pain"]) == ("readiness", None, None, None)


def test_what_is_shut_today_is_said_before_what_is_missing_and_only_today(page: Page) -> None:
    script = """const way = walk(['shut', { sentence: 'It hurt.', day: 'today' }]);
      const missing = [{ text: 'One.' }, { text: 'Two.' }];
      const said = (open, day) => closedBecause(way, open, day);
      return [said(missing, 'today'), said(missing, 'tomorrow'), said([], 'tomorrow')]"""
    assert walked(page, script) == ["It hurt.", "One. Two.", ""]


def test_the_days_limit_ends_a_practice_and_no_demonstration(page: Page) -> None:
    script = """const plan = { left_ms: 60_000 };
      const ways = [{ mode: 'practise', plan }, { mode: 'watch', plan }, { mode: 'practise', plan: null }];
      return ways.map((way) => [59_999, 60_000].map((practised) => isEnoughToday(way, practised)))"""
    assert run(page, script) == [[False, True], [False, False], [False, False]]


def test_nothing_is_changed_in_place(page: Page) -> None:
    """What a page has read stays as it was."""
    script = """const before = walk(check, asked, outcome, ['run'], ['stopped', { segment: 'a' }]);
      const told = JSON.stringify(before);
      const kinds = ['hurts', 'sign', 'readiness', 'restart', 'mistake', 'ended'];
      for (const kind of kinds) onward(before, { kind, choice: 1, sign: 1 });
      return JSON.stringify(before) === told"""
    assert walked(page, script) is True


@pytest.mark.parametrize(("hurt", "place"), [("a-left", 2), ("b-right", 3), ("c", None), ("gone", 0), (None, 0)])
def test_a_routine_goes_on_after_the_step_that_hurt(page: Page, hurt: str | None, place: int | None) -> None:
    assert run(page, "return placeAfter(segments, hurt)", segments=SEGMENTS, hurt=hurt) == place


def test_a_run_has_what_the_check_leaves_without_what_is_switched_off(page: Page) -> None:
    script = """const plan = { steps: ['b', 'c'] };
      return [segmentsOfRun(segments, { mode: 'practise', plan }, new Set(['c'])),
        segmentsOfRun(segments, { mode: 'practise', plan: null }, new Set()),
        segmentsOfRun(segments, { mode: 'watch', plan }, new Set(['a'])),
        segmentsTakenUp(segments, ['a-left', 'b-right', 'gone'], plan),
        segmentsTakenUp(segments, 'damaged', plan)].map((found) => found.map(({ id }) => id))"""
    assert run(page, script, segments=SEGMENTS) == [["b-right"], [], ["a-left", "a-right", "b-right"], ["b-right"], []]


def test_hands_change_over_only_within_a_step_and_a_demonstration_is_short(page: Page) -> None:
    script = "return [engineSegments(segments, 'practise'), engineSegments(segments, 'watch')]"
    practised, shown = run(page, script, segments=SEGMENTS)
    assert [step["changeover"] for step in practised] == [False, True, False, False]
    assert [step["ms"] for step in practised] == [30_000, 30_000, 5000, None]
    assert [(step["ms"], step["most"], step["times"]) for step in shown] == [
        (10_000, None, None),
        (10_000, None, None),
        (5000, None, None),
        (10_000, None, None),
    ]
