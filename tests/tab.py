"""Tabs that one test hands to the next: a browser window for each costs more than most tests do in theirs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

import pytest
from playwright.sync_api import Browser

FORGETS = """() => {
  window.name = '';
  if (origin === 'null') return;
  localStorage.clear();
  sessionStorage.clear();
  for (const one of document.cookie.split('; ')) document.cookie = `${one.split('=')[0]}=; max-age=0`;
}"""
OUTLIVES = """() => JSON.stringify([
  '__pwClock' in window && Date.now(), 'ontouchstart' in window, navigator.maxTouchPoints,
  ...['print', '(prefers-reduced-motion)', '(prefers-color-scheme: dark)', '(forced-colors)']
    .map((asked) => matchMedia(asked).matches),
])"""
"""What a test can do to a tab for good, seen from the page: a clock, touch, what paper and people ask for."""


class Tab:
    """A tab of a browser window."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()

    def size(self, width: int, height: int) -> None:
        """As large as a test wants it; the mouse is elsewhere."""
        if self.page.viewport_size != {"width": width, "height": height}:
            self.page.set_viewport_size({"width": width, "height": height})
        self.page.mouse.move(-1, -1)

    def end(self) -> None:
        """What is to be done before somebody else takes it."""


class EmptiedTab(Tab):
    """A tab that is emptied after each test: nothing goes on where the test was."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        super().__init__(browser, **options)
        self.page.set_default_timeout(5000)

    def begin(self, address: str) -> None:
        """An empty page at this address, to which it comes back."""
        self.address = address
        self.page.goto(address)
        self.outlives = self.page.evaluate(OUTLIVES)

    def end(self) -> None:
        """A new document; what a browser keeps besides is forgotten."""
        self.page.goto(self.address)
        left = self.page.evaluate(f"() => {{ ({FORGETS})(); return ({OUTLIVES})(); }}")
        assert left == self.outlives, f"The next test would meet this, so close the page: {left}, not {self.outlives}"


OneTab = TypeVar("OneTab", bound=Tab)


class Tabs(Generic[OneTab]):
    """The tabs that nobody uses now, by what they were made with."""

    def __init__(self, make: Callable[..., OneTab]) -> None:
        self.make = make
        self.free: dict[str, list[OneTab]] = {}
        self.made_with: dict[OneTab, str] = {}

    def take(self, **made_with: Any) -> OneTab:
        """A tab made with such options; a new one where none is free."""
        if free := self.free.get(str(made_with)):
            return free.pop()
        tab = self.make(**made_with)
        self.made_with[tab] = str(made_with)
        return tab

    def give_back(self, tab: OneTab) -> None:
        """Let others take it; what was opened beside it is closed."""
        if tab.page.is_closed():
            self.close_one(tab)
            return
        for page in tab.context.pages:
            if page is not tab.page:
                page.close()
        tab.end()
        self.free.setdefault(self.made_with[tab], []).append(tab)

    def close_one(self, tab: OneTab) -> None:
        """Nobody takes it any more."""
        tab.context.close()
        self.made_with.pop(tab, None)

    def close(self) -> None:
        """Close them all."""
        for tab in list(self.made_with):
            self.close_one(tab)

    @contextmanager
    def lent(self, request: pytest.FixtureRequest) -> Iterator[Callable[..., OneTab]]:
        """Gives a test tabs. Those of a test that failed are closed: a key may be down, or a press under way."""
        failed = request.session.testsfailed
        taken: list[OneTab] = []

        def take(**made_with: Any) -> OneTab:
            taken.append(self.take(**made_with))
            return taken[-1]

        yield take
        for one in taken:
            if request.session.testsfailed > failed:
                self.close_one(one)
            else:
                self.give_back(one)
