"""What must hold between the records, beyond their types: the promises the course makes to its learners."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import structs

from course_helpers.knowledge import records
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.question_rules import QUESTION_RULES
from course_helpers.knowledge.readiness_rules import READINESS_RULES
from course_helpers.knowledge.reading import Located, of_type
from course_helpers.knowledge.routine_rules import ROUTINE_RULES
from course_helpers.knowledge.sorting_rules import SORTING_RULES
from course_helpers.knowledge.strings import Strings
from course_helpers.knowledge.workshop_rules import WORKSHOP_RULES

ALL_CLAIMS = tuple(f"S{number:02d}" for number in range(1, 42))
"""The source text holds 41 statements; each has a record."""

COURSE_RULE_LABEL = "Course safety rule, to be confirmed by a clinician"
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
EMERGENCY_NUMBER = re.compile(r"\b(999|911|112|111)\b")

Rule = Callable[[list[Located]], Iterator[Problem]]


def every_claim_has_a_record(located: list[Located]) -> Iterator[Problem]:
    """All 41 statements of the source text are there."""
    claims = list(of_type(located, records.Claim))
    present = {claim.id for _, claim in claims}
    for missing in (claim_id for claim_id in ALL_CLAIMS if claims and claim_id not in present):
        yield claims[-1][0].problem(f"The claim {missing} is missing.", "Add its record: none may be lost.")


def homes_fit_their_sections(located: list[Located]) -> Iterator[Problem]:
    """A claim's home section belongs to its home lesson and lists the claim."""
    lessons = {lesson.id: lesson for _, lesson in of_type(located, records.Lesson)}
    for item, claim in of_type(located, records.Claim):
        lesson = lessons.get(claim.home)
        sections = {section.id: section for section in lesson.sections} if lesson else {}
        if lesson and claim.section not in sections:
            what = f"Section {claim.section} is not in lesson {claim.home}."
            yield item.problem(what, "Name a section of the home lesson.", "section")
        elif lesson and claim.id not in sections[claim.section].claims:
            what = f"Section {claim.section} does not list {claim.id}."
            yield item.problem(what, "Add the claim to that section in lessons.toml.", "section")


def minutes_sum_up(located: list[Located]) -> Iterator[Problem]:
    """A lesson lasts as long as its sections."""
    for item, lesson in of_type(located, records.Lesson):
        total = sum(section.minutes for section in lesson.sections)
        if total != lesson.minutes:
            what = f"The sections last {total} minutes, the lesson says {lesson.minutes}."
            yield item.problem(what, "Make the two agree.", "minutes")


def drawings_exist(located: list[Located]) -> Iterator[Problem]:
    """A lesson that is ready shows only drawings that there are."""
    known = {figure.id for _, figure in of_type(located, records.Figure)}
    for item, lesson in of_type(located, records.Lesson):
        planned = {figure for section in lesson.sections for figure in section.figures}
        for missing in sorted(planned - known) if lesson.ready else ():
            yield item.problem(f"There is no drawing {missing}.", "Draw it, or correct the id.")


def rows_say_what_to_do(located: list[Located]) -> Iterator[Problem]:
    """Tiers 1 and 2 name who, how soon and a card; tier 3 names its change."""
    for item, row in of_type(located, records.TierRow):
        needed = ("change",) if row.tier == 3 else ("who", "how_soon", "care_card")
        for field in needed:
            if not getattr(row, field):
                yield item.problem(f'"{field}" is empty.', "A sign without it leaves the reader alone.", field)


def course_rules_are_labelled(located: list[Located]) -> Iterator[Problem]:
    """A statement without a source carries the label that says so."""
    for item, row in of_type(located, records.TierRow):
        if row.course_rule and not row.course_rule.startswith(COURSE_RULE_LABEL):
            yield item.problem("The label is missing.", f'Begin with "{COURSE_RULE_LABEL}".', "course_rule")
        if not row.references and not row.course_rule:
            yield item.problem("No source and no label.", "Cite a reference or fill course_rule.", "references")


def claims_rest_on_something(located: list[Located]) -> Iterator[Problem]:
    """A verdict on a testable claim cites at least one reference."""
    testable = {"supported", "mixed", "unsupported", "contradicted"}
    for item, claim in of_type(located, records.Claim):
        if claim.verdict in testable and not claim.references:
            yield item.problem("A verdict without a reference.", "Cite what the verdict rests on.", "references")


def facts_rest_on_something(located: list[Located]) -> Iterator[Problem]:
    """A fact cites a reference or says why it cannot; a misconception carries its correction."""
    for item, fact in of_type(located, records.Fact):
        if not fact.references and not fact.basis:
            yield item.problem("No reference and no basis.", "Cite one, or say why there is none.", "references")
        if fact.kind == "misconception" and not fact.correction:
            yield item.problem("A misconception without its correction.", "Add the correction.", "correction")


def placeholders_exist(located: list[Located]) -> Iterator[Problem]:
    """Every {word} in a text is a word of the locales, and no text names an emergency number itself."""
    known = set(records.Locale.__struct_fields__) - {"id", "name"}
    for item in located:
        if isinstance(item.record, records.Locale | Strings):
            continue
        for field, text in texts_of(item.record):
            for word in PLACEHOLDER.findall(text):
                if word not in known:
                    yield item.problem(f"Unknown word {{{word}}}.", f"Use one of {sorted(known)}.", field)
            if EMERGENCY_NUMBER.search(text) and not isinstance(item.record, records.Reference):
                yield item.problem("An emergency number.", "Write {emergency_number} instead.", field)


def texts_of(record: Any) -> Iterator[tuple[str, str]]:
    """All texts of a record with the name of the field they stand in."""
    for field, value in structs.asdict(record).items():
        for text in _texts(value):
            yield field, text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _texts(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry)
    elif hasattr(value, "__struct_fields__"):
        yield from (text for _, text in texts_of(value))


def signs_reach_a_row(located: list[Located]) -> Iterator[Problem]:
    """In the sign explorer a sign leads to a row, or carries a note that is no all-clear."""
    for item, sign in of_type(located, records.Sign):
        if sign.row is None and not sign.note:
            yield item.problem("A sign without a row needs a note.", "Say that this is not an all-clear.", "note")


RULES: tuple[Rule, ...] = (
    every_claim_has_a_record,
    homes_fit_their_sections,
    minutes_sum_up,
    drawings_exist,
    rows_say_what_to_do,
    course_rules_are_labelled,
    claims_rest_on_something,
    facts_rest_on_something,
    placeholders_exist,
    signs_reach_a_row,
    *QUESTION_RULES,
    *READINESS_RULES,
    *ROUTINE_RULES,
    *SORTING_RULES,
    *WORKSHOP_RULES,
)
