"""Which way a search went: seeded hands of many kinds, and searches drawn in the browser with a mouse and with keys."""

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from course_helpers.body.geometry import Point
from course_helpers.explorers.search import chests, grid
from course_helpers.explorers.search.coverage import covered
from course_helpers.explorers.search.pattern import pattern_of
from course_helpers.explorers.search.trail import Sample, Trail, trail_of
from tests.explorers.search.hands import PATTERNS, drawn, hand

DRAWN = sorted((Path(__file__).parent / "drawn").glob("*.json"))
HANDS = 100
FEWEST_RIGHT = 95


def by_hand(name: str) -> dict[str, Any]:
    """A search that was drawn in the browser, as the page sent it."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "drawn" / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_known_from_uneven_hands(pattern: str) -> None:
    """A hundred hands, each with a speed, a tremble and a chest of its own; with small circles and without."""
    found: Counter[str] = Counter()
    for seed in range(HANDS):
        dice = Random(f"{pattern} {seed}")
        area = chests.area_of(tuple(chests.BODIES)[seed % len(chests.BODIES)])
        found[pattern_of(drawn(PATTERNS[pattern](area, dice), hand(dice), dice), area.nipple)] += 1
    assert found[pattern] >= FEWEST_RIGHT, found
    assert set(found) <= {pattern, "mixed"}, "no pattern is taken for another"


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_a_pattern_is_known_from_searches_drawn_by_hand(path: Path) -> None:
    content = by_hand(path.stem)
    assert pattern_of(trail_of(content), chests.area_of(content["chest"]).nipple) == content["pattern"]


def test_searches_were_drawn_with_mouse_and_keys_in_every_pattern() -> None:
    patterns = {path.stem.rpartition("_by_")[2]: set() for path in DRAWN}  # type: dict[str, set[str]]
    for path in DRAWN:
        patterns[path.stem.rpartition("_by_")[2]].add(by_hand(path.stem)["pattern"])
    assert patterns == {"mouse": {"strips", "circles", "spokes", "mixed"}, "keys": {"strips", "circles"}}


def test_a_search_by_keys_covers_what_it_went_over() -> None:
    """Three pressures in turn, pads kept down, over most of a flat chest."""
    content = by_hand("strips_by_keys")
    found, board = covered(trail_of(content)), grid.board(chests.area_of(content["chest"]))
    assert found.share_at_all(board) == pytest.approx(0.89, abs=0.01)
    assert found.circles(board) > 0.95


def test_a_short_way_has_no_pattern() -> None:
    samples = tuple(Sample(n / 10, 80, 100 + n * 4, 1) for n in range(40))
    assert pattern_of(Trail(samples), Point(98, 184)) == "little"
    assert pattern_of(Trail(()), Point(98, 184)) == "little"


def test_one_small_circle_after_another_on_one_spot_has_no_pattern() -> None:
    dice = Random(5)
    spot = [Point(80, 120), Point(81, 121)]
    trail = Trail(tuple(sample for _ in range(40) for sample in drawn([spot], hand(dice), dice).samples))
    assert pattern_of(trail, Point(98, 184)) in {"little", "mixed"}
