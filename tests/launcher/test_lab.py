"""The lab command keeps to itself, and a second start finds the first. The server here is the real one."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from course_helpers.__main__ import COMMANDS, is_written
from course_helpers.__main__ import main as run_command
from course_helpers.commands import lab
from course_helpers.commands import test as test_command
from course_helpers.commands.environment import FIRST_LESSON, course_environment, runtime_folder

ROOT = Path(__file__).parents[2]
START_SECONDS = 120

# The environment


def test_nothing_of_the_learners_own_jupyter_comes_in(tmp_path: Path) -> None:
    outside = {
        "HOME": "/home/someone",
        "PATH": "/usr/bin",
        "COURSE_LOCALE": "uk",
        "JUPYTER_PATH": "/elsewhere",
        "JUPYTER_CONFIG_PATH": "/elsewhere",
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTERLAB_DIR": "/elsewhere",
        "IPYTHONDIR": "/elsewhere",
        "PYTHONPATH": "/elsewhere",
        "PYTHONSTARTUP": "/elsewhere",
        "PYTHONHOME": "/elsewhere",
        "MPLBACKEND": "TkAgg",
    }
    inside = course_environment(tmp_path, outside)
    assert "/elsewhere" not in inside.values()
    assert not {"MPLBACKEND", "JUPYTER_NO_CONFIG"} & inside.keys()
    assert inside["HOME"] == "/home/someone"
    assert inside["COURSE_LOCALE"] == "uk"
    assert inside["PATH"] == os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin"])
    folders = [value for name, value in inside.items() if name.endswith(("_DIR", "DIR"))]
    assert len(folders) == 7
    assert all(Path(folder).is_relative_to(tmp_path / ".course") for folder in folders)
    assert course_environment(tmp_path, inside)["PATH"].count("/usr/bin") == 1


# A course that runs already


def write_server(root: Path, number: int, **changed: object) -> Path:
    path = runtime_folder(root) / f"jpserver-{number}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    info = {"url": "http://localhost:1/", "token": "t", "root_dir": str(root)} | changed
    path.write_text(json.dumps(info), encoding="utf-8")
    return path


def test_what_a_course_that_is_gone_left_behind_is_cleared_away(tmp_path: Path) -> None:
    left = [write_server(tmp_path, 1), write_server(tmp_path, 2, token=None)]
    damaged = runtime_folder(tmp_path) / "jpserver-3.json"
    damaged.write_text("{", encoding="utf-8")
    assert lab.running_server(tmp_path) is None
    assert not any(path.exists() for path in [*left, damaged])


def test_only_the_course_of_this_folder_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "answers", lambda server: True)
    other = write_server(tmp_path, 1, root_dir="/another/course")
    assert lab.running_server(tmp_path) is None
    assert other.exists()
    write_server(tmp_path, 2)
    assert lab.running_server(tmp_path) == lab.Server("http://localhost:1/", "t")


def test_a_second_start_opens_the_browser_unless_told_not_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    server = lab.Server("http://localhost:1/", "secret")
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
    monkeypatch.setattr(lab, "enter_course_environment", lambda root: None)
    return tmp_path


def test_a_taken_port_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("localhost", 0)) as taken:
        port = str(taken.getsockname()[1])
        for words in (["--port", port], [f"--port={port}"]):
            assert lab.main(["--no-browser", *words]) == 1
            said = capsys.readouterr().err
            assert said.count("\n") == 1
            assert f"Port {port} of this computer is taken" in said


@pytest.mark.parametrize("port", ["many", "70000", "-1"])
def test_what_is_no_port_is_told(folder: Path, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert lab.main([f"--port={port}"]) == 1
    assert "is not a port" in capsys.readouterr().err


def test_a_folder_without_lessons_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert lab.main([]) == 1
    assert "Start the course with start.py" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".course").write_text("a file where a folder should be", encoding="utf-8")
    assert lab.main(["--no-browser"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "The course could not start" in said


def test_a_start_waits_for_another_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "START_SECONDS", 0.1)
    path = folder / "start.lock"
    second = pytest.raises(lab.Trouble, match="has not ended")
    with lab.one_start_at_a_time(path), second, lab.one_start_at_a_time(path):
        pass
    with lab.one_start_at_a_time(path):
        pass


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
    assert written - COMMANDS.keys() == {"--init--", "environment"}


# The test command


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ([], ["notebooks", "tests"]),
        (["-x", "-k", "quiz"], ["-x", "-k", "quiz", "notebooks", "tests"]),
        (["tests/launcher", "-x"], ["tests/launcher", "-x"]),
        (["tests/launcher/test_lab.py::test_x"], ["tests/launcher/test_lab.py::test_x"]),
    ],
)
def test_words_for_pytest(given: list[str], understood: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert test_command.tested(given) == understood


@pytest.mark.parametrize("failing", [None, "ruff", "mypy", "course_helpers", "pytest"])
def test_every_check_is_run_and_any_failure_counts(
    failing: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        ran.append(command[2:])
        return subprocess.CompletedProcess(command, int(command[2] == failing))

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(test_command, "enter_course_environment", lambda root: None)
    assert test_command.main(["-x"]) == (1 if failing else 0)
    assert [words[0] for words in ran] == ["ruff", "ruff", "mypy", "course_helpers", "pytest"]
    assert ran[-1] == ["pytest", "--nbval", "--numprocesses=2", "--dist=loadfile", "-x", "notebooks", "tests"]
    said_last = capsys.readouterr().out.splitlines()[-1]
    assert said_last == "— tests", "the last line belongs to pytest"


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
    for name in ("start.py", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, root / name)
    (root / "notebooks").mkdir()
    shutil.copy(ROOT / FIRST_LESSON, root / FIRST_LESSON)
    (root / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    hostile_home(home)
    with socket.create_server(("localhost", 0)) as free:
        port = free.getsockname()[1]
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    environment = kept | {"HOME": str(home), "USERPROFILE": str(home), "JUPYTER_CONFIG_PATH": str(home / ".jupyter")}
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
    folder = ROOT / "src/course_helpers/lab_extension/labconfig"
    overrides = json.loads((folder / "default_setting_overrides.json").read_text(encoding="utf-8"))
    for plugin, settings in overrides.items():
        schema = started.ask(f"lab/api/settings/{plugin}")["schema"]
        for name, value in settings.items():
            assert schema["properties"][name]["default"] == value, f"{plugin} {name}"


def test_the_page_gets_its_places_and_no_extension_manager(started: Started) -> None:
    with urlopen(started.address, timeout=20) as page:
        text = page.read().decode()
    found = re.search(
        r'<script id="jupyter-config-data" type="application/json">\s*(\{.*?\})\s*</script>', text, re.DOTALL
    )
    assert found
    config = json.loads(found.group(1))
    assert config["courseLocale"] == "neutral"
    assert "@jupyterlab/extensionmanager-extension" in config["disabledExtensions"]


def test_the_first_layout_shows_the_table_of_contents(started: Started) -> None:
    layout = started.ask("lab/api/workspaces/default")["data"]["layout-restorer:data"]
    assert layout["left"]["current"] == "@jupyterlab/toc:plugin"


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there")
def test_ctrl_c_ends_it_quietly(started: Started) -> None:
    said = started.printed
    started.process.send_signal(signal.SIGINT)
    assert started.process.wait(timeout=30) == 0
    assert started.printed.removeprefix(said) == "The course has ended.\n"
    assert not list(runtime_folder(started.root).glob("jpserver-*"))
