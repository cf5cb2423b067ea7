"""Handouts: tagged, whole, readable, one page where promised; the text on paper is the text that was meant."""

import io
import re
from collections.abc import Iterator
from typing import Any, get_args

import pypdf
import pypdfium2
import pytest

from course_helpers.document import Block, Card, Details, Items, Line, Paragraph, Picture, Table
from course_helpers.knowledge import load
from course_helpers.locale import VARIABLE, localised
from course_helpers.workshop.handouts import printing
from course_helpers.workshop.handouts.printing import DoesNotFit, Paper, page_count, pdf
from course_helpers.workshop.handouts.sheets import Sheet, sheets

PAPERS: tuple[Paper, ...] = get_args(Paper)
SIZES_PT = {"a4": (595, 842), "letter": (612, 792)}
EDGE_PT = 17
"""So much of each edge stays white: printers cannot reach it."""
LEADS_TO_TOUCH = (
    "routine_relax",
    "routine_before_feed",
    "routine_between_feeds",
    "may_i_massage_today",
    "look_and_feel",
)


@pytest.fixture(scope="module")
def made() -> dict[tuple[str, Paper], bytes]:
    """Every handout on both papers."""
    return {(name, paper): pdf(sheet, paper) for name, sheet in sheets().items() for paper in PAPERS}


def reader(document: bytes) -> Any:
    """A PDF as the library reads it, which knows no types for what lies inside."""
    return pypdf.PdfReader(io.BytesIO(document))


def words_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text of the blocks, in their order."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield said(text)
            case Items(items):
                yield from (said(item) for item in items)
            case Table(caption, header, rows):
                yield from (caption, *header, *(said(cell) for row in rows for cell in row))
            case Details(summary, inner, for_looking_up):
                yield summary
                yield from () if for_looking_up else words_of(inner)
            case Card(_, label, title, inner):
                yield from (label, title)
                yield from words_of(inner)
            case Picture():
                pass


def said(parts: Line) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in parts)


def squeezed(text: str) -> str:
    """Letters and digits alone: at the ends of its lines a PDF has no spaces, and hyphens of its own kind."""
    return re.sub(r"[\W_]+", "", text)


def text_of(document: bytes) -> str:
    """All text of a PDF as its reader finds it, without the lines at the foot of each page."""
    return squeezed(raw_text_of(document))


def raw_text_of(document: bytes) -> str:
    """The same with every sign."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(document))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", sheets())
class TestEverySheet:
    """What holds for each handout on each paper."""

    def test_the_text_on_paper_is_the_text_meant(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        found = text_of(made[name, paper])
        sheet = sheets()[name]
        meant = [*words_of(sheet.blocks()), *words_of(sheet.in_columns() if sheet.in_columns else ())]
        assert meant
        lost = [text for text in meant if squeezed(text) not in found and not over_a_page(squeezed(text), found)]
        assert lost == []

    def test_it_is_tagged_with_title_language_and_alt_text(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        document = reader(made[name, paper])
        root = document.trailer["/Root"]
        assert root["/Lang"].startswith("en")
        assert root["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in root
        assert b"pdfuaid" in document.xmp_metadata.stream.get_data()
        assert document.metadata.title == sheets()[name].title
        width, height = SIZES_PT[paper]
        assert all(
            abs(page.mediabox.width - width) < 1 and abs(page.mediabox.height - height) < 1 for page in document.pages
        )

    def test_all_fonts_are_inside(self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper) -> None:
        document = reader(made[name, paper])
        fonts = {str(font) for page in document.pages for font in fonts_of(page)}
        assert fonts
        assert all("+DejaVu" in font for font in fonts), fonts

    def test_nothing_is_cut_off(self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper) -> None:
        """Every page as a picture: no ink at its edges, and some ink on it."""
        for page in pypdfium2.PdfDocument(made[name, paper]):
            image = page.render(scale=1, grayscale=True).to_pil()
            assert image.getextrema()[0] < 200, "an empty page"
            inner = (EDGE_PT, EDGE_PT, image.width - EDGE_PT, image.height - EDGE_PT)
            image.paste(255, inner)
            assert image.getextrema() == (255, 255)

    def test_one_page_where_promised(self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper) -> None:
        pages = len(pypdfium2.PdfDocument(made[name, paper]))
        assert page_count(made[name, paper]) == pages
        assert pages == 1 or not sheets()[name].one_page

    def test_danger_has_a_number_on_every_page(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        foot = squeezed("In danger, call your local emergency number.")
        for page in pypdfium2.PdfDocument(made[name, paper]):
            assert foot in squeezed(page.get_textpage().get_text_range())


def over_a_page(text: str, found: str) -> bool:
    """Whether a text is there with the foot of a page in its middle: its beginning and its end, apart."""
    return any(text[:cut] in found and text[cut:] in found for cut in range(10, len(text) - 10))


def fonts_of(page: Any) -> Iterator[object]:
    """The names of the fonts of a page and of the drawings on it."""
    resources = [page["/Resources"].get_object()]
    while resources:
        resource = resources.pop()
        for font in resource.get("/Font", {}).values():
            yield font.get_object()["/BaseFont"]
        for form in resource.get("/XObject", {}).values():
            if "/Resources" in form.get_object():
                resources.append(form.get_object()["/Resources"].get_object())


@pytest.mark.parametrize("name", LEADS_TO_TOUCH)
def test_what_leads_to_touch_carries_the_stop_rule(made: dict[tuple[str, Paper], bytes], name: str) -> None:
    assert squeezed(load().strings.card["stop_rule"]) in text_of(made[name, "a4"])


def test_the_milk_decision_stands_before_any_step(made: dict[tuple[str, Paper], bytes]) -> None:
    text = text_of(made["routine_between_feeds", "a4"])
    first = squeezed(load().strings.handout["decide_first"])
    assert text.index(first) < text.index(squeezed("1. Find the firmer areas"))


def test_every_drawing_has_its_alt_text(made: dict[tuple[str, Paper], bytes]) -> None:
    document = reader(made["routine_relax", "a4"])
    assert load().figures["F13"].alt in alts_of(document)


def alts_of(document: Any) -> set[str]:
    """The alt texts of a PDF's structure."""
    found, waiting = set(), [document.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        entry = waiting.pop().get_object()
        if not isinstance(entry, dict):
            continue
        if "/Alt" in entry:
            found.add(str(entry["/Alt"]))
        kids = entry.get("/K", [])
        waiting += kids if isinstance(kids, list) else [kids]
    return found


def test_the_quiz_and_its_key_are_two_sheets(made: dict[tuple[str, Paper], bytes]) -> None:
    questions = text_of(made["quiz", "a4"])
    items = [item for item in load().items.values() if item.kind == "single"]
    assert all(squeezed(item.stem) in questions or over_a_page(squeezed(item.stem), questions) for item in items)
    for item in items:
        for option in item.options:
            assert squeezed(option.why)[:60] not in questions


def test_the_six_questions_are_counted_with_the_right_letters(made: dict[tuple[str, Paper], bytes]) -> None:
    """The key names the letter under which the right answer stands on each sheet, and the sheets do not tell it."""
    key = text_of(made["six_key", "a4"])
    for question in load().warm_ups.values():
        [item] = [item for item in load().items.values() if item.twin_of == question.id]
        twin_right = next(option.text for option in item.options if option.right)
        for sheet, right in (("six_before", question.options[question.right]), ("six_after", twin_right)):
            printed = text_of(made[sheet, "a4"])
            answer = squeezed(localised(right))
            letter = printed[printed.index(answer) - 1]
            assert letter in "ABC"
            assert f"{letter}{answer}" in key
    for option in (option for item in load().items.values() if item.twin_of for option in item.options):
        assert squeezed(option.why)[:60] not in text_of(made["six_after", "a4"])


def test_the_certificate_says_what_it_is_not(made: dict[tuple[str, Paper], bytes]) -> None:
    text = text_of(made["certificate", "a4"])
    for limit in ("no_proof", "no_permission", "no_all_clear"):
        assert squeezed(load().strings.handout[limit]) in text
    for field in ("name", "date", "place", "leader"):
        assert squeezed(load().strings.handout[field]) in text


def test_the_words_of_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "uk")
    number = load().locales["uk"].emergency_number
    assert squeezed(number) in text_of(pdf(sheets()["what_to_report"], "a4"))


def test_text_never_becomes_markup() -> None:
    nasty = 'A #set page(width: 1cm) "quote" \\ [x] $y$ *bold* _it_ <a> @ref ` ~ = - // /* */'
    sheet = Sheet("A [title] #here", lambda: (Paragraph((nasty,)), Items(((nasty,),)), Card("stop", nasty, nasty, ())))
    document = pdf(sheet, "a4")
    assert "".join(raw_text_of(document).split()).count("".join(nasty.split())) == 4


def test_a_sheet_that_cannot_fit_is_told() -> None:
    long = Sheet("Long", lambda: tuple(Paragraph(("word " * 200,)) for _ in range(40)), one_page=True)
    with pytest.raises(DoesNotFit, match=r"“Long” does not fit on one page \(a4\)"):
        pdf(long, "a4")


def test_the_smallest_text_can_be_read() -> None:
    assert printing.SMALLEST_PT >= 7.5
