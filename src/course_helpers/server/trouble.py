"""What a person can act on."""


class Trouble(Exception):
    """The course cannot start. The text says what happened and what to do."""
