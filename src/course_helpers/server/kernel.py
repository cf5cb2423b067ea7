"""The program behind an open lesson: a usual Jupyter kernel, without what this computer sets for everyone.

A file in ``/etc/ipython`` would run in each of them, and could open or stop a lesson. ``jupyter/kernels/python3`` has
the course's Jupyter start this module.
"""


def ignore_settings_of_the_computer() -> None:
    """Let the kernel look neither for settings nor for code to begin with in folders that all programs here share.

    IPython has no switch for it. It reads the list at each look, so the list is emptied in place.
    """
    from IPython.core import application

    application.SYSTEM_CONFIG_DIRS.clear()


def main() -> None:
    """Be the kernel until it is told to end."""
    ignore_settings_of_the_computer()
    from ipykernel import kernelapp

    kernelapp.launch_new_instance()


if __name__ == "__main__":
    main()
