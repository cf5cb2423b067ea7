"""What a learner tries out: the explorers, sorting and matching, the pace bar."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import (
    ClaimId,
    PersonId,
    PersonKey,
    Record,
    ReferenceId,
    SectionId,
    Slug,
    Text,
    TierRowId,
)
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.safety import TierRow


class Person(Record, frozen=True, kw_only=True):
    """An invented person for the sign explorer."""

    id: PersonKey
    name: Text
    about: Text


class Sign(Record, frozen=True, kw_only=True):
    """A sign in the sign explorer and the row it belongs to, which may depend on the person."""

    id: Slug
    text: Text
    row: TierRowId | None = None
    """None: the sign is on none of the lists; the answer is still never "safe"."""
    row_for: dict[PersonId, TierRowId] = {}
    """Another row for these people."""
    not_for: list[PersonId] = []
    """People this sign cannot apply to."""
    note: str = ""
    also_for: dict[PersonId, Text] = {}
    """One more sentence for these people alone."""


class GoodDay(Record, frozen=True, kw_only=True):
    """An invented person, and which day suits that person for looking and feeling."""

    id: Slug
    person: Text
    answer: Text
    references: list[ReferenceId]
    course_choice: str = ""
    """Not empty: what of the answer has no source and is the course's own choice."""


class HandsCount(Record, frozen=True, kw_only=True):
    """A share that a study counted, which "What hands find" shows as dots."""

    id: Literal["cancer", "pain"]
    found: Annotated[int, Meta(ge=0)]
    of: Annotated[int, Meta(ge=1)]
    sizes: list[Annotated[int, Meta(ge=1, le=1000)]]
    """The sizes of group that can be chosen."""
    meaning: Text
    """What follows from the share, whatever the size of the group."""
    references: list[ReferenceId]


class Statement(Record, frozen=True, kw_only=True):
    """A statement to sort into a column."""

    text: Text
    column: str = ""
    """The column of the course, in the words of ``columns``; empty where no answer is given (a vote)."""
    why: str = ""
    row: TierRowId | None = None
    """Not empty: the sign this is, whose "who" and "how soon" are told with the answer."""
    claims: list[ClaimId] = []
    references: list[ReferenceId] = []
    course_choice: str = ""
    """Not empty: what of the answer has no source and is the course's own choice."""


class Sorting(Record, frozen=True, kw_only=True):
    """Statements that a learner sorts into columns; its id is the section it stands in."""

    id: SectionId
    title: Text
    instruction: Text
    columns: Annotated[list[Text], Meta(min_length=2, max_length=4)]
    statements: Annotated[list[Statement], Meta(min_length=2, max_length=10)]
    never_wrong: str = ""
    """A column that is never called wrong, such as "Report it": nobody is to be talked out of a call."""
    closing: Text
    """Said once every statement has a column."""
    limit: str = ""
    """What always stands below, such as "this is no all-clear"."""


class Matching(Record, frozen=True, kw_only=True):
    """Situations of tier 3, each to be matched with its change; its id is the section it stands in."""

    id: SectionId
    title: Text
    instruction: Text
    rounds: Annotated[list[Annotated[list[TierRowId], Meta(min_length=2, max_length=4)]], Meta(min_length=1)]
    """The rows met together. Their words are those of ``tiers.toml``, so that the two cannot drift apart."""
    closing: Text
    limit: str = ""


class Pace(Record, frozen=True, kw_only=True):
    """A pace of a hand that the pace bar shows."""

    id: Annotated[str, Meta(pattern=r"^[a-z]+$")]
    cm_per_second: Annotated[int, Meta(ge=1, le=20)]
    name: Text
    about: Text
    references: list[ReferenceId] = []
    course_choice: str = ""
    """Not empty: what of it has no source and is the course's own choice."""
    at_start: bool = False
    """True for the pace that is chosen when the bar is first shown."""


def signs_reach_a_row(located: list[Located]) -> Iterator[Problem]:
    """In the sign explorer a sign leads to a row, or carries a note that is no all-clear."""
    for item, sign in of_type(located, Sign):
        if sign.row is None and not sign.note:
            yield item.problem("A sign without a row needs a note.", "Say that this is not an all-clear.", "note")


def statements_fit_their_columns(located: list[Located]) -> Iterator[Problem]:
    """Each answer is one of the columns, each column has a statement, and a vote has no answer at all."""
    for item, sorting in of_type(located, Sorting):
        answers = [statement.column for statement in sorting.statements]
        if not any(answers):
            continue
        for answer in sorted(set(answers) - set(sorting.columns)):
            what = f'"{answer}" is no column.' if answer else "Some statements have an answer, others have none."
            yield item.problem(what, "Write the column as it stands in columns.", "column")
        if sorting.never_wrong and sorting.never_wrong not in sorting.columns:
            what = f'"{sorting.never_wrong}" is no column.'
            yield item.problem(what, "Write the column as it stands in columns.", "never_wrong")
        for column in sorting.columns:
            if column not in answers:
                what = f'No statement belongs in "{column}".'
                yield item.problem(what, "Add one, or remove the column.", "columns")


def answers_have_reasons(located: list[Located]) -> Iterator[Problem]:
    """An answer says why and rests on a source, a claim, a row or a choice that says so; a vote says nothing."""
    for item, sorting in of_type(located, Sorting):
        for statement in sorting.statements:
            basis = statement.references or statement.claims or statement.row or statement.course_choice
            if statement.column and not statement.why:
                yield item.problem(f'"{statement.text}" has no reason.', "Say why in one or two sentences.", "why")
            if statement.column and not basis:
                what = f'The answer to "{statement.text}" rests on nothing.'
                yield item.problem(what, "Cite a source, a claim or a row, or fill course_choice.", "references")
            if not statement.column and (statement.why or basis):
                what = f'"{statement.text}" has a reason and no column.'
                yield item.problem(what, "Name its column, or remove the reason.", "why")


def matches_have_one_answer(located: list[Located]) -> Iterator[Problem]:
    """A match asks for rows of tier 3, each once, and no two of a round have the same change."""
    rows = {row.id: row for _, row in of_type(located, TierRow)}
    for item, matching in of_type(located, Matching):
        asked = [row_id for group in matching.rounds for row_id in group]
        for row_id, times in Counter(asked).items():
            if times > 1:
                yield item.problem(f"{row_id} is asked {times} times.", "Ask it once.", "rounds")
            if row_id in rows and rows[row_id].tier != 3:
                yield item.problem(f"{row_id} is not of tier 3.", "Only tier 3 has a change to match.", "rounds")
        for group in matching.rounds:
            changes = [rows[row_id].change for row_id in group if row_id in rows]
            if len(set(changes)) != len(changes):
                yield item.problem("Two rows of a round have the same change.", "Put them in two rounds.", "rounds")


def a_section_has_one_activity(located: list[Located]) -> Iterator[Problem]:
    """An activity is called by its section, so sorting and matching share their ids."""
    sortings = {sorting.id for _, sorting in of_type(located, Sorting)}
    for item, matching in of_type(located, Matching):
        if matching.id in sortings:
            yield item.problem(f"Section {matching.id} has a sorting as well.", "Keep one of the two.", "id")


def one_pace_is_chosen_at_start(located: list[Located]) -> Iterator[Problem]:
    """The pace bar begins with one pace; each says what it rests on."""
    paces = list(of_type(located, Pace))
    chosen = [pace.id for _, pace in paces if pace.at_start]
    if paces and len(chosen) != 1:
        what = f"{len(chosen)} paces are chosen at the start."
        yield paces[0][0].problem(what, "Write at_start = true in one of them.", "at_start")
    for item, pace in paces:
        if not pace.references and not pace.course_choice:
            yield item.problem("No source and no course_choice.", "Cite one, or fill course_choice.", "references")


RULES = (
    signs_reach_a_row,
    statements_fit_their_columns,
    answers_have_reasons,
    matches_have_one_answer,
    a_section_has_one_activity,
    one_pace_is_chosen_at_start,
)
