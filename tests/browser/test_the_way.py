"""The way through the course in the real JupyterLab, in one opening: home, list, search, back, reload, narrow."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from course_helpers.knowledge import load
from tests.axe import violations
from tests.browser.conftest import LIVE_MS, RunningCourse, in_a_page_of_its_own, wait_until_live
from tests.browser.first_words import MOST_JUMPS, jumps_of, stands_where_it_stood, watch_words
from tests.browser.looks import set_theme

IN_FRONT = ".course-lesson:not(.lm-mod-hidden)"
HOME = ".course-home:not(.lm-mod-hidden)"
WORDS = load().strings.way
TITLES = {lesson.id: lesson.title for lesson in load().lessons.values()}
TOP = f"document.querySelector('{IN_FRONT} .jp-WindowedPanel-outer').scrollTop"
LOOSE = """() => [...document.querySelectorAll('#jp-top-panel, #jp-menu-panel, .jp-SideBar')].filter((node) => {
  const { width, height } = node.getBoundingClientRect();
  return width * height > 1 && node.checkVisibility({ visibilityProperty: true });
}).length"""
LEFT = "document.querySelector('#jp-main-dock-panel').getBoundingClientRect().left"
EMPTY_LEFT = "document.querySelector('#jp-main-dock-panel, .course-side').getBoundingClientRect().left"


def side(page: Page) -> Locator:
    return page.locator("nav.course-side:visible").first


def at_home(page: Page) -> None:
    expect(page.locator(HOME).get_by_role("button", name="Milk", exact=True)).to_be_visible()
    expect(page).to_have_title(WORDS.page_name.format(page=WORDS.home))


def in_lesson(page: Page, lesson: str) -> None:
    expect(page.locator(f"{IN_FRONT} h1")).to_contain_text(TITLES[lesson], timeout=LIVE_MS)
    expect(page).to_have_title(WORDS.page_name.format(page=TITLES[lesson]))


def the_start_is_the_first_lesson_with_nothing_of_a_desk_around_it(page: Page) -> None:
    in_lesson(page, "00")
    assert page.evaluate(LOOSE) == 0
    assert page.evaluate(EMPTY_LEFT) <= 1, "what is hidden leaves no gap"
    expect(side(page)).to_contain_text(TITLES["03"])
    assert ".ipynb" not in page.inner_text("body"), "titles, not files"
    page.keyboard.press("PageDown")
    assert page.evaluate(TOP) > 300, "the keys that turn pages need no click"


def back_leads_home_and_on_and_the_home_knows_where_one_was(page: Page) -> None:
    page.wait_for_timeout(400)
    page.go_back()
    at_home(page)
    set_theme(page, dark=True)
    assert violations(page, ".course-home", ".course-side") == []
    set_theme(page, dark=False)
    go_on = page.locator(HOME).get_by_role("button", name=re.compile(WORDS.go_on))
    expect(go_on).to_contain_text(TITLES["00"])
    page.go_forward()
    in_lesson(page, "00")
    side(page).get_by_role("button", name=re.compile(re.escape(TITLES["01"]))).click()
    in_lesson(page, "01")
    page.go_back()
    in_lesson(page, "00")
    page.go_back()
    at_home(page)
    go_on.click()
    in_lesson(page, "00")


def a_list_that_was_made_wider_is_waited_for(page: Page) -> None:
    """In the layout with which a course begins, and in one that the reader has changed."""
    stands_where_it_stood(page)
    left = page.evaluate(LEFT)
    handle = page.locator("#jp-main-split-panel > .lm-SplitPanel-handle:not(.lm-mod-hidden)").first
    handle.hover()
    page.mouse.down()
    page.mouse.move(left + 90, 300, steps=4)
    page.mouse.up()
    with page.expect_response(lambda answer: "/api/workspaces/" in answer.url and answer.request.method == "PUT"):
        pass
    page.evaluate("sessionStorage.clear()")
    page.reload()
    wait_until_live(page)
    assert page.evaluate(LEFT) > left + 50
    stands_where_it_stood(page)


def a_mark_is_seen_in_the_list_at_once(page: Page) -> None:
    """Its questions are not answered yet, so the lesson is begun and not read."""
    marked = side(page).get_by_text(load().strings.standing.begun)
    expect(marked).to_have_count(0)
    page.locator(f"{IN_FRONT} .course-read-mark button").click(timeout=LIVE_MS)
    expect(marked).to_have_count(1)


def the_search_opens_a_place_and_marks_it_and_a_reload_comes_back_to_it(page: Page) -> None:
    field = page.locator(IN_FRONT).get_by_role("searchbox", name=WORDS.search_label)
    field.fill("ultrasound counted")
    field.press("Enter")
    page.locator(".course-search-hit", has_text="1.3").first.click()
    in_lesson(page, "01")
    wait_until_live(page)
    mark = "() => [...CSS.highlights.get('course-found-now') ?? []].map(String).join()"
    page.wait_for_function(f"({mark})() === 'ultrasound'")
    expect(side(page).locator("[aria-current=location]")).to_contain_text("1.3")
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)
    before = page.evaluate(TOP)
    assert before > 0
    page.reload()
    wait_until_live(page)
    in_lesson(page, "01")
    # The same line, though what stands above it may have changed a little.
    page.wait_for_function(f"(before) => Math.abs({TOP} - before) <= 40", arg=before)
    expect(side(page).locator("[aria-current=location]")).to_contain_text("1.3")


WATCH_ATTACHING = """() => {
  const { shell } = jupyterapp;
  const kind = Object.getPrototypeOf(shell.currentWidget.sessionContext);
  const { initialize } = kind;
  window.attached = [];
  kind.initialize = function () {
    const { context } = [...shell.widgets('main')].find(({ sessionContext }) => sessionContext === this) ?? {};
    window.attached.push([this.path.split('/').at(-1).slice(0, 2), context?.isReady ?? false]);
    return initialize.call(this);
  };
}"""
"""Which lesson is attached to its session, and whether its file had come."""


def two_lessons_keep_a_kernel_and_one_that_rested_comes_back(page: Page, course: RunningCourse) -> None:
    page.evaluate(WATCH_ATTACHING)
    for lesson in ("05", "00", "01"):
        side(page).get_by_role("button", name=re.compile(re.escape(TITLES[lesson]))).click()
        in_lesson(page, lesson)
        wait_until_live(page)
        for _ in range(100):
            kept = sorted(session["path"].split("/")[-1][:2] for session in course.api("sessions"))  # type: ignore[attr-defined]
            if len(kept) <= 2:
                break
            page.wait_for_timeout(100)
        assert kept == sorted({"05": ["05", "01"], "00": ["00", "05"], "01": ["01", "00"]}[lesson])


def a_lesson_is_attached_to_its_kernel_before_its_file_has_come(page: Page) -> None:
    assert page.evaluate("attached[0]") == ["05", False]


def the_foot_leads_on_and_the_last_lesson_closed_leads_home(page: Page) -> None:
    foot = page.locator(f"{IN_FRONT} .course-foot")
    expect(foot.get_by_role("button")).to_have_count(3)
    page.evaluate("jupyterapp.commands.execute('application:close-all')")
    at_home(page)
    expect(page.locator(".jp-Launcher")).to_have_count(0)


def one_press_brings_the_desk_and_one_takes_it_away(page: Page) -> None:
    page.locator(HOME).get_by_role("button", name=WORDS.all_of_jupyterlab).click()
    expect(page.locator("#jp-menu-panel")).to_be_visible()
    assert page.evaluate(LOOSE) >= 3
    page.locator(HOME).get_by_role("button", name=WORDS.only_the_course).click()
    assert page.evaluate(LOOSE) == 0


def on_a_narrow_page_bar_and_help_are_whole_and_the_list_is_a_drawer(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    bar = page.locator(f"{IN_FRONT} .course-bar")
    help_button = bar.get_by_role("button", name=load().strings.extension.worried)
    fits = "node => node.scrollWidth <= node.clientWidth + 1 && node.scrollHeight <= node.clientHeight + 1"
    assert help_button.evaluate(fits)
    inside = (
        "nodes => nodes.filter((n) => n.checkVisibility()).every((n) => n.getBoundingClientRect().right <= innerWidth)"
    )
    assert bar.locator("button").evaluate_all(inside)
    assert bar.bounding_box()["height"] < 70, "one row"  # type: ignore[index]
    notebook = page.locator(f"{IN_FRONT} .jp-Notebook").bounding_box()
    assert notebook
    assert notebook["height"] >= 0.7 * 844
    expect(page.locator("nav.course-side:visible")).to_have_count(0)
    bar.get_by_role("button", name=WORDS.lessons).click()
    drawer = page.locator(".course-drawer")
    expect(drawer.get_by_role("button", name=re.compile(re.escape(TITLES["03"])))).to_be_visible()
    assert violations(page, ".course-drawer") == []
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


def test_one_walk_through_the_course(browser: Browser, course: RunningCourse) -> None:
    """As its start opens it, at lesson 00, and then wherever somebody may go."""
    with in_a_page_of_its_own(browser, course) as seen:
        page = seen.page
        page.set_viewport_size({"width": 1600, "height": 900})
        watch_words(page)
        # What resets a workspace lays JupyterLab out before the course is there, and so hides what would jump.
        page.goto(course.lab("00_start_here.ipynb").replace("?reset&", "?"))
        wait_until_live(page)
        assert jumps_of(page) <= MOST_JUMPS
        a_list_that_was_made_wider_is_waited_for(page)
        the_start_is_the_first_lesson_with_nothing_of_a_desk_around_it(page)
        back_leads_home_and_on_and_the_home_knows_where_one_was(page)
        a_mark_is_seen_in_the_list_at_once(page)
        the_search_opens_a_place_and_marks_it_and_a_reload_comes_back_to_it(page)
        for width in (320, 650):
            on_a_narrow_page_bar_and_help_are_whole_and_the_list_is_a_drawer(page, width)
        page.set_viewport_size({"width": 1300, "height": 900})
        two_lessons_keep_a_kernel_and_one_that_rested_comes_back(page, course)
        a_lesson_is_attached_to_its_kernel_before_its_file_has_come(page)
        the_foot_leads_on_and_the_last_lesson_closed_leads_home(page)
        one_press_brings_the_desk_and_one_takes_it_away(page)
        assert seen.errors == []
        assert seen.outside == []
