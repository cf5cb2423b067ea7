"""What the search over all lessons looks in: the stored lessons, cut at their sections, the glossary and the drawings.

The index is made while the wheel is built, from what a reader sees before anything runs; so it needs no kernel.
Standard library only, for the same reason as ``assemble.py``.
"""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

NOT_FOR_READERS = {"hint", "facilitator"}
"""Tags of cells that a learner does not see."""

BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "figcaption", "caption", "summary", "section", "div", "tr"}
UNREAD = {"script", "style"}
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
HEADING = re.compile(r"^## +(\S+) +(.+)$", re.MULTILINE)
MARKS = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<[^>]+>"), " "),
    (re.compile(r"^\s*(?:#+|>|[-*]|\d+\.)\s+", re.MULTILINE), ""),
    (re.compile(r"[*_`]{1,3}"), ""),
)
"""Signs of Markdown that a reader does not see, and what stands there instead."""

Place = dict[str, str]
"""Where something stands: ``kind``, ``lesson`` (its file), ``heading`` (as an address has it), ``title``, ``text``."""


def search_index(
    lessons: list[dict[str, Any]],
    words: list[dict[str, str]],
    figures: list[dict[str, str]],
    notebooks: Path,
    words_section: str,
) -> list[Place]:
    """Every place that the search knows: the sections in the order of the course, then words and drawings.

    Args:
        lessons: the lessons as the extension knows them: ``notebook``, ``title`` and ``sections``.
        words: the records of ``glossary.toml``.
        figures: the records of ``figures.toml``.
        notebooks: the folder of the stored lessons.
        words_section: the id of the section that lists all words. Its text is left out: each word is a place.
    """
    cut = [place for lesson in lessons for place in _sections(lesson, notebooks, words_section)]
    return [*cut, *_words(words, lessons, words_section), *_figures(figures, lessons)]


def _sections(lesson: dict[str, Any], notebooks: Path, words_section: str) -> Iterator[Place]:
    """A place for the beginning of a lesson and one for each section."""
    headings = {section["id"]: section for section in lesson["sections"]}
    cells = json.loads((notebooks / lesson["notebook"]).read_text(encoding="utf-8"))["cells"]
    place = _place("lesson", lesson, "", lesson["title"])
    here = ""
    for cell in cells:
        tags = set(cell["metadata"].get("tags", ()))
        if tags & NOT_FOR_READERS:
            continue
        found = HEADING.search("".join(cell["source"])) if cell["cell_type"] == "markdown" else None
        if found and found[1] in headings:
            yield place
            here = found[1]
            place = _place("section", lesson, headings[here]["heading"], headings[here]["title"])
        if here != words_section:
            place["text"] = f"{place['text']}\n{text_of(cell)}".strip()
    yield place


def _place(kind: str, lesson: dict[str, Any], heading: str, title: str, text: str = "") -> Place:
    return {"kind": kind, "lesson": lesson["notebook"], "heading": heading, "title": title, "text": text}


def _words(words: list[dict[str, str]], lessons: list[dict[str, Any]], words_section: str) -> Iterator[Place]:
    for lesson in lessons:
        for section in lesson["sections"]:
            if section["id"] == words_section:
                for word in sorted(words, key=lambda entry: entry["id"].casefold()):
                    yield _place("word", lesson, section["heading"], word["id"], word["meaning"])


def _figures(figures: list[dict[str, str]], lessons: list[dict[str, Any]]) -> Iterator[Place]:
    """Each drawing at the first section that shows it."""
    described = {figure["id"]: figure for figure in figures}
    shown: set[str] = set()
    for lesson in lessons:
        for section in lesson["sections"]:
            for name in section["figures"]:
                if name in described and name not in shown:
                    shown.add(name)
                    figure = described[name]
                    text = f"{figure['alt']}\n{figure['description']}"
                    yield _place("figure", lesson, section["heading"], figure["title"], text)


def text_of(cell: dict[str, Any]) -> str:
    """What a reader reads of a stored cell: its own text, or what it shows."""
    if cell["cell_type"] == "markdown":
        return plain_markdown(HEADING.sub("", "".join(cell["source"])))
    shown = (output.get("data", {}) for output in cell.get("outputs", ()))
    return "\n".join(_shown_text(data) for data in shown).strip()


def _shown_text(data: dict[str, Any]) -> str:
    if "text/html" in data:
        return plain_html("".join(data["text/html"]))
    return plain_markdown("".join(data.get("text/markdown", "")))


def plain_markdown(text: str) -> str:
    """The words of a Markdown text, without its signs."""
    for pattern, instead in MARKS:
        text = pattern.sub(instead, text)
    return _tidy(text)


def plain_html(text: str) -> str:
    """The words of an HTML text as a reader sees them: no hidden marks, one line a block."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return _tidy("".join(reader.found))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.unread: list[str] = []
        """The open elements from the outermost unread one on."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS or tag == "br":
            self.found.append("\n")
        hidden = tag in UNREAD or ("aria-hidden", "true") in attrs
        if tag not in VOID and (self.unread or hidden):
            self.unread.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.unread and tag not in VOID:
            self.unread.pop()
        if tag in BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.found.append(data)


def _tidy(text: str) -> str:
    lines = (re.sub(r"\s+", " ", line).strip(" |") for line in text.splitlines())
    return "\n".join(line for line in lines if line)
