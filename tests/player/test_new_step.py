"""A step that somebody adds to a routine's TOML file, with its movement, plays: no code knows the steps."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from course_helpers.knowledge import CONTENT, load, problems_in
from course_helpers.player import PlayerPanel
from course_helpers.player.view_model import routine_page
from tests.player.player_page import PlayerPage
from tests.player.tab import TakeTab

STEP = """[[step]]
id = "a0"
title = "One more round"
instruction = "Circle both palms once more, as lightly and as slowly."
claims = ["S19"]
seconds = 60
longest_seconds = 120
most_times = 1
in_total = false
time_basis = "course-choice"
pressure_min = 1
pressure_max = 1
direction = "Clockwise as you see it in the drawing."
hand = "palm-circle"
hand_words = "Each palm makes slow circles, about {cycle} seconds each."
avoid = ["sore skin"]

# end
"""


@pytest.fixture
def with_the_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The course as it is after the step was added, and nothing else."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    file = folder / "routines/relax.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("# end\n", STEP), encoding="utf-8")
    assert problems_in(folder) == []
    monkeypatch.setattr(load.__wrapped__, "__defaults__", (folder,))
    load.cache_clear()
    yield
    load.cache_clear()


def added() -> dict[str, Any]:
    return next(segment for segment in routine_page("relax")["segments"] if segment["id"] == "a0")


@pytest.mark.usefixtures("with_the_step")
def test_the_page_gets_its_hands_and_words() -> None:
    segment = added()
    assert [hand["marker"] for hand in segment["motion"]["hands"]] == ["flat", "flat"]
    assert segment["words"].startswith("Each palm makes slow circles, about ")
    assert "{" not in segment["words"]
    assert segment["ms"] == 60_000


@pytest.mark.usefixtures("with_the_step", "own_record")
def test_it_plays(tab: TakeTab) -> None:
    player = PlayerPage(tab(), PlayerPanel("relax"))
    player.watch()
    player.wait(3)
    title = player.root.locator(".course-step-title")
    while title.inner_text() != "One more round":
        assert player.state == "running"
        player.press("Skip")
        player.wait(4)
    hand = player.root.locator(".course-hand").first
    before = hand.get_attribute("transform")
    player.wait(1)
    assert hand.get_attribute("transform") != before
    expect(player.root.get_by_text(added()["words"])).to_have_count(1)
    player.wait(60)
    assert player.state == "done"
    assert player.errors == []
