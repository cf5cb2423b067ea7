"""A script of the course with everything it needs: as a module that a test can import, or put on a page."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from course_helpers.panel.bundle import bundle, taken_apart


def module_of(path: Path) -> str:
    """The bundle of a script, with the names that the script exports."""
    return f"{bundle(path)}\nexport {{ {', '.join(taken_apart(path).exports)} }};\n"


def page_with(browser: Browser, *scripts: Path) -> Iterator[Page]:
    """A page that knows what some scripts export; closed afterwards."""
    page = browser.new_page()
    for script in scripts:
        put_on(page, script)
    yield page
    page.close()


def put_on(page: Page, path: Path) -> None:
    """Make what a script exports known to a page by its names."""
    names = ", ".join(taken_apart(path).exports)
    page.evaluate("(source) => Object.assign(window, new Function(source)())", f"{bundle(path)}\nreturn {{ {names} }};")
