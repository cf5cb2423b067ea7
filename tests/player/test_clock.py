"""The heartbeat: one exact beat at a boundary, even where a browser's timer is early; and the screen kept awake."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import course_helpers.player

CLOCK = Path(course_helpers.player.__file__).parent / "clock.js"
EARLY = """(source) => {
  const { Heartbeat } = new Function(`${source}; return { Heartbeat };`)();
  const timers = [];
  let now = 0;
  const beats = [];
  performance.now = () => now;
  window.setTimeout = (act, ms) => timers.push({ act, at: now + ms }) - 1;
  window.clearTimeout = (number) => { if (timers[number]) timers[number].act = () => {}; };
  const heart = new Heartbeat(() => beats.push(now));
  heart.at(2000);
  now = 1999.6;
  timers[0].act();
  const early = [...beats];
  now = 2000.1;
  timers[timers.length - 1].act();
  heart.at(4000);
  heart.at(null);
  now = 4000;
  for (const timer of timers.slice(2)) timer.act();
  return { early, beats };
}"""


def test_a_timer_that_is_early_waits_once_more(browser: Browser) -> None:
    """T2: or the boundary would only be seen at the next beat of the worker, up to 200 ms late."""
    page = browser.new_page()
    source = re.sub(r"^(?:export|import) \{.*\}.*;$", "", CLOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert page.evaluate(EARLY, source) == {"early": [], "beats": [2000.1]}
    page.close()


AWAKE = """(source) => {
  const { WakeLock } = new Function(`${source}; return { WakeLock };`)();
  window.asked = [];
  window.locks = [];
  window.told = [];
  const lock = () => {
    const made = Object.assign(new EventTarget(), { held: true });
    // A lock says that it is let go a moment later.
    made.release = async () => { made.held = false; setTimeout(() => made.dispatchEvent(new Event('release'))); };
    locks.push(made);
    return made;
  };
  const request = () => new Promise((done, refuse) => asked.push({ give: () => done(lock()), refuse }));
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  window.wake = new WakeLock((awake) => told.push(awake));
  window.later = () => new Promise((done) => setTimeout(done, 5));
  window.held = () => locks.filter((one) => one.held).length;
}"""


@pytest.fixture
def wake(browser: Browser) -> Iterator[Page]:
    """A lock whose answers the test gives when it likes."""
    page = browser.new_page()
    source = re.sub(r"^(?:export|import) \{.*\}.*;$", "", CLOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    page.evaluate(AWAKE, source)
    yield page
    page.close()


def after(page: Page, *steps: str) -> list[bool]:
    for step in steps:
        page.evaluate(f"async () => {{ {step}; await later(); }}")
    told: list[bool] = page.evaluate("told")
    return told


def test_start_pause_and_start_again_before_the_browser_answers_holds_one_lock(wake: Page) -> None:
    """A second one would keep the screen awake, and the battery busy, long after the routine."""
    after(wake, "wake.want(true); wake.want(false); wake.want(true)", "for (const one of asked) one.give()")
    assert wake.evaluate("held()") == 1
    after(wake, "wake.want(false)")
    assert wake.evaluate("held()") == 0


def test_a_lock_that_comes_after_the_pause_is_let_go(wake: Page) -> None:
    after(wake, "wake.want(true); wake.want(false)", "asked[0].give()")
    assert wake.evaluate("held()") == 0


def test_the_end_of_an_old_lock_says_nothing_of_the_new_one(wake: Page) -> None:
    after(wake, "wake.want(true)", "asked[0].give()")
    told = after(wake, "wake.want(false); wake.want(true); asked[1].give()")
    assert told[-1] is True
    assert wake.evaluate("held()") == 1


def test_a_lock_that_is_refused_or_taken_away_is_told_and_asked_for_again(wake: Page) -> None:
    assert after(wake, "wake.want(true)", "asked[0].refuse(new Error('battery'))") == [False]
    after(wake, "document.dispatchEvent(new Event('visibilitychange'))", "asked[1].give()")
    assert after(wake) == [False, True]
    assert after(wake, "locks[0].release()") == [False, True, False]
    after(wake, "document.dispatchEvent(new Event('visibilitychange'))", "asked[2].give()")
    assert wake.evaluate("held()") == 1
