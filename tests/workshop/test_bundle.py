"""The bundle for a room without internet: installed from its own folder with the network refused."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from course_helpers.commands import bundle as command
from course_helpers.record import open_record
from course_helpers.record.path import record_file
from course_helpers.workshop import bundle
from course_helpers.workshop.own_bundle import NAME, CannotBundle, write_mark
from tests.starter import starter

ROOT = Path(__file__).parents[2]
NOWHERE = "http://127.0.0.1:9/"
REFUSED = {"PIP_INDEX_URL": NOWHERE, "http_proxy": NOWHERE, "https_proxy": NOWHERE, "UV_INDEX_URL": NOWHERE}
QUICK = {"PIP_COMPILE": "0"}
"""Python compiles what it imports, and a tenth of what is installed is imported here."""


def without_network(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command where no network can be reached: in a network of its own, which has no way out."""
    own_network = ["unshare", "-rn", "sh", "-c", "ip link set lo up 2>/dev/null; exec " + command]
    can = shutil.which("unshare") and subprocess.run(["unshare", "-rn", "true"], check=False).returncode == 0
    words = own_network if can else ["sh", "-c", "exec " + command]
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"} | REFUSED | QUICK
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=400, check=False)


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real bundle, with every package."""
    try:
        return bundle.make_bundle(ROOT, tmp_path_factory.mktemp("out"), zipped=False)
    except CannotBundle as problem:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"making a bundle needs the internet: {problem}")


@pytest.mark.skipif(os.name == "nt", reason="the network is refused in a way that Windows does not have")
def test_a_room_without_internet_can_install_and_run_it(stick: Path, tmp_path: Path) -> None:
    computer = Path(shutil.copytree(stick, tmp_path / "documents" / "gentle hands"))
    fetch = f"{sys.executable} -m pip download --retries 0 --no-deps --dest fetched anywidget"
    assert without_network(fetch, tmp_path).returncode != 0, "the network is not refused, so this test proves nothing"
    answer = without_network(f"{sys.executable} start.py doctor", computer)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "well  Kernel: it starts, and shows the stop rule." in answer.stdout
    assert "STOP" not in answer.stdout
    assert str(computer / ".course") in answer.stdout


def test_nothing_of_the_maker_is_in_it(stick: Path) -> None:
    names = {path.name for path in stick.rglob("*")}
    assert not names & {".venv", ".course", ".git", "__pycache__", "record.sqlite3", "course-stamp.json"}
    assert {"start.py", "notebooks", "assets", "wheels", "START HERE.txt"} <= {path.name for path in stick.iterdir()}
    assert not any(str(ROOT) in path.read_text("utf-8") for path in (stick / "wheels").glob("*.json"))


def test_every_package_is_a_file(stick: Path) -> None:
    wheels = [path.name for path in (stick / "wheels").iterdir() if path.suffix == ".whl"]
    for name in ("jupyterlab-", "ipywidgets-", "anywidget-", "matplotlib-", "hatchling-", "typst-", "sphinx_revealjs-"):
        assert any(wheel.startswith(name) for wheel in wheels), name
    assert all(path.suffix == ".whl" or path.name == "fits.json" for path in (stick / "wheels").iterdir())


def test_the_page_says_what_to_do_and_what_the_course_is_not(stick: Path) -> None:
    page = (stick / "START HERE.txt").read_text(encoding="utf-8")
    assert f"Python {sys.version_info[0]}.{sys.version_info[1]}" in page
    for needed in ("python3 start.py", "doctor", "does not diagnose", "emergency", platform.system()):
        assert needed in page
    assert "Forget everything" in page, "the record lies outside the folder"
    assert "Windows" not in page
    assert len(page.splitlines()) < 40
    assert all(len(row) < 80 for row in page.splitlines())


@pytest.mark.parametrize(("system", "start"), [("Windows", "py start.py"), ("Linux", "python3 start.py")])
def test_the_page_names_the_command_of_the_computers_that_the_stick_fits(
    system: str, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    page = bundle.start_page()
    assert f"       {start}\n" in page
    assert f"Type: {start} doctor" in page
    assert ("Windows" in page, "python3" in page) == (system == "Windows", system != "Windows")


def test_the_command_says_in_the_end_which_computers_the_stick_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bundle, "make_bundle", lambda root, out, *, zipped: out)
    assert command.main(["--out", str(tmp_path)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    here = bundle.this_computer()
    assert f"computers like this one: {here['system']} ({here['machine']}), Python {here['python']}" in last


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project whose packages are not fetched, in a folder with the name that every bundle has."""
    monkeypatch.setattr(bundle, "fetch_wheels", lambda root, requirements, folder: folder.mkdir())
    root = tmp_path / "mine" / NAME
    for name in ("notebooks/build", ".git", ".venv"):
        (root / name).mkdir(parents=True)
    (root / "notebooks" / "a.ipynb").write_text("{}", encoding="utf-8")
    (root / ".git" / "HEAD").write_text("years of work", encoding="utf-8")
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_second_bundle_takes_the_place_of_the_first(project: Path) -> None:
    """Also where it lies inside the project: a bundle never holds another one."""
    for out in (project / "bundle", project / "notebooks"):
        bundle.make_bundle(project, out, zipped=True)
        (project / "notebooks" / "a.ipynb").write_text(f"later, {out.name}", encoding="utf-8")
        (out / NAME / ".DS_Store").write_text("a system looked", encoding="utf-8")
        made = bundle.make_bundle(project, out, zipped=True)
        assert made == out / "gentle-hands.zip"
        packed = out / "gentle-hands"
        assert {path.name for path in packed.iterdir()} == {"START HERE.txt", "bundle.json", "notebooks", "wheels"}
        assert sorted(contents(packed / "notebooks")) == ["a.ipynb"]
        assert (packed / "notebooks" / "a.ipynb").read_text(encoding="utf-8") == f"later, {out.name}"
        assert (packed / "notebooks" / "build").is_dir(), "a folder of the course was taken for one of a command"
        assert not [path.name for path in out.iterdir() if path.name.startswith(".") or path.suffix == ".before"]


@pytest.mark.parametrize("out", ["..", "../..", "../link"])
def test_the_course_itself_is_never_replaced(project: Path, out: str) -> None:
    """``--out ..`` from a folder with the name of every bundle, from one below such a folder, or through a link."""
    if out == "../..":
        project = Path(shutil.move(project, project.with_name("course")))
        outer = project.parent.rename(project.parents[1] / NAME)
        project = outer / "course"
    if out == "../link":
        project = Path(shutil.move(project, project.with_name("course")))
        (project.parent / "link").mkdir()
        (project.parent / "link" / NAME).symlink_to(project, target_is_directory=True)
    before = contents(project)
    write_mark(project)  # also where it looks like a bundle
    with pytest.raises(CannotBundle, match="is this course itself, or holds it"):
        bundle.make_bundle(project, (project / out).resolve(), zipped=False)
    (project / "bundle.json").unlink()
    assert contents(project) == before


def test_what_is_no_bundle_of_ours_is_never_replaced(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    theirs = out / NAME / "diary.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("mine", encoding="utf-8")
    with pytest.raises(CannotBundle, match="is no bundle of this course"):
        bundle.make_bundle(project, out, zipped=False)
    assert contents(out) == {"gentle-hands/diary.txt": b"mine"}
    shutil.rmtree(theirs.parent)
    (out / "gentle-hands.zip").write_bytes(b"a letter")
    with pytest.raises(CannotBundle, match="is no bundle of this course"):
        bundle.make_bundle(project, out, zipped=True)
    assert contents(out) == {"gentle-hands.zip": b"a letter"}


@pytest.mark.parametrize("change", ["notes", "edited"])
def test_a_bundle_that_is_in_use_stays(project: Path, tmp_path: Path, change: str) -> None:
    made = bundle.make_bundle(project, tmp_path / "out", zipped=False)
    changed = made / "notebooks" / ("a.ipynb" if change == "edited" else "my notes.txt")
    changed.write_text("who to call at our place", encoding="utf-8")
    before = contents(made)
    with pytest.raises(CannotBundle, match=f"begun to use: notebooks/{changed.name}"):
        bundle.make_bundle(project, tmp_path / "out", zipped=False)
    assert contents(made) == before


def test_an_earlier_bundle_stays_until_the_new_one_is_whole(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    bundle.make_bundle(project, out, zipped=True)
    before = contents(out)

    def unplugged(*_: object) -> None:
        raise CannotBundle("the internet is gone")

    monkeypatch.setattr(bundle, "fetch_wheels", unplugged)
    with pytest.raises(CannotBundle, match="is gone"):
        bundle.make_bundle(project, out, zipped=True)
    assert contents(out) == before
    monkeypatch.setattr(bundle, "fetch_wheels", lambda root, requirements, folder: folder.mkdir())
    rename = Path.rename

    def held(path: Path, target: Path) -> Path:
        if path.name == NAME and path.parent != out:
            raise PermissionError(13, "held by another program", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(PermissionError):
        bundle.make_bundle(project, out, zipped=True)
    assert contents(out) == before


def test_someone_who_begins_to_use_it_meanwhile_keeps_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fetching the packages takes minutes."""
    out = tmp_path / "out"
    made = bundle.make_bundle(project, out, zipped=False)

    def fetch(*places: Any) -> None:
        folder = places[-1]
        folder.mkdir()
        (made / ".course").mkdir()
        (made / ".course" / "note").write_text("begun", encoding="utf-8")

    monkeypatch.setattr(bundle, "fetch_wheels", fetch)
    with pytest.raises(CannotBundle, match="begun to use"):
        bundle.make_bundle(project, out, zipped=False)
    assert (made / ".course" / "note").exists()


def test_a_record_never_goes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that is in use, or was set aside, in a folder that a learner chose inside the project."""
    monkeypatch.setattr(bundle, "fetch_wheels", lambda root, requirements, folder: folder.mkdir())
    monkeypatch.setenv("COURSE_RECORD_FOLDER", str(tmp_path / "project" / "notebooks" / "mine"))
    record = open_record()
    record_file().with_name("record.damaged-20260101-000000-000001.sqlite3").write_text("x", encoding="utf-8")
    written = {path.name for path in record_file().parent.iterdir()}
    assert len(written) >= 2, "the record and the one set aside"
    made = bundle.make_bundle(tmp_path / "project", tmp_path / "out", zipped=False)
    record.close()
    assert (made / "notebooks" / "mine").is_dir()
    assert list((made / "notebooks" / "mine").iterdir()) == []


class FakePython:
    """Answers in the place of the modules that a bundle runs; whatever is missing fails with these words."""

    def __init__(self, **missing: str) -> None:
        self.missing = missing
        self.ran: list[str] = []

    def __call__(self, command: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        """Take a command. Where ensurepip ran, pip is there."""
        module = command[2]
        self.ran.append(" ".join(command[2:4]))
        said = self.missing.get(module, "")
        if module == "ensurepip" and not said:
            self.missing.pop("pip", None)
        return subprocess.CompletedProcess(command, int(bool(said)), "", said)


def fetch_with(fake: FakePython, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fetch one package with a fake Python."""
    monkeypatch.setattr(subprocess, "run", fake)
    bundle.fetch_wheels(project_with("anywidget==0.11.0", folder), ["requirements.txt"], folder / "wheels")


def project_with(line: str, folder: Path) -> Path:
    """A project that needs one package, and has what starts the course."""
    (folder / "requirements.txt").write_text(line + "\n", encoding="utf-8")
    shutil.copy(ROOT / "start.py", folder)
    return folder


def test_a_python_without_pip_gets_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As uv makes it."""
    fake = FakePython(pip="No module named pip")
    fetch_with(fake, tmp_path, monkeypatch)
    assert fake.ran == ["pip --version", "ensurepip --default-pip", "pip download"]
    assert (tmp_path / "wheels" / "fits.json").exists()


def test_what_fails_is_told_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing pip and a full disk are no trouble of the internet."""
    without = FakePython(pip="No module named pip", ensurepip="No module named ensurepip")
    with pytest.raises(CannotBundle, match="No module named ensurepip") as problem:
        fetch_with(without, tmp_path, monkeypatch)
    assert "internet" not in str(problem.value)
    assert "-venv" in str(problem.value)
    with pytest.raises(CannotBundle, match="No space left on device") as problem:
        bundle_fails_with("OSError: [Errno 28] No space left on device", tmp_path / "disk", monkeypatch)
    assert "internet" not in str(problem.value)
    with pytest.raises(CannotBundle, match="needs the internet"):
        bundle_fails_with("after connection broken by 'NewConnectionError'\nERROR: none", tmp_path / "net", monkeypatch)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("WARNING: Retrying after 'ConnectionResetError(10054, 'Die Verbindung wurde geschlossen')'", "internet"),
        ("ERROR: [WinError 10060] Ein Verbindungsversuch ist fehlgeschlagen", "internet"),
        ("OSError: Tunnel connection failed: 407 authentification requise", "proxy"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))", "trust"),
        ("ERROR: [WinError 206] Der Dateiname ist zu lang", "too long"),
        ("ERROR: a connection refused to be guessed from words", "someone who knows Python"),
    ],
)
def test_what_pip_says_is_known_in_every_language(
    said: str, meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotBundle, match=meant):
        bundle_fails_with(said, tmp_path / "there", monkeypatch)


def bundle_fails_with(said: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip be there, and fail to download."""
    folder.mkdir()
    monkeypatch.setattr(bundle, "check_pip", lambda: None)
    fetch_with(FakePython(pip=said), folder, monkeypatch)


def test_packages_that_cannot_be_fetched_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in REFUSED.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    root = project_with("a-package-that-is-nowhere==1.0", tmp_path)
    with pytest.raises(CannotBundle, match="needs the internet"):
        bundle.fetch_wheels(root, ["requirements.txt"], tmp_path / "wheels")
    assert not (tmp_path / "wheels" / "fits.json").exists()


def test_a_bundle_for_another_computer_is_refused_before_it_installs(tmp_path: Path) -> None:
    start = starter()
    (tmp_path / "wheels").mkdir()
    fits = tmp_path / "wheels" / "fits.json"
    fits.write_text(json.dumps({"system": "Windows", "machine": "amd64", "python": "3.12"}), encoding="utf-8")
    with pytest.raises(start.Trouble, match=r"for Windows amd64 with Python 3\.12\. This computer is") as trouble:
        start.Course(tmp_path).offline_options()
    assert "delete the folder wheels" in str(trouble.value)
    fits.write_text("{", encoding="utf-8")
    with pytest.raises(start.Trouble):
        start.Course(tmp_path).offline_options()


def test_both_sides_mean_the_same_computer(tmp_path: Path) -> None:
    start = starter()
    assert start.this_computer() == bundle.this_computer()
    assert start.Course(tmp_path).offline_options() == []
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "fits.json").write_text(json.dumps(bundle.this_computer()), encoding="utf-8")
    assert start.Course(tmp_path).offline_options() == ["--no-index", "--find-links", str(tmp_path / "wheels")]


def a_wheel_of_packaging(folder: Path) -> None:
    """The package that compares tags, as a bundle brings it."""
    import packaging

    source = Path(packaging.__file__).parent
    with zipfile.ZipFile(folder / f"packaging-{packaging.__version__}-py3-none-any.whl", "w") as wheel:
        for path in source.glob("*.py"):
            wheel.write(path, f"packaging/{path.name}")


@pytest.mark.parametrize(
    "name",
    [
        "numpy-2.5.5-cp314-cp314t-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
        "numpy-2.5.5-cp312-cp312-win32.whl",
        "numpy-2.5.5-cp311-cp311-manylinux_9_99_x86_64.whl",
        "numpy-2.5.5-cp311-cp311-manylinux_2_17_riscv64.whl",
    ],
)
def test_packages_for_another_kind_of_python_are_refused_before_anything_is_installed(
    tmp_path: Path, name: str
) -> None:
    """Free-threaded, of 32 bits, for a newer system or another processor: system and version alone look the same."""
    start, wheels = starter(), tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "fits.json").write_text(json.dumps(bundle.this_computer()), encoding="utf-8")
    (wheels / "six-1.17.0-py2.py3-none-any.whl").touch()
    a_wheel_of_packaging(wheels)
    before = list(sys.path)
    assert "--no-index" in start.Course(tmp_path).offline_options()
    (wheels / name).touch()
    with pytest.raises(start.Trouble, match=re.escape(f"{name} does not fit, and 0 more")):
        start.Course(tmp_path).offline_options()
    assert sys.path == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_course_that_may_only_be_read_gives_a_bundle_that_can_be_written_and_made_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As from a disc or a share: its rights are copied with it, and nothing can be put into such a folder."""
    rights: list[int] = []

    def fetch(_root: Path, _lists: object, folder: Path) -> None:
        rights.append(folder.parent.stat().st_mode & 0o700)
        folder.mkdir()

    monkeypatch.setattr(bundle, "fetch_wheels", fetch)
    read_only = [project / "notebooks" / "a.ipynb", project / "notebooks", project]
    for path in read_only:
        path.chmod(0o555)
    made = [bundle.make_bundle(project, tmp_path / "out", zipped=False) for _ in range(2)][-1]
    for path in reversed(read_only):
        path.chmod(0o755)
    assert rights == [0o700, 0o700]
    assert all(path.stat().st_mode & 0o200 for path in (made, *made.rglob("*")))


def test_ctrl_c_while_the_places_are_changed_leaves_the_bundle_before(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    bundle.make_bundle(project, out, zipped=False)
    before = contents(out)
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name == NAME and path.parent != out:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bundle.make_bundle(project, out, zipped=False)
    assert contents(out) == before
