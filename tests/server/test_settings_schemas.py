"""JupyterLab's descriptions of settings are checked once; a wrong one is refused each time."""

import importlib
from typing import Any

import pytest
from jsonschema import Draft7Validator, SchemaError, ValidationError  # type: ignore[import-untyped]

from course_helpers.server.settings_schemas import CheckedOnce, check_once

WRONG = {"type": "no type"}
settings_utils: Any = importlib.import_module("jupyterlab_server.settings_utils")


class Counting:
    """A validator that says how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def check_schema(self, schema: object) -> None:
        self.asked += 1
        Draft7Validator.check_schema(schema)


def test_each_description_is_checked_once_and_a_changed_one_again() -> None:
    once = CheckedOnce(counting := Counting())
    for schema in ({"type": "object"}, {"type": "object"}, {"type": "string"}, {"type": "object"}):
        once.check_schema(schema)
    assert counting.asked == 2


def test_a_wrong_description_is_refused_every_time() -> None:
    once = CheckedOnce(Draft7Validator)
    for _ in range(2):
        with pytest.raises(SchemaError):
            once.check_schema(WRONG)


def test_values_are_looked_at_each_time() -> None:
    validator = CheckedOnce(Draft7Validator)({"type": "string"})
    for _ in range(2):
        with pytest.raises(ValidationError):
            validator.validate(3)


def test_jupyterlab_uses_it_and_its_own_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where JupyterLab has another way of checking, nothing is put in its place."""
    monkeypatch.setattr(settings_utils, "Validator", settings_utils.Validator)
    check_once()
    check_once()
    assert isinstance(settings_utils.Validator, CheckedOnce)
    assert settings_utils.Validator.validator is Draft7Validator
    monkeypatch.delattr(settings_utils, "Validator")
    check_once()
    assert not hasattr(settings_utils, "Validator")
