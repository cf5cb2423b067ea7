"""A lesson prints as it is read: whole, opened, without tools around it, and the page stays as it was."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import RunningCourse, Watched, open_lesson

PAPER_PX = 720
"""About the width of an A4 page inside its margins."""


def laid_out_for_paper(page: Page) -> None:
    """What the browser does before it prints."""
    page.set_viewport_size({"width": PAPER_PX, "height": 1000})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def test_a_lesson_prints_whole_and_opened(course: RunningCourse, watched: Watched) -> None:
    page = watched.page
    open_lesson(course, page, "03_when_not_to_massage.ipynb")
    opened_before = page.locator(".course-lesson details[open]").count()
    laid_out_for_paper(page)
    paper = page.locator(".course-print")
    expect(paper.locator("li", has_text="Calling is never a nuisance.")).to_be_visible()
    expect(paper.locator("p", has_text="Level 1. Call the local emergency number now.")).to_be_visible()
    assert paper.locator("details:not(.course-look-up):not([open])").count() == 0
    assert paper.locator("details.course-look-up[open]").count() == 0
    assert paper.evaluate("node => node.getBoundingClientRect().height") > 10_000
    for hidden in (
        ".course-bar",
        "#jp-top-panel",
        "#jp-main-dock-panel",
        ".jp-CodeCell .jp-InputArea",
        ".course-tag-hint",
        ".course-tag-facilitator",
    ):
        expect(page.locator(f"{hidden}:visible")).to_have_count(0)
    too_wide = "nodes => nodes.filter(node => node.getBoundingClientRect().right > innerWidth + 1).length"
    assert paper.locator("p, li, img, table, section").evaluate_all(too_wide) == 0
    notes = paper.get_by_text("This part works on the screen only.")
    assert notes.count() > 0
    for note in notes.all():
        expect(note).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".course-print")).to_have_count(0)
    assert page.locator(".course-lesson details[open]").count() == opened_before


def test_paper_keeps_the_light_colours(course: RunningCourse, watched: Watched) -> None:
    page = watched.page
    open_lesson(course, page, "00_start_here.ipynb")
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    ink = "getComputedStyle(document.body).getPropertyValue('--course-ink')"
    on_screen = page.evaluate(ink)
    laid_out_for_paper(page)
    assert page.evaluate(ink) != on_screen
    assert page.evaluate(ink).strip().lower() == "#1f2933"


def test_the_pdf_has_many_pages(course: RunningCourse, watched: Watched) -> None:
    page = watched.page
    open_lesson(course, page, "00_start_here.ipynb")
    assert page.pdf().count(b"/Type /Page\n") >= 4


def test_questions_print_as_questions(course: RunningCourse, watched: Watched) -> None:
    """A check stays readable on paper, and printing takes no answer from the page."""
    page = watched.page
    open_lesson(course, page, "01_what_touch_can_do.ipynb")
    first = page.locator(".course-lesson .course-quiz input").first
    first.check()
    laid_out_for_paper(page)
    paper = page.locator(".course-print")
    for quiz in paper.locator(".course-quiz").all():
        expect(quiz.locator(".course-stem")).to_be_visible()
        for option in quiz.locator(".course-option-text").all():
            expect(option).to_be_visible()
    assert (
        paper.locator(".course-quiz").count() == page.locator(".course-lesson:not(.course-print) .course-quiz").count()
    )
    assert first.is_checked()


def test_paper_shows_addresses_that_others_can_open(course: RunningCourse, watched: Watched) -> None:
    page = watched.page
    open_lesson(course, page, "01_what_touch_can_do.ipynb")
    laid_out_for_paper(page)
    shown = page.locator(".course-print a").evaluate_all(
        "nodes => nodes.map((node) => getComputedStyle(node, '::after').content).filter((text) => text !== 'none')"
    )
    assert any("https://" in address for address in shown)
    assert [address for address in shown if course.url in address or "localhost" in address] == []


def test_small_blocks_are_kept_whole_and_long_ones_may_break(course: RunningCourse, watched: Watched) -> None:
    page = watched.page
    open_lesson(course, page, "03_when_not_to_massage.ipynb")
    laid_out_for_paper(page)
    rules = page.locator(".course-print .course-card").evaluate_all(
        "nodes => nodes.map((node) => getComputedStyle(node).breakInside)"
    )
    assert "avoid" in rules
    assert page.locator(".course-print .jp-OutputArea-child").evaluate_all(
        "nodes => nodes.every((node) => getComputedStyle(node).breakInside === 'auto')"
    )
