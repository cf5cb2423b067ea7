"""The hands that the course draws: each pose by its name, and what of it touches the skin."""

from course_helpers.figures.hand_model import Pose, Seen, seen, turned

FROM_THE_THUMB = turned("z", 90) @ turned("y", 90)
"""Fingers to the left, back of the hand up, the thumb towards the eye."""
POSES: dict[str, Pose] = {
    "flat": Pose(
        {"index": (7, 22, 8), "middle": (11, 24, 2), "ring": (11, 21, 2), "little": (12, 12, 18)},
        {"index": 5.0, "middle": 1.0, "ring": -3.0, "little": -9.0},
    ),
    "pads": Pose(
        {"index": (27, 14, 3), "middle": (27, 15, 3), "ring": (28, 15, 3), "little": (31, 18, 5)},
        {"index": 1.0, "middle": 0.0, "ring": -1.0, "little": -5.0},
        ((-0.45, 0.85, -0.3), (-0.1, 0.95, -0.3), (0.15, 0.95, -0.25)),
    ),
    "tips": Pose(
        {"index": (38, 34, 12), "middle": (38, 36, 12), "ring": (40, 36, 12), "little": (44, 40, 14)},
        thumb=((-0.5, 0.8, -0.4), (-0.2, 0.9, -0.35), (0.1, 0.95, -0.3)),
    ),
    "hold": Pose(
        {"index": (40, 20, 15), "middle": (44, 22, 15), "ring": (48, 24, 15), "little": (52, 26, 16)},
        thumb=((-0.95, 0.3, -0.3), (-0.75, 0.65, -0.2), (-0.2, 0.95, -0.2)),
        turn=turned("z", -36) @ turned("x", 24) @ turned("z", -90),
    ),
    "side-tips": Pose(
        {"index": (35, 35, 20), "middle": (30, 33, 18), "ring": (38, 36, 20), "little": (42, 36, 20)},
        thumb=((-0.4, 0.8, -0.5), (-0.1, 0.9, -0.45), (0.1, 0.9, -0.4)),
        turn=turned("z", 8) @ FROM_THE_THUMB,
    ),
    "side-pads": Pose(
        {"index": (20, 12, 6), "middle": (20, 12, 6), "ring": (22, 12, 6), "little": (28, 20, 10)},
        thumb=((-0.4, 0.85, -0.45), (-0.1, 0.98, -0.3), (0.1, 0.99, -0.2)),
        turn=turned("z", 18) @ FROM_THE_THUMB,
    ),
    "side-flat": Pose(
        {"index": (3, 4, 2), "middle": (3, 4, 2), "ring": (3, 4, 2), "little": (4, 5, 3)},
        thumb=((-0.6, 0.75, 0.0), (-0.35, 0.93, 0.0), (-0.2, 0.97, 0.0)),
        turn=turned("x", 12) @ turned("z", 8) @ FROM_THE_THUMB,
        forearm=(0.0, -1.0, 0.5),
    ),
    "side-lying": Pose(
        {"index": (-2, 8, -12), "middle": (-2, 8, -12), "ring": (-2, 8, -11), "little": (2, 8, -8)},
        thumb=((-0.55, 0.8, -0.1), (-0.3, 0.95, -0.1), (-0.1, 0.98, -0.1)),
        turn=turned("x", 14) @ turned("z", 24) @ FROM_THE_THUMB,
        forearm=(0.0, -1.0, 0.1),
    ),
    "side-poke": Pose(
        {"index": (22, 40, 20), "middle": (20, 38, 20), "ring": (24, 42, 20), "little": (40, 50, 24)},
        thumb=((-0.4, 0.8, -0.5), (-0.1, 0.95, -0.4), (0.1, 0.97, -0.3)),
        turn=turned("x", 10) @ turned("z", 36) @ FROM_THE_THUMB,
    ),
}
"""``flat``: the whole hand rests or strokes. ``pads``: the three middle fingers touch, the palm is lifted. ``tips``:
fingers bent to tap. ``hold``: a wide C, thumb above and fingers below, seen from the front. ``side-tips``,
``side-pads``: hands that tap and press, seen from the side of the thumb, on skin that lies below; so seen, a hand lies
whole (``side-flat``), lies with its finger pads (``side-lying``) and digs in with the tips (``side-poke``)."""
TOUCHING = ("index", "middle", "ring")


def shapes() -> dict[str, dict[str, object]]:
    """Every pose as an eye sees it, ready to be stored."""
    return {name: shape(name) for name in POSES}


def shape(name: str) -> dict[str, object]:
    """One pose: its lines, and the places on it that something else is laid to."""
    found = seen(POSES[name])
    return {
        "outline": found.outline,
        "partings": found.partings,
        "folds": found.folds,
        "nails": found.nails,
        "creases": found.creases,
        "tips": found.tips,
        "touch": _touch(name, found),
        "thumb": found.tips["thumb"],
        "middle": found.tips["middle"],
        "fingers": _middle([found.tips[finger] for finger in ("index", "middle")]),
    }


def _touch(name: str, found: Seen) -> dict[str, tuple[float, float]]:
    """For each marker of a movement: the middle of what then lies on the skin."""
    fingers = _middle([found.tips[finger] for finger in TOUCHING])
    if name == "flat":
        knuckles = _middle([found.knuckles[finger] for finger in TOUCHING])
        return {"palm": (knuckles[0], round(0.85 * knuckles[1], 1)), "flat": (fingers[0], fingers[1] + 22)}
    if name == "hold":
        return {"hold": _middle([found.tips["thumb"], _middle([found.tips[finger] for finger in ("index", "middle")])])}
    return {name.removeprefix("side-"): fingers}


def _middle(places: list[tuple[float, float]]) -> tuple[float, float]:
    count = len(places)
    return round(sum(x for x, _ in places) / count, 1), round(sum(y for _, y in places) / count, 1)
