"""``python3 start.py bundle``: the course and all its packages in one folder, for a room without internet."""

import argparse
from pathlib import Path

from course_helpers.commands.output import typed_folder


def main(arguments: list[str]) -> int:
    """Write the bundle and say what to do with it."""
    from course_helpers.workshop.bundle import make_bundle, this_computer

    parser = argparse.ArgumentParser(prog="start.py bundle", description="Packs the course for a USB stick.")
    parser.add_argument("--out", type=typed_folder, default=Path("bundle"), help="the folder to write to (bundle)")
    parser.add_argument("--zip", action="store_true", help="also pack it into one file")
    chosen = parser.parse_args(arguments)
    print("Fetching every package. This takes a minute or two.", flush=True)
    made = make_bundle(Path.cwd(), chosen.out.resolve(), zipped=chosen.zip)
    print(
        f"wrote {made}\nCopy it to a USB stick. On each computer: copy it from the stick, then follow START HERE.txt.\n"
        "It fits computers like this one: {system} ({machine}), Python {python}. "
        "For any other kind, make another bundle on a computer of that kind.".format(**this_computer())
    )
    return 0
