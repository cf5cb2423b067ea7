"""Each rule of length is broken once."""

from dataclasses import replace
from pathlib import Path

import msgspec

from course_helpers.authoring.length_rules import (
    care_cards_have_one_place,
    little_is_repeated,
    main_line_is_short,
    minutes_are_those_of_reading,
    one_fold_a_section,
    rules_are_said_once,
)
from course_helpers.authoring.notebooks import Cell, Notebook
from course_helpers.authoring.visible_words import main_line, repeated_share, visible
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Lesson

LESSON = msgspec.structs.replace(load().lessons["02"], most_words=100)


def lesson_of(*sources: str, tags: tuple[str, ...] = ()) -> Notebook:
    cells = tuple(Cell(f"c{n}", "markdown", text, tags, (), {}, n) for n, text in enumerate(sources, 1))
    return Notebook(Path("02.ipynb"), "", {}, cells)


def counted(number: int) -> str:
    return " ".join(f"word{n}" for n in range(number))


def test_a_lesson_with_too_many_words_is_a_problem_and_says_how_many() -> None:
    assert not list(main_line_is_short(lesson_of(counted(100)), LESSON, load()))
    (problem,) = main_line_is_short(lesson_of(counted(101)), LESSON, load())
    assert "101 words, 1 too many" in problem.what


def test_what_facilitators_read_and_what_is_folded_does_not_count() -> None:
    assert main_line(lesson_of(counted(50), tags=("facilitator",))) == []
    assert visible("<details><summary>Look closer</summary><p>a b c</p></details> d") == ["Look", "closer", "d"]
    assert visible("<details open><summary>S</summary>a <details><summary>T</summary>b</details></details>") == [
        "S",
        "a",
        "T",
    ]


def test_a_run_of_ten_words_that_stands_twice_is_a_repetition() -> None:
    once = counted(90).split()
    assert repeated_share(once) == 0
    assert repeated_share([*once, *once[:9]]) == 0
    assert repeated_share([*once, *once[:10]]) == 10 / 100
    (problem,) = little_is_repeated(lesson_of(" ".join([*once, *once[:10]])), LESSON, load())
    assert "10.0%" in problem.what


def test_a_section_with_more_needs_one_fold_and_no_other() -> None:
    notebook = lesson_of("<details><summary>More</summary>b</details>")
    what = [problem.what for problem in one_fold_a_section(notebook, LESSON, load())]
    assert "A fold of its own in the text." in what
    assert "Section 2.2 has 0 folds and needs 1." in what
    fold = Cell("x", "code", 'import course_helpers as course\n\ncourse.look_closer("2.2")', (), (), {}, 1)
    twice = replace(notebook, cells=(fold, fold))
    assert "Section 2.2 has 2 folds and needs 1." in [p.what for p in one_fold_a_section(twice, LESSON, load())]


def test_minutes_that_are_not_those_of_words_and_activities_are_a_problem() -> None:
    activities = sum(section.activity_minutes for section in LESSON.sections)
    words = round((LESSON.minutes - activities) * 180)
    assert activities > 0
    assert not list(minutes_are_those_of_reading(lesson_of(counted(words)), LESSON, load()))
    for other in (words - 2 * 180 - 5, words + 2 * 180 + 5):
        (problem,) = minutes_are_those_of_reading(lesson_of(counted(other)), LESSON, load())
        assert f"are not {LESSON.minutes} minutes" in problem.what


def test_the_stop_rule_and_what_waits_for_a_clinician_stand_once() -> None:
    stop, waits = load().strings.card.stop_rule, "This waits for a clinician."
    label = "Course safety rule, to be confirmed by a clinician: this."
    assert not list(rules_are_said_once(lesson_of(stop, waits), LESSON, load()))
    assert not list(rules_are_said_once(lesson_of(waits, f"<details>{label}</details>"), LESSON, load()))
    assert "2 times" in next(rules_are_said_once(lesson_of(stop, stop), LESSON, load())).what
    assert "2 times" in next(rules_are_said_once(lesson_of(waits, label), LESSON, load())).what


def test_a_care_card_is_shown_in_one_lesson() -> None:
    def showing(card: str) -> Notebook:
        call = Cell("x", "code", f'import course_helpers as course\n\ncourse.care_card("{card}")', (), (), {}, 1)
        return replace(lesson_of(), cells=(call,))

    assert not list(care_cards_have_one_place({"03": showing("SEE-change"), "07": showing("SORE-milk")}, load()))
    (problem,) = care_cards_have_one_place({"03": showing("SEE-change"), "04": showing("SEE-change")}, load())
    assert "SEE-change is shown in 02.ipynb already" in problem.what


def test_a_lesson_that_names_no_limit_is_not_counted() -> None:
    free: Lesson = msgspec.structs.replace(LESSON, most_words=None)
    assert not list(main_line_is_short(lesson_of(counted(999)), free, load()))
