"""A widget that stands being run again, hears requests with an id, and never fails in silence."""

import logging
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, ClassVar, Protocol, Self

import anywidget
import traitlets

from course_helpers.design_tokens import button_styles, css_variables
from course_helpers.document import Document
from course_helpers.knowledge import load
from course_helpers.knowledge.strings.base import Words
from course_helpers.locale import localised
from course_helpers.panel.bundle import bundle
from course_helpers.trouble import Trouble

HERE = Path(__file__).parent
REMEMBERED_REQUESTS = 256
"""So many requests are recognised when they come a second time, whichever way they took."""
SAID_BY_EVERY_PANEL = ("fault", "silent")
LEAVING_SECONDS = 0.1
"""What is sent leaves within a third of a millisecond; a kernel that is ending may send nothing more."""
REMEMBERED_WAYS = 8
"""A page that went away closes nothing; so many second ways of one panel are served."""

Act = Callable[[dict[str, Any]], str]
"""What is done for one kind of request; the returned sentence is shown and read out."""

_log = logging.getLogger("course_helpers")
_log.addHandler(logging.NullHandler())  # without it, Python would print a traceback into the lesson


class Way(Protocol):
    """A second way to a page, beside the widget's own; ``wire.py`` opens them."""

    def send(self, data: dict[str, Any]) -> None:
        """Send a message to the page."""


def script(entry: Path) -> str:
    """A panel's script with everything it imports, as one module.

    Raises:
        BrokenScript: if a name or a file that it imports is not there.
    """
    return bundle(entry)


def styles(*files: Path) -> str:
    """The course's colours, the shared styles and these files as one stylesheet."""
    made = css_variables() + button_styles(".course-panel .course-button", line="primary", ink="primary")
    return made + "\n".join(file.read_text(encoding="utf-8") for file in (HERE / "panel.css", *files))


class Panel(anywidget.AnyWidget):
    """A part of a lesson; a subclass says what it shows, and in ``acts`` what may be asked for.

    What changes while it is shown is a trait tagged ``moves=True``: it goes with every reply as well, so that a page
    whose widget lost an update shows what is true all the same.
    """

    word_groups: ClassVar[tuple[str, ...]] = ()
    """The groups of interface words that the page gets. Its scripts may ask for these and for no others."""
    short_name: ClassVar[str] = ""
    """The group whose ``short_name`` stands for the panel before it runs."""
    _living: ClassVar[dict[str, "Panel"]] = {}
    _answered: ClassVar["OrderedDict[str, list[dict[str, Any]]]"] = OrderedDict()
    """What was said to each of the last requests. For the whole kernel: a panel may be made anew in between."""
    _numbers: ClassVar[Iterator[int]] = count(1)
    _turn: ClassVar[threading.RLock] = threading.RLock()
    """Messages and cells may run in threads of their own; one request at a time looks and changes."""

    words = traitlets.Dict(read_only=True).tag(sync=True)
    panel = traitlets.Unicode(read_only=True).tag(sync=True)
    """The name by which a page finds this panel in its kernel."""

    def __init__(self) -> None:
        super().__init__()
        self._number = next(Panel._numbers)
        self.faults: list[Exception] = []
        """What went wrong while answering; the learner reads one sentence instead."""
        self.set_trait("words", {name: localised(text) for name, text in self.page_words().items()})
        self._ways: deque[Way] = deque(maxlen=REMEMBERED_WAYS)
        self._said: list[dict[str, Any]] = []
        self.on_msg(self._hear)

    @classmethod
    def current(cls, *args: str) -> Self:
        """The panel of this kernel, brought up to date; a new one the first time.

        Running a lesson again shows the same panel, so two windows on one lesson stay in step.
        """
        name = "/".join((cls.__name__, *args))
        with Panel._turn:
            living = Panel._living.get(name)
            if not isinstance(living, cls) or living.comm is None:
                living = Panel._living[name] = cls(*args)
                living.set_trait("panel", name)
            living.refresh()
        return living

    @staticmethod
    def named(name: object) -> "Panel | None":
        """The living panel of this name."""
        return Panel._living.get(name) if isinstance(name, str) else None

    def refresh(self) -> None:
        """Look again at what the panel shows; one that shows fixed teaching text has nothing to do."""

    def fallback(self) -> Document | None:
        """Text for readers without a running notebook, in the place of the panel; most panels have none."""
        return None

    def __repr__(self) -> str:
        if (document := self.fallback()) is not None:
            return document.name
        return localised(str(getattr(load().strings, self.short_name).short_name))

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundled, document = super()._repr_mimebundle_(**kwargs), self.fallback()
        if bundled is None or document is None:
            return bundled
        data, metadata = bundled
        return data | {"text/markdown": document._repr_markdown_(), "text/html": document._repr_html_()}, metadata

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take no state from the page: it asks with messages, and what Python shows is Python's to change."""

    @classmethod
    def page_words(cls) -> dict[str, str]:
        """Every interface word that the page gets, by name; what any panel may have to say among them."""
        said: Words = load().strings.panel
        sent = {name: text for name, text in said.by_name().items() if name in SAID_BY_EVERY_PANEL}
        for group in cls.word_groups:
            words: Words = getattr(load().strings, group)
            sent |= words.by_name()
        return sent | cls.borrowed_words()

    @classmethod
    def borrowed_words(cls) -> dict[str, str]:
        """Single words of other groups that the page needs too, under names of their own."""
        return {}

    def acts(self) -> dict[str, Act]:
        """What the page may ask for, by the kind of its request; to look again goes without saying."""
        return {}

    def answer_request(self, content: dict[str, Any]) -> str:
        """Do what is asked; anything else changes nothing and says so."""
        act = ({"look": self.look} | self.acts()).get(str(content.get("kind")))
        return act(content) if act else load().strings.panel.refused

    def look(self, _content: dict[str, Any]) -> str:
        """The page wants to know what there is now."""
        self.refresh()
        return ""

    def say(self, content: dict[str, Any]) -> None:
        """Tell the page something besides the answer; said again if the same request comes again."""
        self._said.append(content)
        self._send_everywhere(content)

    # Who asks, and by which way

    def add_way(self, way: Way) -> None:
        """A page of this panel has opened a second way, because the widget's own did not reach it."""
        self._ways.append(way)

    def drop_way(self, way: Way) -> None:
        """That way is closed."""
        if way in self._ways:
            self._ways.remove(way)

    def notify_change(self, change: Any) -> None:
        """What moves is sent by every open way; the widget sees to its own."""
        super().notify_change(change)
        if self.trait_metadata(change["name"], "moves"):
            self._let_it_leave()
            for way in [*getattr(self, "_ways", ())]:
                way.send({"kind": "state", "state": self._moving()})

    def _let_it_leave(self) -> None:
        """Wait until what was sent last is on its way: the page can show it while the reply is made.

        A kernel sends in a thread of its own. That thread would not get to run before this one has nothing more to do.
        """
        sender = getattr(getattr(self.comm, "kernel", None), "iopub_thread", None)
        if sender is not None:
            left = threading.Event()
            sender.schedule(left.set)
            left.wait(LEAVING_SECONDS)

    def _moving(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.trait_names(moves=True)}

    def _send_everywhere(self, content: dict[str, Any]) -> None:
        self.send(content)
        for way in [*self._ways]:
            way.send(content)

    def _hear(self, _widget: object, content: object, _buffers: object) -> None:
        """Every request is answered with its id, so that the page knows it was heard. Nothing escapes."""
        request = content.get("id") if isinstance(content, dict) else None
        if not isinstance(content, dict) or not isinstance(request, str):
            return
        with Panel._turn:
            known = f"{self.panel or self._number} {request}"
            if known not in Panel._answered:
                self._answer(request, content)
                return
            for message in Panel._answered[known]:
                self._send_everywhere(message | ({"state": self._moving()} if message["kind"] == "reply" else {}))

    def _answer(self, request: str, content: dict[str, Any]) -> None:
        self._said = []
        reply: dict[str, Any] = {"kind": "reply", "id": request}
        try:
            reply["text"] = self.answer_request(content)
        except Exception as error:
            told = error.told if isinstance(error, Trouble) else None
            if not told:
                self.faults.append(error)
                _log.exception("%s could not answer %r", type(self).__name__, content.get("kind"))
            self._send_everywhere(reply | {"text": told[1] if told else load().strings.panel.fault, "fault": True})
            return
        Panel._answered[f"{self.panel or self._number} {request}"] = [*self._said, reply]
        while len(Panel._answered) > REMEMBERED_REQUESTS:
            Panel._answered.popitem(last=False)
        self._send_everywhere(reply | {"state": self._moving()})
