"""The home of the course and the list at its side, on a page of their own: what they show and where they lead."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from course_helpers.knowledge import load
from tests.axe import violations
from tests.lab_extension.frame_page import frame_page

WORDS = load().strings.way
LESSONS = [lesson for lesson in load().lessons.values() if lesson.ready]
WAYS = """
window.went = [];
const go = (name) => (...told) => went.push([name, ...told.filter((one) => typeof one === 'string')]);
window.ways = Object.fromEntries(
  ['openLesson', 'goOn', 'goHome', 'search', 'help', 'showList', 'changeDesk', 'changeColours']
    .map((name) => [name, go(name)]),
);
"""
LEFT = {"lesson": {"title": "When not to massage"}, "section": {"title": "3.4 Level 2"}, "place": {}}


@pytest.fixture(scope="module")
def home(browser: Browser) -> Iterator[Page]:
    """The home page alone."""
    opened = frame_page(browser, "<main></main>", "home.js")
    opened.evaluate(
        f"""() => {{ {WAYS}
          window.home = new frame.HomePage(ways);
          document.querySelector('main').append(home.node);
        }}"""
    )
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def side(browser: Browser) -> Iterator[Page]:
    """The list alone."""
    opened = frame_page(browser, "<main></main>", "side_list.js", 260)
    opened.evaluate(
        f"""() => {{ {WAYS}
          window.side = new frame.SideList(ways);
          document.querySelector('main').append(side.node);
        }}"""
    )
    yield opened
    opened.close()


BEGUN = {"mark": "begun", "told": "Begun: 1 of 3 questions answered"}
STANDING: dict[str, Any] = {
    "title": "Where you stand",
    "whole": {"text": "8.1", "lesson": "08_my_practice.ipynb", "heading": "8.1-Where-you-stand"},
    "known": "7 of 8 safety points right on the latest try",
    "know": "What you know, point by point",
    "points": [{"text": "Read again. <b>Heat</b>", "lesson": "03_when_not_to_massage.ipynb", "heading": "3.4-Level-2"}],
    "done": [
        {"text": "Seven quiet minutes. One session.", "lesson": "06_seven_quiet_minutes.ipynb", "heading": "6.4-Go"}
    ],
}


def marks(read: tuple[str, ...] = (), due: object = 0, **known: object) -> dict[str, object]:
    """What the server told."""
    lessons = {name: {"mark": "read", "told": "Read"} for name in read}
    return {"lessons": lessons, "due": due, "goOn": None, "standing": None} | known


def show_home(page: Page, left: object = None, told: object = None, colours: str = "") -> None:
    page.evaluate(
        """([left, marks, colours]) => {
          went.length = 0;
          home.show({ left, marks, full: false, colours });
        }""",
        [left, told or marks(), colours],
    )


def show_side(page: Page, front: str, section: str = "", told: object = None) -> None:
    page.evaluate(
        """([front, section, marks]) => {
          went.length = 0;
          side.show({ front, section, marks, full: false, colours: "" });
        }""",
        [front, section, told or marks()],
    )


def test_a_newcomer_meets_the_doors_and_one_filled_button(home: Page) -> None:
    show_home(home)
    for door in load().doors.values():
        part = home.locator(".course-home-door", has=home.get_by_role("button", name=door.title, exact=True))
        expect(part).to_contain_text(door.time)
        expect(part).to_contain_text(door.about)
    expect(home.locator(".course-home-page .course-button-main")).to_have_text(next(iter(load().doors.values())).title)
    home.get_by_role("button", name="Milk", exact=True).click()
    assert home.evaluate("went") == [["openLesson", "07_gentle_help_with_milk.ipynb", home.evaluate("went")[0][2]]]
    assert home.evaluate("went")[0][2].startswith("7.1-")


def test_whoever_was_here_goes_on_with_one_press(home: Page) -> None:
    show_home(home, LEFT)
    press = home.locator(".course-home-page .course-button-main")
    expect(press).to_have_count(1)
    expect(press).to_contain_text(WORDS.go_on)
    expect(press).to_contain_text("When not to massage: 3.4 Level 2")
    press.click()
    assert home.evaluate("went") == [["goOn"]]


def test_lessons_stand_with_title_minutes_and_mark(home: Page) -> None:
    show_home(home, told=marks(("03",)))
    lines = home.locator(".course-home-lessons li")
    assert lines.count() == len(LESSONS)
    for line, lesson in zip(lines.all(), LESSONS, strict=True):
        expect(line).to_contain_text(lesson.title)
        looked_up = lesson.path == "appendix"
        expect(line).to_contain_text(WORDS.to_look_up if looked_up else WORDS.minutes.format(minutes=lesson.minutes))
        expect(line.get_by_text(WORDS.read)).to_have_count(1 if lesson.id == "03" else 0)
    assert ".ipynb" not in home.inner_text("body")


def test_help_and_search_are_there_and_keys_stay_where_they_are(home: Page) -> None:
    show_home(home)
    home.get_by_role("button", name=load().strings.extension.worried).click()
    home.get_by_role("searchbox").fill("lump")
    home.keyboard.press("Enter")
    assert home.evaluate("went") == [["help"], ["search", "lump"]]
    home.get_by_role("button", name="Milk", exact=True).focus()
    show_home(home, LEFT, marks(("00",)))
    expect(home.get_by_role("button", name="Milk", exact=True)).to_be_focused()


@pytest.mark.parametrize("width", [320, 650, 1000])
def test_everyone_can_use_the_home(home: Page, width: int) -> None:
    show_home(home, LEFT, marks(lessons={"03": BEGUN}, standing=STANDING))
    home.locator("summary").click()
    home.set_viewport_size({"width": width, "height": 640})
    for light in ("true", "false"):
        home.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
        assert violations(home, ".course-home") == []
    fits = "nodes => nodes.every((node) => node.getBoundingClientRect().right <= innerWidth)"
    assert home.locator(".course-home *").evaluate_all(fits)


def test_the_list_shows_the_sections_of_the_lesson_in_front_alone(side: Page) -> None:
    lesson = LESSONS[3]
    show_side(side, lesson.notebook, lesson.sections[1].id, marks(("00",)))
    sections = side.locator(".course-side-section")
    assert sections.all_inner_texts() == [f"{section.id} {section.heading}" for section in lesson.sections]
    expect(side.locator("[aria-current=page]")).to_contain_text(lesson.title)
    expect(side.locator("[aria-current=location]")).to_have_text(sections.all_inner_texts()[1])
    expect(side.get_by_text(f"✓ {WORDS.read}")).to_have_count(1)
    assert ".ipynb" not in side.inner_text("body")
    sections.nth(2).click()
    [[name, notebook, heading]] = side.evaluate("went")
    assert (name, notebook) == ("openLesson", lesson.notebook)
    assert heading.startswith(f"{lesson.sections[2].id}-")


def test_reading_on_moves_the_place_and_leaves_the_keys(side: Page) -> None:
    lesson = LESSONS[3]
    show_side(side, lesson.notebook, lesson.sections[0].id)
    here = side.locator(".course-side-section").nth(4)
    here.focus()
    show_side(side, lesson.notebook, lesson.sections[2].id)
    expect(here).to_be_focused()
    show_side(side, lesson.notebook, lesson.sections[2].id, marks(("03",)))
    expect(here).to_be_focused()
    expect(side.locator("[aria-current=location]")).to_contain_text(lesson.sections[2].heading)
    show_side(side, "")
    expect(side.locator("[aria-current]")).to_have_text(WORDS.home)
    expect(side.locator(".course-side-section")).to_have_count(0)


def test_everyone_can_use_the_list(side: Page) -> None:
    show_side(
        side,
        LESSONS[3].notebook,
        LESSONS[3].sections[2].id,
        marks(("00",), lessons={"00": {"mark": "read", "told": "Read"}, "03": BEGUN}),
    )
    for light in ("true", "false"):
        side.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
        assert violations(side, ".course-side") == []
    fits = "nodes => nodes.every((node) => node.getBoundingClientRect().right <= innerWidth)"
    assert side.locator(".course-side *").evaluate_all(fits)


@pytest.mark.parametrize(("due", "words"), [(1, WORDS.review_one), (3, WORDS.review_many.format(number=3))])
def test_what_comes_back_today_is_one_press_away(home: Page, due: int, words: str) -> None:
    show_home(home, told=marks(due=due))
    home.get_by_role("button", name=words, exact=True).click()
    assert home.evaluate("went") == [["openLesson", "08_my_practice.ipynb", "8.2-Five-minutes-of-review"]]


def test_what_is_unchanged_is_not_drawn_anew_under_a_press(home: Page) -> None:
    """A page that is looked at again by a click asks for its marks between the press and its end."""
    show_home(home, LEFT, marks(("00",)))
    home.evaluate("window.before = document.querySelector('.course-home-go-on')")
    show_home(home, LEFT, marks(("00",)))
    assert home.evaluate("window.before.isConnected")
    show_home(home, LEFT, marks(("00", "01")))
    assert not home.evaluate("window.before.isConnected")


def test_a_day_without_reviews_says_nothing_of_them(home: Page) -> None:
    show_home(home)
    assert home.locator(".course-home-review").count() == 0


def test_light_and_dark_are_one_press_where_they_are_the_courses_to_change(home: Page) -> None:
    show_home(home)
    assert home.get_by_role("button", name=WORDS.dark_page).count() == 0
    show_home(home, colours=WORDS.dark_page)
    home.get_by_role("button", name=WORDS.dark_page).click()
    assert home.evaluate("went") == [["changeColours"]]


def test_where_somebody_stands_leads_to_each_place(home: Page) -> None:
    show_home(home, told=marks(lessons={"03": BEGUN}, standing=STANDING))
    expect(home.locator(".course-home-lessons li", has_text=BEGUN["told"])).to_contain_text("When not to massage")
    expect(home.get_by_role("heading", name="Where you stand")).to_be_visible()
    home.get_by_role("button", name="7 of 8 safety points").click()
    home.get_by_role("button", name="Seven quiet minutes. One session.").click()
    point = home.get_by_role("button", name="Read again. <b>Heat</b>")
    expect(point).not_to_be_visible()
    home.locator("summary").click()
    point.click()
    assert home.evaluate("went") == [
        ["openLesson", "08_my_practice.ipynb", "8.1-Where-you-stand"],
        ["openLesson", "06_seven_quiet_minutes.ipynb", "6.4-Go"],
        ["openLesson", "03_when_not_to_massage.ipynb", "3.4-Level-2"],
    ]
    show_home(home, LEFT, marks(standing=STANDING))
    expect(point).to_be_visible()
    show_home(home)
    expect(home.get_by_role("heading", name="Where you stand")).to_have_count(0)


def test_another_browser_goes_on_at_the_section_that_the_record_knows(home: Page) -> None:
    known = {"text": "Continue: Heat (lesson 03)", "lesson": "03_when_not_to_massage.ipynb", "heading": "3.4-Level-2"}
    show_home(home, told=marks(goOn=known))
    home.locator(".course-home-page .course-button-main").click()
    assert home.evaluate("went") == [["openLesson", "03_when_not_to_massage.ipynb", "3.4-Level-2"]]
    show_home(home, LEFT, marks(goOn=known))
    expect(home.locator(".course-home-page .course-button-main")).to_contain_text("When not to massage: 3.4 Level 2")


def test_the_list_tells_how_far_a_lesson_was_read(side: Page) -> None:
    show_side(side, "", told=marks(lessons={"03": BEGUN, "00": {"mark": "read", "told": "Read"}}))
    expect(side.locator("li", has_text=BEGUN["told"])).to_contain_text("When not to massage")
    expect(side.get_by_text(f"✓ {WORDS.read}")).to_have_count(1)
    expect(side.get_by_role("button", name=STANDING["title"])).to_have_count(0)
    show_side(side, "", told=marks(standing=STANDING))
    side.get_by_role("button", name=STANDING["title"]).click()
    assert side.evaluate("went") == [["openLesson", "08_my_practice.ipynb", "8.1-Where-you-stand"]]
