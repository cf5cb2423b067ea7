"""A widget that stands being run again, hears requests with an id, and never fails in silence."""

import logging
import re
from collections import deque
from pathlib import Path
from typing import Any, ClassVar, Self

import anywidget
import traitlets

from course_helpers.design_tokens import css_variables
from course_helpers.document import Document
from course_helpers.knowledge import load
from course_helpers.knowledge.strings.base import Words
from course_helpers.locale import localised

HERE = Path(__file__).parent
REMEMBERED_REQUESTS = 64
"""So many requests of one page are recognised when they come a second time."""

_log = logging.getLogger("course_helpers")
_log.addHandler(logging.NullHandler())  # without it, Python would print a traceback into the lesson

SEAM = re.compile(r"^(?:import|export) \{[^}]*\}[^\n;]*;\n", re.MULTILINE)


def script(*files: Path) -> str:
    """The shared parts and these files as one module. Import and export lists are the seams and fall away."""
    shared = (HERE / "messenger.js", HERE / "parts.js")
    return "\n".join(SEAM.sub("", file.read_text(encoding="utf-8")) for file in (*shared, *files))


def styles(*files: Path) -> str:
    """The course's colours, the shared styles and these files as one stylesheet."""
    return css_variables() + "\n".join(file.read_text(encoding="utf-8") for file in (HERE / "panel.css", *files))


class Panel(anywidget.AnyWidget):
    """A part of a lesson; a subclass says what it shows and what it does on a request."""

    word_groups: ClassVar[tuple[str, ...]] = ()
    """The groups of interface words that the page gets. Its scripts may ask for these and for no others."""
    short_name: ClassVar[str] = ""
    """The group whose ``short_name`` stands for the panel before it runs."""
    _living: ClassVar[dict[tuple[object, ...], "Panel"]] = {}

    words = traitlets.Dict(read_only=True).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[Exception] = []
        """What went wrong while answering; the learner reads one sentence instead."""
        self.set_trait("words", {name: localised(text) for name, text in self.page_words().items()})
        self._handled: deque[str] = deque(maxlen=REMEMBERED_REQUESTS)
        self.on_msg(self._hear)

    @classmethod
    def current(cls, *args: str) -> Self:
        """The panel of this kernel, brought up to date; a new one the first time.

        Running a lesson again shows the same panel, so two windows on one lesson stay in step.
        """
        living = Panel._living.get((cls, *args))
        if not isinstance(living, cls) or living.comm is None:
            living = Panel._living[(cls, *args)] = cls(*args)
        living.refresh()
        return living

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
        bundle, document = super()._repr_mimebundle_(**kwargs), self.fallback()
        if bundle is None or document is None:
            return bundle
        data, metadata = bundle
        return data | {"text/markdown": document._repr_markdown_(), "text/html": document._repr_html_()}, metadata

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take no state from the page: it asks with messages, and what Python shows is Python's to change."""

    @classmethod
    def page_words(cls) -> dict[str, str]:
        """Every interface word that the page gets, by name."""
        sent: dict[str, str] = {}
        for group in cls.word_groups:
            words: Words = getattr(load().strings, group)
            sent |= words.by_name()
        return sent | cls.borrowed_words()

    @classmethod
    def borrowed_words(cls) -> dict[str, str]:
        """Single words of other groups that the page needs too, under names of their own."""
        return {}

    def answer_request(self, content: dict[str, Any]) -> str:
        """Do what the page asks for; the returned sentence is shown and read out there."""
        raise NotImplementedError

    def _hear(self, _widget: object, content: object, _buffers: object) -> None:
        """Every request is answered with its id, so that the page knows it was heard. Nothing escapes."""
        request = content.get("id") if isinstance(content, dict) else None
        if not isinstance(content, dict) or not isinstance(request, str):
            return
        if request in self._handled:
            self.send({"kind": "reply", "id": request, "text": ""})
            return
        try:
            text = self.answer_request(content)
        except Exception as error:
            self.faults.append(error)
            _log.exception("%s could not answer %r", type(self).__name__, content.get("kind"))
            self.send({"kind": "reply", "id": request, "text": load().strings.panel.fault, "fault": True})
            return
        self._handled.append(request)
        self.send({"kind": "reply", "id": request, "text": text})
