"""Checking again looks only at what may have changed, and finds all the same."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest

from course_helpers.knowledge import CONTENT, located, problems_in
from course_helpers.knowledge.evidence import Claim
from course_helpers.knowledge.located import AllRecords, Located, Rule, of_type
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.reading import read_all
from course_helpers.knowledge.safety import CareCard
from tests.knowledge.damage import change


@pytest.fixture(autouse=True)
def as_never_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(located, "LAST", {})


def each_claim(records: list[Located]) -> Iterator[Problem]:
    return (item.problem("seen", "") for item, _ in of_type(records, Claim))


def every_record(records: list[Located]) -> Iterator[Problem]:
    return (item.problem("seen", "") for item in records)


def counted(rule: Rule) -> Mock:
    return Mock(side_effect=rule)


def another(kind: type) -> tuple[list[Located], list[Located]]:
    """The content, and the same with the first record of one type as a new one."""
    records, _ = read_all(CONTENT)
    place = next(n for n, item in enumerate(records) if isinstance(item.record, kind))
    return records, [*records[:place], dataclasses.replace(records[place]), *records[place + 1 :]]


def test_a_rule_looks_again_only_where_a_record_that_it_asked_for_is_another() -> None:
    rule = counted(each_claim)
    before, other_card = another(CareCard)
    _, other_claim = another(Claim)
    first = AllRecords(before).found_by(rule)
    assert len(first) > 30
    beside = AllRecords(other_card)
    assert beside.found_by(rule) == first
    assert beside.asked == {Claim}, "what it counts on is known, although it did not look"
    assert rule.call_count == 1
    for records in (other_claim, before[1:] if isinstance(before[0].record, Claim) else other_claim[::-1]):
        assert AllRecords(records).found_by(rule) == tuple(each_claim(records))
    assert rule.call_count == 3


def test_a_rule_that_looks_at_all_records_does_so_each_time() -> None:
    rule = counted(every_record)
    before, after = another(CareCard)
    for records in (before, after, before):
        assert len(AllRecords(records).found_by(rule)) == len(before)
    assert rule.call_count == 3


def test_the_same_damage_is_found_each_time_and_is_gone_when_it_is_mended(content: Path) -> None:
    for _ in range(2):
        [problem] = change(content, "claims.toml", 'id = "S02"', 'id = "S01"')
        assert "This id is already used" in problem
        assert problems_in(content) == []
