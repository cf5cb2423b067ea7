"""The first words of a lesson, its title and what stands below it, to be shown before JupyterLab is there."""

import html
import json
import re
from functools import lru_cache
from pathlib import Path

from course_helpers.server.stored_outputs import text_as_stored

TITLE = "# "
BOLD = re.compile(r"\*\*([^*]+)\*\*")
MEANS_MORE = re.compile(r"[][*_`<>|~$\\]|^(?:#|[-+] |\d+[.)] |    )", re.MULTILINE)
"""Signs of Markdown, in a text from which the bold words were taken."""


def first_words(lesson: Path) -> str | None:
    """The HTML of a lesson's beginning, where it is as the course stored it; None where it begins in another way.

    It ends before the first paragraph that is more than text with bold words: a link that nobody can press yet is no
    link.
    """
    try:
        file = lesson.stat()
    except OSError:
        return None
    return _first_words(lesson, (file.st_mtime_ns, file.st_size))


@lru_cache(maxsize=64)  # each page that opens asks, and a large lesson takes a moment
def _first_words(lesson: Path, _as_it_is_now: tuple[int, int]) -> str | None:
    text = text_as_stored(lesson)
    cells = json.loads(text)["cells"] if text is not None else []
    sources = ("".join(cell["source"]) for cell in cells)
    return _as_html(next((source for source in sources if source.startswith(TITLE)), ""))


def _as_html(source: str) -> str | None:
    title, *paragraphs = source.strip().split("\n\n")
    if not title.startswith(TITLE) or MEANS_MORE.search(title.removeprefix(TITLE)):
        return None
    shown = []
    for paragraph in paragraphs:
        if MEANS_MORE.search(BOLD.sub(r"\1", paragraph)):
            break
        words = BOLD.sub(r"<strong>\1</strong>", html.escape(paragraph, quote=False))
        shown.append(f"<p>{words}</p>")
    return f"<h1>{html.escape(title.removeprefix(TITLE), quote=False)}</h1>{''.join(shown)}"
