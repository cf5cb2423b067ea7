"""No start of the course waits for what nothing asks."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
sys.path.insert(0, {parser!r})
from course_helpers.__main__ import main
{first}
import jsonschema
print("lark" in sys.modules)
"""


TRIAL = """
from course_helpers.server import trial
def begun(*_):
    raise InterruptedError
trial.make_lab = begun
try:
    trial.main()
except InterruptedError:
    print("The course would begin now.")
"""


@pytest.mark.parametrize(("first", "built"), [("main(['help'])", False), (TRIAL, False), ("", True)])
def test_a_command_leaves_out_the_grammars_of_addresses(first: str, built: bool, tmp_path: Path) -> None:
    """And without that they are built, so this would show if another package came to build them.

    The parser that would build them only pretends, as building takes seconds.
    """
    (tmp_path / "lark.py").write_text("exceptions = ParseTree = Lark = lambda *_, **__: None\n", encoding="utf-8")
    words = [sys.executable, "-c", PROGRAM.format(first=first, parser=str(tmp_path))]
    answer = subprocess.run(words, cwd=tmp_path, check=True, capture_output=True, text=True, timeout=120)
    assert answer.stdout.splitlines()[-1] == str(built)
    assert ("would begin" in answer.stdout) == (first == TRIAL)


def test_a_schema_is_still_checked() -> None:
    program = "from course_helpers.slow_imports import leave_out; leave_out(); import jsonschema as j\n"
    program += "print(j.Draft202012Validator({'format': 'date'}, format_checker=j.FormatChecker()).is_valid('no'))"
    answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=120)
    assert answer.stdout.strip() == "False"
