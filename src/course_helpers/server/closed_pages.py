"""A page that closes while the server tells it something is no fault, and nobody is to read a traceback of it.

Tornado leaves each such message as a task that failed, and asyncio writes those where the course was started.
"""

import logging

from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError


def is_worth_reading(record: logging.LogRecord) -> bool:
    """Whether a record tells more than that a page has closed."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, WebSocketClosedError | StreamClosedError)


def leave_out_closed_pages() -> None:
    """From now on, tasks that failed because a page closed are not written; all others are."""
    logging.getLogger("asyncio").addFilter(is_worth_reading)
