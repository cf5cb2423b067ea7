"""``python3 start.py author``: opens JupyterLab with the lessons as notebooks that can be edited and saved."""

import os
import sys
from pathlib import Path

from course_helpers.commands import lab
from course_helpers.locale import NEUTRAL, VARIABLE
from course_helpers.server.making import AUTHOR_VARIABLE
from course_helpers.server.running import running_server


def main(arguments: list[str]) -> int:
    """Open the lessons for editing. A course that runs for reading has to end first."""
    if running_server(Path.cwd()):
        print("The course is running for reading. End it with Ctrl+C in its window, then start again.", file=sys.stderr)
        return 1
    os.environ[AUTHOR_VARIABLE] = "true"
    # What is saved goes to every place.
    os.environ[VARIABLE] = NEUTRAL
    return lab.main(arguments)
