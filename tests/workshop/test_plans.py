"""The plans of a workshop add up, follow the lessons, and `check` says which one a changed lesson puts off."""

import itertools
import shutil
from pathlib import Path

import pytest

from course_helpers.document import Details, Table
from course_helpers.knowledge import CONTENT, load, problems_in
from course_helpers.workshop.notes import inline, notes_of
from course_helpers.workshop.plans import clock, timed_blocks, workshop_plan, workshop_questions

PLANS = tuple(load().workshop_plans)


@pytest.mark.parametrize("plan_id", PLANS)
class TestPlan:
    """What holds for each plan."""

    def test_the_blocks_follow_each_other_and_add_up(self, plan_id: str) -> None:
        plan = load().workshop_plans[plan_id]
        timed = timed_blocks(plan)
        assert timed[0].begins == 0
        assert all(one.ends == other.begins for one, other in itertools.pairwise(timed))
        assert timed[-1].ends == plan.minutes

    def test_the_minutes_are_those_of_the_lessons(self, plan_id: str) -> None:
        minutes = {section.id: section.minutes for lesson in load().lessons.values() for section in lesson.sections}
        for timed in timed_blocks(load().workshop_plans[plan_id]):
            assert timed.lesson_minutes == sum(minutes[section] for section in timed.block.sections)

    def test_it_opens_with_consent_and_closes_with_cards(self, plan_id: str) -> None:
        blocks = load().workshop_plans[plan_id].blocks
        assert "ground rules" in blocks[0].title
        assert "ards" in blocks[-1].do
        assert "erase" in blocks[-1].do.lower()

    def test_nobody_practises_before_the_signs_to_stop_for(self, plan_id: str) -> None:
        """The routine comes after the stop rule (0.3) and the signs that need help now (3.3)."""
        order = [section for block in load().workshop_plans[plan_id].blocks for section in block.sections]
        watched = order.index("6.4")
        assert order.index("0.3") < watched
        assert order.index("3.3") < watched

    def test_the_milk_routines_are_watched_only(self, plan_id: str) -> None:
        used = {s for block in load().workshop_plans[plan_id].blocks for s in (*block.sections, *block.or_sections)}
        assert "7.9" not in used
        assert not used & {"7.5", "7.6"} or "7.3" in used

    def test_the_table_shows_every_block_and_the_sum(self, plan_id: str) -> None:
        plan = load().workshop_plans[plan_id]
        (fold,) = workshop_plan(plan_id).blocks
        assert isinstance(fold, Details)
        table = next(block for block in fold.blocks if isinstance(block, Table))
        assert len(table.rows) == len(plan.blocks) + 1
        assert table.rows[-1][1] == (f"{plan.minutes} minutes",)

    def test_what_is_left_out_is_handed_on(self, plan_id: str) -> None:
        plan, text = load().workshop_plans[plan_id], workshop_plan(plan_id)._repr_markdown_()
        used = {s for block in plan.blocks for s in (*block.sections, *block.or_sections)}
        left = text[text.index(load().strings.workshop.left_over) :]
        lessons = [one for one in load().lessons.values() if one.path in {"everyone", "milk"} and one.ready]
        for section in (section for lesson in lessons for section in lesson.sections):
            listed = f" {section.id}," in left or f" {section.id})" in left
            assert listed == (section.id not in used), section.id


def test_the_clock_counts_hours() -> None:
    assert [clock(minutes) for minutes in (0, 5, 65, 240)] == ["0:00", "0:05", "1:05", "4:00"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that a test may spoil."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def spoil(content: Path, file: str, old: str, new: str) -> list[str]:
    """Change a text once, and give what `check` says then."""
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [f"{problem.file}:{problem.line} {problem.record} {problem.what}" for problem in problems_in(content)]


def test_a_longer_section_is_told_for_each_plan_that_uses_it(content: Path) -> None:
    path = content / "lessons.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('id = "3.3"\nminutes = 5', 'id = "3.3"\nminutes = 7').replace(
        'id = "3.4"\nminutes = 9', 'id = "3.4"\nminutes = 8'
    )
    text = text.replace('id = "3.8"\nminutes = 2', 'id = "3.8"\nminutes = 1')
    path.write_text(text, encoding="utf-8")
    found = [problem for problem in problems_in(content) if problem.file == "workshop.toml"]
    assert [problem.record for problem in found] == list(PLANS)
    assert "The blocks last 91 minutes, the plan says 90." in found[0].what


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("workshop.toml", "group_minutes = 5", "group_minutes = 6", "The blocks last 91 minutes"),
        ("workshop.toml", 'or_sections = ["7.1", ', "or_sections = [", "one way and"),
        ("lessons.toml", "\nready = true", "\nready = false", "Section 0.2 is not ready"),
        ("workshop.toml", '"2.2", "2.5", "2.7"', '"2.2", "2.5", "2.5"', "Section 2.5 stands in the plan twice"),
        ("workshop.toml", 'references = ["C13", "C14"]', "references = []", "No source and no label"),
    ],
)
def test_check_names_what_is_off(content: Path, file: str, old: str, new: str, said: str) -> None:
    assert any(said in problem for problem in spoil(content, file, old, new))


def test_ten_questions_each_with_an_answer_that_rests_on_something() -> None:
    text = workshop_questions()._repr_markdown_()
    assert len(load().workshop_questions) == 10
    assert "You" not in load().workshop_questions["wq10"].answer.split(".")[0]
    assert "No. I cannot tell what it is" in text
    assert "our own choice" in text.lower()


def test_notes_stand_with_their_sections() -> None:
    notes = list(notes_of("00_start_here.ipynb"))
    assert [note[0].text for note in notes] == ["0.2 ", "0.3 "]  # type: ignore[union-attr]


def test_marks_in_a_note_become_strong_words() -> None:
    assert (
        "".join(part if isinstance(part, str) else part.text for part in inline("*Say:* “a” **b** c")) == "Say: “a” b c"
    )
