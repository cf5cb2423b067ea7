"""One browser reads at a time: another one is told, may take over, and follows when the first is closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from course_helpers.lab_extension import assemble
from course_helpers.server.one_reader import OneReader
from tests.modules import module_of

# On the server


class Reading:
    """Pages of several browsers, with what each was told last."""

    def __init__(self) -> None:
        self.readers = OneReader()
        self.told: dict[str, bool] = {}

    def open(self, name: str) -> None:
        """Open a page; its browser is the part of the name before the dot."""
        self.readers.enter(name, name.partition(".")[0], lambda reads: self.told.__setitem__(name, reads))

    def close(self, name: str) -> None:
        """Close a page."""
        self.readers.leave(name)
        self.told.pop(name, None)

    def reading(self) -> set[str]:
        """The pages that may be used."""
        return {name for name, reads in self.told.items() if reads}


@pytest.fixture
def reading() -> Reading:
    return Reading()


def test_the_first_browser_reads_with_all_its_tabs(reading: Reading) -> None:
    for name in ("a.1", "b.1", "a.2"):
        reading.open(name)
    assert reading.reading() == {"a.1", "a.2"}
    assert reading.told["b.1"] is False, "a second browser has to be told, not left waiting"


def test_whoever_takes_over_is_the_one(reading: Reading) -> None:
    for name in ("a.1", "a.2", "b.1", "b.2", "c.1"):
        reading.open(name)
    reading.readers.take_over("b.1")
    assert reading.reading() == {"b.1", "b.2"}
    reading.readers.take_over("a.2")
    assert reading.reading() == {"a.1", "a.2"}


def test_a_browser_that_was_closed_makes_room(reading: Reading) -> None:
    for name in ("a.1", "b.1", "c.1", "a.2"):
        reading.open(name)
    reading.close("a.1")
    assert reading.reading() == {"a.2"}, "one of its tabs is still open"
    reading.close("a.2")
    assert reading.reading() == {"b.1"}, "the one that waits longest comes next"
    reading.close("c.1")
    reading.close("b.1")
    reading.open("d.1")
    assert reading.reading() == {"d.1"}


def test_a_page_that_is_gone_takes_nothing_over(reading: Reading) -> None:
    reading.open("a.1")
    reading.open("b.1")
    reading.close("b.1")
    reading.readers.take_over("b.1")
    reading.readers.leave("b.1")
    assert reading.reading() == {"a.1"}


# In the browser


READER = Path(assemble.__file__).with_name("one_reader.js")
FAKE = """async (source) => {
  const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  const module = await import(url);
  window.module = module;
  window.wires = []; window.known = []; window.laterOn = [];
  const connect = () => {
    wires.push({sent: [], send(word) { this.sent.push(word); }});
    return wires.at(-1);
  };
  window.reader = new module.OneReader(connect, (work, ms) => laterOn.push([work, ms]));
  reader.whenKnown((reads) => known.push(reads));
  window.say = (reads) => wires.at(-1).onmessage({data: JSON.stringify({reads})});
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with a reader whose wire is held by the test."""
    made = browser.new_page()
    made.evaluate(FAKE, module_of(READER))
    yield made
    made.close()


def known(page: Page) -> list[bool]:
    found: list[bool] = page.evaluate("known")
    return found


def test_nothing_is_known_before_the_server_speaks(page: Page) -> None:
    assert known(page) == []
    page.evaluate("say(false)")
    page.evaluate("say(false)")
    assert known(page) == [False], "the same word again is no change"
    page.evaluate("reader.takeOver()")
    assert page.evaluate("wires[0].sent") == ["take over"]
    assert known(page) == [False], "the page asks, the server decides"
    page.evaluate("say(true)")
    assert known(page) == [False, True]
    assert page.evaluate("{ let late; reader.whenKnown((reads) => { late = reads; }); late }") is True


def test_a_server_that_cannot_be_asked_keeps_nobody_out(page: Page) -> None:
    page.evaluate("wires[0].onclose()")
    assert known(page) == [True]
    assert page.evaluate("laterOn.length") == 1


def test_a_wire_that_breaks_changes_nothing_and_is_made_anew(page: Page) -> None:
    page.evaluate("say(false)")
    page.evaluate("wires[0].onclose()")
    assert known(page) == [False]
    page.evaluate("laterOn[0][0]()")
    page.evaluate("say(true)")
    assert known(page) == [False, True]
    page.evaluate("reader.takeOver()")
    assert page.evaluate("wires.map((wire) => wire.sent.length)") == [0, 1]


def test_without_the_courses_own_server_everyone_reads(page: Page) -> None:
    """As on a Hub, where each learner has a server."""
    asked = "module.readerOf({getOption: () => '', getWsUrl: () => { throw new Error('asked'); }})"
    assert page.evaluate(f"{{ const heard = []; {asked}.whenKnown((reads) => heard.push(reads)); heard }}") == [True]
