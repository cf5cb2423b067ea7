"""The rows of tools above a lesson show all of their tools, however narrow the window and wide the letters."""

import pytest
from playwright.sync_api import Page

from tests.lab_extension.frame_page import OpenFrame

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
"""What WCAG 1.4.12 lets a reader choose."""
ROW = """<style>:root {{ --jp-content-font-family: "DejaVu Sans", sans-serif; }}</style>
<main class="course-lesson"><div id="row" class="{kind}">
<button class="course-button course-button-help">Worried about something now?</button>
<span class="course-bar-status" role="status"></span><button class="course-button" hidden>Start again</button>
<button class="course-button">Find</button>
<span class="course-bar-group"><button class="course-button">A−</button><button class="course-button">A+</button></span>
</div></main>"""
CUT = """() => {
  const { bottom, right } = document.getElementById('row').getBoundingClientRect();
  return [...document.querySelectorAll('#row button')].filter((node) => node.checkVisibility())
    .filter((node) => node.getBoundingClientRect().bottom > bottom || node.getBoundingClientRect().right > right)
    .map((node) => node.textContent);
}"""
HEIGHT = "document.getElementById('row').offsetHeight"


@pytest.fixture(params=["course-bar", "course-find"])
def page(frame: OpenFrame, request: pytest.FixtureRequest) -> Page:
    opened = frame(ROW.format(kind=request.param), "row.js", width=320, height=640)
    opened.evaluate(
        """() => {
          window.told = 0;
          window.row = new frame.FittingRow(document.getElementById('row'), () => { window.told += 1; });
        }"""
    )
    return opened


def settled(page: Page) -> None:
    """After the browser has laid the page out and told who watches, twice."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_no_tool_is_cut_with_wider_letters(page: Page) -> None:
    page.add_style_tag(content=SPACING)
    settled(page)
    assert page.evaluate(CUT) == []


def test_no_tool_is_cut_when_one_more_comes(page: Page) -> None:
    """It comes and goes again, and JupyterLab hears of both: nobody else would make room."""
    settled(page)
    before, told = page.evaluate(HEIGHT), page.evaluate("told")
    page.evaluate("document.querySelector('#row [hidden]').hidden = false")
    page.evaluate("document.querySelector('#row [role=status]').textContent = 'words '.repeat(60)")
    settled(page)
    assert page.evaluate(CUT) == []
    assert page.evaluate(HEIGHT) > before
    assert page.evaluate("told") > told
    page.evaluate("document.querySelector('#row [role=status]').textContent = ''")
    page.evaluate("document.querySelector('#row .course-button:not(.course-button-help)').hidden = true")
    settled(page)
    assert page.evaluate(HEIGHT) == before


def test_a_lesson_that_is_closed_is_watched_no_more(page: Page) -> None:
    settled(page)
    page.evaluate("row.end()")
    told = page.evaluate("told")
    page.add_style_tag(content=SPACING)
    settled(page)
    assert page.evaluate("told") == told
