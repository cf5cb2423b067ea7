"""A page that opened behind another window: the lesson stands there, and JupyterLab calls nothing the page in front."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from course_helpers.knowledge import load
from course_helpers.lab_extension import assemble
from tests.lab_extension.frame_page import frame_page

LESSON = load().lessons["03"]
NAME = load().strings.way.page_name
BEGUN = """(known) => {
  class Widget {
    constructor({ node }) { Object.assign(this, { node, title: {}, isAttached: false, isVisible: false }); }
  }
  const told = [];
  window.shell = {
    currentWidget: null, currentChanged: { connect: (act) => told.push(act) },
    add(widget) { widget.isAttached = true; document.body.append(widget.node); },
    widgets: () => [], activateById() {}, collapseLeft() {}, collapseRight() {}, fit() {},
  };
  const PageConfig = { getOption: () => '', getUrl: () => '/lab' };
  const node = document.querySelector('#lesson');
  window.panel = { isVisible: true, content: { node, widgets: [] } };
  const course = { lessons: new Set([{ panel, known, bar: { moreTools: () => [] } }]) };
  window.way = new frame.Wayfinder({ app: { shell }, Widget, PageConfig }, course, {});
  way.begin();
  way.settle();
  window.look = () => told.forEach((act) => act());
}"""
BODY = """<div id="lesson"><div class="jp-WindowedPanel-outer" style="height:300px;overflow:auto">
  <div style="height:3000px">A long lesson</div></div></div>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """The way through the course round one lesson that is in sight, as JupyterLab has it while it was never clicked."""
    opened = frame_page(browser, BODY, "wayfinder.js")
    known = next(one for one in assemble.extension_data()["lessons"] if one["id"] == LESSON.id)
    opened.evaluate(BEGUN, known)
    yield opened
    opened.close()


def test_the_lesson_in_sight_is_the_one_in_front(page: Page) -> None:
    expect(page).to_have_title(NAME.format(page=LESSON.title))
    expect(page.locator(".course-side [aria-current=page]")).to_contain_text(LESSON.title)
    page.keyboard.press("PageDown")
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") > 0


def test_what_is_called_current_and_is_hidden_is_not_in_front(page: Page) -> None:
    page.evaluate("shell.currentWidget = way.homeWidget; look()")
    expect(page.locator(".course-side [aria-current=page]")).to_contain_text(LESSON.title)


def test_home_is_in_front_where_it_is_seen_or_nothing_is(page: Page) -> None:
    home = load().strings.way.home
    page.evaluate("panel.isVisible = false; way.homeWidget.isVisible = true; look()")
    expect(page).to_have_title(NAME.format(page=home))
    expect(page.locator(".course-side [aria-current=page]")).to_have_text(home)
    page.evaluate("way.homeWidget.isVisible = false; look()")
    expect(page.locator(".course-side [aria-current=page]")).to_have_text(home)


def test_a_lesson_that_came_into_sight_unnoticed_is_in_front_when_the_page_is_looked_at(page: Page) -> None:
    page.evaluate("panel.isVisible = false; way.homeWidget.isVisible = true; look()")
    page.evaluate("panel.isVisible = true; way.homeWidget.isVisible = false; window.dispatchEvent(new Event('focus'))")
    expect(page.locator(".course-side [aria-current=page]")).to_contain_text(LESSON.title)
