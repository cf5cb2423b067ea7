"""JupyterLab's descriptions of its settings: each is checked once, and not again for every page that opens.

There are seventy of them, they come with the packages, and a page waits until all have been checked.
"""

import importlib
import json
from typing import Any


class CheckedOnce:
    """The validator that JupyterLab uses; it looks at a description that it has passed before no second time."""

    def __init__(self, validator: Any) -> None:
        """Stand before a validator of ``jsonschema``."""
        self.validator = validator
        self.passed: set[str] = set()

    def __call__(self, schema: Any) -> Any:
        """The validator for one description, as it is."""
        return self.validator(schema)

    def check_schema(self, schema: Any) -> None:
        """Whether a description is one.

        Raises:
            jsonschema.SchemaError: if it is not.
        """
        text = json.dumps(schema)
        if text not in self.passed:
            self.validator.check_schema(schema)
            self.passed.add(text)


def check_once() -> None:
    """Let the JupyterLab of this process check each description once; one that has another way keeps it."""
    settings_utils: Any = importlib.import_module("jupyterlab_server.settings_utils")
    validator = getattr(settings_utils, "Validator", None)
    if hasattr(validator, "check_schema") and not isinstance(validator, CheckedOnce):
        settings_utils.Validator = CheckedOnce(validator)
