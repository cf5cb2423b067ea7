"""``python3 start.py``: opens the course in JupyterLab, or finds the one that is open already."""

import asyncio
import contextlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from course_helpers.commands.environment import (
    FIRST_LESSON,
    SETTINGS_VARIABLE,
    WORKSPACES_VARIABLE,
    runtime_folder,
    state_folder,
    workspaces_folder,
)
from course_helpers.record.guest import forget_guests, guest_record
from course_helpers.server.address import check_port, own_host
from course_helpers.server.browser import open_lesson
from course_helpers.server.closed_pages import leave_out_closed_pages
from course_helpers.server.first_lesson import get_ready
from course_helpers.server.making import end_quietly, is_for_author, make_lab
from course_helpers.server.one_start import one_start_at_a_time
from course_helpers.server.options import Chosen, understood
from course_helpers.server.running import Server, running_server
from course_helpers.server.served import NOT_SERVED, what_is_missing
from course_helpers.server.spare import KEEPER, keep, kernels_of
from course_helpers.trouble import Trouble

ALREADY_FOR_LEARNERS = (
    "The course is running already. End it with Ctrl+C in its window, then start it again with --facilitator."
)

ALREADY_WITH_A_RECORD = (
    "The course is running already, with the record of whoever opened it. End it with Ctrl+C in its window, then start "
    "it again with --guest."
)

WORKSPACES = "workspaces"
LAYOUT_OF_A_GUEST = {SETTINGS_VARIABLE: "settings", WORKSPACES_VARIABLE: WORKSPACES}
"""What a guest chose in JupyterLab and which lessons stood open are nobody else's either."""

LESSONS = "course-side"
FIRST_LAYOUT = {
    "data": {
        "layout-restorer:data": {
            "left": {"collapsed": False, "visible": True, "current": LESSONS, "widgets": [LESSONS]},
            "relativeSizes": [0.2, 0.8, 0],
        }
    },
    "metadata": {"id": "default"},
}
"""The first layout: the list of lessons stands at the side from the beginning, and not the list of files."""


def main(arguments: list[str]) -> int:
    """Open the course. ``--facilitator`` shows the notes for facilitators; ``--help`` tells the rest."""
    root = Path.cwd()
    try:
        return open_course(root, understood(arguments))
    except OSError as error:
        print(
            f"The course could not start: {error.strerror or error} ({error.filename or root}). "
            "Check that the course folder is whole, that you may write to it and that the disk is not full.",
            file=sys.stderr,
        )
    return 1


def open_course(root: Path, chosen: Chosen) -> int:
    """Open the running course, or start one and stay until it ends.

    Raises:
        Trouble: if it cannot be opened as it was asked for.
        OSError: if its folders cannot be written.
    """
    if not (root / FIRST_LESSON).exists():
        raise Trouble(f"There is no {FIRST_LESSON} here. Start the course with start.py in the course folder.")
    runtime_folder(root).mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as starting:
        starting.enter_context(one_start_at_a_time(state_folder(root) / "start.lock"))
        server = running_server(root)
        if server and chosen.facilitator:
            raise Trouble(ALREADY_FOR_LEARNERS)
        if server and chosen.guest:
            raise Trouble(ALREADY_WITH_A_RECORD)
        if server:
            return show_running(server, browser=chosen.browser)
        host = own_host()
        check_port(host, chosen.port)
        forget_guests(state_folder(root))
        guest = guest_record(state_folder(root), LAYOUT_OF_A_GUEST) if chosen.guest else contextlib.nullcontext()
        with guest as folder:
            if not is_for_author():
                open_list_of_lessons(folder / WORKSPACES if folder else workspaces_folder(root))
            lab = make_lab(root, chosen, host)
            missing = serve(lab, root, starting.close, browser=chosen.browser)
    if missing:
        raise Trouble(NOT_SERVED.format(why=missing))
    print("The course has ended.")
    return 0


def show_running(server: Server, *, browser: bool) -> int:
    """Lead to the course that runs already."""
    print(f"The course is running already. Its address is:\n\n    {server.address}\n", flush=True)
    if browser:
        open_lesson(server.address)
    return 0


def open_list_of_lessons(folder: Path) -> None:
    """Let the first start show the list of lessons. Later layouts are the learner's own."""
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    if not folder.exists():
        folder.mkdir(parents=True)
        WorkspacesManager(str(folder)).save("default", json.dumps(FIRST_LAYOUT))


def serve(lab: Any, root: Path, started: Callable[[], None], *, browser: bool) -> str | None:
    """Run a server until it ends. What a page would lack is the result, and then nobody was led to it."""
    lacks: list[str] = []
    later: list[asyncio.Task[None]] = []

    async def begin() -> None:
        server = Server(lab.connection_url, lab.identity_provider.token)
        if missing := await asyncio.to_thread(what_is_missing, server):
            lacks.append(missing)
            lab.stop()
            return
        if not is_for_author():
            later.append(await get_ready(lab, root))
            # Whoever writes changes what a spare one would have read.
            later.append(asyncio.create_task(keep(KEEPER, lambda: kernels_of(lab))))
        announce(server)
        # From now on, a second start finds this one.
        started()
        if browser:
            await asyncio.to_thread(open_lesson, server.address, lab.browser or None)

    lab.io_loop.add_callback(begin)
    end_quietly(lab)
    leave_out_closed_pages()
    try:
        lab.start()
    finally:
        KEEPER.close()
    return lacks[0] if lacks else None


def announce(server: Server) -> None:
    """Tell the address, once the server answers."""
    print(
        "The course is running. If your browser does not show it, open this address in it:\n\n"
        f"    {server.address}\n\n"
        "Leave this window open. To end the course, close this window or press Ctrl+C in it.",
        flush=True,
    )
