"""The chests of the trainer: bodies of the figures, each with its area to check."""

import functools
from typing import Any

from course_helpers.body.search_area import REGIONS, SearchArea
from course_helpers.design_tokens import NEUTRAL, SKIN_TONES, SkinTone
from course_helpers.explorers.search import grid
from course_helpers.explorers.search.layers import ROLES, Layer, Layers, closed_path
from course_helpers.figures import bodies
from course_helpers.figures.bodies import Body
from course_helpers.knowledge.searching import ChestShape

BODIES: dict[ChestShape, Body] = {
    "middle": bodies.WOMAN,
    "small": bodies.SLIM,
    "large": bodies.ROUND,
    "older": bodies.OLD,
    "flat": bodies.MAN,
    "scars": bodies.AFTER_TOP_SURGERY,
}
PAST_ARMPIT = 7.5
"""Millimetres from the side of a trunk, as it is drawn, to the line at the middle of the armpit."""
TONES: tuple[SkinTone, ...] = (NEUTRAL, *SKIN_TONES)
_PART_LETTERS = "abcdefghij"
"""One for each of ``REGIONS``, so that a page can tell from a row of letters where the pads are."""


@functools.cache
def area_of(shape: ChestShape) -> SearchArea:
    """The area to check of a chest; both sides are measured alike."""
    body = BODIES[shape]
    fold = max(y for _, y in body.right.contour.points())
    return SearchArea(body.right.nipple, fold, body.trunk.armpit + PAST_ARMPIT)


def drawn(shape: ChestShape) -> list[Layer]:
    """The chest as layers to draw, in millimetres, in colours that are named by their role."""
    layers = Layers()
    bodies.chest(layers.pen(), BODIES[shape].in_skin(ROLES))
    return layers.drawn


@functools.cache
def shown(shape: ChestShape) -> dict[str, Any]:
    """What a page needs of a chest besides its name."""
    area = area_of(shape)
    return {
        "layers": drawn(shape),
        "outline": [closed_path(part) for part in area.parts],
        "cells": _letters(area),
        "stills": _stills(area),
        "search": [[round(place.x, 1), round(place.y, 1)] for place in area.search()],
    }


def _stills(area: SearchArea) -> list[int]:
    """The last place in each still picture: the first circle, one strip, two strips, all strips, everything."""
    lengths = [len(strip) for strip in area.strips()]
    return [0, lengths[0] - 1, lengths[0] + lengths[1] - 1, sum(lengths) - 1, len(area.search()) - 1]


def tones() -> list[dict[str, str]]:
    """Each skin tone with its colours by role."""
    return [tone_colours(tone) for tone in TONES]


def tone_colours(tone: SkinTone) -> dict[str, str]:
    """The colours of a skin by role."""
    return {role: getattr(tone, name) for name, role in vars(ROLES).items() if name != "name"}


def _letters(area: SearchArea) -> list[str]:
    """The rows of cells, each cell as the letter of its region or as a dot."""
    regions = grid.board(area).regions
    rows = [["."] * grid.COLUMNS for _ in range(grid.ROWS)]
    for letter, region in zip(_PART_LETTERS, REGIONS, strict=True):
        for number, bits in enumerate(regions[region]):
            for column in grid.columns_in(bits):
                rows[number][column] = letter
    return ["".join(row) for row in rows]
