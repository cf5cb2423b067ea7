"""The player as a learner meets it: a real page and a real panel, and a clock that only the test moves."""

import json
import re
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from course_helpers import record
from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.player import PlayerPanel
from course_helpers.readiness import questions_of
from course_helpers.record import open_record, practices
from course_helpers.record.learners import add
from tests.modules import module_of
from tests.player.mastered import master
from tests.player.player_page import PlayerPage

WORDS = load().strings.player
CHECK = load().strings.readiness
STOP = "Stop: it hurts"
HANDS_AWAY = load().care_cards["STOP-pain"].do_now[0]

Opener = Callable[..., PlayerPage]


@pytest.fixture
def opened(browser: Browser, own_record: None) -> Iterator[Opener]:
    """Opens a player for somebody who got the quiz right."""
    contexts = []

    def open_player(
        routine: str = "relax", *, mastered: bool = True, sound: bool = True, width: int = 900, **more: str
    ) -> PlayerPage:
        if mastered:
            master(open_record(), "safety", "milk")
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **more))  # type: ignore[arg-type]
        return PlayerPage(contexts[-1].new_page(), PlayerPanel(routine), sound=sound)

    yield open_player
    for context in contexts:
        context.close()


def running(opened: Opener, routine: str = "relax", **more: str) -> PlayerPage:
    player = opened(routine, **more)
    player.practise()
    player.press("Start")
    player.wait(10)
    assert player.state == "running"
    return player


def speaking(opened: Opener, **device: Any) -> PlayerPage:
    """A player on a device with such voices."""
    player = opened()
    player.page.add_init_script(f"({SPEECH})({json.dumps(device)})")
    player.open()
    return player


def reach(player: PlayerPage, state: str) -> None:
    """From the start of a practice to one of its states."""
    if state == "ready":
        return
    player.press("Start")
    if state == "get-ready":
        return
    player.wait(12)
    if state == "paused":
        player.press("Pause")
    if state == "changeover":
        player.wait(30)
    if state == "done":
        player.press("Finish")
    if state == "far":
        player.press("Far view")
    if state == "locked":
        player.press("Lock the controls")


# --- the way in ---------------------------------------------------------------------------------------


NOVELTIES: dict[str, object] = {"Zarvox": {}, "Bad News": {}, "Fred (English)": {}}
"""Voices for fun, which a device may have beside the others."""


class TestWayIn:
    """The choice, the check and its outcome."""

    def test_nothing_sounds_or_moves_before_start(self, opened: Opener) -> None:
        """A3, S1."""
        player = opened()
        player.practise()
        before = player.root.inner_html()
        player.wait(30)
        assert player.root.inner_html() == before
        assert (player.state, player.step, player.remaining) == ("ready", 1, 60000)
        assert player.page.evaluate("window.sounds.length") == 0

    def test_practice_says_what_is_missing_and_where(self, opened: Opener) -> None:
        player = opened("before_feed", mastered=False)
        links = player.root.locator(".course-player-missing a")
        assert [link.get_attribute("data-course-lesson") for link in links.all()] == [
            "05_safety_quiz.ipynb",
            "07_gentle_help_with_milk.ipynb",
        ]
        player.press("Practise")
        assert player.state == "gate"
        assert WORDS.missing_seven in player.told("status")
        player.watch()
        player.wait(3)
        assert player.state == "running"

    def test_the_shut_door_says_what_opens_it_and_leads_there_in_one_press(self, opened: Opener) -> None:
        player = opened(mastered=False)
        assert WORDS.missing_seven in player.root.locator(".course-player-missing").inner_text()
        door = player.root.locator(".course-player-missing a")
        expect(door).to_have_text(WORDS.door_seven)
        assert door.get_attribute("data-course-heading") == "5.1-Seven-safety-questions"

    def test_an_answer_in_another_lesson_opens_the_door_without_a_press(self, opened: Opener) -> None:
        player = opened(mastered=False)
        master(open_record(), "safety")
        player.page.evaluate("window.dispatchEvent(new Event('course-answered'))")
        expect(player.root.locator(".course-player-missing a")).to_have_count(0)
        player.practise()
        assert player.state == "ready"

    def test_an_answer_in_another_tab_opens_the_door_too(self, opened: Opener) -> None:
        player = opened(mastered=False)
        master(open_record(), "safety")
        player.page.evaluate(
            "window.dispatchEvent(new StorageEvent('storage', { key: 'course-helpers:answered', newValue: '1' }))"
        )
        expect(player.root.locator(".course-player-missing a")).to_have_count(0)

    def test_a_wrong_answer_in_another_lesson_shuts_the_door(self, opened: Opener) -> None:
        player = opened()
        open_record().forget()
        player.page.evaluate("window.dispatchEvent(new Event('course-answered'))")
        expect(player.root.locator(".course-player-missing a")).to_have_text(WORDS.door_seven)

    def test_a_routine_on_its_way_is_not_asked_about(self, opened: Opener) -> None:
        player = running(opened)
        sent = player.page.evaluate("window.kernel.sent.length")
        player.page.evaluate("window.dispatchEvent(new Event('course-answered'))")
        assert player.page.evaluate("window.kernel.sent.length") == sent
        assert player.state == "running"

    def test_a_press_on_a_shut_door_looks_whether_it_is_still_shut(self, opened: Opener) -> None:
        player = opened(mastered=False)
        master(open_record(), "safety")
        player.press("Practise")
        expect(player.root.locator(".course-player-missing a")).to_have_count(0)

    def test_nothing_is_ticked_and_there_is_no_answer_to_all(self, opened: Opener) -> None:
        """S2, S3."""
        player = opened()
        player.press("Practise")
        assert player.root.locator("input:checked").count() == 0
        questions = player.root.locator(".course-check-question")
        assert questions.count() == 9
        groups = {box.locator("input").first.get_attribute("name") for box in questions.all()}
        assert len(groups) == 9

    @pytest.mark.parametrize("routine", ["relax", "before_feed"])
    def test_what_a_question_asks_about_stands_in_sight_before_any_answer(self, opened: Opener, routine: str) -> None:
        """S2: each question of both checks as it stands unanswered; where situations can be ticked, those too."""
        player = opened(routine)
        player.press("Practise")
        asked = questions_of(load().routines[routine].head.gate_id)
        boxes = player.root.locator(".course-check-question")
        assert boxes.count() == len(asked)
        for question, box in zip(asked, boxes.all(), strict=True):
            shown = [line.inner_text() for line in box.locator(".course-check-signs li").all() if line.is_visible()]
            assert shown == [localised(text) for text in question.signs or [pick.text for pick in question.picks]]
            assert shown
            assert box.locator(".course-check-second").is_hidden()

    def test_the_list_to_read_becomes_the_list_to_tick(self, opened: Opener) -> None:
        player = opened()
        player.press("Practise")
        box = player.root.locator(".course-check-question").nth(7)
        player.answer(8, "yes")
        expect(box.locator(".course-check-signs")).to_be_hidden()
        expect(box.locator(".course-check-second input")).to_have_count(len(load().readiness["relax-8"].picks))
        player.answer(8, "no")
        expect(box.locator(".course-check-signs")).to_be_visible()

    def test_open_questions_are_named_and_the_first_gets_the_focus(self, opened: Opener) -> None:
        """S1, S2."""
        player = opened()
        player.press("Practise")
        player.answer(1, "no")
        player.answer(3, "no")
        player.press("See what this means")
        assert "2, 4, 5, 6, 7, 8, 9" in player.told("status")
        expect(player.root.locator(".course-check-question").nth(1).locator("input").first).to_be_focused()

    @pytest.mark.parametrize("reply", ["yes", "not-sure"])
    def test_a_red_flag_shows_its_card_at_once_and_first(self, opened: Opener, reply: str) -> None:
        """S5: above everything, whatever the other answers; and there is no Start."""
        player = opened()
        player.check(q1=(reply,), q8=("yes", 0))
        first = player.root.locator(".course-player-body > *").first
        assert first.get_attribute("data-card") == "HELP-now"
        assert player.button("Practise").count() == 0
        assert player.button("Start").count() == 0
        assert player.root.get_by_text(CHECK.result_help_now, exact=True).count() == 1

    @pytest.mark.parametrize("reply", ["yes", "not-sure"])
    def test_a_card_fits_what_was_said_even_with_no_kernel(self, opened: Opener, reply: str) -> None:
        """S5: and “not sure” asks the second question as a yes does."""
        player = opened()
        player.press("Practise")
        player.page.evaluate("window.kernel.mode = 'dead'")
        second = player.root.locator(".course-check-question").nth(2).locator(".course-check-second")
        player.answer(3, reply)
        expect(second).to_be_visible()
        player.answer(1, reply)
        assert player.root.locator("[data-card=HELP-now]").is_visible()
        player.answer(1, "no")
        assert player.root.locator("[data-card=HELP-now]").count() == 0

    def test_help_stands_above_the_check_the_most_urgent_first(self, opened: Opener) -> None:
        """S5: whichever question called it; what only waits stays with its question."""
        player = opened()
        player.press("Practise")
        place = player.root.locator(".course-check > .course-check-help")
        expect(place).to_be_hidden()
        player.answer(7, "yes", 0)
        player.answer(4, "yes")
        player.answer(1, "not-sure")
        cards = place.locator("[data-card]")
        assert [card.get_attribute("data-card") for card in cards.all()] == ["HELP-now", "HELP-pregnant"]
        assert place.evaluate("node => !node.previousElementSibling.matches(':not(.course-unseen)')")
        questions = player.root.locator(".course-check-question")
        assert questions.locator("[data-card=SEE-change]").count() == 1
        assert questions.locator("[data-card^=HELP]").count() == 0
        player.answer(1, "no")
        expect(cards).to_have_count(1)
        player.answer(7, "no")
        expect(place).to_be_hidden()

    def test_a_second_question_alarms_nobody_while_it_is_being_answered(self, opened: Opener) -> None:
        """A pregnant learner who is well is not told to phone; and left open it counts as its strictest answer (S2)."""
        player = opened()
        player.press("Practise")
        cards = player.root.locator(".course-check [data-card]")
        player.answer(7, "yes")
        box = player.root.locator(".course-check-question").nth(6)
        expect(box.locator(".course-check-second")).to_contain_text(CHECK.second_first)
        expect(cards).to_have_count(0)
        choices = [choice.id for choice in load().readiness["relax-7"].choices]
        player.answer(7, "yes", choices.index("pregnant"))
        expect(cards).to_have_count(0)
        player.answer(7, "yes", choices.index("pregnant-signs"))
        assert [card.get_attribute("data-card") for card in cards.all()] == ["HELP-pregnant"]

    @pytest.mark.parametrize("way", ["another answer", "keys", "mouse", "see"])
    def test_a_second_question_that_is_left_open_shows_its_strictest_card(self, opened: Opener, way: str) -> None:
        """S2: whether one answers elsewhere, goes on with the keys, or asks for the result."""
        player = opened()
        player.press("Practise")
        player.answer(7, "yes")
        if way == "another answer":
            player.answer(2, "no")
        elif way == "keys":
            player.root.locator(".course-check-question").nth(6).locator("summary").focus()
            player.page.keyboard.press("Tab")
        elif way == "mouse":
            player.root.locator(".course-check-question").nth(8).locator("input").first.click()
            assert player.root.locator(".course-check-question").nth(8).locator("input:checked").count() == 1
        else:
            player.press("See what this means")
            assert player.root.get_attribute("data-screen") == "check"
            assert "7" in player.told("status")
        card = load().readiness["relax-7"].card
        expect(player.root.locator(f".course-check-help [data-card={card}]")).to_be_visible()

    def test_help_is_read_out_at_once_and_the_keys_can_reach_it(self, opened: Opener) -> None:
        """S5: and the focus stays on the answer, which may have been a slip of the arrow keys."""
        player = opened()
        player.press("Practise")
        alarm = player.root.locator(".course-check > [role=alert]")
        expect(alarm).to_have_text("")
        replies = player.root.locator(".course-check-question").first.locator("input")
        replies.first.focus()
        player.page.keyboard.press("Space")
        card = load().care_cards["HELP-now"]
        expect(alarm).to_contain_text(card.title)
        expect(alarm).to_contain_text(localised(card.who))
        expect(replies.first).to_be_focused()
        player.press(CHECK.go_to_card)
        expect(player.root.locator(".course-check-help [data-card=HELP-now] strong").first).to_be_focused()
        player.answer(1, "no")
        expect(alarm).to_have_text("")

    @pytest.mark.parametrize("height", [900, 600])
    def test_help_stays_in_sight_and_hides_no_answer(self, opened: Opener, height: int) -> None:
        """S5: down to the last question, and back up with the keys."""
        player = opened()
        player.page.set_viewport_size({"width": 400, "height": height})
        player.press("Practise")
        player.answer(1, "yes")
        questions = player.root.locator(".course-check-question")
        last = questions.last.locator("input").nth(1)
        last.focus()
        card = player.root.locator(".course-check-help [data-card=HELP-now] .course-card-head")
        expect(card).to_be_in_viewport(ratio=1)
        for _ in range(24):
            player.page.keyboard.press("Shift+Tab")
            seen = player.page.evaluate(
                "() => { const focused = document.activeElement, box = focused.getBoundingClientRect();"
                " const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);"
                " return !focused.closest('.course-check') || focused.closest('.course-check-help')"
                " || focused === met || focused.contains(met) || met.closest('label')?.contains(focused); }"
            )
            assert seen

    def test_the_go_card_is_no_all_clear(self, opened: Opener) -> None:
        """S5, S6."""
        player = opened()
        player.check()
        text = player.root.inner_text()
        assert "not an all-clear" in text
        assert not any(word in text.lower() for word in ("score", "risk of", "%", "diagnos"))

    def test_before_start_it_is_said_whose_body_it_is(self, opened: Opener) -> None:
        """B17: adults, one's own body, and nobody may make one."""
        for answers in ({}, {"q8": ("yes", 0)}):
            player = opened()
            player.check(**answers)
            assert CHECK.own_body in player.root.inner_text()

    def test_changes_are_said_before_start(self, opened: Opener) -> None:
        """S5."""
        player = opened()
        player.check(q8=("yes", 1))
        assert player.root.get_by_text(CHECK.changes_title, exact=True).is_visible()
        assert player.state == "gate"

    def test_every_page_that_leads_to_touch_has_the_stop_rule_once(self, opened: Opener) -> None:
        """From where one chooses, before Start, and in every step; not again and again on the way."""
        player = opened()
        rule = load().strings.card.stop_rule
        pages = [player.root.inner_text()]
        player.press("Practise")
        player.press("Back to the choice")
        player.practise()
        pages.append(player.root.inner_text())
        player.press("Start")
        player.wait(11)
        pages.append(player.root.inner_text())
        player.press("Finish")
        player.press(WORDS.again)
        player.watch()
        pages.append(player.root.inner_text())
        assert [text.count(rule) for text in pages] == [1, 1, 1, 1]

    def test_a_silent_kernel_is_told_within_two_seconds(self, opened: Opener) -> None:
        player = opened()
        player.page.evaluate("window.kernel.mode = 'busy'")
        player.check()
        player.wait(1.9)
        assert "not answering" in player.told("status")
        assert player.root.locator("input:checked").count() == 9
        player.page.evaluate("window.kernel.wake()")
        player.settle()
        assert player.button("Practise").count() == 1


# --- watching -----------------------------------------------------------------------------------------


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
        shown = [turn for turn in player.panel.routine["turns"] if turn["on"]]
        player.watch()
        player.wait(3)
        for number, turn in enumerate(shown, 1):
            if player.state == "changeover":
                player.wait(5)
            assert (player.state, player.step, player.remaining) == ("running", number, 10_000), turn["id"]
            player.wait(10)
        assert player.state == "done"
        assert WORDS.done_watch in player.root.inner_text()
        assert player.root.locator(".course-player-end").get_by_role("button", name="Practise", exact=True).is_visible()
        assert practices(open_record()) == []
        assert not any(message["kind"] == "events" for message in player.page.evaluate("window.kernel.sent"))

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


# --- running ------------------------------------------------------------------------------------------


class TestRunning:
    """A practice."""

    def test_a_whole_practice(self, opened: Opener) -> None:
        """T1 and T8 in one: every step seen, its own seconds in the record, once, in order."""
        player = running(opened)
        states = []
        while player.state != "done":
            states.append((player.state, player.step))
            player.wait(5)
        assert [step for _, step in dict.fromkeys(states)] == [1, 2, 3, 4, 5, 6]
        [practice] = practices(open_record())
        steps = [(e.step, e.seconds) for e in practice.events if e.kind == "step"]
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
        player.page.clock.fast_forward(30_000)
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
        player.root.locator(".course-switches summary").click()
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


HIDE = """() => { Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
  document.dispatchEvent(new Event('visibilitychange')); }"""
SHOW = """() => { Object.defineProperty(document, 'visibilityState', {value: 'visible', configurable: true});
  document.dispatchEvent(new Event('visibilitychange')); }"""


# --- it hurts -----------------------------------------------------------------------------------------


STATES = ["ready", "get-ready", "running", "paused", "changeover", "done", "far", "locked"]


class TestStop:
    """It hurts."""

    @pytest.mark.parametrize("state", STATES)
    @pytest.mark.parametrize("kernel", ["idle", "busy", "dead"])
    def test_one_press_in_every_state_with_any_kernel(self, opened: Opener, state: str, kernel: str) -> None:
        """S10, S11, T15: no dialog, no question, no kernel."""
        player = opened("between_feeds")
        player.practise()
        reach(player, state)
        player.page.evaluate(f"window.kernel.mode = '{kernel}'")
        stop = player.button(STOP)
        box = stop.bounding_box()
        assert box and box["width"] >= 88 and box["height"] >= 88
        stop.click()
        assert player.state == "stopped-pain"
        now = player.page.evaluate("performance.now()")
        sounds = player.page.evaluate("window.sounds")
        assert all(one["stopped"] <= max(now, one["at"]) for one in sounds)
        expect(player.root.locator("[data-card=STOP-pain] strong").first).to_be_focused()
        assert HANDS_AWAY in player.root.inner_text()
        player.page.clock.run_for(60_000)
        assert player.state == "stopped-pain"
        assert player.errors == []

    def test_h_is_the_second_way_even_when_the_focus_is_elsewhere(self, opened: Opener) -> None:
        player = running(opened)
        player.page.evaluate("document.activeElement.blur()")
        player.page.keyboard.press("h")
        assert player.state == "stopped-pain"

    @pytest.mark.parametrize("key", ["р", "η", "י", "ا", "ㅗ", "Process"])
    def test_h_is_a_place_where_the_keyboard_writes_another_script(self, opened: Opener, key: str) -> None:
        """S10: also while an input method puts a word together."""
        player = running(opened)
        player.page.evaluate(
            "(key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyH', bubbles: true }))",
            key,
        )
        assert player.state == "stopped-pain"

    def test_h_chooses_an_entry_in_a_list_and_stops_nothing(self, opened: Opener) -> None:
        player = running(opened)
        player.more()
        player.root.locator(".course-settings summary").click()
        player.root.locator(".course-settings select").first.focus()
        player.page.keyboard.press("h")
        assert player.state == "running"

    def test_h_can_be_switched_off_and_is_a_letter_in_a_text_field(self, opened: Opener) -> None:
        """A15 (2.1.4)."""
        player = running(opened)
        player.page.evaluate("document.body.append(Object.assign(document.createElement('input'), {id: 'text'}))")
        player.page.locator("#text").press("h")
        assert player.page.locator("#text").input_value() == "h"
        player.set(WORDS.keys, False)
        player.page.keyboard.press("h")
        assert player.state == "running"

    def test_four_plain_choices_and_at_most_one_card_that_fits(self, opened: Opener) -> None:
        """S12, S13."""
        player = running(opened)
        player.press(STOP)
        choices = player.root.locator(".course-pain-choices").first.locator(".course-pain-choice")
        assert choices.count() == 4
        for number, choice in enumerate(load().care_cards["STOP-pain"].choices):
            choices.nth(number).click()
            assert chosen_cards(player) == ([choice.card] if choice.card else [])
            assert localised(choice.then) in player.root.inner_text()
        assert player.button(WORDS.eased_go_on).count() == 0

    @pytest.mark.parametrize("kernel", ["idle", "dead"])
    def test_warning_signs_are_a_list_and_a_sign_gives_its_one_card(self, opened: Opener, kernel: str) -> None:
        """S13: the most urgent first; no stack of cards, and the list can be had again."""
        player = running(opened)
        player.page.evaluate(f"window.kernel.mode = '{kernel}'")
        player.button(STOP).click()
        player.button(load().care_cards["STOP-pain"].choices[-1].choice).click()
        signs = player.root.locator(".course-pain-sign")
        listed = list(load().warning_signs.values())
        assert [text.strip() for text in signs.all_text_contents()] == [localised(one.text) for one in listed]
        assert chosen_cards(player) == []
        for number, one in enumerate(listed):
            if not one.first:
                player.root.get_by_text(WORDS.more_signs, exact=True).click()
            signs.nth(number).click()
            assert chosen_cards(player) == [load().tier_rows[row].care_card for row in one.rows[:1]]
            assert player.page.evaluate("document.activeElement.textContent") == localised(one.text)
            player.button(WORDS.another_sign).click()
        assert signs.count() == len(listed)
        assert player.errors == []

    def test_there_is_no_way_straight_back_in(self, opened: Opener) -> None:
        """S13: neither a button nor a key starts it again; only a new check does."""
        player = running(opened)
        player.wait(70)
        player.press(STOP)
        for key in (" ", "ArrowRight", "ArrowLeft", "Enter", "Escape"):
            player.page.keyboard.press(key)
        for name in ("Start", "Resume", "Back", "Skip", "Next"):
            assert player.button(name).count() == 0
        assert player.state == "stopped-pain"

    def test_eased_goes_on_later_from_a_later_step_after_a_new_check(self, opened: Opener) -> None:
        """S13."""
        player = running(opened)
        player.wait(70)
        assert player.step == 2
        player.press(STOP)
        player.press("It eased at once")
        player.press(WORDS.eased_go_on)
        assert player.root.locator(".course-check-question").count() == 9
        for number in range(1, 10):
            player.answer(number, "no")
        player.press("See what this means")
        assert "Slow circles, clockwise" not in player.root.locator(".course-switches").inner_text()
        player.press("Practise")
        titles = player.root.locator(".course-step-list button").all_text_contents()
        assert "Slow circles, clockwise" not in titles
        assert player.root.locator(".course-step-title").inner_text() == "Slow circles, the other way"
        player.press("Start")
        assert player.state == "get-ready"

    def test_another_way_back_after_pain_leads_to_a_later_step_too(self, opened: Opener) -> None:
        """S13."""
        player = running(opened)
        player.wait(70)
        player.press(STOP)
        player.press("It eased at once")
        player.press("Back to the choice")
        player.practise()
        titles = player.root.locator(".course-step-list button").all_text_contents()
        assert "Slow circles, the other way" in player.root.locator(".course-step-title").inner_text()
        assert not [title for title in titles if "Sit and let go" in title or title == "Slow circles, clockwise"]

    @pytest.mark.parametrize("choice", ["It still hurts", "It is sharp, new or much worse"])
    def test_anything_else_ends_the_day(self, opened: Opener, choice: str) -> None:
        player = running(opened)
        player.press(STOP)
        player.press(choice)
        player.press("Back to the choice")
        assert WORDS.ended_today in player.root.inner_text()
        player.press("Practise")
        assert player.state == "gate"
        assert player.root.locator(".course-check-question").count() == 0
        player.watch()
        assert player.state == "get-ready"

    def test_stopping_is_a_right_use(self, opened: Opener) -> None:
        """S15: nothing red about having stopped, and what was done is kept."""
        player = running(opened)
        player.wait(70)
        player.press(STOP)
        assert [e.step for e in practices(open_record())[0].events if e.kind == "step"] == ["a1", "a2"]
        text = player.root.inner_text().lower()
        assert not any(word in text for word in ("failed", "streak", "sorry", "lost"))

    def test_the_reading_of_the_stop_is_one_alert(self, opened: Opener) -> None:
        """A9."""
        player = running(opened)
        player.press(STOP)
        expect(player.root.locator("[role=alert]")).to_contain_text(HANDS_AWAY)
        assert player.root.locator("[role=alert], [aria-live=assertive]").count() == 1


def chosen_cards(player: PlayerPage) -> list[str | None]:
    """The cards that stand under what was chosen after a stop."""
    return [card.get_attribute("data-card") for card in player.root.locator(".course-pain-chosen [data-card]").all()]


class TestStopWhileWatching:
    """Nobody was led to touch: a stop shuts nothing, and may have been a slip."""

    def test_it_can_be_taken_back_and_goes_on_from_there_when_pressed(self, opened: Opener) -> None:
        player = opened()
        player.watch()
        player.wait(3 + 10 + 4)
        before = player.step, player.remaining
        player.press(STOP)
        assert HANDS_AWAY in player.root.inner_text()
        player.press(WORDS.mistake)
        assert (player.state, player.step) == ("paused", before[0])
        assert player.remaining == pytest.approx(before[1], abs=50)
        assert player.root.locator(".course-caption").inner_text() == WORDS.paused_mistake
        player.wait(30)
        assert player.state == "paused"
        player.press("Resume")
        player.wait(5 + 1)
        assert player.state == "running"

    @pytest.mark.parametrize("choice", [None, 0, 1, 2, 3])
    def test_it_shuts_nothing_whatever_is_chosen(self, opened: Opener, choice: int | None) -> None:
        player = opened()
        player.watch()
        player.wait(5)
        player.press(STOP)
        if choice is None:
            player.press(WORDS.mistake)
            player.press("Finish")
            player.open()
        else:
            player.press(load().care_cards["STOP-pain"].choices[choice].choice)
            assert WORDS.enough not in player.root.inner_text()
            player.press("Back to the choice")
        player.check()
        assert player.root.get_by_text(CHECK.result_go, exact=True).is_visible()
        assert player.button("Practise").count() == 1
        assert not [one for one in player.page.evaluate("window.kernel.sent") if one["kind"] == "stopped"]

    def test_a_stop_in_a_practice_cannot_be_taken_back(self, opened: Opener) -> None:
        """S13: nor one while watching after a practice was stopped: that stays shut."""
        player = running(opened)
        player.press(STOP)
        assert player.button(WORDS.mistake).count() == 0
        player.press("It still hurts")
        player.press("Back to the choice")
        player.watch()
        player.press(STOP)
        player.press(WORDS.mistake)
        player.press(STOP)
        player.press("Back to the choice")
        player.press("Practise")
        assert player.root.get_attribute("data-screen") == "choice"
        assert WORDS.ended_today in player.root.inner_text()


class TestTwoAnswersTogether:
    """An illness and, some questions later, a birth: the page shows what both mean, as the kernel does."""

    @pytest.mark.parametrize(("ill", "card"), [("other", "HELP-birth"), ("ill", "HELP-birth"), ("warm", "TODAY-fever")])
    def test_a_birth_makes_an_illness_help_now_but_not_only_warm(self, opened: Opener, ill: str, card: str) -> None:
        """D18: 37.6 °C and unwell is for today, with a birth named twice; every other sign means now."""
        player = opened()
        player.fill_check(q3=("yes", place_of("relax-3", ill)), q7=("yes", place_of("relax-7", "birth")))
        on_the_page = cards_in_sight(player)
        player.press("See what this means")
        assert (on_the_page[0], cards_in_sight(player)[0]) == (card, card)
        assert ("HELP-birth" in on_the_page) == (card == "HELP-birth")


def cards_in_sight(player: PlayerPage) -> list[str | None]:
    """The care cards that somebody sees, from the top."""
    return [one.get_attribute("data-card") for one in player.root.locator("[data-card]:visible").all()]


def place_of(question: str, choice: str) -> int:
    """Where an answer to a second question stands in its list."""
    return [one.id for one in load().readiness[question].choices].index(choice)


TITLES = [value for name, value in CHECK.by_name().items() if re.fullmatch(r"result_\w+(?<!_sentence)", name)]


class TestOneVerdict:
    """The page says what Python found, once: a state, a sentence, one filled button."""

    def verdict(self, player: PlayerPage) -> list[str]:
        """Everything on the page that sounds like a verdict, and the filled buttons."""
        text = player.root.inner_text().split("\n")
        said = [title for title in TITLES if title in text]
        assert player.root.locator("[data-card=GO], [data-card=CARE]").count() == 0
        return [*said, *player.root.locator(".course-button-main").all_inner_texts()]

    @pytest.mark.parametrize("way", ["go on", "reload", "another panel"])
    def test_what_was_shut_stays_shut_and_nothing_beside_it_says_go(self, opened: Opener, way: str) -> None:
        """A hurt that stays, and a reload."""
        player = running(opened)
        player.press(STOP)
        player.press("It still hurts")
        player.press("Back to the choice")
        if way == "another panel":
            player.panel = PlayerPanel("relax")
        if way != "go on":
            player.open()
        assert WORDS.ended_today in player.root.inner_text()
        player.press("Practise")
        assert player.root.get_attribute("data-screen") == "choice"
        self.the_reason_is_read_out_and_not_written_again(player, WORDS.ended_today)

    def the_reason_is_read_out_and_not_written_again(self, player: PlayerPage, reason: str) -> None:
        player.page.clock.run_for(1000)
        said = player.root.get_by_role("status").filter(has_text=reason)
        assert said.count() == 1
        assert said.evaluate("(node) => node.getBoundingClientRect().width") == 1
        assert player.root.inner_text().count(reason) == 2, "once to see, once to hear"

    def test_a_quiz_that_is_missing_is_told_once(self, opened: Opener) -> None:
        player = opened(mastered=False)
        player.press("Practise")
        self.the_reason_is_read_out_and_not_written_again(player, WORDS.missing_seven)

    def test_a_check_that_was_open_already_comes_to_the_same_verdict(self, opened: Opener) -> None:
        """Meanwhile another routine ended the day: no to every question, and still nothing beside it says go."""
        player = opened()
        player.press("Practise")
        other = PlayerPanel("before_feed")
        other.send = lambda _content: None
        other._hear(other, {"id": "x", "kind": "stopped", "step": "b3-left", "over": True}, [])
        for number in range(1, 10):
            player.answer(number, "no")
        player.press("See what this means")
        assert self.verdict(player) == [CHECK.result_shut, WORDS.back_to_choice]
        assert player.root.inner_text().count(WORDS.ended_today) == 1

    @pytest.mark.parametrize(
        ("answers", "title", "button"),
        [
            ({}, "result_go", "practise"),
            ({"q8": ("yes", 0)}, "result_go_with_changes", "practise"),
            ({"q1": ("yes",)}, "result_help_now", "back_to_choice"),
            ({"q5": ("yes", place_of("relax-5", "skin"))}, "result_not_today", "back_to_choice"),
        ],
    )
    def test_each_outcome_is_one_sentence_and_one_filled_button(
        self, opened: Opener, answers: dict[str, tuple[object, ...]], title: str, button: str
    ) -> None:
        player = opened()
        player.check(**answers)
        assert self.verdict(player) == [CHECK.of(title), WORDS.of(button)]

    def test_a_quiz_that_is_still_missing_is_one_sentence_too(self, opened: Opener) -> None:
        player = opened()
        player.press("Practise")
        open_record().forget()
        for number in range(1, 10):
            player.answer(number, "no")
        player.press("See what this means")
        assert self.verdict(player) == [CHECK.result_shut_quiz, WORDS.back_to_choice]
        assert WORDS.missing_seven in player.root.inner_text()
        assert player.root.get_by_role("link", name=WORDS.door_seven).count() == 1

    def test_the_next_day_opens_what_was_shut(self, opened: Opener) -> None:
        """A page that stays open over night does not hold on to yesterday."""
        player = running(opened)
        player.press(STOP)
        player.press("It still hurts")
        player.press("Back to the choice")
        player.page.clock.fast_forward("15:00:00")
        player.press("Practise")
        assert player.root.get_attribute("data-screen") == "check"


# --- events, reload, other views ----------------------------------------------------------------------


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
            player.press("It eased at once")
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
        assert player.root.get_attribute("data-screen") == "check"
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
        player.page.clock.fast_forward("15:00:00")
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
        player.root.locator(".course-switches summary").click()
        for box in player.root.locator(".course-switches input").all():
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
        assert "GDPR, Article 9" in player.root.inner_text()


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
        assert [(e.number, e.kind, e.step) for e in events] == [
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
        """T13."""
        player = running(opened)
        player.wait(75)
        left = player.remaining or 0
        player.open()
        assert (player.state, player.step) == ("paused", 2)
        assert abs((player.remaining or 0) - left) <= 1000
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
        assert [e.step for e in practices(open_record())[0].events if e.kind == "step"] == ["a1"]
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

    def test_the_last_view_takes_sound_and_time_with_it(self, opened: Opener) -> None:
        player = running(opened)
        player.page.evaluate("window.view.end()")
        count = player.page.evaluate("window.sounds.length")
        player.page.clock.run_for(120_000)
        assert player.page.evaluate("window.sounds.length") == count
        assert player.errors == []

    def test_no_request_leaves_the_page(self, opened: Opener) -> None:
        """S21."""
        player = running(opened)
        player.wait(130)
        player.press(STOP)
        assert [url for url in player.requests if not url.startswith(("blob:", "data:"))] == []


# --- accessibility ------------------------------------------------------------------------------------


class TestAccess:
    """Accessibility."""

    def test_digits_are_a_timer_that_is_not_announced(self, opened: Opener) -> None:
        """A7, A10."""
        player = running(opened)
        digits = player.root.locator(".course-digits")
        assert digits.get_attribute("role") == "timer"
        assert player.root.locator("[aria-live] .course-digits, [role=status] .course-digits").count() == 0

    def test_few_announcements_and_none_close_together(self, opened: Opener) -> None:
        """A8."""
        player = opened()
        player.practise()
        player.page.evaluate(
            """() => { window.said = []; const region = document.querySelector('.course-player [role=status]');
            new MutationObserver(() => region.textContent && window.said.push([performance.now(), region.textContent]))
              .observe(region, {childList: true, characterData: true, subtree: true}); }"""
        )
        player.press("Start")
        player.wait(10 + 60 + 89)
        said = player.page.evaluate("window.said")
        first = [text for _, text in said]
        assert first[0].startswith("Get ready")
        assert any("Sit and let go" in text for text in first)
        assert WORDS.said_half in first
        assert WORDS.said_ten in first
        assert len(said) <= 1 + 2 * 4
        times = [at for at, _ in said]
        assert all(b - a >= 3000 for a, b in pairwise(times))

    def test_captions_say_what_the_voice_says_until_the_next_cue(self, opened: Opener) -> None:
        """A12, A22: here no voice is found, which is told once, and the captions carry everything."""
        player = running(opened)
        player.wait(3)
        assert player.root.get_by_text(WORDS.voice_missing).is_visible()
        assert player.root.locator(".course-caption").inner_text() == "Sit and let go."
        player.wait(53)
        assert "Next: Slow circles, clockwise" in player.root.locator(".course-caption").inner_text()

    def test_the_voice_says_the_caption_and_stops_in_mid_word(self, opened: Opener) -> None:
        """A11, A12, T15: a voice of this device, silent with a screen reader, and silenced by Stop."""
        player = speaking(opened)
        player.practise()
        player.press("Start")
        player.wait(11)
        assert player.page.evaluate("window.spoken") == ["Get ready. Sit and let go.", "Sit and let go."]
        player.set(WORDS.reader, True)
        player.wait(30)
        assert len(player.page.evaluate("window.spoken")) == 2
        player.set(WORDS.reader, False)
        player.wait(20)
        player.press(STOP)
        assert player.page.evaluate("window.speaking") is False

    @pytest.mark.parametrize(
        ("voices", "chosen"),
        [
            (NOVELTIES | {"Plain": {}}, "Plain"),
            (NOVELTIES | {"Plain": {}, "Chosen": {"default": True}}, "Chosen"),
            (NOVELTIES, "Zarvox"),
            ({"Far": {"localService": False, "default": True}, "Plain": {}}, "Plain"),
            ({"Deutsch": {"lang": "de-DE", "default": True}, "Plain": {}}, "Plain"),
        ],
    )
    def test_the_devices_own_voice_leads_and_a_novelty_only_alone(
        self, opened: Opener, voices: dict[str, object], chosen: str
    ) -> None:
        player = speaking(opened, voices=voices)
        player.watch()
        player.wait(1)
        assert player.page.evaluate("window.voices") == [chosen]

    def test_voices_that_come_late_are_no_missing_voice(self, opened: Opener) -> None:
        player = speaking(opened, late=True)
        player.practise()
        player.press("Start")
        player.wait(1)
        player.page.evaluate("window.bringVoices()")
        player.wait(5)
        assert player.page.evaluate("window.spoken") == ["Get ready. Sit and let go."]
        assert WORDS.voice_missing not in player.root.inner_text()

    def test_a_first_word_that_comes_late_is_no_missing_voice(self, opened: Opener) -> None:
        player = speaking(opened, firstAfter=4000)
        player.practise()
        player.press("Start")
        player.wait(6)
        assert WORDS.voice_missing not in player.root.inner_text()

    def test_a_voice_that_comes_after_all_is_used_and_the_note_goes(self, opened: Opener) -> None:
        player = speaking(opened, late=True)
        player.practise()
        player.press("Start")
        player.wait(6)
        assert WORDS.voice_missing in player.root.inner_text()
        player.page.evaluate("window.bringVoices()")
        player.wait(6)
        assert player.page.evaluate("window.spoken") == ["Get ready. Sit and let go.", "Sit and let go."]
        assert WORDS.voice_missing not in player.root.inner_text()

    def test_a_device_without_a_voice_says_so_once(self, opened: Opener) -> None:
        player = speaking(opened, late=True)
        player.practise()
        player.press("Start")
        player.wait(80)
        assert player.root.inner_text().count(WORDS.voice_missing) == 1

    def test_sound_that_begins_late_keeps_the_first_countdown(self, opened: Opener) -> None:
        player = opened()
        player.page.evaluate(LATE_SOUND)
        player.practise()
        player.press("Start")
        began = player.page.evaluate("performance.now()")
        player.wait(11)
        counts = [one["at"] - began for one in player.page.evaluate("window.sounds") if one["pitch"] == 620]
        assert [round(at / 1000) for at in counts if at < 10_000] == [7, 8, 9]

    def test_progress_is_told(self, opened: Opener) -> None:
        """A13."""
        player = running(opened)
        player.wait(30)
        bar = player.root.get_by_role("progressbar")
        assert bar.get_attribute("aria-valuetext") == "Step 1 of 6"
        assert bar.get_attribute("aria-valuenow") == "8"
        assert "Step 1 of 6" in player.root.inner_text()

    @pytest.mark.parametrize("width", [320, 640, 1920])
    @pytest.mark.parametrize("state", STATES)
    def test_the_two_large_buttons_are_seen_and_apart(self, opened: Opener, state: str, width: int) -> None:
        """S10, A14, A19: at least 88 pixels, 16 apart, and on the screen however far one scrolls."""
        player = opened("between_feeds", width=width)
        player.practise()
        reach(player, state)
        for place in ("0", "document.body.scrollHeight / 3"):
            player.page.evaluate(f"window.scrollTo(0, {place})")
            stop, main = player.button(STOP).bounding_box(), player.root.locator(".course-big").first.bounding_box()
            assert stop and main
            assert stop["width"] >= 88 and stop["height"] >= 88 and main["width"] >= 88 and main["height"] >= 88
            gap = stop["x"] - main["x"] - main["width"]
            assert gap >= 16
            assert stop["x"] >= 0 and stop["x"] + stop["width"] <= width
            seen = player.page.evaluate(
                "([x, y]) => document.elementFromPoint(x, y)?.closest('button')?.textContent",
                [stop["x"] + stop["width"] / 2, stop["y"] + stop["height"] / 2],
            )
            if 0 <= stop["y"] <= 800 - stop["height"]:
                assert seen == STOP
            elif place == "0":
                raise AssertionError(f"Stop is off the screen: {stop}")

    @pytest.mark.parametrize("state", STATES)
    def test_the_large_buttons_keep_their_place(self, opened: Opener, state: str) -> None:
        """A14: the same place in every state; far view has its own."""
        player = opened("between_feeds")
        player.practise()
        places = []
        for one in ("ready", state):
            reach(player, one)
            box = player.button(STOP).bounding_box()
            assert box
            places.append((round(box["x"]), round(box["width"])))
        if state != "far":
            assert places[0] == places[1]

    def test_keys_alone(self, opened: Opener) -> None:
        """A15, A16: the focus never lands on something that is gone."""
        player = opened()
        player.button("Practise").focus()
        keyboard = player.page.keyboard
        keyboard.press("Enter")
        for number in range(9):
            player.root.locator(".course-check-question").nth(number).locator("input").nth(1).focus()
            keyboard.press("Space")
        player.button("See what this means").focus()
        keyboard.press("Enter")
        player.settle()
        player.button("Practise").focus()
        keyboard.press("Enter")
        expect(player.button("Start")).to_be_focused()
        keyboard.press("Enter")
        player.wait(12)
        expect(player.button("Pause")).to_be_focused()
        keyboard.press("Enter")
        assert player.state == "paused"
        keyboard.press("Escape")
        assert player.state == "paused"
        keyboard.press("Enter")
        player.wait(5)
        assert player.state == "running"
        keyboard.press("ArrowRight")
        assert player.step == 2
        keyboard.press("ArrowLeft")
        assert player.step == 2
        keyboard.press("ArrowLeft")
        assert player.step == 1
        player.root.locator(".course-step-title").focus()
        keyboard.press("Space")
        assert player.state == "paused"
        player.more()
        player.button("Finish").focus()
        keyboard.press("Enter")
        assert player.page.evaluate("document.activeElement.closest('.course-player') !== null")

    def test_the_lock_locks_neither_pause_nor_stop(self, opened: Opener) -> None:
        player = running(opened)
        player.press("Lock the controls")
        player.press("Skip")
        player.press("Finish")
        player.page.keyboard.press("ArrowRight")
        assert (player.state, player.step) == ("running", 1)
        player.press("Pause")
        assert player.state == "paused"
        player.press("Resume")
        player.wait(5)
        player.press("Unlock the controls")
        player.press("Skip")
        assert player.step == 2

    def test_far_view_is_large_and_a_tap_anywhere_pauses(self, opened: Opener) -> None:
        player = running(opened)
        player.press("Far view")
        size = player.root.locator(".course-digits").evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)")
        assert size >= 64
        player.root.locator(".course-instruction").click()
        assert player.state == "paused"
        player.page.keyboard.press("Escape")
        assert player.root.get_attribute("data-far") == "false"
        assert player.state == "paused"

    @pytest.mark.parametrize("routine", ["relax", "before_feed", "between_feeds"])
    def test_far_view_hides_nothing_on_any_usual_screen(self, opened: Opener, routine: str) -> None:
        """Each step at three sizes: no word is cut or lies under a button, and one time stands there, large."""
        player = opened(routine)
        player.page.set_viewport_size({"width": 1024, "height": 768})
        player.watch()
        player.press("Far view")
        player.wait(3)
        seen = set()
        while player.state != "done":
            for size in ((1024, 768), (1280, 720), (1366, 768)):
                player.page.set_viewport_size({"width": size[0], "height": size[1]})
                player.page.evaluate("window.dispatchEvent(new Event('resize'))")
                assert player.page.evaluate(HIDDEN_IN_FAR_VIEW) == [], (size, player.step)
            times = re.findall(r"\d+ seconds", player.root.locator(".course-player-body").inner_text())
            assert times == [] or player.state == "changeover"
            seen.add(player.step)
            player.wait(5)
        assert len(seen) == sum(turn["on"] for turn in player.panel.routine["turns"])

    def test_still_pictures_change_slowly(self, opened: Opener) -> None:
        """A4, A5: no gliding with reduced motion, and a switch that overrides both ways at once."""
        player = running(opened, reduced_motion="reduce")
        player.wait(61)
        places = []
        for _ in range(20):
            places.append(player.root.locator(".course-hand").first.get_attribute("transform"))
            player.wait(0.5)
        changes = sum(a != b for a, b in pairwise(places))
        assert 1 <= changes <= 5
        player.set(WORDS.still, False)
        places = []
        for _ in range(6):
            places.append(player.root.locator(".course-hand").first.get_attribute("transform"))
            player.wait(0.2)
        assert len(set(places)) == 6

    def test_nothing_is_told_by_a_tooltip_alone(self, opened: Opener) -> None:
        """A17."""
        player = running(opened)
        assert player.root.locator("[title]").count() == 0

    def test_forced_colours_keep_the_two_buttons_apart(self, opened: Opener) -> None:
        """A18: with the system's own colours Stop still has its frame and its words."""
        player = running(opened, forced_colors="active")
        style = "(node) => [getComputedStyle(node).borderTopWidth, getComputedStyle(node).borderTopStyle]"
        assert player.button(STOP).evaluate(style) == ["3px", "solid"]
        assert player.button(STOP).inner_text() == STOP

    def test_no_number_decides_about_pain(self, opened: Opener) -> None:
        """S14, S6: four plain choices, no scale."""
        player = running(opened)
        player.press(STOP)
        choices = " ".join(player.root.locator(".course-pain-choice").all_inner_texts())
        assert not re.search(r"\d", choices)

    def test_it_says_plainly_that_answers_are_not_kept(self, opened: Opener) -> None:
        """S22."""
        player = opened()
        player.press("Practise")
        assert CHECK.kept_nowhere in player.root.inner_text()

    def test_every_question_shows_its_sources_and_when_they_were_compared(self, opened: Opener) -> None:
        """S4."""
        player = opened()
        player.press("Practise")
        for question in player.root.locator(".course-check-question").all():
            foot = question.locator(".course-look-up").last
            foot.locator("summary").click()
            assert "compared with its sources on" in foot.inner_text()
            assert foot.locator("li").count() >= 1

    def test_vibration_is_off_and_only_one_of_the_cues(self, opened: Opener) -> None:
        """A21."""
        player = opened()
        player.page.evaluate(SHAKEN)
        player.practise()
        player.press("Start")
        player.wait(71)
        assert player.page.evaluate("window.shaken.length") == 0
        player.set(WORDS.vibration, True)
        player.wait(90)
        assert player.page.evaluate("window.shaken.length") >= 1

    def test_volume_is_the_players_own(self, opened: Opener) -> None:
        """A6: mute and volume here, and no tone longer than three seconds."""
        player = running(opened)
        player.set(WORDS.tones, False)
        count = player.page.evaluate("window.sounds.filter((one) => one.stopped > one.at).length")
        player.wait(61)
        assert player.page.evaluate("window.sounds.filter((one) => one.stopped > one.at).length") == count
        assert all(one["stopped"] - one["at"] <= 3000 for one in player.page.evaluate("window.sounds"))

    def test_markup_in_content_stays_text(self, opened: Opener) -> None:
        player = opened()
        player.page.evaluate("document.title = 'safe'")
        routine = json.loads(json.dumps(player.panel.routine))
        routine["turns"][0]["title"] = "<img src=x onerror=document.title='hit'>"
        player.panel.set_trait("routine", routine)
        player.open()
        player.watch()
        assert "<img" in player.root.locator(".course-step-title").inner_text()
        assert player.page.title() != "hit"


HIDDEN_IN_FAR_VIEW = """() => {
  const root = document.querySelector('.course-player');
  const controls = root.querySelector('.course-controls').getBoundingClientRect();
  const faults = [];
  if (root.scrollHeight > root.clientHeight + 1) faults.push(`scrolls: ${root.scrollHeight} of ${root.clientHeight}`);
  const texts = '.course-step-title, .course-step-side, .course-digits, .course-unit, .course-caption,'
    + ' .course-instruction, .course-coming, .course-stage, .course-player-rule-line, button';
  for (const node of root.querySelectorAll(texts)) {
    const box = node.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const name = node.className || node.textContent;
    if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) faults.push(`off: ${name}`);
    if (node.scrollWidth > node.clientWidth + 1 && node.clientWidth) faults.push(`cut: ${name}`);
    const within = node.closest('.course-controls') || box.top >= controls.bottom - 0.5;
    const beside = box.right <= controls.left + 0.5 || box.left >= controls.right - 0.5;
    if (!within && !beside && box.bottom > controls.top + 0.5) faults.push(`under a button: ${name}`);
  }
  const size = (name) => parseFloat(getComputedStyle(root.querySelector(name)).fontSize);
  if (size('.course-digits') < 64 || size('.course-instruction') < 15) faults.push('too small');
  return faults;
}"""
"""What cannot be read in far view, with the reason."""
SHAKEN = """() => { window.shaken = []; navigator.vibrate = (pattern) => window.shaken.push(pattern); }"""
SPEECH = """({ late, firstAfter, voices }) => {
  window.spoken = []; window.voices = []; window.speaking = false;
  const wait = (act, ms) => { if (ms === undefined) act(); else if (ms !== null) setTimeout(act, ms); };
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = new EventTarget();
  let there = [], first = true;
  Object.assign(speech, {
    getVoices: () => there,
    speak(words) {
      if (!words.voice.localService) throw new Error('remote');
      window.voices.push(words.voice.name); window.spoken.push(words.text); window.speaking = true;
      wait(() => words.onstart?.(), first ? firstAfter : undefined);
      first = false;
    },
    cancel() { window.speaking = false; },
  });
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: speech });
  window.bringVoices = () => {
    const named = ([name, more]) => ({ lang: 'en-GB', localService: true, name, default: false, ...more });
    there = Object.entries(voices ?? { Remote: { localService: false }, Local: {} }).map(named);
    speech.dispatchEvent(new Event('voiceschanged'));
  };
  if (!late) window.bringVoices();
}"""
"""A device's voices: there at once, or when they are brought; the first word at once or late."""
LATE_SOUND = """() => {
  const begin = AudioContext.prototype.begin;
  AudioContext.prototype.begin = function () { setTimeout(() => begin.call(this), 1200); };
}"""
"""A device whose sound begins a second and a half after the press."""
