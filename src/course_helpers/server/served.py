"""Asks a running server whether its page would be the course: without the course's part, it shows plain files."""

import json
import re
from typing import Any

from course_helpers.server.running import Server

EXTENSION = "course-helpers"
CONFIG = re.compile(r'<script id="jupyter-config-data" type="application/json">\s*(\{.*?\})\s*</script>', re.DOTALL)

NOT_SERVED = (
    "JupyterLab does not show the course's own part ({why}), so lessons would not come alive. "
    "Delete the folders .venv and .course, then run: python3 start.py"
)


def what_is_missing(server: Server) -> str | None:
    """What a browser would not get, in a few words; None if all is there."""
    try:
        page = server.ask("lab").decode()
        found = CONFIG.search(page)
        config: dict[str, Any] = json.loads(found.group(1)) if found else {}
        if any(name.partition(":")[0] == EXTENSION for name in config.get("disabledExtensions", ())):
            return "it is turned off"
        parts = {part["name"]: part["load"] for part in config.get("federated_extensions", ())}
        if EXTENSION not in parts:
            return "it is not in the page"
        script = server.ask(f"lab/extensions/{EXTENSION}/{parts[EXTENSION]}").decode()
    except (OSError, ValueError, KeyError, TypeError) as error:
        return f"{type(error).__name__}: {error}"
    return None if f'_JUPYTERLAB["{EXTENSION}"]' in script else "its file is not whole"
