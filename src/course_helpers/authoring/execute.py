"""Running every lesson once and storing what it shows, in a form that is the same on every machine."""

import os
import tempfile
from pathlib import Path
from typing import Any

from course_helpers.files import write_atomic
from course_helpers.locale import NEUTRAL
from course_helpers.locale import VARIABLE as PLACE
from course_helpers.record import FOLDER_VARIABLE

KEPT_NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
CODE_CELL_METADATA = {
    "deletable": False,
    "editable": False,
    "jupyter": {"source_hidden": True},
    "tags": ["hide-input"],
}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def execute(path: Path) -> None:
    """Run a notebook and write it back with its outputs.

    Raises:
        nbclient.exceptions.CellExecutionError: if a cell fails; the file is then left as it was.
    """
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", store_widget_state=False)
    with tempfile.TemporaryDirectory() as folder:
        # What a lesson stores of its author's own answers must not reach the notebook, nor the other way round.
        # Nor may the words of the author's place.
        client.execute(cwd=str(path.parent), env=os.environ | {FOLDER_VARIABLE: folder, PLACE: NEUTRAL})
    normalise(notebook)
    text = nbformat.writes(notebook, version=4) + "\n"
    write_atomic(path, text.encode())


def normalise(notebook: dict[str, Any]) -> None:
    """Take out all that differs from run to run or from machine to machine, in place.

    Execution counts stay: in a fresh kernel they are always 1 to n, and nbval takes a cell without one as not run.
    """
    notebook["metadata"] = {"course": notebook["metadata"].get("course", {})} | KEPT_NOTEBOOK_METADATA
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            cell["metadata"] = {key: cell["metadata"][key] for key in ("tags",) if key in cell["metadata"]}
            continue
        cell["metadata"] = dict(CODE_CELL_METADATA)
        for output in cell["outputs"]:
            output.get("data", {}).pop(WIDGET_VIEW, None)
            output["metadata"] = {}
