"""What must hold for the activities in which a learner sorts or matches, and for the pace bar."""

from collections import Counter
from collections.abc import Iterator

from course_helpers.knowledge import records
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.reading import Located, of_type


def statements_fit_their_columns(located: list[Located]) -> Iterator[Problem]:
    """Each answer is one of the columns, each column has a statement, and a vote has no answer at all."""
    for item, sorting in of_type(located, records.Sorting):
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
    for item, sorting in of_type(located, records.Sorting):
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
    rows = {row.id: row for _, row in of_type(located, records.TierRow)}
    for item, matching in of_type(located, records.Matching):
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
    sortings = {sorting.id for _, sorting in of_type(located, records.Sorting)}
    for item, matching in of_type(located, records.Matching):
        if matching.id in sortings:
            yield item.problem(f"Section {matching.id} has a sorting as well.", "Keep one of the two.", "id")


def one_pace_is_chosen_at_start(located: list[Located]) -> Iterator[Problem]:
    """The pace bar begins with one pace; each says what it rests on."""
    paces = list(of_type(located, records.Pace))
    chosen = [pace.id for _, pace in paces if pace.at_start]
    if paces and len(chosen) != 1:
        what = f"{len(chosen)} paces are chosen at the start."
        yield paces[0][0].problem(what, "Write at_start = true in one of them.", "at_start")
    for item, pace in paces:
        if not pace.references and not pace.course_choice:
            yield item.problem("No source and no course_choice.", "Cite one, or fill course_choice.", "references")


SORTING_RULES = (
    statements_fit_their_columns,
    answers_have_reasons,
    matches_have_one_answer,
    a_section_has_one_activity,
    one_pace_is_chosen_at_start,
)
