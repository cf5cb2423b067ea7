"""Short is a safety feature: how long a lesson may be, how often it may repeat itself, one fold a section.

The limits are the course's own choice. They hold for every lesson that names its most words in lessons.toml.
"""

from collections.abc import Iterator

from course_helpers.authoring.notebooks import Notebook
from course_helpers.authoring.visible_words import main_line, repeated_share
from course_helpers.knowledge import Knowledge, Problem
from course_helpers.knowledge.lessons import Lesson
from course_helpers.lesson.closer import has_more

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


LENGTH_RULES = (main_line_is_short, little_is_repeated, one_fold_a_section)
