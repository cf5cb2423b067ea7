"""What the project says of itself: one version, a citation, and no host that does not exist."""

import re
import subprocess
import tomllib
from importlib.metadata import version

import pytest

from course_helpers.knowledge.rules import RULES
from course_helpers.version import VERSION
from tests.each import each
from tests.places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_version_stands_in_one_place() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "*.py", "*.toml", "*.json", "*.cff"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    named = [
        name
        for name in tracked.stdout.split()
        if re.search(rf"""["']{re.escape(VERSION)}["']""", (ROOT / name).read_text(encoding="utf-8"))
    ]
    assert named == ["src/course_helpers/version.py"]
    assert version("course-helpers") == VERSION
    assert PROJECT["tool"]["hatch"]["version"]["path"] == named[0]


def test_whoever_finds_the_project_learns_whose_it_is() -> None:
    project = PROJECT["project"]
    assert project["authors"]
    assert project["maintainers"]
    assert len(project["keywords"]) >= 5
    assert "Framework :: Jupyter :: JupyterLab :: 4" in project["classifiers"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert citation.startswith("cff-version:")
    assert project["authors"][0]["name"] in citation


def test_a_contributor_finds_the_commands() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "python3 start.py test --quick" in page
    assert "python3 start.py test tests/quiz/test_grading.py" in page
    for name in re.findall(r"`((?:src|tests|docs)/[\w/.]+)`", page):
        made_by_the_reader = "breathing" in name
        assert made_by_the_reader or (ROOT / name).exists(), name


ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
NAMED_THERE = sorted(set(re.findall(r"\b[\w./]*\w\.(?:py|js|css|toml|json|md)\b", ARCHITECTURE)))
OF_OTHERS = {"reveal.js", "learners.json"}
"""A library, and a file that is made beside a learner's record."""


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


@each("name", [name for name in NAMED_THERE if name not in OF_OTHERS])
def test_every_file_that_the_architecture_names_is_there(name: str, tracked: list[str]) -> None:
    """The page writes a file's name alone, or with the last of its folders."""
    assert [path for path in tracked if f"/{path}".endswith(f"/{name}")]


def test_the_architecture_names_every_room(tracked: list[str]) -> None:
    """What lies directly in the package, and each topic of knowledge."""
    package = "src/course_helpers/"
    tree = ARCHITECTURE.split("```")[1]
    rooms = {path.removeprefix(package).split("/")[0] for path in tracked if path.startswith(package)}
    assert [room for room in sorted(rooms) if not re.search(rf"^    {re.escape(room)}/?\s", tree, re.MULTILINE)] == []
    topics = {rule.__module__.rpartition(".")[2] for rule in RULES}
    assert [topic for topic in sorted(topics) if not re.search(rf"\b{topic}\b", tree)] == []
