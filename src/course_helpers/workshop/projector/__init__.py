"""Questions for the screen in front of a room: one at a time, in large type, recorded nowhere."""

from course_helpers.workshop.projector.widget import ProjectorPanel

__all__ = ["ProjectorPanel"]
