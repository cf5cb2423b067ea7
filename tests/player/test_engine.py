"""The player's engine with a fake clock: order and behaviour, never a stopwatch."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.player.engine_page import load_engine, run

THREE = "new World([['a', 30], ['b', 40, {changeover: true}], ['c', 20]], {getReady: 10000})"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    load_engine(page)
    yield page
    page.close()


def test_a_whole_routine_in_order(page: Page) -> None:
    script = f"""const w = {THREE}; w.press('start'); w.pass(200000);
      const small = ['count', 'half', 'ten', 'soon'];
      return [w.log.filter((o) => !small.includes(o.kind)).map((o) => [o.kind, o.segment, o.at])]"""
    [log] = run(page, script)
    assert log == [
        ["get-ready", 0, 1000],
        ["begins", 0, 11000],
        ["spent", 0, 41000],
        ["boundary", 1, 41000],
        ["changeover", 1, 41000],
        ["begins", 1, 46000],
        ["spent", 1, 86000],
        ["boundary", 2, 86000],
        ["begins", 2, 86000],
        ["spent", 2, 106000],
        ["done", 2, 106000],
    ]


@pytest.mark.parametrize("segments", [10, 60])
def test_no_drift_however_many_steps(page: Page, segments: int) -> None:
    """T1: twenty minutes, looked at in uneven beats; every boundary lies on its own deadline."""
    script = """const w = new World(Array.from({length: count}, (_, n) => ['s' + n, 1200 / count]), {getReady: 0});
      w.press('start'); let turn = 0;
      while (w.state.phase !== 'done') { turn += 1; w.now += 90 + (turn * 37) % 700; w.event({kind: 'tick'}); }
      return w.of('boundary').map((o) => o.at - 1000)"""
    found = run(page, script, count=segments)
    assert found == pytest.approx([1_200_000 / segments * n for n in range(1, segments)], abs=0.001)


def test_late_page_pauses_and_credits_nothing_unseen(page: Page) -> None:
    """T5, T9: a silence of over one and a half seconds ends in a pause at the last look."""
    script = f"""const w = {THREE}; w.press('start'); w.pass(15000); w.sleep(60000); w.press('tick');
      return [w.state.phase, w.state.reason, w.state.elapsed, w.of('spent').length, w.of('boundary').length]"""
    assert run(page, script) == ["paused", "gap", 5000, 0, 0]


def test_a_short_delay_is_no_gap(page: Page) -> None:
    script = f"const w = {THREE}; w.press('start'); w.pass(15000); w.sleep(1400); w.press('tick'); return w.state.phase"
    assert run(page, script) == "running"


def test_sleep_that_only_the_wall_clock_sees_pauses(page: Page) -> None:
    """T9: on some systems performance.now stands still while the computer sleeps."""
    script = f"""const w = {THREE}; w.press('start'); w.pass(15000); w.offset += 3600000; w.sleep(200); w.press('tick');
      return [w.state.phase, w.state.reason, w.state.elapsed]"""
    assert run(page, script) == ["paused", "gap", 5000]


def test_a_wall_clock_set_back_changes_nothing(page: Page) -> None:
    """T10."""
    script = f"""const w = {THREE}; w.press('start'); w.pass(15000); w.offset -= 3600000; w.pass(1000);
      return [w.state.phase, w.moment().remaining]"""
    assert run(page, script) == ["running", 24000]


def test_a_pause_of_two_hours_keeps_the_rest_exactly(page: Page) -> None:
    """T19, A2: and resuming gives five seconds to get ready first."""
    script = f"""const w = {THREE}; w.press('start'); w.pass(17123); w.press('pause'); w.sleep(7200000);
      w.press('tick');
      const kept = w.moment().remaining; w.press('resume'); w.pass(4000); const phase = w.state.phase;
      w.pass(1000);
      return [kept, phase, w.state.phase, w.moment().remaining, w.of('goes-on').length]"""
    assert run(page, script) == [22877, "get-ready", "running", 22877, 1]


def test_paused_time_is_never_counted(page: Page) -> None:
    script = f"""const w = {THREE}; w.press('start'); w.pass(20000); w.press('pause'); w.sleep(50000);
      w.press('resume'); w.pass(60000); return w.of('spent')[0].ms"""
    assert run(page, script) == 30000


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.25, 1.5, 2])
def test_a_change_of_speed_keeps_the_share_that_is_left(page: Page, speed: float) -> None:
    """T20: and no boundary comes twice."""
    script = f"""const w = {THREE}; w.press('start'); w.pass(25000); const before = w.moment().share;
      w.press('settings', {{speed}}); const after = w.moment(); w.pass(500000);
      return [before, after.share, after.remaining, w.of('boundary').map((o) => o.segment)]"""
    before, after, remaining, boundaries = run(page, script, speed=speed)
    assert before == after == 0.5
    assert remaining == pytest.approx(15000 / speed)
    assert boundaries == [1, 2]


def test_the_hand_never_moves_faster_than_its_own_pace(page: Page) -> None:
    """Speed shortens the segment, not the stroke; a slower speed slows both."""
    script = f"""const motion = (speed) => {{ const w = {THREE}; w.press('settings', {{speed}}); w.press('start');
      w.pass(14000); return w.moment().motion; }}; return [0.5, 1, 2].map(motion)"""
    assert run(page, script) == [2000, 4000, 4000]


def test_time_can_be_stretched_tenfold_and_no_further(page: Page) -> None:
    """A1 and S16: ten times as long is possible, and together with half speed it is still ten times."""
    script = """const w = new World([['a', 30, {most: 300000}], ['b', 30]], {getReady: 0, longer: 10});
      w.press('start'); const first = w.moment().remaining; w.press('settings', {speed: 0.5});
      return [first, w.moment().remaining]"""
    assert run(page, script) == [300000, 300000]


def test_without_a_limit_only_a_press_goes_on(page: Page) -> None:
    """A1."""
    script = f"""const w = {THREE}; w.press('settings', {{untimed: true}}); w.press('start'); w.pass(400000);
      const still = [w.state.phase, w.state.segment, w.moment().remaining, w.of('ten').length]; w.press('next');
      return [...still, w.state.segment, w.of('spent')[0].done, w.of('spent')[0].ms]"""
    assert run(page, script) == ["running", 0, None, 0, 1, True, 390000]


def test_a_step_without_a_limit_pauses_at_its_longest(page: Page) -> None:
    """S16."""
    script = """const w = new World([['a', 30, {most: 300000}], ['b', 30]], {getReady: 0, untimed: true});
      w.press('start'); w.pass(400000); const at = [w.state.phase, w.state.reason, w.state.active];
      w.press('resume'); w.pass(6000); const again = w.state.phase; w.press('next'); w.pass(5000);
      return [...at, again, w.state.phase, w.state.segment]"""
    assert run(page, script) == ["paused", "enough", 300000, "paused", "running", 1]


def test_a_led_step_waits_for_next(page: Page) -> None:
    script = """const w = new World([['a', null], ['b', 20]], {getReady: 0}); w.press('start'); w.pass(100000);
      const waits = w.state.segment; w.press('next'); return [waits, w.state.segment, w.of('spent')[0].done]"""
    assert run(page, script) == [0, 1, True]


def test_next_does_nothing_where_the_clock_leads(page: Page) -> None:
    script = f"const w = {THREE}; w.press('start'); w.pass(12000); w.press('next'); return w.state.segment"
    assert run(page, script) == 0


def test_a_skip_is_no_completion(page: Page) -> None:
    script = f"""const w = {THREE}; w.press('start'); w.pass(15000); w.press('skip'); w.pass(200000);
      return [w.of('spent').map((o) => [o.segment, o.ms, o.done]), w.of('skipped').length, w.of('done')[0].whole]"""
    assert run(page, script) == [[[0, 5000, False], [1, 40000, True], [2, 20000, True]], 1, False]


def test_back_restarts_and_twice_goes_to_the_step_before(page: Page) -> None:
    script = f"""const w = {THREE}; w.press('start'); w.pass(60000); w.press('back');
      const once = [w.state.segment, w.state.elapsed]; w.pass(1000); w.press('back');
      return [...once, w.state.segment, w.state.phase]"""
    assert run(page, script) == [1, 0, 0, "get-ready"]


def test_two_slow_presses_of_back_stay_in_the_step(page: Page) -> None:
    script = f"""const w = {THREE}; w.press('start'); w.pass(60000); w.press('back'); w.pass(2500); w.press('back');
      return w.state.segment"""
    assert run(page, script) == 1


def test_each_side_has_the_same_time_and_the_change_counts_for_neither(page: Page) -> None:
    script = """const w = new World([['l', 60], ['r', 60, {changeover: true}]], {getReady: 0}); w.press('start');
      w.pass(62000); const phase = [w.state.phase, w.moment().remaining]; w.pass(100000);
      return [...phase, w.of('spent').map((o) => o.ms)]"""
    assert run(page, script) == ["changeover", 60000, [60000, 60000]]


@pytest.mark.parametrize(
    "before", ["start", "start pass", "start pass pause", "start pass skip", "start pass finish", ""]
)
def test_stop_works_in_every_state(page: Page, before: str) -> None:
    """S10, S11: one press, and afterwards nothing moves, counts or goes on."""
    script = f"""const w = {THREE}; for (const word of before.split(' ').filter(Boolean))
      word === 'pass' ? w.pass(13000) : w.press(word);
      w.press('stop'); const at = w.moment().motion; const count = w.log.length;
      w.pass(90000); for (const word of ['resume', 'start', 'skip', 'back', 'next', 'finish', 'pause']) w.press(word);
      return [w.state.phase, w.moment().motion - at, w.log.length - count, w.log.at(-1).kind]"""
    assert run(page, script, before=before) == ["stopped-pain", 0, 0, "stopped"]


def test_cues_come_before_the_boundary_and_once(page: Page) -> None:
    """Three tones at three, two and one second before it, the next segment five before, ten left, half."""
    script = f"""const w = {THREE}; w.press('start'); w.pass(200000);
      return w.log.filter((o) => ['count','half','ten','soon'].includes(o.kind) && o.segment === 1 && o.at > 46000)
        .map((o) => [o.kind, Math.round((86000 - o.at) / 100) / 10])"""
    assert run(page, script) == [["half", 20], ["ten", 10], ["soon", 5], ["count", 3], ["count", 2], ["count", 1]]


def test_a_cue_that_was_jumped_over_is_not_told_late(page: Page) -> None:
    """After the change fewer than nine seconds are left: “10 seconds left” would be wrong."""
    script = f"""const w = {THREE}; w.press('start'); w.pass(29000); w.press('settings', {{speed: 1.25}}); w.pass(800);
      return [w.moment().remaining, w.of('ten').length]"""
    assert run(page, script) == [8000, 0]


def test_a_restored_place_is_paused_and_counts_nothing(page: Page) -> None:
    """T13."""
    script = f"""const w = {THREE}; w.state = restored(w.state, {{segment: 1, elapsed: 12000}}); w.pass(50000);
      const still = [w.state.phase, w.state.reason, w.moment().remaining, w.log.length]; w.press('resume');
      w.pass(100000);
      return [...still, w.of('spent')[0].ms, w.of('done')[0].whole]"""
    assert run(page, script) == ["paused", "reload", 28000, 0, 28000, False]


@pytest.mark.parametrize("place", ["{segment: 99, elapsed: -5}", '{segment: "x", elapsed: "y"}', "{}"])
def test_a_damaged_place_leads_to_a_real_step(page: Page, place: str) -> None:
    script = f"const w = {THREE}; const s = restored(w.state, {place}); return [s.segment < 3, s.elapsed >= 0, s.phase]"
    assert run(page, script) == [True, True, "paused"]


def test_a_step_without_time_is_refused(page: Page) -> None:
    script = "try { newState([{id: 'a', ms: 0}]); return 'taken'; } catch (error) { return error.name; }"
    assert run(page, script) == "RangeError"


def test_a_step_is_come_to_no_more_often_than_it_says(page: Page) -> None:
    """B10: not with Back, not by jumping, and going forward passes it by."""
    script = """const segments = [['a', 30], ['once', 20, {times: 1}], ['twice', 20, {times: 2}], ['d', 20]];
      const w = new World(segments, {getReady: 0});
      w.press('start'); w.pass(31000); const at = [w.state.segment, w.state.visits.join()];
      w.press('back'); const back = [w.state.segment, w.state.phase, w.of('refused').length];
      w.press('jump', {to: 0}); w.pass(5000 + 30000 + 1000); const passed = w.state.segment;
      w.press('back'); w.pass(6000); const twice = [w.state.segment, w.state.visits.join()];
      w.press('back'); w.press('jump', {to: 1}); w.pass(100); const refused = w.of('refused').length;
      return [at, back, passed, twice, w.state.segment, refused]"""
    assert run(page, script) == [[1, "1,1,0,0"], [1, "running", 1], 2, [2, "2,1,2,0"], 2, 3]


def test_a_practice_ends_where_no_step_is_left_to_come_to(page: Page) -> None:
    script = """const w = new World([['a', 10], ['b', 10, {times: 1}]], {getReady: 0}); w.press('start'); w.pass(12000);
      w.press('jump', {to: 0}); w.pass(16000); return [w.state.phase, w.of('done').length]"""
    assert run(page, script) == ["done", 1]


def test_a_reload_brings_no_step_back(page: Page) -> None:
    script = """const segments = [['a', 30, {times: 1}], ['b', 20, {times: 2}]];
      const w = new World(segments); const kept = [{}, {visits: [1, 2]}, {visits: 'x'}, {visits: [0, 9, 'y']}];
      const found = kept.map((one) => restored(w.state, {segment: 1, elapsed: 5000, ...one}).visits.join());
      w.state = restored(w.state, {segment: 1, elapsed: 5000}); w.press('resume'); w.pass(6000);
      return [...found, w.state.visits.join(), w.of('goes-on').length]"""
    assert run(page, script) == ["1,1", "1,2", "1,1", "1,9", "1,1", 1]


PRESS = st.one_of(
    st.sampled_from(["start", "pause", "resume", "back", "skip", "next", "finish", "tick"]).map(lambda k: {"kind": k}),
    st.integers(-1, 5).map(lambda to: {"kind": "jump", "to": to}),
    st.sampled_from([0.5, 1, 2]).map(lambda speed: {"kind": "settings", "speed": speed}),
    st.booleans().map(lambda untimed: {"kind": "settings", "untimed": untimed}),
)
WAIT = st.one_of(
    st.integers(0, 60_000).map(lambda ms: {"pass": ms}),
    st.integers(0, 90_000).map(lambda ms: {"sleep": ms}),
    st.integers(-90_000, 90_000).map(lambda ms: {"wall": ms}),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.one_of(PRESS, WAIT), max_size=25), beat=st.sampled_from([100, 250, 1000, 1400]))
def test_any_sequence_keeps_the_promises(page: Page, acts: list[dict[str, Any]], beat: int) -> None:
    """No boundary twice, no segment credited unseen, paused time never counted, time never runs backwards."""
    script = """
      const segments = [['a', 30], ['b', 40, {changeover: true, times: 2}], ['c', null], ['d', 20, {times: 1}]];
      const w = new World(segments, {getReady: 10000}, {beat});
      let awake = 0; const faults = [];
      for (const act of acts) {
        const before = { ...w.moment(), at: w.now };
        if ('pass' in act) { w.pass(act.pass); awake += act.pass; }
        else if ('sleep' in act) { w.sleep(act.sleep); w.press('tick'); if (act.sleep <= 1500) awake += act.sleep; }
        else if ('wall' in act) { w.offset += act.wall; }
        else w.press(act.kind, act);
        const m = w.moment();
        if (m.remaining !== null && m.remaining < 0) faults.push('remaining below zero');
        if (m.share < 0 || m.share > 1 || m.progress > 1) faults.push('share outside 0-1');
        const waited = 'pass' in act || 'sleep' in act;
        const same = m.segment === before.segment && m.phase === before.phase;
        if (waited && same && m.share < before.share) faults.push('backwards');
        if (waited && before.phase === 'paused' && m.share !== before.share) faults.push('paused time counted');
      }
      const spent = w.of('spent').reduce((sum, one) => sum + one.ms, 0) + w.state.active;
      if (spent > awake + 1) faults.push(`credited ${spent} of ${awake}`);
      for (const one of w.of('spent').filter((o) => o.done && o.segment !== 2)) {
        if (one.ms <= 0) faults.push('done unseen');
      }
      if (w.of('done').length > 1) faults.push('done twice');
      if (w.of('begins').filter((o) => o.segment === 1).length > 2) faults.push('b too often');
      if (w.of('begins').filter((o) => o.segment === 3).length > 1) faults.push('d too often');
      let last = -1; for (const one of w.log) { if (one.at < last) faults.push('order'); last = one.at; }
      return faults;"""
    assert run(page, script, acts=acts, beat=beat) == []
