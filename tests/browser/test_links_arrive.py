"""Links in the real JupyterLab: each arrives at its heading, first time, and one press leads back."""

import re

from playwright.sync_api import Locator, Page, expect

from course_helpers.knowledge import load
from course_helpers.lesson.section_links import section_with
from tests.browser.conftest import LIVE_MS, RunningCourse, Watched, open_lesson

IN_FRONT = ".course-lesson:not(.lm-mod-hidden)"
WORDS = load().strings
ONE_ROW = 70
"""Pixels."""


def heading(page: Page, section_id: str) -> Locator:
    """The heading of a section in the lesson in front."""
    lesson, section = section_with(section_id)
    front = page.locator(f"{IN_FRONT}:has(h1:has-text('{lesson.title}'))")
    return front.locator("h2", has_text=re.compile(rf"^{re.escape(f'{section.id} {section.heading}')}"))


def has_arrived(page: Page, section_id: str) -> None:
    """The heading stands in the upper part of the window and the keys go on from it."""
    at = heading(page, section_id)
    expect(at).to_be_focused(timeout=LIVE_MS)
    expect(at).to_be_in_viewport(ratio=1)
    box, frame = at.bounding_box(), page.locator(f"{IN_FRONT} .jp-Notebook").bounding_box()
    assert box
    assert frame
    assert 0 <= box["y"] - frame["y"] <= frame["height"] / 2


def follow(link: Locator) -> None:
    link.click(timeout=LIVE_MS)


def go_back(page: Page) -> None:
    page.locator(IN_FRONT).get_by_role("button", name=WORDS.extension.go_back).click()


def shown_top(link: Locator) -> float:
    box = link.bounding_box()
    assert box
    return box["y"]


def test_every_kind_of_link_arrives_first_time_and_leads_back(course: RunningCourse, watched: Watched) -> None:
    """From text, a card, a row of steps and a panel; to the same lesson, to a closed one and to an open one."""
    page = watched.page
    open_lesson(course, page, "00_start_here.ipynb")
    steps = {
        step.section: page.locator(IN_FRONT).get_by_role("link", name=step.title) for step in load().short_way.values()
    }

    # A row of steps: the same lesson, then a lesson that was never opened, then the same one again while it is open.
    follow(steps["0.3"])
    has_arrived(page, "0.3")
    follow(steps["3.2"])
    has_arrived(page, "3.2")
    bar = page.locator(f"{IN_FRONT} .course-bar").bounding_box()
    assert bar
    assert bar["height"] < ONE_ROW, "the way back lays the tools on two rows"
    go_back(page)
    expect(steps["3.2"]).to_be_in_viewport(ratio=1)
    before = shown_top(steps["3.2"])
    steps["3.2"].click()
    has_arrived(page, "3.2")
    go_back(page)
    expect(steps["3.2"]).to_be_in_viewport(ratio=1)
    page.wait_for_timeout(1600)
    assert abs(shown_top(steps["3.2"]) - before) <= 2, "where the learner was, to the line"

    # A card that speaks of another lesson.
    follow(
        page.locator(IN_FRONT).get_by_role(
            "link", name=WORDS.lesson.told_in.format(heading="Level 2: not until checked", lesson="03")
        )
    )
    has_arrived(page, "3.4")
    go_back(page)

    # A panel: a checked question leads to what it is about.
    check = page.locator(f"{IN_FRONT} .course-quiz").nth(1)
    check.locator("fieldset.course-part input").first.check()
    check.get_by_role("button", name=WORDS.quiz.check_answer).click()
    reread = check.locator("a[data-course-heading]")
    section = load().check_questions["c00b"].reread
    follow(reread)
    has_arrived(page, section)

    # Plain text, to a lesson that was never opened, without a heading: it opens at its beginning.
    follow(
        page.locator(f"{IN_FRONT} .jp-MarkdownOutput").get_by_role(
            "link", name=re.compile("lesson 03, When not to massage")
        )
    )
    expect(page.locator(f"{IN_FRONT} h1")).to_have_text(re.compile("^When not to massage"))
    assert watched.errors == []
