"""Where the things of the drawings are: ``figures`` stores it when it draws them, and questions ask for it by name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

THINGS = Path(__file__).with_name("things.json")
"""By drawing and layout the ring round each thing, in shares (0-1) of the drawing's width and height."""

LetterPlace = Literal["top-left", "top-right", "bottom-left", "bottom-right", "left", "right"]
LETTER_PLACES: dict[LetterPlace, tuple[float, float]] = {
    "top-left": (0.0, 0.0),
    "top-right": (1.0, 0.0),
    "bottom-left": (0.0, 1.0),
    "bottom-right": (1.0, 1.0),
    "left": (0.0, 0.5),
    "right": (1.0, 0.5),
}
"""Where the letter of a place stands, as shares (0-1) of the width and height of its ring."""


@dataclass(frozen=True)
class Spot:
    """A place on a drawing: centre and size as shares (0-1) of the drawing's width and height.

    Neither its ring nor its letter may lie on words of the drawing.
    """

    x: float
    y: float
    width: float
    height: float
    letter: LetterPlace = "top-left"

    @property
    def letter_at(self) -> tuple[float, float]:
        """Where its letter stands, as shares (0-1) of the width and height of its ring."""
        return LETTER_PLACES[self.letter]


def things_on(figure: str, *, narrow: bool = False) -> tuple[str, ...]:
    """What a drawing says that it shows, by name."""
    return tuple(_rings(figure, narrow=narrow))


def spot_on(figure: str, thing: str, letter: LetterPlace, *, narrow: bool = False) -> Spot | None:
    """The ring round a thing of a drawing; None if the drawing names no such thing."""
    ring = _rings(figure, narrow=narrow).get(thing)
    return Spot(*ring, letter) if ring else None


def _rings(figure: str, *, narrow: bool) -> Mapping[str, tuple[float, float, float, float]]:
    return _stored().get(figure, {}).get("narrow" if narrow else "wide", {})


@cache
def _stored() -> dict[str, dict[str, dict[str, tuple[float, float, float, float]]]]:
    found: dict[str, dict[str, dict[str, tuple[float, float, float, float]]]]
    found = json.loads(THINGS.read_text(encoding="utf-8"))
    return found
