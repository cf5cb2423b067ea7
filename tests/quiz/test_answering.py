"""What is chosen before checking: pure functions, run as the browser runs them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from course_helpers.quiz import widget

ANSWERING = Path(widget.__file__).with_name("answering.js")
Decide = Callable[..., Any]


def asked(kind: str, *sizes: int, one: bool = False) -> dict[str, Any]:
    return {
        "kind": kind,
        "one": one,
        "parts": [{"legend": "", "options": [{"text": str(n)} for n in range(s)]} for s in sizes],
    }


SINGLE, MULTIPLE = asked("single", 3, one=True), asked("multiple", 4)
ORDER, SCENARIO = asked("order", 3), asked("scenario", 3, 3, 3, one=True)


@pytest.fixture(scope="module")
def answering(browser: Browser) -> Iterator[Decide]:
    page = browser.new_page()
    page.evaluate(
        """async (source) => {
          const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
          window.answering = await import(url);
        }""",
        ANSWERING.read_text(encoding="utf-8"),
    )
    yield lambda name, *arguments: page.evaluate("([n, a]) => window.answering[n](...a)", [name, list(arguments)])
    page.close()


def test_nothing_is_chosen_at_first(answering: Decide) -> None:
    """S3 for knowledge: nothing is ticked beforehand."""
    for question in (SINGLE, MULTIPLE, SCENARIO):
        assert answering("emptyDraft", question)["parts"] == [[] for _ in question["parts"]]


def test_one_mind_may_be_changed_and_several_collected(answering: Decide) -> None:
    draft = answering("choose", SINGLE, answering("emptyDraft", SINGLE), 0, 2, True)
    assert answering("choose", SINGLE, draft, 0, 1, True)["parts"] == [[1]]
    several = answering("choose", MULTIPLE, answering("emptyDraft", MULTIPLE), 0, 3, True)
    several = answering("choose", MULTIPLE, several, 0, 0, True)
    assert several["parts"] == [[0, 3]]
    assert answering("choose", MULTIPLE, several, 0, 3, False)["parts"] == [[0]]


def test_a_step_moves_by_one_and_not_beyond_the_ends(answering: Decide) -> None:
    draft = answering("emptyDraft", ORDER)
    assert answering("moveStep", draft, 0, -1) == draft
    down = answering("moveStep", draft, 0, 1)
    assert (down["parts"], down["moved"]) == ([[1, 0, 2]], True)
    assert answering("moveStep", answering("moveStep", down, 0, 1), 0, 1)["parts"] == [[1, 2, 0]]


def test_an_untouched_order_is_no_answer(answering: Decide) -> None:
    draft = answering("emptyDraft", ORDER)
    assert answering("answerOf", ORDER, draft) == [[]]
    there_and_back = answering("moveStep", answering("moveStep", draft, 0, 1), 0, -1)
    assert answering("answerOf", ORDER, there_and_back) == [[0, 1, 2]]


def test_the_next_decision_opens_after_the_one_before(answering: Decide) -> None:
    draft = answering("emptyDraft", SCENARIO)
    assert answering("openParts", SCENARIO, draft) == 1
    draft = answering("choose", SCENARIO, draft, 0, 1, True)
    assert answering("openParts", SCENARIO, draft) == 2
    draft = answering("choose", SCENARIO, answering("choose", SCENARIO, draft, 1, 1, True), 2, 0, True)
    assert answering("openParts", SCENARIO, draft) == 3
    assert answering("openParts", SINGLE, answering("emptyDraft", SINGLE)) == 1


def test_a_draft_that_was_put_away_comes_back(answering: Decide) -> None:
    """L17."""
    assert answering("restoredDraft", SINGLE, '{"parts": [[2]], "moved": false, "confidence": 3}')["parts"] == [[2]]


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "",
        "no json",
        "3",
        "{}",
        '{"parts": [[7]], "moved": false, "confidence": null}',
        '{"parts": [[0, 1]], "moved": false, "confidence": null}',
        '{"parts": [["0"]], "moved": false, "confidence": null}',
        '{"parts": [[0], [0]], "moved": false, "confidence": null}',
        '{"parts": [[0]], "moved": 1, "confidence": null}',
        '{"parts": [[0]], "moved": false, "confidence": 9}',
        '{"parts": "x", "moved": false, "confidence": null}',
    ],
)
def test_a_draft_that_does_not_fit_is_left_alone(answering: Decide, stored: str | None) -> None:
    assert answering("restoredDraft", SINGLE, stored) == answering("emptyDraft", SINGLE)


def test_each_question_has_a_draft_of_its_own(answering: Decide) -> None:
    names = {
        answering("draftName", {"quiz": quiz, "round": number, "position": position, "draft": token})
        for token in ("one asking", "another")
        for quiz in ("safety", "check:c00a")
        for number in (1, 2)
        for position in (0, 1)
    }
    assert len(names) == 16
