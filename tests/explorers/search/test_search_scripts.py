"""The scripts of the trainer without a page: the trail, circles, pressure, places, the search that is shown."""

import math
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser

from course_helpers.body.geometry import Point
from course_helpers.explorers.search import SearchTrainer, chests, grid
from course_helpers.explorers.search.coverage import covered
from course_helpers.explorers.search.gaps import finger_row
from course_helpers.explorers.search.spots import Spot, fate
from course_helpers.explorers.search.trail import Circle, Trail
from tests.explorers.search.hands import Hand, drawn
from tests.modules import module_of

FOLDER = Path(__file__).parents[3] / "src/course_helpers/explorers/search"
Run = Callable[..., Any]


@cache
def measures() -> dict[str, Any]:
    """What the trainer sends its page."""
    return SearchTrainer.current().measures


FILES = {"trail": "trail.js", "places": "places.js", "search": "whole_search.js", "one": "one_search.js"}


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Run]:
    """Evaluates a function over the modules, named `trail`, `places`, `search` and `one`."""
    page = browser.new_page()
    for name, file in FILES.items():
        page.evaluate(
            """async ([name, text]) => {
              window[name] = await import(URL.createObjectURL(new Blob([text], {type: 'text/javascript'})));
            }""",
            [name, module_of(FOLDER / file)],
        )
    yield lambda code, *given: page.evaluate(code, list(given))
    page.close()


def test_small_circles_are_found_and_ways_and_trembles_are_not(run: Run) -> None:
    """Circles of several sizes, both ways round; a strip, a ring about the nipple and a shaking hand."""
    dice = Random(2)
    count = """([places]) => {
      const finder = new trail.CircleFinder();
      return places.filter(([x, y]) => finder.feed(x, y)).length;
    }"""
    ten = circling(9, 10)
    for way in (ten, [[x, -y] for x, y in ten], circling(15, 10), [[x, y + n * 0.35] for n, (x, y) in enumerate(ten)]):
        assert 9 <= run(count, way) <= 12, "a circle counts when it is nearly round"
    strip = [[dice.gauss(0, 0.4), float(n)] for n in range(220)]
    shaking: list[list[float]] = [[dice.uniform(-1.2, 1.2), dice.uniform(-1.2, 1.2)] for _ in range(300)]
    there_and_back = [[0.0, float(abs(n % 40 - 20))] for n in range(200)]
    for way in (strip, shaking, there_and_back, circling(60, 2)):
        assert run(count, way) == 0


def circling(radius: float, times: int) -> list[list[float]]:
    """Round and round, as a mouse reports it."""
    steps = max(14, int(radius * 2))
    return [
        [radius * math.cos(n * 6.2832 / steps), radius * math.sin(n * 6.2832 / steps)] for n in range(steps * times + 1)
    ]


def test_an_hour_keeps_within_its_bounds_and_its_strokes(run: Run) -> None:
    """A quick hand for more than an hour: fewer samples, no lost lift, and the page knows that it was roughened."""
    found = run(
        """([measures]) => {
          const kept = new trail.PadTrail(measures);
          let most = 0;
          for (let n = 0; n < 400_000; n += 1) {
            kept.add(n * 10, 80 + 60 * Math.sin(n / 40), 120 + 90 * Math.sin(n / 97), 1 + (Math.floor(n / 50_000) % 3));
            if (n % 20_000 === 19_999) kept.lift(n * 10);
            most = Math.max(most, kept.samples.length);
          }
          const { samples, circles } = kept.told();
          const lifts = samples.filter((s) => s[3] === 0).length;
          return { most, lifts, rough: kept.roughened, circles: circles.length,
                   pressures: [...new Set(samples.map((s) => s[3]))].sort(), last: samples.at(-1)[0] };
        }""",
        measures(),
    )
    assert found["most"] <= measures()["mostSamples"]
    assert found["lifts"] == 20
    assert found["rough"] is True
    assert found["pressures"] == [0, 1, 2, 3]
    assert found["circles"] <= measures()["mostCircles"]
    assert found["last"] > 3600


def test_a_lift_ends_a_stroke_and_a_circle(run: Run) -> None:
    found = run(
        """([measures]) => {
          const kept = new trail.PadTrail(measures);
          kept.lift(0);
          kept.add(0, 10, 10, 2); kept.add(5, 10.2, 10, 2); kept.add(10, 14, 10, 2); kept.lift(20); kept.lift(30);
          return kept.samples;
        }""",
        measures(),
    )
    assert found == [[0, 10, 10, 2], [0.01, 14, 10, 2], [0.02, 14, 10, 0]]


def test_pressures_come_in_turn_and_begin_anew_at_another_spot(run: Run) -> None:
    found = run(
        """([finger]) => {
          const turns = new trail.PressuresInTurn(finger);
          const said = [];
          for (const [x, y] of [[50, 50], [52, 50], [50, 51], [50, 50], [90, 50], [90, 50], [150, 50]]) {
            const pressure = turns.at(x, y);
            said.push(pressure);
            turns.after({ x, y, pressure });
          }
          return said;
        }""",
        measures()["finger"],
    )
    assert found == [1, 2, 3, 1, 1, 2, 1]


@pytest.mark.parametrize(
    ("kind", "force", "pressure"),
    [("pen", 0.1, 1), ("pen", 0.4, 2), ("pen", 0.9, 3), ("touch", 0.2, 1), ("touch", 1, None), ("mouse", 0.7, None)],
)
def test_a_gauge_gives_the_pressure(run: Run, kind: str, force: float, pressure: int | None) -> None:
    assert run("([kind, force]) => trail.pressureOf(kind, force)", kind, force) == pressure


def test_rows_and_regions_are_those_of_the_rules(run: Run) -> None:
    """Page and rules name one place alike, on every chest."""
    dice = Random(11)
    for shape in chests.BODIES:
        spots = [[dice.uniform(-20, 190), dice.uniform(-40, 310)] for _ in range(60)]
        cells, board = chests.shown(shape)["cells"], grid.board(chests.area_of(shape))
        told = run(
            "([c, m, all]) => all.map(([x, y]) => [places.regionAt(c, m, { x, y }), places.rowAt(m, y)])",
            cells,
            measures(),
            spots,
        )
        for (x, y), (region, row) in zip(spots, told, strict=True):
            bit, line = 1 << int((x - grid.LEFT) // grid.CELL), int((y - grid.TOP) // grid.CELL)
            there = [name.replace("-", "_") for name, rows in board.regions.items() if rows[line] & bit]
            assert region == (there[0] if there else None)
            assert row == finger_row(y)


def test_a_spot_shows_on_the_page_where_the_rules_say_that_it_did(run: Run) -> None:
    dice = Random(4)
    spots = [Spot(dice.uniform(20, 140), dice.uniform(20, 220), 2) for _ in range(300)]
    circles = [Circle(spot.x + dice.uniform(-30, 30), spot.y + dice.uniform(-50, 50), 2) for spot in spots]
    shows = run(
        "([m, all]) => all.map(([x, y, cx, cy]) => places.comesOver({ x, y }, { x: cx, y: cy }, m))",
        measures(),
        [[spot.x, spot.y, circle.x, circle.y] for spot, circle in zip(spots, circles, strict=True)],
    )
    fates = [fate(spot, Trail((), (circle,))) == "shown" for spot, circle in zip(spots, circles, strict=True)]
    assert shows == fates
    assert 50 < sum(fates) < 250


def test_arrow_keys_go_a_finger_width_as_the_screen_shows_it(run: Run) -> None:
    def moved(key: str, mirrored: bool) -> Any:
        return run("([key, mirrored]) => places.moved({x: 80, y: 100}, key, mirrored, 20)", key, mirrored)

    assert moved("ArrowRight", False) == {"x": 100, "y": 100} == moved("ArrowLeft", True)
    assert moved("ArrowUp", True) == {"x": 80, "y": 80}
    assert moved("Enter", False) is None
    assert run("([]) => places.moved({x: 190, y: 100}, 'ArrowRight', false, 20)") == {"x": 190, "y": 100}


class TestWholeSearch:
    """What “Show me” plays, with a fake clock."""

    SPOTS = chests.shown("middle")["search"]

    def at(self, run: Run, *milliseconds: float) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = run(
            "([times, spots, radius]) => times.map((ms) => search.searchAt(ms, spots, radius))",
            list(milliseconds),
            self.SPOTS,
            grid.CIRCLE_RADIUS,
        )
        return found

    def test_it_takes_two_to_three_minutes_a_side(self, run: Run) -> None:
        for shape in chests.BODIES:
            assert 120_000 <= run("([spots]) => search.searchMs(spots)", chests.shown(shape)["search"]) <= 205_000

    def test_at_each_spot_it_makes_a_light_a_medium_and_a_firm_circle(self, run: Run) -> None:
        assert [place["pressure"] for place in self.at(run, 10, 430, 850)] == [1, 2, 3]
        first = [place for place in self.at(run, *range(0, 420, 20)) if not place["moving"]]
        x, y = self.SPOTS[0]
        assert all(((p["x"] - x) ** 2 + (p["y"] - y) ** 2) ** 0.5 == pytest.approx(grid.CIRCLE_RADIUS) for p in first)

    def test_it_never_jumps_but_where_the_pads_are_lifted(self, run: Run) -> None:
        places = self.at(run, *range(0, 40_000, 16))
        for one, other in pairwise(places):
            if not other["moving"] and not one["moving"]:
                assert ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** 0.5 < 4

    def test_before_and_after_it_stands_still(self, run: Run) -> None:
        before, after, later = self.at(run, -100, 10_000_000, 20_000_000)
        assert (before["number"], after["number"]) == (0, len(self.SPOTS) - 1)
        assert after == later


def test_python_finds_the_circles_of_the_page_on_the_area(run: Run) -> None:
    """A hand with small circles along a strip: the page's circles cover what Python counts as circled."""
    dice = Random(6)
    strip = [Point(80, y) for y in range(20, 230, 4)]
    samples = drawn([strip], Hand(90, 0.2, 0, 9), dice).samples
    told = run(
        """([measures, samples]) => {
          const kept = new trail.PadTrail(measures);
          for (const [t, x, y, p] of samples) { if (p) kept.add(t * 1000, x, y, p); else kept.lift(t * 1000); }
          return kept.told();
        }""",
        measures(),
        [list(sample) for sample in samples],
    )
    circles = tuple(Circle(x, y, int(p)) for x, y, p in told["circles"])
    assert covered(Trail(samples, circles)).circles(grid.board(chests.area_of("middle"))) > 0.9


def one_search(run: Run, code: str) -> Any:
    """What some code finds with a new search, `found`, of the middle chest: the left side, light pressure."""
    trainer = SearchTrainer.current()
    chest = next(chest for chest in trainer.chests if chest["id"] == "middle")
    begin = "const [chest, measures, words] = given; const found = new one.OneSearch(chest, measures, words);"
    return run(f"(given) => {{ {begin} {code} }}", chest, trainer.measures, trainer.words)


def test_a_hidden_spot_shows_at_its_pressure_alone_and_is_told_once(run: Run) -> None:
    told = one_search(
        run,
        """const { x, y } = found.spot;
        found.startOver([[x, y, 2]]);
        const shown = [1, 2, 2].map((pressure, n) => { found.press(pressure); return found.circleHere(n).shown; });
        found.startOver();
        found.press(2);
        shown.push(found.circleHere(9).shown);
        return shown.map((all) => all.map(({ pressure, first }) => [pressure, first]));""",
    )
    assert told == [[], [[2, True]], [[2, False]], []]


def test_in_turn_a_key_makes_all_three_circles_and_lifts_the_pads(run: Run) -> None:
    pressures, lifts = one_search(
        run,
        """found.press(one.IN_TURN);
        const { pressures } = found.circleHere(0);
        return [pressures, found.told().samples.filter((sample) => sample[3] === 0).length];""",
    )
    assert (pressures, lifts) == ([1, 2, 3], 1)


def test_at_the_edge_the_pads_stay_and_another_key_is_none(run: Run) -> None:
    told = one_search(
        run,
        """const begun = { ...found.spot };
        const steps = Array.from({ length: 40 }, () => found.step("ArrowUp"));
        return [steps[0], steps.at(-1), found.step("Home"), found.spot.x === begun.x, found.isOnArea(found.spot)];""",
    )
    assert told == ["moved", "edge", None, True, False]


def test_starting_over_keeps_chest_side_and_pressure_and_nothing_else(run: Run) -> None:
    told = one_search(
        run,
        """found.side = "right";
        found.press(3);
        found.touch(0, { x: 90, y: 100 }, 3);
        found.startOver();
        return [found.told(), found.pressure, found.mirrored];""",
    )
    assert told == [{"chest": "middle", "side": "right", "samples": [], "circles": []}, 3, False]
