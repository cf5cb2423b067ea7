"""A press in the frame of a lesson that fails, at once or later, becomes one sentence where the reader pressed."""

import re

from playwright.sync_api import Browser, expect

from course_helpers.knowledge import load
from tests.lab_extension.frame_page import FRAME, frame_page

BY_HAND = re.compile(r"addEventListener\(\"(?:click|submit|input|change)\"")
PARTS = """
  <div class="course-bar" id="bar"></div><div class="course-home" id="home"></div><dialog id="window"></dialog>"""
PRESSES = """() => {
  const broken = () => { throw new Error("A fault nobody foresaw."); };
  const put = (id, name, act) => document.getElementById(id).append(frame.button(name, act));
  put("home", "at once", broken);
  put("home", "later", async () => { await null; broken(); });
  put("bar", "tool", broken);
  const dialog = document.getElementById("window");
  put("window", "inside", broken);
  put("window", "leave", () => { dialog.remove(); broken(); });
}"""


def test_whatever_a_reader_presses_is_listened_to_in_one_way() -> None:
    by_hand = {path.name for path in FRAME.glob("*.js") if BY_HAND.search(path.read_text(encoding="utf-8"))}
    assert by_hand == set()


def test_what_fails_is_told_once_where_it_was_pressed(browser: Browser) -> None:
    page = frame_page(browser, PARTS, "elements.js")
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.evaluate(PRESSES)
    for place, name in (
        ("home", "at once"),
        ("home", "later"),
        ("bar", "tool"),
        ("window", "inside"),
        ("bar", "leave"),
    ):
        if place == "window":
            page.evaluate("document.getElementById('window').show()")
        page.get_by_role("button", name=name).click()
        said = page.get_by_role("alert")
        expect(said).to_have_count(1)
        expect(page.locator(f"#{place}").get_by_role("alert")).to_have_text(load().strings.extension.fault)
    assert len(errors) == 5
    page.close()
