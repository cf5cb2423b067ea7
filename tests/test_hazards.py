"""The list of hazards names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
HAZARDS = (ROOT / "docs/hazards.md").read_text(encoding="utf-8")


def test_every_test_in_the_list_exists() -> None:
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = re.findall(r"`(test_\w+)`", HAZARDS)
    assert len(named) > 40
    assert [name for name in named if f"def {name}(" not in tests] == []


def test_every_file_in_the_list_exists() -> None:
    assert [path for path in re.findall(r"`(tests/[\w./]+)`", HAZARDS) if not (ROOT / path).exists()] == []
