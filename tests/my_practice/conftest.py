"""The panels of lesson 08 on a page of their own."""

from tests.explorers.conftest import show

__all__ = ["show"]
