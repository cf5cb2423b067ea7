"""How late a step ends: this player, ``ipywidgets.Play`` and the usual loop in the kernel, in one page at one time.

All three count the same 30 boundaries, two seconds apart. Each is watched from outside: the moment at which its text
or its mark in the page changes. They run with an idle kernel, and again while a cell keeps the kernel busy for eight
seconds. The player then runs alone in a page that is busy for 120 of every 410 milliseconds.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.bench.lab import Lab

BOUNDARIES = 30
PERIOD_MS = 2000
GET_READY_MS = 3000
BUSY_SECONDS = 8
NOTEBOOK = "boundaries.ipynb"
PLAYER = """
from course_helpers.player import PlayerPanel
panel = PlayerPanel("relax")
routine = dict(panel.routine)
step = routine["segments"][1]
count = {boundaries} + 1
routine["segments"] = [{{**step, "id": f"t{{n}}", "ms": {period}, "changeover": False}} for n in range(count)]
panel.set_trait("routine", routine)
panel
"""
PLAY = """
import ipywidgets
play = ipywidgets.Play(min=0, max={boundaries}, interval={period})
told = ipywidgets.IntText(layout={{"width": "6em"}})
told.add_class("bench-play")
ipywidgets.jslink((play, "value"), (told, "value"))
ipywidgets.HBox([play, told])
"""
LOOP = """
import asyncio
label = ipywidgets.Label("ready")
label.add_class("bench-loop")
async def run():
    for n in range({boundaries} + 1):
        label.value = f"step {{n}}"
        await asyncio.sleep({period} / 1000)
start = ipywidgets.Button(description="loop")
start.on_click(lambda _: asyncio.ensure_future(run()))
ipywidgets.VBox([start, label])
"""
BUSY = "import time; time.sleep({busy})"
WATCH = """() => {
  const root = document.querySelector('.course-player');
  const loop = document.querySelector('.bench-loop');
  const play = document.querySelector('.bench-play input');
  window.seen = { player: [], loop: [], play: [] };
  window.frames = [];
  new MutationObserver(() => {
    const step = Number(root.dataset.step);
    if (step - 1 > window.seen.player.length) window.seen.player.push(performance.now());
  }).observe(root, { attributes: true, attributeFilter: ['data-step'] });
  new MutationObserver(() => window.seen.loop.push(performance.now()))
    .observe(loop, { childList: true, characterData: true, subtree: true });
  let shown = play.value;
  let before = performance.now();
  const look = (now) => {
    window.frames.push(now - before);
    before = now;
    if (play.value !== shown) { shown = play.value; window.seen.play.push(performance.now()); }
    window.looking = requestAnimationFrame(look);
  };
  cancelAnimationFrame(window.looking);
  window.looking = requestAnimationFrame(look);
}"""
LOAD = """() => { window.load = setInterval(() => {
  const end = performance.now() + 120;
  while (performance.now() < end);
}, 410); }"""
STOP = """() => {
  const begin = performance.now();
  document.querySelector('.course-player .course-button-stop').click();
  const stopped = () => document.querySelector('.course-player').dataset.state === 'stopped-pain';
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() =>
    done(stopped() ? performance.now() - begin : 1e9))));
}"""


@dataclass(frozen=True)
class Run:
    """One run: how late each boundary was in milliseconds, and the time between two frames."""

    late: dict[str, list[float]]
    frames: list[float]


def add_notebook(lab: Lab) -> None:
    """Put the notebook of the three beside the lessons of the copy."""
    sizes = {"boundaries": BOUNDARIES, "period": PERIOD_MS, "busy": BUSY_SECONDS}
    cells: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "id": f"peer-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source.strip().format(**sizes),
        }
        for number, source in enumerate((PLAYER, PLAY, LOOP, BUSY))
    ]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    data: dict[str, Any] = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    Path(lab.copy, "notebooks", NOTEBOOK).write_text(json.dumps(data), encoding="utf-8")


def runs(lab: Lab, browser: Browser) -> dict[str, Any]:
    """``idle``, ``busy`` and ``loaded`` runs, and ``stop``: milliseconds from the press to the painted card."""
    found: dict[str, Any] = {}
    for name in ("idle", "busy"):
        page = _open(lab, browser)
        found[name] = _run(page, busy=name == "busy")
        page.context.close()
    page = _open(lab, browser)
    found["loaded"] = _run(page, loaded=True, alone=True)
    page.context.close()
    page = _open(lab, browser)
    _start_player(page)
    page.wait_for_selector(".course-player[data-state=running]")
    page.wait_for_timeout(1000)
    found["stop"] = page.evaluate(STOP)
    page.context.close()
    return found


def _open(lab: Lab, browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    lab.visit(page, NOTEBOOK)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    # JupyterLab still moves the focus while it opens the notebook.
    page.wait_for_timeout(3000)
    page.locator(".jp-Notebook .jp-Cell").first.click()
    page.keyboard.press("Escape")
    for _ in range(3):
        page.keyboard.press("Shift+Enter")
    for part in (".course-player", ".bench-play input", ".bench-loop"):
        page.wait_for_selector(part, timeout=60_000)
    page.wait_for_timeout(1500)
    return page


def _start_player(page: Page) -> float:
    """Start a demonstration; the time of the press."""
    page.locator(".course-player").first.get_by_role("button", name="Watch").wait_for()
    begun: float = page.evaluate(
        """() => { const start = [...document.querySelectorAll('.course-player button')]
          .find((one) => one.textContent === 'Watch'); const now = performance.now(); start.click(); return now; }"""
    )
    return begun


def _run(page: Page, *, busy: bool = False, loaded: bool = False, alone: bool = False) -> Run:
    page.evaluate(WATCH)
    if not alone:
        page.locator(".widget-button", has_text="loop").click()
        page.locator(".jupyter-widgets.widget-play button").first.click()
    begun = _start_player(page)
    if loaded:
        page.evaluate(LOAD)
    page.wait_for_timeout(12_000)
    if busy:
        page.locator(".jp-Notebook .jp-CodeCell").nth(3).locator(".jp-InputArea-prompt, .jp-InputPrompt").first.click()
        page.keyboard.press("Escape")
        page.keyboard.press("Shift+Enter")
    page.wait_for_timeout(PERIOD_MS * (BOUNDARIES - 5) + GET_READY_MS + BUSY_SECONDS * 1000 * busy)
    seen = page.evaluate("window.seen")
    late = {"player": _late(seen["player"], begun + GET_READY_MS)}
    if not alone:
        # The first change of the other two is their start; how late that was is not held against them.
        late["play"] = _late(seen["play"][1:], seen["play"][0])
        late["loop"] = _late(seen["loop"][1:], seen["loop"][0])
    return Run(late, page.evaluate("window.frames"))


def _late(times: list[float], start: float) -> list[float]:
    """How late each boundary was; the list ends with the last one that was seen."""
    return [at - start - (number + 1) * PERIOD_MS for number, at in enumerate(times[:BOUNDARIES])]
