"""Editors of lessons, which show no code, ask for no grammar until somebody wants to see code."""

import pytest
from playwright.sync_api import Page

from tests.lab_extension.frame_page import OpenFrame

LANGUAGES = """() => {
  window.asked = [];
  window.languages = { async getLanguage(asked) { window.asked.push(asked); return { support: asked }; } };
  window.late = new frame.LateGrammars(languages);
  window.settled = () => new Promise((done) => setTimeout(done, 20));
}"""


@pytest.fixture
def page(frame: OpenFrame) -> Page:
    opened = frame("", "grammars.js")
    opened.evaluate(LANGUAGES)
    return opened


def test_an_editor_waits_until_code_is_wanted_and_gets_its_colours_then(page: Page) -> None:
    page.evaluate(
        "() => { window.got = null; languages.getLanguage('text/x-ipython').then((found) => { got = found; }); }"
    )
    assert page.evaluate("settled().then(() => [asked, got])") == [[], None]
    page.evaluate("late.bring()")
    assert page.evaluate("settled().then(() => [asked, got.support])") == [["text/x-ipython"], "text/x-ipython"]
    assert page.evaluate("languages.getLanguage('text/x-r').then((found) => found.support)") == "text/x-r"


def test_a_text_with_code_in_it_is_not_held_up(page: Page) -> None:
    """What is highlighted inside a text asks for a language it has found, and the text is not shown before."""
    assert page.evaluate("languages.getLanguage({ name: 'python' }).then((found) => found.support.name)") == "python"


def test_where_jupyterlab_has_no_list_of_languages_nothing_fails(page: Page) -> None:
    assert page.evaluate("() => { new frame.LateGrammars(null).bring(); return true; }")
