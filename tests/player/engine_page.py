"""The engine in a page, driven by a fake clock: no test here waits for real time."""

import json
from typing import Any

from playwright.sync_api import Page

from tests.modules import put_on
from tests.places import PLAYER

WORLD = """() => {
  const { advance, deadline, moment, newState } = window;
  const segment = (id, seconds, more = {}) => {
    const ms = seconds === null ? null : seconds * 1000;
    return { id, ms, most: null, changeover: false, ...more };
  };
  class World {
    constructor(segments, settings, { beat = 200 } = {}) {
      this.state = newState(segments.map(([id, seconds, more]) => segment(id, seconds, more)), settings);
      this.now = 1000; this.offset = 1e12; this.beat = beat; this.log = []; this.shown = [];
    }
    event(event) {
      const { state, happened } = advance(this.state, event, this.now, this.now + this.offset);
      this.state = state;
      for (const one of happened) this.log.push({ ...one, seenAt: this.now });
      const m = moment(state, this.now);
      this.shown.push({ ...m, now: this.now });
      return happened;
    }
    press(kind, more = {}) { return this.event({ kind, ...more }); }
    /** Time passes in beats, with an exact wait for the next boundary, as in the page. */
    pass(ms) {
      const until = this.now + ms;
      while (this.now < until) {
        const end = deadline(this.state);
        let next = Math.min(until, this.now + this.beat);
        if (end !== null && end > this.now && end < next) next = end;
        this.now = next;
        this.event({ kind: "tick" });
      }
    }
    /** The page sleeps: nothing is called in this time. */
    sleep(ms) { this.now += ms; }
    of(kind) { return this.log.filter((one) => one.kind === kind); }
    moment() { return moment(this.state, this.now); }
  }
  Object.assign(window, { World, segment });
}"""


def load_engine(page: Page) -> None:
    """Put the engine and the fake world on a page."""
    put_on(page, PLAYER / "engine.js")
    page.evaluate(WORLD)


def run(page: Page, script: str, **given: Any) -> Any:
    """Run a script in the page; ``w`` is the World it makes itself, names in ``given`` are constants."""
    constants = "".join(f"const {name} = {json.dumps(value)};" for name, value in given.items())
    return page.evaluate(f"() => {{ {constants} {script} }}")
