"""The heartbeat: one exact beat at a boundary, even where the browser's own timer is early."""

import re
from pathlib import Path

from playwright.sync_api import Browser

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
