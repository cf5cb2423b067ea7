"""The player in a plain page with a fake clock, talking to a real panel in Python."""

import json
from typing import Any

from playwright.sync_api import Locator

from course_helpers.panel import styles
from course_helpers.player import PlayerPanel
from tests.fake_model import FAKE_MODEL
from tests.player.tab import MOVES_TIME, ClockedTab
from tests.unpainted import UNPAINTED

ASKED_KERNEL = """new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  window.toKernel('{}').then(() => port2.postMessage(0));
})"""
MODEL = (
    f"async ([source, css, shown]) => {{{FAKE_MODEL}"
    """
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
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
"""
    f"  await {ASKED_KERNEL};}}"
)
LIES_OVER = "(node) => Boolean(node.closest('.course-more')?.hidden)"
"""Whether something is among what lies over the drawing, and that is shut."""
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
PLACE_TO_PRESS = """(name) => {
  const named = (one) => (one.ariaLabel ?? one.textContent).replace(/\\s+/g, ' ').trim();
  const buttons = document.querySelector('.course-player').querySelectorAll('button');
  const press = [...buttons].find((one) => named(one) === name);
  if (!press?.checkVisibility({ visibilityProperty: true }) || press.ariaDisabled === 'true') return null;
  press.scrollIntoViewIfNeeded();
  const { left, top, width, height } = press.getBoundingClientRect();
  const place = [left + width / 2, top + height / 2];
  return press.contains(document.elementFromPoint(...place)) ? place : null;
}"""
"""Where the mouse presses a button, or nothing where that is not plain: it is shut, covered, or does nothing now.

One word to the page: when Playwright looks for a button by its name, the names of all are worked out, four times.
"""
WAIT = f"""async (ms) => {{
  window.drawRarely(ms);
  await {MOVES_TIME}.runFor(ms);
  await {ASKED_KERNEL};
}}"""


class PlayerPage:
    """One player on one page. Time passes only when a test lets it."""

    def __init__(
        self, tab: ClockedTab, panel: PlayerPanel, *, width: int = 900, height: int = 800, device: str = ""
    ) -> None:
        """``device``: what the page finds there, as a script."""
        self.tab = tab
        self.page = tab.page
        self.panel = panel
        self.device = device
        self.messages: list[dict[str, Any]] = []
        tab.begin(width, height)
        tab.hear = self._to_kernel
        self._show()

    def open(self) -> None:
        """Open the page again."""
        self.tab.again()
        self._show()

    def _show(self) -> None:
        if self.device:
            self.page.evaluate(self.device)
        # As text: Playwright takes an object apart value by value, which costs ten times as much.
        css = UNPAINTED + styles() + str(self.panel._css)
        self.page.evaluate(MODEL, [str(self.panel._esm), css, json.dumps(self._state())])

    @property
    def errors(self) -> list[str]:
        """What the page threw and nobody caught."""
        return self.tab.errors

    @property
    def requests(self) -> list[str]:
        """Where the page asked for anything."""
        return self.tab.requests

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
        if place := self.page.evaluate(PLACE_TO_PRESS, name):
            self.page.mouse.click(*place)
        else:
            self._press_patiently(name)
        self.settle()

    def _press_patiently(self, name: str) -> None:
        """Press what is opened first, or what takes no press for a moment."""
        press = self.root.get_by_role("button", name=name, exact=True, include_hidden=True).first
        # Asked together: to find a button by its name, the names of all buttons are worked out.
        lies_over, disabled = press.evaluate(
            f"(node) => [({LIES_OVER})(node), node.getAttribute('aria-disabled') === 'true']"
        )
        if lies_over:
            self.open_more()
        press.click(force=disabled)

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
        self.page.evaluate(WAIT, round(seconds * 1000))

    def sleep(self, seconds: float) -> None:
        """Time passes while the device sleeps: what was due meanwhile happens once."""
        self.page.evaluate(f"(ms) => {MOVES_TIME}.fastForward(ms)", round(seconds * 1000))

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
