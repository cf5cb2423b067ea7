"""What a browser does not take is kept by the page: for every part of it, and until somebody has it erased."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import course_helpers
from tests.modules import module_of

PACKAGE = Path(course_helpers.__file__).parent
LOADED = """async (sources) => {
  // Each panel has a copy of its own.
  window.copies = [];
  for (const source of sources) {
    copies.push(await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))));
  }
}"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)
SETTINGS = "course-helpers:player-settings"


@pytest.fixture(params=["", FULL, FORBIDDEN], ids=["keeps", "full", "forbidden"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with two panels' copies of the script, and what erases."""
    opened = browser.new_page()
    opened.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    opened.goto("http://course.test/")
    opened.evaluate("localStorage.setItem('other', 'of another program')")
    opened.evaluate(f"() => {{ {request.param} }}")
    names = ("panel/browser_storage.js", "panel/browser_storage.js", "record/in_browser.js")
    opened.evaluate(LOADED, [module_of(PACKAGE / name) for name in names])
    yield opened
    opened.close()


def test_what_one_part_keeps_another_part_finds(page: Page) -> None:
    page.evaluate(f"copies[0].browserStorage().storage.setItem('{SETTINGS}', 'slow')")
    assert page.evaluate(f"copies[1].browserStorage().storage.getItem('{SETTINGS}')") == "slow"
    assert SETTINGS in page.evaluate("copies[1].browserStorage().keys()")
    assert page.evaluate("copies[1].browserStorage().storage.getItem('nothing')") is None


def test_what_is_erased_is_erased_there_too(page: Page) -> None:
    page.evaluate(f"copies[0].browserStorage().storage.setItem('{SETTINGS}', 'slow')")
    page.evaluate("copies[2].forgetInBrowser()")
    assert page.evaluate(f"copies[1].browserStorage().storage.getItem('{SETTINGS}')") is None
    assert SETTINGS not in page.evaluate("copies[1].browserStorage().keys()")
