"""What other packages load without need, and what would keep every start of the course waiting."""

import sys

NEVER_ASKED = "rfc3987_syntax"
"""Checks international web addresses in JSON. Whoever imports ``jsonschema`` imports it where it is there, and it
builds 38 grammars at once: 2 of the 4 seconds of work before JupyterLab can begin. ``jsonschema`` does without where it
is missing, and no schema of JupyterLab or of the course asks for such an address.
"""


def leave_out() -> None:
    """Let it count as missing, unless something loaded it before."""
    sys.modules.setdefault(NEVER_ASKED, None)  # type: ignore[arg-type]
