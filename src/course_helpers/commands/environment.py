"""The environment in which the course runs: its own folders, none of the learner's settings."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

STATE_FOLDER = ".course"
"""Below the project: settings, layout and caches of the course's own Jupyter. Safe to delete."""

NOTEBOOKS = "notebooks"
FIRST_LESSON = f"{NOTEBOOKS}/00_start_here.ipynb"

OWN_JUPYTER = Path(__file__).parents[1] / "server" / "jupyter"
"""What the course brings for Jupyter, and Jupyter finds before anything else: how the kernel of a lesson is started."""

SETTINGS_VARIABLE = "JUPYTERLAB_SETTINGS_DIR"
WORKSPACES_VARIABLE = "JUPYTERLAB_WORKSPACES_DIR"

FAMILIES_LEFT_OUT = ("PYTHON", "JUPYTER", "JPY_", "IPYTHON", "MPL", "MATPLOTLIB", "ANYWIDGET")
"""Variables of these names belong to other work of this person, and change what Python or Jupyter does."""

FOLDER_VARIABLES = ("COURSE_RECORD_FOLDER", "COURSE_CACHE_FOLDER")
"""Places that a person may choose. Kernels run elsewhere, so these say the whole way."""


def state_folder(root: Path) -> Path:
    """Where this person's course keeps its state: in the project, or in their own folder where it is not theirs.

    What a running course leaves there opens it, so nobody shares it with another account of the computer.
    """
    inside = root / STATE_FOLDER
    if _is_mine(inside) if inside.exists() else _can_write(root):
        return inside
    import platformdirs

    mark = hashlib.sha256(str(root).encode()).hexdigest()[:12]
    return platformdirs.user_state_path("course-helpers", appauthor=False) / mark


def _is_mine(folder: Path) -> bool:
    own = not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid()
    return own and _can_write(folder)


def _can_write(folder: Path) -> bool:
    """Asked by writing: on Windows, rights do not tell."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except PermissionError:
        return False
    except OSError:
        return True  # another trouble, such as a full disk; whoever writes next says what it is


def config_folder(root: Path) -> Path:
    """Where the settings of the course's own JupyterLab are written."""
    return state_folder(root) / "jupyter" / "config"


def runtime_folder(root: Path) -> Path:
    """Where a running course leaves its address."""
    return state_folder(root) / "jupyter" / "runtime"


def workspaces_folder(root: Path) -> Path:
    """Where JupyterLab keeps which tabs are open."""
    return state_folder(root) / "jupyter" / "workspaces"


def course_environment(root: Path, outside: Mapping[str, str]) -> dict[str, str]:
    """The given environment without what would change the course, and with folders of its own."""
    state = state_folder(root)
    kept = {name: value for name, value in outside.items() if not name.upper().startswith(FAMILIES_LEFT_OUT)}
    for name in FOLDER_VARIABLES:
        if chosen := kept.get(name, "").strip():
            kept[name] = str(Path(chosen).expanduser().absolute())
    programs = os.path.dirname(sys.executable)  # noqa: PTH120 - not resolved: a link's folder is what counts
    return kept | {
        "JUPYTER_CONFIG_DIR": str(state / "jupyter" / "config"),
        "JUPYTER_DATA_DIR": str(state / "jupyter" / "data"),
        "JUPYTER_RUNTIME_DIR": str(state / "jupyter" / "runtime"),
        SETTINGS_VARIABLE: str(state / "jupyter" / "settings"),
        WORKSPACES_VARIABLE: str(state / "jupyter" / "workspaces"),
        "JUPYTER_PATH": str(OWN_JUPYTER),
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
