"""What the tests of a lesson's frame share."""

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page

from tests.lab_extension.frame_page import FrameTab, OpenFrame, put_html_on
from tests.tab import Tabs


@pytest.fixture(scope="session")
def frame_tabs(browser: Browser) -> Iterator[Tabs[FrameTab]]:
    """The tabs that these tests share."""
    made = Tabs(partial(FrameTab, browser))
    yield made
    made.close()


@pytest.fixture
def frame(frame_tabs: Tabs[FrameTab], request: pytest.FixtureRequest) -> Iterator[OpenFrame]:
    """Opens a page with some HTML and, as ``frame``, what a script of the extension exports."""
    with frame_tabs.lent(request) as take:

        def opened(body: str, script: str, width: int = 1000, height: int = 700) -> Page:
            tab = take()
            tab.size(width, height)
            put_html_on(tab.page, body, script)
            return tab.page

        yield opened
