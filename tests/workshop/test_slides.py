"""Slides: nothing of a lesson is lost or shown too early, every slide can be read, and no network is asked."""

import importlib.util
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from nbconvert.filters import markdown2html
from playwright.sync_api import Browser, Page

from course_helpers.commands.slides import main
from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Option, Question
from course_helpers.locale import VARIABLE, localised
from course_helpers.quiz.grading import choices
from course_helpers.version import VERSION
from course_helpers.workshop.slides import cutting, deck, place
from course_helpers.workshop.slides.cutting import Slide, slides_of
from course_helpers.workshop.slides.deck import NoReveal
from tests.axe import violations
from tests.places import NOTEBOOKS, ROOT

LESSONS = {
    lesson.id: lesson
    for lesson in load().lessons.values()
    if lesson.ready and lesson.path not in {"appendix", "facilitator"}
}
STOP = load().strings.card.stop_rule
FACILITATOR = "facilitator"


def cells_of(lesson_id: str) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads((NOTEBOOKS / LESSONS[lesson_id].notebook).read_text("utf-8"))["cells"]
    return cells


@cache
def slides_in(lesson_id: str) -> tuple[Slide, ...]:
    """The slides of a lesson, cut once for all tests that only read them."""
    return tuple(slides_of(cells_of(lesson_id)))


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def shown_by(slide: Slide) -> str:
    return squeezed(slide.section + "".join(part.get_text() for part in slide.parts))


def text_cell(source: str, *tags: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": source, "metadata": {"tags": list(tags)}}


def shown_cell(call: str, html: str) -> dict[str, Any]:
    blocks = f'<div class="course-blocks">{html}</div>'
    output = {"output_type": "execute_result", "data": {"text/html": blocks, "text/plain": "plain"}}
    return {"cell_type": "code", "source": call, "metadata": {}, "outputs": [output]}


# What stands on the slides


def meant_for_slides(lesson_id: str) -> Iterator[str]:
    """Every paragraph, point and cell of a table that a learner reads, found without the code under test."""
    for cell in cells_of(lesson_id):
        source = "".join(cell["source"])
        if source.startswith("## Next"):
            return
        if cell["cell_type"] == "markdown":
            if not cell["metadata"].get("tags"):
                yield from texts_of(BeautifulSoup(markdown2html(source), "html.parser"))
            continue
        for output in cell["outputs"]:
            html = "".join(output["data"].get("text/html", ""))
            if not any(f".{name}(" in source for name in cutting.ON_PAPER_CALLS):
                yield from texts_of(BeautifulSoup(html, "html.parser"))


def texts_of(soup: BeautifulSoup) -> Iterator[str]:
    words = load().strings
    for details in soup.find_all("details"):
        if details.decomposed:
            continue  # it went with the part that it stood in
        summary = details.find("summary")
        named = summary.get_text() if summary else ""
        if "course-look-up" in details.get_attribute_list("class") or named in {
            words.card.longer_description,
            words.quiz.hint,
        }:
            details.decompose()
    for found in soup.find_all(["p", "li", "td", "th", "h3", "summary", "caption"]):
        text = found.get_text()
        said_otherwise = text in {words.quiz.of(name) for name in cutting.ASKING}
        if text and not said_otherwise and not text.startswith(words.quiz.answer_in_panel.partition("{")[0]):
            yield squeezed(text)


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_nothing_that_a_learner_reads_is_lost(lesson_id: str) -> None:
    on_slides = "".join(map(shown_by, slides_in(lesson_id)))
    meant = list(meant_for_slides(lesson_id))
    assert len(meant) > 10, "a lesson has that much to say, else nothing was compared"
    assert [text for text in meant if text not in on_slides] == []


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_what_facilitators_read_is_in_the_notes_and_nowhere_else(lesson_id: str) -> None:
    slides = slides_in(lesson_id)
    said = [cell for cell in cells_of(lesson_id) if FACILITATOR in cell["metadata"].get("tags", ())]
    notes = [note for slide in slides for note in slide.notes]
    assert len(notes) == len(said)
    on_slides = "".join(map(shown_by, slides))
    for note in notes:
        text = squeezed(BeautifulSoup(note, "html.parser").get_text())
        assert text
        assert text not in on_slides


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_an_answer_stands_on_a_later_slide_than_its_question(lesson_id: str) -> None:
    pages = [shown_by(slide) for slide in slides_in(lesson_id)]
    for cell in cells_of(lesson_id):
        before = ""
        for part in BeautifulSoup(markdown2html("".join(cell["source"])), "html.parser").find_all(recursive=False):
            if part.name == "details" and cell["cell_type"] == "markdown":
                answer = squeezed(part.get_text().strip().splitlines()[-1])
                asked_on = next(n for n, page in enumerate(pages) if before in page)
                assert all(answer not in page for page in pages[: asked_on + 1])
            before = squeezed(part.get_text()) if part.name == "p" else before


def checks_of(lesson_id: str) -> list[Question]:
    calls = "\n".join("".join(cell["source"]) for cell in cells_of(lesson_id) if cell["cell_type"] == "code")
    return [load().check_questions[name] for name in re.findall(r"course\.check\(.(\w+).\)", calls)]


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_the_answer_to_a_check_follows_its_question(lesson_id: str) -> None:
    """The whole answer, with the letters that the question had, and nothing of it on the slide of the question."""
    pages = [shown_by(slide) for slide in slides_in(lesson_id)]
    for question in checks_of(lesson_id):
        stem, answer = localised(question.stem), load().strings.workshop.slide_answer
        asked = next(number for number, page in enumerate(pages) if squeezed(stem) in page)
        told = next(number for number, page in enumerate(pages) if squeezed(f"{answer} {stem}") in page)
        assert asked < told
        before, after = "".join(pages[:told]), "".join(pages[told:])
        options = [option for options in choices(question) for option in options]
        reasons = [*(option.why for option in options), *(step.why for step in question.steps), question.order_why]
        assert [text for text in reasons if text and squeezed(localised(text)) in before] == []
        assert [text for text in reasons if text and squeezed(localised(text)) not in after] == []
        if question.kind == "order":
            places = [after.index(squeezed(step.text)) for step in question.steps]
            assert places == sorted(places)
        for letter, option in lettered_on(pages[asked:told], options):
            mark = load().strings.quiz.mark_right if option.right else load().strings.quiz.mark_wrong
            assert squeezed(f"{letter}. {localised(option.text)} {mark}.") in after


def lettered_on(pages: list[str], options: list[Option]) -> Iterator[tuple[str, Option]]:
    """Each option with the letter before it on the slides of its question."""
    text = "".join(pages)
    for option in options:
        yield text[text.index(squeezed(localised(option.text))) - 1], option


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_no_question_speaks_of_what_a_screen_in_front_cannot_do(lesson_id: str) -> None:
    told = [load().strings.quiz.of(word) for word in ("put_in_order", "decide", "point", "point_many")]
    for slide in slides_in(lesson_id):
        assert not any(squeezed(text) in shown_by(slide) for text in told), slide.section


PRESSED = re.compile(r"\bbuttons?\b|\bpanel\b|space bar|H key|A\+|double arrow|[Pp]ress “|small triangle")
"""Words of what stands on one's own screen and on no slide."""


def texts_on(slides: Iterable[Slide]) -> Iterator[str]:
    for part in (part for slide in slides for part in slide.parts):
        yield from (found.get_text() for found in (part, *part.find_all(["p", "li"])) if found.name in {"p", "li"})


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_what_speaks_of_buttons_says_whose_screen_has_them(lesson_id: str) -> None:
    said = [text for text in texts_on(slides_in(lesson_id)) if PRESSED.search(text)]
    own = load().strings.workshop.slide_own_screen
    assert [text for text in said if not text.startswith(own)] == []
    assert said or lesson_id not in {"00", "05", "06", "08"}, (
        "these lessons speak of buttons, else nothing was compared"
    )


def test_hints_of_checks_are_on_no_slide() -> None:
    on_slides = "".join(shown_by(slide) for lesson_id in LESSONS for slide in slides_in(lesson_id))
    assert not any(squeezed(check.hint) in on_slides for check in load().check_questions.values())


# The words of a place


@pytest.mark.parametrize("lesson_id", LESSONS)
@pytest.mark.usefixtures("own_record")
def test_what_is_shown_anew_is_what_is_stored(lesson_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slides of a place differ from the lesson in the words of that place, and in nothing else."""
    monkeypatch.setattr(place, "NEUTRAL", "no place at all")
    for stored, anew in zip(cells_of(lesson_id), place.in_words_of_the_place(cells_of(lesson_id)), strict=True):
        for one, other in zip(stored.get("outputs", ()), anew.get("outputs", ()), strict=True):
            assert "".join(one["data"].get("text/html", "")) == "".join(other["data"].get("text/html", ""))


@pytest.mark.usefixtures("own_record")
def test_body_and_foot_are_in_the_words_of_one_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "neutral")
    assert main(["03", "--locale", "uk", "--out", str(tmp_path)]) == 0
    soup = BeautifulSoup(next(tmp_path.glob("03*.html")).read_text(encoding="utf-8"), "html.parser")
    foot = soup.find(class_="course-slide-foot")
    assert isinstance(foot, Tag)
    body = " ".join(found.get_text(" ") for found in soup.find_all(class_="course-slide"))
    number = load().locales["uk"].emergency_number
    assert number in foot.get_text()
    assert body.count(number) > 3
    assert load().locales["neutral"].emergency_number not in shown_by_calls(soup)


def shown_by_calls(soup: BeautifulSoup) -> str:
    """The text of all cards and tables: what a call of the course shows. The text of a lesson is neutral."""
    found = soup.select(".course-card, .course-table-frame")
    assert found
    return " ".join(part.get_text(" ") for part in found)


@pytest.mark.parametrize("lesson_id", [name for name in load().lessons if name not in LESSONS])
def test_what_is_for_those_who_lead_is_not_shown_to_the_room(
    lesson_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not load().lessons[lesson_id].ready:
        pytest.skip("this lesson is not ready")
    with pytest.raises(SystemExit):
        main([lesson_id, "--out", str(tmp_path)])
    assert f"lesson {lesson_id} is for" in capsys.readouterr().err


def test_a_table_that_is_too_long_goes_on_with_its_head() -> None:
    rows = "".join(f"<tr><th>row {n}</th><td>{'word ' * 30}</td></tr>" for n in range(30))
    html = f"<table><caption>All</caption><thead><tr><th>One</th><th>Two</th></tr></thead><tbody>{rows}</tbody></table>"
    slides = slides_of([text_cell("# T"), text_cell("## 1 S"), shown_cell("course.x()", html)])[1:]
    assert len(slides) > 3
    assert all("OneTwo" in shown_by(slide) for slide in slides)
    assert [n for n in range(30) if sum(f"row{n}word" in shown_by(slide) for slide in slides) != 1] == []


def test_a_list_goes_on_with_its_numbers() -> None:
    text = "\n".join(f"{n}. {'word ' * 30}" for n in range(1, 21))
    lists = [part for slide in slides_of([text_cell(f"## 1 S\n\n{text}")]) for part in slide.parts if part.name == "ol"]
    begun = 1
    for part in lists:
        assert int(str(part.get("start", "1"))) == begun
        begun += len(part.find_all("li"))
    assert begun == 21
    assert len(lists) > 2


def test_a_card_that_is_too_long_keeps_its_head() -> None:
    points = "".join(f"<li>point {n} {'word ' * 20}</li>" for n in range(30))
    head = '<p class="course-card-head">Stop and get help</p>'
    html = f'<section class="course-card course-card-stop">{head}<ul>{points}</ul></section>'
    slides = [slide for slide in slides_of([text_cell("## 1 S"), shown_cell("course.x()", html)]) if slide.parts]
    assert len(slides) > 2
    assert all("Stopandgethelp" in shown_by(slide) for slide in slides)
    assert "".join(map(shown_by, slides)).count("point29word") == 1


def test_reveal_takes_no_card_for_a_slide_and_nothing_leads_away() -> None:
    html = '<section class="course-card"><p><a href="03_x.ipynb#a">there</a> <a href="https://doi.org/1">B01</a></p></section>'
    [slide] = [s for s in slides_of([text_cell("## 1 S"), shown_cell("course.x()", html)]) if s.parts]
    made = "".join(map(str, slide.parts))
    assert "<section" not in made
    assert "<a " not in made
    assert "there" in made


def test_headings_with_markup_stay_text() -> None:
    assert "&lt;b&gt;" in deck.content(Slide("1.1 <b>bold</b>", first=True))


def test_every_deck_says_how_old_it_is_and_who_signed_it_in_the_signs_of_print() -> None:
    made = BeautifulSoup(deck.deck(LESSONS["04"], slides_of(cells_of("04"))), "html.parser")
    foot = made.find(class_="course-slide-foot")
    assert isinstance(foot, Tag)
    review = load().review
    for told in (f" {VERSION}.", review.checked_on.isoformat(), review.in_short):
        assert told in foot.get_text()
    assert "Elif’s" in made.get_text()
    shown = (made.title, *made.find_all(class_=["course-slide", "course-slide-foot", "notes"]))
    assert [part.get_text() for part in shown if part and "'" in part.get_text()] == []


# The decks in a browser


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All decks, as the command writes them, with the slides that the other tests have looked at."""
    out = tmp_path_factory.mktemp("slides")
    for lesson_id, lesson in LESSONS.items():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(deck, "slides_of", lambda _cells, of=lesson_id: list(slides_in(of)))
            deck.write_deck(lesson, ROOT, out)
    return out


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test if anything goes wrong in it, or anything leaves this computer."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    wrong: list[str] = []
    context.on("request", lambda request: wrong.append(request.url) if not local(request.url) else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("requestfailed", lambda request: wrong.append(f"missing: {request.url}"))
    yield context.new_page()
    context.close()
    assert wrong == []


def local(address: str) -> bool:
    return address.startswith(("file:", "data:", "about:", "blob:"))


def open_deck(page: Page, decks: Path, lesson_id: str) -> int:
    """The number of slides of a deck."""
    page.goto((decks / f"{Path(LESSONS[lesson_id].notebook).stem}.html").as_uri())
    page.wait_for_selector(".reveal.ready")
    return int(page.locator(".slide-number-b").inner_text())


SCREENS = ((1920, 1080), (1024, 768))
"""Screens beside the usual one."""

IN_FRONT = "section.present:not(.stack)"
SIZES = f"""() => {{
  const slide = document.querySelector('{IN_FRONT} .course-slide');
  const foot = document.querySelector('.course-slide-foot').getBoundingClientRect();
  const cut = [...slide.querySelectorAll('*')].filter((node) => node.getBoundingClientRect().bottom > foot.top + 1);
  const broken = [...slide.querySelectorAll('img')].filter((image) => image.complete && !image.naturalWidth);
  return {{
    number: document.querySelector('.slide-number-a').innerText,
    over: Math.max(slide.scrollHeight - 720, slide.scrollWidth - 1280, cut.length, broken.length),
    size: Number(slide.style.getPropertyValue('--course-slide-size')),
  }};
}}"""


def read_through(page: Page, count: int) -> None:
    """Turn every slide, and find nothing cut, too wide or too small."""
    found = []
    for _ in range(count):
        found.append(page.evaluate(SIZES))
        page.keyboard.press("Space")
    assert [sizes["number"] for sizes in found] == [str(n) for n in range(1, count + 1)]
    assert [sizes for sizes in found if sizes["over"] > 0] == []
    assert [sizes for sizes in found if sizes["size"] < 0.65] == []


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_every_slide_can_be_read_to_its_end(page: Page, decks: Path, lesson_id: str) -> None:
    read_through(page, open_deck(page, decks, lesson_id))


@pytest.mark.parametrize("lesson_id", ["03", "07"])
def test_the_right_arrow_passes_nothing_by(page: Page, decks: Path, lesson_id: str) -> None:
    """Emergency cards least of all."""
    count = open_deck(page, decks, lesson_id)
    meant = [shown_by(slide) for slide in slides_in(lesson_id)]
    assert count == len(meant)
    seen = []
    for _ in range(count):
        seen.append(squeezed(page.evaluate(f"document.querySelector('{IN_FRONT} .course-slide').textContent")))
        page.keyboard.press("ArrowRight")
    assert seen == meant
    page.keyboard.press("ArrowLeft")
    before = page.evaluate(f"document.querySelector('{IN_FRONT} .course-slide').textContent")
    assert squeezed(before) == meant[-2]


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_long_lesson_fits_other_screens(page: Page, decks: Path, width: int, height: int) -> None:
    """A wide screen and a projector of the older shape: the slide fills what there is, and nothing leaves it."""
    page.set_viewport_size({"width": width, "height": height})
    count = open_deck(page, decks, "03")
    box = page.locator(f"{IN_FRONT} .course-slide").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    assert max(box["width"] / width, box["height"] / height) > 0.9
    read_through(page, count)


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_the_stop_rule_stands_under_every_slide(page: Page, decks: Path, lesson_id: str) -> None:
    open_deck(page, decks, lesson_id)
    foot = page.locator(".course-slide-foot")
    for _ in range(3):
        assert STOP in foot.inner_text()
        box = foot.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 800
        page.keyboard.press("ArrowRight")


def test_slides_are_for_everyone(page: Page, decks: Path) -> None:
    """One slide of each kind: no serious finding of axe."""
    seen: set[str] = set()
    for lesson_id in ("03", "02"):
        for _ in range(open_deck(page, decks, lesson_id)):
            kinds = page.evaluate(KINDS)
            if not seen.issuperset(kinds):
                seen.update(kinds)
                assert violations(page) == []
            page.keyboard.press("Space")
    assert seen > {"H2.course-slide-section", "FIGURE.", "DIV.course-table-frame", "DIV.course-card course-card-stop"}


KINDS = f"""() => [...document.querySelectorAll('{IN_FRONT} .course-slide > *')]
  .map((node) => `${{node.tagName}}.${{node.className}}`)"""


def test_the_speaker_sees_the_notes(page: Page, decks: Path) -> None:
    """Also where the deck is only a file, as on a USB stick."""
    count = open_deck(page, decks, "06")
    for _ in range(count):
        if page.locator(f"{IN_FRONT} aside.notes").count():
            break
        page.keyboard.press("Space")
    said = page.locator(f"{IN_FRONT} aside.notes").first.text_content() or ""
    with page.context.expect_page() as window:
        page.keyboard.press("s")
    speaker = window.value
    speaker.wait_for_function(
        "(said) => document.querySelector('.speaker-controls-notes .value')?.textContent.trim() === said",
        arg=said.strip(),
    )
    assert not page.locator("aside.notes").first.is_visible()


# The command


def test_the_command_writes_the_named_lesson(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["00", "--out", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.glob("*.html")] == ["00_start_here.html"]
    assert "00_start_here.html" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["77"])


def test_decks_are_made_again_over_files_that_came_from_a_place_that_is_only_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As from a disc: a copy that may only be read could not be written over."""
    reveal = tmp_path / "reveal"
    for name in deck.TAKEN:
        (reveal / name).parent.mkdir(parents=True, exist_ok=True)
        (reveal / name).write_text("1", encoding="utf-8")
        (reveal / name).chmod(0o444)
    monkeypatch.setattr(deck, "reveal_files", lambda: reveal)
    out = tmp_path / "out"
    deck.lay_out(out)
    assert all(path.stat().st_mode & 0o200 for path in out.rglob("*"))
    for name in deck.TAKEN:
        (reveal / name).chmod(0o644)
        (reveal / name).write_text("2", encoding="utf-8")
    deck.lay_out(out)
    assert {(out / "reveal" / name).read_text(encoding="utf-8") for name in deck.TAKEN} == {"2"}


def test_a_missing_reveal_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr("course_helpers.workshop.slides.deck.PLACE", tmp_path / "nothing")
    with pytest.raises(NoReveal, match=r"python3 start\.py slides"):
        main(["00", "--out", str(tmp_path)])
    assert not list(tmp_path.glob("*.html"))


def test_a_deck_names_no_other_computer(decks: Path) -> None:
    """No address but those of name spaces, in any file that reveal.js did not bring."""
    for path in (*decks.glob("*.html"), decks / "deck.css", decks / "deck.js"):
        named = re.findall(r"https?://[^\s\"')]+", path.read_text(encoding="utf-8"))
        assert [name for name in named if not name.startswith("http://www.w3.org/")] == []


def test_a_part_that_has_no_rows_is_refused() -> None:
    part = BeautifulSoup("<p>text</p>", "html.parser").p
    assert isinstance(part, Tag)
    with pytest.raises(ValueError, match="no tbody"):
        cutting.holder_of(part, "tbody")
