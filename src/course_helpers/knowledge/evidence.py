"""Sources, the claims of the sheet and what is known about each."""

from collections.abc import Iterator
from typing import Literal

from course_helpers.knowledge.base import (
    ClaimId,
    ClaimKey,
    FactKey,
    LessonId,
    Record,
    ReferenceId,
    ReferenceKey,
    SectionId,
    Slug,
    Text,
)
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem

Verdict = Literal["supported", "mixed", "unsupported", "contradicted", "tradition-only", "practical"]

Topic = Literal[
    "what-massage-is",
    "health-promises",
    "milk-promises",
    "safety",
    "self-check",
    "relaxation-steps",
    "milk-steps",
    "love-and-health",
]


class Reference(Record, frozen=True, kw_only=True):
    """A source, with what of it was really read."""

    id: ReferenceKey
    citation: Text
    checked: Literal["primary", "second-hand"]
    """``primary``: the source or its abstract was read in an archived copy. ``second-hand``: an account of it."""
    seen: Text
    """What was read, in one line."""
    doi: str = ""
    url: str = ""
    caution: str = ""
    """Why to take care with this source (superseded, promotes monthly exams, single opinion ...)."""


class Claim(Record, frozen=True, kw_only=True):
    """One statement of the source text, paraphrased, and what is known about it."""

    id: ClaimKey
    source_says: Text
    verdict: Verdict
    verdict_note: str = ""
    """A short qualifier shown after the verdict word, e.g. "for whole-body massage"."""
    in_one_line: str = ""
    """Not empty: what stands for the verdict where the claim is told in one line, because its word alone misleads."""
    evidence_says: Text
    what_to_do: Text
    references: list[ReferenceId]
    points_this_way: list[ReferenceId] = []
    """Verdict ``mixed``: which of the references side with the sheet ..."""
    points_the_other_way: list[ReferenceId] = []
    """... and which do not."""
    topic: Topic
    home: LessonId
    section: SectionId
    card: Literal["full", "short"] = "full"
    """``short``: the step of a routine that does it tells it; it has no card of its own in the main line."""
    title: Text
    """A short title for people; the id stands only where one looks things up."""
    in_short: Text
    """What the evidence says, in one sentence: the main line of a lesson shows it, the full card stands in the fold."""
    do_in_short: Text
    """What to do, in one sentence."""


class Indication(Record, frozen=True, kw_only=True):
    """A reason for massage and what the course may honestly say about it."""

    id: Slug
    reason: Text
    claims: list[ClaimId] = []
    evidence_level: Text
    wording: Text
    references: list[ReferenceId]


class Position(Record, frozen=True, kw_only=True):
    """One side of a disagreement."""

    text: Text
    references: list[ReferenceId]


class Disagreement(Record, frozen=True, kw_only=True):
    """Where authorities differ, and what this course does."""

    id: Slug
    question: Text
    one: Position
    other: Position
    course_stance: Text


class Fact(Record, frozen=True, kw_only=True):
    """A fact for quiz items: true, or a misconception with its correction."""

    id: FactKey
    kind: Literal["true", "misconception"]
    statement: Text
    correction: str = ""
    topic: Text
    references: list[ReferenceId]
    basis: str = ""
    """Why there is no reference, where there is none (for example "no study found")."""


ALL_CLAIMS = tuple(f"S{number:02d}" for number in range(1, 42))
"""The source text holds 41 statements; each has a record."""


def every_claim_has_a_record(located: list[Located]) -> Iterator[Problem]:
    """All 41 statements of the source text are there."""
    claims = list(of_type(located, Claim))
    present = {claim.id for _, claim in claims}
    for missing in (claim_id for claim_id in ALL_CLAIMS if claims and claim_id not in present):
        yield claims[-1][0].problem(f"The claim {missing} is missing.", "Add its record: none may be lost.")


def claims_rest_on_something(located: list[Located]) -> Iterator[Problem]:
    """A verdict on a testable claim cites at least one reference."""
    testable = {"supported", "mixed", "unsupported", "contradicted"}
    for item, claim in of_type(located, Claim):
        if claim.verdict in testable and not claim.references:
            yield item.problem("A verdict without a reference.", "Cite what the verdict rests on.", "references")


def mixed_names_two_sides(located: list[Located]) -> Iterator[Problem]:
    """The verdict “mixed” says that evidence or advice differs: it names sources of both sides, others name none."""
    for item, claim in of_type(located, Claim):
        one, other = set(claim.points_this_way), set(claim.points_the_other_way)
        if claim.verdict != "mixed":
            if one or other:
                yield item.problem("Two sides, but the verdict is not “mixed”.", "Drop them, or change the verdict.")
            continue
        if not one or not other:
            remedy = "Fill points_this_way and points_the_other_way, or choose another verdict."
            yield item.problem("“Mixed”, but no source differs from another.", remedy, "verdict")
        if both := sorted(one & other):
            yield item.problem(f"{', '.join(both)}: on both sides.", "Leave it on one.", "references")
        if missing := sorted((one | other) - set(claim.references)):
            yield item.problem(f"{', '.join(missing)}: not in the sources.", "Add it to references.", "references")


def facts_rest_on_something(located: list[Located]) -> Iterator[Problem]:
    """A fact cites a reference or says why it cannot; a misconception carries its correction."""
    for item, fact in of_type(located, Fact):
        if not fact.references and not fact.basis:
            yield item.problem("No reference and no basis.", "Cite one, or say why there is none.", "references")
        if fact.kind == "misconception" and not fact.correction:
            yield item.problem("A misconception without its correction.", "Add the correction.", "correction")


RULES = (
    every_claim_has_a_record,
    claims_rest_on_something,
    mixed_names_two_sides,
    facts_rest_on_something,
)
