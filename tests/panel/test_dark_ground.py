"""In the dark theme a drawing in a panel has a dark ground, and what lies on it the colours of that ground."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from course_helpers.design_tokens import DARK, LIGHT
from course_helpers.explorers import look_first, search
from course_helpers.lab_extension.assemble import page_styles
from course_helpers.panel import styles
from course_helpers.player import widget as player
from course_helpers.quiz import widget as quiz

PANELS = """<main class="course-lesson"><section class="course-panel">
  <div class="course-search-board ground"></div><figure class="course-search-map"><svg class="ground"></svg></figure>
  <div class="course-look-picture"><svg class="ground"></svg></div><svg class="course-chest ground"></svg>
  <figure class="course-pointing"><div class="course-pointing-frame"><img alt="">
  <label class="course-spot"></label></div></figure></section></main>"""
GROUNDS = "all => [...new Set(all.map((node) => getComputedStyle(node).backgroundColor))]"
FOLDERS = (quiz.HERE, player.HERE, look_first.widget.HERE, search.widget.HERE)


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*bytes.fromhex(colour.removeprefix("#")))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(PANELS)
    page.add_style_tag(content=page_styles() + "".join(styles(folder / "widget.css") for folder in FOLDERS))
    yield page
    page.close()


@pytest.mark.parametrize(
    ("light", "media", "palette", "scheme"),
    [
        ("true", "screen", LIGHT, "normal"),
        ("false", "screen", DARK, "dark"),
        ("false", "print", LIGHT, "normal"),
    ],
)
def test_the_ground_is_that_of_the_theme_and_paper_is_light(
    page: Page, light: str, media: str, palette: object, scheme: str
) -> None:
    page.emulate_media(media="print" if media == "print" else "screen")
    page.evaluate("(light) => { document.body.dataset.jpThemeLight = light; }", light)
    assert page.locator(".ground").evaluate_all(GROUNDS) == [rgb(palette.raised)]  # type: ignore[attr-defined]
    assert page.locator("img").evaluate("(node) => getComputedStyle(node).colorScheme") == scheme
    ring = page.locator(".course-spot").evaluate("(node) => getComputedStyle(node).borderTopColor")
    assert ring == rgb(palette.info)  # type: ignore[attr-defined]
