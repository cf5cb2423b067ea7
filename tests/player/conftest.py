"""What the tests of the player share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from course_helpers.player import PlayerPanel
from course_helpers.player.pain import Pain
from course_helpers.record import open_record
from tests.player.mastered import master
from tests.player.player_page import PlayerPage
from tests.player.practising import Opener


@pytest.fixture(autouse=True)
def nothing_hurt_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test is a kernel of its own."""
    monkeypatch.setattr("course_helpers.player.widget.PAIN", Pain())


@pytest.fixture
def opened(browser: Browser, own_record: None) -> Iterator[Opener]:
    """Opens a player for somebody who got the quiz right."""
    contexts = []

    def open_player(
        routine: str = "relax", *, mastered: bool = True, sound: bool = True, width: int = 900, **more: str
    ) -> PlayerPage:
        if mastered:
            master(open_record(), "safety", "milk")
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **more))  # type: ignore[arg-type]
        return PlayerPage(contexts[-1].new_page(), PlayerPanel(routine), sound=sound)

    yield open_player
    for context in contexts:
        context.close()
