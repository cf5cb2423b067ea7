"""One damage is one line of ``check``: nobody is blamed for missing what somebody else has broken."""

import re
from pathlib import Path

import pytest

from course_helpers.knowledge import CONTENT, problems_in
from course_helpers.knowledge.located import AllRecords
from course_helpers.knowledge.reading import read_all
from course_helpers.knowledge.rules import RULES
from course_helpers.knowledge.sources import SOURCES

COUNTED_ON = ("claim", "reference", "tier_row", "care_card", "step", "lesson", "objective", "readiness_question")
"""Kinds of records on which many others rest."""
KINDS = {source.kind: source for source in SOURCES}


def text_of(file: str) -> str:
    return (CONTENT / file).read_text(encoding="utf-8")


def told(content: Path, file: str, old: str, new: str) -> list[str]:
    """What is said after one replacement in a file; ``old`` must be there."""
    text = text_of(file)
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return [str(problem) for problem in problems_in(content)]


@pytest.mark.parametrize("kind", COUNTED_ON)
def test_a_record_that_cannot_be_read(content: Path, kind: str) -> None:
    file = KINDS[kind].file
    (found,) = told(content, file, f"[[{kind}]]\n", f"[[{kind}]]\nnobody_knows_this = 1\n")
    assert found.startswith(f"{file}:")
    assert "nobody_knows_this" in found


def test_a_rule_looks_for_all_that_it_counts_on() -> None:
    """So that it can be known which rules say nothing where some kind of record is damaged."""
    located, _ = read_all(CONTENT)
    for rule in RULES:
        records = AllRecords(located)
        assert list(rule(records)) == []
        looked_for = [item for item in located if isinstance(item.record, tuple(records.asked))]
        assert list(rule(looked_for)) == [], rule.__name__


@pytest.mark.parametrize(
    ("file", "id_", "new", "kind"),
    [
        ("tiers.toml", "T1-spreading", "T1-spreadingx", "tier row"),
        ("claims.toml", "S05", "S98", "claim"),
        ("routines/relax.toml", "a4", "b9", "step"),
        ("readiness.toml", "milk-2", "milk-0", "readiness question"),
    ],
)
def test_an_id_that_is_gone_is_told_once(content: Path, file: str, id_: str, new: str, kind: str) -> None:
    (found,) = told(content, file, f'\nid = "{id_}"', f'\nid = "{new}"')
    assert f'There is no {kind} with the id "{id_}".' in found


def test_where_several_places_name_it_they_are_listed(content: Path) -> None:
    named = [
        f"{path.relative_to(CONTENT).as_posix()}"
        for path in sorted(CONTENT.rglob("*.toml"))
        if '"T1-spreading"' in path.read_text(encoding="utf-8")
    ]
    (found,) = told(content, "tiers.toml", '\nid = "T1-spreading"', '\nid = "T1-spreadingx"')
    listed = re.findall(r"([\w/]+\.toml):\d+", found)
    assert set(listed) <= set(named) - {"tiers.toml"}
    assert len(listed) >= 2


def test_two_records_with_one_id(content: Path) -> None:
    (found,) = told(content, "claims.toml", 'id = "S02"', 'id = "S01"')
    assert "[S01] This id is already used in claims.toml, line" in found


def test_a_header_with_a_slip_of_the_pen(content: Path) -> None:
    (found,) = told(content, "routines/relax.toml", "[routine]", "[rutine]")
    assert 'There is no table "rutine" here.' in found


def test_what_does_not_rest_on_the_damage_is_told_beside_it(content: Path) -> None:
    """Else an author would mend one thing after the other, and meet the next each time."""
    told(content, "pace.toml", "at_start = true", "at_start = false")
    found = told(content, "tiers.toml", "[[tier_row]]\n", "[[tier_row]]\nnobody_knows_this = 1\n")
    assert [problem.partition(":")[0] for problem in found] == ["pace.toml", "tiers.toml"]
