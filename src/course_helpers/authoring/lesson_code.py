"""The code that may run by itself: the code cells of every lesson, to the letter, and a digest of what it stores.

Both are written by ``python3 start.py execute`` and kept in version control, where a reviewer sees every change. A
notebook whose code differs is foreign and is never run unasked; one whose stored outputs differ is run whole.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from course_helpers.authoring.notebooks import Notebook
from course_helpers.knowledge import Problem
from course_helpers.server.stored_outputs import DIGESTS, digest_file, digest_of, is_as_stored

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
    write_digests(notebooks)


def write_digests(notebooks: list[Notebook]) -> None:
    """Say anew what each lesson stores, and forget lessons that are gone."""
    DIGESTS.mkdir(exist_ok=True)
    for path in DIGESTS.glob("*.sha256"):
        if path not in {digest_file(notebook.name) for notebook in notebooks}:
            path.unlink()
    for notebook in notebooks:
        digest_file(notebook.name).write_text(digest_of(json.loads(notebook.text)) + "\n", encoding="ascii")


def list_problems(notebooks: list[Notebook]) -> Iterator[Problem]:
    """Lessons whose code is not the listed code: they would not come alive."""
    listed = listed_code()
    for notebook in notebooks:
        if listed.get(notebook.name) != code_of(notebook):
            yield notebook.problem(None, "Its code is not the listed code.", "Run `python3 start.py execute`.")
        elif not is_as_stored(notebook.path):
            yield notebook.problem(
                None, "Its outputs are not those that were stored.", "Run `python3 start.py execute`."
            )
    for name in sorted(listed.keys() - {notebook.name for notebook in notebooks}):
        yield Problem(LIST.name, 1, name, "There is no such lesson.", "Run `python3 start.py execute`.")
