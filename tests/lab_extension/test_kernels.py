"""Two lessons keep the program behind them, whatever the server says late, wrongly or not at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_helpers.lab_extension import assemble
from tests.modules import module_of

KERNELS = Path(assemble.__file__).with_name("kernels.js")
FAKES = """async (source) => {
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  window.kernels = await import(url);
  window.log = [];
  // A server whose answers come when the test says so.
  window.server = { sessions: [], waiting: [], missing: [], lists: 0 };
  window.open = [];
  const lesson = ({ path, held }) => ({ path, held: () => held, rest: () => stop(path) });
  const stop = (name) => {
    window.log.push(name);
    if (window.server.missing.includes(name)) return Promise.reject(new Error('404'));
    return window.server.slow ? new Promise((done) => window.server.waiting.push(done)) : Promise.resolve();
  };
  window.keeper = new window.kernels.KernelKeeper({
    list: () => {
      window.server.lists += 1;
      const told = window.server.sessions;
      if (window.server.gone) return Promise.reject(new Error('gone'));
      if (!window.server.late) return Promise.resolve(told);
      return new Promise((done) => window.server.waiting.push(() => done(told)));
    },
    stop,
    lessons: () => window.open.map(lesson),
    holdsRoutine: (path) => path.startsWith('routine'),
  });
}"""
NOW = "() => new Promise((done) => setTimeout(done))"


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def page(blank: Page) -> Page:
    """A keeper of kernels with a server and lessons that the test sets."""
    blank.evaluate(FAKES, module_of(KERNELS))
    return blank


def session(path: str, **but: Any) -> dict[str, Any]:
    return {"id": path, "path": path, "connections": 1, "state": "idle", "used": "2026-01-01T10:00"} | but


def closed(path: str, **but: Any) -> dict[str, Any]:
    return session(path, **{"connections": 0} | but)


def lessons(*paths: str, held: str = "") -> list[dict[str, Any]]:
    return [{"path": path, "held": path in held.split()} for path in paths]


def tidied(page: Page, sessions: list[dict[str, Any]], open_lessons: list[dict[str, Any]], **server: Any) -> list[str]:
    page.evaluate(
        "([sessions, open, server]) => { Object.assign(window.server, { sessions }, server); window.open = open; }",
        [sessions, open_lessons, server],
    )
    page.evaluate("() => { window.done = window.keeper.tidy(); }")
    page.evaluate(NOW)
    log: list[str] = page.evaluate("window.log")
    return log


def test_two_stay_and_the_one_left_longest_ago_goes_first(page: Page) -> None:
    sessions = [session(name) for name in "badc"]
    assert tidied(page, sessions, lessons("c", "d", "a", "b")) == ["b", "a"]


def test_two_are_not_too_many(page: Page) -> None:
    assert tidied(page, [session("a"), session("b")], lessons("b", "a")) == []


def test_what_was_closed_goes_before_what_is_open_the_oldest_first(page: Page) -> None:
    sessions = [
        closed("x", used="2026-01-02"),
        closed("y", used="2026-01-01"),
        session("a"),
        session("b"),
        session("c"),
    ]
    assert tidied(page, sessions, lessons("c", "b", "a")) == ["y", "x", "a"]


def test_one_that_was_started_ahead_and_never_opened_goes_when_its_time_is_over(page: Page) -> None:
    """The launcher starts the first lesson's; whoever opens another one by its address leaves that one “starting”."""
    ahead = closed("first", state="starting", used="2026-01-01T09:58:59Z")
    others = [session(name, used="2026-01-01T10:00:00Z") for name in "ab"]
    assert tidied(page, [ahead, *others], lessons("b", "a")) == ["first"]


@pytest.mark.parametrize(
    "but", [{"used": "2026-01-01T09:59:01Z"}, {"used": ""}, {"connections": 1}, {"connections": None}], ids=str
)
def test_one_that_may_just_be_starting_stays(page: Page, but: dict[str, Any]) -> None:
    ahead = closed("first", **{"state": "starting", "used": "2026-01-01T09:58:59Z"} | but)
    assert (
        tidied(page, [ahead, *(session(name, used="2026-01-01T10:00:00Z") for name in "ab")], lessons("b", "a")) == []
    )


def test_a_starting_kernel_of_an_open_lesson_stays(page: Page) -> None:
    ahead = closed("c", state="starting", used="2026-01-01T09:58:59Z")
    sessions = [session("a", used="2026-01-01T10:00:00Z"), session("b"), ahead]
    assert tidied(page, sessions, lessons("b", "a", "c")) == []


def test_a_lesson_that_plays_or_waits_for_an_answer_keeps_its_kernel(page: Page) -> None:
    sessions = [session(name) for name in "abcd"]
    assert tidied(page, sessions, lessons("d", "c", "b", "a", held="a")) == ["b"]


def test_a_lesson_with_a_routine_keeps_what_hurt(page: Page) -> None:
    """S13: that a day is over is known in its kernel alone; while its page says nothing else, it stays."""
    sessions = [session("a"), session("b"), session("c"), session("routine"), closed("routine-closed")]
    assert tidied(page, sessions, lessons("c", "b", "a", "routine", held="routine")) == ["a"]


def test_a_lesson_with_a_routine_that_knows_nothing_rests_like_the_others(page: Page) -> None:
    sessions = [session("a"), session("b"), session("c"), session("routine"), closed("routine-closed")]
    assert tidied(page, sessions, lessons("c", "b", "a", "routine")) == ["routine", "a"]


def test_the_lessons_with_a_routine_are_known_by_their_code() -> None:
    code = assemble.extension_data()["lessonCode"]
    held = [name for name, cells in code.items() if any("play_routine(" in cell for cell in cells)]
    assert held == ["06_seven_quiet_minutes.ipynb", "07_gentle_help_with_milk.ipynb"]


@pytest.mark.parametrize(
    "spared",
    [
        session("a", connections=2),
        session("a", connections=None),
        session("a", connections="1"),
        session("a", state="busy"),
        session("a", state="starting"),
        session("a", state=""),
        closed("z", connections=1),
    ],
)
def test_what_another_page_holds_or_what_works_or_what_is_not_known_is_left(page: Page, spared: dict[str, Any]) -> None:
    assert tidied(page, [session("c"), session("b"), spared], lessons("c", "b", "a")) == []


def test_a_reader_who_goes_back_while_the_server_thinks_keeps_the_lesson(page: Page) -> None:
    sessions = [session(name) for name in "abc"]
    assert tidied(page, sessions, lessons("c", "b", "a"), late=True) == []
    page.evaluate("(open) => { window.open = open; window.server.waiting.shift()(); }", lessons("a", "c", "b"))
    page.evaluate(NOW)
    assert page.evaluate("window.log") == ["b"]


def test_one_is_stopped_at_a_time_and_the_order_is_asked_anew(page: Page) -> None:
    sessions = [session(name) for name in "abcd"]
    assert tidied(page, sessions, lessons("d", "c", "b", "a"), slow=True) == ["a"]
    page.evaluate("(open) => { window.open = open; window.server.waiting.shift()(); }", lessons("b", "d", "c", "a"))
    page.evaluate(NOW)
    assert page.evaluate("window.log") == ["a", "c"], "b is in front by now"


def test_a_session_that_is_gone_stops_nobody(page: Page) -> None:
    sessions = [session(name) for name in "abcd"]
    assert tidied(page, sessions, lessons("d", "c", "b", "a"), missing=["a"]) == ["a", "b"]


def test_a_server_that_does_not_answer_stops_nothing_and_the_next_time_counts(page: Page) -> None:
    sessions = [session(name) for name in "abc"]
    assert tidied(page, sessions, lessons("c", "b", "a"), gone=True) == []
    assert tidied(page, sessions, lessons("c", "b", "a"), gone=False) == ["a"]


def test_asked_while_it_works_it_looks_once_more(page: Page) -> None:
    tidied(page, [session("a")], lessons("a"), late=True)
    page.evaluate("() => { window.keeper.tidy(); window.keeper.tidy(); window.server.waiting.shift()(); }")
    page.evaluate(NOW)
    assert page.evaluate("window.server.lists") == 2
