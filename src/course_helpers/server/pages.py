"""What the course's server answers beside JupyterLab: that it is the course, what was read, which browser reads."""

import os
from datetime import UTC, datetime
from typing import Any

from jupyter_server.auth.decorator import ws_authenticated
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.base.websocket import WebSocketMixin
from jupyter_server.utils import url_path_join
from tornado import web
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import IOLoop
from tornado.routing import Matcher, Rule
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from course_helpers.record.path import record_file
from course_helpers.server.export_formats import ADDRESS, ExportFormats, ExportFormatsHandler
from course_helpers.server.marks import marks_in
from course_helpers.server.one_reader import OneReader
from course_helpers.server.running import COURSE, HERE

READER = "course/reader"

MARKS = "course/marks"
"""Where is told which lessons were read, and where the learner stands."""

LONGEST_ID = 64


class HereHandler(APIHandler):
    """Says that this is the course, to whoever knows its secret."""

    @web.authenticated
    def get(self) -> None:
        """The name of the course and the number of its process."""
        self.finish({"course": COURSE, "process": os.getpid()})


class MarksHandler(APIHandler):
    """Says where the learner stands, and how much comes back today; no kernel has to answer."""

    @web.authenticated
    async def get(self) -> None:
        """What the record holds; nothing where it is missing or cannot be read now. The server goes on meanwhile."""
        self.finish(await IOLoop.current().run_in_executor(None, marks_in, record_file(), datetime.now(UTC)))


class ReaderSocket(WebSocketMixin, WebSocketHandler, JupyterHandler):
    """An open page. It closes with the page, so nobody has to say that they left."""

    def initialize(self, readers: OneReader) -> None:
        """Keep who reads."""
        self.readers = readers

    @ws_authenticated
    async def get(self, *args: Any, **kwargs: Any) -> None:
        """Only whoever may see the lessons may ask."""
        await WebSocketHandler.get(self, *args, **kwargs)

    def open(self, *_: str, **__: str) -> None:
        """A page opened."""
        self.readers.enter(self, self.get_argument("browser", "")[:LONGEST_ID], self.tell)

    def on_message(self, message: str | bytes) -> None:
        """A page knows one word: that its browser takes over."""
        if message == "take over":
            self.readers.take_over(self)

    def on_close(self) -> None:
        """A page closed."""
        super().on_close()
        self.readers.leave(self)

    def tell(self, reads: bool) -> None:
        """Say whether this page's browser reads."""
        try:
            self.write_message({"reads": reads})
        except WebSocketClosedError:
            self.log.debug("The page is gone already.")


class NoPicture(web.RequestHandler):
    """Nothing, at once, and the same for everybody."""

    def get(self) -> None:
        """Say that there is nothing."""
        self.set_status(204)


class PictureOfAPage(Matcher):
    """An image that is asked for where JupyterLab's pages are.

    JupyterLab puts a stored drawing on the page before it gives it its address, so the browser asks for it beside the
    lesson's own address. There JupyterLab makes a whole page for each, while the lesson waits.
    """

    def __init__(self, base: str) -> None:
        """Know where JupyterLab's pages begin."""
        self.begin = url_path_join(base, "lab/")

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """No parameters if it is one, nothing if it is not."""
        if request.headers.get("Sec-Fetch-Dest") != "image" or not request.path.endswith(".svg"):
            return None
        return {} if request.path.startswith(self.begin) and "/tree/" in request.path else None


def add_pages(application: web.Application) -> None:
    """Let a server answer to these addresses too."""
    base = application.settings["base_url"]
    # Before JupyterLab's own, which would answer to it too.
    application.default_router.rules.insert(0, Rule(PictureOfAPage(base), NoPicture))
    application.add_handlers(
        ".*$",
        [
            (url_path_join(base, HERE), HereHandler),
            (url_path_join(base, MARKS), MarksHandler),
            (url_path_join(base, READER), ReaderSocket, {"readers": OneReader()}),
            (url_path_join(base, ADDRESS), ExportFormatsHandler, {"formats": ExportFormats()}),
        ],
    )
