"""The base of every part of a lesson that answers to presses."""

from course_helpers.panel.fallback import with_fallback
from course_helpers.panel.panel import Panel, script, styles

__all__ = ["Panel", "script", "styles", "with_fallback"]
