"""The apostrophe of print. Authors type the one that a keyboard has; whoever reads the course sees the other."""

from typing import Any


def typographic(text: str) -> str:
    """A text with the apostrophes of print."""
    return text.replace("'", "’")


def all_typographic(data: Any) -> Any:
    """What was read from a file, with the apostrophes of print in each of its texts."""
    if isinstance(data, str):
        return typographic(data)
    if isinstance(data, list):
        return [all_typographic(one) for one in data]
    if isinstance(data, dict):
        return {key: all_typographic(value) for key, value in data.items()}
    return data
