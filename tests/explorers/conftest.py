"""Explorers on a page of their own: no page may fail in silence."""

from collections.abc import Callable, Iterator

import pytest

from course_helpers.panel import Panel
from tests.quiz.stage import UNCAUGHT, Stage, TakeStageTab, put_in

Show = Callable[..., Stage]
SEEN_IN = """(dark) => {
  document.body.dataset.jpThemeLight = String(!dark);
  document.documentElement.lang = 'en';
}"""


@pytest.fixture
def show(stage_tab: TakeStageTab) -> Iterator[Show]:
    """Puts a panel on a page; afterwards no error may have been thrown there."""
    UNCAUGHT.clear()

    def shown(
        panel: Panel,
        width: int = 1000,
        motion: str = "no-preference",
        dark: bool = False,
        *,
        stopped: bool = False,
    ) -> Stage:
        stage = put_in(stage_tab, panel, size=(width, 900), still=motion == "reduce", stopped=stopped)
        stage.page.evaluate(SEEN_IN, dark)
        return stage

    yield shown
    assert [str(error) for error in UNCAUGHT] == []
