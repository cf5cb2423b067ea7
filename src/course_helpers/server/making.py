"""Making the course's JupyterLab."""

import json
import os
import secrets
import signal
from pathlib import Path
from typing import Any

from course_helpers.commands.environment import NOTEBOOKS, config_folder
from course_helpers.knowledge import ContentError, load
from course_helpers.locale import NEUTRAL, chosen_locale
from course_helpers.server.locked_page import show_where_locked
from course_helpers.server.opening_page import show_while_opening
from course_helpers.server.options import Chosen
from course_helpers.server.settings import (
    ignore_settings_of_the_computer,
    lab_options,
    own_folders,
    safety_options,
    write_settings,
)
from course_helpers.server.stored_outputs import lessons_as_stored
from course_helpers.trouble import Trouble

AUTHOR_VARIABLE = "COURSE_AUTHOR"
"""Set where the lessons are opened to be edited: the extension leaves them alone then."""


def is_for_author() -> bool:
    """Whether this start is for somebody who writes."""
    return os.environ.get(AUTHOR_VARIABLE) == "true"


def make_lab(root: Path, chosen: Chosen, host: str) -> Any:
    """A JupyterLab server that listens but does not run yet.

    Raises:
        Trouble: if JupyterLab refuses.
    """
    author = is_for_author()
    write_settings(config_folder(root), author=author)
    ignore_settings_of_the_computer()
    from jupyterlab.labapp import LabApp

    from course_helpers.server.pages import add_pages
    from course_helpers.server.settings_schemas import check_once

    check_once()
    port = [f"--ServerApp.port={chosen.port}"] if chosen.port else []
    try:
        words = [*lab_options(), *own_folders(), *port, *chosen.for_jupyterlab, *safety_options(root, host)]
        lab = LabApp.initialize_server(argv=words)
    except SystemExit as end:
        if not end.code:
            raise
        hint = "Leave out the options you gave" if chosen.for_jupyterlab else "Type: python3 start.py doctor"
        raise Trouble(f"JupyterLab could not start. {hint}.") from end
    page = lab.web_app.settings.setdefault("page_config_data", {})
    page["courseLocale"] = _place()
    page["courseAuthor"] = str(author).lower()
    page["courseFacilitator"] = str(chosen.facilitator).lower()
    # A browser that this sitting is new to puts aside what it kept for others.
    page["courseGuest"] = secrets.token_hex(8) if chosen.guest else ""
    page["courseOneReader"] = "true"
    page["courseMarks"] = "true"
    page["courseStored"] = json.dumps(shown_as_stored(root / NOTEBOOKS))
    add_pages(lab.web_app)
    show_while_opening(lab.web_app, root)
    show_where_locked(lab.web_app)
    return lab


def shown_as_stored(folder: Path) -> list[str]:
    """The lessons whose stored outputs are what running them would show.

    None are in the words of a place, nor where content is damaged: then a card has to say so.
    """
    try:
        neutral = chosen_locale() == NEUTRAL
        load()
    except ContentError:
        return []
    return [path.name for path in lessons_as_stored(folder)] if neutral else []


def _place() -> str:
    """Whose words the help window speaks; a damaged course still starts, and its lessons say what is wrong."""
    try:
        return chosen_locale()
    except ContentError:
        return NEUTRAL


def end_quietly(lab: Any) -> None:
    """Ctrl+C and a closed window end the course, with no question asked. A second Ctrl+C does not wait."""

    def end(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        lab.stop(from_signal=True)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
