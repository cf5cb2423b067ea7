"""What is said about a search: every gap in words, the map in a table, spots and their fate; no verdict on anybody."""

import re
from random import Random
from typing import Any

import pytest

from course_helpers.body.geometry import Point
from course_helpers.body.search_area import REGIONS
from course_helpers.explorers.search import SearchTrainer, chests, grid, report, spots
from course_helpers.explorers.search.coverage import Coverage
from course_helpers.explorers.search.gaps import Gap, gaps
from course_helpers.explorers.search.spots import Spot, fate
from course_helpers.explorers.search.trail import PRESSURES, Circle, Sample, Trail
from course_helpers.knowledge import load
from tests.explorers.search.test_search_coverage import path, whole_search

WORDS = load().strings.search
MIDDLE = chests.area_of("middle")
BOARD = grid.board(MIDDLE)


def asked(panel: SearchTrainer, **content: Any) -> tuple[dict[str, Any], str]:
    """What the page hears after a question, and the sentence that is read out."""
    told: list[dict[str, Any]] = []
    panel.send = lambda message, *_: told.append(message)
    panel._hear(panel, {"id": f"q{len(told)}-{Random().random()}", "mark": "mine"} | content, [])
    reply = told.pop()
    return (told[0] if told else {}), str(reply["text"])


@pytest.mark.parametrize(
    ("reach", "rows", "said"),
    [
        ({1: "none", 2: "none", 3: "none"}, None, "Armpit, your left: not reached."),
        ({1: "whole", 2: "whole", 3: "none"}, None, "Armpit, your left: firm not done."),
        ({1: "whole", 2: "part", 3: "none"}, None, "Armpit, your left: medium only in part, firm not done."),
        (
            {1: "part", 2: "part", 3: "part"},
            (4, 6),
            "Armpit, your left: only in part, at each pressure. Most of it in rows 4 to 6.",
        ),
        ({1: "part", 2: "whole", 3: "whole"}, (4, 4), "Armpit, your left: light only in part. Most of it in row 4."),
    ],
)
def test_a_gap_in_words(reach: dict[int, Any], rows: tuple[int, int] | None, said: str) -> None:
    assert report.gap_in_words(Gap("armpit", reach, rows), "your left", WORDS) == said


def test_a_whole_search_is_told_as_whole() -> None:
    told = report.report(whole_search(MIDDLE), MIDDLE, "right", WORDS)
    assert told["gaps"] == [WORDS.gaps_none]
    assert told["summary"] == WORDS.summary.format(light=100, medium=100, firm=100, all=100)
    assert told["how"][0] == WORDS.pattern_strips
    assert [part["missing"] for part in told["maps"]] == ["", "", ""]


def test_what_the_map_shows_the_table_says() -> None:
    """Each region has a row, and its numbers are those of the cells on the map."""
    told = report.report(whole_search(MIDDLE, (1,)), MIDDLE, "left", WORDS)
    assert [row[0] for row in told["table"]] == [report.region_name(region, WORDS) for region in REGIONS]
    assert all(row[1:] == ["100", "0", "0"] for row in told["table"])
    missing = sum(float(wide) / grid.CELL for wide in re.findall(r"h(\d+)v", told["maps"][2]["missing"]))
    assert missing == grid.count(BOARD.whole)
    assert told["maps"][2]["label"] == WORDS.map.format(pressure="firm", percent=0)


def test_all_and_nothing_are_said_only_of_all_and_nothing() -> None:
    assert [report.percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [0, 1, 50, 99, 100]


def test_sliding_is_told_with_its_trial_and_circles_without() -> None:
    slid = report.report(whole_search(MIDDLE, (1,)), MIDDLE, "left", WORDS)["how"]
    assert WORDS.sliding in slid
    circles = tuple(Circle(x, y, 1) for x, y in MIDDLE.search())
    made = report.report(Trail(whole_search(MIDDLE, (1,)).samples, circles), MIDDLE, "left", WORDS)["how"]
    assert WORDS.sliding not in made
    assert WORDS.small_circles.format(percent=100) in made


class TestSpots:
    """Find the changes."""

    def test_spots_lie_apart_inside_the_area_and_ask_for_every_pressure(self) -> None:
        for seed in range(40):
            area = chests.area_of(tuple(chests.BODIES)[seed % len(chests.BODIES)])
            found = spots.hidden(area, Random(seed))
            assert len(found) == spots.HOW_MANY
            assert {spot.pressure for spot in found} == set(PRESSURES)
            assert all(report.region_at(area, spot) in REGIONS for spot in found)
            pairs = [(a, b) for a in found for b in found if a is not b]
            assert all((a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= spots.APART**2 for a, b in pairs)

    @pytest.mark.parametrize(
        ("samples", "circles", "expected"),
        [
            (path([Point(80, 100)], 3), (Circle(80, 100, 3),), "shown"),
            (path([Point(80, 60), Point(80, 200)], 3), (), "no-circle"),
            (path([Point(80, 60), Point(80, 200)], 2), (Circle(80, 100, 2),), "other-pressure"),
            (path([Point(20, 60), Point(20, 200)], 3), (Circle(20, 100, 3),), "not-reached"),
        ],
    )
    def test_what_became_of_a_spot(self, samples: list[Sample], circles: tuple[Circle, ...], expected: str) -> None:
        assert fate(Spot(80, 100, 3), Trail(tuple(samples), circles)) == expected

    def test_it_is_told_where_they_were_and_what_became_of_them(self) -> None:
        trail = Trail(tuple(path([Point(20, 60), Point(20, 200)], 3)), (Circle(20, 100, 3),))
        told = report.spot_report((Spot(20, 102, 3), Spot(140, 130, 1)), trail, MIDDLE, "right", WORDS)
        assert told[0] == f"Beside the breastbone, your right, row 7; it shows under firm pressure. {WORDS.spot_shown}"
        assert told[1].endswith(WORDS.spot_not_reached)

    def test_a_spot_outside_the_area_is_refused(self) -> None:
        with pytest.raises(ValueError, match="outside"):
            report.region_at(MIDDLE, Spot(-30, -60, 1))


class TestPanel:
    """The panel and what it tells a page."""

    def test_it_answers_with_the_mark_of_the_question(self) -> None:
        samples = [list(sample) for sample in whole_search(MIDDLE).samples]
        told, said = asked(
            SearchTrainer(), kind="covered", chest="middle", side="left", samples=samples, circles=[], mark="a" * 99
        )
        assert (told["kind"], told["mark"]) == ("covered", "a" * 64)
        assert said == told["summary"]

    def test_an_empty_trail_is_told_as_one(self) -> None:
        told, said = asked(SearchTrainer(), kind="covered", chest="flat", side="left", samples=[], circles=[])
        assert told == {"kind": "nothing", "mark": "mine"}
        assert said == WORDS.nothing

    @pytest.mark.parametrize(
        "content",
        [
            {"chest": "barrel"},
            {"side": "middle"},
            {"samples": None},
            {"kind": "reveal", "spots": [[1, 2, 3]] * 9},
            {"kind": "reveal", "spots": [[80, 100, 7]]},
            {"kind": "reveal", "spots": [[9000, 100, 1]]},
        ],
    )
    def test_what_no_page_sends_is_a_fault_in_words(self, content: dict[str, Any]) -> None:
        panel = SearchTrainer()
        good = {"kind": "covered", "chest": "middle", "side": "left", "samples": [[0, 80, 80, 1]], "circles": []}
        told, said = asked(panel, **(good | content))
        assert (told, said) == ({}, load().strings.panel.fault)
        assert len(panel.faults) == 1

    def test_no_trail_and_no_result_is_a_trait(self) -> None:
        panel = SearchTrainer()
        before = panel.get_state()
        asked(panel, kind="covered", chest="middle", side="left", samples=[[0, 80, 80, 1]], circles=[])
        asked(panel, kind="hide", chest="middle")
        assert panel.get_state() == before

    def test_the_published_numbers_stand_with_their_limit(self) -> None:
        trials = SearchTrainer().trials
        assert trials["told"] == [
            "With 28 women, strips covered 64.4 of 100 parts of the area, and circles 38.9.",
            "With 28 women, strips covered 67.9 of 100 parts of the area, and spokes 44.7.",
        ]
        assert [source["id"] for source in trials["sources"]] == ["B15", "B16"]
        assert "please do not compare your numbers with them" in WORDS.trials_limit

    def test_the_words_judge_no_person_and_promise_nothing(self) -> None:
        said = " ".join(WORDS.by_name().values()).lower()
        assert not re.search(r"\b(?:score|well done|good job|bad|excellent|skilled|safe|failed?|passed the)\b", said)
        assert "more coverage has not been shown to find more lumps" in WORDS.limit
        assert "never for massage" in WORDS.firm_only

    def test_stored_it_leaves_its_name(self) -> None:
        assert repr(SearchTrainer.current()) == WORDS.short_name
        assert SearchTrainer.current().fallback() is None


def test_every_region_has_a_name() -> None:
    assert len({report.region_name(region, WORDS) for region in REGIONS}) == len(REGIONS)
    whole = {pressure: list(BOARD.whole) for pressure in PRESSURES}
    assert gaps(Coverage(whole, {}, {}, 0.0), BOARD) == ()
