"""The list of code that may run by itself: the code cells of every lesson, to the letter.

It is written by ``python3 start.py execute``, kept in version control where a reviewer sees every change, and
shipped inside the JupyterLab extension. A notebook that differs from it is foreign and is never run unasked.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from course_helpers.authoring.notebooks import Notebook
from course_helpers.knowledge import Problem

LIST = Path(__file__).parent.parent / "lab_extension" / "lesson_code.json"


def code_of(notebook: Notebook) -> list[str]:
    """The code cells of a notebook, in order."""
    return [cell.source for cell in notebook.cells if cell.kind == "code"]


def listed_code() -> dict[str, list[str]]:
    """The code cells that may run, by the notebook's file name."""
    listed: dict[str, list[str]] = json.loads(LIST.read_text(encoding="utf-8"))
    return listed


def write_list(notebooks: list[Notebook]) -> None:
    """Make the list anew from the lessons."""
    code = {notebook.name: code_of(notebook) for notebook in sorted(notebooks, key=lambda n: n.name)}
    LIST.write_text(json.dumps(code, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def list_problems(notebooks: list[Notebook]) -> Iterator[Problem]:
    """Lessons whose code is not the listed code: they would not come alive."""
    listed = listed_code()
    for notebook in notebooks:
        if listed.get(notebook.name) != code_of(notebook):
            yield notebook.problem(None, "Its code is not the listed code.", "Run `python3 start.py execute`.")
    for name in sorted(listed.keys() - {notebook.name for notebook in notebooks}):
        yield Problem(LIST.name, 1, name, "There is no such lesson.", "Run `python3 start.py execute`.")
