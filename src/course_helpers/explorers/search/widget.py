"""The panel of the search trainer.

The path is drawn and kept in the browser. It comes here only when a learner asks about it, and leaves again as words
and a map: it is no trait. The record keeps the best share and its day, and nothing else of it.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, TypeVar, get_args

import traitlets

from course_helpers.body.geometry import Side
from course_helpers.body.search_area import FINGER, PAD_HALF_HEIGHT, PAD_HALF_WIDTH, REGIONS, SearchArea
from course_helpers.explorers.search import chests, grid, report, spots
from course_helpers.explorers.search.gaps import FIRST_ROW, LAST_ROW
from course_helpers.explorers.search.spots import Spot
from course_helpers.explorers.search.trail import MOST_CIRCLES, MOST_SAMPLES, PRESSURES, trail_of
from course_helpers.knowledge import load
from course_helpers.knowledge.searching import ChestShape
from course_helpers.lesson.sources import source_entries
from course_helpers.panel import Act, Panel, script, styles
from course_helpers.quiz.schedule import day_of
from course_helpers.record import NotStored, open_record
from course_helpers.record.search_best import keep_if_best

HERE = Path(__file__).parent
LONGEST_MARK = 64
"""A page gives each question a mark, and knows by it which answer is its own."""
Name = TypeVar("Name", bound=str)
Finding = tuple[dict[str, Any], str]
"""What the page shows, and the sentence that is read out."""


class SearchTrainer(Panel):
    """A drawn chest, three finger pads, and what they covered, on request."""

    short_name = "search"
    word_groups = ("search",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    chests: traitlets.List[dict[str, Any]] = traitlets.List(read_only=True).tag(sync=True)
    """Each chest with its name, its layers, its area to check and the places of a whole search."""
    tones: traitlets.List[dict[str, str]] = traitlets.List(read_only=True).tag(sync=True)
    """Each skin with its colours by role."""
    measures = traitlets.Dict(read_only=True).tag(sync=True)
    """Millimetres and limits that the page shares with the rules."""
    trials = traitlets.Dict(read_only=True).tag(sync=True)
    """What was counted in the experiments, in sentences, with its sources."""

    def __init__(self) -> None:
        super().__init__()
        found = load().chests.values()
        self.set_trait("chests", [{"id": c.id, "name": c.name} | chests.shown(c.id) for c in found])
        self.set_trait("tones", chests.tones())
        self.set_trait("measures", _measures())
        self.set_trait("trials", _trials())

    def acts(self) -> dict[str, Act]:
        """Say what a trail covered, hide some spots, or say where they were."""
        return {"covered": self._telling(_covered), "hide": self._telling(_hide), "reveal": self._telling(_reveal)}

    def _telling(self, find: Callable[[dict[str, Any]], Finding]) -> Act:
        """What is found goes to the page, with the mark of its question."""

        def tell(content: dict[str, Any]) -> str:
            told, sentence = find(content)
            self.say(told | {"mark": str(content.get("mark", ""))[:LONGEST_MARK]})
            if "all_three" in told:
                # What a learner asked for is on the page already; a record that another program holds delays nothing.
                with suppress(NotStored):
                    keep_if_best(open_record(), int(told["all_three"]), day_of(datetime.now(UTC)))
            return sentence

        return tell


def _hide(content: dict[str, Any]) -> Finding:
    hidden = spots.hidden(_area_of(content), Random())
    places = [[spot.x, spot.y, spot.pressure] for spot in hidden]
    return {"kind": "hidden", "spots": places}, load().strings.search.hidden.format(count=len(hidden))


def _reveal(content: dict[str, Any]) -> Finding:
    words = load().strings.search
    told = report.spot_report(_spots_in(content), trail_of(content), _area_of(content), _side_of(content), words)
    return {"kind": "revealed", "told": told}, words.revealed


def _covered(content: dict[str, Any]) -> Finding:
    words, area, side = load().strings.search, _area_of(content), _side_of(content)
    trail = trail_of(content)
    if not any(sample.pressure for sample in trail.samples):
        return {"kind": "nothing"}, words.nothing
    found = report.report(trail, area, side, words)
    return found | {"kind": "covered"}, str(found["summary"])


def _area_of(content: dict[str, Any]) -> SearchArea:
    """The area of the chest that a page named.

    Raises:
        ValueError: if there is no such chest.
    """
    return chests.area_of(_one_of(content.get("chest"), get_args(ChestShape)))


def _side_of(content: dict[str, Any]) -> Side:
    """The side that a page named.

    Raises:
        ValueError: if there is no such side.
    """
    return _one_of(content.get("side"), get_args(Side))


def _one_of(given: object, names: tuple[Name, ...]) -> Name:
    """The name that a page gave.

    Raises:
        ValueError: if there is no such name.
    """
    for name in names:
        if given == name:
            return name
    raise ValueError("The page named something that there is not.")


def _spots_in(content: dict[str, Any]) -> tuple[Spot, ...]:
    given = content.get("spots")
    if not isinstance(given, list) or len(given) > spots.HOW_MANY:
        raise ValueError("These are no spots that were hidden.")
    found = tuple(Spot(float(x), float(y), int(pressure)) for x, y, pressure in given)
    if any(spot.pressure not in PRESSURES for spot in found):
        raise ValueError("A spot has a pressure that there is not.")
    return found


def _measures() -> dict[str, Any]:
    return {
        "finger": FINGER,
        "padWidth": 2 * PAD_HALF_WIDTH,
        "padHeight": 2 * PAD_HALF_HEIGHT,
        "circle": grid.CIRCLE_RADIUS,
        "cell": grid.CELL,
        "left": grid.LEFT,
        "top": grid.TOP,
        "firstRow": FIRST_ROW,
        "lastRow": LAST_ROW,
        "mostSamples": MOST_SAMPLES,
        "mostCircles": MOST_CIRCLES,
        "regions": [region.replace("-", "_") for region in REGIONS],
    }


def _trials() -> dict[str, Any]:
    words, found = load().strings.search, load().search_trials.values()
    told = [
        words.of(f"trial_{trial.other}").format(
            women=trial.women, strips=trial.strips_percent, other=trial.other_percent
        )
        for trial in found
    ]
    cited = dict.fromkeys(reference for trial in found for reference in trial.references)
    return {"told": told, "sources": source_entries((*cited, "B16"))}
