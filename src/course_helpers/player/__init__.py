"""The routine player: watch a routine, or practise it step by step."""

from course_helpers.player.widget import PlayerPanel

__all__ = ["PlayerPanel"]
