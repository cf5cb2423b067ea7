"""A lesson cut into slides. Nothing is left out but what only works on one's own screen.

The parts come from the notebook as it is stored: its text, and what its cells show. A slide takes as many parts as
fit by a rough count of lines; what still does not fit is made smaller by the deck in the browser.
"""

import math
import re
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag
from nbconvert.filters import markdown2html

from course_helpers.document import Block, Details
from course_helpers.document.as_html import html
from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.quiz.reasons import reasons
from course_helpers.quiz.snapshot import FIRST_SEED
from course_helpers.workshop.notes import LEAD, TAG
from course_helpers.workshop.slides.measuring import CROWDED, HEAD, ROOM, SHORT, kinds_of, lines_of

SIDE_BY_SIDE = {"course-board", "course-decision"}
"""What holds cards that are seen together on a page; a slide takes one after the other."""

TICK = "☐"
"""A line that begins with it needs no bullet."""

LEFT_OUT_HEADINGS = ("Next",)
"""Parts that lead on in the notebook; a deck ends."""

LEFT_OUT_CALLS = ("read_mark",)
"""What only serves the one who reads alone."""

ON_PAPER_CALLS = ("routine_steps", "report_table", "sheet_line_by_line")
"""Long tables that are handouts: nobody reads them from a screen in front."""


CHECK = re.compile(r"""\.check\(["'](?P<id>\w+)["']\)""")
"""The call that asks a question; its answer follows on the next slide."""

OWN_SCREEN = re.compile(
    r"\b(?:panel|button|space bar|small triangle)\b|\bpress (?:“|A\+|Practise\b|Stop\b)", re.IGNORECASE
)
"""Words of what is pressed on one's own screen. In front of a room they say whose screen they are about."""

ASKING = ("choose_one", "choose_all", "put_in_order", "point", "point_many", "decide")
"""The words that say how a question is answered on one's own screen."""


@dataclass
class Slide:
    """One slide.

    Attributes:
        section: the heading under which it stands; empty on the title slide.
        first: it is the first of its section.
        parts: what it shows, as elements of HTML.
        notes: what the speaker sees, as HTML.
        lines: how full it is.
    """

    section: str
    first: bool
    parts: list[Tag] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    lines: float = 0.0

    def add(self, part: Tag, lines: float) -> None:
        """Show one part more, which takes so many lines."""
        self.parts.append(part)
        self.lines += lines


def slides_of(cells: Iterable[dict[str, Any]]) -> list[Slide]:
    """The slides of a lesson, in order; the cells are those of its notebook file."""
    slides = [Slide("", first=True)]
    left_out = False
    for cell in cells:
        source = "".join(cell["source"])
        tags = cell["metadata"].get("tags", ())
        if source.startswith("## "):
            heading = source.partition("\n")[0].removeprefix("## ").strip()
            left_out = heading in LEFT_OUT_HEADINGS
            if not left_out:
                slides.append(Slide(heading, first=True))
        if left_out or "hint" in tags:
            continue
        if TAG in tags:
            slides[-1].notes.append(markdown2html(source.removeprefix(LEAD).strip()))
            continue
        for part in parts_of(cell, source):
            place(part, slides)
    return [slide for slide in slides if slide.parts or slide.first]


def place(part: Tag, slides: list[Slide]) -> None:
    """Put a part on the last slide, or on a new one where it does not fit or begins something."""
    last = slides[-1]
    # A heading or a short sentence goes with what follows it, even if that has to be set smaller.
    room = CROWDED if last.lines <= SHORT else ROOM
    lines = lines_of(part)
    alone = begins_anew(part) or last.lines + lines > room
    if last.parts and alone and not belongs_to_last(part):
        last = Slide(last.section, first=False)
        slides.append(last)
    last.add(part, lines)


def begins_anew(part: Tag) -> bool:
    """True for headings, and for answers: a room sees an answer only after the question."""
    return part.name in {"h3", "h4"} or "course-slide-answer" in kinds_of(part)


def belongs_to_last(part: Tag) -> bool:
    """True for sources: they stay with what rests on them."""
    return "course-look-up" in kinds_of(part)


def parts_of(cell: dict[str, Any], source: str) -> Iterator[Tag]:
    """What a cell shows, as elements that need not stay together."""
    if cell["cell_type"] == "markdown":
        yield from split(BeautifulSoup(markdown2html(source), "html.parser"))
        return
    call = source.splitlines()[-1]
    if any(f".{name}(" in call for name in LEFT_OUT_CALLS):
        return
    if any(f".{name}(" in call for name in ON_PAPER_CALLS):
        yield element("p", "course-slide-device", load().strings.workshop.slide_on_paper)
        return
    for output in cell["outputs"]:
        shown = output.get("data", {})
        if "text/html" in shown:
            yield from blocks_in("".join(shown["text/html"]))
        else:
            yield on_own_device("".join(shown.get("text/plain", "")))
    if asked := CHECK.search(call):
        yield from blocks_in(html(answer_to(asked["id"])))


def blocks_in(shown: str) -> Iterator[Tag]:
    """The blocks of a document that was written as HTML."""
    blocks = BeautifulSoup(shown, "html.parser").find(class_="course-blocks")
    yield from split(blocks) if isinstance(blocks, Tag) else ()


def answer_to(check_id: str) -> tuple[Block, ...]:
    """What follows a question: the answer and every reason, with the letters that the question had."""
    question = load().check_questions[check_id]
    title = f"{load().strings.workshop.slide_answer} {localised(question.stem)}"
    return (Details(title, tuple(reasons(question, FIRST_SEED))),)


def split(whole: Tag) -> Iterator[Tag]:
    """The elements of a piece of HTML, cut where they would not fit on one slide."""
    for child in whole.find_all(recursive=False):
        if child.name == "h2":
            continue
        for part in child.find_all(recursive=False) if SIDE_BY_SIDE & set(kinds_of(child)) else (child,):
            yield from cut(for_a_screen(part))


def cut(part: Tag) -> Iterator[Tag]:
    """A table or list in pieces that fit; anything else whole."""
    longer = lines_of(part) > ROOM
    if part.name == "details":
        yield from opened(part)
    elif "course-card" in kinds_of(part) and lines_of(part) > CROWDED:
        yield from cards_of(part)
    elif longer and part.find("tbody"):
        yield from in_pieces(part, "tbody", "tr")
    elif longer and part.name in {"ul", "ol"}:
        yield from in_pieces(part, part.name, "li")
    else:
        yield part


def cards_of(card: Tag) -> Iterator[Tag]:
    """A long card as several with the same head."""
    head, *inside = (piece for child in card.find_all(recursive=False) for piece in unwrapped(child))
    held: list[Tag] = []
    for piece in (smaller for part in inside for smaller in cut(part)):
        if held and not belongs_to_last(piece) and sum(map(lines_of, (head, *held, piece))) > ROOM:
            yield card_with(card, (head, *held))
            held = []
        held.append(piece)
    yield card_with(card, (head, *held))


def unwrapped(part: Tag) -> Iterator[Tag]:
    """A part, or what a plain wrapper holds."""
    if part.name == "div" and not part.get("class"):
        yield from part.find_all(recursive=False)
    else:
        yield part


def card_with(card: Tag, inside: Iterable[Tag]) -> Tag:
    """A copy of a card with other contents."""
    made = copy(card)
    made.clear()
    made.extend(map(copy, inside))
    return made


def opened(details: Tag) -> Iterator[Tag]:
    """Something to open: its words alone where it is for looking up, otherwise a slide of its own."""
    summary = summary_of(details)
    if summary == load().strings.card.longer_description:
        return
    if belongs_to_last(details):
        yield element("p", "course-look-up", summary)
        return
    yield element("p", "course-slide-answer", summary)
    for child in details.find_all(recursive=False):
        if child.name != "summary":
            yield from cut(child)


def summary_of(details: Tag) -> str:
    """What stands on something to open."""
    summary = details.find("summary")
    return summary.get_text() if isinstance(summary, Tag) else ""


def open_inside(part: Tag) -> None:
    """Open what is to be opened inside a card: a slide has nothing to press."""
    for details in part.find_all("details"):
        if belongs_to_last(details):
            details.replace_with(element("p", "course-look-up", summary_of(details)))
        else:
            details.name = "div"
            if isinstance(summary := details.find("summary"), Tag):
                summary.name = "p"


def in_pieces(part: Tag, holder: str, row: str) -> Iterator[Tag]:
    """Copies of a table or list, each with as many of its rows as fit."""
    rows = holder_of(part, holder).find_all(row, recursive=False)
    begun = 0
    for taken in evenly(rows):
        piece = copy(part)
        inside = holder_of(piece, holder)
        inside.clear()
        inside.extend(map(copy, taken))
        if holder == "ol":
            piece["start"] = str(int(str(part.get("start", "1"))) + begun)
        yield piece
        begun += len(taken)


def evenly(rows: list[Tag]) -> Iterator[list[Tag]]:
    """Rows in as few groups as their lines need, each about as full."""
    total = sum(map(lines_of, rows))
    full = total / math.ceil(total / (ROOM - HEAD))
    taken: list[Tag] = []
    for row in rows:
        held = sum(map(lines_of, taken))
        if taken and held + lines_of(row) / 2 > full:
            yield taken
            taken = []
        taken.append(row)
    if taken:
        yield taken


def holder_of(part: Tag, name: str) -> Tag:
    """The element that holds the rows: the part itself, or one inside it."""
    found = part if part.name == name else part.find(name)
    if not isinstance(found, Tag):
        raise ValueError(f"no {name} in a part that has rows")
    return found


def for_a_screen(part: Tag) -> Tag:
    """A part without what a room cannot use: links, hints, and frames that scroll."""
    for link in part.find_all("a"):
        if "anchor-link" in kinds_of(link):
            link.decompose()
        else:
            link.unwrap()
    for card in (part, *part.find_all("section")):
        if card.name == "section":
            card.name = "div"  # reveal.js takes every section for a slide
    find_drawings(part)
    if "course-card-question" in kinds_of(part):
        for_a_room(part)
    if part.name != "details":
        open_inside(part)
    say_whose_screen(part)
    for frame in (part, *part.find_all(class_="course-table-frame")):
        for name in ("role", "aria-label", "tabindex"):
            del frame[name]
    for ticked in (part, *part.find_all("ul")):
        if ticked.name == "ul" and all(item.get_text().lstrip().startswith(TICK) for item in ticked.find_all("li")):
            ticked["class"] = "course-slide-ticks"
    return part


def say_whose_screen(part: Tag) -> None:
    """Put the name of the place before what speaks of buttons, as a slide has none."""
    for text in (part, *part.find_all(["p", "li"])):
        if text.name in {"p", "li"} and OWN_SCREEN.search(text.get_text()):
            where = element("strong", "", f"{load().strings.workshop.slide_own_screen} ")
            text.insert(0, where)


def find_drawings(part: Tag) -> None:
    """Take drawings from the folder beside the slides; what is for telephones or stands beside a card stays away."""
    for image in part.find_all("img"):
        if {"course-narrow", "course-small"} & set(kinds_of(image)):
            image.decompose()
        else:
            image["src"] = f"figures/{str(image['src']).rpartition('/')[2]}"


def for_a_room(question: Tag) -> None:
    """Take away the hint and where to answer, as a room talks first, and speak of nothing that can be pressed."""
    where = load().strings.quiz.answer_in_panel.partition("{")[0]
    said = {load().strings.quiz.of(word): load().strings.workshop.of(f"slide_{word}") for word in ASKING}
    for hint in question.find_all("details"):
        hint.decompose()
    for text in question.find_all("p"):
        if text.get_text().startswith(where):
            text.decompose()
        elif text.get_text() in said:
            text.string = said[text.get_text()]


def on_own_device(named: str) -> Tag:
    """What stands for a part that only works where someone can press its buttons."""
    name = named.removesuffix(load().strings.workshop.slide_run_cell).strip()
    part = element("p", "course-slide-device", f"{name} ")
    strong = element("strong", "", load().strings.workshop.slide_screen_only)
    part.append(strong)
    return part


def element(name: str, kind: str, text: str) -> Tag:
    """A new element with a text."""
    made = BeautifulSoup("", "html.parser").new_tag(name)
    if kind:
        made["class"] = kind
    made.string = text
    return made
