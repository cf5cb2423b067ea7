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
