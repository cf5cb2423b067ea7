"""Where the key in an address is missing, a browser shows the way in, in the course's words."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from jupyter_server.serverapp import ServerApp
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from course_helpers.knowledge import ContentError, load
from course_helpers.server import locked_page as module
from course_helpers.server.locked_page import locked_page, show_where_locked

WORDS = load().strings.extension
KEY = "the-key"


@pytest.fixture
def application(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The server on which JupyterLab stands, with its own pages. Nothing of this computer's settings is in it."""
    for name in ("CONFIG", "DATA", "RUNTIME"):
        monkeypatch.setenv(f"JUPYTER_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("JUPYTER_NO_CONFIG", "1")
    monkeypatch.setattr(ServerApp, "init_signal", lambda _: None)
    server = ServerApp()
    words = [f"--ServerApp.root_dir={tmp_path}", f"--IdentityProvider.token={KEY}"]
    server.initialize(argv=words, find_extensions=False, new_httpserver=False)
    yield server.web_app
    ServerApp.clear_instance()


def answers(application: Any, *paths: str) -> list[tuple[int, str]]:
    """What a browser gets at these addresses, one after the other."""

    async def ask() -> list[tuple[int, str]]:
        server = HTTPServer(application)
        [socket] = bind_sockets(0, "127.0.0.1")
        server.add_socket(socket)
        client, place = AsyncHTTPClient(), f"http://127.0.0.1:{socket.getsockname()[1]}"
        found = []
        for path in paths:
            answer = await client.fetch(f"{place}{path}", raise_error=False)
            found.append((answer.code, answer.body.decode()))
        server.stop()
        client.close()
        return found

    # Where a browser is driven by the same process, this thread has a loop that runs already.
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(lambda: asyncio.run(ask())).result()


def test_it_tells_the_way_in_and_asks_for_no_password(application: Any) -> None:
    """Without a key, with a wrong one, and with none for a page that would be there."""
    own = answers(application, "/login")[0][1]
    assert "token" in own.lower(), "JupyterLab asks for no token any more: is this page still needed?"
    show_where_locked(application)
    for code, page in answers(application, "/login", "/login?token=wrong", "/files/lesson.ipynb"):
        assert code == 200
        assert "token" not in page.lower()
        for words in (WORDS.locked_title, WORDS.locked, WORDS.locked_closed):
            assert words in page


def test_every_other_page_is_as_it_was(application: Any) -> None:
    before = answers(application, f"/nowhere?token={KEY}")
    show_where_locked(application)
    assert answers(application, f"/nowhere?token={KEY}") == before
    assert before[0][0] == 404


def test_without_whole_content_the_server_s_own_page_stands(application: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Any:
        raise ContentError([])

    monkeypatch.setattr(module, "load", broken)
    show_where_locked(application)
    [(code, page)] = answers(application, "/login")
    assert (code, "token" in page.lower()) == (200, True)


def test_words_are_text() -> None:
    assert "<b>" not in locked_page("<b>", ["<b>"])


def test_a_server_without_such_pages_is_left_alone(application: Any) -> None:
    application.settings["jinja2_env"].loader = None
    show_where_locked(application)
    assert application.settings["jinja2_env"].loader is None
    del application.settings["jinja2_env"]
    show_where_locked(application)
    assert "jinja2_env" not in application.settings
