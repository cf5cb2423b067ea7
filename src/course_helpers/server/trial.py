"""A course that runs only to be looked at: ``python -m course_helpers.server.trial`` prints what its page lacks."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from course_helpers.commands.environment import enter_course_environment
from course_helpers.server.address import own_host
from course_helpers.server.making import make_lab
from course_helpers.server.options import understood
from course_helpers.server.running import Server
from course_helpers.server.served import what_is_missing
from course_helpers.slow_imports import leave_out


def main() -> int:
    """Start a course that nobody finds, look at it, and end it."""
    leave_out()
    root = Path.cwd()
    enter_course_environment(root)
    with tempfile.TemporaryDirectory() as hidden:
        os.environ["JUPYTER_RUNTIME_DIR"] = hidden
        lab = make_lab(root, understood([]), own_host())

        async def look() -> None:
            server = Server(lab.connection_url, lab.identity_provider.token)
            print(await asyncio.to_thread(what_is_missing, server) or "", flush=True)  # noqa: T201 - this is the answer
            lab.stop()

        lab.io_loop.add_callback(look)
        lab.start()
    return 0


if __name__ == "__main__":
    sys.exit(main())
