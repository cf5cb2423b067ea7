"""The hands of a segment as the page draws them: pixels of the stage, milliseconds."""

from collections.abc import Sequence
from typing import Any

from course_helpers.body.drawn import HandShape, Place, PoseName, hand_shapes
from course_helpers.body.geometry import Point
from course_helpers.body.movements import CONTACT, Hand, cycle_seconds, hands
from course_helpers.body.movements import told as in_words
from course_helpers.body.posing import ELBOW, DrawnHand, drawn, holding
from course_helpers.body.stage import SCALE, to_pixels
from course_helpers.player.segments import Segment

FROM_THE_FRONT: tuple[PoseName, ...] = ("flat", "pads", "tips", "hold")


def hands_of(segment: Segment) -> tuple[Hand, ...]:
    """The hands of a segment; none where its step guides no hand."""
    return hands(segment.step.hand, segment.side, segment.area)


def motion(segment: Segment) -> dict[str, Any]:
    """The hands, and about how many seconds one circle or stroke takes."""
    moving = hands_of(segment)
    held = [hand.marker for hand in moving] == ["thumb", "pads"]
    drawn_hands = [None, holding(*moving)] if held else [drawn(hand, alone=len(moving) == 1) for hand in moving]
    page = [_on_page(hand, shown) for hand, shown in zip(moving, drawn_hands, strict=True)]
    if held:
        page[1]["around"] = [_middle(pair) for pair in zip(*(hand.strokes for hand in moving), strict=True)]
    return {"hands": page, "cycle": cycle_seconds(moving), "rests": _rests(moving), "bare": held}


def told(segment: Segment) -> str:
    """The movement in words."""
    return in_words(segment.step.hand_words, hands_of(segment))


def shapes() -> dict[str, Any]:
    """The hands that there are, as paths in pixels of the stage, and where their forearms come from."""
    return {
        "poses": {name: _paths(hand_shapes()[name]) for name in FROM_THE_FRONT},
        "elbows": {side: to_pixels(elbow) for side, elbow in ELBOW.items()},
    }


def _rests(moving: Sequence[Hand]) -> bool:
    """Whether nothing of the hands moves: each lies in one place all the time."""
    return all(not hand.taps and len({place for stroke in hand.strokes for place in stroke}) == 1 for hand in moving)


def _on_page(hand: Hand, shown: DrawnHand | None) -> dict[str, Any]:
    return {
        "marker": hand.marker,
        "strokes": [[to_pixels(point) for point in stroke] for stroke in hand.strokes],
        "ms": [round(seconds * 1000) for seconds in hand.seconds],
        "lift": round(hand.lift * 1000),
        "angles": [round(angle, 1) for angle in hand.angles],
        "size": [round(half * SCALE, 1) for half in CONTACT[hand.marker]],
        "taps": hand.taps,
        "drawn": shown and _drawn(shown),
    }


def _drawn(shown: DrawnHand) -> dict[str, Any]:
    return {
        "pose": shown.pose,
        "touch": [round(part * SCALE, 1) for part in shown.touch],
        "by": list(shown.by),
        "facing": shown.facing,
        "turns": list(shown.turns),
    }


def _middle(pair: tuple[tuple[Point, ...], ...]) -> tuple[float, float]:
    """Half way between the beginnings of two strokes."""
    (one, *_), (other, *_) = pair
    return to_pixels(Point((one.x + other.x) / 2, (one.y + other.y) / 2))


def _paths(shape: HandShape) -> dict[str, str]:
    return {
        "outline": _path(shape.outline),
        "lines": "".join(_path(line) for line in (*shape.partings, *shape.folds)),
        "nails": "".join(_path(nail) for nail in shape.nails),
    }


def _path(line: tuple[Place, ...]) -> str:
    return "M" + "L".join(f"{x * SCALE:.1f} {y * SCALE:.1f}" for x, y in line)
