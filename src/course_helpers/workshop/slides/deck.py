"""A deck of reveal.js for one lesson, made with nbconvert. It needs no internet: all its files lie beside it."""

import functools
import importlib.util
import json
import sys
from html import escape
from pathlib import Path

import nbformat.v4 as notebook_format
from nbconvert import SlidesExporter
from nbformat import NotebookNode, from_dict
from traitlets.config import Config

from course_helpers.files import write_atomic
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Lesson
from course_helpers.lab_extension.assemble import page_styles
from course_helpers.lesson.drawings import drawing_path
from course_helpers.lesson.printed import about_this_print
from course_helpers.locale import localised
from course_helpers.trouble import Trouble
from course_helpers.workshop.slides.cutting import Slide, slides_of
from course_helpers.workshop.slides.place import in_words_of_the_place

HERE = Path(__file__).parent
CARRIER = "sphinx_revealjs"
"""The package that brings the files of reveal.js."""

PLACE = Path(sys.prefix, "course-slides")
"""Where ``start.py`` puts it, apart from the packages that run."""

TAKEN = ("LICENSE", "dist/reset.css", "dist/reveal.css", "dist/reveal.js", "plugin/notes/notes.js")
"""What of reveal.js a deck needs."""


class NoReveal(Trouble):
    """The files of reveal.js are not installed. The text says what to do."""


def write_deck(lesson: Lesson, root: Path, out: Path) -> Path:
    """Write the deck of a lesson of the project in ``root`` to ``out``; the result is the file to open.

    Raises:
        NoReveal: if reveal.js is not there.
        FileNotFoundError: if the notebook or a drawing is missing.
    """
    lay_out(out)
    notebook = json.loads((root / "notebooks" / lesson.notebook).read_text(encoding="utf-8"))
    page = deck(lesson, slides_of(in_words_of_the_place(notebook["cells"])))
    path = out / f"{Path(lesson.notebook).stem}.html"
    write_atomic(path, page.encode())
    return path


def lay_out(out: Path) -> None:
    """Put reveal.js, the styles and the drawings beside the decks."""
    reveal = reveal_files()
    for name in TAKEN:
        target = out / "reveal" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(reveal / name, target)
    (out / "deck.css").write_text(page_styles() + (HERE / "deck.css").read_text(encoding="utf-8"), encoding="utf-8")
    _copy(HERE / "deck.js", out / "deck.js")
    drawings = out / "figures"
    drawings.mkdir(exist_ok=True)
    for figure in load().figures:
        _copy(drawing_path(figure), drawings / drawing_path(figure).name)


def _copy(source: Path, target: Path) -> None:
    """The words of a file, and not that it may only be read: the next deck is written over it."""
    write_atomic(target, source.read_bytes())


def reveal_files() -> Path:
    """The folder of reveal.js inside the package that carries it; the package itself is not run."""
    found = importlib.util.find_spec(CARRIER)
    installed = [Path(place) for place in found.submodule_search_locations or ()] if found else []
    for package in (PLACE / CARRIER, *installed):
        folder = package / "_static" / "revealjs"
        if all((folder / name).is_file() for name in TAKEN):
            return folder
    raise NoReveal("The part that shows slides (reveal.js) is missing. Type: python3 start.py slides")


def deck(lesson: Lesson, slides: list[Slide]) -> str:
    """The whole page."""
    page, _ = _exporter().from_notebook_node(as_notebook(lesson, slides))
    return str(page)


@functools.cache
def _exporter() -> SlidesExporter:
    """What makes pages; its template is read once for all decks."""
    settings = Config()
    settings.SlidesExporter.optimistic_validation = True  # once for each deck, and not after each of ten steps
    settings.SlidesExporter.extra_template_basedirs = [str(HERE / "template")]
    settings.SlidesExporter.template_name = "course_slides"
    return SlidesExporter(config=settings)


def as_notebook(lesson: Lesson, slides: list[Slide]) -> NotebookNode:
    """The slides as a notebook whose cells say what begins a slide."""
    made: NotebookNode = notebook_format.new_notebook()
    made.metadata.title = f"{lesson.id} {lesson.title}"
    made.metadata.course = {
        "foot": localised(load().strings.handout.footer),
        "about": about_this_print(),
        "stop": load().strings.card.stop_rule,
        "lang": "en",
    }
    for slide in slides:
        made.cells.append(cell(content(slide), "slide" if slide.first else "subslide"))
        if slide.notes:
            made.cells.append(cell("".join(slide.notes), "notes"))
    for number, one in enumerate(made.cells):
        one.id = f"part-{number}"
    return made


def cell(html: str, slide_type: str) -> NotebookNode:
    """A cell that shows some HTML."""
    output = {"output_type": "display_data", "data": {"text/html": html}, "metadata": {}}
    metadata = {"slideshow": {"slide_type": slide_type}}
    # Put together here: the library would check each of hundreds, and the exporter checks them all together anyway.
    parts = {"cell_type": "code", "source": "", "execution_count": None, "metadata": metadata, "outputs": [output]}
    made: NotebookNode = from_dict(parts)
    return made


def content(slide: Slide) -> str:
    """What a slide shows; the heading of its section stands on each."""
    parts = "\n".join(str(part) for part in slide.parts)
    if not slide.section:
        return parts
    name = "h2" if slide.first else "p"
    return f'<{name} class="course-slide-section">{escape(slide.section)}</{name}>\n{parts}'
