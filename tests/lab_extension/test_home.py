"""The home of the course and the list at its side, on a page of their own: what they show and where they lead."""

from collections.abc import Iterator

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


def show_home(page: Page, left: object = None, read: tuple[str, ...] = (), due: object = 0, colours: str = "") -> None:
    page.evaluate(
        """([left, read, due, colours]) => {
          went.length = 0;
          home.show({ left, read: new Set(read), due, full: false, colours });
        }""",
        [left, read, due, colours],
    )


def show_side(page: Page, front: str, section: str = "", read: tuple[str, ...] = ()) -> None:
    page.evaluate(
        """([front, section, read]) => {
          went.length = 0;
          side.show({ front, section, read: new Set(read), full: false, colours: "" });
        }""",
        [front, section, read],
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
    show_home(home, read=("03",))
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
    show_home(home, LEFT, ("00",))
    expect(home.get_by_role("button", name="Milk", exact=True)).to_be_focused()


@pytest.mark.parametrize("width", [320, 650, 1000])
def test_everyone_can_use_the_home(home: Page, width: int) -> None:
    show_home(home, LEFT, ("00",))
    home.set_viewport_size({"width": width, "height": 640})
    for light in ("true", "false"):
        home.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
        assert violations(home, ".course-home") == []
    fits = "nodes => nodes.every((node) => node.getBoundingClientRect().right <= innerWidth)"
    assert home.locator(".course-home *").evaluate_all(fits)


def test_the_list_shows_the_sections_of_the_lesson_in_front_alone(side: Page) -> None:
    lesson = LESSONS[3]
    show_side(side, lesson.notebook, lesson.sections[1].id, ("00",))
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
    show_side(side, lesson.notebook, lesson.sections[2].id, ("03",))
    expect(here).to_be_focused()
    expect(side.locator("[aria-current=location]")).to_contain_text(lesson.sections[2].heading)
    show_side(side, "")
    expect(side.locator("[aria-current]")).to_have_text(WORDS.home)
    expect(side.locator(".course-side-section")).to_have_count(0)


def test_everyone_can_use_the_list(side: Page) -> None:
    show_side(side, LESSONS[3].notebook, LESSONS[3].sections[2].id, ("00",))
    for light in ("true", "false"):
        side.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
        assert violations(side, ".course-side") == []
    fits = "nodes => nodes.every((node) => node.getBoundingClientRect().right <= innerWidth)"
    assert side.locator(".course-side *").evaluate_all(fits)


@pytest.mark.parametrize(("due", "words"), [(1, WORDS.review_one), (3, WORDS.review_many.format(number=3))])
def test_what_comes_back_today_is_one_press_away(home: Page, due: int, words: str) -> None:
    show_home(home, due=due)
    home.get_by_role("button", name=words, exact=True).click()
    assert home.evaluate("went") == [["openLesson", "08_my_practice.ipynb", "8.2-Five-minutes-of-review"]]


def test_what_is_unchanged_is_not_drawn_anew_under_a_press(home: Page) -> None:
    """A page that is looked at again by a click asks for its marks between the press and its end."""
    show_home(home, LEFT, ("00",))
    home.evaluate("window.before = document.querySelector('.course-home-go-on')")
    show_home(home, LEFT, ("00",))
    assert home.evaluate("window.before.isConnected")
    show_home(home, LEFT, ("00", "01"))
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
