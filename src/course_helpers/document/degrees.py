"""A number and its degrees stay on one line, wherever a text is shown."""

NO_BREAK = "\N{NO-BREAK SPACE}"


def with_degrees(text: str) -> str:
    """The text with no line end between a number and °C or °F."""
    return text.replace(" °", f"{NO_BREAK}°")
