"""The sign explorer of lesson 03: an invented person, a sign, the level and what to do."""

from course_helpers.explorers.signs.widget import SignExplorer

__all__ = ["SignExplorer"]
