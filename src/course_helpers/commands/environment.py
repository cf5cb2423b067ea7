"""The environment in which the course's Jupyter runs: its own folders, none of the learner's settings."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

STATE_FOLDER = ".course"
"""Below the project: settings, layout and caches of the course's own Jupyter. Safe to delete."""

FIRST_LESSON = "notebooks/00_start_here.ipynb"

FAMILIES_LEFT_OUT = ("JUPYTER", "IPYTHON")
LEFT_OUT = ("PYTHONPATH", "PYTHONSTARTUP", "PYTHONHOME", "MPLBACKEND")


def runtime_folder(root: Path) -> Path:
    """Where a running course leaves its address."""
    return root / STATE_FOLDER / "jupyter" / "runtime"


def workspaces_folder(root: Path) -> Path:
    """Where JupyterLab keeps which tabs are open."""
    return root / STATE_FOLDER / "jupyter" / "workspaces"


def course_environment(root: Path, outside: Mapping[str, str]) -> dict[str, str]:
    """The given environment without what would change the course, and with folders of its own."""
    state = root / STATE_FOLDER
    kept = {
        name: value
        for name, value in outside.items()
        if name not in LEFT_OUT and not name.startswith(FAMILIES_LEFT_OUT)
    }
    programs = os.path.dirname(sys.executable)  # noqa: PTH120 - not resolved: a link's folder is what counts
    return kept | {
        "JUPYTER_CONFIG_DIR": str(state / "jupyter" / "config"),
        "JUPYTER_DATA_DIR": str(state / "jupyter" / "data"),
        "JUPYTER_RUNTIME_DIR": str(runtime_folder(root)),
        "JUPYTERLAB_SETTINGS_DIR": str(state / "jupyter" / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(workspaces_folder(root)),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "IPYTHONDIR": str(state / "ipython"),
        "MPLCONFIGDIR": str(state / "matplotlib"),
        "PYTHONNOUSERSITE": "1",
        "PATH": os.pathsep.join(filter(None, (programs, kept.get("PATH", "")))),
    }


def enter_course_environment(root: Path) -> None:
    """Make the course's environment that of this process and of all it starts."""
    wanted = course_environment(root, os.environ)
    os.environ.clear()
    os.environ.update(wanted)
