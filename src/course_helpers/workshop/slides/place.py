"""A lesson in the words of the chosen place. What a notebook stores is neutral, so its calls are made once more."""

import ast
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from course_helpers.document import Document
from course_helpers.locale import NEUTRAL, chosen_locale
from course_helpers.panel import Panel
from course_helpers.record import FOLDER_VARIABLE


def in_words_of_the_place(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cells of a lesson, with what their calls show in the chosen place; the given ones where it is neutral.

    Raises:
        Exception: what a cell raises that is not a call of the course.
    """
    if chosen_locale() == NEUTRAL:
        return cells
    with _record_of_nobody():
        return list(_shown_anew(cells))


def _shown_anew(cells: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    names: dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] != "code":
            yield cell
            continue
        shown = document_of(_run("".join(cell["source"]), names))
        yield cell if shown is None else cell | {"outputs": [_output(shown)]}


def document_of(value: object) -> Document | None:
    """What a call shows as text; none for what only works on one's own screen."""
    return value.fallback() if isinstance(value, Panel) else value if isinstance(value, Document) else None


def _output(shown: Document) -> dict[str, Any]:
    return {"output_type": "execute_result", "data": {"text/html": shown._repr_html_(), "text/plain": repr(shown)}}


def _run(source: str, names: dict[str, Any]) -> object:
    """Run the lines of a cell; the result is what its last line gives."""
    *before, last = ast.parse(source).body
    exec(compile(ast.Module(before, []), "cell", "exec"), names)  # noqa: S102 - the course's own lesson
    if not isinstance(last, ast.Expr):
        exec(compile(ast.Module([last], []), "cell", "exec"), names)  # noqa: S102
        return None
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307


@contextmanager
def _record_of_nobody() -> Iterator[None]:
    """A room sees nothing of what the person who makes the slides did in the course."""
    own = os.environ.get(FOLDER_VARIABLE)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER_VARIABLE] = folder
        try:
            yield
        finally:
            if own is None:
                del os.environ[FOLDER_VARIABLE]
            else:
                os.environ[FOLDER_VARIABLE] = own
