"""Words of the glossary explain themselves where they stand, and leave the text as it was."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from course_helpers.knowledge import load
from tests.axe import violations
from tests.lab_extension.frame_page import OpenFrame

TEXT = """
<main class="course-lesson jp-Notebook"><div class="jp-RenderedMarkdown">
<h1>Lymph nodes and a duct</h1><p>A lymph node filters lymph. A Lymph node is small.</p>
<h2>More lymph</h2><p>Lymph flows. <a href="#x">A duct</a> and <code>gland</code>.
Glands, ducts and a Doppler, but no doppler and no conduct.</p>
<ul><li>Fibrocystic changes are harmless.</li></ul></div><button>After</button></main>
"""


@pytest.fixture
def page(frame: OpenFrame) -> Page:
    page = frame(TEXT, "glossary_words.js", width=390, height=700)
    page.evaluate(
        """(words) => {
          window.before = document.querySelector('main').textContent;
          const { WordNote, markWords } = window.frame;
          markWords(document.querySelectorAll('.jp-RenderedMarkdown'), words, new WordNote());
        }""",
        [{"id": word.id, "meaning": word.meaning} for word in load().words.values()],
    )
    return page


def marked(page: Page) -> list[str]:
    return page.locator(".course-word").all_inner_texts()


def test_the_first_of_each_in_a_section_and_no_word_inside_another(page: Page) -> None:
    assert marked(page) == ["lymph node", "lymph", "Lymph", "Glands", "ducts", "Doppler", "Fibrocystic changes"]


def test_the_text_is_the_same_to_whoever_reads_or_searches_it(page: Page) -> None:
    assert page.evaluate("document.querySelector('main').textContent === window.before")
    assert page.evaluate("window.find('A lymph node filters lymph. A Lymph node')")


def test_a_press_explains_and_another_closes(page: Page) -> None:
    word = page.get_by_role("button", name="Glands")
    word.click()
    note = page.get_by_role("status")
    expect(note).to_have_text(f"gland: {load().words['gland'].meaning}")
    expect(word).to_have_attribute("aria-expanded", "true")
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    word.click()
    expect(note).to_have_count(0)


def test_keys_are_enough_and_escape_closes_and_stays_there(page: Page) -> None:
    page.locator(".course-word").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("lymph node")
    page.keyboard.press("Escape")
    expect(page.get_by_role("status")).to_have_count(0)
    expect(page.locator(".course-word").first).to_be_focused()
    page.keyboard.press(" ")
    expect(page.get_by_role("status")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("status")).to_have_count(0)


def test_pointing_explains_and_going_away_closes(page: Page) -> None:
    page.locator(".course-word").first.hover()
    expect(page.get_by_role("status")).to_be_visible()
    page.get_by_role("button", name="After").hover()
    expect(page.get_by_role("status")).to_have_count(0)


def test_axe_finds_nothing_open_or_closed(page: Page) -> None:
    assert violations(page, "main") == []
    page.locator(".course-word").first.click()
    assert violations(page, ".course-word-note") == []


def test_words_are_text(page: Page) -> None:
    found: list[dict[str, Any]] = page.evaluate(
        "() => window.frame.wordPlaces('x <b>', [{id: 'x', meaning: '<img src=x onerror=window.hit=1>'}])"
    )
    assert [place["at"] for place in found] == [0]
