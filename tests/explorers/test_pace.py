"""The pace bar: places from elapsed time alone, steps with less motion, stillness out of sight, nothing sent."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import course_helpers as course
from course_helpers.body.movements import PACE_MM_PER_SECOND
from course_helpers.explorers.pace import PaceBar
from course_helpers.knowledge import load
from tests.axe import violations
from tests.explorers.conftest import Show

FOLDER = Path(__file__).parents[2] / "src/course_helpers/explorers/pace"
WORDS = load().strings.pace
PACES = load().paces
PX_PER_CM = 96 / 2.54


@pytest.fixture(scope="module")
def pure(browser: Browser) -> Any:
    """The pure functions of pace.js, called in a page without any DOM of ours."""
    source = re.sub(r"^export .*$", "", (FOLDER / "pace.js").read_text(encoding="utf-8"), flags=re.MULTILINE)
    page = browser.new_page()
    page.evaluate(
        """(source) => {
          window.pure = new Function(`${source}; return { pacesFor, placeAt, shownTime };`)();
          window.pure.each = (name, calls) => calls.map((call) => window.pure[name](...call));
        }""",
        source,
    )
    yield lambda name, *given: page.evaluate("([name, given]) => window.pure[name](...given)", [name, list(given)])
    page.close()


@pytest.mark.parametrize(
    ("ms", "pace", "place"),
    [
        (0, 3, 0),
        (1000, 3, 3),
        (2500, 3, 7.5),
        (5000, 3, 15),
        (6000, 3, 12),
        (10_000, 3, 0),
        (11_000, 3, 3),
        (1000, 10, 10),
        (2000, 10, 10),
        (1000, 1, 1),
    ],
)
def test_the_place_follows_from_the_time(pure: Any, ms: int, pace: int, place: float) -> None:
    """To and fro on a bar of 15 cm."""
    assert pure("placeAt", ms, pace, 15) == pytest.approx(place)


def test_the_marker_never_leaves_the_bar_and_never_jumps(pure: Any) -> None:
    for pace in PACES.values():
        places = pure("each", "placeAt", [[ms, pace.cm_per_second, 6] for ms in range(0, 6000, 50)])
        assert all(0 <= place <= 6 for place in places)
        steps = [abs(one - other) for one, other in pairwise(places)]
        assert max(steps) <= pace.cm_per_second * 0.05 + 1e-9


def test_with_less_motion_the_time_stands_still_within_a_second(pure: Any) -> None:
    assert [pure("shownTime", ms, True) for ms in (0, 999, 1000, 2999)] == [0, 0, 1000, 2000]
    assert pure("shownTime", 999, False) == 999


def test_steps_of_a_second_need_a_bar_that_is_long_enough(pure: Any) -> None:
    paces = [{"cm": pace.cm_per_second} for pace in PACES.values()]
    assert [pace["cm"] for pace in pure("pacesFor", paces, 6, True)] == [1, 3]
    assert [pace["cm"] for pace in pure("pacesFor", paces, 15, True)] == [1, 3, 10]
    assert pure("pacesFor", paces, 6, False) == paces


def test_the_paces_are_those_of_the_sources_and_the_player() -> None:
    start = next(pace for pace in PACES.values() if pace.at_start)
    assert start.cm_per_second * 10 == PACE_MM_PER_SECOND
    for pace in PACES.values():
        assert (pace.cm_per_second <= 10) == ("M09" in pace.references)
        assert pace.cm_per_second <= 10 or "Faster than what was rated most pleasant" in pace.about
    assert "not on breasts" in WORDS.measured


def test_the_stored_text_names_the_paces_and_the_stop_rule() -> None:
    data, _ = PaceBar.current()._repr_mimebundle_() or ({}, {})
    for kind in ("text/markdown", "text/html"):
        assert load().strings.card.stop_rule in data[kind]
        assert all(pace.about in data[kind] for pace in PACES.values())
    assert repr(course.pace_bar()) == WORDS.short_name


def test_the_view_sends_nothing_back_and_no_choice_is_a_trait() -> None:
    view = (FOLDER / "widget.js").read_text(encoding="utf-8")
    assert not re.search(r"model\s*\.\s*(?:set|save_changes|send)|fetch\(|localStorage|sessionStorage|innerHTML", view)
    ours = {name for name in PaceBar.current().get_state() if name[0] != "_"}
    assert ours == {"panel", "words", "paces", "layout", "tabbable", "tooltip"}


def centimetres(page: Page) -> float:
    """How far the marker is from the left end of the bar."""
    return float(
        page.evaluate(
            """() => {
              const left = (name) => document.querySelector(name).getBoundingClientRect();
              const marker = left('.course-pace-marker');
              return marker.left + marker.width / 2 - left('.course-pace-track').left;
            }"""
        )
        / PX_PER_CM
    )


class TestPage:
    """On a page, with a fake clock."""

    def test_start_and_stop_with_keys(self, show: Show) -> None:
        stage = show(PaceBar.current(), stopped=True)
        page = stage.page
        status = page.get_by_role("status")
        expect(status).to_have_text(WORDS.waiting)
        expect(page.get_by_role("radio", name="3 cm a second")).to_be_checked()
        page.get_by_role("button", name=WORDS.start).press("Enter")
        stage.wait(2)
        assert centimetres(page) == pytest.approx(6, abs=0.15)
        expect(status).to_have_text("The marker moves: 3 cm a second.")
        page.get_by_role("button", name=WORDS.stop).press("Space")
        expect(status).to_have_text(WORDS.stopped)
        still = centimetres(page)
        stage.wait(2)
        assert centimetres(page) == still
        expect(page.get_by_role("button", name=WORDS.start)).to_be_focused()

    def test_another_pace_begins_anew(self, show: Show) -> None:
        stage = show(PaceBar.current(), stopped=True)
        page = stage.page
        page.get_by_role("button", name=WORDS.start).click()
        stage.wait(1)
        page.get_by_role("radio", name="10 cm a second").check()
        stage.wait(0.5)
        assert centimetres(page) == pytest.approx(5, abs=0.4)
        expect(page.get_by_text(PACES["quickest"].about)).to_be_visible()

    def test_less_motion_moves_once_a_second_and_says_so(self, show: Show) -> None:
        stage = show(PaceBar.current(), motion="reduce", stopped=True)
        page = stage.page
        expect(page.get_by_text(WORDS.steps)).to_be_visible()
        expect(page.get_by_role("radio", name="20 cm a second")).to_be_hidden()
        page.get_by_role("button", name=WORDS.start).click()
        stage.wait(0.9)
        assert centimetres(page) == pytest.approx(0, abs=0.02)
        stage.wait(1)
        assert centimetres(page) == pytest.approx(3, abs=0.02)

    def test_a_pace_that_falls_away_gives_way_to_the_first(self, show: Show) -> None:
        page = show(PaceBar.current()).page
        page.get_by_role("radio", name="20 cm a second").check()
        page.emulate_media(reduced_motion="reduce")
        expect(page.get_by_role("radio", name="3 cm a second")).to_be_checked()
        expect(page.get_by_text(PACES["course"].about)).to_be_visible()
        page.close()

    @pytest.mark.parametrize("how", ["page", "tab"])
    def test_out_of_sight_it_stops(self, show: Show, how: str) -> None:
        stage = show(PaceBar.current(), stopped=True)
        page = stage.page
        page.get_by_role("button", name=WORDS.start).click()
        stage.wait(0.5)
        if how == "page":
            page.evaluate(
                """() => {
                  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }"""
            )
        else:
            page.evaluate("document.getElementById('view-0').style.display = 'none'")
            stage.wait(0.1)
            page.evaluate("document.getElementById('view-0').style.display = ''")
        expect(page.get_by_role("status")).to_have_text(WORDS.hidden)
        still = centimetres(page)
        stage.wait(1)
        assert centimetres(page) == still

    def test_a_view_that_is_taken_away_stands_still(self, show: Show) -> None:
        stage = show(PaceBar.current(), stopped=True)
        page = stage.page
        page.get_by_role("button", name=WORDS.start).click()
        stage.wait(0.5)
        page.evaluate("window.ends[0]()")
        still = centimetres(page)
        stage.wait(1)
        assert centimetres(page) == still

    def test_nothing_is_sent(self, show: Show) -> None:
        page = show(PaceBar.current()).page
        page.get_by_role("button", name=WORDS.start).click()
        page.get_by_role("radio", name="1 cm a second").check()
        page.get_by_role("button", name=WORDS.stop).click()
        assert page.evaluate("window.stage.sent") == []
        assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0

    @pytest.mark.parametrize(("width", "dark", "longest"), [(1000, False, 15), (320, True, 6)])
    def test_axe_finds_nothing_serious_and_the_bar_fits(self, show: Show, width: int, dark: bool, longest: int) -> None:
        page = show(PaceBar.current(), width, "no-preference", dark).page
        page.get_by_role("button", name=WORDS.start).click()
        assert violations(page, "body") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator(".course-pace-mark").count() == longest + 1
        expect(page.get_by_text(load().strings.card.stop_rule)).to_be_visible()
