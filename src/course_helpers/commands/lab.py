"""``python3 start.py``: opens the course in JupyterLab, or finds the one that is open already."""

import argparse
import contextlib
import json
import os
import signal
import socket
import sqlite3
import sys
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from course_helpers.commands.environment import (
    FIRST_LESSON,
    STATE_FOLDER,
    enter_course_environment,
    runtime_folder,
    workspaces_folder,
)

ANSWER_SECONDS = 5
"""How long a running course may take to answer before it counts as gone."""

START_SECONDS = 60
"""How long a second start waits for a first one that is not open yet."""

FACILITATOR = "--facilitator"
"""Opens the edition in which the lessons show their notes for facilitators."""

ALREADY_FOR_LEARNERS = (
    "The course is running already. End it with Ctrl+C in its window, then start it again with --facilitator."
)

TABLE_OF_CONTENTS = "@jupyterlab/toc:plugin"
FIRST_LAYOUT = {
    "data": {
        "layout-restorer:data": {
            "left": {"collapsed": False, "visible": True, "current": TABLE_OF_CONTENTS, "widgets": [TABLE_OF_CONTENTS]},
            "relativeSizes": [0.2, 0.8, 0],
        }
    },
    "metadata": {"id": "default"},
}
"""The first layout. JupyterLab has no setting for the table of contents, but restores what a layout names."""


class Trouble(Exception):
    """Something a person can act on. The text says what happened and what to do."""


class Server(NamedTuple):
    """A running course."""

    url: str
    token: str

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"{self.url}lab/tree/{FIRST_LESSON}?token={self.token}"


def main(arguments: list[str]) -> int:
    """Open the course. ``--facilitator`` shows the notes for facilitators; all other options are JupyterLab's."""
    root = Path.cwd()
    try:
        return open_course(root, arguments)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except OSError as error:
        print(
            f"The course could not start: {error.strerror or error} ({error.filename or root}). "
            "Check that the course folder is whole, that you may write to it and that the disk is not full.",
            file=sys.stderr,
        )
    return 1


def open_course(root: Path, arguments: list[str]) -> int:
    """Open the running course, or start one and stay until it ends."""
    facilitator = FACILITATOR in arguments
    arguments = [argument for argument in arguments if argument != FACILITATOR]
    if not (root / FIRST_LESSON).exists():
        raise Trouble(f"There is no {FIRST_LESSON} here. Start the course with start.py in the course folder.")
    enter_course_environment(root)
    runtime_folder(root).mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as starting:
        starting.enter_context(one_start_at_a_time(root / STATE_FOLDER / "start.lock"))
        server = running_server(root)
        if server and facilitator:
            raise Trouble(ALREADY_FOR_LEARNERS)
        if server:
            return show_running(server, browser="--no-browser" not in arguments)
        check_port(arguments)
        open_table_of_contents(workspaces_folder(root))
        lab = make_lab(root, arguments, facilitator=facilitator)
        # From the moment the server answers, a second start finds it.
        lab.io_loop.add_callback(lambda: announce(lab, starting.pop_all().close))
        end_quietly(lab)
        lab.start()
    print("The course has ended.")
    return 0


@contextlib.contextmanager
def one_start_at_a_time(path: Path) -> Iterator[None]:
    """Two quick starts must not end in two courses. SQLite locks alike on all systems; nothing is stored."""
    with contextlib.closing(sqlite3.connect(path, timeout=START_SECONDS, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise Trouble(f"Another start of the course has not ended, or {path} cannot be written.") from error
        yield


# A course that runs already


def running_server(root: Path) -> Server | None:
    """The running course of this folder. What a course that is gone left behind is cleared away."""
    for path in sorted(runtime_folder(root).glob("jpserver-*.json")):
        try:
            info = json.loads(path.read_text(encoding="utf-8"))
            server = Server(info["url"], info["token"])
            same_folder = Path(info["root_dir"]) == root
        except (OSError, ValueError, KeyError, TypeError):
            path.unlink(missing_ok=True)
            continue
        if not answers(server):
            path.unlink(missing_ok=True)
        elif same_folder:
            return server
    return None


def answers(server: Server) -> bool:
    """True if a server is there and knows its own token."""
    request = urllib.request.Request(  # noqa: S310 - the address comes from the course's own folder
        f"{server.url}api/status", headers={"Authorization": f"token {server.token}"}
    )
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=ANSWER_SECONDS) as response:
            return bool(response.status == 200)
    except (OSError, ValueError):
        return False


def show_running(server: Server, *, browser: bool) -> int:
    """Lead to the course that runs already."""
    print(f"The course is running already. Its address is:\n\n    {server.address}\n", flush=True)
    if browser:
        webbrowser.open(server.address)
    return 0


# Starting one


def check_port(arguments: list[str]) -> None:
    """A port that was asked for must be free. Without one, the next free port is taken."""
    options = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    options.add_argument("--port", default="0")
    wanted = options.parse_known_args(arguments)[0].port
    if not wanted.isdecimal() or int(wanted) > 65535:
        raise Trouble(f"“{wanted}” is not a port. Use a number from 1024 to 65535, or leave out --port.")
    try:
        with socket.create_server(("localhost", int(wanted))):
            pass
    except OSError as error:
        raise Trouble(
            f"Port {wanted} of this computer is taken or closed to you. Leave out --port, or use another number."
        ) from error


def open_table_of_contents(folder: Path) -> None:
    """Let the first start show the table of contents. Later layouts are the learner's own."""
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    if not folder.exists():
        folder.mkdir(parents=True)
        WorkspacesManager(str(folder)).save("default", json.dumps(FIRST_LAYOUT))


def make_lab(root: Path, arguments: list[str], *, facilitator: bool = False) -> Any:
    """A JupyterLab server that listens but does not run yet; for facilitators, the lessons show their notes."""
    from jupyterlab.labapp import LabApp

    try:
        lab = LabApp.initialize_server(argv=[*lab_options(root), *arguments])
    except SystemExit as end:
        if not end.code:
            raise
        raise Trouble("JupyterLab could not start. Check the options you gave, or leave them out.") from end
    page = lab.web_app.settings.setdefault("page_config_data", {})
    page["courseLocale"] = os.environ.get("COURSE_LOCALE", "neutral")
    page["courseAuthor"] = os.environ.get("COURSE_AUTHOR", "false")
    page["courseFacilitator"] = str(facilitator).lower()
    return lab


def lab_options(root: Path) -> list[str]:
    """How the course's JupyterLab differs from any other. What a person adds comes later, and counts more."""
    return [
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url=/lab/tree/{FIRST_LESSON}",
        "--LabApp.extension_manager=readonly",
        # A course needs no language servers, and looking for them runs other programs of this computer.
        "--LanguageServerManager.autodetect=False",
        # Warnings speak to whoever runs a server. `--log-level=WARN` brings them back.
        "--Application.log_level=ERROR",
        # What a lesson and its page tell each other stays private, also from other users of this computer.
        f"--KernelManager.transport_encryption={'auto' if can_encrypt() else 'disabled'}",
        f"--IdentityProvider.token={new_token()}",
        # A password set for the whole computer would hide the lessons behind a form.
        "--PasswordIdentityProvider.hashed_password=",
        # A browser may be kept from reading hidden folders, so it gets the address and not a file that leads to it.
        "--ServerApp.use_redirect_file=False",
        # Only this computer can reach the course, also where everything runs as root, as in a container.
        "--ServerApp.allow_root=True",
    ]


def can_encrypt() -> bool:
    """True where Jupyter's messages can be encrypted, which is the case for all usual packages of it."""
    import zmq

    return bool(zmq.has("curve"))


def new_token() -> str:
    """A secret that only this start knows."""
    import secrets

    return secrets.token_hex(24)


def announce(lab: Any, started: Callable[[], None]) -> None:
    """Tell the address, once the server answers."""
    server = Server(lab.connection_url, lab.identity_provider.token)
    print(
        "The course is running. If your browser does not show it, open this address in it:\n\n"
        f"    {server.address}\n\n"
        "Leave this window open. To end the course, close this window or press Ctrl+C in it.",
        flush=True,
    )
    started()


def end_quietly(lab: Any) -> None:
    """Ctrl+C and a closed window end the course, with no question asked. A second Ctrl+C does not wait."""

    def end(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        lab.stop(from_signal=True)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
