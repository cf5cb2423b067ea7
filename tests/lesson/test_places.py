"""Each place hears it in its own words: its numbers, its services, its scale of temperature."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import course_helpers as course
from course_helpers.authoring.notebooks import read_notebook
from course_helpers.document import Document
from course_helpers.explorers.signs import SignExplorer
from course_helpers.knowledge import load
from course_helpers.knowledge.wording import PLACEHOLDER, WORDS_OF_PLACES, filled, in_both_scales
from course_helpers.locale import VARIABLE, localised
from course_helpers.player.view_model import routine_page
from course_helpers.workshop.handouts.sheets import sheets
from tests.workshop.test_handouts import words_of

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
BARE = re.compile(r"\d °C(?! \(\d)")
"""A temperature whose °F does not follow."""


def shown_in_lessons() -> Iterator[str]:
    """The HTML of every document that a lesson shows."""
    for lesson in load().lessons.values():
        path = NOTEBOOKS / lesson.notebook
        for _, call in read_notebook(path).calls() if path.exists() else ():
            made = getattr(course, call.name)(*call.arguments) if call else None
            if isinstance(made, Document):
                yield made._repr_html_()


def shown_elsewhere() -> Iterator[str]:
    """What the sign explorer, the player with its check, the quiz and the handouts say."""
    yield json.dumps(SignExplorer().answers, ensure_ascii=False)
    for routine in load().routines:
        yield json.dumps(routine_page(routine), ensure_ascii=False)
    for sheet in sheets().values():
        yield from words_of(sheet.blocks())
        yield from words_of(sheet.in_columns() if sheet.in_columns else ())


@pytest.mark.parametrize("place", ["us", "eu", "neutral"])
def test_no_place_reads_a_bare_celsius_in_the_us_nor_111_outside_the_uk(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E22, E12: in every lesson, panel and handout."""
    monkeypatch.setenv(VARIABLE, place)
    texts = [re.sub(r"<summary>.*?</details>", "", text, flags=re.DOTALL) for text in shown_in_lessons()]
    texts += shown_elsewhere()
    assert len(texts) > 100
    if place == "us":
        assert [text[max(0, at.start() - 60) : at.end() + 20] for text in texts for at in BARE.finditer(text)] == []
        assert any("°F" in text for text in texts)
    else:
        assert not any("°F" in text for text in texts)
    assert not any(load().locales["uk"].out_of_hours in text for text in texts)
    assert [text for text in texts if WORDS_OF_PLACES.intersection(PLACEHOLDER.findall(text))] == []


@pytest.mark.parametrize(
    ("celsius", "fahrenheit"),
    [("36.0", "96.8"), ("37.5", "99.5"), ("38.0", "100.4"), ("38.5", "101.3"), ("39.0", "102.2")],
)
def test_fahrenheit_is_the_arithmetic_of_the_second_evidence_file(celsius: str, fahrenheit: str) -> None:
    """E22."""
    assert in_both_scales(f"At {celsius} °C.") == f"At {celsius} °C ({fahrenheit} °F)."


def test_a_word_that_begins_a_sentence_begins_with_a_capital_letter() -> None:
    """A9: “Closed? Your out-of-hours line.”, and a word that is none of the place's stays."""
    place = load().locales["neutral"]
    assert filled("Closed? {out_of_hours}.", place).startswith("Closed? Your out-of-hours")
    assert filled("{midwife}: ask {midwife}. {id} {name}", place) == "Your midwife: ask your midwife. {id} {name}"


def test_help_at_night_is_named_in_every_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A9: 111 in the United Kingdom, with Northern Ireland apart; a service by its own name elsewhere."""
    monkeypatch.setenv(VARIABLE, "uk")
    assert localised("Call {out_of_hours}.").startswith("Call 111 (in Northern Ireland")
    monkeypatch.setenv(VARIABLE, "eu")
    assert "116117" in localised("{out_of_hours}")
