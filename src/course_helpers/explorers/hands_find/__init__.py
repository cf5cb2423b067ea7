"""The explorer of lesson 04: how many of a group hands find, as dots and as a sentence."""

from course_helpers.explorers.hands_find.widget import HandsFind

__all__ = ["HandsFind"]
