"""The contact sheet: one page with every drawing, for whoever looks them over or hands the course on.

It links the files beside it, so it is small. Its ground is chosen by a press, without a script.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from course_helpers.design_tokens import DARK, LIGHT
from course_helpers.figures.style import NARROW, WIDTH

FILE = "contact_sheet.html"
SMALL = 302
"""How wide the picture of a step is shown, in pixels."""
SHOWN = {"wide": WIDTH, "narrow": NARROW, "step": SMALL}
GROUNDS = ("Light", "Dark", "Grey")


@dataclass(frozen=True)
class Entry:
    """One file of the sheet: what it is called, what it shows, and which of the layouts it is."""

    file: str
    title: str
    alt: str
    layout: str = "wide"


def page(entries: Iterable[Entry]) -> str:
    """The sheet as HTML."""
    presses = "".join(
        f'<label><input type="radio" name="ground" id="{ground.lower()}"{" checked" if not number else ""}> '
        f"{ground}</label>\n"
        for number, ground in enumerate(GROUNDS)
    )
    body = "\n".join(map(_figure, entries))
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>All drawings of the course</title>\n<style>\n{_style()}</style>\n"
        f"<h1>All drawings of the course</h1>\n<form>\n{presses}</form>\n<main>\n{body}\n</main>\n</html>\n"
    )


def _figure(entry: Entry) -> str:
    file, title, alt = map(escape, (entry.file, entry.title, entry.alt))
    return (
        f'<figure><img loading="lazy" src="{file}" alt="{alt}" width="{SHOWN[entry.layout]}">'
        f"<figcaption><b>{file}</b> {title}</figcaption></figure>"
    )


def _style() -> str:
    return (
        f"html {{ background: {LIGHT.page}; color: {LIGHT.ink}; font-family: sans-serif; }}\n"
        f"html:has(#dark:checked) {{ background: {DARK.page}; color: {DARK.ink}; }}\n"
        "html:has(#dark:checked) img { color-scheme: dark; }\n"
        "html:has(#grey:checked) img { filter: grayscale(1); }\n"
        "label { margin-right: 1em; }\n"
        "main { align-items: flex-start; display: flex; flex-wrap: wrap; gap: 24px; margin-top: 16px; }\n"
        "figure { margin: 0; }\n"
        "img { display: block; height: auto; max-width: 100%; }\n"
        "figcaption { font-size: 14px; margin-top: 4px; max-width: 302px; }\n"
    )
