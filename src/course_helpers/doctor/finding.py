"""One line of the pre-flight."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["well", "note", "stop"]
"""``well``: as it should be. ``note``: lessons run, something is missing. ``stop``: a lesson could not run."""

WORDS: dict[Level, str] = {"well": "well", "note": "NOTE", "stop": "STOP"}


@dataclass(frozen=True)
class Finding:
    """What was looked at, what was found, and what to do."""

    subject: str
    level: Level
    found: str
    remedy: str = ""

    def __str__(self) -> str:
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{WORDS[self.level]}  {self.subject}: {self.found}{remedy}"


def well(subject: str, found: str) -> Finding:
    """All is as it should be."""
    return Finding(subject, "well", found)


def note(subject: str, found: str, remedy: str) -> Finding:
    """Lessons run, with something missing."""
    return Finding(subject, "note", found, remedy)


def stop(subject: str, found: str, remedy: str) -> Finding:
    """A lesson could not run."""
    return Finding(subject, "stop", found, remedy)
