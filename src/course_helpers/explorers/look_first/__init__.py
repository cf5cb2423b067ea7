"""Look first, of lesson 04: drawings of visible changes, and what to do about them."""

from course_helpers.explorers.look_first.widget import LookFirst

__all__ = ["LookFirst"]
