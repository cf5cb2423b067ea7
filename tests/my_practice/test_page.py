"""The panels of lesson 08 as somebody meets them: by keys, on a phone, in the dark, with axe-core in every state."""

import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from course_helpers.knowledge import load
from course_helpers.my_practice.certificate_panel import CertificatePanel
from course_helpers.my_practice.history_panel import HistoryPanel
from course_helpers.my_practice.own_record import OwnRecordPanel
from course_helpers.my_practice.reminder_panel import ReminderPanel
from course_helpers.my_practice.standing_panel import StandingPanel
from course_helpers.quiz.review_panel import ReviewPanel
from course_helpers.record import Record, open_record
from course_helpers.record.copies import as_json, copied
from course_helpers.record.learners import add, learners, switch
from course_helpers.record.read_marks import ReadMark
from course_helpers.record.reading import last_place, lessons_progress, note_place, reach_end
from course_helpers.record.search_best import keep_if_best
from tests.axe import violations
from tests.explorers.conftest import Show
from tests.my_practice.test_certificate import know_all, read_all
from tests.my_practice.test_history import STEPS
from tests.record.clock import Clock

pytestmark = pytest.mark.usefixtures("own_record")
STRINGS = load().strings


TAKES_A_WORD = """(field) => {
  for (const given of [{ isComposing: true }, { keyCode: 229 }]) {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...given }));
  }
}"""


def is_clean(page: Page, *, first: bool = False) -> None:
    """Nothing for axe-core in the dark, and nothing runs out of a phone; the first state in the light too."""
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    wide = page.viewport_size
    assert wide
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for light in ("true", "false") if first else ("false",):
        page.evaluate("(light) => { document.body.dataset.jpThemeLight = light; }", light)
        assert violations(page) == []
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    page.set_viewport_size(wide)


def test_where_somebody_stands(show: Show) -> None:
    reach_end(open_record(), "05")
    note_place(open_record(), "3.4")
    keep_if_best(open_record(), 83, date(2026, 11, 26))
    stage = show(StandingPanel.current("all"))
    door = stage.page.locator("a.course-button-main")
    expect(door).to_have_attribute("data-course-lesson", "03_when_not_to_massage.ipynb")
    assert str(door.get_attribute("data-course-heading")).startswith("3.4")
    rows = stage.page.locator(".course-table tbody tr")
    expect(rows).to_have_count(len(load().lessons))
    expect(rows.nth(5)).to_contain_text(STRINGS.standing.read)
    expect(rows.nth(0)).to_contain_text(STRINGS.standing.open)
    search = stage.page.locator("a", has_text="83 of 100 parts at all three pressures, on 26 November 2026")
    expect(search).to_have_attribute("data-course-lesson", "04_know_your_normal.ipynb")
    expect(stage.page.get_by_text(STRINGS.standing.not_practised)).to_be_visible()
    is_clean(stage.page, first=True)


def test_a_round_of_review_by_keys(show: Show) -> None:
    clock = Clock(datetime.now(UTC) - timedelta(days=40))
    know_all(Record(open_record().path, now=clock))
    stage = show(ReviewPanel.current())
    page = stage.page
    expect(page.locator("li").first).to_contain_text("Due today: ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".course-question-form")).to_be_visible()
    is_clean(page, first=True)
    page.get_by_role("button", name=STRINGS.quiz.stop).press("Enter")
    expect(page.get_by_text(STRINGS.review.done_title)).to_be_visible()
    expect(page.locator(".course-objective")).to_have_count(7)
    is_clean(page)


def practise(sessions: int) -> None:
    with open_record().write() as db:
        for number in range(sessions):
            at = (datetime.now(UTC) - timedelta(days=number)).isoformat(timespec="seconds")
            db.execute("INSERT INTO practice VALUES (?, 'relax', '1', ?)", (f"s{number}", at))
            db.execute("INSERT INTO practice_event VALUES (?, 1, 'step', ?, 60, 1, ?)", (f"s{number}", STEPS[0], at))


def test_charts_have_words_and_tables_and_the_aim_is_chosen_by_keys(show: Show) -> None:
    practise(3)
    stage = show(HistoryPanel.current())
    page = stage.page
    page.get_by_role("button", name=STRINGS.history.show).press("Enter")
    images = page.locator(".course-chart img")
    expect(images).to_have_count(4, timeout=20_000)
    assert all(len(str(image.get_attribute("alt"))) > 40 for image in images.all())
    expect(page.get_by_role("status")).to_have_text("")
    is_clean(page, first=True)
    expect(page.locator(".course-chart table").first).to_contain_text("3")
    page.get_by_role("button", name=STRINGS.aim.aim_slow).press("Enter")
    expect(page.get_by_role("status")).to_have_text(STRINGS.aim.aim_kept)
    expect(page.get_by_text(STRINGS.aim.aim_chosen.format(aim=STRINGS.aim.aim_slow))).to_be_visible()
    open_record().forget()
    page.evaluate("window.dispatchEvent(new Event('course-forget'))")
    expect(images).to_have_count(0)
    expect(page.get_by_text(STRINGS.history.empty)).to_be_visible()


def saved(page: Page, press: Any) -> bytes:
    with page.expect_download() as waiting:
        press()
    return Path(waiting.value.path()).read_bytes()


def test_a_reminder_by_keys(show: Show) -> None:
    stage = show(ReminderPanel.current())
    page, words = stage.page, STRINGS.reminder
    make = page.get_by_role("button", name=words.make)
    make.press("Enter")
    expect(page.get_by_role("status")).to_have_text(words.no_date)
    is_clean(page, first=True)
    page.get_by_label(words.rule_once).press("ArrowDown")
    expect(page.get_by_label(words.date, exact=True)).to_be_hidden()
    page.get_by_role("combobox").select_option("5")
    content = saved(page, lambda: make.press("Enter"))
    assert b"RRULE:FREQ=MONTHLY;BYMONTHDAY=5" in content
    expect(page.get_by_role("status")).to_have_text(words.made)


def test_the_certificate_by_keys(show: Show) -> None:
    stage = show(CertificatePanel.current())
    page, words = stage.page, STRINGS.certificate
    expect(page.get_by_label(words.name)).to_be_hidden()
    is_clean(page)
    read_all(open_record())
    know_all(open_record())
    page.evaluate("window.dispatchEvent(new Event('course-answered'))")
    name = page.get_by_label(words.name)
    expect(name).to_be_visible()
    name.press("Enter")
    expect(page.get_by_role("status")).to_have_text(words.name_empty)
    is_clean(page)
    name.fill("みさ")
    asked = page.evaluate("window.stage.sent.length")
    name.evaluate(TAKES_A_WORD)
    assert page.evaluate("window.stage.sent.length") == asked, "Enter took a word of an input method, and made no sheet"
    name.fill("<b>Zoë</b>")
    document = saved(page, lambda: name.press("Enter"))
    assert "<b>Zoë</b>" in PdfReader(io.BytesIO(document)).pages[0].extract_text()
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


def test_the_record_in_somebodys_hands(show: Show, tmp_path: Path) -> None:
    open_record().store_warm_up("w1", 1)
    stage = show(OwnRecordPanel.current())
    page, words = stage.page, STRINGS.own_record
    is_clean(page, first=True)
    page.evaluate("window.addEventListener('course-forget', () => { window.told = (window.told ?? 0) + 1; })")

    copy = saved(page, lambda: page.get_by_role("button", name=words.save_json).press("Enter"))
    assert json.loads(copy)["warm_ups"][0]["question"] == "w1"
    tables = saved(page, lambda: page.get_by_role("button", name=words.save_csv).press("Enter"))
    assert "warm_ups.csv" in zipfile.ZipFile(io.BytesIO(tables)).namelist()

    name = page.get_by_label(words.who_new)
    name.fill("<i>Ana</i>")
    name.press("Enter")
    expect(page.get_by_role("status")).to_have_text(words.who_switched.format(name="<i>Ana</i>"))
    expect(page.get_by_role("button", name="<i>Ana</i> (now)")).to_be_visible()
    assert open_record().warm_up_answers() == {}
    assert page.evaluate("window.told") == 1, "every panel looks again"

    other = Record(None)
    other.store_warm_up("w2", 2)
    file = tmp_path / "copy.json"
    file.write_bytes(as_json(copied(other)))
    page.get_by_label(words.bring_choose).set_input_files(file)
    expect(page.get_by_role("status")).to_have_text(words.import_done.format(number=1))
    assert open_record().warm_up_answers() == {"w2": 2}
    file.write_text("no copy", encoding="utf-8")
    page.get_by_label(words.bring_choose).set_input_files(file)
    expect(page.get_by_role("status")).to_have_text(words.import_foreign)

    page.get_by_role("button", name=words.who_nameless).press("Enter")
    expect(page.get_by_role("button", name=words.who_now.format(name=words.who_nameless))).to_be_focused()
    assert open_record().warm_up_answers() == {"w1": 1}
    assert learners().current == ""


def test_panels_show_whoever_is_learning_now(show: Show) -> None:
    note_place(open_record(), "3.4")
    stage = show(StandingPanel.current("map"))
    expect(stage.page.locator("a.course-button-main")).to_be_visible()
    known = add("Ana")
    stage.page.evaluate("window.dispatchEvent(new Event('course-forget'))")
    expect(stage.page.locator("a.course-button-main")).to_have_count(0)
    switch("")
    assert known.current


LESSON = """() => {
  const lesson = document.createElement('div');
  lesson.className = 'jp-Notebook';
  for (const words of ['3.1 One', '3.2 Two', '3.4 Three']) {
    const heading = Object.assign(document.createElement('h2'), { textContent: words });
    heading.style.marginBottom = '1500px';
    lesson.append(heading);
  }
  lesson.append(document.getElementById('view-0'));
  document.body.append(lesson);
}"""


def test_where_somebody_reads_is_noted_and_the_end_when_it_is_reached(show: Show) -> None:
    """Nothing is noted on the way past; whoever stays four seconds reads there."""
    stage = show(ReadMark.current("03"))
    page = stage.page
    page.clock.install()
    page.evaluate(LESSON)
    page.evaluate("window.scrollTo(0, 1550)")
    page.wait_for_function("window.scrollY === 1550")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.clock.run_for(3000)
    assert last_place(open_record()) is None
    page.clock.run_for(1500)
    page.wait_for_function("window.stage.sent.some(({ kind }) => kind === 'place')")
    assert last_place(open_record()) == "3.2"
    assert not lessons_progress(open_record())["03"].end_reached
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.clock.run_for(4500)
    page.wait_for_function("window.stage.sent.some(({ kind }) => kind === 'end')")
    page.wait_for_function("document.querySelector('.course-small').textContent.includes('reached the end')")
    assert lessons_progress(open_record())["03"].end_reached
    expect(page.get_by_role("status")).to_have_text("")
    page.close()
