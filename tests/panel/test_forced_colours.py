"""With colours of the reader's own (high contrast), shapes that carry meaning are still there."""

import pytest
from playwright.sync_api import Page

from course_helpers.design_tokens import LIGHT
from course_helpers.explorers.pace import PaceBar
from course_helpers.lab_extension.assemble import page_styles
from course_helpers.panel import styles
from course_helpers.quiz import widget as quiz
from tests.quiz.stage import StageTab, TakeStageTab, put_on_stage

SHAPES = """<main class="course-lesson">
  <span class="course-icon course-icon-stop"></span><span class="course-icon course-icon-care"></span>
  <section class="course-panel">
    <span class="course-mark course-mark-right"></span><span class="course-mark course-mark-wrong"></span>
    <button class="course-button course-move course-move-up"></button>
  </section></main>"""
SEEN = """(selector) => [...document.querySelectorAll(selector)].map((node) => {
  const colours = ['::before', '::after'].map((part) => getComputedStyle(node, part).backgroundColor);
  return [getComputedStyle(node).backgroundColor, ...colours];
})"""
RING = "rgb({}, {}, {})".format(*bytes.fromhex(LIGHT.info.removeprefix("#")))
PAGE = "rgb(0, 0, 0)"
"""What the browser's own high contrast has behind everything, as it is asked for below."""


@pytest.fixture
def tab(stage_tab: TakeStageTab) -> StageTab:
    return stage_tab(forced_colors="active", color_scheme="dark")


@pytest.fixture
def page(tab: StageTab) -> Page:
    return tab.page


def test_icons_and_ticks_are_not_taken_away(page: Page) -> None:
    page.set_content(SHAPES)
    page.add_style_tag(content=page_styles() + styles(quiz.HERE / "widget.css"))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {PAGE, "rgba(0, 0, 0, 0)"}
    for icon, *_ in page.evaluate(SEEN, ".course-icon"):
        assert icon == "rgb(255, 255, 255)"
    for _, before, after in page.evaluate(SEEN, ".course-mark"):
        assert (before, after) == ("rgb(255, 255, 255)", "rgb(255, 255, 255)")


def test_an_arrow_is_no_square(page: Page) -> None:
    """A border that is see-through would get a colour, and the arrow become a block."""
    page.set_content(SHAPES)
    page.add_style_tag(content=page_styles() + styles(quiz.HERE / "widget.css"))
    sides = page.evaluate(
        """() => { const { borderLeftColor, borderBottomColor } = getComputedStyle(
          document.querySelector('.course-move'), '::before'); return [borderLeftColor, borderBottomColor]; }"""
    )
    assert sides[0] == "rgba(0, 0, 0, 0)"
    assert sides[1] != sides[0]


def test_a_ring_keeps_the_colour_that_its_drawing_is_made_for(page: Page) -> None:
    """The drawing stays light, so a ring in the reader's white would be lost on it."""
    page.set_content("<section class='course-panel'><label class='course-spot'><b class='course-spot-letter'>A</b>")
    page.add_style_tag(content=page_styles() + styles(quiz.HERE / "widget.css"))
    for part in (".course-spot", ".course-spot-letter"):
        assert page.locator(part).evaluate("(node) => getComputedStyle(node).borderTopColor") == RING


def test_a_button_that_does_nothing_now_looks_different(page: Page) -> None:
    page.set_content(
        "<section class='course-panel'><button class='course-button'>Go</button>"
        "<button class='course-button' aria-disabled='true'>Wait</button>"
    )
    page.add_style_tag(content=page_styles() + styles(quiz.HERE / "widget.css"))
    works, waits = page.locator("button").evaluate_all("(all) => all.map((node) => getComputedStyle(node).color)")
    assert works != waits


@pytest.mark.usefixtures("own_record")
def test_the_pace_marker_is_seen(tab: StageTab) -> None:
    page = put_on_stage(tab, PaceBar.current()).page
    [[marker, *_]] = page.evaluate(SEEN, ".course-pace-marker")
    assert marker == "rgb(255, 255, 255)"
