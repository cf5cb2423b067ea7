"""A closed page leaves no traceback where the course was started; every other fault does."""

import asyncio
import gc
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
    """Told as asyncio tells it: a task that nobody waits for goes away with its error."""

    async def tell_a_page() -> None:
        raise error

    async def go_on_without_waiting() -> None:
        task = asyncio.ensure_future(tell_a_page())
        await asyncio.sleep(0)
        del task
        gc.collect()

    with caplog.at_level(logging.ERROR, "asyncio"):
        asyncio.run(go_on_without_waiting())
    assert [record.name for record in caplog.records] == ["asyncio"] * written


@pytest.mark.usefixtures("_left_out")
def test_what_has_no_error_is_written(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("asyncio").error("A socket was left open.")
    assert len(caplog.records) == 1
