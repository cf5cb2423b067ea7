"""After the course's program has ended, the page says so calmly; a short silence frightens nobody."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from course_helpers.knowledge import load
from tests.axe import violations
from tests.lab_extension.frame_page import frame_page, put_script_on

WORDS = load().strings.extension
NOTE = f"{WORDS.course_silent} {WORDS.course_silent_stored} {WORDS.course_silent_go_on}"
FAKES = """() => {
  // Time that passes when the test says so, and a server whose answers do.
  window.now = 1_000_000;
  const timers = [];
  window.pass = async (ms) => {
    for (const until = now + ms; ; ) {
      const next = timers.filter((timer) => timer.at <= until).sort((one, two) => one.at - two.at)[0];
      if (!next) { now = until; break; }
      timers.splice(timers.indexOf(next), 1);
      now = Math.max(now, next.at);
      next.work();
      await new Promise((done) => setTimeout(done));
    }
  };
  // The computer sleeps: its clock goes on, and what was due comes at once.
  window.sleep = (ms) => { now += ms; return pass(0); };
  window.server = { is: 'there', asked: 0, late: [] };
  window.told = [];
  const ask = () => {
    server.asked += 1;
    if (server.is === 'gone') return Promise.reject(new Error('refused'));
    if (server.is === 'foreign') return Promise.resolve(false);
    if (server.is === 'late') return new Promise((done) => server.late.push(done));
    return Promise.resolve(true);
  };
  const later = (work, ms) => timers.push({ work, at: now + ms });
  window.watch = new frame.ServerWatch({ ask, tell: (silent) => told.push(silent), later, now: () => now });
}"""


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    opened = frame_page(browser, "", "server_watch.js")
    yield opened
    opened.close()


@pytest.fixture
def page(blank: Page) -> Page:
    """A watch whose server and time the test holds."""
    blank.evaluate(FAKES)
    return blank


def after(page: Page, *steps: str) -> list[bool]:
    """What was told after some steps: a state of the server, or something that happens."""
    for step in steps:
        page.evaluate(f"async () => {{ {step}; await new Promise((done) => setTimeout(done)); }}")
    told: list[bool] = page.evaluate("told")
    return told


@pytest.mark.parametrize("how", ["gone", "foreign"])
def test_a_server_that_ended_is_told_once_and_taken_back_by_the_first_answer(page: Page, how: str) -> None:
    assert after(page, f"server.is = '{how}'", "watch.doubt()", "await pass(10_000)") == []
    assert after(page, "watch.doubt()", "await pass(15_000)") == [True]
    assert after(page, "watch.doubt()", "await pass(600_000)") == [True], "it is said once"
    assert after(page, "server.is = 'there'", "await pass(4_000)") == [True, False]
    asked = page.evaluate("server.asked")
    assert after(page, "await pass(600_000)") == [True, False]
    assert page.evaluate("server.asked") == asked, "a server that answers is asked no more"


def test_a_short_silence_is_not_told(page: Page) -> None:
    for _ in range(5):
        after(
            page,
            "server.is = 'gone'",
            "watch.doubt()",
            "await pass(12_000)",
            "server.is = 'there'",
            "await pass(9_000)",
        )
    assert after(page, "await pass(60_000)") == []


def test_nothing_is_asked_before_something_failed(page: Page) -> None:
    after(page, "await pass(600_000)")
    assert page.evaluate("server.asked") == 0


def test_a_server_that_never_answers_is_told_later_than_one_that_refuses(page: Page) -> None:
    after(page, "server.is = 'late'", "watch.doubt()", "await pass(50_000)")
    assert after(page) == []
    assert after(page, "await pass(20_000)") == [True]


def test_a_late_answer_is_an_answer_and_a_late_failure_counts_once(page: Page) -> None:
    after(page, "server.is = 'late'", "watch.doubt()", "await pass(30_000)")
    assert after(page, "server.late[0](true)", "await pass(600_000)") == []
    assert page.evaluate("watch.doubts") is False
    page.evaluate(FAKES)
    after(page, "server.is = 'late'", "watch.doubt()", "await pass(30_000)")
    assert after(page, "for (const late of server.late) late(false)", "await pass(1_000)") == []


def test_a_computer_that_slept_begins_to_count_anew(page: Page) -> None:
    """Its network comes back some seconds after its page: what failed before the sleep, or across it, tells nothing."""
    for _ in range(8):
        after(page, "server.is = 'gone'", "watch.doubt()", "await pass(9_000)", "await sleep(3_600_000)")
    assert after(page) == []
    assert after(page, "await pass(30_000)") == [True]


def test_what_failed_just_now_is_in_doubt_until_it_is_answered(page: Page) -> None:
    """JupyterLab opens a window about a single failure, a moment after it."""
    after(page, "watch.doubt()")
    assert page.evaluate("watch.doubts") is True
    after(page, "await pass(2_000)")
    assert page.evaluate("watch.doubts") is False
    after(page, "server.is = 'gone'", "watch.doubt()", "await pass(120_000)")
    assert page.evaluate("watch.doubts") is True


def test_nobody_tells_a_guest_that_something_is_stored(page: Page) -> None:
    """A guest's record goes with the program."""
    told = [page.evaluate("(guest) => frame.silenceNote({ getOption: () => guest })", guest) for guest in ("", "g1")]
    assert told == [NOTE, f"{WORDS.course_silent} {WORDS.course_silent_go_on}"]


# What is seen of it


BAR = """() => {
  const panel = { node: document.querySelector('#lesson') };
  const way = { ways: {}, neighboursOf: () => ({}) };
  window.bar = new frame.LessonBar({}, { panel, way, jupyter: { reader: {} } }, false);
  document.body.prepend(bar.node);
}"""
LESSON = "<main id='lesson' class='course-lesson'><button>Stop: it hurts</button></main>"


def shown(page: Page) -> dict[str, Any]:
    status = page.locator(".course-bar-status")
    again = page.get_by_role("button", name=WORDS.start_again, exact=True)
    return {"text": status.inner_text(), "again": again.is_visible()}


def test_the_bar_says_it_and_says_afterwards_what_it_said_before(browser: Browser) -> None:
    page = frame_page(browser, LESSON, "bar.js")
    page.evaluate(BAR)
    page.evaluate("bar.tell('Stopped.', { offerStart: true })")
    page.evaluate("(note) => bar.tellSilence(note)", NOTE)
    assert shown(page) == {"text": NOTE, "again": False}
    page.evaluate("bar.tell('Later.', { offerStart: true })")
    assert shown(page) == {"text": NOTE, "again": False}, "no press could help before the server is back"
    assert page.get_by_role("status").inner_text() == NOTE
    page.get_by_role("button", name="Stop: it hurts").click(timeout=1000)
    assert violations(page) == []
    page.evaluate("bar.tellSilence('')")
    assert shown(page) == {"text": "Later.", "again": True}
    page.close()


OPEN = """(state) => {
  const { tellSilence, lookForKernel } = frame.Lesson.prototype;
  const node = document.querySelector('#lesson');
  node.innerHTML = `<div class='course-player' data-state='${state}'></div>`;
  window.told = [];
  window.session = { kernel: {} };
  window.lesson = {
    tellSilence, lookForKernel, onStatus: (status) => told.push(status),
    bar: { tellSilence: (silent) => told.push(silent) },
    panel: { node, isDisposed: false, sessionContext: { get session() { return session; } } },
    jupyter: { app: { serviceManager: { sessions: { refreshRunning: async () => { window.session = known; } } } } },
  };
  window.known = session;
}"""


@pytest.mark.parametrize("state", ["running", "get-ready", "changeover"])
def test_under_hands_that_are_led_nothing_moves_before_the_next_pause(browser: Browser, state: str) -> None:
    page = frame_page(browser, "<main id='lesson'></main>", "lesson.js")
    page.clock.install()
    page.evaluate(OPEN, state)
    page.evaluate("lesson.tellSilence('ended')")
    page.clock.run_for(60_000)
    assert page.evaluate("told") == []
    page.evaluate("document.querySelector('.course-player').dataset.state = 'paused'")
    page.clock.run_for(1_000)
    assert page.evaluate("told") == ["ended"]
    page.close()


def test_a_course_that_was_started_again_offers_a_lesson_whose_kernel_it_does_not_have(browser: Browser) -> None:
    """JupyterLab goes on trying the kernel of before for ever; one that is still there is left alone."""
    page = frame_page(browser, "<main id='lesson'></main>", "lesson.js")
    page.evaluate(OPEN, "gate")
    page.evaluate("lesson.tellSilence('ended')")
    page.evaluate("async () => { lesson.tellSilence(''); await new Promise((done) => setTimeout(done)); }")
    assert page.evaluate("told") == ["ended", ""]
    page.evaluate(
        "async () => { known = null; lesson.tellSilence(''); await new Promise((done) => setTimeout(done)); }"
    )
    assert page.evaluate("told") == ["ended", "", "", "dead"]
    page.close()


def test_a_long_note_stands_below_the_tools_and_not_in_a_column_beside_them(browser: Browser) -> None:
    page = frame_page(browser, LESSON, "bar.js", width=1016)
    page.evaluate(BAR)
    low = page.locator(".course-bar").bounding_box()
    page.evaluate("(note) => bar.tellSilence(note)", NOTE)
    note, tools = page.locator(".course-bar-status").bounding_box(), page.locator(".course-button-help").bounding_box()
    assert low and note and tools
    assert note["width"] > 900
    assert note["y"] >= tools["y"] + tools["height"]
    assert note["height"] < 90
    page.evaluate("bar.tellSilence('')")
    assert page.locator(".course-bar").bounding_box() == low
    page.close()


def test_the_home_says_it_too(browser: Browser) -> None:
    page = frame_page(browser, "", "home.js")
    page.evaluate("() => { window.home = new frame.HomePage({}); document.body.append(home.node); }")
    note = page.locator(".course-home-silence")
    expect(note).to_have_text("")
    page.evaluate("(note) => home.tellSilence(note)", NOTE)
    expect(note).to_have_text(NOTE)
    page.evaluate("home.tellSilence('')")
    expect(note).to_have_text("")
    page.close()


# The size of the text, which the same bar sets


SIZES = """() => {
  const [smaller, larger] = document.querySelectorAll('.course-bar-group[role=group] button');
  const size = () => document.querySelector('#lesson').style.getPropertyValue('--course-text-size');
  return [larger, larger, smaller, smaller, smaller].map((press) => { press.click(); return size(); });
}"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)


@pytest.mark.parametrize("browsers_way", ["", FULL, FORBIDDEN], ids=["keeps", "full", "forbidden"])
def test_every_size_can_be_reached_in_a_browser_that_keeps_nothing(browser: Browser, browsers_way: str) -> None:
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body=LESSON, content_type="text/html"))
    page.goto("http://course.test/")
    page.evaluate(f"() => {{ {browsers_way} }}")
    put_script_on(page, "bar.js")
    page.evaluate(BAR)
    assert page.evaluate(SIZES) == ["20px", "23px", "20px", "18px", "16px"]
    page.close()
