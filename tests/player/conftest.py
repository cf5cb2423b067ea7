"""What the tests of the player share."""

from typing import Any

import pytest

from course_helpers.player import PlayerPanel
from course_helpers.player.pain import Pain
from course_helpers.record import open_record
from tests.player.mastered import master
from tests.player.player_page import PlayerPage
from tests.player.practising import Opener
from tests.player.tab import TakeTab


@pytest.fixture(autouse=True)
def nothing_hurt_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test is a kernel of its own."""
    monkeypatch.setattr("course_helpers.player.widget.PAIN", Pain())


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
