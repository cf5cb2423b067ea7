"""Marks that come late or not at all, the browser's Back button, and the place that a browser keeps."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.lab_extension.frame_page import frame_page

HOME = {"home": "/lab", "isHome": True, "isLesson": False}
LESSON = {"home": "/lab", "isHome": False, "isLesson": True}
FOREIGN = {"home": "/lab", "isHome": False, "isLesson": False}


@pytest.fixture(scope="module")
def history(browser: Browser) -> Iterator[Page]:
    """The part that keeps the browser's history."""
    opened = frame_page(browser, "", "page_history.js")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("now", "wanted", "front", "path"),
    [
        ("/lab/tree/a.ipynb", "/lab/tree/notebooks", HOME, "/lab"),
        ("/lab/tree/a.ipynb", "/lab/tree/notebooks", LESSON, "/lab/tree/a.ipynb"),
        ("/lab/tree/a.ipynb", "/lab/tree/b.ipynb", LESSON, "/lab/tree/b.ipynb"),
        ("/lab/tree/a.ipynb", "/lab/tree/notebooks", FOREIGN, "/lab/tree/notebooks"),
        ("/lab/tree/a.ipynb", "/lab/tree/x.csv", FOREIGN, "/lab/tree/x.csv"),
    ],
)
def test_the_address_says_what_is_in_front(history: Page, now: str, wanted: str, front: object, path: str) -> None:
    assert history.evaluate("(given) => frame.pathOf(...given)", [now, wanted, front]) == path


WRITTEN = """({ begin, front, writes, behind }) => {
  const entries = [[begin, null]];
  const plain = (url) => url.replace('https://x.test', '');
  const store = {
    get state() { return entries.at(-1)[1]; },
    pushState(state, _, url) { entries.push([plain(url), state]); },
    replaceState(state, _, url) { entries[entries.length - 1] = [plain(url), state]; },
  };
  const kept = new frame.PageHistory(store, () => entries.at(-1)[0].split('?')[0], () => front);
  for (const turn of [0, 1]) {
    if (behind) kept.putBehind('/lab');
    if (turn === 0) for (const path of writes) store.pushState({}, '', `https://x.test${path}`);
  }
  return entries.map(([path]) => path);
}"""


def written(page: Page, begin: str, writes: list[str], *, behind: bool) -> list[str]:
    given: dict[str, Any] = {"begin": begin, "front": LESSON, "writes": writes, "behind": behind}
    found: list[str] = page.evaluate(WRITTEN, given)
    return found


def test_an_address_that_stands_there_is_not_written_twice(history: Page) -> None:
    a, b = "/lab/tree/a.ipynb", "/lab/tree/b.ipynb"
    assert written(history, a, [a, b, b, a], behind=False) == [a, b, a]


def test_what_follows_a_path_is_still_taken_away(history: Page) -> None:
    """JupyterLab begins anew where an address asks for it, takes that away, and loads the page again."""
    a = "/lab/tree/a.ipynb"
    assert written(history, f"{a}?reset", [a], behind=False) == [a]


def test_a_page_that_opened_at_a_lesson_has_the_home_behind_it_once(history: Page) -> None:
    """Also after a reload, which keeps the entries."""
    a, b = "/lab/tree/a.ipynb", "/lab/tree/b.ipynb"
    assert written(history, a, [], behind=True) == ["/lab", a]
    assert written(history, a, [b], behind=True) == ["/lab", a, b]


@pytest.fixture(scope="module")
def marks(browser: Browser) -> Iterator[Page]:
    """The marks, and a server that answers when it is let."""
    opened = frame_page(browser, "", "read_marks.js")
    yield opened
    opened.close()


ASKED = """async (turns) => {
  const open = [];
  const marks = new frame.ReadMarks(() => new Promise((come, fail) => open.push({ come, fail })));
  let drawn = 0;
  const asked = [];
  for (const [what, number, answer] of turns) {
    if (what === 'ask') asked.push(marks.refresh(() => { drawn += 1; }));
    if (what === 'answer') open[number].come(answer);
    if (what === 'fail') open[number].fail(new Error('gone'));
    await new Promise((done) => setTimeout(done));
  }
  return [Object.keys(marks.lessons).filter((id) => marks.lessons[id].mark === 'read'), drawn];
}"""


def told(*read: str) -> dict[str, object]:
    """An answer of the server: these lessons are read, another is begun."""
    return {"lessons": {lesson: {"mark": "read"} for lesson in read} | {"09": {"mark": "begun"}}}


@pytest.mark.parametrize(
    ("turns", "read", "drawn"),
    [
        ([["ask"], ["answer", 0, told("00", "03")]], ["00", "03"], 1),
        ([["ask"], ["ask"], ["answer", 1, told("03")], ["answer", 0, told()]], ["03"], 1),
        ([["ask"], ["answer", 0, told("00")], ["ask"], ["fail", 1]], ["00"], 1),
        ([["ask"]], [], 0),
        ([["ask"], ["answer", 0, {}]], [], 0),
        ([["ask"], ["answer", 0, None]], [], 0),
    ],
    ids=["answered", "late", "failed", "missing", "no marks", "nothing"],
)
def test_marks_come_late_wrong_or_not_at_all(marks: Page, turns: object, read: list[str], drawn: int) -> None:
    assert marks.evaluate(ASKED, turns) == [read, drawn]


def test_a_server_that_is_not_the_courses_is_not_asked(marks: Page) -> None:
    asked = (
        "async () => { const m = new frame.ReadMarks(null); await m.refresh(); return Object.keys(m.lessons).length; }"
    )
    assert marks.evaluate(asked) == 0
