"""``python3 start.py doctor``: can a lesson run on this machine? One line for each part, with what to do."""

import argparse
from pathlib import Path

from course_helpers.doctor import Machine, examine
from course_helpers.server.options import port_number


def main(arguments: list[str]) -> int:
    """Print every finding; 1 if a lesson could not run.

    Raises:
        Trouble: if no port has such a number.
    """
    parser = argparse.ArgumentParser(prog="start.py doctor", description="Looks whether the course can run here.")
    parser.add_argument("--port", metavar="NUMBER", help="the port you mean to use (any)")
    chosen = parser.parse_args(arguments)
    findings = examine(Machine(Path.cwd(), port=port_number(chosen.port)))
    for finding in findings:
        print(finding, flush=True)
    stops = sum(finding.level == "stop" for finding in findings)
    if stops:
        print(f"\n{stops} of {len(findings)} would keep a lesson from running. Do what stands behind each STOP.")
        return 1
    print("\nThe course can run here.")
    return 0
