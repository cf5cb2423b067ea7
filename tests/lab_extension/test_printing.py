"""What prints is a copy of the lesson, and each page of it says how old it is and who signed it."""

import io
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from course_helpers.knowledge import load
from course_helpers.version import VERSION
from tests.lab_extension.frame_page import frame_page

LESSON = """<main class="course-lesson"><div class="jp-Cell"><h1>Warm hands</h1></div>
<div class="jp-Cell"><p>Begin.</p><div style="height: 1500px"></div><p>The end.</p></div></main>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = frame_page(browser, LESSON, "printing.js")
    opened.evaluate(
        """() => {
          const widgets = [...document.querySelectorAll('.jp-Cell')].map((node) => ({ node }));
          frame.layOutForPrint({ panel: { content: { widgets } } });
        }"""
    )
    yield opened
    opened.close()


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


def test_nothing_of_it_stays_after_printing(page: Page) -> None:
    styles = page.locator("style").count()
    page.evaluate("() => frame.clearPrint()")
    assert page.locator(".course-print").count() == 0
    assert page.locator("style").count() == styles - 1
