"""The player as a learner meets it: what must hold whatever happens, and nothing is lost."""

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from course_helpers import record
from course_helpers.knowledge import load
from course_helpers.player import PlayerPanel
from course_helpers.record import open_record, practices
from course_helpers.record.learners import add
from tests.modules import module_of
from tests.player.player_page import PlayerPage
from tests.player.practising import HANDS_AWAY, STOP, WORDS, Opener, running

NOTES_WHAT_IS_KEPT = """() => {
  const { setItem } = Storage.prototype;
  window.kept = [];
  Storage.prototype.setItem = function (key, value) { kept.push(key); return setItem.call(this, key, value); };
}"""
"""What a tab keeps is what the other tabs hear of."""


class TestSafeWays:
    """Ways round a rule that a tired learner, a slow kernel or a second window could find."""

    @pytest.mark.parametrize("way", ["later", "back", "reload"])
    def test_after_a_hurt_every_way_leads_to_a_later_step(self, opened: Opener, way: str) -> None:
        """S13."""
        player = running(opened)
        player.wait(70)
        player.press(STOP)
        if way == "reload":
            player.open()
        else:
            player.press("Mild, and eased at once")
            player.press(WORDS.eased_go_on if way == "later" else "Back to the choice")
        if way == "later":
            player.press("Back to the choice")
        player.check()
        assert player.root.get_by_text("lighter", exact=False).count() > 0
        player.press("Practise")
        player.press("Start")
        player.wait(11)
        assert player.root.locator(".course-step-title").inner_text() == "Slow circles, the other way"

    def test_a_late_outcome_opens_nothing(self, opened: Opener) -> None:
        """S1, S8: the answer to a check that was taken back meanwhile."""
        player = opened()
        player.press("Practise")
        player.page.evaluate("window.kernel.mode = 'busy'")
        for number in range(1, 10):
            player.answer(number, "no")
        player.press("See what this means")
        player.press("Back to the choice")
        player.press("Practise")
        player.answer(1, "yes")
        player.page.evaluate("window.kernel.wake()")
        player.settle()
        assert player.root.get_attribute("data-screen") == "readiness"
        assert player.root.locator("[data-card=HELP-now]").is_visible()

    def test_two_answers_that_mean_more_together_do_so_with_no_kernel(self, opened: Opener) -> None:
        """S5: ill, and a birth that is only told some questions later."""
        player = opened()
        player.press("Practise")
        player.page.evaluate("window.kernel.mode = 'dead'")
        place = {q: [c.id for c in load().readiness[q].choices] for q in ("relax-3", "relax-7")}
        player.answer(3, "yes", place["relax-3"].index("other"))
        assert player.root.locator("[data-card=TODAY-fever]").is_visible()
        after_birth = place["relax-7"].index("birth")
        player.answer(7, "yes", after_birth)
        assert player.root.locator("[data-card=HELP-birth]").count() == 1
        assert player.root.locator("[data-card=TODAY-fever]").count() == 0
        player.answer(7, "no")
        assert player.root.locator("[data-card=HELP-birth]").count() == 0

    def test_the_next_day_begins_with_the_check(self, opened: Opener) -> None:
        """S1."""
        player = running(opened)
        player.press("Pause")
        player.sleep(15 * 3600)
        player.press("Resume")
        assert player.root.get_attribute("data-screen") == "choice"
        assert WORDS.another_day in player.told("status")

    def test_the_days_limit_holds_within_one_practice(self, opened: Opener) -> None:
        """S16: also with Back pressed again and again."""
        player = opened()
        open_limit(player, seconds=100)
        for _ in range(4):
            player.wait(30)
            if player.state != "paused":
                player.press("Back")
                player.wait(6)
        assert player.state == "paused"
        assert player.root.get_by_text(WORDS.paused_today).count() > 0
        player.press("Resume")
        assert player.state == "paused"

    def test_all_help_where_a_routine_was_never_done_whole(self, opened: Opener) -> None:
        """A12: what was chosen for another routine hides nothing here."""
        player = opened("between_feeds")
        player.page.evaluate("localStorage['course-helpers:player-settings'] = JSON.stringify({help: 'none'})")
        player.open()
        player.practise()
        assert load().routines["between_feeds"].steps[0].instruction in player.root.inner_text()

    def test_damaged_settings_are_left_aside(self, opened: Opener) -> None:
        player = opened()
        bad = {"speed": -3, "longer": 0, "getReady": 1e9, "volume": 7, "help": "no", "tones": "x", "still": 4}
        player.page.evaluate("(bad) => { localStorage['course-helpers:player-settings'] = JSON.stringify(bad) }", bad)
        player.open()
        player.practise()
        assert player.remaining == 60_000
        player.press("Start")
        player.wait(10)
        assert player.state == "running"
        assert player.errors == []

    def test_every_step_switched_off_is_told(self, opened: Opener) -> None:
        player = opened()
        player.check()
        player.root.locator(".course-switches:not(.course-aim) summary").click()
        for box in player.root.locator(".course-switches:not(.course-aim) input").all():
            box.uncheck()
        player.press("Practise")
        assert player.state == "gate"
        assert WORDS.no_steps in player.told("status")

    def test_what_is_said_is_said_once_and_the_used_view_leads(self, opened: Opener) -> None:
        """A8, A10, A16: two views of one player."""
        player = opened()
        player.page.evaluate("window.second = window.addView()")
        views = player.page.locator(".course-player")
        player.practise()
        player.press("Start")
        player.wait(11)
        assert views.nth(0).locator("[role=status]").first.inner_text() != ""
        assert views.nth(1).locator("[role=status]").first.inner_text() == ""
        views.nth(1).get_by_role("button", name=STOP).click()
        assert views.nth(1).evaluate("view => view.contains(document.activeElement)")
        alerts = [views.nth(n).locator("[role=alert]").first.text_content() for n in (0, 1)]
        assert alerts[0] == ""
        assert HANDS_AWAY in str(alerts[1])

    def test_the_key_stops_the_routine_that_moves_and_no_other(self, opened: Opener) -> None:
        """S10: also with the capital letter that Caps Lock brings."""
        player = running(opened)
        player.press("Pause")
        player.page.evaluate(OTHER_PLAYER)
        player.page.keyboard.press("h")
        assert player.state == "paused"
        player.page.evaluate("window.other.end()")
        player.page.keyboard.press("H")
        assert player.state == "stopped-pain"

    def test_the_answers_changes_are_said_with_their_situation(self, opened: Opener) -> None:
        """S5: the page knows them from its own answers; no message brings them back (S19)."""
        player = opened()
        nodes = [pick.row for pick in load().readiness["relax-8"].picks].index("T3-nodes")
        player.check(q8=("yes", nodes))
        row = load().tier_rows["T3-nodes"]
        assert f"{row.sign}: {row.changes['relax']}" in player.root.inner_text()
        assert row.sign not in json.dumps(player.messages)

    def test_health_facts_are_named_as_specially_protected(self, opened: Opener) -> None:
        """S22."""
        player = opened()
        player.press("Practise")
        assert load().strings.readiness.kept_nowhere in player.root.inner_text()


CALL = """async ([source, name]) => {
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  (await import(url))[name]();
}"""


OTHER_PLAYER = """async () => {
  const el = document.createElement('div');
  document.getElementById('host').append(el);
  const { model, source } = window.course;
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const { render } = (await import(url)).default;
  const end = render({ model: { ...model, on() {}, off() {}, send() {} }, el });
  const press = (name) => [...el.querySelectorAll('button')].find((one) => one.textContent === name).click();
  press('Watch');
  window.other = { end() { end(); el.remove(); } };
}"""
"""A second routine on the page, which is being watched. Every panel has a copy of the script of its own."""


def open_limit(player: PlayerPage, seconds: int) -> None:
    """A practice for which only so many seconds of today are left."""
    spent = load().routines["relax"].head.most_minutes_a_day * 60 - seconds
    player.panel._hear(
        player.panel,
        {
            "id": "x",
            "kind": "events",
            "session": "e" * 16,
            "version": "v",
            "events": [
                {"number": 1, "kind": "step", "step": "a1", "seconds": spent, "whole": True, "at": time.time() * 1000}
            ],
        },
        [],
    )
    player.practise()
    player.press("Start")
    player.wait(10)


class TestNothingIsLost:
    """Events, reload, other views."""

    def test_a_busy_kernel_gets_everything_once_and_in_order(self, opened: Opener) -> None:
        """T8, T11: told within two seconds, and again when all is written down."""
        player = running(opened)
        player.page.evaluate("window.kernel.mode = 'busy'")
        player.wait(61.8)
        assert player.step == 2
        assert WORDS.not_saved in player.told("alert")
        player.wait(58.2)
        player.page.evaluate("window.kernel.wake()")
        player.wait(0.2)
        assert player.told("alert") == WORDS.saved
        player.press("Finish")
        events = practices(open_record())[0].events
        assert [(e.number, e.kind, e.segment) for e in events] == [
            (1, "begun", ""),
            (2, "step", "a1"),
            (3, "step", "a2"),
            (4, "ended", ""),
        ]

    def test_what_was_not_acknowledged_is_sent_again(self, opened: Opener) -> None:
        """T11: one message arrives, the next is lost on the way."""
        player = running(opened)
        player.page.evaluate("window.kernel.mode = 'busy'")
        for _ in range(2):
            player.wait(8)
            player.press("Skip")
        assert player.page.evaluate("window.kernel.queue.splice(1).length") > 0
        player.page.evaluate("window.kernel.wake()")
        player.settle()
        assert [e.number for e in practices(open_record())[0].events] == [1, 2]
        player.wait(8)
        player.press("Skip")
        assert [e.number for e in practices(open_record())[0].events] == [1, 2, 3, 4]

    def test_a_dead_kernel_stops_nothing(self, opened: Opener) -> None:
        """T11."""
        player = running(opened)
        player.page.evaluate("window.kernel.mode = 'dead'")
        player.wait(62)
        assert (player.state, player.step) == ("running", 2)
        assert WORDS.not_saved in player.told("alert")
        assert player.errors == []

    def test_at_most_two_messages_a_step_and_none_a_frame(self, opened: Opener) -> None:
        """T16."""
        player = running(opened)
        before = player.page.evaluate("window.kernel.sent.length")
        # Python answers at the end of each step, before time goes on.
        for seconds in (60, 90, 90):
            player.wait(seconds)
        assert player.step == 4
        assert player.page.evaluate("window.kernel.sent.length") - before <= 2 * 3

    def test_a_reload_comes_back_paused_at_the_same_place(self, opened: Opener) -> None:
        """T13: also between two of the seconds at which the place is kept."""
        player = running(opened)
        player.wait(75.6)
        left = player.remaining or 0
        player.open()
        assert (player.state, player.step) == ("paused", 2)
        assert abs((player.remaining or 0) - left) <= 300
        player.wait(20)
        assert player.page.evaluate("window.sounds.length") == 0
        player.press("Resume")
        player.wait(5)
        assert player.state == "running"

    def test_a_reload_with_a_new_kernel_asks_the_check_again(self, opened: Opener) -> None:
        """T13, T12: what the page kept is written down by the new kernel."""
        player = running(opened)
        player.page.evaluate("window.kernel.mode = 'dead'")
        player.wait(95)
        kept = "Object.keys(localStorage).filter((name) => /:practice:relax:[0-9]+$/.test(name)).length"
        assert player.page.evaluate(kept) == 1
        player.panel = PlayerPanel("relax")
        player.open()
        player.wait(1)
        assert player.state == "gate"
        assert [e.segment for e in practices(open_record())[0].events if e.kind == "step"] == ["a1"]
        assert player.page.evaluate(kept) == 0

    def test_the_browser_keeps_nothing_about_a_body(self, opened: Opener) -> None:
        """S19, S20: neither answers nor pain, and no reason why a step is missing."""
        player = opened()
        player.practise(q8=("yes", 1))
        player.press("Start")
        player.wait(20)
        kept = player.page.evaluate(
            "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
        )
        player.press(STOP)
        player.press("It still hurts")
        kept += player.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
        for word in ("T3-", "reply", "picks", "pain", "hurt", "over", "left_out"):
            assert word not in kept
        answers = [m for m in player.page.evaluate("window.kernel.sent") if m["kind"] == "answers"]
        assert len(answers) == 1

    def test_forget_everything_reaches_the_browser_too(self, opened: Opener) -> None:
        """S20: with one call; and what was not written down yet is not written down later."""
        player = running(opened)
        player.page.evaluate("window.kernel.mode = 'dead'")
        player.set(WORDS.speed, "2")
        player.wait(70)
        open_record().forget()
        player.page.evaluate(CALL, [module_of(Path(record.__file__).parent / "in_browser.js"), "forgetInBrowser"])
        assert player.page.evaluate("Object.keys(localStorage)") == []
        player.page.evaluate("window.kernel.mode = 'idle'")
        player.wait(0.5)
        player.press("Finish")
        assert [event.kind for event in practices(open_record())[0].events] == ["step", "ended"]

    def test_a_check_that_one_person_answered_opens_nothing_for_another(self, opened: Opener) -> None:
        """S20: two people share a computer; whoever learns now is asked anew."""
        player = opened()
        player.press("Practise")
        for number in range(1, 10):
            player.answer(number, "no")
        player.press("See what this means")
        assert player.panel._cleared
        player.page.evaluate(CALL, [module_of(Path(record.__file__).parent / "in_browser.js"), "forgetInBrowser"])
        player.settle()
        expect(player.page.get_by_role("button", name="Practise").first).to_be_visible()
        assert player.panel._cleared is None

    def test_a_routine_that_runs_waits_when_somebody_else_learns_and_stop_stays(self, opened: Opener) -> None:
        """S20: nobody is led on by another person's check, and nothing of it comes into the other one's record."""
        player = running(opened)
        player.wait(20)
        add("Ana")
        player.page.evaluate(CALL, [module_of(Path(record.__file__).parent / "in_browser.js"), "forgetInBrowser"])
        player.settle()
        assert player.state == "paused"
        assert player.told("alert") == WORDS.paused_person
        assert player.page.evaluate("Object.keys(localStorage)") == []
        player.wait(5)
        player.press(STOP)
        assert player.state == "stopped-pain"
        player.wait(0.5)
        assert practices(open_record()) == []
        assert [event.kind for event in practices(open_record(""))[0].events] == ["begun", "step"]
        player.open()
        assert player.state == "gate"

    def test_another_person_never_starts_on_a_check_that_was_answered(self, opened: Opener) -> None:
        """S20: also where the first one stood ready, and where the first one had paused."""
        player = opened()
        player.practise()
        assert player.state == "ready"
        player.page.evaluate(CALL, [module_of(Path(record.__file__).parent / "in_browser.js"), "forgetInBrowser"])
        player.settle()
        assert player.state == "gate"
        assert player.panel._cleared is None

    def test_a_practice_that_was_paused_asks_whose_it_is(self, opened: Opener) -> None:
        """S20."""
        player = running(opened)
        player.press("Pause")
        player.page.evaluate(CALL, [module_of(Path(record.__file__).parent / "in_browser.js"), "forgetInBrowser"])
        player.settle()
        assert player.state == "paused"
        assert player.told("alert") == WORDS.paused_person

    def test_erasing_in_another_tab_reaches_what_this_one_holds(self, opened: Opener) -> None:
        """S20: its unsent events are told to nobody afterwards."""
        player = running(opened)
        player.page.evaluate("window.kernel.mode = 'dead'")
        player.wait(70)
        other = player.page.context.new_page()
        other.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        other.goto(player.page.url)
        open_record().forget()
        player.page.evaluate("addEventListener('storage', ({ key, newValue }) => { window.told ||= key && newValue; })")
        other.evaluate(CALL, [module_of(Path(record.__file__).parent / "in_browser.js"), "forgetInBrowser"])
        for _ in range(500):
            player.settle()
            if player.page.evaluate("Boolean(window.told)"):
                break
        player.page.evaluate("window.kernel.mode = 'idle'")
        player.wait(20)
        assert practices(open_record()) == []

    def test_two_views_stay_in_step_with_one_sound(self, opened: Opener) -> None:
        """T17."""
        player = running(opened)
        player.page.evaluate("window.second = window.addView()")
        views = player.page.locator(".course-player")
        player.wait(61)
        assert [view.get_attribute("data-step") for view in views.all()] == ["2", "2"]
        assert (
            views.nth(0).locator(".course-digits").inner_text() == views.nth(1).locator(".course-digits").inner_text()
        )
        sounds = player.page.evaluate("window.sounds")
        starts = [one["at"] for one in sounds if one["stopped"] > one["at"]]
        assert len(starts) == len(set(starts))
        views.nth(1).get_by_role("button", name="Pause").click()
        assert [view.get_attribute("data-state") for view in views.all()] == ["paused", "paused"]
        player.page.evaluate("window.second.end()")
        assert player.state == "paused"

    def test_another_routine_pauses_this_one(self, opened: Opener) -> None:
        """T18."""
        player = running(opened)
        player.page.evaluate("window.dispatchEvent(new CustomEvent('course-player-begins', {detail: 'other'}))")
        assert player.state == "paused"
        assert WORDS.paused_other in player.told("alert")

    def test_a_routine_that_begins_in_another_tab_pauses_this_one(self, opened: Opener) -> None:
        """Otherwise two voices lead at once, and the time of both is written down."""
        player = running(opened)
        player.page.evaluate(
            "window.dispatchEvent(new StorageEvent('storage', { key: 'course-helpers:begins', newValue: '1' }))"
        )
        assert player.state == "paused"
        assert WORDS.paused_other in player.root.inner_text()
        player.page.evaluate(NOTES_WHAT_IS_KEPT)
        player.press("Resume")
        assert "course-helpers:begins" in player.page.evaluate("window.kept")
        assert player.state == "get-ready"

    def test_stop_in_another_tab_ends_the_practice_here(self, opened: Opener) -> None:
        """S13: a second tab stood paused in the same practice, and Resume went on with the step that hurt."""
        player = running(opened)
        player.press("Pause")
        session = player.panel._cleared
        for other in ("b" * 16, session):
            said = {"messages": [{"kind": "closed", "session": other}], "state": {}}
            assert player.state == "paused"
            player.page.evaluate("(said) => window.kernel.hear(said)", said)
        assert player.state == "gate"
        assert player.told("alert") == WORDS.closed_elsewhere
        assert not player.button("Resume").is_visible()
        assert player.errors == []

    def test_the_last_view_takes_sound_and_time_with_it(self, opened: Opener) -> None:
        player = running(opened)
        player.page.evaluate("window.view.end()")
        count = player.page.evaluate("window.sounds.length")
        player.wait(120)
        assert player.page.evaluate("window.sounds.length") == count
        assert player.errors == []

    def test_no_request_leaves_the_page(self, opened: Opener) -> None:
        """S21."""
        player = running(opened)
        player.wait(130)
        player.press(STOP)
        assert [url for url in player.requests if not url.startswith(("blob:", "data:"))] == []
