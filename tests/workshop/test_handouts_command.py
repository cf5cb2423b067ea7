"""``start.py handouts``: what it writes where, and that one sheet which does not fit costs no other."""

import os
from pathlib import Path

import pypdfium2
import pytest

from course_helpers.commands import handouts as command
from course_helpers.commands.handouts import main
from course_helpers.document import Paragraph
from course_helpers.knowledge import load
from course_helpers.locale import VARIABLE
from course_helpers.workshop.handouts.sheets import Sheet, sheets


@pytest.fixture(autouse=True)
def neutral(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of no place; also puts back what the command sets."""
    monkeypatch.setenv(VARIABLE, "neutral")


def written(folder: Path) -> list[str]:
    """Every file below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def text_of(path: Path) -> str:
    """The words of a sheet, with single spaces."""
    pages = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_named_sheets_on_both_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["six_key", "certificate", "--out", str(tmp_path / "made")]) == 0
    files = ["a4/certificate.pdf", "a4/six_key.pdf", "letter/certificate.pdf", "letter/six_key.pdf"]
    assert written(tmp_path) == [f"made/{name}" for name in files]
    printed = capsys.readouterr().out
    assert all(f"wrote {tmp_path / 'made' / name}" in printed for name in files)


def test_no_name_means_every_sheet_and_the_usual_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That each of them can be set is tested where they are made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "pdf", lambda sheet, paper: f"{sheet.title} on {paper}".encode())
    assert main(["--paper", "letter"]) == 0
    assert written(tmp_path) == sorted(f"handouts/letter/{name}.pdf" for name in sheets())


def test_the_words_of_a_place(tmp_path: Path) -> None:
    assert main(["what_to_report", "--paper", "a4", "--locale", "uk", "--out", str(tmp_path)]) == 0
    assert os.environ[VARIABLE] == "uk"
    text = text_of(tmp_path / "a4" / "what_to_report.pdf")
    assert load().locales["uk"].emergency_number in text
    assert load().locales["neutral"].emergency_number not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["certificate", "poster"], "no handout is called poster"),
        (["--paper", "a5"], "a5"),
        (["--locale", "moon"], "moon"),
    ],
)
def test_what_is_unknown_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--out", str(tmp_path)])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
    assert written(tmp_path) == []


def test_a_sheet_that_does_not_fit_costs_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = Sheet("Long", lambda: tuple(Paragraph(("word " * 200,)) for _ in range(40)), most_pages=1)
    short = Sheet("Short", lambda: (Paragraph(("word",)),), most_pages=1)
    made = {"first": short, "long": long, "longer": long, "last": short}
    monkeypatch.setattr(command, "sheets", lambda: made)
    assert main(["--paper", "a4", "--out", str(tmp_path)]) == 1
    assert written(tmp_path) == ["a4/first.pdf", "a4/last.pdf"]
    told = capsys.readouterr().err
    assert f"did not write {tmp_path / 'a4' / 'long.pdf'}: “Long” does not fit on one page" in told
    assert str(tmp_path / "a4" / "longer.pdf") in told
