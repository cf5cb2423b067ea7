"""A closed page leaves no traceback where the course was started; every other fault does."""

import asyncio
import logging
from collections.abc import Iterator

import pytest
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError

from course_helpers.server.closed_pages import is_worth_reading, leave_out_closed_pages


@pytest.fixture
def _left_out() -> Iterator[None]:
    leave_out_closed_pages()
    yield
    logging.getLogger("asyncio").removeFilter(is_worth_reading)


@pytest.mark.usefixtures("_left_out")
@pytest.mark.parametrize(
    ("error", "written"), [(WebSocketClosedError(), 0), (StreamClosedError(), 0), (ValueError("a fault"), 1)]
)
def test_a_task_that_failed_because_a_page_closed_is_not_written(
    error: Exception, written: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Told as a loop tells of a task that nobody waited for."""
    loop = asyncio.new_event_loop()
    with caplog.at_level(logging.ERROR, "asyncio"):
        loop.call_exception_handler({"message": "Task exception was never retrieved", "exception": error})
    loop.close()
    assert [record.name for record in caplog.records] == ["asyncio"] * written


@pytest.mark.usefixtures("_left_out")
def test_what_has_no_error_is_written(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("asyncio").error("A socket was left open.")
    assert len(caplog.records) == 1
