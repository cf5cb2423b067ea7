"""Explorers on a page of their own: no page may fail in silence."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from course_helpers.panel import Panel
from tests.quiz.stage import UNCAUGHT, Stage, stages

Show = Callable[..., Stage]


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """Puts a panel on a page; afterwards no error may have been thrown there."""
    UNCAUGHT.clear()
    with stages(browser) as put:

        def shown(panel: Panel, width: int = 1000, motion: str = "no-preference", dark: bool = False) -> Stage:
            stage = put(panel, size=(width, 900), still=motion == "reduce")
            stage.page.evaluate("(dark) => { document.body.dataset.jpThemeLight = String(!dark); }", dark)
            stage.page.evaluate("document.documentElement.lang = 'en'")
            return stage

        yield shown
    assert [str(error) for error in UNCAUGHT] == []
