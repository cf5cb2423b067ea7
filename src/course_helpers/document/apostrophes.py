"""The apostrophe of print. Content is typed with the one that a keyboard has; paper and slides show the other."""


def typographic(text: str) -> str:
    """A text with the apostrophes of print."""
    return text.replace("'", "’")
