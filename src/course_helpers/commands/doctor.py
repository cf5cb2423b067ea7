"""``python3 start.py doctor``: can a lesson run on this machine? One line for each part, with what to do."""

import argparse
import sys
from pathlib import Path

from course_helpers.doctor import Machine, examine
from course_helpers.server.options import port_number
from course_helpers.trouble import Trouble


def main(arguments: list[str]) -> int:
    """Print every finding; 1 if a lesson could not run."""
    parser = argparse.ArgumentParser(prog="start.py doctor", description="Looks whether the course can run here.")
    parser.add_argument("--port", metavar="NUMBER", help="the port you mean to use (any)")
    chosen = parser.parse_args(arguments)
    try:
        port = port_number(chosen.port)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    findings = examine(Machine(Path.cwd(), port=port))
    for finding in findings:
        print(finding, flush=True)
    stops = sum(finding.level == "stop" for finding in findings)
    if stops:
        print(f"\n{stops} of {len(findings)} would keep a lesson from running. Do what stands behind each STOP.")
        return 1
    print("\nThe course can run here.")
    return 0
