"""Until JupyterLab has drawn something, a browser shows one sentence in the course's colours."""

from typing import Any

import jinja2
import pytest
from playwright.sync_api import Browser

from course_helpers.design_tokens import LIGHT
from course_helpers.server.opening_page import FIRST_WORDS, ID, show_while_opening, with_opening
from tests.places import ROOT

PAGE = '<html><head></head><body class="jp-ThemedContainer"><p>{{ page_config.mode }}</p></body></html>'


class Application:
    """As much of a server as has pages."""

    def __init__(self, pages: dict[str, str] | None) -> None:
        loader = jinja2.DictLoader(pages) if pages is not None else None
        self.settings: dict[str, Any] = {"lab_jinja2_env": jinja2.Environment(loader=loader, autoescape=True)}

    def page(self, name: str) -> str:
        """A page as it is given."""
        return str(self.settings["lab_jinja2_env"].get_template(name).render(page_config={"mode": "config"}))


def rendered(page: str) -> str:
    """A page that opens at no lesson."""
    return str(jinja2.Template(page).render({FIRST_WORDS: lambda page_config: "", "page_config": {"mode": ""}}))


def test_the_page_has_the_sentence_first_and_everything_else_as_it_was() -> None:
    application = Application({"index.html": PAGE, "other.html": PAGE})
    show_while_opening(application, ROOT)
    page = application.page("index.html")
    assert page.index(f'id="{ID}"') < page.index("<p>config</p>")
    assert ID not in application.page("other.html")


@pytest.mark.parametrize("page", ["no body at all", "<body never ends"])
def test_a_page_that_is_not_understood_stays_as_it_is(page: str) -> None:
    assert with_opening(page, "words") == page


def test_a_server_without_such_pages_is_left_alone() -> None:
    application = Application(None)
    show_while_opening(application, ROOT)
    application.settings = {}
    show_while_opening(application, ROOT)


def test_words_are_text() -> None:
    assert "<b>" not in with_opening(PAGE, "<b>")


def test_where_jupyterlab_came_without_the_extension_it_goes(browser: Browser) -> None:
    page = browser.new_page()
    try:
        page.set_content(rendered(with_opening(PAGE, "The course is opening.")))
        here = page.locator(f"#{ID}")
        assert here.is_visible()
        page.evaluate(
            "document.head.append(Object.assign(document.createElement('style'), {id: 'course-helpers-styles'}))"
        )
        page.evaluate("document.body.append(Object.assign(document.createElement('div'), {id: 'main'}))")
        assert here.is_visible(), "the extension is there and takes it away when a lesson stands"
        page.evaluate("document.getElementById('course-helpers-styles').remove()")
        assert not here.is_visible()
    finally:
        page.close()


def test_it_covers_the_window_in_the_colours_of_the_course_and_no_press_ends_on_it(browser: Browser) -> None:
    page = browser.new_page()
    try:
        plain = PAGE.replace("{{ page_config.mode }}", "<button>Go</button>")
        page.set_content(rendered(with_opening(plain, "The course is opening.")))
        box = page.locator(f"#{ID}").bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (1280, 720)
        colour = page.locator(f"#{ID}").evaluate("(node) => getComputedStyle(node).backgroundColor")
        red, green, blue = (int(LIGHT.page[at : at + 2], 16) for at in (1, 3, 5))
        assert colour == f"rgb({red}, {green}, {blue})"
        page.get_by_role("button", name="Go").click(timeout=2000)
    finally:
        page.close()


SHIFTED = """async (isCovered) => {
  if (!isCovered) document.getElementById('course-opening').remove();
  let moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; })
    .observe({ type: 'layout-shift' });
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await drawn();
  document.getElementById('main').style.marginLeft = '252px';
  await drawn();
  await new Promise((done) => setTimeout(done, 50));
  return { moved, opacity: getComputedStyle(document.getElementById('main')).opacity };
}"""


@pytest.mark.parametrize("is_covered", [True, False])
def test_what_moves_behind_it_is_no_page_that_jumps(browser: Browser, is_covered: bool) -> None:
    page = browser.new_page()
    try:
        styles = '<style id="course-helpers-styles">#main{height:700px;position:absolute;width:900px}</style>'
        plain = PAGE.replace("{{ page_config.mode }}", "").replace(
            "</body>", f'{styles}<div id="main">Words</div></body>'
        )
        page.set_content(rendered(with_opening(plain, "The course is opening.")))
        told = page.evaluate(SHIFTED, is_covered)
        assert told["opacity"] == ("0" if is_covered else "1")
        assert (told["moved"] == 0) is is_covered, told
    finally:
        page.close()


def test_what_is_behind_it_comes_into_sight_whatever_happens(browser: Browser) -> None:
    page = browser.new_page()
    try:
        plain = PAGE.replace("</body>", '<style id="course-helpers-styles"></style><div id="main">Words</div></body>')
        page.set_content(rendered(with_opening(plain, "The course is opening.")))
        page.evaluate("for (const animation of document.getAnimations()) animation.finish()")
        assert page.locator("#main").evaluate("(node) => getComputedStyle(node).opacity") == "1"
        assert not page.locator(f"#{ID}").is_visible()
    finally:
        page.close()


OWN_RULES = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter(({ cssText }) => cssText.includes('course-opening')).length"""


def test_its_styles_go_with_it(browser: Browser) -> None:
    """One of them looks through the whole page at every change of it."""
    page = browser.new_page()
    try:
        page.set_content(rendered(with_opening(PAGE, "The course is opening.")))
        assert page.evaluate(OWN_RULES) > 0
        page.evaluate(f"document.getElementById('{ID}').remove()")
        assert page.evaluate(OWN_RULES) == 0
    finally:
        page.close()
