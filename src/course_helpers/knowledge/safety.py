"""Signs, care cards and when the clinical content was last checked."""

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import (
    CareCardId,
    CareCardKey,
    Record,
    ReferenceId,
    Routine,
    Text,
    TierRowId,
    TierRowKey,
    WarningSignId,
    WarningSignKey,
)
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem

Family = Literal[
    "whole-body",
    "breast-or-chest",
    "pregnancy-and-birth",
    "lumps",
    "skin-and-shape",
    "nipple-and-fluid",
    "after-treatment",
    "fever-and-pregnancy-at-risk",
    "take-care",
    "milk-rule",
]
"""Rows that are read together."""


class TierRow(Record, frozen=True, kw_only=True):
    """One sign or situation: stop (1), not until checked (2) or take care (3)."""

    id: TierRowKey
    tier: Literal[1, 2, 3]
    family: Family
    sign: Text
    """Short heading: the sign or situation in plain words."""
    signs: list[Text] = []
    """The single signs, one a line, where the row holds several."""
    why: Text
    who: str = ""
    """Who to contact, with locale placeholders such as {emergency_number}."""
    how_soon: str = ""
    change: str = ""
    """Tier 3: the one change that makes gentle touch possible."""
    changes: dict[Routine, str] = {}
    """Tier 3: the change said before Start, for each routine it matters to."""
    care_card: CareCardId | None = None
    references: list[ReferenceId]
    course_rule: str = ""
    """Not empty: what of this row is a course safety rule that a clinician has still to confirm."""


class CareChoice(Record, frozen=True, kw_only=True):
    """A choice on a care card and what follows it."""

    choice: Text
    then: str = ""
    card: CareCardId | None = None
    warning_signs: bool = False
    """True: the list of warning signs follows, and the one that is tapped gives its card."""
    ends_day: bool = False
    """True: there is no more practice on that day."""


class CareCard(Record, frozen=True, kw_only=True):
    """What to do: who, how soon, do now, what to say. No diagnosis and no probability."""

    id: CareCardKey
    title: Text
    urgency: Literal["help-now", "help-today", "not-today", "go-with-changes", "go", "stop", "calm"]
    cannot_wait: str = ""
    """The signs that cannot wait and the help they need; it stands first on the card."""
    sooner_for: str = ""
    """For whom the same sign is more urgent, and where they turn; left out where the person is known."""
    fever_line: bool = False
    """True where a fever is for today: the one line on those for whom it is help now stands before ``sooner_for``."""
    who: str = ""
    how_soon: str = ""
    do_now: list[Text]
    say: str = ""
    """A first sentence for the phone."""
    choices: list[CareChoice] = []
    references: list[ReferenceId] = []
    course_rule: str = ""


class WarningSign(Record, frozen=True, kw_only=True):
    """A sign that someone may tap wherever the course asks which one it is; it leads to the one card of its rows.

    The list stands in the order of urgency. The help window, the stop for pain and the lessons all use this one.
    """

    id: WarningSignKey
    text: Text
    rows: Annotated[list[TierRowId], Meta(min_length=1)]
    """The rows it stands for; all have the same card."""
    first: bool = False
    """True for the signs that are seen at once; the others stand behind "more signs"."""


class Concern(Record, frozen=True, kw_only=True):
    """One of the few large choices with which the help window begins: where to look for one's own sign."""

    id: Annotated[str, Meta(pattern=r"^[a-z]+$")]
    text: Text
    signs: Annotated[list[WarningSignId], Meta(min_length=2)]


class Review(Record, frozen=True, kw_only=True):
    """When the clinical content was last checked, and by whom."""

    checked_on: datetime.date
    review_by: datetime.date
    clinician_sign_off: bool
    in_short: Text
    """Who has signed it, or that nobody has: it stands on every page that is printed."""
    statement: Text
    """What learners are told about it."""


COURSE_RULE_LABEL = "Course safety rule, to be confirmed by a clinician"


def rows_say_what_to_do(located: list[Located]) -> Iterator[Problem]:
    """Tiers 1 and 2 name who, how soon and a card; tier 3 names its change."""
    for item, row in of_type(located, TierRow):
        needed = ("change",) if row.tier == 3 else ("who", "how_soon", "care_card")
        for field in needed:
            if not getattr(row, field):
                yield item.problem(f'"{field}" is empty.', "A sign without it leaves the reader alone.", field)


def course_rules_are_labelled(located: list[Located]) -> Iterator[Problem]:
    """A statement without a source carries the label that says so."""
    for item, row in of_type(located, TierRow):
        if row.course_rule and not row.course_rule.startswith(COURSE_RULE_LABEL):
            yield item.problem("The label is missing.", f'Begin with "{COURSE_RULE_LABEL}".', "course_rule")
        if not row.references and not row.course_rule:
            yield item.problem("No source and no label.", "Cite a reference or fill course_rule.", "references")


RULES = (
    rows_say_what_to_do,
    course_rules_are_labelled,
)
