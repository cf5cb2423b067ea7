"""What can be ready before a browser asks: the signatures of the lessons, and the program behind the first one."""

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from course_helpers.commands.environment import FIRST_LESSON, NOTEBOOKS
from course_helpers.record.glance import has_begun_in
from course_helpers.record.path import record_file
from course_helpers.server.stored_outputs import sign


async def get_ready(lab: Any, root: Path) -> asyncio.Task[None]:
    """Sign what the first lesson stores, and start the kernel to which a newcomer's page will attach by its path.

    The other lessons are signed by the task that is given back, while somebody reads already. Nothing depends on any of
    it: a lesson that finds nothing ready makes it itself, later. So what fails is only written down.
    """
    first = root / FIRST_LESSON
    await _done_or_told(lab, asyncio.to_thread(sign, [first]))
    if not has_begun_in(record_file()):
        await _done_or_told(lab, _begin_session(lab))
    others = [path for path in sorted((root / NOTEBOOKS).glob("*.ipynb")) if path != first]
    return asyncio.create_task(_done_or_told(lab, asyncio.to_thread(sign, others)))


async def _done_or_told(lab: Any, work: Awaitable[None]) -> None:
    try:
        await work
    except Exception as error:
        lab.log.warning("Lessons open more slowly: %s", error)


async def _begin_session(lab: Any) -> None:
    manager = lab.web_app.settings["session_manager"]
    if not await manager.session_exists(path=FIRST_LESSON):
        await manager.create_session(path=FIRST_LESSON, name=Path(FIRST_LESSON).name, type="notebook")
