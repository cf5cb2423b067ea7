"""The second way from a page to its panel: a channel of the kernel that is opened by the panel's name.

A widget's own channel can be lost on one side without a word. A page that gets no answer opens this one; it reaches
the living panel whatever became of the widget in the browser.
"""

from collections.abc import Callable
from typing import Any

from comm import get_comm_manager

from course_helpers.panel.panel import Panel

TARGET = "course-helpers"
"""The name under which a page opens the channel; ``line.js`` has the same."""


def listen_for_pages() -> None:
    """Be there when a page opens the channel. In a plain Python, without a kernel, nobody ever does."""
    get_comm_manager().register_target(TARGET, _opened)


def _opened(channel: Any, message: dict[str, Any]) -> None:
    panel = Panel.named(message["content"]["data"].get("panel"))
    if panel is None:
        channel.send({"kind": "unknown"})
        return
    panel.add_way(channel)
    channel.on_close(lambda _: panel.drop_way(channel))
    channel.on_msg(_hearer(panel))


def _hearer(panel: Panel) -> Callable[[dict[str, Any]], None]:
    """Hand what comes to the panel as if its widget had brought it."""

    def hear(message: dict[str, Any]) -> None:
        panel._hear(panel, message["content"]["data"].get("content"), [])

    return hear
