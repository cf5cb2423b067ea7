"""A panel whose page shows one view, and that does what it is asked by the kind of the request."""

from collections.abc import Callable
from typing import Any

import traitlets

from course_helpers.knowledge import load
from course_helpers.panel.panel import Panel

View = dict[str, Any]
Act = Callable[[dict[str, Any]], str]
"""What is done for one kind of request; the returned sentence is shown and read out."""


class ViewPanel(Panel):
    """A subclass says in ``page`` what is shown now, and in ``acts`` what may be asked for.

    What ``page`` needs of its own is set before ``super().__init__()``, which shows it for the first time.
    """

    view = traitlets.Dict(read_only=True).tag(sync=True, moves=True)
    """What the page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now."""
        self.set_trait("view", self.page())

    def page(self) -> View:
        """What the page shows now."""
        raise NotImplementedError

    def acts(self) -> dict[str, Act]:
        """What the page may ask for, by the kind of its request; nothing as a rule."""
        return {}

    def answer_request(self, content: dict[str, Any]) -> str:
        """Do what is asked; anything else changes nothing and says so."""
        act = self.acts().get(str(content.get("kind")))
        return act(content) if act else load().strings.panel.refused
