"""A panel whose page shows one view."""

from typing import Any

import traitlets

from course_helpers.panel.panel import Panel

View = dict[str, Any]


class ViewPanel(Panel):
    """A subclass says in ``page`` what is shown now.

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
