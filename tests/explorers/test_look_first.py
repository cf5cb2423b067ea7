"""Look first: every choice is explained, asking is never wrong, and each drawing says in words what it shows."""

from pathlib import Path

from playwright.sync_api import expect

from course_helpers.explorers.look_first import LookFirst
from course_helpers.explorers.look_first.widget import reply
from course_helpers.knowledge import load
from tests.axe import violations
from tests.explorers.conftest import Show

WORDS = load().strings.look_first
CASES = list(load().look_cases.values())


def test_asking_is_never_called_wrong_and_each_choice_is_explained() -> None:
    for case in CASES:
        said = {option.choice: reply(option, WORDS) for option in case.options}
        assert said["report"] in {WORDS.agrees, WORDS.never_wrong}
        assert [*said.values()].count(WORDS.agrees) == 1
        assert all(len(option.why) > 30 for option in case.options)


def test_signs_and_usual_variation_stand_on_several_skins_and_chests() -> None:
    reported = [case for case in CASES if case.row]
    assert 0 < len(reported) < len(CASES)
    assert {case.skin for case in CASES} == {"neutral", "light", "brown", "deep brown"}
    assert {"flat", "large", "older"} <= {case.chest for case in CASES}
    assert {case.skin for case in CASES if case.drawing == "colour"} == {"light", "deep brown"}
    assert all("red" not in case.seen for case in CASES if case.skin == "deep brown"), "red is not what it looks like"


def test_the_drawings_differ_and_have_words() -> None:
    shown = LookFirst.current().cases
    assert len({str(case["layers"]) + str(case["tone"]) for case in shown}) == len(CASES)
    assert all(len(case["seen"]) > 60 for case in shown)
    assert all(case["told"] for case, record in zip(shown, CASES, strict=True) if record.row)


def test_on_a_page(show: Show) -> None:
    page = show(LookFirst.current(), 320, "no-preference", True).page
    tell = page.get_by_role("button", name=WORDS.tell)
    tell.click()
    expect(page.get_by_role("status")).to_have_text(WORDS.choose_first)
    for number, case in enumerate(CASES, 1):
        expect(page.get_by_text(WORDS.number.format(number=number, total=len(CASES)))).to_be_visible()
        expect(page.get_by_role("img", name=case.seen)).to_be_visible()
        choice = ("report", "wait", "leave")[number % 3]
        page.get_by_role("radio", name=getattr(WORDS, f"choice_{choice}")).check()
        tell.press("Enter")
        option = next(option for option in case.options if option.choice == choice)
        expect(page.get_by_role("status")).to_contain_text(reply(option, WORDS))
        assert page.locator(".course-look-answer ul").first.locator("li").count() == 2
        if number == 1:
            assert violations(page, "body") == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if number < len(CASES):
            page.get_by_role("button", name=WORDS.next).click()
    expect(page.get_by_role("button", name=WORDS.next)).to_have_attribute("aria-disabled", "true")
    assert violations(page, "body") == []
    assert page.evaluate("window.stage.sent") == []


def test_nothing_is_sent_or_kept() -> None:
    view = (Path(__file__).parents[2] / "src/course_helpers/explorers/look_first/widget.js").read_text(encoding="utf-8")
    assert not any(word in view for word in ("connect(", "localStorage", "sessionStorage", "innerHTML", "fetch("))
