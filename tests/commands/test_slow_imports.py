"""No start of the course waits for what nothing asks."""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from course_helpers.__main__ import main
{first}
import jsonschema
print("lark" in sys.modules)
"""


@pytest.mark.parametrize(("first", "built"), [("main(['help'])", False), ("", True)])
def test_a_command_leaves_out_the_grammars_of_addresses(first: str, built: bool) -> None:
    """And without that they are built, so this would show if another package came to build them."""
    words = [sys.executable, "-c", PROGRAM.format(first=first)]
    answer = subprocess.run(words, check=True, capture_output=True, text=True, timeout=120)
    assert answer.stdout.splitlines()[-1] == str(built)


def test_a_schema_is_still_checked() -> None:
    program = "from course_helpers.slow_imports import leave_out; leave_out(); import jsonschema as j\n"
    program += "print(j.Draft202012Validator({'format': 'date'}, format_checker=j.FormatChecker()).is_valid('no'))"
    answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=120)
    assert answer.stdout.strip() == "False"
