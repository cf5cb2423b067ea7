"""Explorers on a page of their own: no page may fail in silence."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from course_helpers.panel import Panel
from tests.quiz.stage import UNCAUGHT, Stage, put_on_stage

Show = Callable[..., Stage]


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """Puts a panel on a page; afterwards no error may have been thrown there."""
    UNCAUGHT.clear()
    contexts = []

    def shown(panel: Panel, width: int = 1000, motion: str = "no-preference", dark: bool = False) -> Stage:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce" if motion == "reduce" else "no-preference"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        stage = put_on_stage(page, panel)
        page.evaluate("(dark) => { document.body.dataset.jpThemeLight = String(!dark); }", dark)
        page.evaluate("document.documentElement.lang = 'en'")
        return stage

    yield shown
    for context in contexts:
        context.close()
    assert [str(error) for error in UNCAUGHT] == []
