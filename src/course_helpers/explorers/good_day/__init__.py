"""The explorer of lesson 04: an invented person, and which day suits for looking and feeling."""

from course_helpers.explorers.good_day.widget import GoodDayExplorer

__all__ = ["GoodDayExplorer"]
