"""How a hand moves stands with its step: a step whose movement nobody knows is refused, with file and line."""

from pathlib import Path
from typing import get_args

import pytest

from course_helpers.body.movements import Movement, hands
from course_helpers.knowledge import CONTENT, Problem
from course_helpers.knowledge.reading import read_file
from tests.knowledge.damage import change

FILE = "routines/relax.toml"
TEXT = (CONTENT / FILE).read_text(encoding="utf-8")


def problems_of(folder: Path, old: str, new: str) -> list[str]:
    """What is said about the routine's file alone after one replacement."""
    assert old in TEXT
    (folder / "routines").mkdir(exist_ok=True)
    (folder / FILE).write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    problems: list[Problem] = []
    read_file(folder, FILE, [], problems)
    return [str(problem) for problem in problems]


def test_an_unknown_movement_is_one_problem_with_its_line(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, 'hand = "palm-circle"', 'hand = "palm-cirkle"')
    line = TEXT.split('hand = "palm-circle"')[0].count("\n") + 1
    assert found.startswith(f"{FILE}:{line}: [a2] ")
    assert "palm-cirkle" in found


def test_a_step_without_a_movement_is_one_problem_with_its_line(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, 'hand = "palm-circle"\n', "")
    line = TEXT.split('id = "a2"')[0].count("\n")
    assert found.startswith(f"{FILE}:{line}: [a2] ")
    assert "`hand`" in found


def test_a_step_that_cannot_be_read_is_told_once(content: Path) -> None:
    """Its seconds are missing in every sum and its id in every list: nothing of that is anybody's mistake."""
    (found,) = change(content, FILE, 'hand = "palm-circle"', 'hand = "palm-cirkle"')
    assert "[a2] " in found
    assert "palm-cirkle" in found


def test_a_movement_without_words_is_refused(content: Path) -> None:
    words = next(line for line in TEXT.splitlines() if line.startswith("hand_words = "))
    (found,) = change(content, FILE, f"{words}\n", "")
    assert "[a1] The drawing is not told in words." in found


def test_only_the_seconds_of_a_circle_are_filled_in(content: Path) -> None:
    (found,) = change(content, FILE, "{cycle}", "{circle}")
    assert "[a2] Unknown word {circle}." in found
    assert "cycle" in found


@pytest.mark.parametrize("movement", ["palm-on-nipple", "palm-circle-on-nipple"])
def test_b11_a_hand_on_the_nipple_is_refused_where_the_step_is_not_on_it(content: Path, movement: str) -> None:
    (found,) = change(content, FILE, 'hand = "palm-circle"', f'hand = "{movement}"')
    assert "[a2] The drawn hand comes over the nipple" in found


def test_b11_words_that_end_before_the_darker_ring_need_a_hand_that_does(content: Path) -> None:
    milk = "routines/before_feed.toml"
    (found,) = change(content, milk, 'hand = "strokes-to-nipple"', 'hand = "feel-round"')
    assert "[b4] The words end before the darker ring" in found


def test_a_step_without_time_moves_no_hand(content: Path) -> None:
    start = TEXT.index('id = "a7"')
    old = TEXT[start : TEXT.index('hand = "none"', start)]
    (found,) = change(content, FILE, f'{old}hand = "none"', f'{old}hand = "palm-circle"')
    assert "[a7] A step without time moves no hand." in found


@pytest.mark.parametrize("movement", get_args(Movement))
def test_every_movement_has_its_hands(movement: Movement) -> None:
    moving = hands(movement, "left", 1)
    assert bool(moving) == (movement != "none")
    assert all(hand.strokes and len(hand.strokes) == len(hand.seconds) for hand in moving)


def test_a_step_without_a_small_picture_and_a_picture_without_words_are_refused(content: Path) -> None:
    scene = next(line for line in TEXT.splitlines() if line.startswith("scene = "))
    words = next(line for line in TEXT.splitlines() if line.startswith("scene_words = "))
    (found,) = change(content, FILE, f"{scene}\n{words}\n", "")
    assert "[a1] The step has no small picture." in found


def test_a_small_picture_is_told_in_words(content: Path) -> None:
    words = next(line for line in TEXT.splitlines() if line.startswith("scene_words = "))
    (found,) = change(content, FILE, f"{words}\n", "")
    assert "[a1] A scene and its words belong together." in found
