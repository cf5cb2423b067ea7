"""The player as a learner meets it: the choice, the check and its outcome."""

import pytest
from playwright.sync_api import expect

from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.readiness import questions_of
from course_helpers.record import open_record
from tests.player.mastered import master
from tests.player.practising import CHECK, WORDS, Opener, running


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
        questions = player.root.locator(".course-readiness-question")
        assert questions.count() == 9
        groups = {box.locator("input").first.get_attribute("name") for box in questions.all()}
        assert len(groups) == 9

    @pytest.mark.parametrize("routine", ["relax", "before_feed"])
    def test_what_a_question_asks_about_stands_in_sight_before_any_answer(self, opened: Opener, routine: str) -> None:
        """S2: each question of both checks as it stands unanswered; where situations can be ticked, those too."""
        player = opened(routine)
        player.press("Practise")
        asked = questions_of(load().routines[routine].head.gate_id)
        boxes = player.root.locator(".course-readiness-question")
        assert boxes.count() == len(asked)
        for question, box in zip(asked, boxes.all(), strict=True):
            shown = [line.inner_text() for line in box.locator(".course-readiness-signs li").all() if line.is_visible()]
            assert shown == [localised(text) for text in question.signs or [pick.text for pick in question.picks]]
            assert shown
            assert box.locator(".course-readiness-second").is_hidden()

    def test_the_list_to_read_becomes_the_list_to_tick(self, opened: Opener) -> None:
        player = opened()
        player.press("Practise")
        box = player.root.locator(".course-readiness-question").nth(7)
        player.answer(8, "yes")
        expect(box.locator(".course-readiness-signs")).to_be_hidden()
        expect(box.locator(".course-readiness-second input")).to_have_count(len(load().readiness["relax-8"].picks))
        player.answer(8, "no")
        expect(box.locator(".course-readiness-signs")).to_be_visible()

    def test_open_questions_are_named_and_the_first_gets_the_focus(self, opened: Opener) -> None:
        """S1, S2."""
        player = opened()
        player.press("Practise")
        player.answer(1, "no")
        player.answer(3, "no")
        player.press("See what this means")
        assert "2, 4, 5, 6, 7, 8, 9" in player.told("status")
        expect(player.root.locator(".course-readiness-question").nth(1).locator("input").first).to_be_focused()

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
        second = player.root.locator(".course-readiness-question").nth(2).locator(".course-readiness-second")
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
        place = player.root.locator(".course-readiness > .course-readiness-help")
        expect(place).to_be_hidden()
        player.answer(7, "yes", 0)
        player.answer(4, "yes")
        player.answer(1, "not-sure")
        cards = place.locator("[data-card]")
        assert [card.get_attribute("data-card") for card in cards.all()] == ["HELP-now", "HELP-pregnant"]
        assert place.evaluate("node => !node.previousElementSibling.matches(':not(.course-unseen)')")
        questions = player.root.locator(".course-readiness-question")
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
        cards = player.root.locator(".course-readiness [data-card]")
        player.answer(7, "yes")
        box = player.root.locator(".course-readiness-question").nth(6)
        expect(box.locator(".course-readiness-second")).to_contain_text(CHECK.second_first)
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
            player.root.locator(".course-readiness-question").nth(6).locator("summary").focus()
            player.page.keyboard.press("Tab")
        elif way == "mouse":
            player.root.locator(".course-readiness-question").nth(8).locator("input").first.click()
            assert player.root.locator(".course-readiness-question").nth(8).locator("input:checked").count() == 1
        else:
            player.press("See what this means")
            assert player.root.get_attribute("data-screen") == "readiness"
            assert "7" in player.told("status")
        card = load().readiness["relax-7"].card
        expect(player.root.locator(f".course-readiness-help [data-card={card}]")).to_be_visible()

    def test_help_is_read_out_at_once_and_the_keys_can_reach_it(self, opened: Opener) -> None:
        """S5: and the focus stays on the answer, which may have been a slip of the arrow keys."""
        player = opened()
        player.press("Practise")
        alarm = player.root.locator(".course-readiness > [role=alert]")
        expect(alarm).to_have_text("")
        replies = player.root.locator(".course-readiness-question").first.locator("input")
        replies.first.focus()
        player.page.keyboard.press("Space")
        card = load().care_cards["HELP-now"]
        expect(alarm).to_contain_text(card.title)
        expect(alarm).to_contain_text(localised(card.who))
        expect(replies.first).to_be_focused()
        player.press(CHECK.go_to_card)
        expect(player.root.locator(".course-readiness-help [data-card=HELP-now] strong").first).to_be_focused()
        player.answer(1, "no")
        expect(alarm).to_have_text("")

    @pytest.mark.parametrize("height", [900, 600])
    def test_help_stays_in_sight_and_hides_no_answer(self, opened: Opener, height: int) -> None:
        """S5: down to the last question, and back up with the keys."""
        player = opened()
        player.page.set_viewport_size({"width": 400, "height": height})
        player.press("Practise")
        player.answer(1, "yes")
        questions = player.root.locator(".course-readiness-question")
        last = questions.last.locator("input").nth(1)
        last.focus()
        card = player.root.locator(".course-readiness-help [data-card=HELP-now] .course-card-head")
        expect(card).to_be_in_viewport(ratio=1)
        for _ in range(24):
            player.page.keyboard.press("Shift+Tab")
            seen = player.page.evaluate(
                "() => { const focused = document.activeElement, box = focused.getBoundingClientRect();"
                " const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);"
                " return !focused.closest('.course-readiness') || focused.closest('.course-readiness-help')"
                " || focused === met || focused.contains(met) || met.closest('label')?.contains(focused); }"
            )
            assert seen

    def test_who_and_how_soon_are_seen_without_scrolling_in_the_card(self, opened: Opener) -> None:
        """On a telephone the card ended after its exceptions, exactly at a line end, as if it were whole."""
        player = opened()
        player.page.set_viewport_size({"width": 390, "height": 844})
        player.press("Practise")
        [number] = [
            (at, choices.index("HELP-treatment"))
            for at, question in enumerate(questions_of("relax"), 1)
            if "HELP-treatment" in (choices := [choice.card for choice in question.choices])
        ]
        player.answer(number[0], "yes", number[1])
        place = player.root.locator(".course-readiness-help")
        low = place.evaluate("node => node.getBoundingClientRect().bottom - 28")
        for begins in ("Cannot wait", "Who to contact", "How soon"):
            line = place.locator("[data-card=HELP-treatment] > p", has_text=begins)
            assert line.evaluate("node => node.getBoundingClientRect().bottom") <= low, begins

    def test_what_is_still_open_is_told_where_the_page_goes(self, opened: Opener) -> None:
        """The words stand at the first open question, not at the button some screens below."""
        player = opened()
        player.press("Practise")
        player.answer(1, "no")
        player.press(CHECK.see_result)
        second = player.root.locator(".course-readiness-question").nth(1)
        told = second.get_by_text(CHECK.some_open.format(numbers="2, 3, 4, 5, 6, 7, 8, 9"))
        expect(told).to_be_in_viewport(ratio=1)
        player.answer(2, "no")
        expect(told).to_have_count(0)

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
            expect(player.root.get_by_text(localised(CHECK.own_body), exact=True)).to_be_visible()
            assert localised(CHECK.own_body) not in player.root.locator(".course-readiness-sentence").inner_text()

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
