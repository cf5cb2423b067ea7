"""How long a lesson takes to open, side by side with an empty notebook in JupyterLab as it is without the course."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from tests.bench.lab import EMPTY, SECOND_EMPTY, Lab

ROUNDS = 10
LESSONS = {
    "00_start_here.ipynb": 1.25,
    "03_when_not_to_massage.ipynb": 1.5,
    "07_gentle_help_with_milk.ipynb": 1.5,
}
"""Lessons, and how many times an empty notebook each may take until it is live."""

FIRST_CELL = ".jp-NotebookPanel .jp-Cell"
COVER = "#course-opening"
WORDS = f"{COVER} h1, .course-seen h1"
"""The title of a lesson, with the words below it: those that the page brings along, or those of the lesson itself."""
LIVE = "[data-course-state=live]"
TWO_LIVE = f"document.querySelectorAll('{LIVE}').length === 2"
TWO_SEEN = "document.querySelectorAll('.course-seen').length === 2"
NOTE_ANSWERS = """() => {
  const asked = new Set();
  const answered = new Set();
  window.kernelsAnswered = 0;
  new MutationObserver(() => {
    for (const shown of document.querySelectorAll('.jp-NotebookPanel .jp-Notebook-ExecutionIndicator')) {
      const panel = shown.closest('.jp-NotebookPanel');
      if (shown.dataset.status !== 'idle') asked.add(panel);
      else if (asked.has(panel)) answered.add(panel);
    }
    window.kernelsAnswered = answered.size;
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-status'] });
}"""
"""Counts the notebooks of plain JupyterLab whose kernel has answered and waits: it calls a kernel idle from the first
moment on, then says that it connects to it, and calls it idle again once it did."""
ONE_ANSWERED = "window.kernelsAnswered === 1"
TWO_ANSWERED = "window.kernelsAnswered === 2"
TWO_NOTEBOOKS = """document.querySelectorAll('.jp-NotebookPanel').length === 2
  && document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell')"""
WAIT_MS = 60_000
READING_MS = 5_000
"""So long somebody reads the first lesson, or looks at the first empty notebook, before the second one is pressed."""


class Seconds(NamedTuple):
    """Median seconds of a lesson, and of an empty notebook in the same rounds."""

    words: float
    """Until its first words can be read."""
    screen: float
    """Until its whole first screen is there, to be scrolled and pressed."""
    live: float
    empty: float
    """Until the empty notebook has its cell."""


def first_seconds(browser: Browser, course: Lab, plain: Lab, lesson: str) -> Seconds:
    """How long a lesson and an empty notebook take.

    Each opens in a browser that knows nothing, in turn, so that a slow moment of the machine meets both. The first
    round is not counted: a server begins by reading what it needs.
    """
    rounds = [(*_lesson(browser, course, lesson), _empty(browser, plain)) for _ in range(ROUNDS + 1)][1:]
    return Seconds(*(statistics.median(times) for times in zip(*rounds, strict=True)))


def _lesson(browser: Browser, course: Lab, lesson: str) -> tuple[float, float, float]:
    with browser.new_context() as context:
        page = context.new_page()
        begun = time.perf_counter()
        course.visit(page, lesson)
        page.wait_for_selector(WORDS, timeout=WAIT_MS)
        words = time.perf_counter() - begun
        page.wait_for_selector(COVER, state="detached", timeout=WAIT_MS)
        screen = time.perf_counter() - begun
        page.wait_for_selector(LIVE, timeout=WAIT_MS)
        return words, screen, time.perf_counter() - begun


def _empty(browser: Browser, plain: Lab) -> float:
    with browser.new_context() as context:
        page = context.new_page()
        begun = time.perf_counter()
        plain.visit(page, EMPTY)
        page.wait_for_selector(FIRST_CELL, timeout=WAIT_MS)
        return time.perf_counter() - begun


class SecondSeconds(NamedTuple):
    """Median seconds of a second lesson in the same page, from the press on, and of a second empty notebook."""

    screen: float
    """Until its whole first screen is there, to be scrolled and pressed."""
    live: float
    """Until its kernel has answered, and all its panels stand."""
    cell: float
    """Until the empty notebook has its cell, which needs no kernel."""
    idle: float
    """Until the kernel of the empty notebook has answered as well, and waits."""


def second_seconds(browser: Browser, course: Lab, plain: Lab, *, new_kernels: bool) -> SecondSeconds:
    """How long a second lesson and a second empty notebook take, in turn as above.

    Nobody goes on in the moment in which a lesson is there. Both sides wait the same few seconds, in which the course
    makes its spare kernel. Whoever opens a lesson for the first time finds no kernel of it (``new_kernels``: on both
    sides, all end with their round). Whoever comes back in a new page finds the one that was left running.
    """
    rounds = []
    for _ in range(ROUNDS + 1):
        rounds.append((*_second_lesson(browser, course), *_second_empty(browser, plain)))
        for lab in (course, plain) if new_kernels else ():
            lab.end_kernels()
    return SecondSeconds(*(statistics.median(times) for times in zip(*rounds[1:], strict=True)))


def _second_lesson(browser: Browser, course: Lab) -> tuple[float, float]:
    with browser.new_context() as context:
        page = context.new_page()
        course.visit(page, "00_start_here.ipynb")
        page.wait_for_selector(LIVE, timeout=WAIT_MS)
        page.wait_for_timeout(READING_MS)
        following = page.locator(".course-foot .course-button-main")
        return _seconds(following.click, page, TWO_SEEN, TWO_LIVE)


def _second_empty(browser: Browser, plain: Lab) -> tuple[float, float]:
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(f"({NOTE_ANSWERS})()")
        plain.visit(page, EMPTY)
        # The first lesson is live before the second one is pressed, so the first empty notebook is as far.
        page.wait_for_function(ONE_ANSWERED, timeout=WAIT_MS)
        item = page.locator(".jp-DirListing-item", has_text=SECOND_EMPTY)
        item.wait_for()
        page.wait_for_timeout(READING_MS)
        return _seconds(item.dblclick, page, TWO_NOTEBOOKS, TWO_ANSWERED)


def _seconds(press: Callable[[], object], page: Page, first: str, then: str) -> tuple[float, float]:
    """From the press until one thing holds on the page, and until another one does as well."""
    begun = time.perf_counter()
    press()
    page.wait_for_function(first, timeout=WAIT_MS)
    between = time.perf_counter() - begun
    page.wait_for_function(then, timeout=WAIT_MS)
    return between, time.perf_counter() - begun
