"""The search over all lessons: its index, its matching and order, and its window."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from course_helpers.knowledge import load
from course_helpers.lab_extension import assemble, search_index
from tests.axe import violations
from tests.lab_extension.frame_page import OpenFrame
from tests.modules import module_of

Decide = Callable[..., Any]
WORDS = load().strings.way


@cache
def index() -> list[dict[str, str]]:
    """The index as it is built into the extension; none of the tests changes it."""
    files = assemble.extension_files()
    name = next(name for name in files if name.startswith("static/search."))
    places: list[dict[str, str]] = json.loads(files[name])
    return places


# The index


def test_every_section_of_every_lesson_is_in_it_and_has_its_words() -> None:
    known = {place["title"]: place for place in index() if place["kind"] == "section"}
    for lesson in assemble.lessons():
        for section in lesson["sections"]:
            place = known[section["title"]]
            assert (place["lesson"], place["heading"]) == (lesson["notebook"], section["heading"])
            assert place["text"] or section["id"] == assemble.WORDS_SECTION


def test_every_word_and_every_drawing_that_a_section_shows_is_in_it() -> None:
    assert {place["title"] for place in index() if place["kind"] == "word"} == set(load().words)
    shown = {name for lesson in assemble.lessons() for section in lesson["sections"] for name in section["figures"]}
    drawings = {place["title"]: place["text"] for place in index() if place["kind"] == "figure"}
    for name in shown:
        figure = load().figures[name]
        assert figure.alt in drawings[figure.title]
        assert figure.description in drawings[figure.title]


def test_cards_are_in_it_and_what_learners_do_not_see_is_not() -> None:
    text = "\n".join(place["text"] for place in index())
    assert load().care_cards["HELP-now"].title.split("{")[0] in text
    assert "For facilitators." not in text
    assert "import course_helpers" not in text
    assert "press the double arrow" not in text
    assert not [sign for sign in ("**", "<p>", "</", "](", "&amp;", "&#x27;") if sign in text]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>bold</b> word</p><p>Two</p>", "One bold word\nTwo"),
        ('<p><span aria-hidden="true">◆<i>x</i></span>Evidence</p>', "Evidence"),
        ("<script>evil()</script><p>a<br>b &amp; c</p>", "a\nb & c"),
        ("<p>cut <b>off", "cut off"),
        ("</p></div>only ends", "only ends"),
        ('<p><img aria-hidden="true" alt="x">seen</p>', "seen"),
    ],
)
def test_html_becomes_what_a_reader_sees(html: str, text: str) -> None:
    assert search_index.plain_html(html) == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("See [lesson 03](03.ipynb#x), **now**.", "See lesson 03, now."),
        ("- one\n2. two\n> three\n# Four", "one\ntwo\nthree\nFour"),
        ("![a picture](x.svg)\n\n| a | b |", "a | b"),
        ("3.5 is a number", "3.5 is a number"),
    ],
)
def test_markdown_becomes_what_a_reader_sees(markdown: str, text: str) -> None:
    assert search_index.plain_markdown(markdown) == text


def test_the_index_has_a_name_of_its_own_content(monkeypatch: pytest.MonkeyPatch) -> None:
    before = assemble.extension_files()
    monkeypatch.setattr(assemble, "_search_index", lambda: [{"kind": "word", "title": "new"}])
    after = assemble.extension_files()
    assert {name for name in before if "search." in name}.isdisjoint(after)
    name = next(name for name in after if name.startswith("static/search."))
    assert name.removeprefix("static/") in after[next(name for name in after if "remoteEntry" in name)]


# Matching and order

PLACES = [
    {"kind": "lesson", "lesson": "a", "heading": "", "title": "Start here", "text": "A lump, and milk that waits."},
    {"kind": "section", "lesson": "a", "heading": "0.1", "title": "0.1 Rosa", "text": "Milk first.\nThen a new lump."},
    {"kind": "section", "lesson": "b", "heading": "3.4", "title": "3.4 A new lump", "text": "Nothing but a clump."},
    {
        "kind": "section",
        "lesson": "b",
        "heading": "3.5",
        "title": "3.5 Skin",
        "text": "New skin; the old lump. 38.5 °C",
    },
    {"kind": "word", "lesson": "c", "heading": "10.1", "title": "lump", "text": "a hard place"},
    {"kind": "figure", "lesson": "b", "heading": "3.5", "title": "Three skin tones", "text": "Brown skin (dark)."},
]


@pytest.fixture(scope="module")
def search(browser: Browser) -> Iterator[Decide]:
    """Looks in some places, and says what was found."""
    page = browser.new_page()
    source = module_of(Path(assemble.__file__).with_name("search_text.js"))
    page.evaluate(
        """async (source) => {
          const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
          const { readyPlaces, search } = await import(url);
          window.look = (places, typed, most) => search(readyPlaces(places), typed, most);
        }""",
        source,
    )
    yield lambda typed, most=40, places=PLACES: page.evaluate(
        "([places, typed, most]) => look(places, typed, most)", [places, typed, most]
    )
    page.close()


def found(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(hit["place"]["lesson"], hit["place"]["title"]) for one in answer["lessons"] for hit in one["hits"]]


def test_the_best_comes_first_then_the_order_of_the_course(search: Decide) -> None:
    """A word of the glossary, a heading, the same words in this order, all the words; and by lesson."""
    assert found(search("lump")) == [
        ("c", "lump"),
        ("b", "3.4 A new lump"),
        ("b", "3.5 Skin"),
        ("a", "Start here"),
        ("a", "0.1 Rosa"),
    ]
    assert found(search("new lump")) == [("b", "3.4 A new lump"), ("b", "3.5 Skin"), ("a", "0.1 Rosa")]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("LUMP milk", ["Start here", "0.1 Rosa"]),
        ("ump", []),
        ("brown", ["Three skin tones"]),
        ("lum", ["lump", "3.4 A new lump", "3.5 Skin", "Start here", "0.1 Rosa"]),
        ("(dark)", ["Three skin tones"]),
        ("[*+?.^$|\\", []),
        ("38.5", ["3.5 Skin"]),
        ("", []),
        ("   ", []),
        ("lump nowhere", []),
    ],
)
def test_all_words_have_to_be_there_each_at_its_beginning(search: Decide, typed: str, titles: list[str]) -> None:
    assert [title for _, title in found(search(typed))] == titles


@pytest.mark.parametrize("typed", ["lump " * 2000, "lump milk " * 1000, "l " * 5000, "lump" + " 🙂" * 5000])
def test_a_whole_page_that_is_pasted_is_looked_for_by_its_first_words(search: Decide, typed: str) -> None:
    """Ten thousand letters stopped the page for seconds, or made a pattern that no browser takes."""
    assert found(search(typed)) == found(search(" ".join(typed.split()[:2])))


def test_what_was_not_told_is_counted(search: Decide) -> None:
    answer = search("lump", 2)
    assert len(found(answer)) == 2
    assert answer["all"] == 5


def test_an_excerpt_is_cut_between_words_round_what_was_found(search: Decide) -> None:
    text = f"{'before ' * 30}a new lump {'after ' * 60}"
    place = {**PLACES[1], "text": text}
    [hit] = search("new lump", places=[place])["lessons"][0]["hits"]
    assert hit["excerpt"]["hit"] == hit["mark"] == "new lump"
    assert hit["excerpt"]["before"].startswith("… before")
    assert hit["excerpt"]["after"].endswith("after …")
    assert len(hit["excerpt"]["before"] + hit["excerpt"]["after"]) < 200


def test_what_is_marked_is_the_word_where_the_words_stand_apart(search: Decide) -> None:
    marks = {hit["place"]["title"]: hit["mark"] for one in search("new lump")["lessons"] for hit in one["hits"]}
    assert marks["0.1 Rosa"] == "new lump"
    assert marks["3.5 Skin"] == "lump"


# The window

HIT = "hit => { window.opened = hit; }"


@pytest.fixture
def page(frame: OpenFrame) -> Page:
    """The window of the search with the real index, which comes when it is let come."""
    opened = frame("<main></main>", "search.js", 1000, 700)
    opened.evaluate(
        f"""(index) => {{
          const fetched = () => new Promise((come, fail) => {{
            window.come = () => come(index);
            window.fail = () => fail(new Error('gone'));
          }});
          window.searching = new frame.SearchWindow(fetched, {HIT});
          searching.open('milk fever');
        }}""",
        index(),
    )
    return opened


def test_it_waits_for_its_index_and_answers_what_stands_there_then(page: Page) -> None:
    status = page.locator(".course-search-status")
    expect(status).to_have_text(WORDS.search_wait)
    page.get_by_role("searchbox").fill("armpit")
    page.evaluate("come()")
    expect(page.locator(".course-search-hit mark").first).to_have_text("armpit")
    page.get_by_role("searchbox").fill("zzz nowhere")
    expect(status).to_have_text(WORDS.search_none)
    expect(page.locator(".course-search-hit")).to_have_count(0)


def test_a_missing_index_is_told_and_asked_for_again(page: Page) -> None:
    page.evaluate("fail()")
    expect(page.locator(".course-search-status")).to_have_text(WORDS.search_failed)
    page.get_by_role("searchbox").press("Enter")
    page.evaluate("come()")
    expect(page.locator(".course-search-hit").first).to_be_visible()


def test_keys_alone_lead_to_a_place_and_everyone_can_use_it(page: Page) -> None:
    page.evaluate("come()")
    expect(page.locator(".course-search-hit").first).to_be_visible()
    for width, light in ((320, "true"), (1000, "false")):
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
        assert violations(page, ".course-search") == []
        fits = "nodes => nodes.every((node) => node.getBoundingClientRect().right <= innerWidth)"
        assert page.locator(".course-search *").evaluate_all(fits)
    page.get_by_role("searchbox").press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".course-search-hit").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".course-search")).to_be_hidden()
    assert page.evaluate("opened.place.lesson").endswith(".ipynb")
