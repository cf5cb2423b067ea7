"""The pace bar of lesson 01: a marker that moves as fast as a hand should."""

from course_helpers.explorers.pace.widget import PaceBar

__all__ = ["PaceBar"]
