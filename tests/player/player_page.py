"""The player in a plain page with a fake clock, talking to a real panel in Python."""

import json
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Locator, Page

from course_helpers.panel import styles
from course_helpers.player import PlayerPanel
from tests.fake_model import FAKE_MODEL

ADDRESS = "http://course.test/"
HTML = "<!doctype html><html lang='en'><title>Lesson</title><body data-jp-theme-light='true'><main id='host'></main>"
MODEL = (
    f"async ([source, shown]) => {{{FAKE_MODEL}"
    """
  const state = JSON.parse(shown);
  const said = ({ state: fresh, messages }) => hear(fresh, messages);
  window.kernel = { mode: 'idle', queue: [], sent: [], asked: 0, hear: said };
  const deliver = (content) => {
    window.kernel.asked += 1;
    return window.toKernel(JSON.stringify(content)).then((text) => {
      window.kernel.asked -= 1;
      said(JSON.parse(text));
    });
  };
  window.kernel.wake = async () => {
    window.kernel.mode = 'idle';
    for (const content of window.kernel.queue.splice(0)) await deliver(content);
  };
  const { model, hear } = fakeModel(state, (content) => {
    if (window.kernel.mode === 'dead') throw new Error('Cannot send');
    window.kernel.sent.push(content);
    if (window.kernel.mode === 'busy') window.kernel.queue.push(structuredClone(content));
    else if (window.kernel.mode === 'idle') deliver(content);
  });
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const { render } = (await import(url)).default;
  window.course = { render, model, source };
  window.addView = () => {
    const el = document.createElement('div');
    document.getElementById('host').append(el);
    const end = render({ model, el });
    return { el, end() { end(); el.remove(); } };
  };
  window.view = window.addView();
}"""
)
LIES_OVER = "(node) => Boolean(node.closest('.course-more')?.hidden)"
"""Whether something is among what lies over the drawing, and that is shut."""
ASKED_KERNEL = """new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  window.toKernel('{}').then(() => port2.postMessage(0));
})"""
WAY_IN = f"""async () => {{
  const player = document.querySelector('.course-player');
  const press = async (name) => {{
    const found = [...player.querySelectorAll('button')].filter((one) => one.checkVisibility()
      && one.textContent === name && one.ariaDisabled !== 'true');
    if (found.length !== 1) throw new Error(`${{found.length}} buttons to press: ${{name}}`);
    found[0].click();
    await {ASKED_KERNEL};
  }};
  await press('Practise');
  for (const box of player.querySelectorAll('.course-readiness-replies')) box.querySelectorAll('input')[1].click();
  await press('See what this means');
  await press('Practise');
}}"""
"""The way in with “No” to everything, at once: a press of the mouse costs as much as opening the page.

Tests of the way in itself press with the mouse.
"""
NO_WORKER = "delete window.Worker;"
FRAMES = """([between, atTheEnd]) => {
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
}"""
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


class PlayerPage:
    """One player on one page. Time passes only when a test lets it."""

    def __init__(self, page: Page, panel: PlayerPanel, *, sound: bool = True) -> None:
        self.page = page
        self.panel = panel
        self.messages: list[dict[str, Any]] = []
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.route("**/*", lambda route: route.fulfill(body=HTML, content_type="text/html"))
        page.expose_function("toKernel", self._to_kernel)
        page.add_init_script(NO_WORKER + (SILENT_SOUND if sound else "delete window.AudioContext;"))
        page.clock.install(time=datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
        self.open()

    def open(self) -> None:
        """Open the page, or open it again."""
        self.page.goto(ADDRESS)
        self.page.clock.pause_at(datetime.fromtimestamp(self.page.evaluate("Date.now()") / 1000 + 1, UTC))
        self.page.evaluate(FRAMES, [MS_BETWEEN_FRAMES, MS_WITH_EVERY_FRAME])
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.add_style_tag(content=styles() + str(self.panel._css))
        # As text: Playwright takes an object apart value by value, which costs ten times as much.
        self.page.evaluate(MODEL, [str(self.panel._esm), json.dumps(self._state())])
        self.settle()

    def _state(self) -> dict[str, Any]:
        names = ("panel", "words", "routine", "standing")
        return {name: getattr(self.panel, name) for name in names}

    def _to_kernel(self, text: str) -> str:
        sent: list[dict[str, Any]] = []
        self.panel.send = sent.append
        self.panel._hear(self.panel, json.loads(text), [])
        self.messages += sent
        return json.dumps({"messages": sent, "state": {"standing": self.panel.standing}})

    # What a learner sees and does

    @property
    def root(self) -> Locator:
        """The player."""
        return self.page.locator(".course-player").first

    @property
    def state(self) -> str:
        return self.root.get_attribute("data-state") or ""

    @property
    def step(self) -> int:
        return int(self.root.get_attribute("data-step") or 0)

    @property
    def remaining(self) -> float | None:
        text = self.root.get_attribute("data-remaining-ms")
        return float(text) if text else None

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def press(self, name: str) -> None:
        """Press a button, also one that is there and does nothing now, or that opens from "More" first."""
        press = self.root.get_by_role("button", name=name, exact=True, include_hidden=True).first
        # Asked together: to find a button by its name, the names of all buttons are worked out.
        lies_over, disabled = press.evaluate(
            f"(node) => [({LIES_OVER})(node), node.getAttribute('aria-disabled') === 'true']"
        )
        if lies_over:
            self.open_more()
        press.click(force=disabled)
        self.settle()

    def more(self) -> None:
        """Open what lies over the drawing."""
        self.open_more_for(self.root.locator(".course-settings"))

    def open_more_for(self, wanted: Locator) -> None:
        """Open what lies over the drawing, if that is where something is."""
        if wanted.evaluate(LIES_OVER):
            self.open_more()

    def open_more(self) -> None:
        """Press what opens it."""
        self.root.locator(".course-more-opener").click()

    def settle(self) -> None:
        """Let the kernel answer; its answers need no time on the page's clock."""
        self.page.evaluate(f"() => {ASKED_KERNEL}")

    def wait(self, seconds: float) -> None:
        """Time passes on the page."""
        ms = round(seconds * 1000)
        self.page.evaluate("(ms) => window.drawRarely(ms)", ms)
        self.page.clock.run_for(ms)
        self.settle()

    def told(self, role: str) -> str:
        return self.root.locator(f"[role={role}]").first.inner_text()

    # The way in

    def answer(self, number: int, reply: str, choice: int | None = None) -> None:
        """Answer a question of the check: yes, no or not-sure, and the place of the second answer."""
        question = self.root.locator(".course-readiness-question").nth(number - 1)
        question.locator(".course-readiness-replies input").nth(["yes", "no", "not-sure"].index(reply)).check()
        if choice is not None:
            question.locator(".course-readiness-second input").nth(choice).check()

    def check(self, **answers: Any) -> None:
        """Open the check, say no to everything but what is given as ``q8=("yes", 0)``, and ask what it means."""
        self.fill_check(**answers)
        self.press("See what this means")

    def fill_check(self, **answers: Any) -> None:
        """Open the check and answer it; what it means is not asked yet."""
        self.press("Practise")
        self.root.locator(".course-readiness-replies").evaluate_all(
            "boxes => { for (const box of boxes) box.querySelectorAll('input')[1].click(); }"
        )
        for name, answer in answers.items():
            self.answer(int(name.removeprefix("q")), *answer)

    def practise(self, **answers: Any) -> None:
        """Through the check to a routine that waits for Start."""
        if answers:
            self.check(**answers)
            self.press("Practise")
        else:
            self.page.evaluate(WAY_IN)

    def watch(self) -> None:
        """To a demonstration: one press begins it."""
        self.press("Watch")

    def set(self, label: str, value: str | bool) -> None:
        """Change a setting."""
        settings = self.root.locator(".course-settings")
        self.open_more_for(settings)
        if settings.get_attribute("open") is None:
            settings.locator("summary").click()
        field = settings.get_by_label(label, exact=True)
        if isinstance(value, bool):
            field.set_checked(value)
        else:
            field.select_option(value)
        self.settle()
