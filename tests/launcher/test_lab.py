"""The lab command keeps to itself, and a second start finds the first. The server here is the real one."""

import asyncio
import contextlib
import importlib.util
import json
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar
from unittest.mock import Mock
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClientConnection, websocket_connect

from course_helpers.__main__ import COMMANDS, is_written
from course_helpers.__main__ import main as run_command
from course_helpers.commands import lab
from course_helpers.commands import test as test_command
from course_helpers.commands.environment import FIRST_LESSON, runtime_folder
from course_helpers.record import FOLDER_VARIABLE, Record
from course_helpers.record.guest import GUESTS
from course_helpers.server import running
from course_helpers.server.running import Server, running_server
from course_helpers.server.settings import default_settings
from course_helpers.trouble import Trouble
from tests.conftest import pytest_itemcollected

ROOT = Path(__file__).parents[2]
START_SECONDS = 120

# A course that runs already

T = TypeVar("T")


def write_server(root: Path, number: int, **changed: object) -> Path:
    path = runtime_folder(root) / f"jpserver-{number}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    info = {"url": "http://localhost:1/", "token": "t", "root_dir": str(root), "pid": 7} | changed
    path.write_text(json.dumps(info), encoding="utf-8")
    return path


def test_what_a_course_that_is_gone_left_behind_is_cleared_away(tmp_path: Path) -> None:
    left = [write_server(tmp_path, 1), write_server(tmp_path, 2, token=None), write_server(tmp_path, 3, pid=None)]
    damaged = runtime_folder(tmp_path) / "jpserver-4.json"
    damaged.write_text("{", encoding="utf-8")
    assert running_server(tmp_path) is None
    assert not any(path.exists() for path in [*left, damaged])


def test_only_the_course_of_this_folder_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "is_course", lambda server, number: True)
    other = write_server(tmp_path, 1, root_dir="/another/course")
    assert running_server(tmp_path) is None
    assert other.exists()
    write_server(tmp_path, 2)
    assert running_server(tmp_path) == Server("http://localhost:1/", "t")


class Foreign(BaseHTTPRequestHandler):
    """A program that answers to everything with success."""

    says = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.says)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    "says",
    [
        "welcome",
        "[]",
        '{"started": "2026-01-01", "connections": 0, "kernels": 0}',
        '{"course": "gentle-hands", "process": 8}',
        '{"course": "another", "process": 7}',
    ],
)
def test_a_foreign_program_on_the_old_port_is_no_course(
    tmp_path: Path, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither one that answers to everything, nor another JupyterLab, nor a later course."""
    monkeypatch.setattr(Foreign, "says", says.encode())
    with ThreadingHTTPServer(("127.0.0.1", 0), Foreign) as server:
        # It looks that often whether it is to end.
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        left = write_server(tmp_path, 1, url=f"http://127.0.0.1:{server.server_port}/")
        assert running_server(tmp_path) is None
        assert not left.exists()
        monkeypatch.setattr(Foreign, "says", b'{"course": "gentle-hands", "process": 7}')
        write_server(tmp_path, 1, url=f"http://127.0.0.1:{server.server_port}/")
        assert running_server(tmp_path) is not None
        server.shutdown()


@pytest.fixture(autouse=True)
def own_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record that nobody has begun."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "record"))
    return tmp_path / "record" / "record.sqlite3"


def test_whoever_has_read_before_begins_at_the_home(own_record: Path) -> None:
    server = Server("http://localhost:1/", "secret")
    assert server.address.endswith("/lab/tree/notebooks/00_start_here.ipynb?token=secret")
    own_record.parent.mkdir()
    record = Record(own_record)
    record.mark_lesson("00", read=True)
    record.close()
    assert server.address == "http://localhost:1/lab?token=secret"


def test_a_second_start_opens_the_browser_unless_told_not_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(lab, "open_lesson", opened.append)
    server = Server("http://localhost:1/", "secret")
    assert lab.show_running(server, browser=False) == 0
    assert opened == []
    lab.show_running(server, browser=True)
    assert opened == [server.address]
    assert server.address == "http://localhost:1/lab/tree/notebooks/00_start_here.ipynb?token=secret"
    assert server.address in capsys.readouterr().out


# One plain sentence


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the first lesson in it, and nothing started from it."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / FIRST_LESSON).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_taken_port_is_told() -> None:
    with socket.create_server(("localhost", 0)) as taken:
        port = str(taken.getsockname()[1])
        for words in (["--port", port], [f"--port={port}"]):
            with pytest.raises(Trouble, match=f"^Port {port} of this computer is taken.*$"):
                lab.main(["--no-browser", *words])


def test_a_folder_without_lessons_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Trouble, match=r"Start the course with start\.py"):
        lab.main([])


def test_a_folder_that_cannot_be_written_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".course").write_text("a file where a folder should be", encoding="utf-8")
    assert lab.main(["--no-browser"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "The course could not start" in said


def test_a_page_without_the_course_ends_the_start(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is led to a plain JupyterLab, in which the facilitators' notes are in sight."""
    opened: list[str] = []
    monkeypatch.setattr(lab, "make_lab", lambda *_: FakeLab())
    monkeypatch.setattr(lab, "end_quietly", lambda lab: None)
    monkeypatch.setattr(lab, "open_lesson", lambda *words: opened.append(words[0]))
    monkeypatch.setattr(lab, "what_is_missing", lambda server: "it is not in the page")
    with pytest.raises(Trouble, match=r"\(it is not in the page\), so lessons would not come alive"):
        lab.main([])
    assert (capsys.readouterr().out, opened) == ("", [])
    monkeypatch.setattr(lab, "what_is_missing", lambda server: None)
    assert lab.main([]) == 0
    assert "The course is running." in capsys.readouterr().out
    assert opened == ["http://localhost:1/lab/tree/notebooks/00_start_here.ipynb?token=t"]
    assert lab.main(["--no-browser"]) == 0
    assert len(opened) == 1


class FakeLab:
    """A server that begins, does what it was asked to do first, and ends. It has nothing that could be made ready."""

    log = logging.getLogger("test")
    connection_url = "http://localhost:1/"
    browser = ""

    def __init__(self) -> None:
        self.identity_provider = SimpleNamespace(token="t")
        self.io_loop = self
        self.first: list[Callable[[], Any]] = []

    def add_callback(self, work: Callable[[], Any]) -> None:
        """Keep it for the start."""
        self.first.append(work)

    def start(self) -> None:
        """Run it."""
        for work in self.first:
            without_a_loop(work())

    def stop(self) -> None:
        """It has ended anyway."""


def test_an_unknown_word_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["tset"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("There is no command “tset”.")
    assert "  test " in said


def test_help_names_every_command_of_this_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["--help"]) == 0
    said = capsys.readouterr().out
    for word in COMMANDS:
        assert (f"  {word} " in said) == is_written(word)
    written = {path.stem.replace("_", "-") for path in (ROOT / "src/course_helpers/commands").glob("*.py")}
    assert written - COMMANDS.keys() == {"--init--", "environment", "output"}


def test_what_stops_a_command_is_told_in_its_sentence_and_nothing_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One handler serves all commands, so none has its own."""

    def stopped(_: list[str]) -> int:
        raise Trouble("The door is shut. Open it.")

    monkeypatch.setattr("course_helpers.__main__.enter_course_environment", lambda root: None)
    monkeypatch.setattr("course_helpers.__main__.find", lambda word: stopped)
    assert run_command(["lab"]) == 1
    assert capsys.readouterr() == ("", "The door is shut. Open it.\n")
    for module in (ROOT / "src/course_helpers/commands").glob("*.py"):
        assert "except Trouble" not in module.read_text(encoding="utf-8")


# The test command


TURNS = ("-p", "tests.by_turns", "--quiet", "--override-ini=console_output_style=classic")
NO_BROWSER = ("-m", "not browser and not lab")


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ([], [*TURNS, "--nbval", "notebooks", "tests"]),
        (["-x", "-k", "quiz"], [*TURNS, "-x", "-k", "quiz", "--nbval", "notebooks", "tests"]),
        (["--quick"], [*TURNS, *NO_BROWSER, "tests"]),
        (["--quick", "-x"], [*TURNS, "-x", *NO_BROWSER, "tests"]),
        (["tests/launcher", "-x"], [*TURNS, "tests/launcher", "-x"]),
        (["tests/launcher/test_lab.py::test_x"], ["tests/launcher/test_lab.py::test_x"]),
        (["notebooks/00_start_here.ipynb"], ["--nbval", "notebooks/00_start_here.ipynb"]),
    ],
)
def test_words_for_pytest(given: list[str], understood: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert list(test_command.words_for_pytest(given)) == ["pytest", *understood]


def test_the_tests_load_the_plugins_they_use_and_keep_what_they_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("COURSE_LOCALE", "uk")
    quick, full = (test_command.environment(("pytest", *words)) for words in (["tests"], ["--nbval", "notebooks"]))
    assert "PYTHONDONTWRITEBYTECODE" not in quick
    assert quick["COURSE_LOCALE"] == "uk"
    assert set(full["PYTEST_PLUGINS"].split(",")) - set(quick["PYTEST_PLUGINS"].split(",")) == {"nbval.plugin"}
    assert all(importlib.util.find_spec(plugin) for plugin in full["PYTEST_PLUGINS"].split(","))


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """What the two processes of the tests are given, and then what they answer: nothing is run."""
    given: list[Any] = []

    def run(command: list[str], **settings: Any) -> subprocess.CompletedProcess[str]:
        env = settings["env"]
        given.append(env)
        if not env.get(test_command.FROM_THE_END):
            Path(env["TMPDIR"], "a record").touch()
            assert Path(env["TMPDIR"]).stat().st_mode & 0o555 == 0o555, "another user comes through"
            return subprocess.CompletedProcess(command, answers[0], "")
        settings["stdout"].write(b"the other half")
        return subprocess.CompletedProcess(command, answers[1], "")

    answers = [0, 0]
    for name in ("disk", "memory"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "disk"))
    monkeypatch.setattr(test_command, "IN_MEMORY", tmp_path / "memory")
    monkeypatch.setenv("COURSE_LOCALE", "neutral")
    monkeypatch.setattr(test_command, "CHECKS", {})
    return [given, answers]


@pytest.mark.parametrize(
    ("free", "runs", "there"), [(10**10, True, True), (10**8, True, False), (10**10, False, False)]
)
def test_the_quick_tests_write_to_memory_where_there_is_room(
    free: int, runs: bool, there: bool, both: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they wrote there is gone afterwards."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    monkeypatch.setattr(test_command, "programs_run_in", lambda _: runs)
    assert test_command.main(["--quick"]) == 0
    assert [Path(one["TMPDIR"]).is_relative_to(tmp_path / "memory") for one in both[0]] == [there, there]
    assert len(list((tmp_path / "disk").iterdir())) == (not there)
    assert list((tmp_path / "memory").iterdir()) == []


@pytest.mark.parametrize(
    ("answers", "right"),
    [([0, 0], True), ([0, 5], True), ([5, 0], True), ([0, 1], False), ([2, 0], False), ([5, 5], False)],
)
def test_two_processes_share_the_quick_tests_and_either_can_fail_them(
    answers: list[int], right: bool, both: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """They mark their files in one folder. One of them may find nothing left to test, but not both."""
    given, both[1][:] = both[0], answers
    assert (test_command.main(["--quick"]) == 0) == right
    assert len(given) == 2
    assert given[0][test_command.MARKS] == given[1][test_command.MARKS]
    assert sum(bool(one[test_command.FROM_THE_END]) for one in given) == 1
    [_, after] = capsys.readouterr().out.split("the other half")
    assert ("Not right yet" in after) == (answers[0] not in (0, 5)), "the other half may look as if all were well"


@pytest.mark.parametrize("fails", [False, True])
def test_a_path_is_tested_and_nothing_else_is_run(fails: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        ran.append(command[2:])
        return subprocess.CompletedProcess(command, int(fails))

    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(subprocess, "run", run)
    assert test_command.main(["tests/quiz/test_grading.py"]) == int(fails)
    assert ran == [["pytest", "tests/quiz/test_grading.py"]]


@pytest.mark.parametrize(
    ("fixtures", "marks"),
    [
        (["browser", "own_record"], ["browser"]),
        (["watched", "browser", "start_course"], ["browser", "lab"]),
        (["started"], ["lab"]),
        (["tmp_path"], []),
    ],
)
def test_a_test_is_marked_by_the_fixtures_it_uses(fixtures: list[str], marks: list[str]) -> None:
    item = Mock(fixturenames=fixtures)
    pytest_itemcollected(item)
    assert [call.args[0] for call in item.add_marker.call_args_list] == marks


@pytest.mark.parametrize("failing", [None, "ruff", "mypy", "course_helpers", "pytest"])
def test_every_check_is_run_and_any_failure_counts(
    failing: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command[2:])
        return subprocess.CompletedProcess(command, int(command[2] == failing), "said\n")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv("COURSE_LOCALE", "us")
    assert test_command.main(["-x"]) == (1 if failing else 0)
    assert sorted(words[0] for words in ran) == ["course_helpers", "mypy", "pytest", "pytest", "ruff", "ruff"]
    assert os.environ["COURSE_LOCALE"] == "neutral", "stored lessons would be compared with words of one place"
    tested = [words for words in ran if words[0] == "pytest"]
    assert tested == [["pytest", *TURNS, "-x", "--nbval", "notebooks", "tests"]] * 2
    told, said_last = capsys.readouterr().out.split("— tests\n")
    assert [name for name in test_command.CHECKS if f"— {name}" in said_last] == [], "the last line belongs to pytest"
    assert ("Not right yet" in told) == (failing not in (None, "pytest"))
    assert ("Not right yet" in said_last) == (failing == "pytest")


# The real server


@dataclass
class Started:
    """A course that was started for these tests."""

    root: Path
    home: Path
    process: "subprocess.Popen[str]"
    environment: dict[str, str]
    port: int

    @property
    def printed(self) -> str:
        """All it said so far."""
        return (self.root / "start.log").read_text(encoding="utf-8")

    @property
    def address(self) -> str:
        """The address it printed."""
        found = re.search(r"http://\S+", self.printed)
        assert found, self.printed
        return found.group()

    def ask(self, path: str, method: str = "GET") -> Any:
        """Ask the server's own interface."""
        server, token = re.fullmatch(r"(http://[^/]+/).*token=(\w+)", self.address).groups()  # type: ignore[union-attr]
        request = Request(f"{server}{path}", method=method, headers={"Authorization": f"token {token}"})
        with urlopen(request, timeout=20) as answer:
            return json.loads(answer.read())


def hostile_home(home: Path) -> None:
    """Settings that would show: each leaves a file when it is read, or hides the lessons."""
    tell = f"open({str(home / 'was-read')!r}, 'w').close()\n"
    jupyter = home / ".jupyter"
    themes = jupyter / "lab" / "user-settings" / "@jupyterlab" / "apputils-extension"
    themes.mkdir(parents=True)
    (themes / "themes.jupyterlab-settings").write_text('{"theme": "JupyterLab Dark"}', encoding="utf-8")
    (jupyter / "jupyter_server_config.py").write_text(
        f"{tell}c.ServerApp.root_dir = '/'\nc.PasswordIdentityProvider.hashed_password = 'argon2:x'\n",
        encoding="utf-8",
    )
    (jupyter / "jupyter_server_config.json").write_text('{"ServerApp": {"base_url": "/hidden/"}}', encoding="utf-8")
    startup = home / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00-tell.py").write_text(tell, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def wait_for(what: Callable[[], object], seconds: float = START_SECONDS) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "this took too long"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """``start.py`` of a copy of the course, in a home full of other settings."""
    folder = tmp_path_factory.mktemp("a course")
    root, home = folder / "my course", folder / "home"
    root.mkdir()
    (root / "src" / "course_helpers").mkdir(parents=True)
    for name in ("start.py", "pyproject.toml", "requirements.txt", "hatch_build.py", "src/course_helpers/__main__.py"):
        shutil.copy(ROOT / name, root / name)
    (root / "notebooks").mkdir()
    shutil.copy(ROOT / FIRST_LESSON, root / FIRST_LESSON)
    (root / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    hostile_home(home)
    with socket.create_server(("localhost", 0)) as free:
        port = free.getsockname()[1]
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    environment = kept | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "JUPYTER_CONFIG_PATH": str(home / ".jupyter"),
        "PYTHONOPTIMIZE": "2",
        "COURSE_LOCALE": "UK ",
    }
    with (root / "start.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "start.py", "--no-browser", "--port", str(port)],
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
        )
        course = Started(root, home, process, environment, port)
        with contextlib.ExitStack() as always:
            always.callback(process.wait, timeout=30)
            always.callback(process.terminate)
            wait_for(lambda: "address" in course.printed or process.poll() is not None)
            assert process.poll() is None, course.printed
            yield course


def test_the_address_is_printed_and_answers(started: Started) -> None:
    assert started.address.startswith(f"http://localhost:{started.port}/lab/tree/notebooks/00_start_here.ipynb?token=")
    assert "close this window or press Ctrl+C" in started.printed
    assert "[W " not in started.printed
    with urlopen(started.address, timeout=20) as page:
        assert page.status == 200
        assert "JupyterLab" in page.read().decode()


def test_a_second_start_leads_to_the_first(started: Started) -> None:
    began = time.monotonic()
    second = subprocess.run(
        [sys.executable, "start.py", "--no-browser", "--port", str(started.port)],
        cwd=started.root,
        env=started.environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert second.returncode == 0, second.stderr
    assert second.stdout.startswith("The course is running already.")
    assert started.address in second.stdout
    assert time.monotonic() - began < 10
    assert len(list(runtime_folder(started.root).glob("jpserver-*.json"))) == 1


def test_the_token_is_on_no_command_line(started: Started) -> None:
    token = started.address.partition("token=")[2]
    command_line = Path(f"/proc/{started.process.pid}/cmdline")
    if not command_line.exists():
        pytest.skip("this system has no /proc")
    assert "course_helpers" in command_line.read_text(encoding="utf-8")
    assert token not in command_line.read_text(encoding="utf-8")


def test_the_learners_own_settings_are_neither_read_nor_touched(started: Started) -> None:
    before = contents(started.home)
    assert before
    theme = started.ask("lab/api/settings/@jupyterlab/apputils-extension:themes")
    assert theme["settings"] == {}
    lessons = started.ask("api/contents/notebooks")
    assert [entry["name"] for entry in lessons["content"]] == ["00_start_here.ipynb"]
    kernel = started.ask("api/kernels", "POST")
    wait_for((started.root / ".course" / "ipython" / "profile_default").exists)
    time.sleep(1)
    request_end = Request(
        f"http://localhost:{started.port}/api/kernels/{kernel['id']}",
        method="DELETE",
        headers={"Authorization": f"token {started.address.partition('token=')[2]}"},
    )
    urlopen(request_end, timeout=20).close()
    assert not (started.home / "was-read").exists()
    assert contents(started.home) == before


@pytest.mark.parametrize(
    ("plugin", "name", "value"),
    [
        ("@jupyterlab/apputils-extension:notification", "fetchNews", "false"),
        ("@jupyterlab/apputils-extension:notification", "checkForUpdates", False),
        ("@jupyterlab/docmanager-extension:plugin", "autosave", False),
        ("@jupyterlab/notebook-extension:tracker", "windowingMode", "none"),
        ("@jupyterlab/notebook-extension:tracker", "autoStartDefaultKernel", True),
    ],
)
def test_the_courses_own_settings_are_served(started: Started, plugin: str, name: str, value: object) -> None:
    schema = started.ask(f"lab/api/settings/{plugin}")["schema"]
    assert schema["properties"][name]["default"] == value


def test_no_setting_is_misspelt(started: Started) -> None:
    for plugin, settings in default_settings(author=False).items():
        schema = started.ask(f"lab/api/settings/{plugin}")["schema"]
        for name, value in settings.items():
            assert schema["properties"][name]["default"] == value, f"{plugin} {name}"


def test_the_page_gets_its_places_and_no_extension_manager(started: Started) -> None:
    config = page_config(started.address)
    assert config["courseLocale"] == "uk"
    assert config["courseGuest"] == ""
    assert config["courseOneReader"] == "true"
    assert "@jupyterlab/extensionmanager-extension" in config["disabledExtensions"]


def page_config(address: str) -> dict[str, Any]:
    """What the server tells its page."""
    with urlopen(address, timeout=20) as page:
        text = page.read().decode()
    found = re.search(
        r'<script id="jupyter-config-data" type="application/json">\s*(\{.*?\})\s*</script>', text, re.DOTALL
    )
    assert found
    config: dict[str, Any] = json.loads(found.group(1))
    return config


def test_only_who_may_see_the_lessons_learns_who_reads(started: Started) -> None:
    """And one browser reads at a time."""
    token = started.address.partition("token=")[2]

    async def browsers() -> list[bool]:
        url = f"ws://localhost:{started.port}/course/reader?browser="
        with pytest.raises(HTTPClientError, match="403"):
            await websocket_connect(f"{url}a")
        first = await websocket_connect(f"{url}a&token={token}")
        heard = [await says(first)]
        second = await websocket_connect(f"{url}b&token={token}")
        heard.append(await says(second))
        await second.write_message("take over")
        heard += [await says(first), await says(second)]
        second.close()
        heard.append(await says(first))
        first.close()
        return heard

    assert without_a_loop(browsers()) == [True, False, False, True, True]


def without_a_loop(work: Coroutine[Any, Any, T]) -> T:
    """What comes of some work, in a thread of its own: a test in a browser may have a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def says(wire: WebSocketClientConnection) -> bool:
    """What the server tells a page next."""
    message = await asyncio.wait_for(wire.read_message(), 20)
    assert message is not None
    return bool(json.loads(message)["reads"])


def test_the_first_layout_shows_the_list_of_lessons(started: Started) -> None:
    layout = started.ask("lab/api/workspaces/default")["data"]["layout-restorer:data"]
    assert layout["left"]["current"] == "course-side"


def test_only_who_may_see_the_lessons_learns_what_was_read(started: Started) -> None:
    with pytest.raises(HTTPError, match="403"):
        urlopen(f"http://localhost:{started.port}/course/marks", timeout=20)
    assert set(started.ask("course/marks")) == {"lessons", "go_on", "standing", "due"}


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there")
def test_ctrl_c_ends_it_quietly(started: Started) -> None:
    said = started.printed
    started.process.send_signal(signal.SIGINT)
    assert started.process.wait(timeout=30) == 0
    assert started.printed.removeprefix(said) == "The course has ended.\n"
    assert not list(runtime_folder(started.root).glob("jpserver-*"))


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there")
def test_a_guest_finds_nothing_and_leaves_nothing(started: Started) -> None:
    """A real start after the one above has ended: record, layout and settings are the guest's, and gone at the end."""
    state, records = started.root / ".course", started.home / "records"
    owner = Record(records / "record.sqlite3")
    owner.mark_lesson("03", read=True)
    owner.close()
    before = contents(records) | contents(state / "jupyter" / "workspaces")
    (state / GUESTS / "guest-of-yesterday").mkdir(parents=True)
    log = started.root / "start.log"
    with log.open("w", encoding="utf-8") as told:
        words = [sys.executable, "start.py", "--no-browser", "--guest", "--port", str(started.port)]
        environment = started.environment | {FOLDER_VARIABLE: str(records)}
        process = subprocess.Popen(
            words, cwd=started.root, env=environment, stdin=subprocess.DEVNULL, stdout=told, stderr=subprocess.STDOUT
        )
    try:
        wait_for(lambda: "address" in started.printed or process.poll() is not None)
        (folder,) = (state / GUESTS).iterdir()
        assert {told["mark"] for told in started.ask("course/marks")["lessons"].values()} <= {"open"}
        assert page_config(started.address)["courseGuest"]
        guest = Record(folder / "record.sqlite3")
        guest.mark_lesson("00", read=True)
        guest.close()
        assert started.ask("course/marks")["lessons"]["00"]["mark"] != "open"
        layout = started.ask("lab/api/workspaces/default")["data"]["layout-restorer:data"]
        assert layout["left"]["current"] == "course-side"
        assert any((folder / "workspaces").iterdir())
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
    assert list((state / GUESTS).iterdir()) == []
    assert contents(records) | contents(state / "jupyter" / "workspaces") == before
