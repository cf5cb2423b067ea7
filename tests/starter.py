"""``start.py`` as a module that a test can call."""

import importlib.util
from typing import Any

from tests.places import ROOT


def starter() -> Any:
    """A fresh copy of the module: what one test changes in it, no other meets."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
