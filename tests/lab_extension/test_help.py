"""The help window on a page of its own: few large choices, the one card that fits, numbers to tap, keys, every size."""

import json

import pytest
from playwright.sync_api import Page, expect

from course_helpers.knowledge import load
from course_helpers.knowledge.safety import Concern, WarningSign
from course_helpers.knowledge.wording import filled
from tests.axe import violations
from tests.lab_extension.frame_page import OpenFrame

WORDS = load().strings.extension
SCREENS = ((320, 640), (390, 844), (650, 450), (1300, 900))
IN_SIGHT = """nodes => nodes.every((node) => {
  const box = node.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && node.contains(hit);
})"""

WALK = """(concern) => {
  const window = document.querySelector('.course-help');
  const press = (name) => {
    const buttons = [...window.querySelectorAll("button")].filter((one) => one.checkVisibility());
    const found = buttons.filter((one) => one.innerText === name);
    if (found.length !== 1) throw new Error(`${found.length} buttons to press: ${name}`);
    found[0].click();
  };
  const choices = () => [...window.querySelectorAll('.course-help-choice')].map((one) => one.innerText);
  const seen = () => ({
    titles: [...window.querySelectorAll('h2')].filter((one) => one.checkVisibility()).map((one) => one.textContent),
    text: window.textContent, facts: window.querySelectorAll('.course-help-facts').length,
    links: window.querySelectorAll('a').length,
  });
  press(concern);
  const signs = choices();
  const screens = [seen()];
  for (const sign of signs) {
    press(sign);
    screens.push(seen());
    press(BACK);
  }
  press(BACK);
  return { signs, screens, concerns: choices() };
}""".replace("BACK", json.dumps(WORDS.back))
"""From the first screen to each card of a choice and back, at once: a press of the mouse costs far more than a screen.

Others press with the mouse and with keys.
"""


def opened(frame: OpenFrame, place: str = "neutral", width: int = 1300, height: int = 900) -> Page:
    """The window, opened by a press on a button of the page."""
    page = frame("<button id='worried'>Help</button>", "help.js", width, height)
    page.evaluate(
        """(place) => {
          window.went = [];
          const words = frame.localWords({ getOption: () => place });
          const help = new frame.HelpWindow(words, (path, heading) => went.push([path, heading]));
          document.getElementById('worried').addEventListener('click', () => help.open());
        }""",
        place,
    )
    page.locator("#worried").click()
    return page


@pytest.fixture
def page(frame: OpenFrame) -> Page:
    return opened(frame)


def choose(page: Page, text: str) -> None:
    page.locator(".course-help").get_by_role("button", name=text, exact=True).click()


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_few_large_choices_are_on_one_screen(frame: OpenFrame, width: int, height: int) -> None:
    page = opened(frame, width=width, height=height)
    choices = page.locator(".course-help-choice")
    assert 4 <= choices.count() <= 5
    assert choices.evaluate_all("nodes => nodes.every((node) => node.getBoundingClientRect().height >= 44)")
    if height >= 640:
        assert choices.evaluate_all(IN_SIGHT)
    assert page.get_by_role("button", name=WORDS.close).evaluate_all(IN_SIGHT)
    assert page.locator(".course-help > .course-help-call").evaluate_all(IN_SIGHT)
    assert any("does not hurt" in text for text in choices.all_inner_texts())


@pytest.mark.parametrize("concern", load().concerns.values(), ids=lambda concern: concern.id)
def test_each_sign_leads_to_its_one_card(page: Page, concern: Concern) -> None:
    """Nothing of any other card stands beside it."""
    place = load().locales["neutral"]
    cards = {
        filled(sign.text, place): load().care_cards[load().tier_rows[sign.rows[0]].care_card or ""]
        for sign in signs_of(concern)
    }
    walked = page.evaluate(WALK, concern.text)
    assert walked["signs"] == list(cards)
    for card, screen in zip(cards.values(), walked["screens"][1:], strict=True):
        assert screen["titles"] == [filled(card.title, place)]
        for told in (card.who, card.how_soon, card.cannot_wait, *card.do_now, card.say):
            assert filled(told, place) in screen["text"]
        assert screen["facts"] == 1


def signs_of(concern: Concern) -> list[WarningSign]:
    """The signs of a choice, as they are listed."""
    return [load().warning_signs[sign] for sign in concern.signs]


def test_every_sign_can_be_reached() -> None:
    reached = {sign for concern in load().concerns.values() for sign in concern.signs}
    assert reached == set(load().warning_signs)


@pytest.mark.parametrize("place", ["uk", "us", "eu"])
def test_numbers_can_be_tapped(frame: OpenFrame, place: str) -> None:
    page = opened(frame, place)
    number = load().locales[place].emergency_number
    call = page.locator(".course-help > .course-help-call a")
    assert call.get_attribute("href") == f"tel:{number}"
    assert call.inner_text() == number
    choose(page, load().concerns["ill"].text)
    choose(page, load().warning_signs["chest"].text)
    assert page.locator(".course-help-facts a").first.get_attribute("href") == f"tel:{number}"


def test_without_a_number_of_the_place_nothing_can_be_tapped(page: Page) -> None:
    for concern in load().concerns.values():
        walked = page.evaluate(WALK, concern.text)
        assert [screen["links"] for screen in walked["screens"]] == [0] * (1 + len(concern.signs))
        assert walked["concerns"] == [other.text for other in load().concerns.values()]


def test_it_is_worked_with_keys_alone_and_begins_anew(page: Page) -> None:
    title = page.locator("#course-help-title")
    expect(title).to_be_focused()
    page.locator(".course-help-choice").last.focus()
    page.keyboard.press("Enter")
    expect(title).to_be_focused()
    expect(title).to_have_text(load().concerns["change"].text)
    page.get_by_role("button", name=load().warning_signs["lump"].text).focus()
    page.keyboard.press("Enter")
    expect(title).to_have_text(load().care_cards["SEE-change"].title)
    page.keyboard.press("Escape")
    expect(page.locator(".course-help")).to_be_hidden()
    expect(page.locator("#worried")).to_be_focused()
    page.keyboard.press("Enter")
    expect(title).to_have_text(WORDS.worried_title)
    expect(page.get_by_role("button", name=WORDS.back)).to_be_hidden()


def test_a_link_closes_the_window_and_leads_to_its_section(page: Page) -> None:
    choose(page, WORDS.link_now)
    expect(page.locator(".course-help")).to_be_hidden()
    assert page.evaluate("went")[0][0] == load().lessons["03"].notebook


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_everyone_can_use_each_screen(frame: OpenFrame, width: int, height: int) -> None:
    page = opened(frame, "uk", width, height)
    fits = "node => node.scrollWidth <= node.clientWidth"
    for text in ("", load().concerns["birth"].text, load().warning_signs["after-birth"].text):
        if text:
            choose(page, text)
        for light in ("true", "false"):
            page.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
            assert violations(page, ".course-help") == []
        assert page.locator(".course-help").evaluate(fits)
