"""Damage to the table of the readiness check, and what is reported about it."""

from pathlib import Path

from course_helpers.knowledge import CONTENT
from tests.knowledge.damage import change


def test_a_question_without_its_list_is_refused(content: Path) -> None:
    text = (CONTENT / "readiness.toml").read_text(encoding="utf-8")
    listed = text[text.index("signs = [") : text.index("]", text.index("signs = [")) + 2]
    problems = change(content, "readiness.toml", listed, "")
    assert any("[relax-1] Nothing stands under the question." in problem for problem in problems)


def test_an_open_question_may_not_hold_a_milder_card_than_an_answer(content: Path) -> None:
    """Until the second question is answered, the most urgent of its answers counts."""
    problems = change(
        content, "readiness.toml", 'outcome = "help-now"\ncard = "HELP-now"', 'outcome = "help-now"\ncard = "GO"'
    )
    assert any("[relax-1] GO is less urgent than" in problem for problem in problems)


def test_a_strict_answer_without_a_card_is_refused(content: Path) -> None:
    problems = change(content, "readiness.toml", 'outcome = "help-now"\ncard = "TODAY-leg"', 'outcome = "help-now"')
    assert any('The choice "leg" names no card.' in problem for problem in problems)


def test_a_step_on_the_nipple_is_left_out_in_pregnancy_and_where_nipples_are_sore(content: Path) -> None:
    """B11, G7: a new step on the nipple is offered to nobody who has a reason to leave it out."""
    problems = change(
        content,
        "readiness.toml",
        'row = "T3-pregnancy"\nroutine = "relax"\nsteps_off = ["a4", "a5"]',
        'row = "T3-pregnancy"\nroutine = "relax"\nsteps_off = ["a4"]',
    )
    assert any("a5 is on the nipple, and T3-pregnancy does not leave it out." in problem for problem in problems)
