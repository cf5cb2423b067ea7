"""``python3 start.py bench``: measures the course against its packages and against JupyterLab, as ratios."""

import subprocess
import sys
from pathlib import Path

from course_helpers.commands.environment import enter_course_environment


def main(arguments: list[str]) -> int:
    """Run the measurements; further words go to them, such as ``--only imports``."""
    enter_course_environment(Path.cwd())
    command = [sys.executable, "-m", "tests.bench.measure", *arguments]
    return subprocess.run(command, check=False).returncode
