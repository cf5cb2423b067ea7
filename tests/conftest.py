"""What all tests share: the browser."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, sync_playwright

from course_helpers.knowledge import CONTENT, cache
from course_helpers.slow_imports import leave_out
from tests.tab import OneTab, Tabs

if TYPE_CHECKING:
    from course_helpers.record import Record
    from tests.player.tab import ClockedTab, TakeTab
    from tests.quiz.stage import StageTab

# Whatever the tests start must never meet the record of the person who runs them.
RECORDS = tempfile.mkdtemp(prefix="course-record-")
os.environ["COURSE_RECORD_FOLDER"] = RECORDS
atexit.register(shutil.rmtree, RECORDS, ignore_errors=True)
# Nor leave anything among what is kept for the kernels of that person. What lies there saves reading all content once
# more in each process; it is taken only where it fits every byte of the content and of the code that checks it.
KEPT = tempfile.mkdtemp(prefix="course-kept-")
THEIRS = cache.file_for(CONTENT)
os.environ["COURSE_CACHE_FOLDER"] = KEPT
with suppress(OSError):
    shutil.copy(THEIRS, cache.file_for(CONTENT))
atexit.register(shutil.rmtree, KEPT, ignore_errors=True)

leave_out()

CHROMIUM_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
)
"""Programs that are tried in this order. The first is the same engine without windows: half the work for a page."""
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DRAWN_INSIDE = "--in-process-gpu"
"""Draw without a program of its own for it: a twelfth less work for a page. No reader’s browser does so."""


def chromium() -> str:
    """The installed browser; without one the tests skip, or fail where CI=true."""
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    reason = "No Chromium or Chrome was found, so nothing in the browser was tested. Install one, then test again."
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)


MARKED_BY = {"browser": "browser", "start_course": "lab", "started": "lab", "stick": "lab"}
"""A fixture that a test uses, and the mark that this gives it. Nobody has to write a mark."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a test by what it needs, so that the rest can be run alone."""
    for fixture, mark in MARKED_BY.items():
        if fixture in getattr(item, "fixturenames", ()):
            item.add_marker(mark)


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what lives as long as the tests: thousands of them, and all they import."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def dice() -> Iterator[Random]:
    """What draws the questions, and what is hidden for a search, in the process of the tests."""
    thrown = Random()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("course_helpers.quiz.bank.randbelow", thrown.randrange)
        patch.setattr("course_helpers.explorers.search.widget.Random", lambda: Random(thrown.getrandbits(32)))
        yield thrown


@pytest.fixture(autouse=True)
def drawn_alike(dice: Random) -> None:
    """Each test draws in the same way in every run.

    Drawn anew, one round of twenty in fifty has questions of two kinds alone.
    """
    dice.seed(1)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    executable = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=[*CHROMIUM_FLAGS, DRAWN_INSIDE])
        yield started
        started.close()


def kept(tabs: Tabs[OneTab]) -> Iterator[Tabs[OneTab]]:
    """The tabs, until all tests are over."""
    yield tabs
    tabs.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> "Iterator[Tabs[ClockedTab]]":
    """The tabs with a fake clock that all tests share."""
    from tests.player.tab import ClockedTab

    yield from kept(Tabs(partial(ClockedTab, browser)))


@pytest.fixture
def tab(tabs: "Tabs[ClockedTab]", request: pytest.FixtureRequest) -> "Iterator[TakeTab]":
    """Gives a test tabs with a fake clock."""
    with tabs.lent(request) as take:
        yield take


@pytest.fixture(scope="session")
def stage_tabs(browser: Browser) -> "Iterator[Tabs[StageTab]]":
    """The tabs in which all tests show panels."""
    from tests.quiz.stage import StageTab

    yield from kept(Tabs(partial(StageTab, browser)))


@pytest.fixture
def stage_tab(stage_tabs: "Tabs[StageTab]", request: pytest.FixtureRequest) -> "Iterator[Callable[..., StageTab]]":
    """Gives a test tabs to show panels in."""
    with stage_tabs.lent(request) as take:
        yield take


@pytest.fixture(autouse=True)
def no_earlier_panels() -> Iterator[None]:
    """No test meets a panel of another: it may have been made for another place, and knows its requests by their ids.

    Panels that a longer fixture made stay.
    """
    panels = sys.modules.get("course_helpers.panel")
    before = dict(panels.Panel._living) if panels else {}
    if panels:
        panels.Panel._answered.clear()
    yield
    if panels := sys.modules.get("course_helpers.panel"):
        panels.Panel._living.clear()
        panels.Panel._living.update(before)


@pytest.fixture
def own_record(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A record that nobody else uses, empty at first, and panels that know no other."""
    from course_helpers.panel import Panel

    monkeypatch.setattr(Panel, "_living", {})
    monkeypatch.setenv("COURSE_RECORD_FOLDER", str(tmp_path_factory.mktemp("record")))


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    """Where a record of its own will be; the folder is not there yet."""
    return tmp_path / "folder" / "record.sqlite3"


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """The time that a record goes by. A file of tests may have a clock of its own under this name."""
    return lambda: datetime.now(UTC)


@pytest.fixture
def record(record_path: Path, clock: Callable[[], datetime]) -> "Iterator[Record]":
    """A record that is empty at first and closed in the end, apart from the one that panels open."""
    from course_helpers.record import Record

    made = Record(record_path, now=clock)
    yield made
    made.close()
