"""A question of the milk decision, and what a yes to it means, each as one text to look for signs in."""

from course_helpers.knowledge.layers import MilkBranch, Point


def asked_by(branch: MilkBranch) -> str:
    """The question with its signs."""
    return " ".join([branch.question, *_lines(branch.signs)])


def told_by(branch: MilkBranch) -> str:
    """What a yes means."""
    return " ".join(_lines(branch.then))


def _lines(points: list[Point]) -> list[str]:
    return [f"{point.lead}: {point.text}" for point in points]
