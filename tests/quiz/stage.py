"""A panel's page in a real browser, with its real Python behind it and no Jupyter between: fast and exact."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from playwright.sync_api import Browser, Error, Page

from course_helpers.panel import Panel
from tests.fake_model import FAKE_MODEL
from tests.player.tab import BEGIN, MOVES_TIME
from tests.tab import EmptiedTab

UNCAUGHT: list[Error] = []
"""What a page threw and nobody caught; ``conftest.py`` fails the test that has any."""

ADDRESS = "http://stage.test/"
NOTHING_SAID = '{"state": {}, "replies": []}'
MACHINERY = {"layout", "tabbable", "tooltip"}

MODEL = (
    f"async ([source, css, shown, views]) => {{{FAKE_MODEL}"
    """
  const state = JSON.parse(shown);
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
  document.body.dataset.jpThemeLight = 'true';
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const { default: view } = await import(url);
  const ask = async (content) => JSON.parse(await window.toPython(content));
  window.stage = { mode: 'answer', waiting: [], sent: [] };
  const { model, hear } = fakeModel(state, (content) => {
    if (window.stage.mode === 'gone') throw new Error('The connection is gone.');
    window.stage.sent.push(content);
    if (window.stage.mode === 'silent') { window.stage.waiting.push(content); return; }
    ask(content).then(window.arrive);
  });
  window.arrive = ({ state: fresh, replies }) => hear(fresh, replies);
  window.ends = [];
  for (let number = 0; number < views; number += 1) {
    const el = document.createElement('div');
    el.id = `view-${number}`;
    document.body.append(el);
    window.ends.push(view.render({ model, el }));
  }
  window.wake = async () => {
    window.stage.mode = 'answer';
    for (const content of window.stage.waiting.splice(0)) window.arrive(await ask(content));
  };
  document.addEventListener('keydown', (event) => { (window.leaked ??= []).push(event.key); });
}"""
)


@dataclass
class Stage:
    """The page and the panel behind it."""

    page: Page
    panel: Panel

    def mode(self, mode: str) -> None:
        """How the kernel behaves: ``answer``, ``silent`` (busy or dead) or ``gone`` (sending fails)."""
        self.page.evaluate("(mode) => { window.stage.mode = mode; }", mode)

    def wake(self) -> None:
        """The kernel works off what waited."""
        self.page.evaluate("() => window.wake()")

    def wait(self, seconds: float) -> None:
        """Time passes on a page where it is stopped."""
        self.page.evaluate(f"(ms) => {MOVES_TIME}.runFor(ms)", round(seconds * 1000))

    def focused(self) -> str:
        """The words of what has the focus."""
        return str(self.page.evaluate("() => document.activeElement.textContent"))

    def status(self) -> str:
        """What the polite region says."""
        return self.page.locator("#view-0 [role=status]").inner_text()


class StageTab(EmptiedTab):
    """A tab with an empty page, where a panel is put once."""

    def __init__(self, browser: Browser, *, stopped: bool = False, **options: Any) -> None:
        """``stopped``: time passes only when a test lets it."""
        super().__init__(browser, **options)
        if stopped:
            self.page.clock.install(time=BEGIN - timedelta(seconds=1))
            self.page.clock.pause_at(BEGIN)
        self.hear: Callable[[dict[str, Any]], str] = lambda _: NOTHING_SAID
        self.page.on("pageerror", lambda error: UNCAUGHT.append(error))  # noqa: PLW0108  Playwright marks its listeners
        self.page.expose_function("toPython", lambda content: self.hear(content))  # noqa: PLW0108  who hears changes
        # An address of its own gives the page a session storage.
        self.page.route(ADDRESS, lambda route: route.fulfill(body="<!doctype html><title>Stage</title>"))
        self.begin(ADDRESS)

    def end(self) -> None:
        super().end()
        self.hear = lambda _: NOTHING_SAID


def put_on_stage(tab: StageTab, panel: Panel, views: int = 1, state: dict[str, Any] | None = None) -> Stage:
    """Show a panel on an empty page. ``state`` stands in for what Python shows."""
    replies: list[dict[str, Any]] = []
    panel.send = lambda content, *_: replies.append(content)

    def to_python(content: dict[str, Any]) -> str:
        replies.clear()
        panel._hear(panel, content, [])
        return json.dumps({"state": shown(panel), "replies": replies})

    tab.hear = to_python
    # As text: Playwright takes an object apart value by value, which costs ten times as much.
    tab.page.evaluate(MODEL, [str(panel._esm), str(panel._css), json.dumps(state or shown(panel)), views])
    return Stage(tab.page, panel)


TakeStageTab = Callable[..., StageTab]


def put_in(
    take: TakeStageTab,
    panel: Panel,
    views: int = 1,
    size: tuple[int, int] = (1000, 900),
    *,
    still: bool = False,
    stopped: bool = False,
) -> Stage:
    """Show a panel in a tab of that size. ``still``: nothing moves by itself; ``stopped``: time passes in a test."""
    tab = stage_tab_with(take, still=still, stopped=stopped)
    tab.size(*size)
    return put_on_stage(tab, panel, views)


def stage_tab_with(take: TakeStageTab, *, still: bool = False, stopped: bool = False) -> StageTab:
    """A tab as most tests want one, so that they have the same."""
    return take(reduced_motion="reduce" if still else "no-preference", stopped=stopped)


def shown(panel: Panel) -> dict[str, Any]:
    """The state that reaches the browser, without the widget machinery."""
    return {name: value for name, value in panel.get_state().items() if name[0] != "_" and name not in MACHINERY}
