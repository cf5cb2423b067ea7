"""The search of a lesson: what a reader sees is found, marked and unfolded, and nothing of it is changed."""

import pytest
from playwright.sync_api import Page, expect

from course_helpers.knowledge import load
from course_helpers.lab_extension.assemble import HERE
from tests.axe import violations
from tests.lab_extension.frame_page import OpenFrame

WORDS = load().strings.extension
LESSON = """
<main class="course-lesson"><div id="lesson" style="height: 300px; overflow: auto">
  <div class="jp-Cell"><h1>Warm hands</h1><p>Begin with <b>warm</b> hands, and “no” pain.</p></div>
  <div class="jp-Cell"><section class="course-card"><ul><li>A hard lump that is new</li><li>Call at once</li></ul>
    <details><summary>Sources</summary><p>A folded lump.</p>
      <details><summary>More</summary><p>A lump in two folds.</p></details>
    </details></section></div>
  <div class="jp-Cell" style="padding-top: 900px"><div class="course-widget"><p>Which lump is new?</p>
    <label><input type="radio"> The third lump</label>
    <p hidden>A hidden lump</p><p style="display: none">Another hidden lump</p>
    <select aria-label="x"><option>A lump to choose</option></select></div></div>
  <div class="jp-CodeCell"><div class="jp-Cell-inputWrapper">course.lump()</div></div>
  <div class="course-tag-hint">A lump in a hint</div>
</div></main>
"""
SHOWN_LUMPS = 5
"""In the card, in two folds, twice in the panel; not what is hidden, a hint, the code, or a list that is closed."""
MARKED = """(name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString())"""


@pytest.fixture
def page(frame: OpenFrame) -> Page:
    """A lesson with everything that a lesson has, and the row above it."""
    opened = frame(LESSON, "find.js")
    opened.evaluate(
        """() => {
          window.bar = new frame.FindBar(document.getElementById('lesson'));
          document.querySelector('main').prepend(bar.node);
          bar.onClose = () => { window.wasClosed = true; };
          window.changes = 0;
          new MutationObserver((seen) => { window.changes += seen.length; })
            .observe(document.getElementById('lesson'), { childList: true, characterData: true, subtree: true });
          bar.open();
        }"""
    )
    return opened


def look_for(page: Page, words: str) -> list[str]:
    """Type some words and say what is marked."""
    page.get_by_label(WORDS.find_label).fill(words)
    page.keyboard.press("Enter")
    marked: list[str] = page.evaluate(MARKED, "course-found")
    return marked


def told(page: Page) -> str:
    return page.locator(".course-find-status").inner_text()


def test_all_that_a_reader_sees_is_found_and_nothing_else(page: Page) -> None:
    assert look_for(page, "lump") == ["lump"] * SHOWN_LUMPS
    assert told(page).endswith(f"of {SHOWN_LUMPS}")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("WARM HANDS", ["Warm hands", "warm hands"]),
        ('"no" pain', ["“no” pain"]),
        ("  hard   lump ", ["hard lump"]),
        ("hands Begin", []),
        ("new Call", []),
        ("a.hard", []),
        ("(", []),
        ("", []),
    ],
)
def test_words_are_found_as_they_are_meant(page: Page, words: str, found: list[str]) -> None:
    """Any letters and quotation marks, over bold words, in one paragraph, and no sign is a pattern."""
    assert look_for(page, words) == found
    assert told(page) == (WORDS.find_none if words.strip() and not found else told(page))


def test_keys_lead_from_place_to_place_and_open_the_folds(page: Page) -> None:
    field = page.get_by_label(WORDS.find_label)
    field.fill("lump")
    expect(page.locator(".course-find-status")).to_have_text(f"1 of {SHOWN_LUMPS}")
    assert page.locator("details[open]").count() == 0
    seen = []
    for number in (2, 3, 4, 5, 1):
        page.keyboard.press("Enter")
        assert told(page) == f"{number} of {SHOWN_LUMPS}"
        assert page.evaluate(MARKED, "course-found-now") == ["lump"]
        seen.append(page.evaluate(IN_SIGHT))
    assert seen == [True] * 5
    assert page.locator("details[open]").count() == 2
    page.keyboard.press("Shift+Enter")
    assert told(page) == f"5 of {SHOWN_LUMPS}"
    expect(field).to_be_focused()


IN_SIGHT = """() => {
  const [range] = CSS.highlights.get('course-found-now');
  const [box, frame] = [range, document.getElementById('lesson')].map((one) => one.getBoundingClientRect());
  return box.height > 0 && box.top >= frame.top && box.bottom <= frame.bottom;
}"""


def test_searching_changes_nothing_on_the_page(page: Page) -> None:
    look_for(page, "lump")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("[window.wasClosed, window.changes]") == [True, 0]
    assert page.evaluate(MARKED, "course-found") == page.evaluate(MARKED, "course-found-now") == []


def test_marks_have_a_style_only_while_somebody_looks(page: Page) -> None:
    """A browser works it out for every element that such a rule meets, also for a page in which nobody looks."""
    page.add_style_tag(content=(HERE / "styles" / "bar.css").read_text(encoding="utf-8"))
    look_for(page, "lump")
    assert page.evaluate(LINE_OF_A_MARK, "course-found") == "underline"
    page.keyboard.press("Escape")
    assert page.evaluate(LINE_OF_A_MARK, "course-found") == "none"


LINE_OF_A_MARK = """(name) => getComputedStyle(document.querySelector('.course-card li'), `::highlight(${name})`)
  .textDecorationLine"""


def test_a_page_that_changed_meanwhile_is_read_again(page: Page) -> None:
    look_for(page, "lump")
    page.evaluate("document.querySelector('.course-widget').remove()")
    page.keyboard.press("Enter")
    assert told(page) == "2 of 3"
    page.evaluate("document.querySelector('.course-card').remove()")
    page.keyboard.press("Enter")
    assert told(page) == WORDS.find_none


def test_the_keys_go_back_where_they_were(page: Page) -> None:
    page.keyboard.press("Escape")
    page.get_by_label("The third lump").focus()
    page.evaluate("bar.open()")
    expect(page.get_by_label(WORDS.find_label)).to_be_focused()
    page.get_by_role("button", name=WORDS.close).click()
    expect(page.get_by_label("The third lump")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1000])
def test_everyone_can_use_it(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    look_for(page, "no such words")
    for light in ("true", "false"):
        page.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
        assert violations(page, ".course-find") == []
    fits = "nodes => nodes.every((node) => node.getBoundingClientRect().right <= innerWidth)"
    assert page.locator(".course-find > *").evaluate_all(fits)


OF_A_WORD = """(key) => {
  const given = { key, isComposing: true, keyCode: 229, bubbles: true, cancelable: true };
  document.querySelector('.course-find-words').dispatchEvent(new KeyboardEvent('keydown', given));
}"""


def test_a_word_that_is_being_put_together_neither_closes_the_search_nor_moves_it(page: Page) -> None:
    """Enter takes a word of an input method, Escape lets go of it: both are meant for the word."""
    look_for(page, "lump")
    before = told(page)
    for key in ("Escape", "Enter"):
        page.evaluate(OF_A_WORD, key)
    assert told(page) == before
    assert page.evaluate("window.wasClosed") is None


@pytest.mark.parametrize(
    "typed", ["l " * 5000, "lump" * 3000, "<script>alert(1)</script>", "🙂", "\u202e", "((((l+)+)+)+$"]
)
def test_odd_words_are_looked_for_like_any_others(page: Page, typed: str) -> None:
    """Ten thousand letters made a pattern that no browser takes, and what was found before stayed marked."""
    page.evaluate("window.thrown = []; window.addEventListener('error', (event) => thrown.push(event.message))")
    look_for(page, "lump")
    assert look_for(page, typed) == []
    assert told(page) == WORDS.find_none
    assert page.evaluate("thrown") == []
