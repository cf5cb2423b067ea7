"""What the tests of the player's page share: its words, and the way to each of its states."""

from collections.abc import Callable

from course_helpers.knowledge import load
from tests.player.player_page import PlayerPage

WORDS = load().strings.player
CHECK = load().strings.readiness
STOP = "Stop: it hurts"
HANDS_AWAY = load().care_cards["STOP-pain"].title
Opener = Callable[..., PlayerPage]


def running(opened: Opener, routine: str = "relax", **more: str) -> PlayerPage:
    player = opened(routine, **more)
    player.practise()
    player.press("Start")
    player.wait(10)
    assert player.state == "running"
    return player


def reach(player: PlayerPage, state: str) -> None:
    """From the start of a practice to one of its states."""
    if state == "ready":
        return
    player.press("Start")
    if state == "get-ready":
        return
    player.wait(12)
    if state == "paused":
        player.press("Pause")
    if state == "changeover":
        player.wait(30)
    if state == "done":
        player.press("Finish")
    if state == "far":
        player.press("Far view")
    if state == "locked":
        player.press("Lock the controls")


STATES = ["ready", "get-ready", "running", "paused", "changeover", "done", "far", "locked"]
