"""A sheet as a tagged PDF, set with Typst. Its fonts come with matplotlib, so every computer prints the same."""

import functools
import re
import shutil
import tempfile
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any, Literal, NamedTuple

from course_helpers.design_tokens import LIGHT
from course_helpers.document import Block, Board, Card, Details, Picture
from course_helpers.document.as_typst import literal, part_file, text_literal, typst
from course_helpers.knowledge import load
from course_helpers.lesson.drawings import drawing_path
from course_helpers.lesson.printed import about_this_print
from course_helpers.locale import localised
from course_helpers.trouble import Trouble
from course_helpers.workshop.handouts.pictures import cut_out
from course_helpers.workshop.handouts.sheets import Sheet

Paper = Literal["a4", "letter"]
PAPER_OF_TYPST: dict[Paper, str] = {"a4": "a4", "letter": "us-letter"}

SIZES_PT = tuple(quarters / 4 for quarters in range(48, 29, -1))
"""Text sizes in points, largest first. A sheet of so many pages takes the first with which it fits."""

SMALLEST_PT = SIZES_PT[-1]
EASY_PT = 9.5
"""For sheets of any length; larger type is for what stands on one page alone."""

_PAGES = re.compile(rb"NPages>(\d+)<")


class _Printed(NamedTuple):
    """What stands on a sheet, made once for all sizes of type."""

    blocks: tuple[Block, ...]
    in_columns: tuple[Block, ...]


class DoesNotFit(Trouble):
    """A sheet needs more pages than it promises, even in the smallest type."""


def pdf(sheet: Sheet, paper: Paper) -> bytes:
    """The sheet as a PDF with tags, alt texts and embedded fonts (PDF/UA-1).

    Raises:
        DoesNotFit: if it needs more pages than it promises.
        FileNotFoundError: if a drawing or the fonts are missing.
    """
    with tempfile.TemporaryDirectory() as made:
        folder, printed = Path(made), _Printed(sheet.blocks(), sheet.in_columns() if sheet.in_columns else ())
        _lay_out(folder, list(_pictures(chain(*printed))))
        tried = functools.cache(_setter(folder, lambda size: _source(sheet, printed, paper, size)))
        if not sheet.most_pages:
            return tried(EASY_PT)
        near = _FITTED.get((sheet.title, paper), _FITTED.get((sheet.title, _OTHER_PAPER[paper])))
        largest = SIZES_PT[0] if sheet.most_pages == 1 else EASY_PT
        fits = _first(lambda size: size <= largest and page_count(tried(size)) <= sheet.most_pages, near)
        if fits < len(SIZES_PT):
            _FITTED[sheet.title, paper] = fits
            return tried(SIZES_PT[fits])
    pages = "one page" if sheet.most_pages == 1 else f"{sheet.most_pages} pages"
    raise DoesNotFit(
        f"“{sheet.title}” does not fit on {pages} ({paper}), even in type of {SMALLEST_PT} points. "
        "Shorten its texts in the content files."
    )


_FITTED: dict[tuple[str, Paper], int] = {}
"""By title and paper, the place in ``SIZES_PT`` where a sheet fitted last: in other words it is near that place."""
_OTHER_PAPER: dict[Paper, Paper] = {"a4": "letter", "letter": "a4"}


def _first(fits: Callable[[float], bool], near: int | None) -> int:
    """The place of the first of ``SIZES_PT`` that fits, as every smaller one does; its length if none does.

    Setting a sheet takes longer than anything else, so where it is ``near`` a place, that one and its neighbours are
    tried first: two sizes instead of four or five.
    """
    low, high = 0, len(SIZES_PT)
    for place in () if near is None else (near, near - 1, near + 1):
        if low <= place < high and fits(SIZES_PT[place]):
            high = place
        elif low <= place < high:
            low = place + 1
    return bisect_left(SIZES_PT, True, low, high, key=fits)


def page_count(document: bytes) -> int:
    """How many pages a PDF of ours has, as its own description says."""
    found = _PAGES.search(document)
    if found is None:
        raise ValueError("The PDF does not say how many pages it has.")
    return int(found.group(1))


def _pictures(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Every drawing of the blocks, those inside others included."""
    for block in blocks:
        match block:
            case Picture():
                yield block
            case Card(blocks=inside) | Details(blocks=inside) | Board(cards=inside):
                yield from _pictures(inside)


def _lay_out(folder: Path, pictures: list[Picture]) -> None:
    """Put what a sheet is made from into a folder: style, colours and its drawings."""
    shutil.copy(Path(__file__).with_name("style.typ"), folder)
    colours = ", ".join(f"{name}: rgb({literal(value)})" for name, value in asdict(LIGHT).items())
    (folder / "colours.typ").write_text(f"#let colours = ({colours})\n", encoding="utf-8")
    drawings = folder / "figures"
    drawings.mkdir()
    shown = {picture.source.rpartition("/")[2] for picture in pictures}
    for figure in load().figures.values():
        if figure.file in shown:
            shutil.copy(drawing_path(figure.id), drawings)
    for picture in pictures:
        _cut_out_parts(drawings, picture)


def _cut_out_parts(drawings: Path, picture: Picture) -> None:
    """Make a drawing of each part of a drawing that a sheet shows."""
    for part in picture.parts:
        source = drawings / picture.source.rpartition("/")[2]
        made = cut_out(source.read_text(encoding="utf-8"), part)
        source.with_name(part_file(picture, part)).write_text(made, encoding="utf-8")


def _setter(folder: Path, source: Callable[[float], str]) -> Callable[[float], bytes]:
    """What sets a sheet in one size of type after the other; its drawings are read once."""
    import typst as typesetter

    main = folder / "sheet.typ"
    main.touch()
    compiler = typesetter.Compiler(main, root=folder, font_paths=_fonts())

    def set_in(size: float) -> bytes:
        main.write_text(source(size), encoding="utf-8")
        document = compiler.compile(format="pdf", pdf_standards=["ua-1"])
        assert isinstance(document, bytes)  # noqa: S101 - several files are made of pictures alone
        return document

    return set_in


@functools.cache
def _fonts() -> Any:
    """The fonts of all sheets, read once: a sheet is set several times until it fits."""
    import typst as typesetter

    return typesetter.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_font_folder()])


def _font_folder() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path(), "fonts", "ttf")


def _source(sheet: Sheet, printed: _Printed, paper: Paper, size: float) -> str:
    """The sheet as Typst markup."""
    words = load().strings.handout
    settings = {
        "title": text_literal(sheet.title),
        "paper": literal(PAPER_OF_TYPST[paper]),
        "size": f"{size}pt",
        "footer": text_literal(localised(words.footer)),
        "about": text_literal(about_this_print()),
        "page-words": text_literal(load().strings.extension.printed_page),
        "framed": "true" if sheet.framed else "false",
    }
    dress = ", ".join(f"{name}: {value}" for name, value in settings.items())
    parts = ['#import "style.typ": *', f"#show: dress.with({dress})"]
    parts += [_to_sign(sheet.to_sign[:1]), _to_fill(sheet.to_fill), typst(printed.blocks), _to_sign(sheet.to_sign[1:])]
    if sheet.in_columns:
        parts.append(_columns(printed.in_columns, may_break=not sheet.most_pages))
    return "\n".join(parts)


def _to_sign(labels: tuple[str, ...]) -> str:
    return f"#to-sign({', '.join(map(text_literal, labels))})" if labels else ""


def _to_fill(labels: tuple[str, ...]) -> str:
    texts = (load().strings.handout.fill_in, *labels)
    return f"#to-fill({', '.join(map(text_literal, texts))})" if labels else ""


def _columns(blocks: tuple[Block, ...], *, may_break: bool) -> str:
    """The blocks in two columns: of even length on one page, or filled one after the other over as many as it takes."""
    if may_break:
        return f"#two-columns[\n#let detail = detail-in-long-columns\n{typst(blocks)}\n]"
    return f"#side-by-side({', '.join(f'[{typst((block,))}]' for block in blocks)})"
