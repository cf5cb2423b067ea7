"""The explorer of lesson 07: a question, two positions side by side, and what this course does."""

from course_helpers.disagreement_explorer.widget import DisagreementExplorer

__all__ = ["DisagreementExplorer"]
