"""How hands and the chest of the stage look: outlines that ``figures`` computed and stored, read as plain data.

The hand is that of the left side of a drawing, which shows the learner as in a mirror: one looks at its back, and with
the fingers up its thumb points to the left. For the right side it is mirrored.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
HANDS, CHEST = HERE / "hands.json", HERE / "chest.json"

PoseName = Literal["flat", "pads", "tips", "hold", "side-tips", "side-pads", "side-flat", "side-lying", "side-poke"]
Place = tuple[float, float]


@dataclass(frozen=True)
class HandShape:
    """A posed hand in millimetres: the wrist at 0, ``y`` downwards."""

    outline: tuple[Place, ...]
    partings: tuple[tuple[Place, ...], ...]
    """Where fingers part."""
    folds: tuple[tuple[Place, ...], ...]
    """On the backs of the joints."""
    nails: tuple[tuple[Place, ...], ...]
    creases: tuple[tuple[Place, ...], ...]
    """The lines of the palm's side."""
    tips: dict[str, Place]
    """The tips of the five fingers."""
    touch: dict[str, Place]
    """For each marker of ``body.movements``: the middle of what then lies on the skin."""
    thumb: Place
    """The thumb's tip."""
    middle: Place
    """The tip of the middle finger."""
    fingers: Place
    """Between the tips of index and middle finger."""


@cache
def hand_shapes() -> dict[PoseName, HandShape]:
    """Every pose that is drawn."""
    return {name: _shape(raw) for name, raw in json.loads(HANDS.read_text(encoding="utf-8")).items()}


@cache
def chest_shapes() -> dict[str, Any]:
    """The paths of the chest, in pixels of the stage."""
    found: dict[str, Any] = json.loads(CHEST.read_text(encoding="utf-8"))
    return found


def _shape(raw: dict[str, Any]) -> HandShape:
    return HandShape(
        _line(raw["outline"]),
        tuple(_line(line) for line in raw["partings"]),
        tuple(_line(line) for line in raw["folds"]),
        tuple(_line(line) for line in raw["nails"]),
        tuple(_line(line) for line in raw["creases"]),
        {name: (x, y) for name, (x, y) in raw["tips"].items()},
        {name: (x, y) for name, (x, y) in raw["touch"].items()},
        (raw["thumb"][0], raw["thumb"][1]),
        (raw["middle"][0], raw["middle"][1]),
        (raw["fingers"][0], raw["fingers"][1]),
    )


def _line(raw: list[list[float]]) -> tuple[Place, ...]:
    return tuple((x, y) for x, y in raw)
