"""From the press of the answer button to the painted explanation: this course beside its two peers, in one page.

All three stand in one notebook with one kernel. jupyterquiz judges in the browser at the first touch and asks no
kernel; ipyquizjb and this course ask Python. The three take turns, so that a slow moment meets them all. An explanation
moves everything below it, so each of the three stands first, in the middle and last, in notebooks of their own.
JupyterLab's tools for writing are off the page, as in a lesson: they draw themselves anew whenever a kernel works.
While the course has its turn its cells are kept apart, as in a lesson; its peers have a notebook as JupyterLab makes
it.
"""

import json
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.bench.lab import Lab

PRESSES = 12
"""In each notebook."""
ROUNDS = 2
"""How many notebooks there are of each order. The middle of three notebooks' presses still moves by a tenth from run to
run. More questions in one notebook would be another page: each press of a peer lays out all that stand on it.
"""
START_SECONDS = 60
SETTLE_MILLISECONDS = 250
"""Between choosing and pressing a reader pauses. Whatever the choice set going, in any of the three, is over then."""
LOOK_MILLISECONDS = 50
"""How often the page is asked whether it is still. Asked in its frames, as Playwright does when it is not told
otherwise, it has one more of them right after the press: what comes from Python then waits for the next, and what is
judged in the page does not."""
STILL = "document.getAnimations().every((animation) => animation.playState !== 'running')"
"""jupyterquiz fades the colour of what was pressed for 0.8 seconds: the next press would pay for its frames."""
WITHOUT_TOOLS = "jupyterapp.shell.currentWidget.toolbar.parent = null"
"""As a lesson does it. Only cut out of the page, the tools draw themselves anew whenever a kernel begins or ends to
work, and have the browser lay out the page for it: before the answer is painted, and in no lesson.
"""
NEVER_RUN = "[ ]:"
AS_IN_A_LESSON = "bench-lesson"
APART = f"(apart) => document.querySelector('.jp-Notebook').classList.toggle('{AS_IN_A_LESSON}', apart)"
CELLS = (
    "import course_helpers as course\ncourse.check('c00b')",
    "from ipyquizjb import display_questions\n"
    "display_questions([{{'type': 'MULTIPLE_CHOICE', 'body': f'Question {{n}}', 'answers': ['a', 'b', 'c'], "
    "'answer': ['b'], 'notes': ['Because.']}} for n in range({presses})], as_group=False)",
    "from jupyterquiz import display_quiz\n"
    "display_quiz([{{'question': f'Question {{n}}', 'type': 'multiple_choice', 'answers': ["
    "{{'answer': 'a', 'correct': False, 'feedback': 'No.'}}, {{'answer': 'b', 'correct': True, 'feedback': 'Yes.'}}"
    "]}} for n in range({presses})])",
)
MEASURE = """([button, shows]) => new Promise((done, fail) => {
  const before = document.querySelectorAll(shows).length;
  const begin = performance.now();
  const seen = () => document.querySelectorAll(shows).length > before;
  const ended = () => done(performance.now() - begin);
  const finish = () => requestAnimationFrame(() => scheduler.postTask(ended, { priority: "user-blocking" }));
  const watch = new MutationObserver(() => { if (seen()) { watch.disconnect(); finish(); } });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  setTimeout(() => fail(new Error(`Nothing showed after the press: ${shows}`)), 15000);
  document.querySelector(button).click();
})"""
"""Milliseconds from a press until what it brings is painted: the frame after it stands in the page has ended. What else
Python says meanwhile has its turn after that."""


def add_notebooks(lab: Lab) -> list[str]:
    """Put the notebooks of the three beside the lessons of the copy; their names."""
    orders = [CELLS[first:] + CELLS[:first] for first in range(len(CELLS))] * ROUNDS
    return [_add_notebook(lab, f"peers-{number}.ipynb", cells) for number, cells in enumerate(orders)]


def _add_notebook(lab: Lab, name: str, sources: tuple[str, ...]) -> str:
    cells: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "id": f"peer-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source.format(presses=PRESSES + 2),
        }
        for number, source in enumerate(sources)
    ]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    data: dict[str, Any] = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    Path(lab.copy, "notebooks", name).write_text(json.dumps(data), encoding="utf-8")
    return name


def milliseconds(lab: Lab, browser: Browser) -> dict[str, list[float]]:
    """The times of each in all notebooks, without two presses to warm up in each."""
    times: dict[str, list[float]] = {"course": [], "ipyquizjb": [], "jupyterquiz": []}
    for notebook in add_notebooks(lab):
        for name, taken in _of_one(lab, browser, notebook).items():
            times[name] += taken[2:]
    return times


def _of_one(lab: Lab, browser: Browser, notebook: str) -> dict[str, list[float]]:
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    lab.visit(page, notebook)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    for number, _ in enumerate(CELLS):
        _run(page, number)
    page.wait_for_selector(".course-quiz .course-question-form", timeout=60_000)
    page.wait_for_selector(".jp-Cell .widget-toggle-buttons", timeout=60_000)
    page.wait_for_selector(".jp-Cell .MCButton", timeout=60_000)
    page.evaluate(WITHOUT_TOOLS)
    page.add_style_tag(content=f".{AS_IN_A_LESSON} .jp-Cell {{ contain: layout style; }}")
    page.wait_for_timeout(2000)
    times: dict[str, list[float]] = {"course": [], "ipyquizjb": [], "jupyterquiz": []}
    for number in range(PRESSES + 2):
        times["course"].append(_course(page))
        times["ipyquizjb"].append(_ipyquizjb(page, number))
        times["jupyterquiz"].append(_jupyterquiz(page, number))
    context.close()
    return times


def _settle(page: Page) -> None:
    page.wait_for_timeout(SETTLE_MILLISECONDS)
    page.wait_for_function(STILL, polling=LOOK_MILLISECONDS)


def _run(page: Page, number: int) -> None:
    """Run one cell. Pressed before its kernel is there, which no mark on the page tells, it is not run at all."""
    cell = page.locator(".jp-Notebook .jp-Cell").nth(number)
    deadline = time.monotonic() + START_SECONDS
    while cell.locator(".jp-InputPrompt").inner_text() == NEVER_RUN:
        if time.monotonic() > deadline:
            raise TimeoutError(f"Cell {number} was not run.")
        cell.locator(".jp-InputPrompt").click()
        page.keyboard.press("Control+Enter")
        page.wait_for_timeout(500)


def _course(page: Page) -> float:
    page.evaluate(APART, True)
    page.wait_for_selector(".course-quiz .course-part input:not(:disabled)")
    page.evaluate("document.querySelector('.course-quiz .course-part input').click()")
    _settle(page)
    taken: float = page.evaluate(MEASURE, [".course-quiz .course-button-main", ".course-quiz .course-reason"])
    page.evaluate("document.querySelector('.course-quiz .course-button-main').click()")
    page.wait_for_selector(".course-quiz .course-reason", state="detached")
    page.evaluate(APART, False)
    return taken


def _ipyquizjb(page: Page, number: int) -> float:
    """One question after the other: a checked one is locked. Its explanation comes as an output of its own."""
    page.evaluate(
        """(number) => {
          const choices = document.querySelectorAll('.widget-toggle-buttons')[number];
          choices.querySelectorAll('button')[1].click();
          document.querySelectorAll('[data-peer]').forEach((node) => node.removeAttribute('data-peer'));
          const buttons = [...document.querySelectorAll('.jp-Cell button.widget-button')];
          buttons.filter((one) => one.textContent === 'Check answer')[number].dataset.peer = 'check';
        }""",
        number,
    )
    _settle(page)
    taken: float = page.evaluate(MEASURE, ["[data-peer=check]", ".jp-Cell .widget-output .widget-html p"])
    return taken


def _jupyterquiz(page: Page, number: int) -> float:
    page.evaluate(
        """(number) => {
          document.querySelectorAll('[data-peer]').forEach((node) => node.removeAttribute('data-peer'));
          document.querySelectorAll('.jp-Cell .MCButton')[number * 2].dataset.peer = 'answer';
        }""",
        number,
    )
    _settle(page)
    taken: float = page.evaluate(
        MEASURE, ["[data-peer=answer]", ".jp-Cell .Feedback.incorrect, .jp-Cell .Feedback.correct"]
    )
    return taken
