"""The rings and letters with which places on a drawing are pointed at hide none of its words."""

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from string import ascii_uppercase

import pytest

from course_helpers.knowledge import load
from course_helpers.knowledge.places import Spot
from course_helpers.knowledge.questions import Question
from course_helpers.lesson.drawings import drawing_path
from tests.figures.layout import TOUCH, Words, words_of

LETTER_PX = 16
"""The radius of a letter's disc in pixels of a drawing, as the narrow column of a handout and a page show it."""
STROKE_PX = 2
"""Half of the line of a ring, in the same pixels."""
ASKED: dict[str, Question] = {
    question.id: question
    for question in (*load().items.values(), *load().check_questions.values())
    if question.kind == "point"
}


def hidden(spot: Spot, words: list[Words], width: float, height: float) -> Iterator[str]:
    """The words over which the ring or the letter of a place lies."""
    a, b = spot.width * width / 2, spot.height * height / 2
    x, y = spot.x * width, spot.y * height
    across, down = spot.letter_at
    disc = (x + (2 * across - 1) * a, y + (2 * down - 1) * b, LETTER_PX)
    # Most words are further from the middle than the ring and its letter reach, and need no closer look.
    reach = max(a, b, math.dist((x, y), disc[:2])) + LETTER_PX
    near = [one for one in words if distance(one, x, y) < reach]
    ring = [(x + a * math.cos(turn), y + b * math.sin(turn), STROKE_PX) for turn in map(math.radians, range(360))]
    for one in near:
        if any(distance(one, place_x, place_y) < reach for place_x, place_y, reach in (*ring, disc)):
            yield one.text


def distance(words: Words, x: float, y: float) -> float:
    """How far a point lies from the box of some words; 0 inside."""
    return math.hypot(max(words.left - x, 0, x - words.right), max(words.top - y, 0, y - words.bottom))


@pytest.mark.parametrize("layout", ["wide", "narrow"])
@pytest.mark.parametrize("question", ASKED)
def test_no_ring_and_no_letter_lies_on_words_of_the_drawing(question: str, layout: str) -> None:
    asked, narrow = ASKED[question], layout == "narrow"
    assert asked.figure
    root = ET.parse(drawing_path(asked.figure, narrow=narrow)).getroot()
    width, height = map(float, root.get("viewBox", "").split()[2:])
    words = [one.shrunk(TOUCH) for one in words_of(root)]
    places = [asked.spot(option, narrow=narrow) for option in asked.options]
    spots = {letter: spot for letter, spot in zip(ascii_uppercase, places, strict=False) if spot}
    assert words
    assert len(spots) == len(asked.options)
    # A drawing that has the letter itself at that place is covered by the same letter.
    found = {letter: set(hidden(spot, words, width, height)) - {letter} for letter, spot in spots.items()}
    assert {letter: lies_on for letter, lies_on in found.items() if lies_on} == {}


def test_a_ring_that_crosses_words_and_a_letter_on_them_are_found() -> None:
    word = [Words("word", 40, 40, 60, 50)]
    crossing = Spot(0.5, 0.3, 0.3, 0.3)
    assert list(hidden(crossing, word, 100, 100)) == ["word"]
    around = Spot(x=0.5, y=0.45, width=0.6, height=0.6)
    assert list(hidden(around, word, 100, 100)) == []
    beside = Spot(x=0.75, y=0.6, width=0.1, height=0.1, letter="left")
    assert list(hidden(beside, word, 100, 100)) == ["word"]
    assert list(hidden(Spot(x=0.75, y=0.6, width=0.1, height=0.1, letter="right"), word, 100, 100)) == []
