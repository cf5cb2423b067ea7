"""The routine player in the real JupyterLab: dead and busy kernels, reload, keys, every state for everyone."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, WebSocket, expect

from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.record import FOLDER_VARIABLE, Record, practices
from tests.axe import violations
from tests.browser.conftest import (
    LIVE_MS,
    RunningCourse,
    Watched,
    held,
    open_lesson,
    read_until_a_kernel_waits,
    reload,
)
from tests.browser.looks import SCREENSHOTS, VIEWS, off_the_page, show_as
from tests.player.mastered import master
from tests.player.tab import FRAMES, MS_BETWEEN_FRAMES

RELAX = "06_seven_quiet_minutes.ipynb"
MILK = "07_gentle_help_with_milk.ipynb"
WORDS = load().strings.player
STOP = WORDS.stop
ALL_WRITTEN = """() => Object.entries(localStorage)
  .filter(([name]) => /^course-helpers:practice:relax:[0-9]+$/.test(name))
  .every(([, kept]) => !Object.values(JSON.parse(kept)).some((session) => session.events.length))"""
FAKE_TIME = "delete window.Worker;"
"""With the page's own timers faked, the heartbeat has to come from them too."""
RARELY_MS = 120_000
"""Longer than any test of a routine that plays by the real clock."""
STRIDE_MS = 5_000
"""How much time passes on the page at once: every beat of the heart comes, and each step is met more than once."""


@pytest.fixture(autouse=True)
def record_file(course: RunningCourse) -> Iterator[Path]:
    """Each test begins with the quiz all right and nothing practised."""
    course.shut_all_kernels()
    path = Path(os.environ[FOLDER_VARIABLE]) / "record.sqlite3"
    record = Record(path)
    record.forget()
    master(record, "safety", "milk")
    record.close()
    yield path
    record = Record(path)
    record.forget()
    record.close()


def player(page: Page) -> Locator:
    """The last player of the lesson in front: the one to practise with."""
    return page.locator(".course-lesson:not(.lm-mod-hidden) .course-player").last


def press(page: Page, name: str) -> None:
    wanted = player(page).get_by_role("button", name=name, exact=True, include_hidden=True).first
    open_more_for(page, wanted)
    wanted.click()


def open_more_for(page: Page, wanted: Locator) -> None:
    """Open what lies over the drawing, if that is where something is."""
    if wanted.evaluate("(node) => Boolean(node.closest('.course-more')?.hidden)"):
        player(page).locator(".course-more-opener").click()


def is_in(page: Page, state: str, timeout: float = 20_000) -> None:
    expect(player(page)).to_have_attribute("data-state", state, timeout=timeout)


ALL_NO = """questions => questions.forEach((question) => question.querySelectorAll('input')[1].click())"""
"""One way into the page for all nine questions: a mouse is moved over a long lesson for each otherwise."""


def answer_no(page: Page) -> None:
    player(page).locator(".course-readiness-question").evaluate_all(ALL_NO)
    press(page, load().strings.readiness.see_result)


def less_motion(page: Page) -> None:
    """For a test that is not about what moves: pictures change, and no hand is drawn 60 times a second."""
    page.emulate_media(reduced_motion="reduce")


def draw_rarely(page: Page) -> None:
    """Draw as on a slow computer while real seconds pass, in a lesson that is open: the player goes by its clock."""
    if not page.evaluate("() => Boolean(window.drawRarely)"):
        page.evaluate(FRAMES, [MS_BETWEEN_FRAMES, 0])
    page.evaluate("(ms) => window.drawRarely(ms)", RARELY_MS)


ALONE = """(root) => {
  const cell = root.closest('.jp-Cell');
  const style = document.createElement('style');
  cell.classList.add('has-the-player');
  style.textContent = `
    .jp-Notebook .jp-Cell:not(.has-the-player) { display: none; }
    .has-the-player { margin-bottom: 100vh; }
  `;
  cell.closest('.course-lesson').append(style);
}"""


def only_the_player(page: Page) -> None:
    """Take the rest of the lesson out of sight: the computer would lay it out for each view and with each change.

    Below the player there is room as before, to scroll past it. The lesson is looked at in the tests of all lessons.
    """
    player(page).evaluate(ALONE)


def practise(page: Page, *, get_ready: str = "0") -> None:
    """Through the check into a running practice."""
    press(page, WORDS.practise)
    answer_no(page)
    press(page, WORDS.practise)
    settings = player(page).locator(".course-settings summary")
    open_more_for(page, settings)
    settings.click()
    player(page).get_by_label(WORDS.countdown).select_option(get_ready)
    press(page, WORDS.start)
    is_in(page, "running")


def seconds_left(page: Page) -> tuple[float, float]:
    """What is left of the step, and the time of the page's own clock, both in seconds."""
    left, now = player(page).evaluate("root => [Number(root.dataset.remainingMs), performance.now()]")
    return left / 1000, now / 1000


def written_with_faked_time(page: Page) -> None:
    """Wait until Python has said that every event is written down; the page's own timers are moved by hand."""
    for _ in range(100):
        if page.evaluate(ALL_WRITTEN):
            return
        page.clock.run_for(200)
        page.wait_for_timeout(100)
    pytest.fail("Python has not said that every event is written down.")


def test_a_whole_routine_at_double_speed(course: RunningCourse, watched_alone: Watched, record_file: Path) -> None:
    """T1, T8, S21: every step in turn, written down once, and no request leaves this computer."""
    page = watched_alone.page
    less_motion(page)
    page.add_init_script(FAKE_TIME)
    page.clock.install()
    open_lesson(course, page, RELAX)
    only_the_player(page)
    practise(page)
    speed = player(page).get_by_label(WORDS.speed)
    open_more_for(page, speed)
    speed.select_option("2")
    page.clock.pause_at(datetime.fromtimestamp(page.evaluate("Date.now()") / 1000 + 1, UTC))
    page.evaluate(FRAMES, [10 * MS_BETWEEN_FRAMES, MS_BETWEEN_FRAMES])
    seen = []
    for _ in range(400):
        page.evaluate("(ms) => window.drawRarely(ms)", STRIDE_MS)
        page.clock.run_for(STRIDE_MS)
        state, step = player(page).evaluate("(root) => [root.dataset.state, root.dataset.step]")
        if state == "done":
            break
        seen.append(step)
    is_in(page, "done")
    assert list(dict.fromkeys(seen)) == ["1", "2", "3", "4", "5", "6"]
    expect(player(page)).to_contain_text(WORDS.done_whole.split("{")[0].strip())
    written_with_faked_time(page)
    [practice] = practices(Record(record_file))
    assert practice.whole
    assert [event.number for event in practice.events] == list(range(1, 9))
    steps = load().routines["relax"].steps
    planned = {step.id: step.seconds / 2 for step in steps if step.on_at_start and step.seconds}
    assert {e.segment: e.seconds for e in practice.events if e.kind == "step"} == pytest.approx(planned, abs=1)
    assert watched_alone.outside == []
    assert watched_alone.errors == []


@pytest.mark.parametrize("state", ["running", "paused", "get-ready"])
def test_stop_works_six_seconds_after_the_kernel_was_killed(
    course: RunningCourse, watched: Watched, state: str
) -> None:
    """S10, S11, T11, T15: JupyterLab's own window must not cover it, and nothing needs the kernel."""
    page = watched.page
    less_motion(page)
    open_lesson(course, page, RELAX)
    only_the_player(page)
    draw_rarely(page)
    practise(page)
    if state != "running":
        press(page, WORDS.pause)
    if state == "get-ready":
        press(page, WORDS.resume)
    course.kernel().kill()
    page.wait_for_timeout(6000)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    press(page, STOP)
    assert player(page).get_attribute("data-state") == "stopped-pain"
    expect(player(page)).to_contain_text(load().care_cards["STOP-pain"].title)
    page.wait_for_timeout(2500)
    assert player(page).get_attribute("data-state") == "stopped-pain"
    assert watched.errors == []


def test_a_routine_goes_on_without_its_kernel_and_loses_nothing(
    course: RunningCourse, watched: Watched, record_file: Path
) -> None:
    """T11, T12: told in words, and written down once by the next kernel."""
    page = watched.page
    less_motion(page)
    open_lesson(course, page, RELAX)
    draw_rarely(page)
    practise(page)
    course.kernel().kill()
    press(page, WORDS.skip)
    expect(player(page).locator("[role=alert]")).to_have_text(WORDS.not_saved, timeout=LIVE_MS)
    keep_running(page)
    assert player(page).get_attribute("data-step") == "2"
    press(page, WORDS.finish)
    is_in(page, "done")
    reload(page, RELAX)
    page.wait_for_function(ALL_WRITTEN)
    [practice] = practices(Record(record_file))
    assert [(e.number, e.kind, e.segment) for e in practice.events] == [
        (1, "begun", ""),
        (2, "step", "a1"),
        (3, "step", "a2"),
        (4, "ended", ""),
    ]


def time_passes(page: Page) -> bool:
    """Whether two seconds of the page are two of the step; a page that the computer held up has paused, and goes on."""
    keep_running(page)
    left, then = seconds_left(page)
    page.wait_for_timeout(2000)
    left_now, now = seconds_left(page)
    return left - left_now == pytest.approx(now - then, abs=1)


def test_a_busy_kernel_changes_no_step(course: RunningCourse, watched: Watched, record_file: Path) -> None:
    """T8: afterwards every event is there exactly once and in order."""
    page = watched.page
    less_motion(page)
    open_lesson(course, page, RELAX)
    draw_rarely(page)
    practise(page)
    kernel = course.kernel()
    with held(kernel):
        press(page, WORDS.skip)
        expect(player(page).locator("[role=alert]")).to_have_text(WORDS.not_saved, timeout=LIVE_MS)
        press(page, WORDS.skip)
        passed = [time_passes(page) for _ in range(3)]
        assert any(passed), "the routine waited for its kernel"
    expect(player(page).locator("[role=alert]")).to_have_text(WORDS.saved, timeout=20_000)
    press(page, WORDS.finish)
    is_in(page, "done")
    page.wait_for_function(ALL_WRITTEN)
    [practice] = practices(Record(record_file))
    assert [event.segment for event in practice.events] == ["", "a1", "a2", "a3", ""]


def test_a_reload_in_mid_step_comes_back_paused(course: RunningCourse, watched: Watched) -> None:
    """T13: the same step, within a second, silent until pressed. T6: then without sound, and with it again."""
    page = watched.page
    less_motion(page)
    open_lesson(course, page, RELAX)
    draw_rarely(page)
    practise(page)
    press(page, WORDS.skip)
    page.wait_for_timeout(2500)
    player(page).evaluate(
        "root => addEventListener('pagehide', () => { sessionStorage.leftAtTheEnd = root.dataset.remainingMs; })"
    )
    reload(page, RELAX)
    draw_rarely(page)
    is_in(page, "paused")
    assert player(page).get_attribute("data-step") == "2"
    left_at_the_end = float(page.evaluate("sessionStorage.leftAtTheEnd")) / 1000
    assert seconds_left(page)[0] == pytest.approx(left_at_the_end, abs=1)
    another_tab_in_front_without_sound_pauses(page)
    goes_on(page)


def goes_on(page: Page) -> None:
    press(page, WORDS.resume)
    is_in(page, "get-ready")
    is_in(page, "running")


WITHOUT_SOUND = "() => { window.sound = AudioContext; delete window.AudioContext; }"
WITH_SOUND = "() => { window.AudioContext = window.sound; }"
"""A player asks for sound at a press, and had none before."""
ANOTHER_TAB = """() => {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
THIS_TAB = """() => {
  delete document.visibilityState;
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def another_tab_in_front_without_sound_pauses(page: Page) -> None:
    page.evaluate(WITHOUT_SOUND)
    goes_on(page)
    page.evaluate(ANOTHER_TAB)
    is_in(page, "paused")
    assert page.title().startswith(WORDS.hidden_title)
    page.evaluate(THIS_TAB)
    page.evaluate(WITH_SOUND)


def test_keys_stay_in_the_player_and_the_kernel_that_waited_writes_it_down(
    course: RunningCourse, watched: Watched, record_file: Path
) -> None:
    """A15, T18: no cell is added, deleted or opened, and only one routine runs."""
    page = watched.page
    less_motion(page)
    waiting = read_until_a_kernel_waits(course, page)
    open_lesson(course, page, RELAX)
    assert waiting in course.kernel_processes(course.root / "notebooks")
    draw_rarely(page)
    cells = page.locator(".course-lesson .jp-Cell").count()
    practise(page)
    player(page).locator(".course-step-title").focus()
    for key in ("d", "d", "b", "a", "m", "y", "x", "z", "ArrowDown", "Shift+Enter", "Control+Enter"):
        page.keyboard.press(key)
    is_in(page, "running")
    page.keyboard.press("Space")
    is_in(page, "paused")
    page.keyboard.press("Escape")
    is_in(page, "paused")
    assert page.locator(".course-lesson .jp-Cell").count() == cells
    assert page.locator(".course-lesson .jp-mod-editMode").count() == 0
    player(page).locator(".course-step-title").focus()
    page.keyboard.press("h")
    is_in(page, "stopped-pain")
    expect(player(page)).to_contain_text(load().care_cards["STOP-pain"].title)
    page.wait_for_function(ALL_WRITTEN)
    [practice] = practices(Record(record_file))
    assert practice.events[0].kind == "begun"
    assert watched.errors == []


def test_answers_cross_once_and_are_found_nowhere(course: RunningCourse, watched: Watched, record_file: Path) -> None:
    """S19, S20: one message from the page; nothing from Python, in a file, an address or a store holds them."""
    page = watched.page
    sent: list[str] = []
    received: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: sent.append(as_text(frame)))
        socket.on("framereceived", lambda frame: received.append(as_text(frame)))

    addresses: list[str] = []

    def note(request: Request) -> None:
        addresses.append(request.url + (request.post_data or ""))

    page.on("websocket", listen)
    page.on("request", note)
    open_lesson(course, page, RELAX)
    press(page, WORDS.practise)
    for number, question in enumerate(player(page).locator(".course-readiness-question").all(), 1):
        question.locator(".course-readiness-replies input").nth(0 if number == 8 else 1).check()
    player(page).locator(".course-readiness-question").nth(7).locator(".course-readiness-second input").nth(1).check()
    press(page, load().strings.readiness.see_result)
    press(page, WORDS.practise)
    press(page, WORDS.start)
    page.wait_for_timeout(500)
    press(page, STOP)
    press(page, load().care_cards["STOP-pain"].choices[1].choice)
    page.wait_for_timeout(1500)
    page.remove_listener("websocket", listen)
    page.remove_listener("request", note)
    with_answers = [frame for frame in sent if '"answers"' in frame]
    assert len(with_answers) == 1
    secret = '"reply"'
    assert secret in with_answers[0]
    assert not any('"relax-8":' in frame or '"reply":"' in frame or '"reply": "' in frame for frame in received)
    marks = page.evaluate("JSON.stringify([...document.querySelectorAll('.course-player')].map((one) => one.dataset))")
    stores = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    written = [*record_file.parent.glob("*"), course.root / "start.log"]
    written += [path for path in (course.root / ".course").rglob("*") if path.is_file()]
    files = "".join(path.read_bytes().decode("latin-1") for path in written if path.is_file())
    for place in (marks, stores, files, "".join(addresses)):
        for word in (secret, "relax-8", "T3-", '"over"', "still hurts"):
            assert word not in place


def as_text(frame: str | bytes) -> str:
    return frame if isinstance(frame, str) else frame.decode("utf-8", errors="replace")


def test_watching_needs_nothing_and_leaves_nothing(course: RunningCourse, watched: Watched, record_file: Path) -> None:
    """S7, T17, T18: all is read without a check; of the two routines of lesson 07, starting one pauses the other."""
    record = Record(record_file)
    record.forget()
    record.close()
    page = watched.page
    less_motion(page)
    open_lesson(course, page, MILK)
    # They come one after the other.
    expect(page.locator(".course-lesson .course-player")).to_have_count(2)
    draw_rarely(page)
    text = page.locator(".course-lesson:not(.lm-mod-hidden)").inner_text()
    for routine in ("before_feed", "between_feeds"):
        assert all(step.title in text for step in load().routines[routine].steps)
    assert player(page).locator(".course-player-missing a").count() == 2
    both = page.locator(".course-lesson:not(.lm-mod-hidden) .course-player")
    for one in (both.nth(0), both.nth(1)):
        one.get_by_role("button", name=WORDS.watch).click()
        expect(one).to_have_attribute("data-state", "running", timeout=8000)
    expect(both.nth(0)).to_have_attribute("data-state", "paused")
    expect(both.nth(1)).to_have_attribute("data-state", "running")
    expect(player(page)).to_contain_text(WORDS.hands_off)
    press(page, WORDS.finish)
    is_in(page, "done")
    assert practices(Record(record_file)) == []
    assert watched.errors == []


def faults(page: Page, state: str, view: str) -> list[str]:
    """What is wrong with the player in one state and one view."""
    show_as(page, view)
    far = player(page).get_attribute("data-far") == "true"
    beside = player(page).evaluate("(root) => root.scrollWidth > root.clientWidth ? ['far view'] : []")
    if SCREENSHOTS:
        player(page).scroll_into_view_if_needed()
        page.screenshot(path=str(Path(SCREENSHOTS) / f"player-{view}-{state}.png"))
    return violations(page, ".course-lesson:not(.lm-mod-hidden) .course-player") + (
        beside if far else off_the_page(page)
    )


def test_every_state_is_for_everyone(course: RunningCourse, watched: Watched) -> None:
    """A14, A18, A19, S10: axe in every state; light, dark, 200 % and 320 px; Stop is on the screen and on top."""
    page = watched.page
    less_motion(page)
    open_lesson(course, page, RELAX)
    only_the_player(page)
    views = list(VIEWS)

    def look(state: str, *, begin: Callable[[Page], None] | None = None, stoppable: bool = False) -> None:
        """In each view, beginning with the one that is shown: a long lesson is laid out anew for another."""
        for view in views:
            if begin:
                begin(page)
            assert faults(page, state, view) == [], (state, view)
            if stoppable:
                stop_is_on_the_screen(page)
        views.reverse()

    look("choice")
    press(page, WORDS.practise)
    look("check")
    answer_no(page)
    press(page, WORDS.practise)
    look("ready")
    press(page, WORDS.start)
    look("get-ready", begin=get_ready_again, stoppable=True)
    press(page, WORDS.skip)
    player(page).evaluate("(node) => node.querySelectorAll('details').forEach((one) => { one.open = true; })")
    look("running", begin=keep_running, stoppable=True)
    press(page, WORDS.lock)
    pause(page)
    look("paused and locked", stoppable=True)
    press(page, WORDS.far)
    look("far", stoppable=True)
    press(page, STOP)
    press(page, load().care_cards["STOP-pain"].choices[-1].choice)
    look("stopped")
    press(page, localised(next(iter(load().warning_signs.values())).text))
    look("stopped with a sign")


def pause(page: Page) -> None:
    """Pause, unless it is paused: a page that axe-core kept busy for long has paused by itself."""
    if player(page).get_attribute("data-state") != "paused":
        press(page, WORDS.pause)
    is_in(page, "paused")


def get_ready_again(page: Page) -> None:
    """Back to the seconds before the first step."""
    pause(page)
    press(page, WORDS.resume)
    is_in(page, "get-ready")


def keep_running(page: Page) -> None:
    """On with the routine, should it have paused by itself, as it does on a computer that held the page up."""
    if player(page).get_attribute("data-state") == "paused":
        expect(player(page)).to_contain_text(WORDS.paused_gap)
        press(page, WORDS.resume)
    is_in(page, "running")


def stop_is_on_the_screen(page: Page) -> None:
    """Wherever inside the player one has scrolled to, Stop can be pressed without scrolling."""
    for share in (0.0, 0.4, 0.8):
        reached = player(page).evaluate(
            """async (root, share) => {
              const box = root.getBoundingClientRect();
              const scroller = root.popover ? root : root.closest('.jp-WindowedPanel-outer');
              const controls = root.querySelector('.course-controls').getBoundingClientRect();
              const way = (controls.bottom - box.top) * share;
              const top = scroller.getBoundingClientRect().top;
              scroller.scrollTop += root.popover ? way - scroller.scrollTop : box.top - top + way;
              await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              const stop = root.querySelector('.course-button-stop').getBoundingClientRect();
              const hit = document.elementFromPoint(stop.x + stop.width / 2, stop.y + stop.height / 2);
              return [hit?.closest('button')?.textContent ?? null, stop.width >= 88 && stop.height >= 88];
            }""",
            share,
        )
        assert reached == [STOP, True], share
