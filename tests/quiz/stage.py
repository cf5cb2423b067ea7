"""A panel's page in a real browser, with its real Python behind it and no Jupyter between: fast and exact."""

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Error, Page

from course_helpers.panel import Panel
from tests.fake_model import FAKE_MODEL

UNCAUGHT: list[Error] = []
"""What a page threw and nobody caught; ``conftest.py`` fails the test that has any."""

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

    def focused(self) -> str:
        """The words of what has the focus."""
        return str(self.page.evaluate("() => document.activeElement.textContent"))

    def status(self) -> str:
        """What the polite region says."""
        return self.page.locator("#view-0 [role=status]").inner_text()


def put_on_stage(page: Page, panel: Panel, views: int = 1, state: dict[str, Any] | None = None) -> Stage:
    """Show a panel in a page; call before anything else loads there. ``state`` stands in for what Python shows."""
    page.on("pageerror", lambda error: UNCAUGHT.append(error))  # noqa: PLW0108  Playwright marks its listeners
    # An address of its own gives the page a session storage.
    page.route("http://stage.test/", lambda route: route.fulfill(body="<!doctype html><title>Stage</title>"))
    page.goto("http://stage.test/")
    replies: list[dict[str, Any]] = []
    panel.send = lambda content, *_: replies.append(content)

    def to_python(content: dict[str, Any]) -> str:
        replies.clear()
        panel._hear(panel, content, [])
        return json.dumps({"state": shown(panel), "replies": replies})

    page.expose_function("toPython", to_python)
    # As text: Playwright takes an object apart value by value, which costs ten times as much.
    page.evaluate(MODEL, [str(panel._esm), str(panel._css), json.dumps(state or shown(panel)), views])
    return Stage(page, panel)


@contextlib.contextmanager
def stages(browser: Browser) -> Iterator[Callable[..., Stage]]:
    """Shows panels, each on a page and in a browser of its own; in the end all are closed."""
    with contextlib.ExitStack() as opened:

        def show(panel: Panel, views: int = 1, size: tuple[int, int] = (1000, 900), *, still: bool = False) -> Stage:
            context = browser.new_context(
                viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce" if still else "no-preference"
            )
            opened.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(5000)
            return put_on_stage(page, panel, views)

        yield show


def shown(panel: Panel) -> dict[str, Any]:
    """The state that reaches the browser, without the widget machinery."""
    return {name: value for name, value in panel.get_state().items() if name[0] != "_" and name not in MACHINERY}
