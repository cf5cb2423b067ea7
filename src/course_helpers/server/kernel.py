"""The program behind an open lesson: a usual Jupyter kernel, without what this computer sets for everyone.

A file in ``/etc/ipython`` would run in each of them, and could open or stop a lesson. ``jupyter/kernels/python3`` has
the course's Jupyter start this module. What every lesson imports is imported while the page is still being drawn.
"""

import contextlib


def ignore_settings_of_the_computer() -> None:
    """Let the kernel look neither for settings nor for code to begin with in folders that all programs here share.

    IPython has no switch for it. It reads the list at each look, so the list is emptied in place.
    """
    from IPython.core import application

    application.SYSTEM_CONFIG_DIRS.clear()


def get_ready() -> None:
    """Import what the panels of a lesson need. What fails here fails in the lesson, where it is told in words."""
    with contextlib.suppress(Exception):
        import course_helpers.panel
        import course_helpers.quiz  # noqa: F401 - kept by Python for the lesson; nearly each has a check
        from course_helpers.knowledge import load

        load()


def main() -> None:
    """Be the kernel until it is told to end."""
    ignore_settings_of_the_computer()
    from ipykernel.kernelapp import IPKernelApp

    class LessonKernel(IPKernelApp):
        """A kernel that is ready for a lesson when it first answers."""

        def init_code(self) -> None:
            """The widgets register with the kernel that is there when they are imported: so not before."""
            super().init_code()  # type: ignore[no-untyped-call]
            get_ready()

    LessonKernel.launch_instance()


if __name__ == "__main__":
    main()
