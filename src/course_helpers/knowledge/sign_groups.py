"""Signs that call for the same help, shown together: no group may be slower or know less help than its rows."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import Record, Text, TierRowId
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.safety import TierRow
from course_helpers.knowledge.urgency import ORDER, soon

Place = Literal["level-1", "level-2", "milk", "report"]
"""The screen of level 1, the families of level 2, the rules for milk, the table to print."""


class SignGroup(Record, frozen=True, kw_only=True):
    """Signs that call for the same help, on one card or in one line."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9-]+$")]
    place: Place
    title: Text
    who: str = ""
    """Who to contact; on the screen of level 1 and in the table, what the title leaves out of it."""
    how_soon: str = ""
    rows: list[TierRowId] = []
    """The rows that agree with ``who`` and ``how_soon``."""
    also: list[Text] = []
    """Single signs of the same rows that their headings do not name."""
    apart: list[TierRowId] = []
    """Rows of the same kind that call for other help; they are shown with their own words for it."""


MOST_REPORT_LINES = 10
"""So many lines are read at a fridge door (a course choice)."""

HELPER = re.compile(r"\{[a-z_]+\}|hospital|urgent care|emergency department")
"""Whom a row names: the services of a place, and where one goes."""

ESCALATION = re.compile(r"\{emergency_number\}|get help")
"""What a “how soon” says of those who are worse."""


def groups_hold_every_sign_once(located: list[Located]) -> Iterator[Problem]:
    """In its place every row of levels 1 and 2 stands once."""
    rows = [row for _, row in of_type(located, TierRow)]
    groups = list(of_type(located, SignGroup))
    for place in dict.fromkeys(group.place for _, group in groups):
        inside = [(item, row_id) for item, group in groups if group.place == place for row_id in _all(group)]
        counted = Counter(row_id for _, row_id in inside)
        wanted = {row.id for row in rows if belongs(row, place)}
        last = next(item for item, group in reversed(groups) if group.place == place)
        for row_id in sorted(wanted - counted.keys()):
            yield last.problem(f"{row_id} stands in no group of {place}.", "Add it to one.", "rows")
        for item, row_id in inside:
            if counted[row_id] > 1 or row_id not in wanted:
                what = f"{row_id} stands in {place} twice, or does not belong there."
                yield item.problem(what, "Name each row once, in the place of its level.", "rows")


def belongs(row: TierRow, place: Place) -> bool:
    """Whether a place has to show a row."""
    match place:
        case "level-1":
            return row.tier == 1
        case "level-2":
            return row.tier == 2 and row.family != "milk-rule"
        case "milk":
            return row.family == "milk-rule"
        case "report":
            return row.tier < 3


def groups_are_no_weaker_than_their_rows(located: list[Located]) -> Iterator[Problem]:
    """A group is as urgent as each of its rows, and names all the help that they name, also for those who are worse."""
    rows = {row.id: row for _, row in of_type(located, TierRow)}
    for item, group in of_type(located, SignGroup):
        told = f"{group.title} {group.who} {group.how_soon}"
        for row in (rows[row_id] for row_id in group.rows if row_id in rows):
            if soon(row.how_soon) != soon(group.how_soon):
                what = f"“{group.how_soon}” is not the “how soon” of {row.id}: “{row.how_soon}”"
                yield item.problem(what, "Begin both with the same words, or put the row apart.", "how_soon")
            needed = {*HELPER.findall(row.who), *ESCALATION.findall(row.how_soon)}
            for helper in sorted(helper for helper in needed if helper not in told):
                yield item.problem(f"{row.id} names “{helper}”, its group does not.", "Name it, too.", "who")


def the_table_to_print_is_short(located: list[Located]) -> Iterator[Problem]:
    """What to report has at most ten lines, the most urgent first."""
    lines = [(item, group) for item, group in of_type(located, SignGroup) if group.place == "report"]
    for item, _ in lines[MOST_REPORT_LINES:]:
        yield item.problem(f"More than {MOST_REPORT_LINES} lines.", "Join two that call for the same help.", "place")
    ranks = [_rank(group) for _, group in lines]
    for (item, _), before, here in zip(lines[1:], ranks, ranks[1:], strict=False):
        if here < before:
            yield item.problem("A line stands below a less urgent one.", "Put the most urgent first.", "how_soon")


def _rank(group: SignGroup) -> int:
    found = soon(group.how_soon)
    return ORDER.index(found) if found else len(ORDER)


def _all(group: SignGroup) -> list[str]:
    return [*group.rows, *group.apart]


RULES = (
    groups_hold_every_sign_once,
    groups_are_no_weaker_than_their_rows,
    the_table_to_print_is_short,
)
