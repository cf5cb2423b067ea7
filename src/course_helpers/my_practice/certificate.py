"""The certificate: when there is one, and the sheet as PDF or picture. The name is never stored, not even in a file."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from course_helpers.design_tokens import LIGHT
from course_helpers.document.as_typst import literal, text_literal
from course_helpers.knowledge import load
from course_helpers.names import JOINERS, can_be_seen, can_be_shown
from course_helpers.quiz import latest_statuses
from course_helpers.record import Record
from course_helpers.record.reading import lessons_progress
from course_helpers.trouble import Refused
from course_helpers.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

Form = Literal["pdf", "png"]
LONGEST_NAME = 120
"""Characters of a name that fit on the sheet."""

OWN_LESSON = "08"
"""The lesson that gives the certificate need not be read for it."""

PIXELS_AN_INCH = 150
NAME = """#layout(space => {
  let set-in(size, words) = text(size: size, weight: "bold", hyphenate: false, words)
  let size = if name.clusters().len() > 60 { 16pt } else { 24pt }
  let widest = calc.max(..name.split().map(word => measure(set-in(size, word)).width))
  par(leading: 0.6em, set-in(if widest > space.width { size * (space.width / widest) } else { size }, name))
})"""
"""The name on the sheet: over several lines where it is long, and smaller where one word is wider than the sheet."""


@dataclass(frozen=True)
class Standing:
    """What is there and what is missing for a certificate."""

    read: tuple[str, ...]
    """Lessons that count as read, those that are optional included."""
    lessons_missing: tuple[str, ...]
    safety: int
    """Safety points of the full quiz."""
    safety_missing: int

    @property
    def complete(self) -> bool:
        """True if there is a certificate."""
        return not self.lessons_missing and not self.safety_missing


class SheetNameRefused(Refused):
    """A name that cannot stand on the sheet."""


def standing(record: Record) -> Standing:
    """Every lesson for everybody read, and every safety point of the full quiz right on its latest try.

    Raises:
        NotStored: if the record cannot be read now.
    """
    progress = lessons_progress(record)
    needed = [lesson.id for lesson in load().lessons.values() if lesson.path == "everyone" and lesson.id != OWN_LESSON]
    points = [name for name in load().quizzes["safety"].objectives if load().objectives[name].safety_critical]
    status = latest_statuses(points, record)
    return Standing(
        read=tuple(name for name, entry in progress.items() if entry.read and load().lessons[name].path != "appendix"),
        lessons_missing=tuple(name for name in needed if not progress[name].read),
        safety=len(points),
        safety_missing=sum(found != "right" for found in status.values()),
    )


def checked_name(typed: str) -> str:
    """The name as it stands on the sheet, without spaces around it.

    Raises:
        SheetNameRefused: if it is empty, too long, or has a sign that is no letter of a name.
    """
    name = unicodedata.normalize("NFC", typed).strip()
    if not name:
        raise SheetNameRefused("name_empty")
    if len(name) > LONGEST_NAME:
        raise SheetNameRefused("name_long", number=len(name), most=LONGEST_NAME)
    if not can_be_shown(name):
        raise SheetNameRefused("name_signs")
    if not can_be_seen(name):
        raise SheetNameRefused("name_empty")
    return name


def sheet(form: Form, typed: str, found: Standing, today: date) -> bytes:
    """The certificate.

    Raises:
        SheetNameRefused: if the name cannot be set in any typeface of this computer.
    """
    import typst

    name = checked_name(typed)
    fonts = fonts_for(name)
    made = typst.compile(
        _source(found, today, [family for _, family in fonts]).encode(),
        format=form,
        ppi=PIXELS_AN_INCH,
        sys_inputs={"name": name},
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[_own_fonts(), *(path for path, _ in fonts)],
        ),
        pdf_standards=["ua-1"] if form == "pdf" else [],
    )
    return bytes(made)


def _source(found: Standing, today: date, more_fonts: list[str]) -> str:
    """The sheet as Typst. The name is no part of it: it comes in beside it, and can act as no markup."""
    words, lessons = load().strings.certificate, load().lessons
    fonts = ", ".join(map(literal, ["DejaVu Sans", *dict.fromkeys(more_fonts)]))
    covered = [words.sheet_lesson.format(lesson=name, title=lessons[name].title) for name in found.read]
    covered.append(words.sheet_safety.format(number=found.safety))
    made = words.sheet_made.format(date=f"{today.day} {today:%B} {today.year}", version=VERSION)
    return "\n".join(
        [
            f"#set document(title: {text_literal(words.sheet_title)})",
            '#set page(paper: "a4", margin: 22mm)',
            f'#set text(font: ({fonts},), size: 11pt, lang: "en", fill: rgb({literal(LIGHT.ink)}))',
            f"#text(size: 13pt, fill: rgb({literal(LIGHT.primary)}))[#{text_literal(words.sheet_course)}]",
            f"#heading(level: 1)[#text(size: 30pt)[#{text_literal(words.sheet_title)}]]",
            "#v(8mm)",
            f"#{text_literal(words.sheet_name)}",
            "#v(2mm)",
            "#let name = sys.inputs.name",
            NAME,
            f"#line(length: 100%, stroke: 1pt + rgb({literal(LIGHT.line)}))",
            "#v(6mm)",
            f"#heading(level: 2)[#{text_literal(words.sheet_covered)}]",
            f"#list({', '.join(f'[#{text_literal(text)}]' for text in covered)})",
            "#v(6mm)",
            f"#{text_literal(made)}",
            "#v(1fr)",
            f"#text(size: 10pt)[#{text_literal(words.sheet_limits)}]",
        ]
    )


# Typefaces


def fonts_for(name: str) -> list[tuple[Path, str]]:
    """The folder and family of typefaces for the letters that the course's own lacks; none as a rule.

    Raises:
        SheetNameRefused: if some letter is in no typeface of this computer.
    """
    missing = {letter for letter in name if _is_seen(letter)} - _letters_of_our_own()
    found: list[tuple[Path, str]] = []
    for path, family, letters in _typefaces_of_the_computer() if missing else ():
        if missing & letters:
            found.append((path.parent, family))
            missing -= letters
        if not missing:
            return found
    if missing:
        raise SheetNameRefused("name_letters", letters=" ".join(sorted(missing)))
    return found


def _is_seen(sign: str) -> bool:
    """Whether a sign has a shape of its own. A variant selector only changes the letter before it."""
    selects = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    return not (sign.isspace() or sign in JOINERS or selects)


def _own_fonts() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path(), "fonts", "ttf")


@cache
def _letters_of_our_own() -> "AbstractSet[str]":
    return _letters(_own_fonts() / "DejaVuSans.ttf")[1] & _letters(_own_fonts() / "DejaVuSans-Bold.ttf")[1]


def _typefaces_of_the_computer() -> Iterator[tuple[Path, str, "AbstractSet[str]"]]:
    from matplotlib.font_manager import findSystemFonts

    for path in sorted(map(Path, findSystemFonts())):
        try:
            family, letters = _letters(path)
        except Exception:  # noqa: S112  # a damaged font of the computer is one that has no letters
            continue
        yield path, family, letters


def _letters(path: Path) -> tuple[str, "AbstractSet[str]"]:
    """The family of a typeface, and every letter it has."""
    from fontTools.ttLib import TTFont  # it comes with matplotlib

    with TTFont(path, fontNumber=0, lazy=True) as font:
        return str(font["name"].getBestFamilyName()), {chr(number) for number in font.getBestCmap()}
