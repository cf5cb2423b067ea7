"""What was practised is kept until it is written down: in two pages at once, in any number, and never after erasing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_helpers.player import widget
from course_helpers.player.widget import MOST_EVENTS, _events_from
from tests.modules import module_of

WORLD = """async (source) => {
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const { Journal } = await import(url);
  const kept = new Map();
  const world = window.world = { kept, sent: [], at: 1_760_000_000_000 };
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  world.open = (page) => new Journal({
    storage, page, key: 'practice', keys: () => [...kept.keys()],
    send: (content) => world.sent.push(structuredClone(content)),
    wall: () => (world.at += 1000), later: () => 1, cancel() {}, onKept() {},
  });
  world.numbers = () => {
    const all = world.sent.filter(({ kind }) => kind === 'events').flatMap(({ events }) => events);
    return [...new Set(all.map(({ number }) => number))];
  };
  world.write = (journal) => { for (const { session, events } of world.sent.splice(0))
    journal.acknowledge(session, events.map(({ number }) => number)); };
}"""
SESSION = "a1b2c3d4e5f60718"
Steps = Callable[[str], Any]


@pytest.fixture
def run(browser: Browser) -> Iterator[Steps]:
    page: Page = browser.new_page()
    page.evaluate(WORLD, module_of(Path(widget.__file__).with_name("journal.js")))
    yield lambda steps: page.evaluate(f"() => {{ const w = window.world; const s = '{SESSION}'; {steps} }}")
    page.close()


def test_two_pages_on_one_practice_take_no_number_from_each_other(run: Steps) -> None:
    """Both came back to the same practice from the same stored state."""
    numbers = run(
        "w.open(7).begin(s, '1'); const [a, b] = [w.open(8), w.open(9)]; a.goOn(s, '1'); b.goOn(s, '1');"
        "for (const page of [a, b]) for (let n = 0; n < 3; n += 1) page.add('step', 'a1', 60, true); return w.numbers()"
    )
    assert len(numbers) == 1 + 3 + 3
    assert max(numbers) < widget.LARGEST_NUMBER


def test_what_one_page_keeps_is_not_written_over_by_the_other(run: Steps) -> None:
    waiting = run(
        "const [a, b] = [w.open(8), w.open(9)]; a.begin(s, '1'); b.goOn(s, '1'); b.add('step', 'a1', 60, true);"
        "a.add('step', 'a2', 60, true); return w.open(10).waiting"
    )
    assert waiting == 3


def test_a_page_that_is_gone_is_spoken_for(run: Steps) -> None:
    kinds = run(
        "w.open(7).begin(s, '1'); w.sent.length = 0; const later = w.open(8); later.flush();"
        "const kinds = w.sent[0].events.map(({ kind }) => kind); w.write(later);"
        "return [kinds, later.waiting, w.kept.size]"
    )
    assert kinds == [["begun"], 0, 0]


def test_what_an_earlier_version_kept_is_sent_too(run: Steps) -> None:
    sent = run(
        "w.kept.set('practice', JSON.stringify({ [s]: { version: '1', next: 2,"
        " events: [{ number: 1, kind: 'begun', step: '', seconds: 0, whole: false, at: 1760000000000 }] } }));"
        "w.open(8).flush(); return w.sent[0].events.length"
    )
    assert sent == 1


def test_any_number_of_events_is_taken_in_parts(run: Steps) -> None:
    """A practice whose kernel was away for an hour; Python takes every message of it."""
    sent = run(
        "const page = w.open(8); page.begin(s, '1'); for (let n = 1; n < 450; n += 1) page.add('step', 'a1', 1, false);"
        "w.sent.length = 0; page.flush(); const sent = [...w.sent]; w.write(page); return [sent, page.waiting]"
    )
    messages, waiting = sent
    assert [len(message["events"]) for message in messages] == [100, 100, 100, 100, 50]
    taken = [number for message in messages for number in _events_from(message, {"a1"})[1]]
    assert len(set(taken)) == 450
    assert max(len(message["events"]) for message in messages) <= MOST_EVENTS
    assert waiting == 0


def test_erasing_reaches_what_another_page_holds(run: Steps) -> None:
    """In the storage and, when it is told, in its memory."""
    left = run(
        "const [a, b] = [w.open(8), w.open(9)]; a.begin(s, '1'); b.goOn(s, '1'); b.add('step', 'a1', 60, true);"
        "a.forget(); b.forget(); w.sent.length = 0; for (const page of [a, b]) page.flush();"
        "return [w.sent.length, w.kept.size, a.waiting]"
    )
    assert left == [0, 0, 0]
