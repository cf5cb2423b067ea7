"""The certificate: for what was read and known, in any name that a typeface has, and the name is kept nowhere."""

import base64
import io
import tempfile
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib import font_manager, get_data_path
from matplotlib.font_manager import get_font
from PIL import Image
from pypdf import PdfReader

from course_helpers.knowledge import load
from course_helpers.my_practice import certificate as certificate_module
from course_helpers.my_practice.certificate import (
    LONGEST_NAME,
    Form,
    SheetNameRefused,
    Standing,
    checked_name,
    fonts_for,
    sheet,
    standing,
)
from course_helpers.my_practice.certificate_panel import CertificatePanel
from course_helpers.record import Record, StoredAnswer, changing, open_record
from course_helpers.record.reading import check_questions_by_lesson, reach_end
from tests.record.test_reading import answer_check

COMPLETE = Standing(("00", "01", "02", "03", "04", "05", "06", "07"), (), 8, 0)
DAY = date(2026, 11, 26)
NEEDED = [name for name, lesson in load().lessons.items() if lesson.path == "everyone" and name != "08"]


def text_of(document: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages).split())


def read_all(record: Record) -> None:
    for check, lesson in check_questions_by_lesson().items():
        if lesson in NEEDED:
            answer_check(record, check)
    for lesson in NEEDED:
        reach_end(record, lesson)


def know_all(record: Record, *, but: str = "") -> None:
    plan = load().quizzes["safety"]
    items = [next(i.id for i in load().items.values() if i.objective == name) for name in plan.objectives]
    with changing(record, "safety") as change:
        change.begin_round(len(change.history.rounds) + 1, "new", 1, items)
        for place, item in enumerate(items):
            right = load().items[item].objective != but
            number = change.history.rounds[-1].number
            change.store_answer(StoredAnswer("safety", number, place, item, ((0,),), right, None, f"{number}-{place}"))


def test_it_takes_every_lesson_for_everybody_and_every_safety_point() -> None:
    record = Record(None)
    assert standing(record).lessons_missing == tuple(NEEDED)
    read_all(record)
    assert standing(record).lessons_missing == ()
    assert not standing(record).complete
    know_all(record, but="SC4")
    assert standing(record).safety_missing == 1
    know_all(record)
    assert standing(record).complete
    assert "07" not in standing(record).read, "milk is for whom it concerns, and is named only if it was read"


def test_a_point_that_is_missed_later_takes_it_back() -> None:
    record = Record(None)
    read_all(record)
    know_all(record)
    know_all(record, but="SC1")
    assert not standing(record).complete


def test_a_lesson_without_the_rest_is_no_reason_to_miss_a_point_of_the_rest() -> None:
    record = Record(None)
    read_all(record)
    know_all(record, but="K1")
    assert standing(record).complete


NAMES = [
    "Li",
    "Zoë Ångström-Łuczak",
    "O’Neill d'Été",
    "Ελένη Παπαδοπούλου",
    "Наталія Їжакевич",
    "محمد بن سلمان",
    "שרה כהן",
    "Nguyễn Thị Ánh",
    "ⵜⴰⵏⵉⵔⵜ",
    '#set text(red) $x$ *bold* \\ " [a]',
    "Anna Maria " * 10,
    "W" * LONGEST_NAME,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_script_that_a_typeface_has_is_set(name: str) -> None:
    document = sheet("pdf", name, COMPLETE, DAY)
    assert len(PdfReader(io.BytesIO(document)).pages) == 1
    fonts = str(PdfReader(io.BytesIO(document)).pages[0]["/Resources"])
    assert "Font" in fonts
    if name.isascii():
        assert name.strip().split()[0] in text_of(document)


def test_a_long_name_stays_on_the_sheet() -> None:
    page = pypdfium2.PdfDocument(sheet("pdf", "W" * LONGEST_NAME, COMPLETE, DAY))[0].render(scale=1).to_pil()
    right_margin = page.convert("L").crop((page.width - 40, 0, page.width, page.height))
    assert right_margin.getextrema() == (255, 255)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("", "name_empty"),
        ("   ", "name_empty"),
        ("a" * (LONGEST_NAME + 1), "name_long"),
        ("a\nb", "name_signs"),
        ("a\u202eb", "name_signs"),
        ("\u200d\u200c", "name_empty"),
        ("\u3164", "name_empty"),
        ("a\x00", "name_signs"),
        ("a\ud800", "name_signs"),
        ("a\u2028b", "name_signs"),
        ("\U0010fffd", "name_signs"),
    ],
)
def test_what_is_no_name_is_refused_in_words(name: str, word: str) -> None:
    with pytest.raises(SheetNameRefused) as refused:
        checked_name(name)
    assert refused.value.word == word
    told = load().strings.certificate.of(word).format(**refused.value.told)
    assert "{" not in told


SCRIPTS = {
    "Arabic": "محمد بن سلمان",
    "Persian": "می\u200cخواهم",
    "Thai": "สมชาย ใจดี",
    "Devanagari": "क्षितिज शर्मा",
    "Tamil": "தமிழ்",
    "Ethiopic": "አበበ",
    "Chinese": "李小龍",
    "with a variant": "葛\U000e0100城",
    "Japanese": "山田 太郎さん",
    "Korean": "김철수",
    "emoji": "Ana 😀",
    "emoji in colour": "Ana ❤\ufe0f",
    "joined emoji": "👩\u200d👩\u200d👧 Li",
    "flag": "🇺🇦 Li",
}
OURS = {"Arabic", "Persian", "emoji", "emoji in colour"}
"""What the course's own typeface has: it is set on every computer."""


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("form", ["pdf", "png"])
def test_a_name_is_set_whole_or_refused_in_words(script: str, form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a computer without typefaces. No empty box stands for a letter, and no sign that cannot be seen is named."""
    monkeypatch.setattr(certificate_module, "_typefaces_of_the_computer", lambda: iter(()))
    name = SCRIPTS[script]
    if script in OURS:
        assert not set(filter(str.isalpha, name)) - letters_of_the_course()
        assert sheet(form, name, COMPLETE, DAY)
        return
    with pytest.raises(SheetNameRefused) as refused:
        sheet(form, name, COMPLETE, DAY)
    told = load().strings.certificate.of(refused.value.word).format(**refused.value.told)
    named = str(refused.value.told["letters"]).split()
    assert set(named) <= set(name)
    assert all(unicodedata.name(letter) and letter not in "\u200d\ufe0f\U000e0100" for letter in named)
    assert all(letter in told for letter in named)


def letters_of_the_course() -> set[str]:
    return set(map(chr, get_font(str(get_data_path()) + "/fonts/ttf/DejaVuSans-Bold.ttf").get_charmap()))


@pytest.mark.parametrize("script", ["Thai", "Devanagari", "Chinese", "Korean", "joined emoji"])
def test_a_name_is_set_in_a_typeface_of_the_computer(
    script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A real file with a box for each letter, in place of a typeface that this computer may not have."""
    path, name = tmp_path / "helper.ttf", SCRIPTS[script]
    make_typeface(path, "Helper Sans", sorted(set(name) - {" "}))
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [str(tmp_path / "damaged.ttf"), str(path)])
    (tmp_path / "damaged.ttf").write_bytes(b"no typeface")
    document = sheet("pdf", name, COMPLETE, DAY)
    assert "HelperSans" in "".join(fonts_in(document))
    assert sheet("png", name, COMPLETE, DAY) != sheet("png", "x", COMPLETE, DAY)


def fonts_in(document: bytes) -> list[str]:
    """The names of the typefaces in a PDF."""
    resources: Any = PdfReader(io.BytesIO(document)).pages[0]["/Resources"]
    fonts = resources["/Font"]
    return [str(font.get_object()["/BaseFont"]) for font in fonts.values()]


def make_typeface(path: Path, family: str, letters: list[str]) -> None:
    """A typeface in which each letter is a box as wide as its number in the list says."""
    names = [".notdef", *(f"box{number}" for number in range(len(letters)))]
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder(names)
    build.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    glyphs = {}
    for number, name in enumerate(names):
        pen, wide = TTGlyphPen(None), 200 + 10 * number
        for place in ((0, 0), (0, 700), (wide, 700), (wide, 0)):
            (pen.moveTo if place == (0, 0) else pen.lineTo)(place)
        pen.closePath()
        glyphs[name] = pen.glyph()
    build.setupGlyf(glyphs)
    build.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    build.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    build.setupPost()
    build.save(path)


def test_letters_that_no_typeface_has_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certificate_module, "_typefaces_of_the_computer", lambda: iter(()))
    with pytest.raises(SheetNameRefused) as refused:
        sheet("pdf", "李小龍", COMPLETE, DAY)
    told = load().strings.certificate.of(refused.value.word).format(**refused.value.told)
    assert all(letter in told for letter in "李小龍")


def test_a_typeface_of_the_computer_helps_out(monkeypatch: pytest.MonkeyPatch) -> None:
    other = (Path("/fonts/some.ttf"), "Some Han", frozenset("李小龍"))
    useless = (Path("/fonts/other.ttf"), "Other", frozenset("xyz"))
    monkeypatch.setattr(certificate_module, "_typefaces_of_the_computer", lambda: iter([useless, other]))
    assert fonts_for("李 Bruce") == [(Path("/fonts"), "Some Han")]
    assert fonts_for("Bruce") == []


def test_the_sheet_says_what_it_is_and_what_it_is_not() -> None:
    document = sheet("pdf", "Ana", COMPLETE, DAY)
    told = text_of(document)
    for needed in ("not a clinical qualification", "26 November 2026", "version", "When not to massage", "(8 in all)"):
        assert needed in told
    assert "nothing about the health" in told
    root = PdfReader(io.BytesIO(document)).root_object
    assert str(root["/Lang"]) == "en"
    assert "/StructTreeRoot" in root


def test_the_picture_is_the_same_sheet() -> None:
    picture = Image.open(io.BytesIO(sheet("png", "Ana", COMPLETE, DAY)))
    assert picture.format == "PNG"
    assert picture.width > 1000
    assert picture.height > picture.width


@pytest.mark.usefixtures("own_record")
def test_the_name_is_stored_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Not in the record, not in a trait, not in a file for a moment: nothing is written at all."""
    read_all(open_record())
    know_all(open_record())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    panel = CertificatePanel.current()
    assert panel.view["complete"]
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(panel, "send", sent.append)
    panel._hear(panel, {"id": "make", "kind": "make", "form": "pdf", "name": "Xanthippe Quill"}, [])
    assert sent[-1]["text"] == load().strings.certificate.made
    (made,) = [message["file"] for message in sent if message["kind"] == "file"]
    assert "Xanthippe" in text_of(base64.b64decode(made["content"]))
    path = open_record().path
    assert path is not None
    assert [file for file in path.parent.iterdir() if b"Xanthippe" in file.read_bytes()] == []
    assert "Xanthippe" not in str(panel.get_state())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("own_record")
def test_nobody_gets_it_before_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = CertificatePanel.current()
    assert not panel.view["complete"]
    assert len(panel.view["missing"]) == len(NEEDED) + 1
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(panel, "send", sent.append)
    panel._hear(panel, {"id": "make", "kind": "make", "form": "pdf", "name": "Ana"}, [])
    assert [message["kind"] for message in sent] == ["reply"]
    assert sent[0]["text"] == load().strings.certificate.not_yet
