"""What a trail covered: whole searches, known gaps, circles, what is met again, time; trails that are none."""

import math
import time
from itertools import pairwise
from random import Random

import pytest

from course_helpers.body.geometry import Point, bounds, contains
from course_helpers.body.search_area import FINGER, PAD_HALF_WIDTH, REGIONS, Region, SearchArea
from course_helpers.explorers.search import chests, grid
from course_helpers.explorers.search.coverage import Coverage, covered
from course_helpers.explorers.search.gaps import Gap, finger_row, gaps, runs
from course_helpers.explorers.search.trail import MOST_SAMPLES, PRESSURES, Circle, Sample, Trail, trail_of
from course_helpers.knowledge import load
from course_helpers.knowledge.searching import ChestShape
from tests.explorers.search.hands import Hand, drawn, strips

MIDDLE = chests.area_of("middle")
ALL = tuple(chests.BODIES)


def path(places: list[Point], pressure: int = 1, start: float = 0.0, second: float = 0.25) -> list[Sample]:
    """Samples from place to place, lifted at the end."""
    samples = [Sample(start + n * second, x, y, pressure) for n, (x, y) in enumerate(places)]
    return [*samples, samples[-1]._replace(time=samples[-1].time + second, pressure=0)]


def whole_search(area: SearchArea, pressures: tuple[int, ...] = PRESSURES) -> Trail:
    """Every place of the search that the page shows, as a slide at each pressure."""
    samples: list[Sample] = []
    for pressure in pressures:
        samples += path(list(area.search()), pressure, len(samples))
    return Trail(tuple(samples))


def around(place: Point) -> list[Point]:
    """A small circle."""
    return [Point(place.x + 8 * math.cos(n), place.y + 8 * math.sin(n)) for n in range(7)]


def gaps_of(trail: Trail, area: SearchArea) -> dict[Region, Gap]:
    return {gap.region: gap for gap in gaps(covered(trail), grid.board(area))}


class TestArea:
    """The area to check of every chest, as cells."""

    @pytest.mark.parametrize("shape", ALL)
    def test_every_cell_has_one_region_and_every_region_has_cells(self, shape: ChestShape) -> None:
        board = grid.board(chests.area_of(shape))
        assert list(board.regions) == list(REGIONS)
        assert all(grid.count(rows) > 20 for rows in board.regions.values())
        assert sum(map(grid.count, board.regions.values())) == grid.count(board.whole)

    @pytest.mark.parametrize("shape", ALL)
    def test_cells_are_those_whose_middle_lies_inside(self, shape: ChestShape) -> None:
        """The rows of bits agree with the plain question, asked of each cell anew."""
        area = chests.area_of(shape)
        board = grid.board(area)
        for row in range(0, grid.ROWS, 12):
            for column in range(grid.COLUMNS):
                place = Point(grid.LEFT + (column + 0.5) * grid.CELL, grid.TOP + (row + 0.5) * grid.CELL)
                inside = any(contains(part, place) for part in area.parts)
                assert bool(board.whole[row] >> column & 1) == inside, (shape, place)

    def test_the_area_reaches_from_collarbone_to_fold_and_breastbone_to_armpit(self) -> None:
        for shape in ALL:
            area = chests.area_of(shape)
            left, top, right, low = bounds(area.main)
            assert left == pytest.approx(0, abs=1)
            assert top < 0 < area.fold < low
            assert right == pytest.approx(chests.BODIES[shape].trunk.armpit + chests.PAST_ARMPIT, abs=2)
            assert contains(area.main, area.nipple)
        assert chests.area_of("large").bottom > MIDDLE.bottom > chests.area_of("flat").bottom

    def test_every_chest_of_the_content_is_drawn(self) -> None:
        assert set(load().chests) == set(chests.BODIES)
        flat = chests.BODIES["scars"].right.scar
        assert flat, "one chest has scars"

    def test_neighbouring_strips_touch(self) -> None:
        assert 2 * PAD_HALF_WIDTH >= FINGER


class TestCoverage:
    """What the pads passed over."""

    @pytest.mark.parametrize("shape", ALL)
    def test_a_whole_search_covers_nearly_all_at_every_pressure(self, shape: ChestShape) -> None:
        area = chests.area_of(shape)
        found, board = covered(whole_search(area)), grid.board(area)
        assert all(found.share(board, pressure) >= 0.99 for pressure in PRESSURES)
        assert found.share_at_all(board) >= 0.99
        assert gaps(found, board) == ()

    def test_a_pressure_that_was_left_out_covers_nothing(self) -> None:
        found, board = covered(whole_search(MIDDLE, (1, 2))), grid.board(MIDDLE)
        assert found.share(board, 3) == 0 == found.share_at_all(board)
        assert found.share(board, 1) >= 0.99

    def test_a_pad_covers_its_own_size(self) -> None:
        """Three pads of 22 by 52 millimetres with round ends: the mean of all ways in which they may lie in a cell."""
        places = [Sample(0, 80 + x, 120 + y, 2) for x in range(4) for y in range(4)]
        cells = [grid.count(covered(Trail((place,))).rows[2]) for place in places]
        assert sum(cells) / len(cells) * grid.CELL**2 == pytest.approx(22 * 30 + math.pi * 11**2, rel=0.02)

    def test_the_grid_agrees_with_every_place_asked_by_itself(self) -> None:
        """A slower way that knows no bits: is the cell's middle under the pad at any of many places?"""
        dice = Random(7)
        ends = [Point(dice.uniform(20, 140), dice.uniform(30, 220)) for _ in range(6)]
        found = covered(Trail(tuple(path(ends))))
        places = [
            Point(a.x + (b.x - a.x) * n / 120, a.y + (b.y - a.y) * n / 120)
            for a, b in pairwise(ends)
            for n in range(121)
        ]

        def under(place: Point, reach: float) -> bool:
            def off(pad: Point) -> float:
                return math.hypot(place.x - pad.x, max(0.0, abs(place.y - pad.y) - 15))

            return min(map(off, places)) <= 11 + reach

        for row in range(0, grid.ROWS, 4):
            for column in range(0, grid.COLUMNS, 2):
                place = Point(grid.LEFT + (column + 0.5) * grid.CELL, grid.TOP + (row + 0.5) * grid.CELL)
                there = bool(found.rows[1][row] >> column & 1)
                assert under(place, 1.6) if there else not under(place, -1.6), place

    def test_lifted_pads_cover_nothing_between_two_places(self) -> None:
        apart = path([Point(30, 60)]) + path([Point(30, 220)], start=5)
        assert grid.count(covered(Trail(tuple(apart))).rows[1]) == 2 * grid.count(
            covered(Trail(tuple(path([Point(30, 60)])))).rows[1]
        )

    def test_a_place_beyond_the_drawing_is_kept_on_it(self) -> None:
        far = [Sample(0, -1e9, 1e9, 1), Sample(1, 1e9, -1e9, 1)]
        assert grid.count(covered(Trail((far[0],))).rows[1]) > 0
        assert grid.count(covered(Trail((far[1],))).rows[1]) > 0

    def test_circles_count_where_they_were_made(self) -> None:
        board = grid.board(MIDDLE)
        places = [place for strip in MIDDLE.strips() for place in strip]
        half = [Circle(x, y, 1) for x, y in places if y < 120]
        slid = whole_search(MIDDLE, (1,))
        assert covered(slid).circles(board) == 0
        assert 0.4 < covered(Trail(slid.samples, tuple(half))).circles(board) < 0.75
        other = tuple(Circle(x, y, 2) for x, y in places)
        assert covered(Trail(slid.samples, other)).circles(board) == 0, "circles of another pressure are not these"

    def test_going_over_it_again_is_overlap_and_neighbouring_circles_are_not(self) -> None:
        board = grid.board(MIDDLE)
        once = path([Point(80, 40), Point(80, 220)])
        down_and_up = path(
            [Point(80, 40), Point(80, 220), Point(30, 220), Point(30, 40), Point(80, 40), Point(80, 220)]
        )
        assert covered(Trail(tuple(once))).overlap(board) == 0
        assert covered(Trail(tuple(down_and_up))).overlap(board) > 0.25
        ring = [Point(80 + 9 * math.cos(n / 3), 100 + 9 * math.sin(n / 3)) for n in range(50)]
        assert covered(Trail(tuple(path(ring)))).overlap(board) < 0.05

    def test_time_counts_while_the_pads_are_down_and_no_long_rests(self) -> None:
        samples = (
            Sample(0, 50, 50, 1),
            Sample(1.5, 52, 60, 1),
            Sample(61.5, 52, 62, 1),
            Sample(62.5, 52, 70, 0),
            Sample(90, 52, 70, 1),
            Sample(91, 52, 90, 0),
        )
        assert covered(Trail(samples)).seconds == pytest.approx(1.5 + 1 + 1)

    def test_nothing_is_covered_by_nothing(self) -> None:
        found, board = covered(Trail(())), grid.board(MIDDLE)
        assert (found.share_at_all(board), found.circles(board), found.overlap(board), found.seconds) == (0, 0, 0, 0)


class TestGaps:
    """What was left out, by region."""

    def test_a_firm_pressure_left_out_in_one_part_is_named(self) -> None:
        light_and_medium = whole_search(MIDDLE, (1, 2)).samples
        inner = [place for place in MIDDLE.search() if place.x < MIDDLE.nipple.x - 24]
        firm = [sample for n, place in enumerate(inner) for sample in path(around(place), 3, 1000 + n)]
        found = gaps_of(Trail((*light_and_medium, *firm)), MIDDLE)
        assert found["upper-outer"].reach == {1: "whole", 2: "whole", 3: "none"}
        assert "breastbone" not in found
        assert found["upper-inner"].reach[3] == "part"

    def test_an_armpit_left_out_is_not_reached(self) -> None:
        area = chests.area_of("large")
        places = [place for place in area.search() if place.x < area.outer - 30]
        samples = [sample for pressure in PRESSURES for place in places for sample in path([place], pressure)]
        found = gaps_of(Trail(tuple(samples)), area)
        assert found["armpit"].untouched
        assert not found["upper-outer"].untouched
        assert "upper-inner" not in found

    @pytest.mark.parametrize("region", REGIONS)
    def test_each_region_is_named_when_it_alone_is_left_out(self, region: Region) -> None:
        """The cells of all other regions, as if each had been pressed; no pad is as narrow as this."""
        board = grid.board(MIDDLE)
        rows = grid.without(board.whole, board.regions[region])
        found = gaps(Coverage({1: rows, 2: rows, 3: rows}, {}, {}, 0.0), board)
        assert [(gap.region, gap.untouched, gap.rows) for gap in found] == [(region, True, None)]

    def test_rows_say_where_most_of_a_part_is_missing(self) -> None:
        board = grid.board(MIDDLE)
        upper = [bits if grid.TOP + n * grid.CELL < 110 else 0 for n, bits in enumerate(board.whole)]
        found = {gap.region: gap for gap in gaps(Coverage(dict.fromkeys(PRESSURES, upper), {}, {}, 0.0), board)}
        assert found["upper-inner"].rows == (finger_row(112), finger_row(MIDDLE.nipple.y - 2))
        assert found["lower-inner"].rows is None, "there it is missing everywhere"

    def test_rows_are_counted_from_the_top(self) -> None:
        assert [finger_row(y) for y in (-100, -29, -11, -9, 290)] == [1, 1, 1, 2, 15]

    def test_a_map_has_every_missing_cell_once(self) -> None:
        rows = grid.empty()
        rows[3], rows[4] = 0b1011, 0b1
        assert runs(rows) == "M-40 -60h8v4h-8zM-28 -60h4v4h-4zM-40 -56h4v4h-4z"


class TestTrail:
    """What a page sends."""

    def test_a_message_becomes_a_trail(self) -> None:
        trail = trail_of({"samples": [[0, 10.5, 20, 3], [0.1, 11, 21, 0]], "circles": [[10, 20, 3]]})
        assert trail == Trail((Sample(0, 10.5, 20, 3), Sample(0.1, 11, 21, 0)), (Circle(10, 20, 3),))

    @pytest.mark.parametrize(
        "content",
        [
            {},
            {"samples": "all", "circles": []},
            {"samples": [[0, 1, 2]], "circles": []},
            {"samples": [[0, 1, 2, 4]], "circles": []},
            {"samples": [[0, math.nan, 2, 1]], "circles": []},
            {"samples": [[0, math.inf, 2, 1]], "circles": []},
            {"samples": [[0, None, 2, 1]], "circles": []},
            {"samples": [[0, True, 2, 1]], "circles": []},
            {"samples": [[0, 10**400, 2, 1]], "circles": []},
            {"samples": [(0, 1, 2, 1)], "circles": []},
            {"samples": [[0, 1, 2, 1]] * (MOST_SAMPLES + 1), "circles": []},
            {"samples": [], "circles": [[1, 2, 0]]},
        ],
    )
    def test_what_is_no_trail_is_refused(self, content: dict[str, object]) -> None:
        with pytest.raises(ValueError, match=r"\w"):
            trail_of(content)


def test_work_grows_with_the_trail_and_not_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in pads laid down, not in seconds."""
    laid = 0
    lay = grid.lay

    def counted(*given: object) -> None:
        nonlocal laid
        laid += 1
        lay(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(grid, "lay", counted)
    hand = Hand(90, 1, 3, 9)
    work = []
    for times in (1, 4):
        laid = 0
        dice = Random(3)
        trails = [drawn(strips(MIDDLE, dice), hand, Random(4)).samples for _ in range(times)]
        covered(Trail(tuple(sample for part in trails for sample in part)))
        work.append(laid)
    assert 2.5 < work[1] / work[0] < 5.5


def test_an_hour_is_answered_in_bounded_memory() -> None:
    """The most that a page keeps, on one board: a handful of rows, whatever the length."""
    begun = time.process_time()
    samples = tuple(
        Sample(n * 0.09, 80 + 60 * math.sin(n / 40), 120 + 90 * math.sin(n / 97), 1) for n in range(MOST_SAMPLES)
    )
    found = covered(Trail(samples))
    assert all(len(rows) == grid.ROWS for rows in found.rows.values())
    assert max(map(int.bit_length, found.rows[1])) <= grid.COLUMNS
    assert time.process_time() - begun < 60, "no limit to keep, only an end"
