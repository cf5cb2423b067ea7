"""``python3 start.py bench``: measures the course against its packages and against JupyterLab, as ratios."""

import subprocess
import sys


def main(arguments: list[str]) -> int:
    """Run the measurements; further words go to them, such as ``--only imports``."""
    command = [sys.executable, "-m", "tests.bench.measure", *arguments]
    return subprocess.run(command, check=False).returncode
