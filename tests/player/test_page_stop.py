"""The player as a learner meets it: it hurts, and what one verdict says."""

import re

import pytest
from playwright.sync_api import expect

from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.player import PlayerPanel
from course_helpers.record import open_record, practices
from tests.player.player_page import PlayerPage
from tests.player.practising import CHECK, HANDS_AWAY, STATES, STOP, WORDS, Opener, reach, running

PRESS = "(node) => node.click()"
"""For a list of many: a press of the mouse costs far more than what it shows. Others press with the mouse."""


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
        player.wait(60)
        assert player.state == "stopped-pain"
        assert player.errors == []

    def test_the_kernel_stays_while_it_may_know_what_hurt(self, opened: Opener) -> None:
        """S13: until it said that it knows nothing, while a check or a practice is under way, and after a stop."""
        asked = """() => document.querySelector('.course-player').dispatchEvent(
            new CustomEvent('course-may-rest', { cancelable: true }))"""
        player = opened("between_feeds")
        assert player.page.evaluate(asked), "it looked, and there is nothing to know"
        player.press("Practise")
        assert not player.page.evaluate(asked), "somebody answers the check"
        player.press(WORDS.back_to_choice)
        player.practise()
        reach(player, "running")
        assert not player.page.evaluate(asked)
        player.press(STOP)
        player.open()
        expect(player.root).to_have_attribute("data-screen", "choice")
        assert not player.page.evaluate(asked), "what hurt is known in the kernel alone"

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
                player.root.get_by_text(WORDS.more_signs, exact=True).evaluate(PRESS)
            signs.nth(number).evaluate(PRESS)
            assert chosen_cards(player) == [load().tier_rows[row].care_card for row in one.rows[:1]]
            assert player.page.evaluate("document.activeElement.textContent") == localised(one.text)
            player.button(WORDS.another_sign).evaluate(PRESS)
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
        player.press("Mild, and eased at once")
        player.press(WORDS.eased_go_on)
        assert player.root.locator(".course-readiness-question").count() == 9
        for number in range(1, 10):
            player.answer(number, "no")
        player.press("See what this means")
        assert "Slow circles, clockwise" not in player.root.locator(".course-switches:not(.course-aim)").inner_text()
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
        player.press("Mild, and eased at once")
        player.press("Back to the choice")
        player.practise()
        titles = player.root.locator(".course-step-list button").all_text_contents()
        assert "Slow circles, the other way" in player.root.locator(".course-step-title").inner_text()
        assert not [title for title in titles if "Sit and let go" in title or title == "Slow circles, clockwise"]

    @pytest.mark.parametrize("choice", ["It still hurts", "Sharp, new or much worse"])
    def test_anything_else_ends_the_day(self, opened: Opener, choice: str) -> None:
        player = running(opened)
        player.press(STOP)
        player.press(choice)
        player.press("Back to the choice")
        assert WORDS.ended_today in player.root.inner_text()
        player.press("Practise")
        assert player.state == "gate"
        assert player.root.locator(".course-readiness-question").count() == 0
        player.watch()
        assert player.state == "get-ready"

    def test_stopping_is_a_right_use(self, opened: Opener) -> None:
        """S15: nothing red about having stopped, and what was done is kept."""
        player = running(opened)
        player.wait(70)
        player.press(STOP)
        assert [e.segment for e in practices(open_record())[0].events if e.kind == "step"] == ["a1", "a2"]
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
        player.wait(1)
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
        other._hear(other, {"id": "x", "kind": "stopped", "segment": "b3-left", "over": True}, [])
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
        player.sleep(15 * 3600)
        player.press("Practise")
        assert player.root.get_attribute("data-screen") == "readiness"
