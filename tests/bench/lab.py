"""A running course for measurements."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.request import Request, urlopen

import nbformat
from playwright.sync_api import Browser, Page, Playwright

from course_helpers.record import FOLDER_VARIABLE
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES

EMPTY = "empty.ipynb"
SECOND_EMPTY = "second.ipynb"
START_SECONDS = 60


class Lab:
    """``start.py`` of a copy of the project, with empty notebooks beside the lessons."""

    def __init__(self, root: Path) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.copy = Path(self.folder.name) / "project"
        shutil.copytree(root, self.copy, ignore=shutil.ignore_patterns(".venv", ".git", ".course", "build"))
        (self.copy / ".venv").symlink_to(root / ".venv", target_is_directory=True)
        self._add_empty_notebooks()
        self.url = self.token = ""

    def _add_empty_notebooks(self) -> None:
        kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
        cells = [nbformat.v4.new_code_cell()]
        empty = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        for name in (EMPTY, SECOND_EMPTY):
            nbformat.write(empty, self.copy / "notebooks" / name)

    def __enter__(self) -> Self:
        log = self.copy / "start.log"
        with log.open("w", encoding="utf-8") as out:
            self.process = subprocess.Popen(
                self.command(), cwd=self.copy, stdout=out, stderr=subprocess.STDOUT, env=os.environ | self.variables()
            )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            found = re.search(r"(http://[\w.]+:\d+)\S*[?&]token=(\w+)", log.read_text(encoding="utf-8"))
            if found:
                self.url, self.token = found.groups()
                return self
            time.sleep(0.2)
        raise TimeoutError(log.read_text(encoding="utf-8"))

    def command(self) -> list[str]:
        """What starts it; a page can be asked for JupyterLab itself."""
        return [sys.executable, "start.py", "--no-browser", "--LabApp.expose_app_in_browser=True"]

    def variables(self) -> dict[str, str]:
        """What keeps it apart from everything else on this computer."""
        return {FOLDER_VARIABLE: str(self.copy / ".record")}

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
        self.folder.cleanup()

    def browser(self, playwright: Playwright) -> Browser | None:
        """The installed browser, if there is one."""
        return installed_browser(playwright)

    def open(self, browser: Browser, notebook: str, until: str) -> None:
        """Open a notebook in a fresh context and wait until something shows."""
        context = browser.new_context()
        page = context.new_page()
        self.visit(page, notebook)
        page.wait_for_selector(until, timeout=60_000)
        context.close()

    def end_kernels(self) -> None:
        """Let the next notebook begin without a kernel of before."""
        asking = {"Authorization": f"token {self.token}"}
        with urlopen(Request(f"{self.url}/api/sessions", headers=asking), timeout=START_SECONDS) as answer:
            sessions = json.load(answer)
        for session in sessions:
            request = Request(f"{self.url}/api/sessions/{session['id']}", method="DELETE", headers=asking)
            urlopen(request, timeout=START_SECONDS).close()

    def visit(self, page: Page, notebook: str) -> None:
        """Go to a notebook in a workspace of its own."""
        workspace = f"bench-{time.time_ns()}"
        address = f"{self.url}/lab/workspaces/{workspace}/tree/notebooks/{notebook}?reset&token={self.token}"
        # Words can be read before everything that a page asks for has come.
        page.goto(address, wait_until="commit")


class PlainLab(Lab):
    """JupyterLab of the same packages and with the same notebooks, as it is without the course."""

    def command(self) -> list[str]:
        """What starts it; its port is free, and nobody is asked about news."""
        return [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ServerApp.port=0"]

    def variables(self) -> dict[str, str]:
        """Settings of its own, in which the course's extension is off."""
        settings = self.copy / ".plain"
        extension_off = settings / "labconfig" / "page_config.json"
        extension_off.parent.mkdir(parents=True, exist_ok=True)
        extension_off.write_text(json.dumps({"disabledExtensions": {"course-helpers": True}}), encoding="utf-8")
        folders = ("JUPYTER_CONFIG_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "JUPYTER_DATA_DIR")
        return {name: str(settings) for name in folders}


def learners_browser(playwright: Playwright) -> Browser | None:
    """The browser as learners have it, not the lighter one of the tests, if there is another."""
    return installed_browser(playwright, names=(*CHROMIUM_NAMES[1:], CHROMIUM_NAMES[0]))


def installed_browser(
    playwright: Playwright, *more_flags: str, names: tuple[str, ...] = CHROMIUM_NAMES
) -> Browser | None:
    """The first of some browsers that this computer has, if there is one."""
    for name in names:
        if path := shutil.which(name):
            return playwright.chromium.launch(executable_path=path, args=[*CHROMIUM_FLAGS, *more_flags])
    return None
