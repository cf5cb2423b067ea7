"""Parts of a lesson's main line that are data, because their words depend on the place or stand on paper as well."""

from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import CareCardId, Record, ReferenceId, SectionId, Slug, Text


class Point(Record, frozen=True, kw_only=True):
    """One thing that is told, with a few words that say what it is about."""

    lead: Text
    text: Text


class Passage(Record, frozen=True, kw_only=True):
    """A part of a lesson's main line whose words depend on the place, such as whom to call at night."""

    id: Slug
    section: SectionId
    points: list[Point]
    references: list[ReferenceId]


class MilkBranch(Record, frozen=True, kw_only=True):
    """One of the questions before any touch of a breast that makes milk; the first yes decides."""

    id: Annotated[str, Meta(pattern=r"^milk-decision-\d$")]
    kind: Literal["stop", "care", "go"]
    question: Text
    signs: list[Point] = []
    """What the question asks of whom, where one sentence would be too long."""
    label: Text
    """What a yes means in a few words."""
    then: list[Point]
    """What a yes means: who and how soon, and for which signs. What cannot wait comes first."""
    cards: list[CareCardId]
    """The care cards that say more."""
    references: list[ReferenceId]
