"""A script of the course with everything it needs: as a module that a test can import, or put on a page."""

from pathlib import Path

from playwright.sync_api import Page

from course_helpers.panel.bundle import bundle, taken_apart


def module_of(path: Path) -> str:
    """The bundle of a script, with the names that the script exports."""
    return f"{bundle(path)}\nexport {{ {', '.join(taken_apart(path).exports)} }};\n"


def put_on(page: Page, path: Path) -> None:
    """Make what a script exports known to a page by its names."""
    names = ", ".join(taken_apart(path).exports)
    page.evaluate("(source) => Object.assign(window, new Function(source)())", f"{bundle(path)}\nreturn {{ {names} }};")
