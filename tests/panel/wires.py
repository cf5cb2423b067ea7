"""A panel's page whose wires to Python can be cut, one by one. Time passes only when a test lets it."""

import json
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from course_helpers.panel import Panel, wire
from tests.player.tab import MOVES_TIME, ClockedTab
from tests.quiz.stage import shown

WORLD = """async ([source, shown, second]) => {
  const state = JSON.parse(shown);
  const acts = new Map();
  const fire = (name, value) => { for (const act of [...(acts.get(name) ?? [])]) act(value); };
  // Each of these is a wire: true lets through, false swallows, a number is a delay, 'twice' and 'throws' say so.
  const wires = { toPython: true, update: true, reply: true, listen: true, line: true, answer: true };
  const world = window.world = { wires, sent: [], lined: [], comms: 0, status: 'idle', known: true, again: 0 };
  const through = (wire, act) => {
    if (wire === true) act();
    if (wire === 'twice') { act(); act(); }
    if (typeof wire === 'number') setTimeout(act, wire);
  };
  // How many answers of Python are on their way.
  world.asked = 0;
  const ask = world.ask = (way, said) => {
    world.asked += 1;
    return window.toKernel(JSON.stringify([way, said])).then((text) => {
      world.asked -= 1;
      take(text);
    });
  };
  const set = (name, value) => {
    if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
    state[name] = value;
    fire(`change:${name}`, value);
  };
  const take = (text) => {
    const { model, line, fresh } = JSON.parse(text);
    through(wires.update, () => { for (const [name, value] of Object.entries(fresh)) set(name, value); });
    for (const message of model) through(wires.reply, () => fire('msg:custom', message));
    for (const message of line) through(wires.answer, () => world.comm?.onMsg?.({ content: { data: message } }));
  };
  const kernel = {
    get status() { return world.status; },
    createComm(target) {
      world.comms += 1;
      const comm = { isDisposed: false };
      comm.open = ({ panel }) => {
        world.comm = comm;
        if (!world.known) setTimeout(() => comm.onClose());
        else ask('open', { target, panel });
      };
      comm.send = ({ content }) => {
        if (comm.isDisposed) throw new Error('Cannot send');
        world.lined.push(content);
        if (world.known) through(wires.line, () => ask('line', content));
      };
      comm.close = () => { comm.isDisposed = true; };
      return comm;
    },
  };
  // Like anywidget's: every view has an object of its own, and what one listens to ends with it.
  const modelFor = () => ({
    get: (name) => state[name],
    set,
    on: (name, act) => { if (wires.listen) acts.set(name, [...(acts.get(name) ?? []), act]); },
    off: (name, act) => { acts.set(name, (acts.get(name) ?? []).filter((one) => one !== act)); },
    send: (content) => {
      if (wires.toPython === 'throws') throw new Error('Cannot send');
      world.sent.push(content);
      through(wires.toPython, () => ask('model', content));
    },
    widget_manager: second ? { kernel } : undefined,
  });
  document.addEventListener('course-start-again', () => { world.again += 1; });
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const { render } = (await import(url)).default;
  world.show = () => {
    const el = document.createElement('div');
    document.getElementById('host').append(el);
    const end = render({ model: modelFor(), el });
    return { end() { end(); el.remove(); } };
  };
}"""


class Channel:
    """The kernel's end of a line."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.hear: Any = None

    def send(self, data: dict[str, Any]) -> None:
        self.sent.append(data)

    def on_msg(self, hear: Any) -> None:
        self.hear = hear

    def on_close(self, _act: Any) -> None:
        pass


SETTLE = """() => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  window.world.ask('model', {}).then(() => port2.postMessage(0));
})"""
WAIT = f"""async (steps) => {{
  for (let step = 0; step < steps; step += 1) {{
    await {MOVES_TIME}.runFor(100);
    if (window.world.asked || step === steps - 1) await ({SETTLE})();
  }}
}}"""


@dataclass
class Wired:
    """The page and the panel behind it."""

    page: Page
    panel: Panel
    channels: list[Channel] = field(default_factory=list)
    by_model: list[dict[str, Any]] = field(default_factory=list)

    def cut(self, **wires: Any) -> None:
        """Change wires: True, False, a delay in milliseconds, ``twice`` or ``throws``."""
        self.page.evaluate("(wires) => Object.assign(window.world.wires, wires)", wires)

    def say(self, **facts: Any) -> None:
        """What the kernel is like: ``status``, ``known``."""
        self.page.evaluate("(facts) => Object.assign(window.world, facts)", facts)

    def world(self, name: str) -> Any:
        return self.page.evaluate("(name) => window.world[name]", name)

    def show(self) -> None:
        """Put one view of the panel on the page."""
        self.page.evaluate("window.view = window.world.show()")
        self.settle()

    def wait(self, seconds: float) -> None:
        """Time passes, in small steps, so that what is answered meanwhile is heard in its turn."""
        # One word to the page for all of them: Playwright's own would also be kept for a page that comes later.
        self.page.evaluate(WAIT, round(seconds * 10))

    def settle(self) -> None:
        """Let Python answer; its answers need no time on the page's clock."""
        self.page.evaluate(SETTLE)

    # What reaches Python

    def heard(self, text: str) -> str:
        """A word of the page, by the way that it took; what is said to it then."""
        way, said = json.loads(text)
        if way == "open":
            return self.line_opened(**said)
        return (self.line_heard if way == "line" else self.model_heard)(said)

    def _all_said(self, line: list[dict[str, Any]]) -> str:
        model, self.by_model[:] = [*self.by_model], []
        # As text: Playwright takes an object apart value by value, which costs ten times as much.
        return json.dumps({"model": model, "line": line, "fresh": shown(self.panel)})

    def _lines_said(self) -> list[dict[str, Any]]:
        # The page listens to the line that it opened last.
        said = self.channels[-1].sent if self.channels else []
        line = [*said]
        for channel in self.channels:
            channel.sent.clear()
        return line

    def model_heard(self, content: dict[str, Any]) -> str:
        self.panel._hear(self.panel, content, [])
        return self._all_said(self._lines_said())

    def line_opened(self, target: str, panel: str) -> str:
        assert target == wire.TARGET
        self.channels.append(Channel())
        wire._opened(self.channels[-1], {"content": {"data": {"panel": panel}}})
        return self._all_said(self._lines_said())

    def line_heard(self, content: dict[str, Any]) -> str:
        hear = self.channels[-1].hear
        if hear:
            hear({"content": {"data": {"content": content}}})
        return self._all_said(self._lines_said())


def wired(tab: ClockedTab, panel: Panel, *, second: bool = True) -> Wired:
    """A page for a panel. ``second``: whether the page shows the kernel, so that a second way can be opened."""
    made = Wired(tab.page, panel)
    panel.send = lambda content, *_: made.by_model.append(content)
    tab.begin(1000, 900)
    tab.hear = made.heard
    tab.page.evaluate(WORLD, [str(panel._esm), json.dumps(shown(panel)), second])
    return made
