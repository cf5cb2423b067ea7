"""The first words of a lesson come with its page, and only where they will stand in the lesson as well."""

import json
from pathlib import Path
from typing import Any

import jinja2
import pytest
from playwright.sync_api import Browser, Page, Route

from course_helpers.server.opening_page import FIRST_WORDS, ID, with_opening
from course_helpers.server.words_ahead import WordsAhead
from tests.axe import violations
from tests.places import ROOT

LESSON = "notebooks/00_start_here.ipynb"
TITLE = "Start here"
ADDRESS = "http://course.test/lab"
HERE = f"#{ID} article"


def page_settings(workspaces: Path, **other: Any) -> dict[str, Any]:
    """The settings of JupyterLab's page that opens at lesson 00."""
    settings = {
        "mode": "multiple-document",
        "treePath": LESSON,
        "workspace": "default",
        "workspacesDir": str(workspaces),
    }
    return settings | other


def keep_layout(workspaces: Path, sizes: Any) -> None:
    """Let JupyterLab have kept a layout."""
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    kept = {"data": {"layout-restorer:data": {"relativeSizes": sizes}}, "metadata": {"id": "default"}}
    WorkspacesManager(str(workspaces)).save("default", json.dumps(kept))


def test_a_page_that_opens_at_a_lesson_has_its_words_and_they_are_not_read_aloud_twice(tmp_path: Path) -> None:
    words = str(WordsAhead(ROOT, ID)(page_settings(tmp_path)))
    assert f'<article aria-hidden="true"><h1>{TITLE}' in words


@pytest.mark.parametrize(
    "other",
    [
        {"treePath": ""},
        {"treePath": "notebooks"},
        {"treePath": "README.md"},
        {"treePath": "notebooks/mine.ipynb"},
        {"treePath": "notebooks/../notebooks/00_start_here.ipynb"},
        {"mode": "single-document"},
        {"courseAuthor": "true"},
        {"courseFacilitator": "true"},
    ],
)
def test_no_other_page_has_any(tmp_path: Path, other: dict[str, str]) -> None:
    assert WordsAhead(ROOT, ID)(page_settings(tmp_path, **other)) == ""


@pytest.mark.parametrize(
    ("sizes", "share"),
    [([0.2, 0.8, 0], "0.200000"), ([1, 3, 0], "0.250000"), (None, "0.000000"), ([0, 1, 0], ""), ("wide", "")],
)
def test_the_list_is_as_wide_as_it_was(tmp_path: Path, sizes: Any, share: str) -> None:
    keep_layout(tmp_path, sizes)
    words = str(WordsAhead(ROOT, ID)(page_settings(tmp_path)))
    assert f"--course-list:{share}" in words if share else words == ""


def open_page(browser: Browser, workspaces: Path, *, width: int = 1280) -> Page:
    """JupyterLab's page before anything of JupyterLab is there, in a browser that knows nothing."""
    template = jinja2.Environment(autoescape=True).from_string(with_opening("<body></body>", "The course is opening."))
    text = template.render(page_config=page_settings(workspaces), **{FIRST_WORDS: WordsAhead(ROOT, ID)})

    def answer(route: Route) -> None:
        route.fulfill(body=text, content_type="text/html")

    page = browser.new_page(viewport={"width": width, "height": 720})
    page.route("**/*", answer)
    page.goto(ADDRESS)
    return page


def test_they_are_in_sight_at_once_beside_the_sentence_and_nothing_can_be_pressed(
    browser: Browser, tmp_path: Path
) -> None:
    page = open_page(browser, tmp_path)
    try:
        assert page.locator(f"{HERE} h1").inner_text().startswith(TITLE)
        assert page.locator(HERE).is_visible()
        assert page.get_by_text("The course is opening.").is_visible()
        assert page.locator(f"#{ID} :is(a, button, summary, input)").count() == 0
        assert page.get_by_role("heading").count() == 0, "a screen reader waits for the lesson"
        assert violations(page, f"#{ID}") == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, f"#{ID}") == []
    finally:
        page.close()


@pytest.mark.parametrize(
    "kept",
    [
        "location.hash = '#0.2-The-short-way'",
        "sessionStorage.setItem('course-helpers:places', '{}')",
        "localStorage.setItem('course-helpers:text-size', '23')",
        "localStorage.setItem('course-helpers:full-desk', 'true')",
    ],
)
def test_whoever_reads_in_a_way_of_their_own_sees_the_sentence(browser: Browser, tmp_path: Path, kept: str) -> None:
    page = open_page(browser, tmp_path)
    try:
        page.evaluate(kept)
        page.reload()
        assert not page.locator(HERE).is_visible()
        assert page.get_by_text("The course is opening.").is_visible()
    finally:
        page.close()


def test_a_narrow_page_shows_the_sentence(browser: Browser, tmp_path: Path) -> None:
    page = open_page(browser, tmp_path, width=900)
    try:
        assert not page.locator(HERE).is_visible()
        assert page.get_by_text("The course is opening.").is_visible()
    finally:
        page.close()
