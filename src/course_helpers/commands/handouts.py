"""``python3 start.py handouts``: sheets to print, as PDF."""

import argparse
import os
import sys
from pathlib import Path
from typing import get_args

from course_helpers.commands.output import said_plainly, typed_folder
from course_helpers.files import write_atomic
from course_helpers.knowledge import load
from course_helpers.locale import VARIABLE
from course_helpers.workshop.handouts.printing import DoesNotFit, Paper, pdf
from course_helpers.workshop.handouts.sheets import sheets


def main(arguments: list[str]) -> int:
    """Write every handout, or the named ones, for each paper."""
    parser = argparse.ArgumentParser(prog="start.py handouts", description="Writes sheets to print, as PDF.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(sheets())}")
    parser.add_argument("--paper", choices=get_args(Paper), help="only this paper (both)")
    parser.add_argument("--locale", choices=sorted(load().locales), help="the words of your place (neutral)")
    parser.add_argument("--out", type=typed_folder, default=Path("handouts"), help="the folder to write to (handouts)")
    chosen = parser.parse_args(arguments)
    if unknown := [name for name in chosen.names if name not in sheets()]:
        parser.error(f"no handout is called {', '.join(unknown)}")
    if chosen.locale:
        os.environ[VARIABLE] = chosen.locale
    papers = [chosen.paper] if chosen.paper else get_args(Paper)
    chosen.out.mkdir(parents=True, exist_ok=True)
    written = [_written(chosen.out, name, paper) for paper in papers for name in chosen.names or sheets()]
    return 0 if all(written) else 1


def _written(out: Path, name: str, paper: Paper) -> bool:
    """Write one sheet. One that cannot be written is named, and keeps no other sheet from being written."""
    path = out / paper / f"{name}.pdf"
    try:
        document = pdf(sheets()[name], paper)
    except DoesNotFit as problem:
        print(f"did not write {path}: {problem}", file=sys.stderr)
        return False
    try:
        path.parent.mkdir(exist_ok=True)
        write_atomic(path, document)
    except OSError as error:
        print(f"did not write {path}: {said_plainly(error)}", file=sys.stderr)
        return False
    print(f"wrote {path}")
    return True
