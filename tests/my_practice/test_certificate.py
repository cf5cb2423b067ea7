"""The certificate: for what was read and known, in any name that a typeface has, and the name is kept nowhere."""

import base64
import io
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from course_helpers.knowledge import load
from course_helpers.my_practice import certificate as certificate_module
from course_helpers.my_practice.certificate import (
    LONGEST_NAME,
    SheetNameRefused,
    Standing,
    checked_name,
    fonts_for,
    sheet,
    standing,
)
from course_helpers.my_practice.certificate_panel import CertificatePanel
from course_helpers.record import Answer, Record, changing, open_record
from course_helpers.record.reading import checks_by_lesson, reach_end
from tests.record.test_reading import answer_check

COMPLETE = Standing(("00", "01", "02", "03", "04", "05", "06", "07"), (), 8, 0)
DAY = date(2026, 11, 26)
NEEDED = [name for name, lesson in load().lessons.items() if lesson.path == "everyone" and name != "08"]


def text_of(document: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages).split())


def read_all(record: Record) -> None:
    for check, lesson in checks_by_lesson().items():
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
            change.store_answer(Answer("safety", number, place, item, ((0,),), right, None, f"{number}-{place}"))


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
    for needed in ("no clinical qualification", "26 November 2026", "version", "When not to massage", "(8 in all)"):
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
