"""The prebuilt extension is whole, named by its content, and installed as built."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from course_helpers.knowledge import load
from course_helpers.lab_extension import assemble
from tests.places import ROOT
from tests.starter import starter

INSTALLED = Path(sys.prefix) / "share/jupyter/labextensions/course-helpers"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The extension as it is now, put together once for all that look at it."""
    return assemble.extension_files()


def test_the_script_is_named_by_its_content(files: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """JupyterLab lets browsers keep the file for a year: a change under the same name would never arrive."""
    monkeypatch.setattr(assemble, "page_styles", lambda: "changed")
    assert {name for name in assemble.extension_files() if "remoteEntry" in name}.isdisjoint(files)


def test_the_package_names_the_script(files: dict[str, str]) -> None:
    load_name = json.loads(files["package.json"])["jupyterlab"]["_build"]["load"]
    assert load_name in files
    assert re.fullmatch(r"static/remoteEntry\.[0-9a-f]{16}\.js", load_name)


def test_what_is_installed_is_what_is_built(files: dict[str, str]) -> None:
    """Hatchling copies the files even in an editable install; start.py installs anew when one changes."""
    for name, text in files.items():
        assert (INSTALLED / name).read_text(encoding="utf-8") == text
    assert len(list((INSTALLED / "static").iterdir())) == 2, "the script, and what its search looks in"


def test_the_seams_between_the_files_are_gone() -> None:
    script = assemble.assembled_script()
    assert not re.search(r"^(?:import|export)\b", script, re.MULTILINE)
    assert "COURSE_DATA" not in script
    assert "__esModule: true" in script


def test_the_help_window_holds_every_sign_of_level_1_with_its_one_card() -> None:
    """A painless lump is among the signs that are seen at once."""
    data = assemble.extension_data()["help"]
    signs = {sign["sign"]: sign for sign in data["signs"]}
    listed = {row for sign in load().warning_signs.values() for row in sign.rows}
    assert {row.id for row in load().tier_rows.values() if row.tier == 1} <= listed
    for sign in load().warning_signs.values():
        card = load().care_cards[load().tier_rows[sign.rows[0]].care_card or ""]
        shown = signs[sign.text]
        assert (shown["card"], shown["who"], shown["how_soon"]) == (card.id, card.who, card.how_soon)
        assert data["cards"][card.id]["cannot_wait"] == card.cannot_wait
        assert shown["first"] is sign.first
    assert "does not hurt" in " ".join(text for text, sign in signs.items() if sign["first"])


def test_the_help_window_leads_to_lessons_that_are_ready() -> None:
    ready = {lesson.notebook for lesson in load().lessons.values() if lesson.ready}
    assert {link["path"] for link in assemble.extension_data()["help"]["links"]} <= ready


def test_no_english_sentence_is_written_in_javascript() -> None:
    """Two words with a space between them in a string are a text for learners, and belong in strings.toml."""
    for name in ("decisions.js", "extension.js"):
        source = (Path(assemble.__file__).with_name(name)).read_text(encoding="utf-8")
        code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", source, flags=re.DOTALL | re.MULTILINE)
        strings = re.findall(r'"([^"\n]*)"', code)
        assert [text for text in strings if re.search(r"[A-Z][a-z]+ [a-z]+", text)] == []


READ = """
import json, runpy, sys
from pathlib import Path
seen = []
sys.addaudithook(lambda event, given: seen.append(str(given[0])) if event == "open" else None)
runpy.run_path(sys.argv[1])["extension_files"]()
print(json.dumps(sorted({Path(name).resolve().as_posix() for name in seen})))
"""


def test_a_change_of_anything_that_it_is_made_from_is_taken_over() -> None:
    """start.py builds it anew when one of its files changed; a forgotten one would leave old signs in sight."""
    command = [sys.executable, "-B", "-c", READ, str(Path(assemble.__file__))]
    read = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    made_from = {path.relative_to(ROOT).as_posix() for path in map(Path, read) if path.is_relative_to(ROOT / "src")}
    assert len(made_from) > 10
    start = starter()
    folder = start.SHARED_FOLDER
    watched = {*start.SHARED_FILES, *(name for name in made_from if name.startswith(folder))}
    assert {name for name in made_from if "__pycache__" not in name} <= watched
    lessons = {path.name for path in map(Path, read) if path.is_relative_to(ROOT / start.SEARCHED)}
    assert lessons == {lesson.notebook for lesson in load().lessons.values() if lesson.ready}


def test_what_is_told_twice_is_the_same() -> None:
    """A file of content is parsed once, and nobody who takes a part of it away takes it from the next."""
    assert assemble.extension_data() == assemble.extension_data()


def test_every_style_sheet_is_joined() -> None:
    assert sorted(assemble.STYLES) == sorted(path.stem for path in (assemble.HERE / "styles").glob("*.css"))
