"""The base of every part of a lesson that answers to presses."""

from course_helpers.panel.panel import Act, Panel, script, styles
from course_helpers.panel.view_panel import View, ViewPanel
from course_helpers.panel.wire import listen_for_pages

listen_for_pages()

__all__ = ["Act", "Panel", "View", "ViewPanel", "script", "styles"]
