"""The search trainer of lesson 04: finger pads over a drawn chest, and what they covered."""

from course_helpers.explorers.search.widget import SearchTrainer

__all__ = ["SearchTrainer"]
