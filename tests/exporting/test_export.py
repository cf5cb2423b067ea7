"""The quiz elsewhere: what was written is read back as it was, by readers that follow the rules of each format."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from course_helpers.commands import export_quiz
from course_helpers.exporting import FORMATS, export
from course_helpers.exporting.gift import gift
from course_helpers.exporting.jupyterquiz import jupyterquiz
from course_helpers.exporting.moodle_xml import moodle_xml
from course_helpers.exporting.paper import keys, questions
from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Option
from course_helpers.knowledge.quizzes import Item
from course_helpers.lesson.printed import about_this_print
from course_helpers.quiz.grading import choices
from tests.each import each
from tests.quiz.another_key import with_another_key
from tests.quiz.invented_bank import BANK, item

NASTY = [
    "tilde ~ equals = hash # braces { } colon : and %50% too",
    "quotes \" and ' and “these”, an ampersand & and <b>angle brackets</b>",
    "umlauts ä ö ü ß é, signs ≥ 38.0 °C, a backslash \\ and \\n, a dollar $5 and $6",
]


def nasty_items() -> list[Item]:
    """Items whose texts hold every sign that some format treats as its own."""
    options = [Option(text=f"{n} {text}", right=n == 1, why=f"Because {text}") for n, text in enumerate(NASTY)]
    several = [Option(text=f"{n} {text}", right=n != 1, why=f"So {text}") for n, text in enumerate(NASTY)]
    return [
        item("K1-N", stem=" ".join(NASTY), options=options, hint=NASTY[0]),
        item("K1-M", "multiple", stem=NASTY[1], options=several, hint=NASTY[2]),
    ]


ITEMS = [*nasty_items(), *(entry for entry in load().items.values() if entry.kind in {"single", "multiple"})]
Told = list[tuple[str, bool, str]]


def told(entry: Item) -> Told:
    from course_helpers.locale import localised

    return [(localised(o.text), o.right, localised(o.why)) for o in entry.options]


def how_sure(entry: Item) -> str:
    """What a reader has to learn about second-hand sources and course rules, in every format."""
    from course_helpers.locale import localised

    return f"{load().strings.quiz.basis} {localised(entry.basis)}" if entry.basis else ""


def read_gift(text: str) -> dict[str, tuple[str, Told, list[float], str]]:
    """A reader after the rules of Moodle's importer: blank lines part questions, a backslash protects a sign."""
    found = {}
    # What stands behind two slashes is for authors.
    text = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    for block in re.split(r"\n\s*\n", text.strip()):
        hidden = re.sub(r"\\(.)", lambda m: f"\x00{ord(m.group(1))}\x01", block)
        name, stem, body = re.fullmatch(r"::(.*?)::\[plain\](.*?)\{(.*)\}", hidden, re.DOTALL).groups()  # type: ignore[union-attr]
        body, _, general = body.partition("####")
        answers, shares = [], []
        for mark, share, rest in re.findall(r"([=~])(?:%(-?[\d.]+)%)?([^=~]*)", body):
            shown, _, why = rest.partition("#")
            worth = float(share) if share else (100.0 if mark == "=" else 0.0)
            answers.append((_plain(shown), worth > 0, _plain(why)))
            shares.append(worth)
        found[_plain(name)] = (_plain(stem), answers, shares, _plain(general))
    return found


def _plain(hidden: str) -> str:
    return re.sub("\x00(\\d+)\x01", lambda m: chr(int(m.group(1))), hidden).strip()


@each("entry", ITEMS, named=lambda entry: entry.id)
def test_gift_is_read_back_as_it_was(entry: Item) -> None:
    from course_helpers.locale import localised

    stem, answers, _, general = read_gift(gift([entry]))[entry.id]
    assert stem == localised(entry.stem)
    assert answers == told(entry)
    assert general == how_sure(entry)


@each("entry", ITEMS, named=lambda entry: entry.id)
def test_moodle_xml_is_read_back_as_it_was(entry: Item) -> None:
    from course_helpers.locale import localised

    (question,) = ET.fromstring(moodle_xml([entry]))
    assert question.findtext("questiontext/text") == localised(entry.stem)
    assert question.findtext("hint/text") == localised(entry.hint)
    assert str(question.findtext("generalfeedback/text")).startswith(how_sure(entry))
    assert question.findtext("single") == ("true" if entry.kind == "single" else "false")
    answers = [
        (answer.findtext("text"), float(answer.get("fraction", "0")) > 0, answer.findtext("feedback/text"))
        for answer in question.findall("answer")
    ]
    assert answers == told(entry)


@each("entry", ITEMS, named=lambda entry: entry.id)
def test_full_marks_need_the_whole_set_and_ticking_everything_gives_nothing(entry: Item) -> None:
    """Shares as both Moodle formats add them up."""
    _, answers, shares, _ = read_gift(gift([entry]))[entry.id]
    right = sum(share for share, (_, is_right, _) in zip(shares, answers, strict=True) if is_right)
    assert right == pytest.approx(100, abs=0.001)
    if entry.kind == "multiple":
        assert sum(shares) <= 0
        assert all(share < 100 for share, (_, is_right, _) in zip(shares, answers, strict=True) if is_right) or (
            sum(is_right for _, is_right, _ in answers) == 1
        )


@each("entry", ITEMS, named=lambda entry: entry.id)
def test_jupyterquiz_is_read_back_as_it_was(entry: Item) -> None:
    from course_helpers.locale import localised

    (question,) = json.loads(jupyterquiz([entry]))
    assert unescape(question["question"]) == localised(entry.stem)
    assert [(unescape(a["answer"]), a["correct"], unescape(a["feedback"])) for a in question["answers"]] == [
        (text, right, f"{why} {how_sure(entry)}".strip()) for text, right, why in told(entry)
    ]
    assert question["type"] == {"single": "multiple_choice", "multiple": "many_choice"}[entry.kind]
    assert not re.search(r"<|\$", json.dumps(question))


class Reader(HTMLParser):
    """The words of a page, as a person reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.images = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.images += tag == "img"

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read_page(text: str) -> tuple[str, int]:
    reader = Reader()
    reader.feed(text)
    return " ".join(" ".join(reader.words).split()), reader.images


EVERYTHING = list(load().items.values())


def test_the_paper_quiz_asks_everything_and_tells_no_answer() -> None:
    page, images = read_page(questions([*nasty_items(), *EVERYTHING]))
    assert images == sum(entry.kind == "point" for entry in EVERYTHING)
    for entry in nasty_items():
        assert " ".join(entry.stem.split()) in page
    for entry in EVERYTHING:
        whys = [option.why for options in choices(entry) for option in options] + [entry.order_why]
        assert not [why for why in whys if len(why) > 15 and max(re.split(r"\{\w+\}", why), key=len).strip() in page]
    assert load().strings.card.stop_rule in page


def test_the_key_sheet_is_a_page_of_its_own_with_every_reason() -> None:
    page, _ = read_page(keys([*nasty_items(), *EVERYTHING]))
    for entry in [*nasty_items(), *EVERYTHING]:
        for option in [option for options in choices(entry) for option in options]:
            if "{" not in option.why:
                assert " ".join(option.why.split()) in page


class Sheet(HTMLParser):
    """A printed sheet as its sections: the words of each line of a list, section by section."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[list[str]] = []
        self.in_line = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "section":
            self.sections.append([])
        if tag == "li":
            self.sections[-1].append("")
        self.in_line = tag == "li" or (tag == "b" and self.in_line)

    def handle_endtag(self, tag: str) -> None:
        self.in_line = self.in_line and tag != "li"

    def handle_data(self, data: str) -> None:
        if self.in_line:
            self.sections[-1][-1] += data


def lines_of(text: str) -> list[list[str]]:
    """The lines of every section of a sheet."""
    sheet = Sheet()
    sheet.feed(text)
    return sheet.sections


@each("entry", [*nasty_items(), *EVERYTHING], named=lambda entry: entry.id)
def test_the_key_sheet_marks_each_option_as_it_is(entry: Item) -> None:
    """A wrong mark on paper has no Python behind it that could put it right."""
    from course_helpers.locale import localised

    words = load().strings.quiz
    (lines,) = lines_of(keys([entry]))
    if entry.kind == "order":
        assert [line.split(":")[0] for line in lines] == [
            f"{number}. {localised(step.text)}".split(":")[0] for number, step in enumerate(entry.steps, 1)
        ]
        return
    (asked,) = lines_of(questions([entry]))
    options = {localised(option.text): option for part in choices(entry) for option in part}
    assert len(lines) == len(asked) == sum(len(part) for part in choices(entry))
    for line, question_line in zip(lines, asked, strict=True):
        letter, text = re.fullmatch(r"☐ ([A-Z])\. (.*)", question_line, re.DOTALL).groups()  # type: ignore[union-attr]
        mark = words.mark_right if options[text].right else words.mark_wrong
        assert line == f"{letter}. {text} {mark}. {localised(options[text].why)}"


@each("entry", [entry for entry in EVERYTHING if entry.kind != "order"], named=lambda entry: entry.id)
def test_another_key_leaves_the_printed_questions_as_they_are(entry: Item) -> None:
    """L1: the sheet that is handed out first tells nothing."""
    other = with_another_key(entry)
    assert questions([other]) == questions([entry])
    assert keys([other]) != keys([entry])


def test_kinds_that_a_format_lacks_are_left_out_and_listed() -> None:
    for name in ("gift", "moodle-xml", "jupyterquiz"):
        made = export(name, BANK.values())
        assert {entry.kind for entry in made.left_out} == {"order", "scenario"}
        told_of = " ".join(export_quiz.report(name, made))
        assert all(entry.id in told_of for entry in made.left_out)
    assert export("paper", BANK.values()).left_out == ()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_whoever_uses_it_elsewhere_is_told_how_old_it_is_and_who_signed_it(name: str) -> None:
    """In the file where the format has a place for it, else by the command."""
    made = export(name, BANK.values())
    told_of = " ".join(export_quiz.report(name, made))
    assert all(about_this_print() in unescape(text) for text in made.files.values()) or about_this_print() in told_of


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_command_writes_the_files_whole(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export_quiz.main(["--format", name, "--out", str(tmp_path / "out")]) == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert written == export(name, load().items.values()).files
    assert all(len(text) > 1000 for text in written.values())
    assert "wrote" in capsys.readouterr().out


def test_an_unknown_format_is_named_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        export_quiz.main(["--format", "word"])
    assert "word" in capsys.readouterr().err
