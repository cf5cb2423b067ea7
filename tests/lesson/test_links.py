"""Every link of every lesson and panel leads to a heading that is there."""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import unquote

import pytest

import course_helpers as course
from course_helpers.authoring.notebooks import read_notebook
from course_helpers.knowledge import load
from course_helpers.lab_extension.assemble import anchor, extension_data
from course_helpers.lesson.section_links import section_place
from course_helpers.panel import Panel
from course_helpers.quiz.opening import what_opens
from tests.places import NOTEBOOKS

pytestmark = pytest.mark.usefixtures("own_record")

READY = [lesson.notebook for lesson in load().lessons.values() if lesson.ready]
IN_MARKDOWN = re.compile(r"\]\(([^()\s]*\.ipynb[^()\s]*|#[^()\s]+)\)")
IN_HTML = re.compile(r'href="([^"]*\.ipynb[^"]*|#[^"]+)"')
HEADING = re.compile(r"^#{1,4} (.+)$", re.MULTILINE)

Link = tuple[str, str]
"""The lesson and the heading that a link names; an empty heading is the beginning."""


def plain(words: str) -> str:
    """A heading as `arriving.js` compares it."""
    return re.sub(r"[\s-]+", "-", re.sub(r"[*_`]", "", words).strip())


@cache
def headings(notebook: str) -> set[str]:
    """The headings of a lesson as addresses."""
    cells = json.loads((NOTEBOOKS / notebook).read_text(encoding="utf-8"))["cells"]
    texts = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return {plain(words) for text in texts for words in HEADING.findall(text)}


def as_link(address: str, notebook: str) -> Link:
    lesson, _, heading = html.unescape(unquote(address)).partition("#")
    return (lesson or notebook, heading)


def stored_links(notebook: str) -> Iterator[Link]:
    """The links of a lesson as it is stored: its text, and what its cells show."""
    for cell in json.loads((NOTEBOOKS / notebook).read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            yield from (as_link(found, notebook) for found in IN_MARKDOWN.findall("".join(cell["source"])))
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            for kind, pattern in (("text/markdown", IN_MARKDOWN), ("text/html", IN_HTML)):
                yield from (as_link(found, notebook) for found in pattern.findall("".join(data.get(kind, ""))))


def places(value: Any) -> Iterator[Link]:
    """The links in what a panel sends to its page."""
    if isinstance(value, dict):
        if {"lesson", "heading"} <= value.keys() and value["lesson"]:
            yield value["lesson"], value["heading"]
        for inner in value.values():
            yield from places(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from places(inner)


def broken(links: list[Link]) -> list[Link]:
    """Those that lead nowhere."""
    known = {notebook: headings(notebook) for notebook in READY}
    return sorted(
        {(lesson, to) for lesson, to in links if lesson not in known or (to and plain(to) not in known[lesson])}
    )


@pytest.mark.parametrize("notebook", READY)
def test_every_stored_link_leads_to_a_heading(notebook: str) -> None:
    links = [*stored_links(notebook)]
    assert len(links) > 1
    assert broken(links) == []


@pytest.mark.parametrize("notebook", READY)
def test_every_link_of_a_panel_leads_to_a_heading(notebook: str) -> None:
    links: list[Link] = []
    for _, call in read_notebook(NOTEBOOKS / notebook).calls():
        made = getattr(course, call.name)(*call.arguments) if call else None
        if isinstance(made, Panel):
            links += places({name: getattr(made, name) for name in made.trait_names(sync=True) if name[0] != "_"})
    assert broken(links) == []


def test_every_place_to_read_again_is_a_heading() -> None:
    """What a question, a summary, a warm-up, a shut door and the help window lead to."""
    bank = load()
    sections = {entry.reread for entry in [*bank.items.values(), *bank.check_questions.values()]}
    sections |= {objective.home for objective in bank.objectives.values()}
    sections |= {warm_up.answered_in for warm_up in bank.warm_ups.values()}
    sections |= {routine.head.practised_in for routine in bank.routines.values()}
    links = [
        *places([section_place(section) for section in sections]),
        *places(what_opens(dict.fromkeys(bank.objectives, "open"))),
    ]
    links += [(link["path"], link["heading"]) for link in extension_data()["help"]["links"]]
    assert len(links) > 30
    assert broken(links) == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    here = READY[0]
    assert broken([(here, "0.3-Gone")]) == [(here, "0.3-Gone")]
    assert broken([("99_gone.ipynb", "")]) == [("99_gone.ipynb", "")]
    assert broken([(here, ""), (here, anchor("0.3", "When to take your hands away"))]) == []
