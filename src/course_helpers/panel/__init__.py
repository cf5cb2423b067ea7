"""The base of every part of a lesson that answers to presses."""

from course_helpers.panel.panel import Panel, script, styles

__all__ = ["Panel", "script", "styles"]
