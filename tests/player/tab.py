"""Tabs with a fake clock, which tests of panels that wait take one after another."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Browser

from tests.tab import Tab

ADDRESS = "http://course.test/"
HTML = "<!doctype html><html lang='en'><title>Lesson</title><body data-jp-theme-light='true'><main id='host'></main>"
BEGIN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""When it is on the page as a test begins."""
NO_WORKER = "delete window.Worker;"
FRAMES = """(([between, atTheEnd]) => {
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
  const late = new Set();
  let rareUntil = 0;
  window.drawRarely = (ms) => { rareUntil = performance.now() + ms - atTheEnd; };
  window.requestAnimationFrame = (draw) => {
    if (performance.now() >= rareUntil || window.kernel?.asked) return ask(draw);
    const frame = setTimeout(() => { late.delete(frame); draw(performance.now()); }, between);
    late.add(frame);
    return frame;
  };
  window.cancelAnimationFrame = (frame) => late.delete(frame) ? clearTimeout(frame) : cancel(frame);
})"""
MS_BETWEEN_FRAMES = 100
MS_WITH_EVERY_FRAME = 500
"""While a test waits, a page draws as on a slow computer, which costs a fifth. At the end, and while Python is asked,
it draws as on a quick one: otherwise seconds would pass on the page before Python can answer.
"""
SILENT_SOUND = """
  window.sounds = [];
  // Real ones begin some time after the press that lets them.
  window.AudioContext = class extends EventTarget {
    constructor() {
      super();
      Object.assign(this, { state: 'suspended', destination: {}, born: Infinity });
      setTimeout(() => this.begin(), 300);
    }
    begin() {
      Object.assign(this, { state: 'running', born: performance.now() });
      this.dispatchEvent(new Event('statechange'));
    }
    get currentTime() { return Math.max(0, performance.now() - this.born) / 1000; }
    resume() { return Promise.resolve(); }
    close() { return Promise.resolve(); }
    createGain() {
      const gain = { setValueAtTime() {}, linearRampToValueAtTime() {} };
      return { gain, connect(next) { return next; } };
    }
    createOscillator() {
      const context = this;
      const tone = { frequency: {}, connect(next) { return next; }, disconnect() {},
        start(at) { this.sound = { at: context.born + at * 1000, pitch: this.frequency.value, stopped: Infinity };
          window.sounds.push(this.sound); },
        stop(at) { this.sound.stopped = at === undefined ? performance.now() : context.born + at * 1000; } };
      return tone;
    }
  };
"""
NOTHING_IS_LEFT = """(begin) => {
  localStorage.clear();
  sessionStorage.clear();
  for (const one of document.cookie.split('; ')) document.cookie = `${one.split('=')[0]}=; max-age=0`;
  window.name = '';
  if (Date.now() !== begin) throw new Error('The clock of the tab was moved for all tests: PlayerPage moves its own.');
}"""
"""What outlives a document. All else ends with it: scripts, timers, listeners, the focus and the time on the page."""
MOVES_TIME = "window.__pwClock.controller"
"""The clock of this document alone. Playwright's own words for it hold for each later document of the tab too."""


class ClockedTab(Tab):
    """A tab with a fake clock; who takes it opens a new document in it, and hears what happens there."""

    def __init__(self, browser: Browser, *, sound: bool = True, **options: Any) -> None:
        super().__init__(browser, **options)
        self.hear: Callable[[str], str] = lambda _: ""
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.route("**/*", lambda route: route.fulfill(body=HTML, content_type="text/html"))
        self.page.expose_function("toKernel", lambda text: self.hear(text))  # noqa: PLW0108  who hears changes
        self.page.add_init_script(NO_WORKER + (SILENT_SOUND if sound else "delete window.AudioContext;"))
        self.page.clock.install(time=BEGIN - timedelta(seconds=1))
        self.page.clock.pause_at(BEGIN)
        self.page.add_init_script(f"{FRAMES}([{MS_BETWEEN_FRAMES}, {MS_WITH_EVERY_FRAME}])")

    def begin(self, width: int, height: int) -> None:
        """An empty page in a tab that nobody used."""
        self.size(width, height)
        self.page.goto(ADDRESS)
        self.page.evaluate(NOTHING_IS_LEFT, BEGIN.timestamp() * 1000)
        self.errors, self.requests = [], []

    def again(self) -> None:
        """The same page, loaded again: what the browser keeps is there, and it is a second later."""
        then = self.page.evaluate("Date.now()")
        self.page.goto(ADDRESS)
        self.page.evaluate(f"(then) => {MOVES_TIME}.runFor(then + 1000 - Date.now())", then)
        self.requests = []


TakeTab = Callable[..., ClockedTab]
"""What gives a test a tab."""
