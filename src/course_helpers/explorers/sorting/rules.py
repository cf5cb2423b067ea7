"""What an activity asks and what the course says to each choice. There is no score, and no answer means "safe"."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from course_helpers.knowledge import Knowledge
from course_helpers.knowledge.activities import Matching, Sorting, Statement
from course_helpers.knowledge.safety import TierRow
from course_helpers.knowledge.strings.explorers import SortingWords

ReplyKind = Literal["agrees", "differs", "never-wrong", "none"]


@dataclass(frozen=True)
class Reply:
    """What the course says to a choice.

    Attributes:
        kind: whether it agrees; ``never-wrong`` where it does not, and the choice is fine all the same.
        text: the answer in one sentence.
        more: a further sentence, such as where the chosen change belongs.
    """

    kind: ReplyKind
    text: str = ""
    more: str = ""


@dataclass(frozen=True)
class Line:
    """One statement with the course's own answer.

    Attributes:
        text: the statement.
        column: the place of the course's answer among the columns, counted from 0; none in a vote.
        why: the reason, in a sentence or two.
        row: the sign it is, with who to contact and how soon; none where it is no sign.
        claims: the lines of the sheet it rests on.
        references: the sources it rests on.
        course_choice: what of it has no source and is the course's own choice.
    """

    text: str
    column: int | None
    why: str = ""
    row: TierRow | None = None
    claims: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    course_choice: str = ""


@dataclass(frozen=True)
class Round:
    """Statements that stand together, and what they are sorted into.

    Attributes:
        columns: what can be chosen for each statement.
        lines: the statements.
        never_wrong: the place of a column that is never called wrong.
        owners: for each column the statement it belongs to; only where each column has one of its own.
    """

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    never_wrong: int | None = None
    owners: tuple[str, ...] = ()


@dataclass(frozen=True)
class Activity:
    """One sorting or matching, as a lesson calls it."""

    title: str
    instruction: str
    rounds: tuple[Round, ...]
    closing: str
    limit: str

    @property
    def is_vote(self) -> bool:
        """True where no answer is given."""
        return all(line.column is None for line in self.lines)

    @property
    def is_match(self) -> bool:
        """True where each situation has a change of its own."""
        return any(part.owners for part in self.rounds)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The statements of all rounds."""
        return tuple(line for part in self.rounds for line in part.lines)

    @property
    def references(self) -> tuple[str, ...]:
        """Every source the answers rest on, once."""
        return tuple(dict.fromkeys(reference for line in self.lines for reference in line.references))


def activity(section: str, knowledge: Knowledge) -> Activity:
    """The activity of a section.

    Raises:
        KeyError: if the section has none.
    """
    if section in knowledge.sortings:
        return _sorted(knowledge.sortings[section], knowledge)
    return _matched(knowledge.matchings[section], knowledge)


def reply(part: Round, line: Line, chosen: int, words: SortingWords) -> Reply:
    """What the course says to a choice; nothing in a vote."""
    if line.column is None:
        return Reply("none")
    agrees, column = chosen == line.column, part.columns[line.column]
    if part.owners and agrees:
        return Reply("agrees", words.match_agrees)
    if part.owners:
        other = words.match_other.format(other=part.owners[chosen])
        return Reply("differs", words.match_differs.format(column=column), other)
    if not agrees and chosen == part.never_wrong:
        return Reply("never-wrong", words.never_wrong.format(column=column))
    return Reply("agrees" if agrees else "differs", (words.agrees if agrees else words.differs).format(column=column))


def _sorted(sorting: Sorting, knowledge: Knowledge) -> Activity:
    lines = tuple(_line(statement, sorting.columns, knowledge) for statement in sorting.statements)
    never_wrong = sorting.columns.index(sorting.never_wrong) if sorting.never_wrong else None
    part = Round(tuple(sorting.columns), lines, never_wrong)
    return Activity(sorting.title, sorting.instruction, (part,), sorting.closing, sorting.limit)


def _line(statement: Statement, columns: list[str], knowledge: Knowledge) -> Line:
    return Line(
        text=statement.text,
        column=columns.index(statement.column) if statement.column else None,
        why=statement.why,
        row=knowledge.tier_rows[statement.row] if statement.row else None,
        claims=tuple(statement.claims),
        references=tuple(statement.references),
        course_choice=statement.course_choice,
    )


def _matched(matching: Matching, knowledge: Knowledge) -> Activity:
    rounds = tuple(_round([knowledge.tier_rows[row_id] for row_id in group]) for group in matching.rounds)
    return Activity(matching.title, matching.instruction, rounds, matching.closing, matching.limit)


def _round(rows: list[TierRow]) -> Round:
    """The situations as given, the changes from A to Z, so that the order gives nothing away."""
    changes = sorted(row.change for row in rows)
    lines = tuple(
        Line(row.sign, changes.index(row.change), row.why, row, references=tuple(row.references)) for row in rows
    )
    return Round(tuple(changes), lines, owners=tuple(_owner(change, rows) for change in changes))


def _owner(change: str, rows: Iterable[TierRow]) -> str:
    return next(row.sign for row in rows if row.change == change)
