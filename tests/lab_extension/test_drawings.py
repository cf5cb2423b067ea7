"""A drawing opens large, from its place or its corner, and closes where it was."""

import pytest
from playwright.sync_api import Page, expect

from course_helpers.knowledge import load
from tests.axe import violations
from tests.lab_extension.frame_page import OpenFrame

WORDS = load().strings.way
DRAWING = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='600' height='375' viewBox='0 0 600 375'%3E"
    "%3Ccircle r='90' cx='300' cy='180'/%3E%3C/svg%3E"
)
BODY = f"""<main class="course-lesson"><div class="jp-RenderedHTMLCommon"><h1>Lesson</h1>
<figure><img src="{DRAWING}" alt="A round &lt;b&gt; form"><figcaption>Round</figcaption></figure>
<details open><summary>More</summary><figure><img src="{DRAWING}" alt="Another"></figure></details>
<div class="course-widget"><figure><img src="{DRAWING}" alt="In a panel"></figure></div></div></main>"""


@pytest.fixture(params=[390, 1280])
def page(frame: OpenFrame, request: pytest.FixtureRequest) -> Page:
    page = frame(BODY, "drawings.js", width=request.param, height=800)
    offer = "() => window.frame.offerLarge(document.querySelector('main'), window.large)"
    page.evaluate("() => { window.large = new window.frame.LargeDrawing(); }")
    page.evaluate(offer)
    page.evaluate(offer)
    return page


def test_each_drawing_has_one_button_and_panels_are_left_alone(page: Page) -> None:
    assert page.get_by_role("button", name=WORDS.drawing_larger).count() == 2
    assert violations(page, "main") == []


@pytest.mark.parametrize("state", ["running", "get-ready", "changeover"])
def test_nothing_covers_the_stop_of_a_routine(page: Page, state: str) -> None:
    """S21: a window in front would take Stop out of reach while the routine leads on."""
    page.evaluate("(state) => { document.querySelector('.course-widget').dataset.state = state; }", state)
    page.get_by_role("button", name=WORDS.drawing_larger).first.click()
    assert page.get_by_role("dialog").count() == 0


def test_keys_open_it_escape_closes_it_and_they_are_where_they_were(page: Page) -> None:
    press = page.get_by_role("button", name=WORDS.drawing_larger).first
    press.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    image = dialog.get_by_role("img", name="A round <b> form")
    expect(image).to_be_visible()
    expect(dialog).to_contain_text("Round")
    small = page.locator("main img").first.bounding_box()
    large = image.bounding_box()
    assert small is not None
    assert large is not None
    assert large["width"] >= small["width"]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(page, "dialog") == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(press).to_be_focused()


def test_a_press_on_the_drawing_opens_it_and_the_button_closes_it(page: Page) -> None:
    page.get_by_role("img", name="Another").click()
    page.get_by_role("dialog").get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name=WORDS.drawing_larger).nth(1)).to_be_focused()


RUN = """async (late) => {
  const main = document.querySelector('main');
  main.innerHTML = '<div id="text"></div><div id="code"><div class="jp-Cell-outputWrapper"></div></div>';
  const cell = (id) => ({ node: document.getElementById(id), ready: Promise.resolve() });
  const draw = () => {
    document.querySelector('.jp-Cell-outputWrapper').innerHTML =
      '<div class="jp-RenderedHTMLCommon"><figure><img alt="Drawn anew"></figure></div>';
  };
  const lesson = Object.create(window.frame.Lesson.prototype);
  Object.assign(lesson, {
    panel: { node: main, content: { widgets: [cell('text'), cell('code')] }, sessionContext: {} },
    bar: { tell() {} },
    cellsToRun: () => [cell('code')],
    widgetsAreBack: async () => {},
    jupyter: {
      reader: { reads: true },
      NotebookActions: { runCells: async () => (late ? void setTimeout(draw, 200) : draw()) },
    },
  });
  await lesson.run();
}"""


@pytest.mark.parametrize("late", [False, True])
def test_a_drawing_that_comes_with_a_run_has_its_button_whenever_it_is_drawn(frame: OpenFrame, late: bool) -> None:
    page = frame("<main></main>", "lesson.js")
    for _ in range(2):
        page.evaluate(RUN, late)
        expect(page.get_by_role("button", name=WORDS.drawing_larger)).to_have_count(1)
