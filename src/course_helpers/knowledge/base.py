"""What all records share, and the names by which they point at one another.

A type such as ``ReferenceKey`` says how the id of such a record looks. ``ReferenceId`` is such an id somewhere else: it
must name a record. The link is written into the type (``refers_to``), so that one walker can check every
cross-reference of the course.
"""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=2)]

Slug = Annotated[str, Meta(pattern=r"^[a-z-]+$")]
"""An id in small letters, of what no other record points at by its type."""

ReferenceKey = Annotated[str, Meta(pattern=r"^[ABCHLMPU]\d{2}$")]
ReferenceId = Annotated[ReferenceKey, Meta(extra={"refers_to": "reference"})]

ClaimKey = Annotated[str, Meta(pattern=r"^S\d{2}$")]
ClaimId = Annotated[ClaimKey, Meta(extra={"refers_to": "claim"})]

TierRowKey = Annotated[str, Meta(pattern=r"^(T[123]|M)-[a-z0-9-]+$")]
TierRowId = Annotated[TierRowKey, Meta(extra={"refers_to": "tier_row"})]

WarningSignKey = Annotated[str, Meta(pattern=r"^[a-z-]+$")]
WarningSignId = Annotated[WarningSignKey, Meta(extra={"refers_to": "warning_sign"})]

CareCardKey = Annotated[str, Meta(pattern=r"^[A-Z]+(-[a-z]+)?$")]
CareCardId = Annotated[CareCardKey, Meta(extra={"refers_to": "care_card"})]

LessonKey = Annotated[str, Meta(pattern=r"^\d{2}$")]
LessonId = Annotated[LessonKey, Meta(extra={"refers_to": "lesson"})]

SectionKey = Annotated[str, Meta(pattern=r"^\d{1,2}\.\d{1,2}[a-z]?$")]
SectionId = Annotated[SectionKey, Meta(extra={"refers_to": "section"})]

FigureKey = Annotated[str, Meta(pattern=r"^F\d{2}[a-z]?$")]
FigureId = Annotated[FigureKey, Meta(extra={"refers_to": "figure"})]

FactKey = Annotated[str, Meta(pattern=r"^Q\d{2,3}$")]
FactId = Annotated[FactKey, Meta(extra={"refers_to": "fact"})]

ObjectiveKey = Annotated[str, Meta(pattern=r"^(SC|K)\d{1,2}$")]
ObjectiveId = Annotated[ObjectiveKey, Meta(extra={"refers_to": "objective"})]

WarmUpKey = Annotated[str, Meta(pattern=r"^w\d$")]
WarmUpId = Annotated[WarmUpKey, Meta(extra={"refers_to": "warm_up"})]

ReadinessKey = Annotated[str, Meta(pattern=r"^(relax|milk)-\d$")]
ReadinessId = Annotated[ReadinessKey, Meta(extra={"refers_to": "readiness_question"})]

StepKey = Annotated[str, Meta(pattern=r"^[abc]\d[x]?$")]
StepId = Annotated[StepKey, Meta(extra={"refers_to": "step"})]

PersonKey = Annotated[str, Meta(pattern=r"^[a-z]+$")]
PersonId = Annotated[PersonKey, Meta(extra={"refers_to": "person"})]

Routine = Literal["relax", "before_feed", "between_feeds"]

Gate = Literal["relax", "milk"]
"""A set of readiness questions before a practice; both milk routines share one."""

PressureLevel = Annotated[int, Meta(ge=0, le=2)]

Seconds = Annotated[int, Meta(ge=0, le=3600)]

Minutes = Annotated[int, Meta(ge=1, le=90)]

Share = Annotated[float, Meta(ge=0, le=1)]
"""A part of a whole, 0-1."""


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all records share: they never change after loading, and an unknown field is refused."""

    own_words: ClassVar[dict[str, frozenset[str]]] = {}
    """By field: words in {braces} that are filled in at that place, besides those of the locales."""
