"""The program behind an open lesson: a usual Jupyter kernel, without what this computer sets for everyone.

A file in ``/etc/ipython`` would run in each of them, and could open or stop a lesson. ``jupyter/kernels/python3`` has
the course's Jupyter start this module. What every lesson imports is imported while the page is still being drawn; or
before somebody asks, in a spare one (``server/spare.py``), which then waits until it is told whose kernel it is.
"""

import contextlib
import importlib
import json
import os
import signal
import sys
import time

import course_helpers

WAITING = "--wait"
"""How a spare one is started. Nothing else is on its command line: the rest comes when it is needed."""
TAKEN = b"taken\n"
"""What it says when it has become what was asked for, and goes on as that."""
OWN_VARIABLES = ("JPY_PARENT_PID", "JPY_INTERRUPT_EVENT")
"""What each process is given at its start, and no other one could use."""


NEEDED_BY_KERNELS = (
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "psutil",
    "tornado.platform.asyncio",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
)
"""What Jupyter imports while it makes a kernel, the first before any widget: from it on, channels are those of a kernel
and not those of a plain Python.
"""


def ignore_settings_of_the_computer() -> None:
    """Let the kernel look neither for settings nor for code to begin with in folders that all programs here share.

    IPython has no switch for it. It reads the list at each look, so the list is emptied in place.
    """
    from IPython.core import application

    application.SYSTEM_CONFIG_DIRS.clear()


def get_ready() -> None:
    """Import what the panels of a lesson need. What fails here fails in the lesson, where it is told in words."""
    with contextlib.suppress(Exception):
        importlib.import_module("course_helpers.panel")
        importlib.import_module("course_helpers.quiz")  # nearly each lesson has a check
        from course_helpers.knowledge import load

        load()


def listen() -> None:
    """Let pages reach their panels. In a spare one these were imported before there was a kernel to register with."""
    with contextlib.suppress(Exception):
        import ipywidgets

        from course_helpers.panel.wire import listen_for_pages

        ipywidgets.register_comm_target()
        listen_for_pages()


def wait_to_be_needed() -> bool:
    """Import what any lesson may call, then wait for one line and become what it says. False if nobody needs it.

    The line is an object with ``words``, ``environment`` and ``folder``. No line means that the course has ended.
    """
    # Ctrl+C in the window of the course is for the course; a kernel does the same when it begins.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in NEEDED_BY_KERNELS:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    get_ready()
    with contextlib.suppress(Exception):
        for module, *_ in course_helpers.PLACES.values():
            importlib.import_module(f"{course_helpers.__name__}.{module}")
    line = sys.stdin.buffer.readline()
    if not line.endswith(b"\n"):
        return False
    become(**json.loads(line))
    return True


def become(words: list[str], environment: dict[str, str], folder: str) -> None:
    """Take over what a process is usually started with, and say so. From then on it writes where errors go."""
    own = {name: os.environ[name] for name in OWN_VARIABLES if name in os.environ}
    os.environ.clear()
    os.environ.update(environment | own)
    if hasattr(time, "tzset"):
        time.tzset()
    os.chdir(folder)
    sys.argv[1:] = words
    answer = os.dup(1)
    os.dup2(2, 1)
    os.write(answer, TAKEN)
    os.close(answer)


def main() -> None:
    """Be the kernel until it is told to end."""
    ignore_settings_of_the_computer()
    if sys.argv[1:] == [WAITING] and not wait_to_be_needed():
        # It holds nothing that would have to be put away; taking all its modules apart would keep a processor busy.
        os._exit(0)
    from ipykernel.kernelapp import IPKernelApp

    class LessonKernel(IPKernelApp):
        """A kernel that is ready for a lesson when it first answers."""

        def init_code(self) -> None:
            """The widgets register with the kernel that is there: so not before."""
            super().init_code()  # type: ignore[no-untyped-call]
            get_ready()
            listen()

    LessonKernel.launch_instance()


if __name__ == "__main__":
    main()
