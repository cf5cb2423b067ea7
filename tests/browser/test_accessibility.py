"""Every reader can use the lessons: axe-core, themes, zoom, narrow screens."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

from course_helpers.knowledge import load
from tests.browser.conftest import RunningCourse, open_lesson

READY = [lesson.notebook for lesson in load().lessons.values() if lesson.ready]
SCREENSHOTS = os.environ.get("COURSE_SCREENSHOTS", "")
VIEWS: dict[str, tuple[ViewportSize, str]] = {
    "light": ({"width": 1300, "height": 900}, "light"),
    "dark-zoom200": ({"width": 650, "height": 450}, "dark"),
    "narrow320": ({"width": 320, "height": 640}, "light"),
}
"""A zoom of 200 % is half the width at twice the pixel density."""


def lesson_page(browser: Browser, course: RunningCourse, lesson: str, view: str) -> Page:
    """A lesson in one of the views, with everything in it opened."""
    size, theme = VIEWS[view]
    context = browser.new_context(
        viewport=size, device_scale_factor=2 if "zoom200" in view else 1, reduced_motion="reduce"
    )
    page = context.new_page()
    open_lesson(course, page, lesson)
    if theme == "dark":
        set_theme(page, dark=True)
    page.evaluate("document.querySelectorAll('.course-lesson details').forEach((node) => { node.open = true; })")
    return page


def set_theme(page: Page, *, dark: bool) -> None:
    """Switch JupyterLab's theme as its own settings would, for this page only."""
    page.evaluate(
        """async (dark) => {
          document.body.dataset.jpThemeLight = String(!dark);
          document.body.dataset.jpThemeName = dark ? 'JupyterLab Dark' : 'JupyterLab Light';
          const link = document.createElement('link');
          link.rel = 'stylesheet';
          const name = `theme-${dark ? 'dark' : 'light'}-extension`;
          link.href = `${location.origin}/lab/api/themes/@jupyterlab/${name}/index.css`;
          const loaded = new Promise((done) => { link.onload = done; link.onerror = done; });
          document.head.append(link);
          await loaded;
        }""",
        dark,
    )


def violations(page: Page, part: str) -> list[str]:
    """Serious and critical violations that axe-core finds inside one part of the page."""
    found = Axe().run(page, context=part).response["violations"]
    return [
        f"{entry['id']}: {entry['help']}: {[node['html'][:200] for node in entry['nodes'][:3]]}"
        for entry in found
        if entry["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lesson", READY)
def test_everyone_can_use_a_lesson(browser: Browser, course: RunningCourse, lesson: str, view: str) -> None:
    """axe-core finds nothing serious in light and dark, at 200 % zoom and 320 px, and nothing runs off the page."""
    course.shut_all_kernels()
    page = lesson_page(browser, course, lesson, view)
    if SCREENSHOTS:
        save_screenshots(page, f"{lesson.split('_', maxsplit=1)[0]}-{view}")
    for part in (".course-lesson .jp-OutputArea-output", ".course-lesson .jp-MarkdownOutput", ".course-bar"):
        assert violations(page, part) == []
    assert off_the_page(page) == []
    page.context.close()


def test_axe_finds_nothing_serious_in_the_help_window(browser: Browser, course: RunningCourse) -> None:
    for view in VIEWS:
        page = lesson_page(browser, course, "00_start_here.ipynb", view)
        page.get_by_role("button", name="Worried about something now?").click()
        assert violations(page, ".course-help") == []
        if SCREENSHOTS:
            page.screenshot(path=Path(SCREENSHOTS) / f"help-{view}.png")
        page.context.close()


def off_the_page(page: Page) -> list[str]:
    """What is wider than the lesson, tables apart: they scroll in themselves."""
    found: list[str] = page.evaluate(
        """() => {
          const notebook = document.querySelector('.course-lesson .jp-Notebook');
          const limit = notebook.getBoundingClientRect().right + 1;
          return [...notebook.querySelectorAll('p, li, img, figure, section, select, summary, h1, h2, h3')]
            .filter((node) => !node.closest('table') && node.getBoundingClientRect().right > limit)
            .map((node) => node.outerHTML.slice(0, 120));
        }"""
    )
    return found


def save_screenshots(page: Page, name: str) -> None:
    """Pictures of a whole lesson, one screen after the other, for a person to look at."""
    folder = Path(SCREENSHOTS)
    folder.mkdir(parents=True, exist_ok=True)
    scroller = page.locator(".course-lesson .jp-WindowedPanel-outer").first
    height = scroller.evaluate("node => node.scrollHeight")
    step = max(200, scroller.evaluate("node => node.clientHeight") - 60)
    for number, top in enumerate(range(0, height, step)):
        scroller.evaluate("(node, top) => { node.scrollTop = top; }", top)
        page.wait_for_timeout(120)
        page.screenshot(path=folder / f"{name}-{number:02d}.png")
