"""What the tests of the player share."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from course_helpers.player import PlayerPanel
from course_helpers.player.pain import Pain
from course_helpers.record import open_record
from tests.player.mastered import master
from tests.player.player_page import PlayerPage
from tests.player.practising import Opener
from tests.player.tab import Tab, Tabs, TakeTab


@pytest.fixture(autouse=True)
def nothing_hurt_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test is a kernel of its own."""
    monkeypatch.setattr("course_helpers.player.widget.PAIN", Pain())


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[Tabs]:
    """The tabs that all tests of the player share."""
    made = Tabs(browser)
    yield made
    made.close()


@pytest.fixture
def tab(tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[TakeTab]:
    """Gives a test tabs. Those of a test that failed are closed: a key may be down, or a press under way."""
    failed = request.session.testsfailed
    taken: list[Tab] = []

    def take(**made_with: Any) -> Tab:
        taken.append(tabs.take(**made_with))
        return taken[-1]

    yield take
    for one in taken:
        if request.session.testsfailed > failed:
            one.context.close()
        else:
            tabs.give_back(one)


@pytest.fixture
def opened(tab: TakeTab, own_record: None) -> Opener:
    """Opens a player for somebody who got the quiz right."""

    def open_player(
        routine: str = "relax", *, mastered: bool = True, width: int = 900, device: str = "", **made_with: Any
    ) -> PlayerPage:
        if mastered:
            master(open_record(), "safety", "milk")
        return PlayerPage(tab(**made_with), PlayerPanel(routine), width=width, device=device)

    return open_player
