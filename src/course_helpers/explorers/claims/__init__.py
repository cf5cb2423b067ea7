"""The claim explorer of lesson 02: the 41 lines of the sheet by verdict, topic and lesson."""

from course_helpers.explorers.claims.widget import ClaimExplorer

__all__ = ["ClaimExplorer"]
