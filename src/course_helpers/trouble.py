"""What a person can act on: the two bases of every error that is told in words."""

from typing import ClassVar


class Trouble(Exception):
    """Something cannot be done now. The text says what happened and what to do."""

    told: ClassVar[tuple[str, str] | None] = None
    """A title and a sentence for a learner, where one may meet it."""


class Refused(ValueError):
    """Something that was typed or chosen is not taken.

    Attributes:
        word: the name of the interface word that says why.
        told: what stands in the braces of that word.
    """

    def __init__(self, word: str, **told: object) -> None:
        super().__init__(word)
        self.word = word
        self.told = told
