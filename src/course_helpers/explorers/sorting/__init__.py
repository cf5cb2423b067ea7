"""Sorting statements into columns, and matching a situation with its change."""

from course_helpers.explorers.sorting.widget import SortPanel

__all__ = ["SortPanel"]
