"""Where the record lies: in the user's data folder, or where ``COURSE_RECORD_FOLDER`` says."""

import json
import os
from pathlib import Path

FOLDER_VARIABLE = "COURSE_RECORD_FOLDER"
"""Set by tests, by JupyterHub for each learner, or by hand; empty means the usual place."""

LEARNERS = "learners.json"
"""The list of those who have a record of their own, in the folder of the records."""


def record_file(whose: str | None = None) -> Path:
    """The SQLite file of whoever is learning now, or of somebody by the key of their record."""
    folder = record_folder()
    key = _current_key(folder) if whose is None else whose
    return folder / (f"record-{key}.sqlite3" if key else "record.sqlite3")


def learners_file() -> Path:
    """The list of those who have a record of their own here; most computers have none."""
    return record_folder() / LEARNERS


def record_folder() -> Path:
    """The folder that holds the records."""
    if chosen := os.environ.get(FOLDER_VARIABLE, "").strip():
        # A lesson's kernel runs in another folder than the command line, so a part of a way means the person's own.
        return Path.home() / Path(chosen).expanduser()
    import platformdirs

    return platformdirs.user_data_path("course-helpers", appauthor=False)


def current_key() -> str:
    """The key of whoever was chosen last, in this lesson or in another one; empty for the record without a name."""
    return _current_key(record_folder())


def _current_key(folder: Path) -> str:
    try:
        found = json.loads((folder / LEARNERS).read_text(encoding="utf-8"))
        key = found["current"]
        return key if key in found["names"] and key.isascii() and key.isalnum() else ""
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return ""
