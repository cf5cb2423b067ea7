"""What prints is a copy of the lesson, and each page of it says how old it is and who signed it."""

import io

import pypdf
import pytest
from playwright.sync_api import Page, expect

from course_helpers.knowledge import load
from course_helpers.version import VERSION
from tests.lab_extension.frame_page import OpenFrame

LESSON = """<main class="course-lesson"><div class="jp-Cell"><h1>Warm hands</h1></div>
<div class="jp-Cell"><p>Begin.</p><div style="height: 1500px"></div><p>The end.</p></div></main>"""


@pytest.fixture
def page(frame: OpenFrame) -> Page:
    opened = frame(LESSON, "printing.js")
    opened.evaluate(
        """() => {
          const widgets = [...document.querySelectorAll('.jp-Cell')].map((node) => ({ node }));
          frame.layOutForPrint({ panel: { content: { widgets } } });
        }"""
    )
    return opened


def test_every_page_says_how_old_it_is_and_who_signed_it(page: Page) -> None:
    pages = [" ".join(one.extract_text().split()) for one in pypdf.PdfReader(io.BytesIO(page.pdf())).pages]
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert f"Gentle hands {VERSION}. Facts checked {load().review.checked_on}." in text
        assert load().review.in_short in text


def test_a_browser_without_words_at_the_foot_has_them_at_the_head(page: Page) -> None:
    first = page.locator(".course-print > :first-child")
    assert load().review.in_short in (first.text_content() or "")


HEADED = """() => {
  document.querySelector('.jp-Cell').insertAdjacentHTML('beforeend',
    '<h2>Words</h2><h3>First</h3><p>A word.</p><p>More.</p>'
    + '<h3>Long</h3><div style="height: 1400px"></div><h3>Last</h3>');
  const widgets = [...document.querySelectorAll('.jp-Cell')].map((node) => ({ node }));
  frame.layOutForPrint({ panel: { content: { widgets } } });
  const whole = (node) => node.parentElement.matches('.course-print-whole')
    && getComputedStyle(node.parentElement).breakInside === 'avoid';
  return [...document.querySelectorAll('.course-print h3')].map(
    (node) => [whole(node), node.nextElementSibling?.textContent ?? '', node.parentElement.children.length]);
}"""


def test_a_heading_stays_with_its_text_in_a_browser_that_knows_no_break_after(page: Page) -> None:
    """They are one block, as Firefox breaks after a heading whatever the styles say; a long text may go over."""
    first, long, last = page.evaluate(HEADED)
    assert first == [True, "A word.", 3]
    assert [long[0], last[0]] == [False, False]


def test_nothing_of_it_stays_after_printing(page: Page) -> None:
    styles = page.locator("style").count()
    page.evaluate("() => frame.clearPrint()")
    assert page.locator(".course-print").count() == 0
    assert page.locator("style").count() == styles - 1


PARTS = """<main class="course-lesson">
<div class="jp-Cell"><h1>Warm hands</h1></div>
<div class="jp-Cell"><h2>1.1 Begin<a class="jp-InternalAnchorLink">¶</a></h2></div>
<div class="jp-Cell"><p>First words.</p></div>
<div class="jp-Cell"><h2>1.2 Steps</h2></div>
<div class="jp-Cell"><details><summary>Look closer</summary><div class="course-table-frame">
  <table class="course-table"><caption>Six steps</caption><tr><td>Rest</td></tr></table></div>
  <section class="course-card"><p class="course-card-head"><svg aria-hidden="true"></svg>
    <span>Step</span> <strong>Circles</strong></p><p>Slowly.</p></section></details>
  <div class="course-widget"><section class="course-card"><p class="course-card-head">Not this</p></section></div></div>
</main>"""
OPEN = """() => {
  window.printed = 0;
  window.choice = new frame.PrintChoice(() => { window.printed += 1; });
  choice.open([...document.querySelectorAll('.jp-Cell')]);
}"""


@pytest.fixture
def choice(frame: OpenFrame) -> Page:
    """The window behind Print, just opened."""
    opened = frame(PARTS, "print_choice.js")
    opened.evaluate(OPEN)
    return opened


def choices(page: Page) -> list[str]:
    return page.locator("dialog .course-help-choice").all_inner_texts()


def press(page: Page, name: str) -> None:
    page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


def test_a_section_a_table_or_a_card_is_chosen_by_its_name(choice: Page) -> None:
    words = load().strings.extension
    assert choices(choice) == [words.print_all, "1.1 Begin", "1.2 Steps"]
    press(choice, "1.2 Steps")
    assert choices(choice) == [words.print_section, "Six steps", "Step Circles"], "no part of a panel"
    expect(choice.get_by_role("dialog", name="1.2 Steps")).to_be_visible()
    press(choice, "Six steps")
    assert choice.evaluate("[printed, choice.chosen.map((node) => node.tagName)]") == [1, ["TABLE"]]
    expect(choice.get_by_role("dialog")).to_have_count(0)


def test_the_whole_lesson_and_a_section_without_parts_take_one_press(choice: Page) -> None:
    press(choice, load().strings.extension.print_all)
    assert choice.evaluate("[printed, choice.chosen.length]") == [1, 0]
    choice.evaluate(OPEN)
    press(choice, "1.1 Begin")
    assert choice.evaluate("[printed, choice.chosen.map((node) => node.textContent)]") == [
        1,
        ["1.1 Begin¶", "First words."],
    ]


def test_closed_without_a_choice_it_prints_nothing_and_is_gone(choice: Page) -> None:
    choice.keyboard.press("Escape")
    expect(choice.get_by_role("dialog")).to_have_count(0)
    assert choice.evaluate("printed") == 0


LAY_OUT = "(part) => frame.layOutForPrint({panel: {content: {widgets: []}}}, [document.querySelector(part)])"


def test_what_is_printed_without_its_lesson_has_the_stop_rule_once(frame: OpenFrame) -> None:
    rule = load().strings.card.stop_rule
    page = frame(f"{PARTS}<div class='jp-Cell'><p id='rule'>{rule}</p></div>", "printing.js")
    for part in (".course-table", ".course-card", "#rule"):
        page.evaluate(LAY_OUT, part)
        assert page.locator(".course-print").inner_text().count(rule) == 1, part


def test_a_chosen_card_is_alone_on_paper_with_who_signed_it(frame: OpenFrame) -> None:
    page = frame(PARTS, "printing.js")
    page.evaluate(LAY_OUT, ".course-card")
    text = " ".join(page.locator(".course-print > .jp-Cell").inner_text().split())
    [only] = pypdf.PdfReader(io.BytesIO(page.pdf())).pages
    assert "Circles" in only.extract_text()
    assert "Rest" not in only.extract_text()
    assert load().review.in_short in " ".join(only.extract_text().split())
    assert "Look closer" not in text


LOOKED_UP = """<main class="course-lesson"><div class="jp-Cell"><details class="course-look-up">
<summary>Look closer: “Steps”</summary><section class="course-card"><p class="course-card-head">Step Circles</p>
<details class="course-look-up"><summary>Sources</summary><p>A book.</p></details></section></details></div></main>"""


def test_a_fold_to_look_up_says_that_it_needs_the_screen(frame: OpenFrame) -> None:
    """“Look closer” alone would point at nothing on paper."""
    page = frame(LOOKED_UP, "printing.js")
    page.evaluate(LAY_OUT, ".jp-Cell")
    told = load().strings.extension.screen_only.format(panel="Look closer: “Steps”")
    assert page.locator(".course-print .jp-Cell").inner_text() == told


def test_a_card_that_was_chosen_out_of_a_fold_is_on_paper(frame: OpenFrame) -> None:
    page = frame(LOOKED_UP, "printing.js")
    page.evaluate(LAY_OUT, ".course-card")
    [only] = pypdf.PdfReader(io.BytesIO(page.pdf())).pages
    assert "Step Circles" in only.extract_text()
    assert "Sources" not in only.extract_text()


def test_cells_are_laid_out_and_painted_apart_on_the_screen_and_not_on_paper(frame: OpenFrame) -> None:
    lesson = LESSON.replace('<div class="jp-Cell">', '<div class="jp-Notebook"><div class="jp-Cell">', 1)
    page = frame(lesson.replace("</main>", "</div></main>"), "printing.js")
    expect(page.locator(".jp-Cell").last).to_have_css("contain", "layout style")
    page.evaluate(
        "frame.layOutForPrint({ panel: { content: { widgets: [{ node: document.querySelector('.jp-Cell') }] } } })"
    )
    expect(page.locator(".course-print .jp-Cell")).to_have_css("contain", "none")
