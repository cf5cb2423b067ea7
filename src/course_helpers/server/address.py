"""The place on this computer where the course speaks to the browser: only this computer can reach it."""

import ipaddress
import socket

from course_helpers.trouble import Trouble


def own_host() -> str:
    """``localhost`` where that name leads to this computer alone, else its number, which needs no name."""
    try:
        found = {str(entry[4][0]).partition("%")[0] for entry in socket.getaddrinfo("localhost", None)}
    except OSError:
        return "127.0.0.1"
    alone = found and all(ipaddress.ip_address(address).is_loopback for address in found)
    return "localhost" if alone else "127.0.0.1"


def check_port(host: str, wanted: int | None) -> int:
    """A port that can be used: the one that was asked for, or one that is free just now.

    Raises:
        Trouble: if it cannot be used.
    """
    try:
        with socket.create_server((host, wanted or 0)) as probe:
            return int(probe.getsockname()[1])
    except OSError as error:
        if wanted is None:
            raise Trouble(
                f"This computer lets no program speak to its own browser ({error.strerror or error}). "
                "Look at its firewall or at the rules of whoever looks after it."
            ) from error
        raise Trouble(
            f"Port {wanted} of this computer is taken or closed to you. Leave out --port, or use another number."
        ) from error
