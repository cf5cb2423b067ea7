"""The course's JupyterLab has its own settings and its own place, whatever this computer or a person says."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course_helpers import file_lock
from course_helpers.commands.environment import course_environment, state_folder
from course_helpers.record import record_file
from course_helpers.server import address, one_start
from course_helpers.server.one_start import one_start_at_a_time
from course_helpers.server.options import understood
from course_helpers.server.settings import (
    NOT_FOR_READING,
    default_settings,
    page_settings,
    safety_options,
    write_settings,
)
from course_helpers.trouble import Trouble
from tests.doctor.test_doctor import as_another_user

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
        "JUPYTERHUB_SERVICE_PREFIX": "/elsewhere",
        "JPY_PARENT_PID": "/elsewhere",
        "IPYTHONDIR": "/elsewhere",
        "PYTHONPATH": "/elsewhere",
        "PYTHONSTARTUP": "/elsewhere",
        "PYTHONHOME": "/elsewhere",
        "PYTHONOPTIMIZE": "2",
        "PYTHONWARNINGS": "error",
        "MATPLOTLIBRC": "/elsewhere",
        "MPLBACKEND": "TkAgg",
    }
    inside = course_environment(tmp_path, outside)
    assert "/elsewhere" not in inside.values()
    assert not {"MPLBACKEND", "JUPYTER_NO_CONFIG", "PYTHONOPTIMIZE", "PYTHONWARNINGS"} & inside.keys()
    assert inside["HOME"] == "/home/someone"
    assert inside["COURSE_LOCALE"] == "uk"
    assert inside["PATH"] == os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin"])
    folders = [value for name, value in inside.items() if name.endswith(("_DIR", "DIR"))]
    assert len(folders) == 7
    assert all(Path(folder).is_relative_to(tmp_path / ".course") for folder in folders)
    assert course_environment(tmp_path, inside)["PATH"].count("/usr/bin") == 1


def test_a_part_of_a_way_leads_all_programs_to_one_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line runs in the course's folder, a lesson's kernel in another one."""
    monkeypatch.chdir(tmp_path)
    inside = course_environment(tmp_path, {"COURSE_RECORD_FOLDER": "mine", "COURSE_CACHE_FOLDER": " "})
    assert inside["COURSE_RECORD_FOLDER"] == str(tmp_path / "mine")
    monkeypatch.setenv("COURSE_RECORD_FOLDER", "mine")
    here = record_file()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert record_file() == here == Path.home() / "mine" / "record.sqlite3"


# A course that another account installed


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
@pytest.mark.parametrize("begun", [False, True])
def test_an_account_that_may_only_read_keeps_its_state_in_its_own_folder(tmp_path: Path, begun: bool) -> None:
    program = "import sys; from pathlib import Path; from course_helpers.commands.environment import state_folder\n"
    program += "place = state_folder(Path(sys.argv[1])); place.mkdir(parents=True, exist_ok=True); print(place)"
    made = Path("/tmp") / f"course-of-another-{os.getpid()}-{begun}"  # not below pytest's folder: nobody else may enter
    (made / "home").mkdir(parents=True)
    try:
        made.chmod(0o755)
        (made / "home").chmod(0o777)
        course = made / "course"
        course.mkdir(mode=0o755)
        if begun:
            (course / ".course").mkdir(mode=0o777)
            (course / ".course").chmod(0o777)
        words = [*as_another_user(), sys.executable, "-c", program, str(course)]
        kept = {"HOME": str(made / "home"), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
        answer = subprocess.run(words, env=kept, capture_output=True, text=True, timeout=60, check=False)
        assert answer.returncode == 0, answer.stderr
        assert Path(answer.stdout.strip()).is_relative_to(made / "home")
    finally:
        subprocess.run(["rm", "-rf", str(made)], check=True)


def test_ones_own_course_keeps_its_state_beside_it(tmp_path: Path) -> None:
    assert state_folder(tmp_path) == tmp_path / ".course"
    (tmp_path / ".course").mkdir()
    assert state_folder(tmp_path) == tmp_path / ".course"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such owners")
def test_what_opens_a_running_course_is_shared_with_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where two accounts may both write, or where one may do everything."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / ".course").mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    theirs = state_folder(tmp_path)
    assert not theirs.is_relative_to(tmp_path / ".course")
    assert theirs != state_folder(tmp_path / "another")


# Settings


HOSTILE = """
import json, sys
from pathlib import Path
from jupyter_core import paths
system = Path(sys.argv[1])
paths.SYSTEM_CONFIG_PATH.append(str(system / "etc"))
paths.SYSTEM_JUPYTER_PATH.append(str(system / "share"))
from course_helpers.commands.environment import enter_course_environment
from course_helpers.server.making import make_lab
from course_helpers.server.options import understood
root = Path(sys.argv[2])
enter_course_environment(root)
lab = make_lab(root, understood(sys.argv[3:]), "127.0.0.1")
app = lab.extension_manager.extension_apps["jupyterlab"].copy().pop()
print(json.dumps({"ip": lab.ip, "root": lab.root_dir, "token": lab.identity_provider.token,
    "remote": lab.allow_remote_access, "extensions": app.labextensions_path, "password":
    lab.identity_provider.hashed_password}))
"""


@pytest.mark.lab  # JupyterLab is started in a process of its own, which no fixture shows
def test_settings_of_the_computer_neither_open_nor_stop_the_course(tmp_path: Path) -> None:
    """A file of the whole computer that would open the course to the network, and one that cannot be read."""
    system, root = tmp_path / "system", tmp_path / "course"
    for folder in (system / "etc", system / "share" / "labextensions" / "foreign", root):
        folder.mkdir(parents=True)
    (system / "etc" / "jupyter_server_config.py").write_text(
        "c.ServerApp.ip = '0.0.0.0'\nimport a_package_that_is_nowhere\n", encoding="utf-8"
    )
    (system / "etc" / "jupyter_config.json").write_text(
        '{"ServerApp": {"allow_remote_access": true}}', encoding="utf-8"
    )
    (system / "share" / "labextensions" / "foreign" / "package.json").write_text("{", encoding="utf-8")
    words = [sys.executable, "-c", HOSTILE, str(system), str(root), "--ServerApp.shutdown_no_activity_timeout=0"]
    answer = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout.splitlines()[-1])
    assert (found["ip"], found["remote"]) == ("127.0.0.1", False)
    assert found["root"] == str(root)
    assert len(found["token"]) == 48
    assert not found["password"]
    assert not any(str(system) in place for place in found["extensions"])


HOSTILE_KERNEL = """
import sys
from IPython.core import application
from jupyter_client.kernelspec import KernelSpecManager
from pathlib import Path
from course_helpers.commands.environment import enter_course_environment
system, root = Path(sys.argv[1]), Path(sys.argv[2])
application.SYSTEM_CONFIG_DIRS.append(str(system))
enter_course_environment(root)
module = KernelSpecManager().get_kernel_spec("python3").argv[-3]
sys.argv[1:] = []
import ipykernel.kernelapp
def begin(*args, **kwargs):
    kernel = ipykernel.kernelapp.IPKernelApp.instance()
    kernel.initialize([])
    found = sorted(kernel.shell.user_ns.keys() & {"from_a_file", "at_the_start"})
    print("begun", found, file=sys.__stdout__, flush=True)
ipykernel.kernelapp.launch_new_instance = ipykernel.kernelapp.IPKernelApp.launch_instance = begin
import runpy
runpy.run_module(module, run_name="__main__")
"""


def test_settings_of_the_computer_run_nothing_in_a_lesson(tmp_path: Path) -> None:
    """A file of settings and one to begin with, as an administrator may put them into /etc/ipython."""
    system, root = tmp_path / "system", tmp_path / "course"
    for folder in (system / "startup", root):
        folder.mkdir(parents=True)
    (system / "ipython_config.py").write_text("c.InteractiveShellApp.exec_lines = ['from_a_file = 1']", "utf-8")
    (system / "startup" / "00.py").write_text("at_the_start = 1", "utf-8")
    words = [sys.executable, "-c", HOSTILE_KERNEL, str(system), str(root)]
    answer = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert answer.returncode == 0, answer.stderr
    assert "begun []" in answer.stdout.splitlines()


def test_nothing_that_is_typed_comes_after_what_keeps_the_course_private(tmp_path: Path) -> None:
    names = [option.partition("=")[0] for option in safety_options(tmp_path, "localhost")]
    assert {"--ServerApp.ip", "--ServerApp.root_dir", "--IdentityProvider.token"} < set(names)


def test_whoever_writes_keeps_the_ways_of_not_losing_a_change(tmp_path: Path) -> None:
    """A lesson that is read needs no saving; a notebook that is written does."""
    saving = "@jupyterlab/docmanager-extension:plugin"
    assert default_settings(author=False)[saving] == {"autosave": False, "confirmClosingDocument": False}
    assert saving not in default_settings(author=True)
    write_settings(tmp_path, author=False)
    write_settings(tmp_path, author=True)
    written = json.loads((tmp_path / "labconfig" / "default_setting_overrides.json").read_text(encoding="utf-8"))
    assert written == default_settings(author=True)


def test_a_reader_gets_no_desk_for_writing_code_and_whoever_writes_has_all_of_it(tmp_path: Path) -> None:
    """And each name is one that JupyterLab has: a name it does not know would be left out without a word."""
    from jupyterlab.commands import get_app_dir

    bundled = json.loads((Path(get_app_dir()) / "static" / "package.json").read_text(encoding="utf-8"))["jupyterlab"]
    known = {*bundled["extensions"], *bundled["mimeExtensions"]}
    names = {f"@jupyterlab/{part}" for part in NOT_FOR_READING}
    assert {name.partition(":")[0] for name in names} <= known
    assert names < set(page_settings(author=False)["disabledExtensions"])
    assert names.isdisjoint(page_settings(author=True)["disabledExtensions"])
    write_settings(tmp_path, author=False)
    written = json.loads((tmp_path / "labconfig" / "page_config.json").read_text(encoding="utf-8"))
    assert written == page_settings(author=False)


def test_the_wheel_changes_no_setting_of_anybody_elses_jupyterlab() -> None:
    """Autosave off and no question on closing would reach every notebook there."""
    root = Path(__file__).parents[2]
    project = (root / "pyproject.toml").read_text(encoding="utf-8") + (root / "hatch_build.py").read_text("utf-8")
    assert "labconfig" not in project
    assert "etc/jupyter" not in project


# What is typed


def test_options_of_the_course_and_of_jupyterlab() -> None:
    chosen = understood(["--no-browser", "--port=9000", "--facilitator", "--debug", "--log-level", "WARN"])
    assert (chosen.port, chosen.browser, chosen.facilitator) == (9000, False, True)
    assert chosen.for_jupyterlab == ("--debug", "--log-level", "WARN")
    assert understood(["--ip", "127.0.0.1", "--ContentsManager.allow_hidden", "True"]).for_jupyterlab


@pytest.mark.parametrize(
    "typed",
    [
        ["--ip", "0.0.0.0"],
        ["--ip=*"],
        ["--ip=192.168.1.4"],
        ["--ip="],
        ["--ServerApp.ip=0.0.0.0"],
        ["--LabApp.ip", "0.0.0.0"],
        ["--no-browser", "--NotebookApp.ip=::"],
    ],
)
def test_the_course_is_not_opened_to_a_network(typed: list[str]) -> None:
    """And the way to do what was meant is told."""
    with pytest.raises(Trouble, match=r"start it on each laptop.*JupyterHub.*Run a workshop"):
        understood(typed)


@pytest.mark.parametrize(
    "option",
    [
        "--IdentityProvider.token=",
        "--ServerApp.token=x",
        "--ServerApp.password=",
        "--config=my.py",
        "--notebook-dir=/",
        "--ServerApp.root_dir=/",
        "--ServerApp.allow_origin=*",
        "--ServerApp.allow_remote_access=True",
        "--ServerApp.disable_check_xsrf=True",
        "--ServerApp.identity_provider_class=x",
        "--ServerApp.allow_unauthenticated_access=True",
        "--ServerApp.sock=/tmp/x",
    ],
)
def test_what_keeps_the_course_private_cannot_be_changed(option: str) -> None:
    with pytest.raises(Trouble, match="is for the course to decide"):
        understood([option])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--hlep"], "Did you mean --help?"),
        (["--log-levle=WARN"], "Did you mean --log-level?"),
        (["--xyzzy"], "--help` tells"),
        (["facilitator"], "Did you mean --facilitator?"),
        (["--port", "many"], "is not a port"),
        (["--port", "70000"], "is not a port"),
        (["--port=-1"], "is not a port"),
    ],
)
def test_what_is_not_known_is_told(typed: list[str], said: str) -> None:
    with pytest.raises(Trouble, match="“") as trouble:
        understood(typed)
    assert said in str(trouble.value)


def test_help_is_our_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        understood(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert "--facilitator" in said
    assert "--ip" not in said


# The place on this computer


def entries(*addresses: str) -> list[tuple[object, ...]]:
    return [(socket.AF_INET, 1, 6, "", (address, 0)) for address in addresses]


@pytest.mark.parametrize(
    ("found", "host"),
    [
        (["127.0.0.1"], "localhost"),
        (["::1", "127.0.0.1"], "localhost"),
        (["fe80::1%lo0", "127.0.0.1"], "127.0.0.1"),
        (["10.0.0.5"], "127.0.0.1"),
        (["127.0.0.1", "10.0.0.5"], "127.0.0.1"),
        ([], "127.0.0.1"),
    ],
)
def test_a_name_that_leads_elsewhere_is_not_used(found: list[str], host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: entries(*found))
    assert address.own_host() == host


def test_a_computer_that_knows_no_localhost_has_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name oder Dienst nicht bekannt")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert address.own_host() == "127.0.0.1"
    assert address.check_port("127.0.0.1", None) > 0


def test_no_port_that_was_not_asked_for_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Keine Berechtigung")

    monkeypatch.setattr(socket, "create_server", refused)
    with pytest.raises(Trouble, match="firewall") as trouble:
        address.check_port("localhost", None)
    assert "Port 0" not in str(trouble.value)
    assert "--port" not in str(trouble.value)
    with pytest.raises(Trouble, match="Port 80 of this computer is taken or closed to you"):
        address.check_port("localhost", 80)


# One start at a time


def test_a_start_waits_for_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_start, "WAIT_SECONDS", 0.1)
    path = tmp_path / "start.lock"
    second = pytest.raises(Trouble, match="has not ended")
    with one_start_at_a_time(path), second, one_start_at_a_time(path):
        pass
    with one_start_at_a_time(path):
        pass


@pytest.mark.parametrize("number", sorted(file_lock.NO_LOCKS))
def test_a_place_that_knows_no_locks_holds_nobody_up(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_lock_service(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(file_lock, "_take", no_lock_service)
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail("it waits"))
    with one_start_at_a_time(tmp_path / "start.lock"):
        pass


def test_a_lock_that_breaks_is_no_other_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unplugged(_: int) -> None:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(file_lock, "_take", unplugged)
    with pytest.raises(OSError, match="output error"), one_start_at_a_time(tmp_path / "start.lock"):
        pass
