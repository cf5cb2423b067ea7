"""The explorer of lesson 07: a question, two positions side by side, and what this course does."""

from course_helpers.explorers.disagreements.widget import DisagreementExplorer

__all__ = ["DisagreementExplorer"]
