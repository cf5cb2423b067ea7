"""What the tests of the player share."""

import pytest

from course_helpers.player.pain import Pain


@pytest.fixture(autouse=True)
def nothing_hurt_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test is a kernel of its own."""
    monkeypatch.setattr("course_helpers.player.widget.PAIN", Pain())
