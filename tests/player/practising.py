"""What the tests of the player's page share: its words, and the way to each of its states."""

from collections.abc import Callable, Iterator, Sequence

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


WAYS = (("ready", "get-ready", "running", "paused"), ("changeover", "done"), ("far",), ("locked",))
"""Every state, and which of them one page passes on its way."""


def visited(player: PlayerPage, way: Sequence[str]) -> Iterator[str]:
    """From the start of a practice to each state of a way in turn."""
    reach(player, way[0])
    yield way[0]
    for state in way[1:]:
        go_on_to(player, state)
        yield state


def go_on_to(player: PlayerPage, state: str) -> None:
    """From the state before it on its way."""
    match state:
        case "get-ready":
            player.press("Start")
        case "running":
            player.wait(12)
        case "paused":
            player.press("Pause")
        case "done":
            player.press("Finish")


STATES = ["ready", "get-ready", "running", "paused", "changeover", "done", "far", "locked"]
