"""A lesson on paper: as it is read, whole, opened, without tools around it; and the page stays as it was."""

import json
import re
from unicodedata import normalize

from playwright.sync_api import Locator, Page, expect
from pypdfium2 import PdfDocument

from course_helpers.lesson.printed import about_this_print
from tests.browser.looks import set_theme
from tests.places import NOTEBOOKS

PAPER_PX = 680
"""About the width of an A4 page inside the margins of the course."""
HIDDEN = (
    ".course-bar",
    "#jp-top-panel",
    "#jp-main-dock-panel",
    ".course-print .jp-CodeCell .jp-InputArea",
    ".course-print .course-tag-hint",
    ".course-print .course-tag-facilitator",
    ".course-print .course-panel button",
)
PRINTED_PANELS = (".course-quiz[data-screen=question]", ".course-warm-up", ".course-sort")
"""All others are worked on the screen only, and paper says so."""
SHORTEST_LESSON = 3
"""Pages of the safety quiz, whose longer panels do not print."""
SHORTEST_PAGE = 40
"""Letters of the emptiest page that is no waste of paper: a drawing's title, or a link to the next lesson."""
INK = "getComputedStyle(document.body).getPropertyValue('--course-ink').trim().toLowerCase()"
TOO_WIDE = """nodes => nodes
    .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
    .map((node) => node.outerHTML)"""
WORDS = (
    ".course-quiz :is(.course-stem, .course-option-text, .course-step-text),"
    ".course-sort :is(.course-sort-statement, .course-sort-answers li)"
)
SEEN = """nodes => nodes
    .filter((node) => node.checkVisibility())
    .map((node) => node.textContent.replace("¶", "").trim())"""
OPENED = "nodes => nodes.map((node) => node.open)"


def laid_out_for_paper(page: Page) -> Locator:
    """The paper, after what the browser does before it prints."""
    page.set_viewport_size({"width": PAPER_PX, "height": 1000})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    return page.locator(".course-print")


def headings_of(lesson: str) -> list[str]:
    """The headings of a stored lesson, as they are written, without those of notes for facilitators."""
    cells = json.loads((NOTEBOOKS / lesson).read_text(encoding="utf-8"))["cells"]
    texts = [
        "".join(cell["source"]) for cell in cells if not {"hint", "facilitator"} & set(cell["metadata"].get("tags", []))
    ]
    return [heading for text in texts for heading in re.findall(r"^#{1,3} (.+)$", text, re.MULTILINE)]


def is_laid_out_as_it_is_read(page: Page, lesson: str, own_address: str) -> None:
    """What has to hold before the open lesson in front is printed; an answer of the reader stays where it was."""
    headings = headings_of(lesson)
    screen = page.locator(".course-lesson:not(.course-print, .lm-mod-hidden)")
    opened_before = screen.locator("details").evaluate_all(OPENED)
    answer = screen.locator(".course-quiz input").first
    if answer.count():
        answer.check()
    set_theme(page, dark=True)
    ink_on_screen = page.evaluate(INK)

    paper = laid_out_for_paper(page)
    _is_whole(paper, headings)
    _has_no_tools(page)
    _asks_as_the_screen_does(paper, screen)
    _can_be_broken_into_pages(paper)
    _names_addresses_of_others_only(paper, own_address)
    assert paper.locator("p, li, img, table, section").evaluate_all(TOO_WIDE) == []
    assert page.evaluate(INK) == "#1f2933" != ink_on_screen, "paper keeps the light colours"

    page.emulate_media(media="null")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(paper).to_have_count(0)
    assert screen.locator("details").evaluate_all(OPENED) == opened_before
    assert not answer.count() or answer.is_checked()


def as_pdf(page: Page) -> bytes:
    """The open lesson in front, as a printer gets it."""
    page.set_viewport_size({"width": PAPER_PX, "height": 1000})
    return page.pdf()


def pages_of(pdf: bytes) -> int:
    """How many pages were printed."""
    return len(PdfDocument(pdf))


def _is_whole(paper: Locator, headings: list[str]) -> None:
    """Everything is there and opened; a panel or a fold that needs the screen says its name."""
    shown = paper.locator("h1, h2, h3").evaluate_all(SEEN)
    assert [heading for heading in headings if heading not in shown] == []
    expect(paper.locator("details:not([open])")).to_have_count(0)
    notes = paper.locator(".course-print-note")
    assert [note for note in notes.evaluate_all(SEEN) if not re.match(r"On the screen only: \w", note)] == []
    assert len(notes.evaluate_all(SEEN)) == notes.count()


def _has_no_tools(page: Page) -> None:
    """No code, no buttons, nothing of JupyterLab, and no mark of reading."""
    assert page.locator(", ".join(HIDDEN)).evaluate_all(SEEN) == []
    expect(page.locator(".course-print .course-read-mark")).to_have_count(0)


def _asks_as_the_screen_does(paper: Locator, screen: Locator) -> None:
    """Each question of a lesson stays readable; the longer quizzes, which keep an order of their own, do not print."""
    for kind in PRINTED_PANELS:
        assert paper.locator(kind).count() == screen.locator(kind).count()
    assert paper.locator(".course-widget").count() == paper.locator(", ".join(PRINTED_PANELS)).count()
    words = paper.locator(WORDS)
    assert len(words.evaluate_all(SEEN)) == words.count()


def _can_be_broken_into_pages(paper: Locator) -> None:
    """Short blocks stay whole. What JupyterLab keeps on one page may break, or half of a page would stay empty."""
    breaks = "nodes => nodes.map((node) => getComputedStyle(node).breakInside)"
    kept = paper.locator(".course-print-whole").evaluate_all(breaks)
    assert set(kept) <= {"avoid"}
    blocks = paper.locator(".course-card, .course-panel, figure")
    assert not blocks.count() or paper.locator(":is(.course-card, .course-panel, figure).course-print-whole").count()
    assert set(paper.locator(".jp-OutputArea-child").evaluate_all(breaks)) <= {"auto"}
    after = "nodes => nodes.map((node) => getComputedStyle(node).breakAfter)"
    assert set(paper.locator("h1, h2, h3, thead, summary").evaluate_all(after)) == {"avoid"}


def _names_addresses_of_others_only(paper: Locator, own: str) -> None:
    """A link into the web shows its address; one to another lesson would show that of this computer."""
    shown = paper.locator("a[href]").evaluate_all(
        "nodes => nodes.map((node) => [node.href, getComputedStyle(node, '::after').content !== 'none'])"
    )
    assert [href for href, named in shown if named != (href.startswith("http") and not href.startswith(own))] == []


def pages_are_filled(pdf: bytes, lesson: str) -> None:
    """Pages are numbered, none is empty, and none ends with a heading."""
    headings = headings_of(lesson)
    pages = [normalize("NFKC", page.get_textpage().get_text_range()).strip() for page in PdfDocument(pdf)]
    assert len(pages) >= SHORTEST_LESSON
    about = about_this_print()
    for number, page in enumerate(pages, 1):
        words = " ".join(page.split())
        foot = (about, f"Page {number} of {len(pages)}")
        assert all(words.count(said) == 1 + (number == 1 and said == about) for said in foot), words[:200]
        text = page
        for said in foot:
            text = re.sub(r"\s*".join(map(re.escape, said.split())), "", text)
        assert len(text) > SHORTEST_PAGE, f"page {number} is empty"
        assert text.strip().splitlines()[-1].strip() not in headings, f"page {number} ends with a heading"
