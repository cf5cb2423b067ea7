"""The parts of the player that need no page, put on one to be called by their names."""

from playwright.sync_api import Page

from course_helpers.panel.bundle import bundle
from tests.places import ROOT

PLAYER = ROOT / "src/course_helpers/player"


def load_pure(page: Page, file: str, *names: str) -> None:
    """Make what a script exports known to a page by its names."""
    source = bundle(PLAYER / file)
    page.evaluate(
        "([source, names]) => Object.assign(window, new Function(`${source}; return { ${names} };`)())",
        [source, ", ".join(names)],
    )
