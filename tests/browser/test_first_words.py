"""The first words that a page brings along stand, to the pixel, where the lesson then has them."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import RunningCourse, in_a_page_of_its_own, wait_until_live

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
  if (cover || !window.ahead || window.lesson) return;
  const title = document.querySelector('.course-seen .jp-MarkdownOutput > h1');
  window.lesson = told([...(title?.parentElement.children ?? [])].slice(0, window.ahead.texts.length));
}).observe(document, { childList: true, subtree: true });
"""
SHIFTS = """() => new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(moved), 500);
})"""
LEFT = "document.querySelector('#jp-main-dock-panel').getBoundingClientRect().left"
NEAR_PX = 1


def open_and_look(page: Page, address: str) -> dict[str, Any]:
    """Open a lesson; what stood in sight before it, and what stood there when it came."""
    page.add_init_script(WATCH)
    page.goto(address)
    wait_until_live(page)
    seen: dict[str, Any] = page.evaluate("({ ahead: window.ahead, lesson: window.lesson })")
    return seen


def stands_where_it_stood(seen: dict[str, Any]) -> None:
    assert seen["ahead"], "the words were in sight"
    assert seen["lesson"]["texts"] == seen["ahead"]["texts"]
    ahead, lesson = seen["ahead"]["lines"], seen["lesson"]["lines"]
    assert len(ahead) == len(lesson) >= 3
    for line, same in zip(ahead, lesson, strict=True):
        assert line == pytest.approx(same, abs=NEAR_PX), (ahead, lesson)


@pytest.mark.parametrize(
    ("lesson", "width", "height", "scheme"),
    [
        ("05_safety_quiz.ipynb", 1280, 720, "dark"),
        ("09_facilitator_guide.ipynb", 1920, 1080, "light"),
    ],
)
def test_the_words_of_a_page_become_those_of_its_lesson(
    browser: Browser, course: RunningCourse, lesson: str, width: int, height: int, scheme: Any
) -> None:
    with in_a_page_of_its_own(browser, course) as watched:
        page = watched.page
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        stands_where_it_stood(open_and_look(page, course.lab(lesson)))
        assert page.evaluate(SHIFTS) <= 0.05
        assert watched.errors == []


def test_a_list_that_was_made_wider_is_waited_for(browser: Browser, course: RunningCourse) -> None:
    """In the layout with which a course begins, and in one that the reader has changed."""
    address = course.lab("00_start_here.ipynb").replace("?reset&", "?")
    with in_a_page_of_its_own(browser, course) as watched:
        page = watched.page
        page.set_viewport_size({"width": 1600, "height": 900})
        stands_where_it_stood(open_and_look(page, address))
        left = page.evaluate(LEFT)
        handle = page.locator("#jp-main-split-panel > .lm-SplitPanel-handle:not(.lm-mod-hidden)").first
        handle.hover()
        page.mouse.down()
        page.mouse.move(left + 90, 300, steps=4)
        page.mouse.up()
        with page.expect_response(lambda answer: "/api/workspaces/" in answer.url and answer.request.method == "PUT"):
            pass
        page.evaluate("sessionStorage.clear()")
        page.reload()
        wait_until_live(page)
        assert page.evaluate(LEFT) > left + 50
        stands_where_it_stood(page.evaluate("({ ahead: window.ahead, lesson: window.lesson })"))
