"""The name of the page has two writers: the course's frame, and a routine that waits while nobody looks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from course_helpers.knowledge import load
from tests.lab_extension.frame_page import frame_page
from tests.modules import module_of
from tests.places import ROOT

PAGE_TITLE = ROOT / "src/course_helpers/player/page_title.js"
NAMED = load().strings.way.page_name.format(page="Seven quiet minutes")
BOTH = """async (source) => {
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  window.title = new (await import(url)).PageTitle();
  const jupyter = { app: { shell: { fit() {} } } };
  window.calm = new frame.CalmFrame(jupyter, () => ({ name: 'Seven quiet minutes', scroller: null }));
  calm.update();
  window.later = () => new Promise((done) => setTimeout(done, 20));
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = frame_page(browser, "", "frame.js")
    opened.evaluate(BOTH, module_of(PAGE_TITLE))
    yield opened
    opened.close()


@pytest.mark.timeout(40)
def test_a_routine_that_waits_stands_before_the_name_and_the_page_goes_on(page: Page) -> None:
    """T6: two observers that answered each other at once stopped the whole page, with Stop on it."""
    assert page.title() == NAMED
    page.evaluate("title.say('Waits'); later()")
    assert page.title() == f"Waits · {NAMED}"
    page.evaluate("document.title = '06_seven_quiet_minutes.ipynb - JupyterLab'; later()")
    assert page.title() == f"Waits · {NAMED}"
    page.evaluate("title.restore(); later()")
    assert page.title() == NAMED


@pytest.mark.timeout(40)
def test_jupyterlabs_own_name_gives_way_to_the_courses(page: Page) -> None:
    page.evaluate("document.title = 'JupyterLab'; later()")
    assert page.title() == NAMED
