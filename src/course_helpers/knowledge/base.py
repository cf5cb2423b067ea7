"""What all records share, and the names by which they point at one another.

A type such as ``ReferenceId`` is a string that must name a record of another kind. The link is written
into the type (``refers_to``), so that one walker can check every cross-reference of the course.
"""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=2)]

ReferenceId = Annotated[str, Meta(pattern=r"^[ABCHLMPU]\d{2}$", extra={"refers_to": "reference"})]

ClaimId = Annotated[str, Meta(pattern=r"^S\d{2}$", extra={"refers_to": "claim"})]

TierRowId = Annotated[str, Meta(pattern=r"^(T[123]|M)-[a-z0-9-]+$", extra={"refers_to": "tier_row"})]

WarningSignId = Annotated[str, Meta(pattern=r"^[a-z-]+$", extra={"refers_to": "warning_sign"})]

CareCardId = Annotated[str, Meta(pattern=r"^[A-Z]+(-[a-z]+)?$", extra={"refers_to": "care_card"})]

LessonId = Annotated[str, Meta(pattern=r"^\d{2}$", extra={"refers_to": "lesson"})]

SectionId = Annotated[str, Meta(pattern=r"^\d{1,2}\.\d{1,2}[a-z]?$", extra={"refers_to": "section"})]

FigureId = Annotated[str, Meta(pattern=r"^F\d{2}[a-z]?$", extra={"refers_to": "figure"})]

FactId = Annotated[str, Meta(pattern=r"^Q\d{2,3}$", extra={"refers_to": "fact"})]

ObjectiveId = Annotated[str, Meta(pattern=r"^(SC|K)\d{1,2}$", extra={"refers_to": "objective"})]

WarmUpId = Annotated[str, Meta(pattern=r"^w\d$", extra={"refers_to": "warm_up"})]

ReadinessId = Annotated[str, Meta(pattern=r"^(relax|milk)-\d$", extra={"refers_to": "readiness_question"})]

StepId = Annotated[str, Meta(pattern=r"^[abc]\d[x]?$", extra={"refers_to": "step"})]

PersonId = Annotated[str, Meta(pattern=r"^[a-z]+$", extra={"refers_to": "person"})]

Routine = Literal["relax", "before_feed", "between_feeds"]

PressureLevel = Annotated[int, Meta(ge=0, le=2)]

Seconds = Annotated[int, Meta(ge=0, le=3600)]

Minutes = Annotated[int, Meta(ge=1, le=90)]

Share = Annotated[float, Meta(ge=0, le=1)]
"""A part of a whole, 0-1."""


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all records share: they never change after loading, and an unknown field is refused."""

    own_words: ClassVar[dict[str, frozenset[str]]] = {}
    """By field: words in {braces} that are filled in at that place, besides those of the locales."""
