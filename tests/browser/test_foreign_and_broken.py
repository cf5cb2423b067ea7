"""The extension runs the course's own lessons only, and cannot take JupyterLab down."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Route, expect

from course_helpers.knowledge import load
from tests.browser.conftest import LIVE_MS, OPENED, RunningCourse, Watched
from tests.browser.looks import VIEWS

MARK = "open('ran-unasked', 'w').close()"

WITHOUT_EDITOR = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter((cell) => !cell.editorWidget.node.querySelector('.cm-editor')).length"""


def short_lesson(name: str, root: Path, source: str = "") -> None:
    """The beginning of a lesson, to its first code, or code of its own: JupyterLab makes an editor for every cell."""
    data = json.loads((root / "notebooks" / "00_start_here.ipynb").read_text(encoding="utf-8"))
    first = next(place for place, cell in enumerate(data["cells"]) if cell["cell_type"] == "code")
    data["cells"] = data["cells"][: first + 1]
    data["cells"][first]["outputs"] = []
    data["cells"][first]["source"] = source or data["cells"][first]["source"]
    (root / "notebooks" / name).write_text(json.dumps(data), encoding="utf-8")


def test_a_foreign_notebook_with_the_same_metadata_is_not_run(course: RunningCourse, watched: Watched) -> None:
    """It has the course's metadata, and code of its own."""
    page = watched.page
    short_lesson("foreign.ipynb", course.root, MARK)
    try:
        page.evaluate(OPENED, "notebooks/foreign.ipynb")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=LIVE_MS)
        page.wait_for_timeout(4000)
        assert page.locator(".course-lesson").count() == 0
        expect(page.locator("#jp-menu-panel")).to_be_visible()
        expect(page.get_by_text(MARK).first).to_be_visible()
        assert not list(course.root.rglob("ran-unasked"))
    finally:
        (course.root / "notebooks" / "foreign.ipynb").unlink()


def test_a_changed_lesson_is_not_run_and_the_reader_is_told(course: RunningCourse, watched: Watched) -> None:
    page = watched.page
    lesson = course.root / "notebooks" / "00_start_here.ipynb"
    original = lesson.read_bytes()
    short_lesson("00_start_here.ipynb", course.root, MARK)
    try:
        page.evaluate(OPENED, "notebooks/00_start_here.ipynb")
        expect(page.get_by_text(load().strings.extension.changed)).to_be_visible(timeout=LIVE_MS)
        page.wait_for_timeout(3000)
        assert not list(course.root.rglob("ran-unasked"))
        assert page.evaluate(WITHOUT_EDITOR) == 0
    finally:
        lesson.write_bytes(original)


def _answering(script: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=script, content_type="text/javascript")


RUBBISH = ("this is not a script (", "window._JUPYTERLAB['course-helpers'] = {init() {}, get: () => null};")
RUN_ALL = '[data-command="notebook:restart-run-all"], [data-jp-item-name=restart-and-run]'
AT_REST = ".jp-NotebookPanel .jp-Notebook-ExecutionIndicator[data-status=idle]"
"""Pressed while its kernel still started, JupyterLab's double arrow has once run nothing: one of many whole runs."""


def test_a_broken_extension_leaves_jupyterlab_usable(browser: Browser, course: RunningCourse) -> None:
    """The file of the extension is replaced by rubbish on its way to the browser."""
    short_lesson("short.ipynb", course.root)
    try:
        for rubbish in RUBBISH:
            context = browser.new_context(viewport=VIEWS["light"][0])
            page = context.new_page()
            page.route("**/course-helpers/static/remoteEntry*", _answering(rubbish))
            page.goto(course.lab("short.ipynb"))
            page.wait_for_selector(".jp-Notebook .jp-MarkdownCell h1", timeout=LIVE_MS)
            expect(page.locator("p", has_text="press the double arrow").first).to_be_visible()
            page.wait_for_selector(AT_REST, timeout=LIVE_MS)
            page.locator(RUN_ALL).first.click()
            page.locator(".jp-Dialog .jp-mod-accept").click()
            expect(page.locator(".jp-OutputArea-output").first).to_be_visible(timeout=LIVE_MS)
            context.close()
    finally:
        (course.root / "notebooks" / "short.ipynb").unlink()
