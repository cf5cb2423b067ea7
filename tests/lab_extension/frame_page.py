"""The parts of a lesson's frame on a page of their own, without JupyterLab."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from course_helpers.lab_extension import assemble
from tests.modules import module_of
from tests.tab import EmptiedTab

FRAME = Path(assemble.__file__).parent
SHOWN = """async ([source, styles]) => {
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  window.frame = await import(url);
  document.head.append(Object.assign(document.createElement('style'), {textContent: styles}));
  document.documentElement.lang = 'en';
}"""


OpenFrame = Callable[..., Page]
"""What opens such a page for a test, in a tab that others had before."""


class FrameTab(EmptiedTab):
    """A tab with nothing in it."""

    def __init__(self, browser: Browser) -> None:
        super().__init__(browser)
        self.begin("about:blank")


def frame_page(browser: Browser, body: str, script: str, width: int = 1000, height: int = 700) -> Page:
    """A page of its own with some HTML and, as ``frame``, what a script of the extension exports."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(5000)
    put_html_on(page, body, script)
    return page


def put_html_on(page: Page, body: str, script: str) -> None:
    """Fill an empty page."""
    page.set_content(f"<title>Lesson</title>{body}")
    put_script_on(page, script)


def put_script_on(page: Page, script: str) -> None:
    """Let a page that is there have what a script of the extension exports, as ``frame``."""
    data = assemble.extension_data()
    source = module_of(FRAME / script).replace("COURSE_DATA", json.dumps(data))
    page.evaluate(SHOWN, [source, data["css"]])
