"""Where the record lies: in the user's data folder, or where ``COURSE_RECORD_FOLDER`` says."""

import os
from pathlib import Path

FOLDER_VARIABLE = "COURSE_RECORD_FOLDER"
"""Set by tests, by JupyterHub for each learner, or by hand; empty means the usual place."""


def record_file() -> Path:
    """The SQLite file of this learner."""
    return _folder() / "record.sqlite3"


def _folder() -> Path:
    if chosen := os.environ.get(FOLDER_VARIABLE, "").strip():
        # A lesson's kernel runs in another folder than the command line, so a part of a way means the person's own.
        return Path.home() / Path(chosen).expanduser()
    import platformdirs

    return platformdirs.user_data_path("course-helpers", appauthor=False)
