"""A JupyterLab that others started, below a prefix as on a Hub: the frame works, a stranger's notebook is let be."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.request import urlopen

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from course_helpers.knowledge import load
from course_helpers.record import FOLDER_VARIABLE
from tests.browser.conftest import LIVE_MS, ROOT, START_SECONDS, end, free_port, wait_until_live

WORDS = load().strings.way
PREFIX = "/user/ada/"
MARK = "open('ran-unasked', 'w').close()"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A plain JupyterLab over the notebooks and one of somebody else."""
    root = tmp_path_factory.mktemp("elsewhere")
    for folder in ("notebooks", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    own_notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(MARK)])
    nbformat.write(own_notebook, root / "notebooks" / "own.ipynb")
    port = free_port()
    options = [f"--ServerApp.root_dir={root}", f"--ServerApp.base_url={PREFIX}", "--IdentityProvider.token="]
    own = {
        name: str(root / "jupyter" / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", *options],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | own | {FOLDER_VARIABLE: str(root / "record")},
    )
    base = f"http://localhost:{port}{PREFIX}"
    try:
        deadline = time.monotonic() + START_SECONDS
        while not answers(base):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        yield base
        assert not list(root.rglob("ran-unasked"))
    finally:
        process.terminate()
        end(process)


def answers(base: str) -> bool:
    try:
        with urlopen(f"{base}api", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def a_lesson_lives_in_the_calm_frame(page: Page) -> None:
    wait_until_live(page)
    expect(page.locator("#jp-menu-panel")).to_be_hidden()
    figure = page.locator(".course-lesson figure img").first
    assert figure.evaluate("(image) => image.complete && image.naturalWidth > 0")


def the_home_and_the_search_know_the_prefix(page: Page) -> None:
    page.get_by_role("button", name=WORDS.home, exact=True).locator("visible=true").first.click()
    expect(page.locator(".course-home:visible h1")).to_have_text(WORDS.course_name)
    assert page.evaluate("location.pathname").startswith(PREFIX)
    field = page.locator(".course-home").get_by_role("searchbox")
    field.fill("lymph")
    field.press("Enter")
    expect(page.get_by_role("dialog").locator("li").first).to_be_visible(timeout=LIVE_MS)
    page.keyboard.press("Escape")
    assert page.get_by_role("button", name=WORDS.dark_page).count() == 0, "colours are the reader's own settings here"


def a_strangers_notebook_has_the_whole_desk_and_does_not_run(page: Page, address: str) -> None:
    page.goto(f"{address}lab/tree/notebooks/own.ipynb")
    # The lesson of before is in front until the notebook has opened, which takes long on a busy computer.
    expect(page.get_by_text(MARK).locator("visible=true").first).to_be_visible(timeout=LIVE_MS)
    expect(page.locator("#jp-menu-panel")).to_be_visible()
    expect(page.locator(".jp-NotebookPanel:visible .jp-NotebookPanel-toolbar").first).to_be_visible()
    assert page.locator(":is(.course-lesson, .course-word):visible").count() == 0


def test_the_course_below_a_prefix(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(f"{address}lab/tree/notebooks/00_start_here.ipynb")
    a_lesson_lives_in_the_calm_frame(page)
    the_home_and_the_search_know_the_prefix(page)
    a_strangers_notebook_has_the_whole_desk_and_does_not_run(page, address)
    context.close()
