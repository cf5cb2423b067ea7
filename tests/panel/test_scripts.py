"""What holds for every script of the course's panels."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import course_helpers
from course_helpers.panel import script
from tests.each import each

PACKAGE = Path(course_helpers.__file__).parent
SCRIPTS = sorted(path for path in PACKAGE.rglob("*.js") if "lab_extension" not in path.parts)
VIEWS = [path for path in SCRIPTS if "export default" in path.read_text(encoding="utf-8")]
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
NETWORK = re.compile(
    r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|localStorage|https?://(?!www\.w3\.org)\w"
)
KEEPS_IN_THE_BROWSER = {"browser_storage.js", "in_browser.js", "news.js"}
"""The player keeps its settings and what is not written down yet; tests/player shows that no answer is in it. "Forget
everything" erases them, and other tabs are told."""
TALKS_TO_ITS_WORKER = {"clock.js"}


@each("path", SCRIPTS, named=lambda path: path.name)
def test_text_never_becomes_markup_and_nothing_asks_the_network(path: Path) -> None:
    """S21 for the panels."""
    text = path.read_text(encoding="utf-8")
    assert not MARKUP.search(text)
    found = {match.group() for match in NETWORK.finditer(text)}
    assert found <= ({"localStorage"} if path.name in KEEPS_IN_THE_BROWSER else set())


@each("path", SCRIPTS, named=lambda path: path.name)
def test_only_the_word_model_sends_and_only_secure_addresses_are_links(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = set(re.findall(r"save_changes|postMessage", text))
    assert found <= ({"postMessage"} if path.name in TALKS_TO_ITS_WORKER else set())
    # A file that the browser saves is an address of the page itself.
    if ".href =" in text and path.name != "save_file.js":
        assert 'startsWith("https://")' in text


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.parent.name + "/" + path.name)
def test_every_view_is_a_whole_module(path: Path, browser: Browser) -> None:
    """Joined with the shared parts it parses and exports a view; no seam is left."""
    joined = script(path)
    assert not re.search(r"^(?:import|export) \{", joined, re.MULTILINE)
    page = browser.new_page()
    kind = page.evaluate(
        """async (source) => {
          const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
          return typeof (await import(url)).default.render;
        }""",
        joined,
    )
    page.close()
    assert kind == "function"
