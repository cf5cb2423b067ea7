"""A link arrives at its heading, and the way back at the place that was left, whatever grows meanwhile."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.lab_extension.frame_page import frame_page

CELLS = "".join(
    f'<div class="jp-Cell" id="c{n}"><h2>{n}.1 Level {n}: “get <b>help</b>” now'
    f'<a class="jp-InternalAnchorLink" href="#x">¶</a></h2><p style="height: 400px">Text</p></div>'
    for n in range(8)
)
LESSON = f"""
<main id="panel"><div id="lesson" style="height: 500px; overflow: auto">{CELLS}</div></main>
"""
FRAGMENT = "5.1-Level-5:-“get-help”-now"
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top - lesson.getBoundingClientRect().top"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A lesson that is not live yet; what it arrives at is awaited by the test."""
    opened = frame_page(browser, LESSON, "arriving.js")
    opened.clock.install()
    opened.evaluate(
        """() => {
          window.live = false;
          window.panel = { node: document.getElementById('panel'), content: { node: lesson } };
          window.went = (go) => { window.there = false; go.then(() => { window.there = true; }); };
        }"""
    )
    yield opened
    opened.close()


def go(page: Page, fragment: str = FRAGMENT) -> None:
    page.evaluate("(fragment) => went(frame.arrive(panel, fragment, () => live))", fragment)
    page.clock.run_for(200)


def top(page: Page, cell: str) -> float:
    return float(page.evaluate(TOP, cell))


def test_the_heading_comes_to_the_top_and_the_keys_with_it(page: Page) -> None:
    go(page)
    page.evaluate("live = true")
    page.clock.run_for(3000)
    assert 0 <= top(page, "c5") < 60
    assert page.evaluate("there && document.activeElement.closest('.jp-Cell').id") == "c5"


def test_it_stays_there_while_the_lesson_grows_above_it(page: Page) -> None:
    go(page)
    for _ in range(3):
        page.evaluate("document.querySelector('#c1 p').style.height = `${Math.random() * 2000}px`")
        page.clock.run_for(1000)
        assert 0 <= top(page, "c5") < 60
        assert not page.evaluate("there"), "the lesson is not live yet"


def test_who_moves_the_page_is_left_alone(page: Page) -> None:
    go(page)
    page.evaluate("panel.node.dispatchEvent(new Event('wheel')); lesson.scrollTop = 0")
    page.clock.run_for(3000)
    assert page.evaluate("lesson.scrollTop") == 0
    assert page.evaluate("there")


def test_a_heading_that_comes_later_is_waited_for(page: Page) -> None:
    page.evaluate("window.late = document.querySelector('#c5 h2'); late.remove()")
    go(page)
    assert page.evaluate("lesson.scrollTop") == 0
    page.evaluate("document.getElementById('c5').prepend(late); live = true")
    page.clock.run_for(3000)
    assert 0 <= top(page, "c5") < 60


def test_a_heading_that_never_comes_ends_the_waiting(page: Page) -> None:
    go(page, "9.9-Nowhere")
    page.clock.run_for(61_000)
    assert page.evaluate("there")


def test_the_last_heading_is_reached_though_it_cannot_stand_at_the_top(page: Page) -> None:
    page.evaluate("live = true")
    go(page, "7.1-Level-7:-“get-help”-now")
    page.clock.run_for(3000)
    assert page.evaluate("there")
    assert 0 <= top(page, "c7") < 450


def test_the_way_back_leads_to_where_one_was(page: Page) -> None:
    page.evaluate("lesson.scrollTop = 1234; window.place = frame.placeIn(panel)")
    before = {cell: top(page, cell) for cell in ("c2", "c3")}
    page.evaluate("lesson.scrollTop = 0; document.querySelector('#c1 p').style.height = '50px'")
    page.evaluate("went(frame.goBackTo(panel, place))")
    page.clock.run_for(3000)
    assert {cell: top(page, cell) for cell in before} == before
