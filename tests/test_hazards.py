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


def test_every_correction_names_what_holds_it() -> None:
    """Each line of the second reading stands in the list; a test or a rule that it names exists."""
    text = (ROOT / "docs/corrections.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| ([ABE]\d+) \|.*\| ([^|]+) \|$", text, re.MULTILINE)
    assert {f"A{n}" for n in range(1, 14)} | {f"B{n}" for n in range(1, 23)} <= {name for name, _ in lines}
    code = "\n".join(
        path.read_text(encoding="utf-8") for part in ("tests", "src") for path in (ROOT / part).rglob("*.py")
    )
    assert [
        (name, held) for name, told in lines for held in re.findall(r"`(\w+)`", told) if f"def {held}(" not in code
    ] == []
    assert [name for name, told in lines if "`" not in told and not told.startswith("open")] == []
