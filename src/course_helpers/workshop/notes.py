"""The facilitators' notes, gathered from the lessons in which they stand."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from course_helpers.document import Details, Document, Items, Line, Strong, line
from course_helpers.knowledge import load

TAG = "facilitator"
LEAD = "**For facilitators.**"
FOLDERS = (Path(__file__).parents[3] / "notebooks", Path())
"""The lessons of the project the course is installed from, or those beside the running notebook."""

_MARKED = re.compile(r"\*\*([^*]+)\*\*|\*([^*]+)\*")
_SECTION = re.compile(r"^## (\S+) .+$", re.MULTILINE)


def facilitator_notes() -> Document:
    """Every note, by lesson and section."""
    words = load().strings.workshop
    lessons = [lesson for lesson in load().lessons.values() if lesson.ready]
    gathered = [(lesson, tuple(notes_of(lesson.notebook))) for lesson in lessons]
    blocks = tuple(
        Details(f"{words.note_place.format(lesson=lesson.id)}: {lesson.title}", (Items(notes),))
        for lesson, notes in gathered
        if notes
    )
    count = sum(len(notes) for _, notes in gathered)
    return Document(f"{words.notes_title}: {count} notes", blocks)


def notes_of(notebook: str) -> Iterator[Line]:
    """The notes of one lesson, each led by the section it belongs to.

    Raises:
        FileNotFoundError: if the lesson lies in neither place.
    """
    path = next((folder / notebook for folder in FOLDERS if (folder / notebook).is_file()), None)
    if path is None:
        raise FileNotFoundError(f"The lesson {notebook} was not found in notebooks.")
    section = ""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] != "markdown":
            continue
        if TAG in cell["metadata"].get("tags", ()):
            yield line(Strong(f"{section} "), *inline(source.removeprefix(LEAD).strip()))
        elif found := _SECTION.search(source):
            section = found.group(1)


def inline(text: str) -> Line:
    """A note's Markdown as a line; both of its emphases become strong words."""
    parts: list[str | Strong] = []
    end = 0
    for found in _MARKED.finditer(text):
        parts += [text[end : found.start()], Strong(found.group(1) or found.group(2))]
        end = found.end()
    parts.append(text[end:])
    return line(*(part for part in parts if part))
