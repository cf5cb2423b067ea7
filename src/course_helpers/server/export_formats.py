"""What a notebook can be saved as: each page asks for it, for a menu, when it opens its first notebook."""

import asyncio
from collections.abc import Awaitable, Callable

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.services.nbconvert.handlers import AUTH_RESOURCE
from tornado import web

Formats = dict[str, dict[str, str]]
"""What is known of each format, by its name."""

ADDRESS = "api/nbconvert"
LATER_SECONDS = 15.0
"""How long a page waits that is the first to ask: its lesson comes alive first. Nobody saves a notebook before."""


def look_for_formats() -> Formats:
    """Ask nbconvert. For each of a dozen formats it reads what every installed package says of itself."""
    from nbconvert.exporters.base import get_export_names, get_exporter

    return {name: {"output_mimetype": get_exporter(name).output_mimetype} for name in get_export_names()}


class ExportFormats:
    """The formats, looked for once in each server and not while its first lesson comes alive.

    Jupyter's own server looks at every opening. That takes most of a second of a processor, and the page that opens
    shares the server with it.
    """

    def __init__(
        self, look: Callable[[], Formats] = look_for_formats, wait: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        """`look` may take long, it is called in a thread; `wait` takes seconds."""
        self._look = look
        self._wait = wait
        self._looking: asyncio.Task[Formats] | None = None

    async def known(self) -> Formats:
        """The formats. A page that is closed meanwhile takes them from nobody else.

        Raises:
            Exception: whatever the look met. The next one who asks has it looked for again.
        """
        if self._looking is None or _failed(self._looking):
            self._looking = asyncio.create_task(self._found_later())
        return await asyncio.shield(self._looking)

    async def _found_later(self) -> Formats:
        await self._wait(LATER_SECONDS)
        return await asyncio.to_thread(self._look)


def _failed(looking: asyncio.Task[Formats]) -> bool:
    return looking.done() and (looking.cancelled() or looking.exception() is not None)


class ExportFormatsHandler(APIHandler):
    """Answers in place of Jupyter's own."""

    auth_resource = AUTH_RESOURCE

    def initialize(self, formats: ExportFormats) -> None:
        """Keep where the formats are known."""
        self.formats = formats

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """The formats, as Jupyter's own server tells them."""
        self.finish(await self.formats.known())
