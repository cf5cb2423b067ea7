"""Every name that a script imports must be there, and no two scripts of one page may declare the same one."""

import functools
from collections.abc import Iterator
from pathlib import Path

from course_helpers.knowledge import Problem
from course_helpers.panel.bundle import faults_of, taken_apart

PACKAGE = Path(__file__).parent.parent


def import_problems(package: Path = PACKAGE) -> Iterator[Problem]:
    """What keeps a script from being joined with what it imports, each once."""
    read = functools.cache(taken_apart)
    faults = {fault for script in package.rglob("*.js") for fault in faults_of(script, read)}
    for fault in sorted(faults):
        yield Problem(fault.path.relative_to(package).as_posix(), fault.line, "", fault.what, fault.remedy)
