"""Questions in a real browser, worked with keys: choosing, checking, focus, status, silence, two views."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.lab_extension.assemble import anchor
from course_helpers.lesson.section_links import section_with
from course_helpers.locale import localised
from course_helpers.panel import Panel
from course_helpers.quiz.widget import CheckPanel, QuizPanel, WarmUpPanel
from course_helpers.record import open_record
from course_helpers.record.panel import StoredPanel
from course_helpers.record.read_marks import ReadMark
from tests.axe import violations
from tests.player.mastered import master
from tests.quiz.stage import Stage, TakeStageTab, put_in, put_on_stage, stage_tab_with

pytestmark = pytest.mark.usefixtures("own_record")

WORDS = load().strings.quiz
KINDS: dict[str, str] = {check.kind: check.id for check in load().check_questions.values()}
SIZES = {"wide": (1000, 900), "narrow": (320, 640)}


@pytest.fixture
def show(stage_tab: TakeStageTab) -> Callable[..., Stage]:
    """Puts a panel on a page where nothing moves by itself."""

    def shown(panel: Panel, views: int = 1, size: tuple[int, int] = SIZES["wide"], *, stopped: bool = False) -> Stage:
        return put_in(stage_tab, panel, views, size, still=True, stopped=stopped)

    return shown


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focus_on(page: Page, name: str) -> None:
    """Go there with Tab alone, as somebody without a mouse does."""
    # Found once: to find a button by its name, the names of all are worked out.
    wanted = page.get_by_role("button", name=name, exact=True).first.element_handle()
    for _ in range(60):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached “{name}”.")


def choose_something(stage: Stage, view: int = 0) -> None:
    """Answer with keys, whatever the kind."""
    page = stage.page
    root = page.locator(f"#view-{view}")
    if root.locator(".course-move").count():
        root.locator(".course-move-down:not([aria-disabled=true])").first.focus()
        press(page, "Enter")
        return
    for number in range(root.locator("fieldset.course-part").count()):
        root.locator("fieldset.course-part").nth(number).locator("input").first.focus()
        press(page, "Space")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_answered_with_keys_alone(show: Callable[..., Stage], kind: str) -> None:
    """Choose, check, read the status; the focus stays on the button, which now leads on."""
    stage = show(CheckPanel.current(KINDS[kind]))
    choose_something(stage)
    assert stage.panel.view["feedback"] is None, "choosing reveals nothing"
    focus_on(stage.page, WORDS.check_answer)
    press(stage.page, "Enter")
    expect(stage.page.get_by_role("button", name=WORDS.again)).to_be_focused()
    assert stage.status() in {WORDS.status_right, WORDS.status_not_right}
    assert stage.page.locator(".course-reason").count() >= 2
    assert stage.panel.faults == []
    press(stage.page, "Enter")
    expect(stage.page.locator(".course-stem")).to_be_focused()
    expect(stage.page.locator(".course-reason")).to_have_count(0)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_key_leaves_the_panel_but_escape(show: Callable[..., Stage], kind: str) -> None:
    """L4 and finding 1: plain JupyterLab would delete the cell on “d d”."""
    stage = show(CheckPanel.current(KINDS[kind]))
    stage.page.locator("input, .course-move").first.focus()
    press(stage.page, "d", "d", "b", "a", "x", "z", "ArrowDown", "ArrowUp", "j", "k", "Enter", "Space", "Escape")
    assert stage.page.evaluate("window.leaked") == ["Escape"]


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize(("size", "dark"), [("wide", False), ("narrow", True)], ids=["wide-light", "narrow-dark"])
def test_axe_finds_nothing_serious_before_and_after_checking(
    show: Callable[..., Stage], kind: str, size: str, dark: bool
) -> None:
    stage = show(CheckPanel.current(KINDS[kind]), 1, SIZES[size])
    stage.page.evaluate("(light) => { document.body.dataset.jpThemeLight = String(light); }", not dark)
    stage.page.evaluate("document.documentElement.lang = 'en'")
    assert violations(stage.page, "body") == []
    choose_something(stage)
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    stage.page.wait_for_selector(".course-reason")
    assert violations(stage.page, "body") == []
    assert stage.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the page"


def test_arrow_keys_move_between_answers(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]))
    stage.page.get_by_role("radio").first.focus()
    press(stage.page, "ArrowDown")
    expect(stage.page.get_by_role("radio").nth(1)).to_be_checked()


def test_a_mind_may_be_changed_until_checked(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]))
    radios = stage.page.get_by_role("radio")
    radios.nth(0).check()
    radios.nth(2).check()
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    stage.page.wait_for_selector(".course-reason")
    assert stage.panel.view["feedback"]["given"] == [[2]]
    expect(radios.nth(0)).to_be_disabled()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_chosen_is_told_in_the_status(show: Callable[..., Stage], kind: str) -> None:
    stage = show(CheckPanel.current(KINDS[kind]))
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    word = "not_answered_order" if kind == "order" else "not_answered"
    expect(stage.page.locator("[role=status]")).to_have_text(WORDS.of(word))
    assert stage.page.locator(".course-reason").count() == 0
    choose_something(stage)
    expect(stage.page.locator("[role=status]")).not_to_have_text(WORDS.of(word))


def test_right_and_wrong_are_told_by_word_and_by_shape(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["multiple"]))
    choose_something(stage)
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    stage.page.wait_for_selector(".course-reason")
    for reason in stage.page.locator(".course-reason").all():
        assert reason.inner_text().startswith((WORDS.mark_right, WORDS.mark_wrong))
    shapes = stage.page.evaluate(
        """() => ['right', 'wrong'].map((kind) => {
          const mark = getComputedStyle(document.querySelector(`.course-reason .course-mark-${kind}`), '::before');
          return [mark.width, mark.height, mark.transform].join(' ');
        })"""
    )
    assert shapes[0] != shapes[1]


def test_steps_are_moved_with_buttons_and_the_focus_stays(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["order"]))
    first = stage.page.locator(".course-step-text").first.inner_text()
    stage.page.locator(".course-move-down").first.focus()
    press(stage.page, "Enter", "Enter")
    assert stage.page.locator(".course-step-text").nth(2).inner_text() == first
    assert stage.page.evaluate("document.activeElement.getAttribute('aria-label')") == f"{WORDS.move_down}: {first}"
    assert stage.status() == WORDS.moved.format(text=first, number=3, total=stage.page.locator(".course-step").count())


def test_a_step_at_the_end_stays_there(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["order"]))
    up = stage.page.locator(".course-move-up").first
    expect(up).to_have_attribute("aria-disabled", "true")
    up.focus()
    press(stage.page, "Enter")
    assert stage.status() == ""


def test_the_next_decision_opens_when_the_one_before_is_made(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["scenario"]))
    decisions = stage.page.locator("fieldset.course-part")
    expect(decisions.nth(1)).to_be_hidden()
    decisions.nth(0).get_by_role("radio").nth(1).check()
    expect(decisions.nth(1)).to_be_visible()


def test_pointing_is_a_figure_with_places_that_have_names(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["point"]))
    question: Question = load().check_questions[KINDS["point"]]
    figure = stage.page.get_by_role("figure")
    expect(figure.get_by_role("img")).to_have_count(1)
    inputs = figure.locator("input")
    assert inputs.count() == len(question.options)
    names = [node.get_attribute("aria-label") for node in inputs.all()]
    assert all(option.text in str(name) for option, name in zip(question.options, names, strict=True))
    boxes = [node.bounding_box() for node in figure.locator(".course-spot").all()]
    assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    frame = stage.page.locator(".course-pointing-frame").bounding_box()
    spot, box = question.spot(question.options[0]), boxes[0]
    assert frame and box and spot
    assert box["x"] + box["width"] / 2 == pytest.approx(frame["x"] + spot.x * frame["width"], abs=2)
    assert box["y"] + box["height"] / 2 == pytest.approx(frame["y"] + spot.y * frame["height"], abs=2)


@pytest.mark.parametrize(
    ("width", "layout"), [(700, "wide"), (600, "wide"), (520, "narrow"), (390, "narrow"), (320, "narrow")]
)
def test_where_words_would_be_small_one_points_at_the_narrow_drawing(
    show: Callable[..., Stage], width: int, layout: str
) -> None:
    """Never both, never the rings of one on the other; and the choice stays when the window is turned."""
    stage = show(CheckPanel.current(KINDS["point"]), 1, (width, 900))
    question: Question = load().check_questions[KINDS["point"]]
    figure = stage.page.locator(".course-pointing")
    shown = figure.locator("img:visible")
    expect(shown).to_have_class(f"course-pointing-{layout}")
    frame, drawing = figure.locator(".course-pointing-frame").bounding_box(), shown.bounding_box()
    assert frame and drawing and drawing["width"] == pytest.approx(frame["width"], abs=1)
    for option, node in zip(question.options, figure.locator(".course-spot").all(), strict=True):
        spot, box = question.spot(option, narrow=layout == "narrow"), node.bounding_box()
        assert spot and box
        assert box["x"] + box["width"] / 2 == pytest.approx(drawing["x"] + spot.x * drawing["width"], abs=2)
        assert box["y"] + box["height"] / 2 == pytest.approx(drawing["y"] + spot.y * drawing["height"], abs=2)
    figure.locator("input").first.check()
    stage.page.set_viewport_size({"width": 1041 - width, "height": 900})
    expect(figure.locator("input").first).to_be_checked()


def test_the_hint_opens_with_keys_and_counts_for_nothing(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]))
    stage.page.locator("summary", has_text=WORDS.hint).focus()
    press(stage.page, "Enter")
    expect(stage.page.get_by_text(str(stage.panel.view["hint"]))).to_be_visible()
    assert stage.page.evaluate("window.stage.sent") == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_verdict_comes_first_and_in_sight_and_the_hint_goes(show: Callable[..., Stage], kind: str) -> None:
    """On a screen so low that the button and the verdict do not stand on it together."""
    stage = show(CheckPanel.current(KINDS[kind]), 1, (700, 360))
    choose_something(stage)
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    verdict = stage.page.locator(".course-verdict")
    expect(verdict).to_be_in_viewport(ratio=1)
    assert verdict.evaluate("node => node === node.parentElement.firstElementChild")
    expect(stage.page.locator("summary", has_text=WORDS.hint)).to_have_count(0)


ORDER = """() => {
  window.order = [];
  const scroll = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function (...how) {
    window.order.push('brought into sight');
    scroll.apply(this, how);
  };
  new MutationObserver((_, watch) => {
    if (!document.querySelector('.course-verdict')) return;
    watch.disconnect();
    window.order.push('stands in the page');
    requestAnimationFrame(() => window.order.push('painted'));
  }).observe(document.body, { childList: true, subtree: true });
}"""


def test_the_verdict_is_brought_into_sight_in_the_frame_that_paints_it(show: Callable[..., Stage]) -> None:
    """Not before, as the page would be laid out once more; nor after, as the reader would see a jump."""
    stage = show(CheckPanel.current(KINDS["single"]), 1, (700, 360))
    choose_something(stage)
    stage.page.evaluate(ORDER)
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    stage.page.wait_for_function("window.order.includes('painted')")
    assert stage.page.evaluate("window.order") == ["stands in the page", "brought into sight", "painted"]


def test_another_view_is_not_moved_by_an_answer_that_was_not_given_there(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]), 2, (700, 360))
    choose_something(stage)
    stage.page.locator("#view-0").get_by_role("button", name=WORDS.check_answer).click()
    expect(stage.page.locator("#view-1 .course-verdict")).to_have_count(1)
    expect(stage.page.locator("#view-0 .course-verdict")).to_be_in_viewport(ratio=1)


def test_a_right_order_is_shown_once(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["order"]))
    choose_something(stage)
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    stage.page.wait_for_selector(".course-reason")
    question: Question = load().check_questions[KINDS["order"]]
    shown = stage.page.locator(".course-quiz :is(.course-option-text, .course-step-text)").all_inner_texts()
    assert shown == [localised(step.text) for step in question.steps]


def test_a_checked_answer_is_told_to_the_other_panels(show: Callable[..., Stage]) -> None:
    """What it opens or shuts is shown at once, in other lessons and in other tabs."""
    stage = show(CheckPanel.current(KINDS["single"]))
    stage.page.evaluate("window.told = 0; window.addEventListener('course-answered', () => { window.told += 1; });")
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    expect(stage.page.locator("[role=status]")).to_have_text(WORDS.not_answered)
    assert stage.page.evaluate("window.told") == 0, "nothing was checked"
    choose_something(stage)
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    stage.page.wait_for_function("window.told === 1")


@pytest.mark.parametrize("quiz", ["seven", "safety"])
def test_after_mastery_the_one_filled_button_leads_to_the_practice(show: Callable[..., Stage], quiz: str) -> None:
    master(open_record(), quiz)
    stage = show(QuizPanel.current(quiz))
    filled = stage.page.locator(".course-button-main:visible")
    expect(filled).to_have_text(WORDS.practise_now)
    lesson, section = section_with(load().routines["relax"].head.practised_in)
    assert filled.get_attribute("data-course-lesson") == lesson.notebook
    assert filled.get_attribute("data-course-heading") == anchor(section.id, section.heading)
    expect(stage.page.locator(".course-joy")).to_be_visible()
    assert (
        stage.page.locator(".course-joy span").first.evaluate("node => getComputedStyle(node).animationName") == "none"
    )


def test_without_mastery_the_filled_button_goes_on_with_the_quiz(show: Callable[..., Stage]) -> None:
    stage = show(QuizPanel.current("seven"))
    stage.page.get_by_role("button", name=WORDS.begin).click()
    stage.page.get_by_role("button", name=WORDS.stop).click()
    expect(stage.page.locator(".course-button-main:visible")).to_have_text(WORDS.go_on)
    expect(stage.page.locator(".course-joy")).to_have_count(0)


class TestSilence:
    """A kernel that is busy, dead or gone is told in words, and the choice stays."""

    def test_a_silent_kernel_is_told_within_two_seconds_and_the_answer_arrives_later(
        self, show: Callable[..., Stage]
    ) -> None:
        stage = show(CheckPanel.current(KINDS["single"]), stopped=True)
        stage.page.get_by_role("radio").nth(1).check()
        stage.mode("silent")
        button = stage.page.get_by_role("button", name=WORDS.check_answer)
        button.click()
        stage.wait(1.99)
        expect(stage.page.get_by_role("alert")).to_have_text(load().strings.panel.silent)
        expect(stage.page.get_by_role("radio").nth(1)).to_be_checked()
        button.click()
        stage.wake()
        expect(stage.page.get_by_role("alert")).to_have_text("")
        stage.page.wait_for_selector(".course-reason")
        assert len({request["id"] for request in stage.page.evaluate("window.stage.sent")}) == 1

    def test_a_connection_that_is_gone_is_told_at_once(self, show: Callable[..., Stage]) -> None:
        stage = show(CheckPanel.current(KINDS["single"]))
        stage.page.get_by_role("radio").nth(1).check()
        stage.mode("gone")
        stage.page.get_by_role("button", name=WORDS.check_answer).click()
        expect(stage.page.get_by_role("alert")).to_have_text(load().strings.panel.silent)
        expect(stage.page.get_by_role("radio").nth(1)).to_be_checked()

    def test_the_choice_survives_a_reload(self, stage_tab: TakeStageTab) -> None:
        """L17: what was chosen and not yet checked."""
        stage = put_on_stage(stage_tab_with(stage_tab), CheckPanel.current(KINDS["multiple"]))
        stage.page.get_by_role("checkbox").nth(2).check()
        stored = stage.page.evaluate("JSON.stringify(sessionStorage)")
        assert "course-quiz:check:" in stored
        again = stage_tab_with(stage_tab)
        again.page.evaluate(f"Object.assign(sessionStorage, {stored})")
        stage = put_on_stage(again, CheckPanel.current(KINDS["multiple"]))
        expect(stage.page.get_by_role("checkbox").nth(2)).to_be_checked()
        stage.page.get_by_role("button", name=WORDS.check_answer).click()
        stage.page.wait_for_selector(".course-reason")
        assert again.page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('course-quiz'))") == []

    def test_a_fault_is_one_sentence(self, show: Callable[..., Stage], monkeypatch: pytest.MonkeyPatch) -> None:
        stage = show(CheckPanel.current(KINDS["single"]))

        def broken(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(stage.panel._session, "act", broken)
        stage.page.get_by_role("radio").first.check()
        stage.page.get_by_role("button", name=WORDS.check_answer).click()
        expect(stage.page.locator("[role=status]")).to_have_text(load().strings.panel.fault)
        assert len(stage.panel.faults) == 1


def test_two_views_of_one_question_stay_in_step(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]), views=2)
    one, other = stage.page.locator("#view-0"), stage.page.locator("#view-1")
    options = one.get_by_role("radio").count()
    one.get_by_role("radio").nth(2).check()
    expect(other.get_by_role("radio").nth(2)).to_be_checked()
    other.get_by_role("button", name=WORDS.check_answer).click()
    expect(one.locator(".course-why:not(:empty)")).to_have_count(options)
    expect(other.locator(".course-why:not(:empty)")).to_have_count(options)
    one.get_by_role("button", name=WORDS.again).click()
    expect(other.locator(".course-reason")).to_have_count(0)


def test_what_fails_on_the_page_is_told_in_one_sentence(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]))
    stage.page.evaluate("window.arrive({state: {view: {screen: 'nonsense', notices: []}}, replies: []})")
    assert stage.status() == load().strings.panel.fault


def test_a_press_that_fails_is_told_in_one_sentence(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]))
    stage.page.evaluate("() => { window.crypto.getRandomValues = () => { throw new Error('No numbers.'); }; }")
    stage.page.get_by_role("radio").first.check()
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    assert stage.status() == load().strings.panel.fault
    expect(stage.page.get_by_role("radio").first).to_be_checked()


def test_a_browser_that_stores_nothing_still_shows_every_reason(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]))
    stage.page.evaluate(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('Nothing is stored here.'); } })"
    )
    choose_something(stage)
    stage.page.get_by_role("button", name=WORDS.check_answer).click()
    expect(stage.page.locator(".course-explained")).to_be_visible()
    assert stage.status() in {WORDS.status_right, WORDS.status_not_right}


def test_a_view_that_is_taken_away_hears_nothing_more(show: Callable[..., Stage]) -> None:
    stage = show(CheckPanel.current(KINDS["single"]))
    stage.page.evaluate("window.ends[0]()")
    stage.page.evaluate("window.arrive({state: {view: {screen: 'nonsense'}}, replies: []})")
    expect(stage.page.get_by_role("radio").first).to_be_visible()


class TestWholeQuiz:
    """The safety quiz with keys: begin, answer, next, stop, go on, summary, try the missed ones."""

    def test_from_begin_to_the_missed_ones(self, show: Callable[..., Stage]) -> None:
        stage = show(QuizPanel.current("safety"))
        page = stage.page
        focus_on(page, WORDS.begin)
        press(page, "Enter")
        expect(page.get_by_text("Question 1 of 20")).to_be_visible()
        expect(page.locator(".course-stem")).to_be_focused()
        seen = set()
        for number in range(1, 21):
            expect(page.get_by_text(f"Question {number} of 20")).to_be_visible()
            seen.add(page.locator(".course-question-form").get_attribute("class"))
            choose_something(stage)
            page.get_by_role("button", name=WORDS.check_answer).focus()
            press(page, "Enter")
            onward = WORDS.finish if number == 20 else WORDS.next
            expect(page.get_by_role("button", name=onward)).to_be_focused()
            press(page, "Enter")
        expect(page.get_by_text(WORDS.summary_title)).to_be_focused()
        assert len(seen) >= 3
        assert page.locator(".course-objective").count() == 17
        assert stage.panel.faults == []
        page.evaluate("document.documentElement.lang = 'en'")
        assert violations(page, "body") == []
        focus_on(page, WORDS.retry)
        press(page, "Enter")
        expect(page.get_by_text("Question 1 of")).to_be_visible()

    def test_stopping_early_keeps_what_was_done(self, show: Callable[..., Stage]) -> None:
        stage = show(QuizPanel.current("safety"))
        page = stage.page
        page.get_by_role("button", name=WORDS.begin).click()
        page.wait_for_selector(".course-question-form")
        choose_something(stage)
        page.get_by_role("button", name=WORDS.check_answer).click()
        page.wait_for_selector(".course-reason")
        page.get_by_role("button", name=WORDS.stop).click()
        expect(page.get_by_text("You answered 1 of 20 questions.")).to_be_visible()
        page.get_by_role("button", name=WORDS.go_on).click()
        expect(page.get_by_text("Question 2 of 20")).to_be_visible()

    def test_confidence_is_optional_and_changes_no_mark(self, show: Callable[..., Stage]) -> None:
        """L8."""
        stage = show(QuizPanel.current("safety"))
        page = stage.page
        page.get_by_role("button", name=WORDS.begin).click()
        page.wait_for_selector(".course-question-form")
        choose_something(stage)
        page.get_by_role("radio", name=WORDS.confidence_3, exact=True).check()
        page.get_by_role("button", name=WORDS.check_answer).click()
        page.wait_for_selector(".course-reason")
        assert stage.panel.view["feedback"]["confidence"] == 3
        assert page.locator(".course-confidence").count() == 0


def test_a_guess_of_the_warm_up_is_kept_with_keys(show: Callable[..., Stage]) -> None:
    """L11."""
    stage = show(WarmUpPanel.current())
    stage.page.get_by_role("radio").first.focus()
    press(stage.page, "Space", "Tab", "Enter")
    expect(stage.page.get_by_role("button", name=WORDS.warm_up_kept)).to_be_focused()
    assert stage.status() == WORDS.warm_up_stored
    stage.page.evaluate("document.documentElement.lang = 'en'")
    assert violations(stage.page, "body") == []


def test_erasing_everything_takes_choices_out_of_the_tab(show: Callable[..., Stage]) -> None:
    """L17: what was ticked and never checked is forgotten too; what is not the course's stays."""
    words = load().strings.stored
    stage = show(StoredPanel.current())
    stage.page.evaluate("() => ['course-quiz:safety:1:0:ab', 'other'].forEach((n) => sessionStorage.setItem(n, 'x'))")
    stage.page.locator("summary").first.click()
    stage.page.get_by_role("button", name=words.forget).click()
    stage.page.get_by_label(words.forget_type).fill(words.forget_word)
    stage.page.get_by_role("button", name=words.forget_yes).click()
    expect(stage.page.locator("[role=status]")).to_have_text(words.forgotten)
    assert stage.page.evaluate("Object.keys(sessionStorage)") == ["other"]


def test_everything_is_erased_after_a_typed_word_and_a_mark_is_gone(show: Callable[..., Stage]) -> None:
    words = load().strings.stored
    mark = show(ReadMark.current("03"))
    mark.page.get_by_role("button", name=load().strings.marks.mark).click()
    expect(mark.page.get_by_role("button", name=load().strings.marks.take_back)).to_be_visible()
    stage = show(StoredPanel.current())
    stage.page.locator("summary").first.focus()
    press(stage.page, "Enter")
    expect(stage.page.get_by_text(load().strings.stored.lessons.format(number=1))).to_be_visible()
    stage.page.get_by_role("button", name=words.forget).click()
    expect(stage.page.get_by_role("button", name=words.forget_no)).to_be_focused()
    press(stage.page, "Tab", "Enter")
    expect(stage.page.locator("[role=status]")).to_have_text(words.forget_other_word)
    expect(stage.page.get_by_label(words.forget_type)).to_be_focused()
    stage.page.keyboard.type(words.forget_word)
    press(stage.page, "Tab", "Tab", "Enter")
    expect(stage.page.locator("[role=status]")).to_have_text(words.forgotten)
    expect(stage.page.get_by_text(words.nothing)).to_be_visible()
    stage.page.evaluate("document.documentElement.lang = 'en'")
    assert violations(stage.page, "body") == []


def test_enter_that_is_held_checks_an_answer_and_does_not_pass_its_reasons_by(show: Callable[..., Stage]) -> None:
    stage = show(QuizPanel.current("seven"))
    page = stage.page
    page.get_by_role("button", name=WORDS.begin).press("Enter")
    choose_something(stage)
    page.get_by_role("button", name=WORDS.check_answer).focus()
    page.keyboard.down("Enter")
    expect(page.locator(".course-verdict")).to_be_visible()
    for _ in range(4):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    expect(page.locator(".course-verdict")).to_be_visible()
    assert len([one for one in page.evaluate("window.stage.sent") if one["kind"] in {"submit", "next"}]) == 1
