"""The course that runs already: found by what it left in its folder, and known by its own answer."""

import json
import urllib.request
from pathlib import Path
from typing import Any, NamedTuple

from course_helpers.commands.environment import FIRST_LESSON, runtime_folder
from course_helpers.record.glance import has_begun_in
from course_helpers.record.path import record_file

ANSWER_SECONDS = 5
"""How long a running course may take to answer before it counts as gone."""

COURSE = "gentle-hands"
"""How a course names itself."""

HERE = "course/here"
"""Where a course says that it is one."""


class Server(NamedTuple):
    """A running course."""

    url: str
    token: str

    @property
    def address(self) -> str:
        """What to open in a browser: the first lesson; for whoever has read before, the home, which knows where."""
        page = "lab" if has_begun_in(record_file()) else f"lab/tree/{FIRST_LESSON}"
        return f"{self.url}{page}?token={self.token}"

    def ask(self, path: str) -> bytes:
        """What it answers to a request; its own name and no proxy lead to it.

        Raises:
            OSError: if it does not answer, or not with success.
            ValueError: if its address is none.
        """
        request = urllib.request.Request(  # noqa: S310 - the address comes from the course's own folder
            f"{self.url}{path}", headers={"Authorization": f"token {self.token}"}
        )
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=ANSWER_SECONDS) as response:
            answer: bytes = response.read()
        return answer


def running_server(root: Path) -> Server | None:
    """The running course of this folder. What a course that is gone left behind is cleared away."""
    for path in sorted(runtime_folder(root).glob("jpserver-*.json")):
        try:
            info = json.loads(path.read_text(encoding="utf-8"))
            server, number = Server(info["url"], info["token"]), info["pid"]
            same_folder = Path(info["root_dir"]) == root
        except (OSError, ValueError, KeyError, TypeError):
            path.unlink(missing_ok=True)
            continue
        if not is_course(server, number):
            path.unlink(missing_ok=True)
        elif same_folder:
            return server
    return None


def is_course(server: Server, number: int) -> bool:
    """True if this very process answers there. Another program may have its port by now, and answer to everything."""
    try:
        answer: Any = json.loads(server.ask(HERE))
    except (OSError, ValueError):
        return False
    return isinstance(answer, dict) and answer.get("course") == COURSE and answer.get("process") == number
