"""Requests to the kernel with a fake clock: heard, silent, broken, pressed again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_helpers.panel import panel

MESSENGER = Path(panel.__file__).with_name("messenger.js")
WORLD = """async (source) => {
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const { Messenger, newRequestId, TIMEOUT_MS } = await import(url);
  const world = {
    again: [], busy: false, broken: false, now: 0, timers: new Map(), sent: [], silent: [], ids: 0,
    newRequestId, TIMEOUT_MS,
  };
  world.messenger = new Messenger({
    send: (content) => { if (world.broken) throw new Error('gone'); world.sent.push(content); },
    sendAgain: (content) => { if (world.broken) throw new Error('gone'); world.again.push(content); },
    isBusy: () => world.busy,
    later: (act, ms) => { const id = Symbol(); world.timers.set(id, { act, at: world.now + ms }); return id; },
    cancel: (id) => world.timers.delete(id),
    newId: () => `id-${++world.ids}`,
    onTimeout: (late) => world.silent.push(late),
  });
  world.pass = (ms) => {
    const end = world.now + ms;
    const next = () => [...world.timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
    for (let due = next(); due; due = next()) { world.now = due[1].at; world.timers.delete(due[0]); due[1].act(); }
    world.now = end;
  };
  window.world = world;
}"""


@pytest.fixture
def world(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.evaluate(WORLD, MESSENGER.read_text(encoding="utf-8"))
    yield page
    page.close()


def run(page: Page, steps: str) -> Any:
    return page.evaluate(f"() => {{ const w = window.world; {steps} }}")


def test_a_request_that_is_heard_in_time_says_nothing(world: Page) -> None:
    steps = "w.messenger.ask({kind: 'next'}); w.pass(1000); w.messenger.acknowledge('id-1'); w.pass(9000);"
    assert run(world, f"{steps} return [w.sent, w.silent]") == [[{"kind": "next", "id": "id-1"}], []]


def test_silence_is_told_within_two_seconds(world: Page) -> None:
    assert run(world, "w.messenger.ask({kind: 'next'}); w.pass(1999); return w.silent") == [True]
    assert run(world, "return w.TIMEOUT_MS") < 2000


def test_a_late_answer_takes_the_notice_back(world: Page) -> None:
    steps = "w.messenger.ask({kind: 'next'}); w.pass(5000); const known = w.messenger.acknowledge('id-1');"
    assert run(world, f"{steps} return [known, w.silent]") == [True, [True, False]]


def test_a_broken_connection_is_told_at_once(world: Page) -> None:
    assert run(world, "w.broken = true; w.messenger.ask({kind: 'next'}); return w.silent") == [True]


def test_the_same_press_again_keeps_its_id(world: Page) -> None:
    """So that it counts once, however often it is pressed while the kernel is busy."""
    press = "w.messenger.ask({kind: 'submit', answer: [[1]]});"
    steps = f"{press} w.pass(1600); {press}"
    assert run(world, f"{steps} return w.sent.map((s) => s.id)") == ["id-1", "id-1"]


def test_another_choice_is_another_request(world: Page) -> None:
    steps = "w.messenger.ask({kind: 'submit', answer: [[1]]}); w.messenger.ask({kind: 'submit', answer: [[2]]});"
    assert run(
        world,
        f"{steps} return [w.sent.map((s) => s.id), w.messenger.acknowledge('id-1'), w.messenger.acknowledge('id-2')]",
    ) == [
        ["id-1", "id-2"],
        False,
        True,
    ]


def test_after_the_page_is_gone_nothing_is_said(world: Page) -> None:
    assert run(world, "w.messenger.ask({kind: 'next'}); w.messenger.end(); w.pass(9000); return w.silent") == []


def test_ids_differ(world: Page) -> None:
    assert run(world, "return new Set(Array.from({length: 500}, w.newRequestId)).size") == 500
