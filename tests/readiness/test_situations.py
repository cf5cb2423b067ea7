"""Whole situations in words (``situations.toml``): what a person answers, which card stands on top, who may start."""

import tomllib
from pathlib import Path
from typing import Any

from course_helpers.knowledge import load
from course_helpers.player.verdict import verdict
from course_helpers.readiness import Gate, Given, assess, questions_of
from tests.each import each

SITUATIONS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("situations.toml").read_text(encoding="utf-8")
)["situation"]


def answers_of(situation: dict[str, Any]) -> dict[str, Given]:
    """No to everything but what is named; names that do not exist are refused."""
    gate: Gate = situation["check"]
    answers = {question.id: Given("no") for question in questions_of(gate)}
    for name, said in situation["yes"].items():
        question = load().readiness[name]
        assert name in answers
        if isinstance(said, list):
            assert {*said} <= {pick.row for pick in question.picks}
            answers[name] = Given("yes", picks=frozenset(said))
        elif question.picks:
            assert said == "not-sure"
            answers[name] = Given("not-sure")
        else:
            assert said in {choice.id for choice in question.choices}
            answers[name] = Given("yes", said)
    return answers


@each("situation", SITUATIONS, named=lambda one: f"{one['check']}: {one['person']}")
def test_a_situation_leads_to_its_card(situation: dict[str, Any]) -> None:
    result = assess(situation["check"], answers_of(situation))
    cards = [card for card in result.cards if card != "GO" or situation["top_card"] == "GO"]
    assert (cards[0], result.may_start) == (situation["top_card"], situation["may_start"])
    assert set(situation.get("also", [])) <= set(cards)
    said = verdict(result, None, hurt_today=False, open_numbers=[])
    assert said.may_start is situation["may_start"]
    assert situation["may_start"] or said.cards[0] == situation["top_card"]


def test_there_are_many_situations_and_well_people_among_them() -> None:
    assert len(SITUATIONS) >= 60
    assert len({(one["check"], one["person"]) for one in SITUATIONS}) == len(SITUATIONS)
    assert sum(one["may_start"] for one in SITUATIONS) >= 20


def test_every_answer_of_both_checks_is_met_in_a_situation() -> None:
    """So that an answer that is added gets a person whom a clinician can picture."""
    met = {(name, said) for one in SITUATIONS for name, said in one["yes"].items() if isinstance(said, str)}
    # Both checks share these questions word for word; a person of one stands for the other.
    shared = {f"{gate}-{number}" for gate in ("relax", "milk") for number in (1, 5, 6, 8, 9)}
    met |= {(f"{gate}-{name[-1]}", said) for name, said in met if name in shared for gate in ("relax", "milk")}
    missing = [
        (question.id, choice.id)
        for question in load().readiness.values()
        for choice in question.choices
        if (question.id, choice.id) not in met
    ]
    assert missing == []
