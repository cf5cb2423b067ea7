"""Each rule on sortings, matches and paces refuses content that breaks it."""

from pathlib import Path

import pytest

from tests.knowledge.damage import change

SORTING, PACE = "sorting.toml", "pace.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (SORTING, 'column = "Not shown"', 'column = "Not proven"', '"Not proven" is no column'),
        (SORTING, 'column = "Shown"\n', "", "others have none"),
        (SORTING, '"Keep as an image", "Let go"]', '"Keep as an image", "Let go", "Ask"]', 'belongs in "Ask"'),
        (SORTING, 'never_wrong = "Report it"', 'never_wrong = "Call"', '"Call" is no column'),
        (SORTING, 'why = "The warmth of your hands is real."\n', "", "has no reason"),
        (SORTING, 'claims = ["S37"]\n', "", "rests on nothing"),
        (
            SORTING,
            'text = "“You have mastopathy. Massage is the treatment.”"',
            'text = "“You have mastopathy. Massage is the treatment.”"\nwhy = "It is warm."',
            "reason and no column",
        ),
        (SORTING, '"T3-numb", "T3-oversupply"', '"T3-numb", "T3-implant"', "T3-implant is asked 2 times"),
        (SORTING, '"T3-numb", "T3-oversupply"', '"T2-lump", "T3-oversupply"', "T2-lump is not of tier 3"),
        (SORTING, 'id = "3.5"', 'id = "1.6"', "has a sorting as well"),
        (SORTING, 'id = "6.6"', 'id = "66.6"', 'no section with the id "66.6"'),
        (SORTING, 'references = ["M07", "M08"]', 'references = ["M97"]', 'no reference with the id "M97"'),
        (SORTING, 'claims = ["S19"]', 'claims = ["S91"]', 'no claim with the id "S91"'),
        (SORTING, 'row = "T2-fluid"', 'row = "T2-fluids"', 'no tier row with the id "T2-fluids"'),
        (SORTING, 'columns = ["Believe", "Doubt", "Unsure"]', 'columns = ["Believe"]', "columns"),
        (PACE, "at_start = true\n", "", "0 paces are chosen"),
        (
            PACE,
            'course_choice = "That it is 20',
            'at_start = true\ncourse_choice = "That it is 20',
            "2 paces are chosen",
        ),
        (PACE, 'references = ["M09"]\n', "", "No source and no course_choice"),
        (PACE, "cm_per_second = 20", "cm_per_second = 60", "cm_per_second"),
    ],
)
def test_a_rule_names_what_is_broken(content: Path, file: str, old: str, new: str, told: str) -> None:
    assert any(told in problem for problem in change(content, file, old, new))


def test_two_rows_of_a_round_may_not_have_the_same_change(content: Path) -> None:
    problems = change(
        content,
        "tiers.toml",
        'change = "No extra pumping, and no massage of the breast."',
        'change = "Look while you touch, and stay extra light."',
    )
    assert any("same change" in problem for problem in problems)
