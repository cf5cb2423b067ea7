"""One learner at a time: two browsers on one course would move each other's quiz and routine."""

from collections.abc import Callable
from dataclasses import dataclass, field

Tell = Callable[[bool], None]
"""Says to a page whether its browser is the one that reads."""


@dataclass
class OneReader:
    """Which browser reads. Its tabs are one reader; another browser waits, or takes over."""

    _pages: dict[object, tuple[str, Tell]] = field(default_factory=dict)
    """Every open page, in the order of opening: its browser, and how to tell it."""
    _reads: str | None = None

    def enter(self, page: object, browser: str, tell: Tell) -> None:
        """A page opened. It is told at once; the first browser reads."""
        self._pages[page] = (browser, tell)
        if self._reads is None:
            self._reads = browser
        tell(browser == self._reads)

    def leave(self, page: object) -> None:
        """A page closed. With its last page a browser stops reading, and the one that waits longest reads."""
        self._pages.pop(page, None)
        waiting = [browser for browser, _ in self._pages.values()]
        if self._reads not in waiting:
            self._give(waiting[0] if waiting else None)

    def take_over(self, page: object) -> None:
        """The person at a page wants to read there."""
        if page in self._pages:
            self._give(self._pages[page][0])

    def _give(self, browser: str | None) -> None:
        changed, self._reads = browser != self._reads, browser
        if changed:
            for owner, tell in list(self._pages.values()):
                tell(owner == browser)
