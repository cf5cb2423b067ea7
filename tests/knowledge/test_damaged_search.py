"""Each rule on the cases of "Look first" and on the search trainer refuses content that breaks it."""

from pathlib import Path

import pytest

from tests.knowledge.damage import change

LOOK, SEARCH = "look_first.toml", "search.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (LOOK, 'choice = "wait"', 'choice = "leave"', "are not report, wait and leave"),
        (LOOK, "fits = true\n", "", "Not exactly one choice fits"),
        (LOOK, 'choice = "wait"\n', 'choice = "wait"\nfits = true\n', "Not exactly one choice fits"),
        (LOOK, 'row = "T2-skin"\n', "", "names its row"),
        (LOOK, 'row = "T2-skin"', 'row = "T3-numb"', "not of level 2"),
        (LOOK, 'row = "T2-skin"', 'row = "T2-skins"', "T2-skins"),
        (LOOK, 'drawing = "larger-side"', 'drawing = "dent"', "it is not reported"),
        (LOOK, 'skin = "light"\ndrawing = "colour"', 'skin = "brown"\ndrawing = "colour"', "too few skins"),
        (LOOK, 'references = ["L38"]', 'references = ["L98"]', 'no reference with the id "L98"'),
        (SEARCH, "strips_percent = 64.4", "strips_percent = 644", "strips_percent"),
        (SEARCH, 'id = "flat"', 'id = "barrel"', "barrel"),
    ],
)
def test_a_rule_names_what_is_broken(content: Path, file: str, old: str, new: str, told: str) -> None:
    assert any(told in problem for problem in change(content, file, old, new))
