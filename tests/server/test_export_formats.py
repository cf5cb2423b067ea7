"""What a notebook can be saved as is looked for once, and not while a lesson comes alive."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.web import Application, RequestHandler

from course_helpers.server.export_formats import (
    LATER_SECONDS,
    ExportFormats,
    ExportFormatsHandler,
    Formats,
    look_for_formats,
)
from course_helpers.server.pages import add_pages
from tests.aside import run_aside

FOUND = {"pdf": {"output_mimetype": "application/pdf"}}


class Looked:
    """Looks that are counted, and a time that passes when a test lets it."""

    def __init__(self, *answers: Formats | Exception) -> None:
        self.answers = list(answers)
        self.looks = 0
        self.waits: list[float] = []
        self.passed = asyncio.Event()
        self.formats = ExportFormats(self.look, self.wait)

    def look(self) -> Formats:
        self.looks += 1
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        await self.passed.wait()


def run(proof: Coroutine[Any, Any, None]) -> None:
    run_aside(asyncio.wait_for(proof, 20))


def test_nobody_looks_while_the_first_lesson_comes_alive() -> None:
    async def proof() -> None:
        looked = Looked(FOUND)
        asked = asyncio.create_task(looked.formats.known())
        await asyncio.sleep(0.01)
        assert (looked.looks, looked.waits, asked.done()) == (0, [LATER_SECONDS], False)
        looked.passed.set()
        assert await asked == FOUND

    run(proof())


def test_pages_that_ask_at_the_same_time_and_later_share_one_look() -> None:
    async def proof() -> None:
        looked = Looked(FOUND)
        looked.passed.set()
        answers = await asyncio.gather(looked.formats.known(), looked.formats.known())
        assert [*answers, await looked.formats.known()] == [FOUND] * 3
        assert (looked.looks, len(looked.waits)) == (1, 1)

    run(proof())


def test_a_page_that_is_closed_takes_the_answer_from_nobody() -> None:
    async def proof() -> None:
        looked = Looked(FOUND)
        closed, other = (asyncio.create_task(looked.formats.known()) for _ in range(2))
        await asyncio.sleep(0.01)
        closed.cancel()
        looked.passed.set()
        assert await other == FOUND
        assert looked.looks == 1

    run(proof())


def test_a_look_that_fails_is_made_again_for_the_next_who_asks() -> None:
    async def proof() -> None:
        looked = Looked(OSError("a package is half gone"), FOUND)
        looked.passed.set()
        with pytest.raises(OSError, match="half gone"):
            await looked.formats.known()
        assert await looked.formats.known() == FOUND

    run(proof())


def test_the_answer_is_that_of_jupyters_own_server() -> None:
    """The same names, and for each what it is saved as."""
    from nbconvert.exporters.base import get_export_names

    found = look_for_formats()
    assert sorted(found) == sorted(get_export_names())
    assert found["html"] == {"output_mimetype": "text/html"}


def test_the_course_answers_before_jupyters_own_server() -> None:
    made = Application([(r"/course/api/nbconvert", RequestHandler)], base_url="/course/")
    add_pages(made)
    asked = RequestStartLine("GET", "/course/api/nbconvert", "HTTP/1.1")
    request = HTTPServerRequest(start_line=asked, headers=HTTPHeaders({"Host": "localhost"}))
    assert getattr(made.find_handler(request), "handler_class", None) is ExportFormatsHandler
