"""Short is a safety feature: how long a lesson may be, how often it may repeat itself, one fold a section.

The limits are the course's own choice. They hold for every lesson that names its most words in lessons.toml.
"""

import re
from collections.abc import Iterator

from course_helpers.authoring.notebooks import Notebook
from course_helpers.authoring.visible_words import main_line, repeated_share
from course_helpers.knowledge import Knowledge, Problem
from course_helpers.knowledge.lessons import Lesson
from course_helpers.lesson.closer import has_more

WORDS_A_MINUTE = 180
"""How fast a lesson is read (a course estimate)."""

MINUTES_OFF = 2.0
"""So far a lesson's minutes may be from its words and activities: a changed sentence changes no plan."""

UNCONFIRMED = re.compile(r"confirmed by a clinician|waits? for a clinician")

MOST_REPEATED = 0.03
"""The largest share (0-1) of a main line that may lie in runs of ten words met before."""


def main_line_is_short(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """The visible words stay within the lesson's own limit."""
    count = len(main_line(notebook))
    if lesson.most_words and count > lesson.most_words:
        what = f"The main line has {count} words, {count - lesson.most_words} too many."
        yield notebook.problem(None, what, "Say it shorter, or move what is true but not needed into the fold.")


def little_is_repeated(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """Few runs of ten words stand in a lesson twice."""
    share = repeated_share(main_line(notebook))
    if lesson.most_words and share > MOST_REPEATED:
        what = f"{share:.1%} of the main line repeats an earlier run of ten words; {MOST_REPEATED:.0%} is the most."
        yield notebook.problem(None, what, "Say it once, and link to it.")


def one_fold_a_section(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """What there is to look at more closely stands in one fold at the end of its section, and nowhere else."""
    folds = [str(call.arguments[0]) for _, call in notebook.calls() if call and call.name == "look_closer"]
    for section in lesson.sections:
        wanted = int(has_more(section))
        if folds.count(section.id) != wanted:
            what = f"Section {section.id} has {folds.count(section.id)} folds and needs {wanted}."
            yield notebook.problem(None, what, f'End it with course.look_closer("{section.id}") once, or without.')
    for cell in notebook.prose() if lesson.most_words else ():
        if "<details" in cell.source:
            what = "A fold of its own in the text."
            yield notebook.problem(cell, what, "Write it as `closer` of its section in lessons.toml.")


def minutes_are_those_of_reading(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """A lesson says how long it takes: its words at 180 a minute, and its activities."""
    reading = len(main_line(notebook)) / WORDS_A_MINUTE
    activities = sum(section.activity_minutes for section in lesson.sections)
    if lesson.most_words and abs(lesson.minutes - reading - activities) > MINUTES_OFF:
        what = f"{reading:.1f} minutes of reading and {activities:g} of activities are not {lesson.minutes} minutes."
        yield notebook.problem(None, what, "Correct `minutes` or `activity_minutes` of its sections in lessons.toml.")


def rules_are_said_once(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """The stop rule, and that a clinician has still to confirm something, stand in the main line once at most."""
    told = " ".join(main_line(notebook))
    stop_rule = knowledge.strings.card.stop_rule.partition(":")[0]
    for name, times in (
        (f"“{stop_rule}”", told.count(stop_rule)),
        ("That a clinician has to confirm something", len(UNCONFIRMED.findall(told))),
    ):
        if lesson.most_words and times > 1:
            what = f"{name} stands in the main line {times} times."
            yield notebook.problem(None, what, "Say it once, and leave the rest to the folds.")


def care_cards_have_one_place(notebooks: dict[str, Notebook], knowledge: Knowledge) -> Iterator[Problem]:
    """A care card is shown in the main line of one lesson, once; others link to it or have it in a fold."""
    shown: dict[str, str] = {}
    for notebook in notebooks.values():
        for cell, call in notebook.calls():
            if call is None or call.name != "care_card":
                continue
            card = str(call.arguments[0])
            if card in shown:
                what = f"The card {card} is shown in {shown[card]} already."
                yield notebook.problem(cell, what, "Link to it, or name it in `care_cards` of the section.")
            shown.setdefault(card, notebook.name)


LENGTH_RULES = (
    main_line_is_short,
    little_is_repeated,
    one_fold_a_section,
    minutes_are_those_of_reading,
    rules_are_said_once,
)
