"""The hands of a turn as the page draws them: pixels of the stage, milliseconds."""

from typing import Any

from course_helpers.body.movements import CONTACT, Hand, cycle_seconds, hands
from course_helpers.body.stage import SCALE, to_pixels
from course_helpers.player.turns import Turn


def hands_of(turn: Turn) -> tuple[Hand, ...]:
    """The hands of a turn; none where its step guides no hand."""
    return hands(turn.step.hand, turn.side, turn.area)


def motion(turn: Turn) -> dict[str, Any]:
    """The hands, and about how many seconds one circle or stroke takes."""
    moving = hands_of(turn)
    return {"hands": [_on_page(hand) for hand in moving], "cycle": cycle_seconds(moving)}


def told(turn: Turn) -> str:
    """The movement in words."""
    return turn.step.hand_words.replace("{cycle}", str(cycle_seconds(hands_of(turn))))


def _on_page(hand: Hand) -> dict[str, Any]:
    return {
        "marker": hand.marker,
        "strokes": [[to_pixels(point) for point in stroke] for stroke in hand.strokes],
        "ms": [round(seconds * 1000) for seconds in hand.seconds],
        "lift": round(hand.lift * 1000),
        "angles": [round(angle, 1) for angle in hand.angles],
        "size": [round(half * SCALE, 1) for half in CONTACT[hand.marker]],
        "taps": hand.taps,
    }
