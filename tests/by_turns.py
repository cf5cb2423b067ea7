"""A plugin for pytest: two processes test file after file, one from the beginning and one from the end.

Where they meet all is tested. What one kind of tests needs, the other process seldom has to make as well: one starts
the course and JupyterLab, the other opens panels in plain pages. A process looks into no file before its turn. With
pytest-xdist each would collect all files, and send six messages for each test to a process more: most of the quick
tests take less time than that.
"""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from course_helpers.commands.test import FROM_THE_END, MARKS
from course_helpers.slow_imports import leave_out

# Most of what tests leave behind is gone without looking for garbage, and each look through all that they have imported
# takes up to a fifth of a second. With the usual numbers it was a tenth of the quick tests' processor time, and most of
# a second before the first of them: so this stands here, and not where the tests are collected.
gc.set_threshold(500_000, 10, 10)
# And as any start of the course does, before pytest loads what looks at notebooks: it would take five seconds instead
# of one.
leave_out()

AT_THE_BEGINNING = ("test_bundle.py", "browser", "figures", "server", "launcher")
AT_THE_END = ("record", "readiness", "my_practice", "workshop", "lab_extension", "panel", "explorers", "quiz", "player")
"""The files and folders that take longest, by what they need: the course with JupyterLab, or panels in pages.

The shorter ones are tested last, so that neither process waits long for the other.
"""

FILES = pytest.StashKey[list[pytest.Item | pytest.Collector]]()


def pytest_collection(session: pytest.Session) -> bool:
    """Go through the folders, and look into no file yet."""
    session.perform_collect(genitems=False)
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item | pytest.Collector]) -> None:
    """Take the folders, which come before any test, for their files: what is chosen among tests chooses no folder."""
    if FILES not in session.stash:
        files = [file for found in items for file in files_in(found)]
        files.sort(key=lambda file: place_of(file.nodeid))
        session.stash[FILES] = files[::-1] if os.environ.get(FROM_THE_END) else files
        items.clear()


def place_of(file: str) -> int:
    """Where its name or its folders put a file: before 0 near the beginning, after 0 near the end."""
    order = (*AT_THE_BEGINNING, "", *AT_THE_END)
    folder = next((part for part in reversed(file.split("/")) if part in order), "")
    return order.index(folder) - len(AT_THE_BEGINNING)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Garbage has been looked for: what is left ends with the process, which would look through all of it again."""
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Test file after file, until each has its mark."""
    coming = tests_in_turn(session)
    item = next(coming, None)
    while item:
        # Looked for before this test is run: what the next one needs as well, such as the browser, stays.
        following = next(coming, None)
        run(item, following)
        item = following
    return True


def tests_in_turn(session: pytest.Session) -> Iterator[pytest.Item]:
    """The tests of each file that nobody has begun, found when its turn comes."""
    session.testscollected = 0
    for file in session.stash[FILES]:
        if begins(file, Path(os.environ[MARKS])):
            items = list(session.genitems(file))
            session.config.hook.pytest_collection_modifyitems(session=session, config=session.config, items=items)
            session.testscollected += len(items)
            yield from items


def files_in(found: pytest.Item | pytest.Collector) -> Iterator[pytest.Item | pytest.Collector]:
    """The files of a folder and of all below it."""
    if not isinstance(found, pytest.Directory):
        yield found
        return
    found.ihook.pytest_collectstart(collector=found)
    report = found.ihook.pytest_make_collect_report(collector=found)
    found.ihook.pytest_collectreport(report=report)
    for inside in report.result if report.passed else ():
        yield from files_in(inside)


def begins(file: pytest.Item | pytest.Collector, marks: Path) -> bool:
    """Whether nobody has begun this file: then it is begun here."""
    try:
        (marks / file.nodeid.replace("/", "-")).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def run(item: pytest.Item, following: pytest.Item | None) -> None:
    """Run one test, and end what the following one does not share with it."""
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    if item.session.shouldfail:
        raise item.session.Failed(item.session.shouldfail)
    if item.session.shouldstop:
        raise item.session.Interrupted(item.session.shouldstop)
