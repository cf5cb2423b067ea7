"""The first words that a page brings along stand, to the pixel, where the lesson then has them."""

from typing import Any

import pytest
from playwright.sync_api import Page

WATCH = """
const linesOf = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].map(({ x, y, width, height }) => [x, y, width, height]);
};
const told = (nodes) => ({ texts: nodes.map((node) => node.innerText), lines: nodes.flatMap(linesOf) });
new MutationObserver(() => {
  const cover = document.getElementById('course-opening');
  const ahead = cover?.querySelector('article');
  if (ahead?.checkVisibility()) window.ahead = told([...ahead.children]);
  if (cover || !window.ahead || window.uncovered) return;
  window.uncovered = true;
  // As it is painted: more may change before that, which nobody sees.
  requestAnimationFrame(() => {
    const title = document.querySelector('.course-seen .jp-MarkdownOutput > h1');
    window.lesson = told([...(title?.parentElement.children ?? [])].slice(0, window.ahead.texts.length));
  });
}).observe(document, { childList: true, subtree: true });
"""
SHIFTS = """() => new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(moved), 500);
})"""
NEAR_PX = 1
MOST_JUMPS = 0.05


def watch_words(page: Page) -> None:
    """From the next opening on, note what stands in sight before a lesson, and what stands there when it comes."""
    page.add_init_script(WATCH)


def jumps_of(page: Page) -> float:
    """What the browser itself counts as jumps; it stays under ``MOST_JUMPS`` in all."""
    return float(page.evaluate(SHIFTS))


def stands_where_it_stood(page: Page) -> None:
    seen: dict[str, Any] = page.evaluate("({ ahead: window.ahead, lesson: window.lesson })")
    assert seen["ahead"], "the words were in sight"
    assert seen["lesson"]["texts"] == seen["ahead"]["texts"]
    ahead, lesson = seen["ahead"]["lines"], seen["lesson"]["lines"]
    assert len(ahead) == len(lesson) >= 3
    for line, same in zip(ahead, lesson, strict=True):
        assert line == pytest.approx(same, abs=NEAR_PX), (ahead, lesson)
