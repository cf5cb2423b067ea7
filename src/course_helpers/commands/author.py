"""``python3 start.py author``: opens JupyterLab with the lessons as notebooks that can be edited and saved."""

import os
import sys
from pathlib import Path

from course_helpers.commands import lab

VARIABLE = "COURSE_AUTHOR"
"""Read by ``lab.make_lab``, which tells the extension to leave the lessons alone."""


def main(arguments: list[str]) -> int:
    """Open the lessons for editing. A course that runs for reading has to end first."""
    if lab.running_server(Path.cwd()):
        print("The course is running for reading. End it with Ctrl+C in its window, then start again.", file=sys.stderr)
        return 1
    os.environ[VARIABLE] = "true"
    return lab.main(arguments)
