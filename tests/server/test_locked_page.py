"""Where the key in an address is missing, a browser shows the way in, in the course's words."""

from typing import Any

import jinja2

from course_helpers.knowledge import load
from course_helpers.server.locked_page import locked_page, show_where_locked

WORDS = load().strings.extension


class Application:
    """As much of a server as has pages."""

    def __init__(self) -> None:
        loader = jinja2.DictLoader({"login.html": "Password or token", "404.html": "not found"})
        self.settings: dict[str, Any] = {"jinja2_env": jinja2.Environment(loader=loader, autoescape=True)}

    def page(self, name: str) -> str:
        return str(self.settings["jinja2_env"].get_template(name).render(message={"error": "x"}))


def test_it_tells_the_way_in_and_asks_for_no_password() -> None:
    application = Application()
    show_where_locked(application)
    page = application.page("login.html")
    assert "token" not in page.lower()
    for words in (WORDS.locked_title, WORDS.locked, WORDS.locked_closed):
        assert words in page
    assert application.page("404.html") == "not found"


def test_words_are_text() -> None:
    assert "<b>" not in locked_page("<b>", ["<b>"])


def test_a_server_without_such_pages_is_left_alone() -> None:
    application = Application()
    application.settings = {}
    show_where_locked(application)
    assert application.settings == {}
