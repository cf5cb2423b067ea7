"""Handouts: tagged, whole, readable, one page where promised; the text on paper is the text that was meant."""

import io
import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from ctypes import POINTER, c_float, cast, create_string_buffer, string_at
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, get_args, get_type_hints
from unittest.mock import Mock

import pypdf
import pypdfium2
import pytest
from pypdfium2 import raw

from course_helpers.document import Block, Card, Details, Items, Line, Paragraph, Picture, PicturePart, Table
from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import Item
from course_helpers.lesson.drawings import drawing_path
from course_helpers.lesson.sources import address
from course_helpers.locale import NEUTRAL, VARIABLE, localised
from course_helpers.quiz.grading import choices
from course_helpers.version import VERSION
from course_helpers.workshop.handouts import printing
from course_helpers.workshop.handouts.printing import DoesNotFit, Paper, page_count, pdf
from course_helpers.workshop.handouts.sheets import Sheet, sheets
from tests.each import each
from tests.figures.layout import Words
from tests.figures.layout import words_of as words_of_drawing

PAPERS: tuple[Paper, ...] = get_args(Paper)
SIZES_PT = {"a4": (595, 842), "letter": (612, 792)}
EDGE_PT = 17
"""So much of each edge stays white: printers cannot reach it."""
FOOT_PT = 39
"""Below this height only the foot of a page stands."""
ROOM_FOR_A_PEN_PT = 20
ONE_LINE_PT = 11
"""More than a line of it reaches from its descenders to its ascenders, and less than two."""
LONGEST_TEXT_BYTES = 4096
"""More than any run of text on one line has."""
ROOM = create_string_buffer(LONGEST_TEXT_BYTES)
"""Where the library writes such a text: tens of thousands are asked for, one after the other."""
SHARED_AT_MOST = 0.2
"""Boxes reach from descender to ascender, so those of close lines share a little."""
LEADS_TO_TOUCH = (
    "routine_relax",
    "routine_before_feed",
    "routine_between_feeds",
    "may_i_massage_today",
    "look_and_feel",
)


@pytest.fixture(scope="module")
def made() -> dict[tuple[str, Paper], bytes]:
    """Every handout on both papers, in the words of no place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, NEUTRAL)
        return {(name, paper): pdf(sheet, paper) for name, sheet in sheets().items() for paper in PAPERS}


# A PDF is opened once for all that is asked of it.


@cache
def reader(document: bytes) -> Any:
    """A PDF as the library reads it, which knows no types for what lies inside."""
    return pypdf.PdfReader(io.BytesIO(document))


@cache
def pages_of(document: bytes) -> tuple[Any, ...]:
    """The pages of a PDF, to be looked at."""
    return tuple(pypdfium2.PdfDocument(document))


@cache
def text_pages_of(document: bytes) -> tuple[Any, ...]:
    """The text of each page, with the places of its letters."""
    return tuple(page.get_textpage() for page in pages_of(document))


@pytest.fixture(scope="module", autouse=True)
def closed_in_the_end() -> Iterator[None]:
    """What was opened once for all is closed, texts before their pages: else the library speaks of each at the end."""
    yield
    for kept in (text_pages_of, pages_of, reader):
        kept.cache_clear()


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
                yield from () if for_looking_up else (summary, *words_of(inner))
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
    return "\n".join(texts_by_page(document))


@cache
def texts_by_page(document: bytes) -> tuple[str, ...]:
    """The text of each page."""
    return tuple(page.get_text_range() for page in text_pages_of(document))


each_sheet = each("name, paper", itertools.product(sheets(), PAPERS))


class TestEverySheet:
    """What holds for each handout on each paper."""

    @each_sheet
    def test_the_text_on_paper_is_the_text_meant(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        found = text_of(made[name, paper])
        sheet = sheets()[name]
        meant = [*words_of(sheet.blocks()), *words_of(sheet.in_columns() if sheet.in_columns else ())]
        assert meant
        lost = [text for text in meant if squeezed(text) not in found and not over_a_page(squeezed(text), found)]
        assert lost == []

    @each_sheet
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

    @each_sheet
    def test_all_fonts_are_inside(self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper) -> None:
        document = reader(made[name, paper])
        fonts = {str(font) for page in document.pages for font in fonts_of(page)}
        assert fonts
        assert all("+DejaVu" in font for font in fonts), fonts

    @each_sheet
    def test_nothing_is_cut_off(self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper) -> None:
        """Every page as a picture: no ink at its edges, and some ink on it."""
        for page in pages_of(made[name, paper]):
            image = page.render(scale=1, grayscale=True).to_pil()
            assert image.getextrema()[0] < 200, "an empty page"
            inner = (EDGE_PT, EDGE_PT, image.width - EDGE_PT, image.height - EDGE_PT)
            image.paste(255, inner)
            assert image.getextrema() == (255, 255)

    @each_sheet
    def test_no_more_pages_than_promised(self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper) -> None:
        pages = len(pages_of(made[name, paper]))
        assert page_count(made[name, paper]) == pages
        most = sheets()[name].most_pages
        assert pages <= most or not most

    @each_sheet
    def test_no_line_of_text_lies_on_another(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        for lines in lines_by_page(made[name, paper]):
            assert overlaps(list(lines)) == []

    @each_sheet
    def test_every_drawing_has_its_alt_text(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        sheet = sheets()[name]
        meant = sorted(alts_meant((*sheet.blocks(), *(sheet.in_columns() if sheet.in_columns else ()))))
        assert alts_of(made[name, paper]) == meant

    @each_sheet
    def test_the_foot_of_a_page_is_two_lines(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        for lines in lines_by_page(made[name, paper]):
            foot = [line.box for line in lines if line.box[3] < FOOT_PT]
            assert len({round(box[1] / ONE_LINE_PT) for box in foot}) == 2
            assert max(box[3] for box in foot) - min(box[1] for box in foot) < 2 * ONE_LINE_PT

    @each_sheet
    def test_every_page_says_how_old_it_is_and_who_signed_it(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        """Sheets get apart, and are found years later."""
        document = made[name, paper]
        pages = pages_of(document)
        about = (VERSION, load().review.checked_on.isoformat(), "No clinician has signed this course off yet.")
        for number, (page, text_page) in enumerate(zip(pages, text_pages_of(document), strict=True), 1):
            foot = text_page.get_text_bounded(0, 0, page.get_width(), FOOT_PT)
            assert f"Page {number} of {len(pages)}" in " ".join(foot.split())
            assert all(squeezed(text) in squeezed(foot) for text in about)
        assert about[2] in (reader(document).metadata.subject or "")

    @each_sheet
    def test_danger_has_a_number_on_every_page(
        self, made: dict[tuple[str, Paper], bytes], name: str, paper: Paper
    ) -> None:
        foot = squeezed("In danger, call your local emergency number.")
        for text in texts_by_page(made[name, paper]):
            assert foot in squeezed(text)


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
    assert squeezed(load().strings.card.stop_rule) in text_of(made[name, "a4"])


def test_no_head_of_a_fold_is_printed_that_paper_cannot_open(made: dict[tuple[str, Paper], bytes]) -> None:
    assert squeezed(load().strings.card.sources) not in text_of(made["care_cards", "a4"])


def test_the_milk_decision_stands_before_any_step(made: dict[tuple[str, Paper], bytes]) -> None:
    text = text_of(made["routine_between_feeds", "a4"])
    first = squeezed(load().strings.handout.decide_first)
    assert text.index(first) < text.index(squeezed("1. Find the firmer areas"))


Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the lower left corner of a page."""


class TextLine(NamedTuple):
    """A run of text on one line, and its box."""

    text: str
    box: Box


@cache
def lines_by_page(document: bytes) -> tuple[tuple[TextLine, ...], ...]:
    """The runs of text of each page."""
    return tuple(tuple(lines_of(*both)) for both in zip(pages_of(document), text_pages_of(document), strict=True))


def lines_of(page: Any, text: Any) -> Iterator[TextLine]:
    """The runs of text of a page, and each drawing as one. Text inside drawings has a clip path, that of a sheet none.

    The shortest runs are left out: a drawing sets its letters one by one, and marks have to lie on drawings.
    """
    drawings = set()
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1, textpage=text):
        if frame := clipped_to(found):
            drawings.add(frame)
        elif len(said := squeezed(text_of_object(found, text))) > 3:
            yield TextLine(said, found.get_bounds())
    yield from (TextLine("a drawing", frame) for frame in drawings)


def text_of_object(found: Any, text: Any) -> str:
    """The text of an object. The library asks for its length first, and looks through the whole page each time."""
    length = raw.FPDFTextObj_GetText(found.raw, text.raw, cast(ROOM, POINTER(raw.FPDF_WCHAR)), LONGEST_TEXT_BYTES)
    assert 0 < length <= LONGEST_TEXT_BYTES
    return string_at(ROOM, length).decode("utf-16-le").rstrip("\0")


def clipped_to(found: Any) -> Box | None:
    """The outermost box to which an object is cut, or none."""
    path = raw.FPDFPageObj_GetClipPath(found.raw)
    if not path or raw.FPDFClipPath_CountPaths(path) < 1:
        return None
    points = []
    for n in range(raw.FPDFClipPath_CountPathSegments(path, 0)):
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, 0, n), x, y)
        points.append((x.value, y.value))
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def overlaps(lines: list[TextLine]) -> list[tuple[str, str]]:
    """Pairs of lines that share more of the page than boxes of neighbours, drawn with their descenders, do."""
    return [(one.text, two.text) for one, two in pairs_that_touch(lines) if shared(one, two) > SHARED_AT_MOST]


def pairs_that_touch(lines: list[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """Pairs of lines whose boxes have any place in common. From below, each is compared up to where it ends itself."""
    upwards = sorted(lines, key=lambda line: line.box[1])
    for number, one in enumerate(upwards, 1):
        left, _, right, top = one.box
        for two in islice(upwards, number, None):
            if two.box[1] >= top:
                break
            if left < two.box[2] and two.box[0] < right:
                yield one, two


def shared(one: TextLine, two: TextLine) -> float:
    """How much of the smaller box lies under the other, 0-1."""
    left, bottom = (max(one.box[n], two.box[n]) for n in (0, 1))
    right, top = (min(one.box[n], two.box[n]) for n in (2, 3))
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one.box, two.box)]
    return max(right - left, 0) * max(top - bottom, 0) / min(areas)


def test_lines_on_each_other_are_found() -> None:
    """The comparison sees what it is there for."""
    lines = [TextLine("one", (0, 0, 100, 10)), TextLine("two", (50, 4, 150, 14)), TextLine("far", (0, 20, 9, 30))]
    assert overlaps(lines) == [("one", "two")]


def alts_meant(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The alt text of every drawing of the blocks; where only parts are shown, that of each part."""
    for block in blocks:
        match block:
            case Picture(_, alt, parts=parts):
                yield from (part.alt for part in parts) if parts else (alt,)
            case Details(_, inner) | Card(_, _, _, inner):
                yield from alts_meant(inner)


def alts_of(document: bytes) -> list[str]:
    """The alt texts of a PDF's structure, sorted."""
    found = []
    for page in pages_of(document):
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        count, child = raw.FPDF_StructTree_CountChildren(tree), raw.FPDF_StructTree_GetChildAtIndex
        waiting = [child(tree, number) for number in range(count)]
        while waiting:
            if not (element := waiting.pop()):
                continue  # what stands on the page itself
            found += alt_of(element)
            count, child = raw.FPDF_StructElement_CountChildren(element), raw.FPDF_StructElement_GetChildAtIndex
            waiting += [child(element, number) for number in range(count)]
        raw.FPDF_StructTree_Close(tree)
    return sorted(found)


def alt_of(element: Any) -> list[str]:
    """The alt text of one element of the structure, if it has any."""
    length = raw.FPDF_StructElement_GetAltText(element, None, 0)
    kept = create_string_buffer(length)
    raw.FPDF_StructElement_GetAltText(element, kept, length)
    return [kept.raw.decode("utf-16-le").rstrip("\0")] if length else []


@pytest.mark.parametrize("kind", get_args(get_type_hints(Item)["kind"]))
def test_the_quiz_and_its_key_are_two_sheets(made: dict[tuple[str, Paper], bytes], kind: str) -> None:
    """All that is asked stands in the quiz, and nothing that answers it; in the key the reasons stand as well."""
    questions, key = (text_of(made[name, "a4"]) for name in ("quiz", "quiz_key"))
    items = [item for item in load().items.values() if item.kind == kind]
    assert items
    for item in items:
        asked = [item.stem, *(decision.question for decision in item.decisions)]
        answers = [option.why for options in choices(item) for option in options]
        answers += [*(step.why for step in item.steps), item.order_why, item.basis]
        assert all(stands_in(text, questions) for text in asked), item.id
        told = [text for text in answers if text]
        assert told
        assert not any(squeezed(localised(text))[:60] in questions for text in told), item.id
        assert all(stands_in(text, key) for text in told), item.id


def stands_in(text: str, printed: str) -> bool:
    """Whether a sheet has a text, on one page or over two."""
    meant = squeezed(localised(text))
    return meant in printed or over_a_page(meant, printed)


def test_the_steps_to_order_do_not_stand_in_their_order(made: dict[tuple[str, Paper], bytes]) -> None:
    questions = text_of(made["quiz", "a4"])
    for item in (item for item in load().items.values() if item.kind == "order"):
        after = questions[questions.index(squeezed(localised(item.stem))) :]
        places = [after.index(squeezed(localised(step.text))) for step in item.steps]
        assert places != sorted(places), item.id


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


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["may_i_massage_today", "what_to_report", "care_cards"])
def test_who_to_call_has_a_line_to_write_on(made: dict[tuple[str, Paper], bytes], name: str, paper: Paper) -> None:
    """Above each label is a line, with room for a number written by hand and nothing in that room."""
    page, text = pages_of(made[name, paper])[0], text_pages_of(made[name, paper])[0]
    labels = [value for key, value in vars_of(load().strings.handout).items() if key.startswith("call_")]
    assert len(labels) == 6
    for label in labels:
        assert text.search(label).get_next(), label
    rules = [found.get_bounds() for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)]
    rules = [box for box in rules if box[3] - box[1] < 2 and 120 < box[2] - box[0] < 200]
    assert len(rules) == len(labels)
    for left, _, right, top in rules:
        assert not text.get_text_bounded(left, top + 1, right, top + ROOM_FOR_A_PEN_PT).strip()


def vars_of(words: object) -> dict[str, str]:
    return {name: getattr(words, name) for name in words.__struct_fields__}  # type: ignore[attr-defined]


def test_the_sources_name_addresses_and_no_ids_of_records(made: dict[tuple[str, Paper], bytes]) -> None:
    """On paper nothing can be pressed, and nobody who reads has the files of content."""
    text = text_of(made["sources", "a4"])
    for reference in load().references.values():
        assert stands_in(reference.citation, text), reference.id
        assert stands_in(address(reference), text), reference.id
    plain = raw_text_of(made["sources", "a4"])
    records = {
        *load().claims,
        *load().tier_rows,
        *load().items,
        *load().check_questions,
        *load().care_cards,
        *load().facts,
    }
    assert not records & set(re.findall(r"[\w-]+", plain))


@pytest.mark.parametrize("name", ["routine_before_feed", "routine_between_feeds"])
def test_words_that_a_cut_hides_are_not_there_to_be_read_out(made: dict[tuple[str, Paper], bytes], name: str) -> None:
    """Every label of a drawing stands there as often as it can be seen."""
    shown = [picture for picture in sheets()[name].blocks() if isinstance(picture, Picture) and picture.parts]
    assert shown
    [picture] = shown
    words = words_of_drawing(ET.parse(drawing_path("F14")).getroot())
    seen = [one.text for part in picture.parts for one in words if in_part(one, part)]
    printed = raw_text_of(made[name, "a4"]).splitlines()
    assert 0 < len(seen) < len(words)
    for label in {one.text for one in words if len(one.text) > 4}:
        assert printed.count(label) == seen.count(label), label


@pytest.mark.parametrize("paper", PAPERS)
def test_the_words_in_a_drawing_that_is_cut_can_be_read_on_paper(
    made: dict[tuple[str, Paper], bytes], paper: Paper
) -> None:
    """Capital letters and those like them are about three quarters as high as their size in points."""
    heights = []
    for text in text_pages_of(made["routine_between_feeds", paper]):
        if found := text.search("to the ribs").get_next():
            first, count = found
            heights += [top - low for _, low, _, top in map(text.get_charbox, range(first, first + count))]
    assert max(heights) > 0.7 * printing.SMALLEST_PT


def in_part(words: Words, part: PicturePart) -> bool:
    return part.x <= words.left <= part.x + part.width and part.y <= words.bottom <= part.y + part.height


@each("name", sheets())
def test_apostrophes_are_those_of_print(made: dict[tuple[str, Paper], bytes], name: str) -> None:
    assert "'" not in raw_text_of(made[name, "a4"])


def test_the_certificate_says_what_it_is_not(made: dict[tuple[str, Paper], bytes]) -> None:
    text = text_of(made["certificate", "a4"])
    for limit in ("no_proof", "no_permission", "no_all_clear"):
        assert squeezed(load().strings.handout.of(limit)) in text
    for field in ("name", "date", "place", "leader"):
        assert squeezed(load().strings.handout.of(field)) in text


def test_the_words_of_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "uk")
    number = load().locales["uk"].emergency_number
    assert squeezed(number) in text_of(pdf(sheets()["what_to_report"], "a4"))


@pytest.mark.parametrize("locale", sorted(load().locales.keys() - {NEUTRAL}))
@pytest.mark.parametrize("name", [name for name, sheet in sheets().items() if sheet.most_pages])
def test_no_more_pages_than_promised_in_the_words_of_a_place(
    monkeypatch: pytest.MonkeyPatch, name: str, locale: str
) -> None:
    """Those in the words of no place are among all that are made."""
    monkeypatch.setenv(VARIABLE, locale)
    for paper in PAPERS:
        assert len(pypdfium2.PdfDocument(pdf(sheets()[name], paper))) <= sheets()[name].most_pages


@pytest.mark.parametrize("check", ["relax", "milk"])
def test_every_change_that_an_answer_brings_is_on_the_sheet(made: dict[tuple[str, Paper], bytes], check: str) -> None:
    """Each situation that lets somebody go on with changes stands there with its change for each routine."""
    text = text_of(made["may_i_massage_today", "a4"])
    asked = [question for question in load().readiness.values() if question.id.startswith(f"{check}-")]
    chosen = [choice for question in asked for choice in question.choices]
    rows = {row for choice in chosen for row in choice.rows} | {p.row for question in asked for p in question.picks}
    routines = {"relax": ("relax",), "milk": ("before_feed", "between_feeds")}[check]
    found = [(load().tier_rows[row], routine) for row in rows for routine in routines]
    changes = [(row.sign, row.changes[routine]) for row, routine in found if routine in row.changes]
    assert len(changes) > 8
    for sign, change in [*changes, *((choice.text, choice.change) for choice in chosen if choice.change)]:
        assert squeezed(sign) in text
        assert squeezed(localised(change)) in text


def test_text_never_becomes_markup() -> None:
    nasty = 'A #set page(width: 1cm) "quote" \\ [x] $y$ *bold* _it_ <a> @ref ` ~ = - // /* */'
    sheet = Sheet("A [title] #here", lambda: (Paragraph((nasty,)), Items(((nasty,),)), Card("stop", nasty, nasty, ())))
    document = pdf(sheet, "a4")
    assert "".join(raw_text_of(document).split()).count("".join(nasty.split())) == 4


def test_a_sheet_that_cannot_fit_is_told() -> None:
    long = Sheet("Long", lambda: tuple(Paragraph(("word " * 200,)) for _ in range(40)), most_pages=1)
    with pytest.raises(DoesNotFit, match=r"“Long” does not fit on one page \(a4\)"):
        pdf(long, "a4")


def test_the_smallest_text_can_be_read() -> None:
    assert printing.SMALLEST_PT >= 7.5


@pytest.mark.parametrize("near", [None, *range(len(printing.SIZES_PT))])
def test_where_a_sheet_fitted_last_changes_no_size(near: int | None) -> None:
    """It only spares setting the sheet in most of the sizes."""
    for first in range(len(printing.SIZES_PT) + 1):
        fits = Mock(side_effect=lambda size, fitting=printing.SIZES_PT[first:]: size in fitting)
        assert printing._first(fits, near) == first
        assert fits.call_count <= (2 if near == first else 8)
