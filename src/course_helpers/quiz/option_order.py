"""In which order the options of a question stand on the page.

The page knows an option only by its place on the page, so nothing it holds tells the key.
"""

from collections.abc import Iterable
from random import Random

from course_helpers.knowledge.questions import Question
from course_helpers.quiz.grading import Part, Response, ResponseRefused, sizes

Layout = tuple[Part, ...]
"""For each part: which option stands at each place of the page."""


def layout(question: Question, seed: int) -> Layout:
    """The places of the options; the same seed gives the same page. Steps to order never stand in their order."""
    dice = Random(f"{seed}:{question.id}")
    return tuple(_places(question, size, dice) for size in sizes(question))


def _places(question: Question, size: int, dice: Random) -> Part:
    places = list(range(size))
    if question.fixed_order or question.kind == "point":
        return tuple(places)
    dice.shuffle(places)
    if question.kind == "order" and places == sorted(places):
        places.append(places.pop(0))
    return tuple(places)


def from_page(shown: Layout, given: Iterable[Iterable[int]]) -> Response:
    """A response given in places of the page, in numbers of the content file.

    Raises:
        ResponseRefused: if it names a place that the page does not have.
    """
    try:
        parts = [tuple(part) for part in given]
        if len(parts) != len(shown) or any(type(n) is not int or n < 0 for part in parts for n in part):
            raise ResponseRefused("The response does not fit the page.")
        return tuple(tuple(places[n] for n in part) for places, part in zip(shown, parts, strict=True))
    except (TypeError, IndexError) as error:
        raise ResponseRefused("The response does not fit the page.") from error


def to_page(shown: Layout, response: Response) -> list[list[int]]:
    """A response in places of the page."""
    return [[places.index(n) for n in part] for places, part in zip(shown, response, strict=True)]
