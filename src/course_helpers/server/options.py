"""What a person typed after ``start.py``: the course's own options, and which of JupyterLab's may be added."""

import argparse
import difflib
import ipaddress
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from course_helpers.trouble import Trouble

FIXED = {
    "allow_credentials",
    "allow_origin",
    "allow_origin_pat",
    "allow_remote_access",
    "allow_unauthenticated_access",
    "authorizer_class",
    "config",
    "config_file",
    "config_file_name",
    "disable_check_xsrf",
    "hashed_password",
    "identity_provider_class",
    "notebook_dir",
    "password",
    "root_dir",
    "sock",
    "token",
}
"""Settings that keep the course to this computer and to its own folder. They are the course's, and nobody's else."""

ONLY_THIS_COMPUTER = (
    "The course speaks to this computer only, and to one learner at a time, so it cannot be opened to a network. "
    "For a group, start it on each laptop, or give each learner a course of their own with JupyterHub. "
    "README.md tells both, under “Run a workshop”."
)


@dataclass(frozen=True)
class Chosen:
    """What was typed, understood."""

    port: int | None
    browser: bool
    facilitator: bool
    guest: bool
    """Begin with an empty record that is gone at the end."""
    for_jupyterlab: tuple[str, ...]
    """Options of JupyterLab, unchanged."""


def understood(words: list[str]) -> Chosen:
    """The words after ``lab``.

    Raises:
        Trouble: if a word is not known, or would open the course to others.
        SystemExit: after ``--help`` was answered.
    """
    parser = own_options()
    own, rest = parser.parse_known_args(words)
    if own.ip is not None and not _is_this_computer(own.ip):
        raise Trouble(ONLY_THIS_COMPUTER)
    if rest:
        _check(rest)
    return Chosen(port_number(own.port), not own.no_browser, own.facilitator, own.guest, tuple(rest))


def own_options() -> argparse.ArgumentParser:
    """The options that the help tells."""
    parser = argparse.ArgumentParser(
        prog="start.py", description="Opens the course in your web browser.", allow_abbrev=False
    )
    parser.add_argument("--no-browser", action="store_true", help="starts it, and prints the address to open")
    parser.add_argument("--port", metavar="NUMBER", help="uses this port of the computer (the next free one)")
    parser.add_argument("--facilitator", action="store_true", help="shows the notes for those who lead a group")
    parser.add_argument("--guest", action="store_true", help="begins with an empty record, which is gone at the end")
    parser.add_argument("--ip", help=argparse.SUPPRESS)
    return parser


def port_number(typed: str | None) -> int | None:
    """The port that was asked for; None if any will do.

    Raises:
        Trouble: if it is no port.
    """
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdecimal() and 0 < int(typed) <= 65535):
        raise Trouble(f"“{typed}” is not a port. Use a number from 1024 to 65535, or leave out --port.")
    return int(typed)


def _is_this_computer(address: str) -> bool:
    try:
        return address == "localhost" or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _check(words: list[str]) -> None:
    """Refuse what JupyterLab would not know, or what is not for it to decide."""
    flags, with_value = _options_of_jupyterlab()
    for name in _options_in(words, with_value):
        last = name.rpartition(".")[2].replace("-", "_")
        if last == "ip":
            raise Trouble(ONLY_THIS_COMPUTER)
        if last in FIXED:
            raise Trouble(f"“--{name}” is for the course to decide, so that only you can reach it. Leave it out.")
        if "." not in name and name not in flags | with_value:
            raise Trouble(_unknown(f"--{name}", [f"--{known}" for known in flags | with_value | OWN]))


OWN = {"no-browser", "port", "facilitator", "guest", "help"}


def _options_in(words: list[str], with_value: Collection[str]) -> Iterator[str]:
    """The name of each option; the value behind one belongs to it."""
    value_comes = False
    for word in words:
        if not word.startswith("-"):
            if not value_comes:
                raise Trouble(_unknown(word, [f"--{name}" for name in OWN]))
            value_comes = False
            continue
        name, assigned, _ = word.lstrip("-").partition("=")
        value_comes = not assigned and (name in with_value or "." in name)
        yield name


def _options_of_jupyterlab() -> tuple[set[str], set[str]]:
    """Which names stand alone, and which take a value."""
    from jupyterlab.labapp import LabApp

    return set(LabApp.flags), set(LabApp.aliases)


def _unknown(typed: str, known: list[str]) -> str:
    """Say that a word is not known, and which one was probably meant."""
    near = difflib.get_close_matches(typed, known, 1, 0.7)
    hint = f"Did you mean {near[0]}?" if near else "`python3 start.py --help` tells what can be added."
    return f"“{typed}” is not known. {hint}"
