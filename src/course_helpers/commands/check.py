"""``python3 start.py check``: is the content whole, and do the lessons keep their promises?"""

import datetime
import sys
from collections import Counter
from pathlib import Path

from course_helpers.authoring.content_wording import wording_problems
from course_helpers.authoring.lesson_code import list_problems
from course_helpers.authoring.lesson_rules import (
    LESSON_RULES,
    RULES_FOR_ALL,
    ready_lessons_exist,
    written_for_learners,
)
from course_helpers.authoring.notebooks import Notebook, read_notebook
from course_helpers.authoring.readability import paragraph_grade, short_share
from course_helpers.authoring.script_imports import import_problems
from course_helpers.authoring.script_words import script_problems
from course_helpers.knowledge import CONTENT, ContentError, Knowledge, Problem, load, problems_in
from course_helpers.knowledge.quizzes import TO_PRODUCE
from course_helpers.knowledge.reading import read_all
from course_helpers.knowledge.schema import schema_problems


def main(arguments: list[str]) -> int:
    """Print one line a problem, then one line of counts; 1 if there is any problem."""
    root = Path(arguments[0]) if arguments else Path.cwd()
    problems, counts = check(CONTENT, root / "notebooks")
    for problem in problems:
        print(problem)
    if _can_be_used(CONTENT):
        for warning in warnings(datetime.datetime.now(tz=datetime.UTC).date()):
            print(f"warning: {warning}", file=sys.stderr)
    print(f"{counts}; {len(problems)} problems")
    return 1 if problems else 0


def check(content: Path, notebooks: Path) -> tuple[list[Problem], str]:
    """All problems of the content and the lessons, and a line of counts.

    A damaged content file hides what the lessons would show, so the lessons are checked only once the content
    is whole.
    """
    problems = problems_in(content)
    if problems:
        return problems, "content cannot be used, lessons were not checked"
    problems = list(import_problems())
    if problems:
        return problems, "scripts cannot be joined, lessons were not checked"
    knowledge = load(content)
    located, _ = read_all(content)
    problems = [*wording_problems(located, knowledge), *schema_problems(content), *script_problems()]
    problems += ready_lessons_exist(notebooks, knowledge)
    lessons, unreadable = _read_lessons(notebooks, knowledge)
    problems += unreadable
    for lesson_id, notebook in lessons.items():
        for rule in LESSON_RULES:
            problems += rule(notebook, knowledge.lessons[lesson_id], knowledge)
    for rule_for_all in RULES_FOR_ALL:
        problems += rule_for_all(lessons, knowledge)
    problems += list_problems(list(lessons.values()))
    return sorted(problems), _counts(knowledge, len(located), lessons)


def _can_be_used(content: Path) -> bool:
    """Whether the content is whole; where the check has read it, nothing is read again."""
    try:
        load(content)
    except ContentError:
        return False
    return True


def warnings(today: datetime.date) -> list[str]:
    """What should be done but breaks nothing: an overdue review, a missing signature."""
    review = load().review
    found = []
    if today > review.review_by:
        found.append(f"the clinical review was due by {review.review_by}")
    if not review.clinician_sign_off:
        found.append("no clinician has signed the course off yet")
    return found


def _read_lessons(folder: Path, knowledge: Knowledge) -> tuple[dict[str, Notebook], list[Problem]]:
    lessons, problems = {}, []
    for lesson in knowledge.lessons.values():
        path = folder / lesson.notebook
        if not path.exists():
            continue
        try:
            lessons[lesson.id] = read_notebook(path)
        except (ValueError, KeyError, TypeError) as error:
            what = f"This is not a notebook: {error}."
            problems.append(Problem(f"notebooks/{path.name}", 1, "", what, "Bring back the last good copy."))
    return lessons, problems


def _counts(knowledge: Knowledge, records: int, lessons: dict[str, Notebook]) -> str:
    grades = ", ".join(f"{lesson_id} {_reading(notebook)}" for lesson_id, notebook in lessons.items())
    return (
        f"{records} records, {len(knowledge.claims)} claims, {len(knowledge.references)} references, "
        f"{len(lessons)} of {len(knowledge.lessons)} lessons ready (paragraphs: {grades}), {_quiz_counts(knowledge)}"
    )


def _reading(notebook: Notebook) -> str:
    """How the paragraphs of a lesson read: their grade, and how many of their sentences are short."""
    written = written_for_learners(notebook)
    return f"grade {paragraph_grade(written):.1f} and {short_share(written):.0%} short"


def _quiz_counts(knowledge: Knowledge) -> str:
    """What the bank of the quiz is made of, so that a reader sees at once what the rules ask for."""
    items = knowledge.items.values()
    kinds = Counter(item.kind for item in items)
    new = sum(item.new_case for item in items)
    safety = sum(knowledge.objectives[item.objective].safety_critical for item in items)
    produced = sum(number for kind, number in kinds.items() if kind in TO_PRODUCE)
    each = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    return (
        f"{len(items)} quiz items ({each}; {new} new cases, {safety} safety-critical, "
        f"{produced} to order, point or decide)"
    )
