"""One test of many records names each at which it fails, and goes on after it."""

import inspect
from unittest.mock import Mock

import pytest

from tests.each import each


def test_every_record_is_asked_and_each_that_fails_is_named() -> None:
    asked = Mock()

    @each("number, word", [(1, "one"), (2, "two"), (3, "three")])
    def of_all(number: int, word: str, fixture: str) -> None:
        asked(number, word, fixture)
        assert number == 2
        raise KeyError(word)

    assert list(inspect.signature(of_all).parameters) == ["fixture"], "what pytest has to give"
    with pytest.raises(ExceptionGroup, match="3 of 3") as found:
        of_all(fixture="given")
    assert [type(fault) for fault in found.value.exceptions] == [AssertionError, KeyError, AssertionError]
    assert [fault.__notes__ for fault in found.value.exceptions] == [
        [f"number, word: {record}"] for record in ("1, one", "2, two", "3, three")
    ]
    assert asked.call_count == 3


def test_where_all_hold_nothing_is_said_and_without_records_nothing_holds() -> None:
    each("number", range(3))(lambda number: None)()
    with pytest.raises(AssertionError, match="no record"):
        each("number", [])
