"""The drawing of the milk decision says what the decision says, branch by branch, in both layouts."""

import re
import xml.etree.ElementTree as ET

import pytest

from course_helpers import figures
from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT
from course_helpers.figures import branches, milk_decision, safety
from course_helpers.figures.branches import Branch
from course_helpers.figures.canvas import Canvas
from course_helpers.figures.marks import COLOURS
from course_helpers.figures.style import NARROW
from course_helpers.figures.things import Box
from course_helpers.figures.wrapping import wrapped
from course_helpers.knowledge import load
from tests.milk_branches import asked_by, told_by

SVG = "{http://www.w3.org/2000/svg}"
SIGNS = {
    "milk-decision-1": (
        "38.0 °C", "37.5 °C", "shivering", "chest pain", "heavy bleeding",
        "large clots", "swollen face or hands", "faint or fainting", "bad headache",
        "changed sight", "bad, constant or growing belly pain", "rib pain", "confused",
        "breathless", "thoughts of harm", "a fit", "coughing blood", "blue or blotchy skin", "slurred speech",
        "blood that pours",
        "hospital now", "very ill", "very ill after a loss", "bleeding with a racing heart", "fast breath",
        "throwing up or loose stools", "pain despite painkillers", "bad smell",
    ),
    "milk-decision-2": (
        "hot", "very sore", "darker", "full of fluid",
        "hospital today: worse or no better after 48 hours of antibiotics", "diabetes", "low immunity",
        "within two days", "not gone after antibiotics", "urgent breast clinic", "turns purple, grey or black",
        "blisters", "24 hours",
    ),
    "milk-decision-3": ("a lump for about a week", "a change not yet explained", "the next working day"),
    "milk-decision-4": ("pregnant, or could be", "a hungry baby never waits"),
}  # fmt: skip
"""What either text must name, branch by branch."""
SAID_OTHERWISE = {
    "abortion", "miscarriage", "stillbirth", "births", "unwell", "otherwise", "usual", "coping", "colour", "hurts",
    "unless", "referral", "softened", "mildly", "phone", "number", "spreads", "eases", "grows", "feels", "seen",
    "shake", "none", "only", "last", "fits", "have", "gets", "even", "from", "better", "with", "this", "that",
    "steps", "these", "asks", "days", "comfortable", "maternity_unit", "cancer_line", "family_doctor", "midwife",
    "emergency_number", "out_of_hours", "care", "hour", "your", "anyone",
    "others", "meanwhile", "above", "question", "contact", "like", "another", "follows",
}  # fmt: skip
"""Words of the decision for which the drawing has shorter ones, such as “a loss” and “growing”."""


def drawn(*, narrow: bool) -> str:
    root = ET.fromstring(figures.draw("F21", narrow=narrow))
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    return re.sub(r"\s+", " ", re.sub(r" \(\d+\.\d °F\)", "", words)).lower()


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("branch", SIGNS)
def test_the_drawing_names_each_sign_of_the_decision(branch: str, *, narrow: bool) -> None:
    record = load().milk_decision[branch]
    told = f"{asked_by(record)} {told_by(record)} {record.label}".lower()
    shown = drawn(narrow=narrow)
    for sign in SIGNS[branch]:
        assert sign.lower() in shown, sign
        assert sign.lower() in told or sign == "very ill", sign


def test_no_word_of_the_decision_is_left_out_unseen() -> None:
    """A sign that is new in the decision has to come into the drawing."""
    shown = set(re.findall(r"[a-z_]+", drawn(narrow=False)))
    for record in load().milk_decision.values():
        told = set(re.findall(r"[a-z_]{4,}", f"{asked_by(record)} {told_by(record)}".lower()))
        assert told - shown - SAID_OTHERWISE == set(), record.id


def test_both_layouts_say_the_same() -> None:
    plain = {word for word in drawn(narrow=False).split() if word not in {"yes", "no"}}
    assert plain == {word for word in drawn(narrow=True).split() if word not in {"yes", "no"}}
    assert len(milk_decision.BRANCHES) == len(load().milk_decision) - 1


@pytest.mark.parametrize("branch", [*milk_decision.BRANCHES, *safety.LEVELS], ids=lambda branch: branch.heading)
def test_a_no_goes_from_its_question_past_the_answer_and_never_out_of_it(
    branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Out of the answer it would read: get help, no, carry on."""
    ways: dict[str, list[Point]] = {}
    cards: list[Box] = []
    monkeypatch.setattr(Canvas, "arrow", lambda _, path, colour, *__, **___: ways.setdefault(colour, path))
    monkeypatch.setattr(branches, "card", lambda _, __, box, *___: cards.append(box))
    low = branches.stacked(Canvas(900, NARROW), branch, 20)
    (yes_from, yes_to), (no_from, no_to) = ways[COLOURS[branch.kind][0]], ways[LIGHT.muted]
    [(left, top, _, high)] = cards
    assert no_from.y == yes_from.y, "both begin at the lower edge of the question"
    assert no_from.x == no_to.x < left - 5
    assert yes_to.y < top < top + high == low < no_to.y


def test_a_number_and_its_degrees_stay_on_one_line() -> None:
    """“37.5” at the end of a line and “°C” below it are read as two things."""
    for width in range(20, 200, 5):
        lines = wrapped("Unwell above 37.5 °C (99.5 °F), or 38.0 °C", width, 13).split("\n")
        assert not any(line.startswith("°") for line in lines)
