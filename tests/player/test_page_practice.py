"""The player as a learner meets it: a demonstration, and a practice."""

import re

import pytest
from playwright.sync_api import expect

from course_helpers.knowledge import load
from course_helpers.record import open_record, practices
from tests.player.practising import WORDS, Opener, running

SLOW_TO_DRAW = """() => {
  const now = performance.now.bind(performance);
  let late = 0;
  performance.now = () => now() + late;
  const { replaceChildren } = Element.prototype;
  Element.prototype.replaceChildren = function (...parts) {
    if (parts.some((part) => part.querySelector?.('.course-step-title'))) late = 1000;
    return replaceChildren.apply(this, parts);
  };
}"""
"""A device that needs a second to put the page of a running routine in its place."""


class TestWatch:
    """A demonstration."""

    def test_one_press_begins_it_below_the_stop_rule_and_hands_off_on_every_step(self, opened: Opener) -> None:
        player = opened(mastered=False)
        assert load().strings.card.stop_rule in player.root.inner_text()
        player.press("Watch")
        assert player.state == "get-ready"
        player.wait(3)
        seen = set()
        while player.state == "running":
            assert player.root.get_by_text(WORDS.hands_off, exact=True).is_visible()
            assert load().strings.card.stop_rule in player.root.inner_text()
            seen.add(player.step)
            player.wait(5)
        assert player.state == "done"
        assert seen == {1, 2, 3, 4, 5, 6}

    @pytest.mark.parametrize("routine", ["relax", "before_feed", "between_feeds"])
    def test_ten_seconds_of_every_step_and_no_press_on_the_way(self, opened: Opener, routine: str) -> None:
        """Also where the baby or the learner sets the time in a practice; and nothing is recorded."""
        player = opened(routine)
        shown = [segment for segment in player.panel.routine["segments"] if segment["on"]]
        player.watch()
        player.wait(3)
        for number, segment in enumerate(shown, 1):
            if player.state == "changeover":
                player.wait(5)
            assert (player.state, player.step, player.remaining) == ("running", number, 10_000), segment["id"]
            player.wait(10)
        assert player.state == "done"
        assert WORDS.done_watch in player.root.inner_text()
        assert player.root.locator(".course-player-end").get_by_role("button", name="Practise", exact=True).is_visible()
        assert practices(open_record()) == []
        assert not any(message["kind"] == "events" for message in player.page.evaluate("window.kernel.sent"))

    def test_its_time_runs_from_the_press_also_where_the_stage_takes_a_second_to_be_drawn(self, opened: Opener) -> None:
        """T2: every step would end that much later than the press says."""
        player = opened()
        player.page.evaluate(SLOW_TO_DRAW)
        player.press("Watch")
        player.wait(2)
        assert (player.state, player.step) == ("running", 1)

    def test_the_hand_moves_at_its_real_pace(self, opened: Opener) -> None:
        """A demonstration that is faster would teach the wrong pace: the same seconds, the same place."""
        places = []
        for way in ("watch", "practise"):
            player = opened()
            getattr(player, way)()
            if way == "practise":
                player.press("Start")
            player.wait(3 + 10 if way == "watch" else 10 + 60)
            player.wait(4)
            assert player.step == 2
            where = player.root.locator(".course-hand").first.get_attribute("transform") or ""
            places.append([float(number) for number in re.findall(r"[\d.]+", where)])
        # One frame of the page apart at most.
        assert places[0] == pytest.approx(places[1], abs=1)

    def test_it_cannot_be_followed_as_a_practice(self, opened: Opener) -> None:
        player = opened()
        player.watch()
        settings = player.root.locator(".course-settings")
        for label in (WORDS.speed, WORDS.longer, WORDS.no_limit):
            assert settings.get_by_label(label).count() == 0


class TestRunning:
    """A practice."""

    def test_a_whole_practice(self, opened: Opener) -> None:
        """T1 and T8 in one: every step seen, its own seconds in the record, once, in order."""
        player = running(opened)
        states = []
        while player.state != "done":
            states.append((player.state, player.step))
            player.wait(10)
        assert [step for _, step in dict.fromkeys(states)] == [1, 2, 3, 4, 5, 6]
        [practice] = practices(open_record())
        steps = [(e.segment, e.seconds) for e in practice.events if e.kind == "step"]
        assert steps == [("a1", 60), ("a2", 90), ("a3", 90), ("a6", 90), ("a8", 60), ("a9", 30)]
        assert practice.whole
        assert [event.number for event in practice.events] == list(range(1, 9))
        assert WORDS.done_whole.split("{")[0] in player.root.inner_text()
        assert "7 min 0 s" in player.root.inner_text()

    def test_pause_stills_everything_and_resume_gives_five_seconds(self, opened: Opener) -> None:
        """A2, T14, T19."""
        player = running(opened)
        player.wait(70)
        player.press("Pause")
        left = player.remaining
        hand = player.root.locator(".course-hand").first.get_attribute("transform")
        player.wait(7200)
        assert (player.state, player.remaining) == ("paused", left)
        assert player.root.locator(".course-hand").first.get_attribute("transform") == hand
        player.press("Resume")
        assert player.state == "get-ready"
        player.wait(5)
        assert (player.state, player.remaining) == ("running", left)

    def test_a_tone_ends_with_a_pause_and_a_boundary_tone_rings_out(self, opened: Opener) -> None:
        """T7, T14: the tone is planned for the boundary itself, and a press silences all that is planned."""
        player = running(opened)
        born = player.page.evaluate("performance.now()")
        player.wait(60.3)
        now = player.page.evaluate("performance.now()")
        sounds = player.page.evaluate("window.sounds")
        boundary = [one for one in sounds if one["pitch"] == 880 and born < one["at"] < now]
        assert [round(one["at"] - born - 60000) for one in boundary] == [0]
        assert boundary[0]["stopped"] - boundary[0]["at"] == pytest.approx(350, abs=2)
        player.press("Pause")
        now = player.page.evaluate("performance.now()")
        assert all(one["stopped"] <= max(now, one["at"]) for one in player.page.evaluate("window.sounds"))

    def test_three_short_tones_come_before_a_boundary(self, opened: Opener) -> None:
        player = running(opened)
        born = player.page.evaluate("performance.now()")
        player.wait(61)
        sounds = player.page.evaluate("window.sounds")
        heard = [one for one in sounds if one["stopped"] > one["at"] and one["at"] > born]
        counts = [round((one["at"] - born) / 1000) for one in heard if one["pitch"] == 620 and one["at"] < born + 60500]
        assert counts == [57, 58, 59]

    def test_a_key_that_is_held_is_one_press(self, opened: Opener) -> None:
        """A hand that lets go late left out step after step, or started and stopped by turns."""
        player = running(opened)
        keys = player.page.keyboard
        player.button("Pause").focus()
        for _ in range(4):
            keys.down("Enter")
        assert player.state == "paused"
        keys.up("Enter")
        player.root.locator(".course-step-title").focus()
        for _ in range(4):
            keys.down("ArrowRight")
        keys.up("ArrowRight")
        assert player.step == 2
        for _ in range(2):
            keys.down(" ")
        keys.up(" ")
        assert player.state == "get-ready"

    def test_back_skip_finish_and_jump(self, opened: Opener) -> None:
        player = running(opened)
        player.press("Skip")
        assert player.step == 2
        player.press("Back")
        player.press("Back")
        assert player.step == 1
        player.more()
        player.root.locator(".course-step-list summary").click()
        player.root.get_by_role("button", name="Go to step 4").click()
        assert player.step == 4
        player.wait(6)
        player.press("Finish")
        assert player.state == "done"
        assert WORDS.done_early.split(".")[0] in player.root.inner_text()

    def test_no_time_limit_before_and_during(self, opened: Opener) -> None:
        """A1."""
        player = running(opened)
        player.set(WORDS.no_limit, True)
        assert player.remaining is None
        player.wait(460)
        assert (player.state, player.step) == ("running", 1)
        player.press("Next")
        assert player.step == 2
        player.set(WORDS.no_limit, False)
        assert player.remaining is not None

    def test_ten_times_the_time(self, opened: Opener) -> None:
        """A1, S16."""
        player = opened()
        player.practise()
        player.set(WORDS.longer, "10")
        assert player.remaining == 600_000

    def test_speed_keeps_the_share_that_is_left(self, opened: Opener) -> None:
        """T20."""
        player = running(opened)
        player.wait(30)
        player.set(WORDS.speed, "0.5")
        assert player.remaining == 60000
        player.set(WORDS.speed, "2")
        assert player.remaining == 15000

    def test_a_long_gap_pauses_and_counts_nothing(self, opened: Opener) -> None:
        """T5, T9, S17."""
        player = running(opened)
        player.wait(10)
        player.sleep(30)
        player.wait(0.5)
        assert player.state == "paused"
        assert WORDS.paused_gap in player.told("alert")
        assert (player.remaining or 0) >= 49_000
        player.press("Finish")
        assert sum(event.seconds for event in practices(open_record())[0].events) < 12

    def test_out_of_sight_without_sound_pauses(self, opened: Opener) -> None:
        """T6."""
        player = running(opened, sound=False)  # type: ignore[arg-type]
        player.page.evaluate(HIDE)
        assert player.state == "paused"
        assert player.page.title().startswith(WORDS.hidden_title)
        player.page.evaluate(SHOW)
        assert player.page.title() == "Lesson"
        assert player.state == "paused"

    def test_a_page_that_is_named_anew_still_says_paused(self, opened: Opener) -> None:
        """T6: JupyterLab names its page on occasions of its own; its newest name is the one that comes back."""
        player = running(opened, sound=False)  # type: ignore[arg-type]
        player.page.evaluate(HIDE)
        for title in ("Lesson (2)", "Lesson (3)"):
            player.page.evaluate("title => { document.title = title; }", title)
            assert player.page.title() == f"{WORDS.hidden_title} · {title}"
        player.page.evaluate(SHOW)
        assert player.page.title() == "Lesson (3)"
        player.page.evaluate("document.title = 'Another'")
        assert player.page.title() == "Another"

    def test_out_of_sight_with_sound_goes_on(self, opened: Opener) -> None:
        player = running(opened)
        player.page.evaluate(HIDE)
        player.wait(5)
        player.page.evaluate(SHOW)
        assert player.state == "running"

    def test_steps_switched_off_are_not_played(self, opened: Opener) -> None:
        player = opened()
        player.check()
        player.root.locator(".course-switches:not(.course-aim) summary").click()
        player.root.get_by_label("Sit and let go").uncheck()
        player.root.get_by_label("Resting palms on the nipples").check()
        player.press("Practise")
        assert player.root.locator(".course-step-list button").count() == 6
        assert "Slow circles, clockwise" in player.root.locator(".course-step-title").inner_text()

    def test_steps_that_the_check_leaves_out_are_not_played(self, opened: Opener) -> None:
        """S5: also a step that is on for everyone else."""
        usual = opened("before_feed")
        usual.practise()
        player = opened("before_feed")
        player.practise(q8=("yes", 0))
        titles = [
            "\n".join(one.root.locator(".course-step-list button").all_text_contents()) for one in (usual, player)
        ]
        assert all("Look first" in text for text in titles)
        for left_out in ("Small circles to the nipple", "A few light strokes"):
            assert [left_out in text for text in titles] == [True, False]

    def test_sides_change_in_time_of_its_own(self, opened: Opener) -> None:
        player = running(opened, "between_feeds")
        assert player.root.locator(".course-step-side").inner_text() == "your left"
        player.wait(30)
        assert player.state == "changeover"
        assert player.root.locator(".course-step-side").inner_text() == "your right"
        assert player.remaining == 30000
        player.wait(5)
        assert (player.state, player.remaining) == ("running", 30000)

    def test_another_firm_area_is_no_change_of_sides(self, opened: Opener) -> None:
        player = running(opened, "between_feeds")
        caption, phase = player.root.locator(".course-caption"), player.root.locator(".course-player-phase")
        expect(caption).to_have_text("Find the firmer areas, your left.")
        player.wait(30)
        expect(phase).to_have_text(WORDS.changeover)
        expect(caption).to_have_text("Change sides. Now your right.")
        player.wait(5 + 30 + 30)
        assert player.state == "changeover"
        expect(phase).to_have_text(WORDS.next_area)
        expect(caption).to_have_text("Move on. Firm area 2.")

    def test_less_help_only_after_a_whole_run(self, opened: Opener) -> None:
        """L13."""
        player = opened()
        player.practise()
        assert player.root.locator(".course-settings").get_by_label(WORDS.help_level).count() == 0
        player.press("Start")
        player.wait(460)
        assert player.state == "done"
        assert WORDS.help_offer in player.root.inner_text()
        player.press("Another practice")
        player.practise()
        player.set(WORDS.help_level, "titles")
        assert not player.root.locator(".course-instruction").count()
        assert "Sit and let go" in player.root.locator(".course-step-title").inner_text()
        assert load().strings.card.stop_rule in player.root.inner_text()

    def test_the_pace_is_asked_and_not_kept(self, opened: Opener) -> None:
        player = running(opened)
        player.press("Finish")
        sent = player.page.evaluate("window.kernel.sent.length")
        player.press(WORDS.pace_fast)
        assert WORDS.pace_fast_then in player.root.inner_text()
        door = player.root.locator(".course-player-end").get_by_role("link", name=WORDS.door_report)
        assert door.get_attribute("data-course-lesson") == "03_when_not_to_massage.ipynb"
        assert player.page.evaluate("window.kernel.sent.length") == sent

    def test_the_aim_is_named_before_start_and_asked_about_at_the_end(self, opened: Opener) -> None:
        """L14: chosen in a fold, by keys; without one nothing is asked, and a demonstration names none."""
        words = load().strings.aim
        player = opened()
        player.check()
        fold = player.root.locator("details.course-aim")
        expect(fold.locator("summary")).to_have_text(WORDS.aim_offer)
        fold.locator("summary").press("Enter")
        fold.get_by_role("button", name=words.aim_light).press("Enter")
        expect(fold.locator("summary")).to_have_text(WORDS.aim_yours.format(aim=words.aim_name_light))
        expect(fold.locator("[aria-pressed=true]")).to_have_text([words.aim_light])
        expect(fold.locator("[aria-pressed=true]")).to_be_focused()
        player.press("Practise")
        caption = player.root.locator(".course-caption")
        expect(caption).to_have_text(WORDS.ready_aim.format(aim=words.aim_name_light))
        player.press("Start")
        player.wait(12)
        player.press("Finish")
        asked = player.root.locator("div.course-aim")
        expect(asked).to_contain_text(words.aim_ask.format(aim=words.aim_light))
        player.page.evaluate("window.kernel.mode = 'busy'")
        player.press(words.aim_often)
        player.wait(3)
        expect(asked.get_by_role("status")).to_have_text(load().strings.panel.silent)
        player.page.evaluate("window.kernel.wake()")
        expect(asked.get_by_role("status")).to_have_text(words.aim_next.format(aim=words.aim_free))
        player.press("Another practice")
        player.watch()
        expect(caption).not_to_contain_text(words.aim_name_light)

    def test_without_an_aim_none_is_asked_about(self, opened: Opener) -> None:
        player = running(opened)
        player.press("Finish")
        assert player.root.get_by_text(WORDS.pace).is_visible()
        assert not player.root.locator("div.course-aim").is_visible()


HIDE = """() => { Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
  document.dispatchEvent(new Event('visibilitychange')); }"""


SHOW = """() => { Object.defineProperty(document, 'visibilityState', {value: 'visible', configurable: true});
  document.dispatchEvent(new Event('visibilitychange')); }"""
