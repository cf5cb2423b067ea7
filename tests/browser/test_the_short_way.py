"""A first practice within fifteen minutes: the short way, walked in the real JupyterLab by one who reads it all."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from course_helpers.knowledge import load
from course_helpers.quiz import quiz_session
from course_helpers.quiz.grading import key
from course_helpers.quiz.option_order import to_page
from course_helpers.record import FOLDER_VARIABLE, Record
from tests.browser.conftest import RunningCourse, Watched, open_lesson, wait_until_live
from tests.browser.test_links_arrive import IN_FRONT, go_back, has_arrived

WORDS = load().strings
WORDS_A_MINUTE = 180
SECONDS_A_PRESS = 1.5
"""To point and press; reading and thinking are in the words."""
MOST_PRESSES = 60
MOST_MINUTES = 15
WRONG_ANSWERS = 2
WORD_OF_A_PLACE = re.compile(r"\{\w+\}")
SECTION = """([lesson, id]) => {
  const cells = [...document.querySelectorAll(`${lesson} .jp-Cell`)];
  const opens = (cell) => cell.querySelector('h2')?.textContent ?? '';
  const first = id ? cells.findIndex((cell) => opens(cell).startsWith(`${id} `)) : 0;
  const ends = (cell) => opens(cell) || cell.querySelector('h3, .course-player, .course-quiz[data-screen=start]');
  const after = cells.slice(first + 1).findIndex(ends);
  const here = cells.slice(first, first + 1 + after).filter((cell) => cell.checkVisibility());
  return here.map((cell) => cell.innerText).join(' ');
}"""
"""The visible words of a section up to its quiz, its player or what it offers as an extra; or of the first screen."""


@dataclass
class Walk:
    """What a person has read and pressed so far."""

    page: Page
    words: int = 0
    presses: int = 0
    stations: list[str] = field(default_factory=list)

    def read(self, text: str) -> None:
        assert WORD_OF_A_PLACE.search(text) is None, "a place to fill in was read out"
        self.words += len(text.split())

    def look_at(self, panel: Locator) -> None:
        """What stands on a panel, without what is there for the ear alone."""
        self.read(panel.inner_text())
        unseen = panel.locator(".course-unseen:visible, .course-status.course-unseen").all_inner_texts()
        self.words -= sum(len(text.split()) for text in unseen)

    def press(self, target: Locator) -> None:
        target.click()
        self.presses += 1

    def section(self, number: str) -> None:
        wait_until_live(self.page)
        self.read(str(self.page.evaluate(SECTION, [IN_FRONT, number])))

    def note(self, station: str) -> None:
        self.stations.append(f"{station}: {self.words} words, {self.presses} presses")

    @property
    def minutes(self) -> float:
        return self.words / WORDS_A_MINUTE + self.presses * SECONDS_A_PRESS / 60


@pytest.fixture
def record() -> Record:
    """A learner who has done nothing yet; the kernels of the course write into the same file."""
    record = Record(Path(os.environ[FOLDER_VARIABLE]) / "record.sqlite3")
    record.forget()
    return record


def steps_of(page: Page) -> Callable[[str], Locator]:
    return lambda step: page.locator(f"{IN_FRONT} .course-short-way").get_by_role(
        "link", name=load().short_way[step].title
    )


def test_a_first_practice_begins_within_fifteen_minutes_and_sixty_presses(
    course: RunningCourse, watched: Watched, record: Record
) -> None:
    page = watched.page
    open_lesson(course, page, "00_start_here.ipynb")
    walk, step = Walk(page), steps_of(page)
    walk.section("")
    walk.press(page.locator(f"{IN_FRONT} .course-doors").get_by_role("link", name=load().doors["short"].title))
    has_arrived(page, "0.2")
    walk.section("0.2")
    walk.note("to the row of steps")
    read_at(walk, step, "stop")
    read_at(walk, step, "levels")
    walk.press(step("seven"))
    has_arrived(page, "5.1")
    walk.section("5.1")
    walk.note("5.1")
    answer_the_seven(walk, record)
    walk.press(page.locator(f"{IN_FRONT} .course-quiz").first.get_by_role("link", name=WORDS.quiz.practise_now))
    section = load().routines["relax"].head.practised_in
    has_arrived(page, section)
    walk.section(section)
    walk.note("6.4")
    begin_the_practice(walk)
    told = "\n".join([*walk.stations, f"{walk.minutes:.1f} minutes"])
    print(told)
    assert walk.presses <= MOST_PRESSES, told
    assert walk.minutes <= MOST_MINUTES, told
    assert watched.errors == []


def read_at(walk: Walk, step: Callable[[str], Locator], name: str) -> None:
    """Go to a step, read it, and come back to the row, which then leads on."""
    walk.press(step(name))
    section = load().short_way[name].section
    has_arrived(walk.page, section)
    walk.section(section)
    go_back(walk.page)
    walk.presses += 1
    expect(step(name).locator("xpath=..")).to_contain_text(WORDS.short_way.done)
    walk.note(name)


def answer_the_seven(walk: Walk, record: Record) -> None:
    """All seven, with two wrong answers on the way; the reasons are read too.

    Which questions come again is drawn by lot: the longest draw has about fifteen words more than a usual one.
    """
    quiz = walk.page.locator(f"{IN_FRONT} .course-quiz").first
    walk.look_at(quiz)
    walk.press(quiz.get_by_role("button", name=WORDS.quiz.begin))
    expect(quiz.locator(".course-stem")).to_be_visible()
    asked = 0
    while quiz.locator(".course-stem").count():
        walk.look_at(quiz)
        answer(walk, quiz, record, right=asked >= WRONG_ANSWERS)
        walk.press(quiz.get_by_role("button", name=WORDS.quiz.check_answer))
        expect(quiz.locator(".course-reason").first).to_be_visible()
        for explained in quiz.locator(".course-verdict, .course-reason, .course-explained").all():
            walk.look_at(explained)
        stem = quiz.locator(".course-stem").inner_text()
        walk.press(quiz.locator(".course-button-main:visible"))
        expect(quiz.locator(".course-stem", has_text=stem)).to_have_count(0)
        asked += 1
    assert asked == len(load().quizzes["seven"].objectives) + WRONG_ANSWERS
    walk.look_at(quiz)
    walk.note("seven")


def answer(walk: Walk, quiz: Locator, record: Record, *, right: bool) -> None:
    """Choose as the bank has it, or as it has it not."""
    state = quiz_session("seven", record).snapshot().state
    assert state.question is not None
    for number, chosen in enumerate(to_page(state.shown, key(state.question))):
        part = quiz.locator("fieldset.course-part").nth(number)
        places = chosen if right else [next(n for n in range(part.locator("input").count()) if n not in chosen)]
        for place in places:
            walk.press(part.locator("input").nth(place))


def begin_the_practice(walk: Walk) -> None:
    """The readiness check, whole, and the first step."""
    player = walk.page.locator(f"{IN_FRONT} .course-player").first
    walk.look_at(player)
    walk.press(player.get_by_role("button", name=WORDS.player.practise, exact=True))
    questions = player.locator(".course-readiness-question")
    expect(questions).to_have_count(9)
    walk.note("choice")
    walk.look_at(player)
    walk.note("check")
    for question in questions.all():
        walk.press(question.get_by_role("radio", name=WORDS.readiness.no, exact=True).first)
    walk.press(player.get_by_role("button", name=WORDS.readiness.see_result))
    # `See result` is a main button too: without this wait it is taken for the way to begin.
    expect(player).to_have_attribute("data-screen", "outcome")
    begin = player.locator(".course-button-main:visible")
    expect(begin).to_have_count(1)
    walk.look_at(player)
    walk.note("readiness check")
    walk.press(begin)
    expect(player).to_have_attribute("data-state", "ready")
    walk.press(player.get_by_role("button", name=WORDS.player.start, exact=True))
    expect(player).to_have_attribute("data-step", "1")
    expect(player).to_have_attribute("data-state", "get-ready")
    walk.note("first step")
