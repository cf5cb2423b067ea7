"""Each rule for lessons finds what it is there for."""

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from course_helpers.authoring import lesson_rules
from course_helpers.authoring.lesson_code import list_problems
from course_helpers.authoring.notebooks import call_in, read_notebook
from course_helpers.authoring.urgency_in_lessons import URGENCY_RULES
from course_helpers.commands.check import check
from course_helpers.knowledge import CONTENT, load

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
LESSON = load().lessons["03"]


@pytest.fixture
def lesson() -> dict[str, Any]:
    """Lesson 03 as data that a test may spoil."""
    data: dict[str, Any] = json.loads((NOTEBOOKS / LESSON.notebook).read_text(encoding="utf-8"))
    return copy.deepcopy(data)


def found(data: dict[str, Any], folder: Path, rule: lesson_rules.LessonRule) -> str:
    """What a rule says about a spoilt lesson."""
    for name in (entry.notebook for entry in load().lessons.values() if entry.ready):
        shutil.copyfile(NOTEBOOKS / name, folder / name)
    path = folder / LESSON.notebook
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
    read_notebook.cache_clear()
    return "\n".join(str(problem) for problem in rule(read_notebook(path), LESSON, load()))


def prose(data: dict[str, Any]) -> dict[str, Any]:
    """A written cell without tags or headings."""
    return next(
        c for c in data["cells"] if c["cell_type"] == "markdown" and not c["metadata"] and "#" not in c["source"][0]
    )


def code(data: dict[str, Any]) -> dict[str, Any]:
    """The first code cell."""
    return next(c for c in data["cells"] if c["cell_type"] == "code")


def test_the_real_course_has_no_problem() -> None:
    problems, counts = check(CONTENT, NOTEBOOKS)
    assert problems == []
    assert "41 claims" in counts


def test_foreign_code_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    code(lesson)["source"] = "import os\nos.system('true')"
    assert "not one call" in found(lesson, tmp_path, lesson_rules.only_course_calls)


def test_a_deletable_card_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    code(lesson)["metadata"]["deletable"] = True
    assert "could delete" in found(lesson, tmp_path, lesson_rules.only_course_calls)


def test_an_empty_cell_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    assert found(lesson, tmp_path, lesson_rules.no_cell_is_empty) == ""
    prose(lesson)["source"] = ["\n"]
    assert "This cell is empty" in found(lesson, tmp_path, lesson_rules.no_cell_is_empty)


def test_a_missing_output_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    code(lesson)["outputs"] = []
    assert "missing or wrong" in found(lesson, tmp_path, lesson_rules.outputs_are_stored)


def test_widget_state_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    lesson["metadata"]["widgets"] = {}
    assert "Widget state" in found(lesson, tmp_path, lesson_rules.nothing_private_is_stored)


@pytest.mark.parametrize("kind", ["written", "stored"])
def test_an_apostrophe_of_a_keyboard_is_found(lesson: dict[str, Any], tmp_path: Path, kind: str) -> None:
    rule = lesson_rules.apostrophes_are_of_print
    assert found(lesson, tmp_path, rule) == ""
    if kind == "written":
        prose(lesson)["source"] = ["The parents' choice."]
    else:
        code(lesson)["outputs"][0]["data"]["text/html"] = ["<p title='x'>A doctor&#x27;s choice, 5&#x27;.</p>"]
    said = found(lesson, tmp_path, rule)
    assert ("parents'" if kind == "written" else "doctor's") in said


@pytest.mark.parametrize("path", ["/home/ann/x", "/Users/ann", "C:\\Users\\ann"])
def test_a_machine_path_is_found(lesson: dict[str, Any], tmp_path: Path, path: str) -> None:
    prose(lesson)["source"] = [f"See {path}."]
    assert "somebody's machine" in found(lesson, tmp_path, lesson_rules.nothing_private_is_stored)


def test_a_skipped_heading_level_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    prose(lesson)["source"] = ["#### Too deep"]
    assert "Too deep" in found(lesson, tmp_path, lesson_rules.headings_are_in_order)


def test_a_renamed_section_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    text = json.dumps(lesson).replace("## 3.2 Three levels", "## 3.2 Four levels")
    assert "3.2 Four levels" in found(json.loads(text), tmp_path, lesson_rules.sections_are_as_planned)


def test_wrong_minutes_are_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    text = json.dumps(lesson, ensure_ascii=False).replace("40 minutes", "45 minutes")
    assert "minutes" in found(json.loads(text), tmp_path, lesson_rules.sections_are_as_planned)


def test_missing_key_points_are_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    text = json.dumps(lesson).replace("## Key points", "## Points")
    assert "Key points" in found(json.loads(text), tmp_path, lesson_rules.required_parts_are_there)


def test_a_thin_alt_text_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    prose(lesson)["source"] = ["![A chest](../assets/figures/x.svg)"]
    assert "alt text" in found(lesson, tmp_path, lesson_rules.images_teach_in_words)


def test_a_missing_drawing_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    lesson["cells"] = [cell for cell in lesson["cells"] if 'figure("F16")' not in "".join(cell["source"])]
    assert "F16 is not shown" in found(lesson, tmp_path, lesson_rules.figures_are_as_planned)


@pytest.mark.parametrize("target", ["05_no_such_lesson.ipynb", "00_start_here.ipynb#no-such-heading"])
def test_a_dead_link_is_found(lesson: dict[str, Any], tmp_path: Path, target: str) -> None:
    prose(lesson)["source"] = [f"[somewhere]({target})"]
    assert (
        "Correct the link" in (text := found(lesson, tmp_path, lesson_rules.links_lead_somewhere))
        or "not ready" in text
    )


def test_an_avoided_term_is_found_but_may_be_quoted(lesson: dict[str, Any], tmp_path: Path) -> None:
    prose(lesson)["source"] = ["Massage detoxes the skin."]
    assert '"detoxes"' in found(lesson, tmp_path, lesson_rules.wording_is_ours)
    prose(lesson)["source"] = ["Her aunt says: “Massage detoxes the skin.”"]
    assert found(lesson, tmp_path, lesson_rules.wording_is_ours) == ""


@pytest.mark.parametrize(("text", "what"), [("See M02.", "withdrawn"), ("Call 999.", "emergency number")])
def test_withdrawn_sources_and_numbers_are_found(lesson: dict[str, Any], tmp_path: Path, text: str, what: str) -> None:
    prose(lesson)["source"] = [text]
    assert what in found(lesson, tmp_path, lesson_rules.wording_is_ours)


def test_hard_prose_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    hard = "Notwithstanding considerable epidemiological heterogeneity, contemporary multidisciplinary recommendations "
    prose(lesson)["source"] = [hard * 900 + "."]
    assert "reading grade" in found(lesson, tmp_path, lesson_rules.reading_is_easy)


def with_paragraphs(data: dict[str, Any], text: str) -> dict[str, Any]:
    """The lesson with this text as its only paragraphs; headings and calls stay."""
    written = [cell for cell in data["cells"] if cell["cell_type"] == "markdown" and not cell["metadata"].get("tags")]
    for cell in written:
        cell["source"] = [line for line in cell["source"] if line.startswith("#")]
    written[0]["source"] += ["\n", text]
    return data


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rest your hand. Wait a bit. It is light. You can stop. That is fine.", "sound clipped"),
        ("Rest your hand where it is and wait a little, because a light touch needs time and you can stop.", ""),
        ("Contemporary multidisciplinary recommendations demonstrate considerable epidemiological variety.", "above 8"),
        ("- Go on.\n- Stop.\n\n1. Rest.\n2. Wait.", ""),
    ],
)
def test_clipped_and_hard_paragraphs_are_found(lesson: dict[str, Any], tmp_path: Path, text: str, told: str) -> None:
    """A list alone is neither: it has no paragraph."""
    assert lesson_rules.paragraphs_read_well in lesson_rules.LESSON_RULES
    problem = found(with_paragraphs(lesson, text), tmp_path, lesson_rules.paragraphs_read_well)
    assert told in problem
    assert bool(problem) == bool(told)


def test_notes_for_facilitators_are_no_paragraphs_of_the_lesson(lesson: dict[str, Any], tmp_path: Path) -> None:
    data = with_paragraphs(
        lesson, "Rest your hand where it is and wait a little, because a light touch needs time and you can stop."
    )
    note = next(cell for cell in data["cells"] if cell["metadata"].get("tags") == ["facilitator"])
    note["source"] = ["Go. Stop. Sit. Go. Stop. Sit. Go. Stop. Sit. Go. Stop. Sit."]
    assert found(data, tmp_path, lesson_rules.paragraphs_read_well) == ""


def test_a_card_away_from_home_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    text = json.dumps(lesson).replace('evidence_card(\\"S13\\")', 'evidence_card(\\"S01\\")')
    path = tmp_path / LESSON.notebook
    path.write_text(text, encoding="utf-8")
    problems = "\n".join(map(str, lesson_rules.claims_have_one_home({"03": read_notebook(path)}, load())))
    assert "S01 has its home in lesson 01" in problems
    assert "The card of S13 stands here 0 times" in problems


def test_code_that_is_not_listed_is_found(lesson: dict[str, Any], tmp_path: Path) -> None:
    code(lesson)["source"] = "import course_helpers as course\n\ncourse.notices()"
    path = tmp_path / LESSON.notebook
    path.write_text(json.dumps(lesson), encoding="utf-8")
    assert any("not the listed code" in str(problem) for problem in list_problems([read_notebook(path)]))


@pytest.mark.parametrize(
    "source",
    ["course.notices()", "import course_helpers as course\ncourse.notices(open('x'))", "import os", "x = 1", "("],
)
def test_only_a_plain_call_is_a_call(source: str) -> None:
    assert call_in(source) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A lump? Contact your family doctor now.", "“Now” for something that is no emergency"),
        ("Your family doctor can see you now.", "“Now” for something that is no emergency"),
        ("You have an appointment within two weeks.", "A promise of two weeks"),
        ("About 80 of 100 lumps are harmless.", "A share of lumps"),
        ("With 38.0 °C, call.", "“38.0 °C” without its °F"),
        ("With 38.0 °C (100.0 °F), call.", "“38.0 °C” without its °F"),
    ],
)
def test_a_lesson_names_the_day_and_both_scales(lesson: dict[str, Any], tmp_path: Path, text: str, told: str) -> None:
    """B13, B15, B18, E22 in written text."""
    prose(lesson)["source"] = [text]
    told_by = [found(lesson, tmp_path, rule) for rule in URGENCY_RULES]
    assert told in "\n".join(told_by)


def test_an_emergency_in_a_lesson_may_say_now(lesson: dict[str, Any], tmp_path: Path) -> None:
    prose(lesson)["source"] = ["Go to hospital now. With 38.0 °C (100.4 °F), phone your family doctor today."]
    assert [found(lesson, tmp_path, rule) for rule in URGENCY_RULES] == ["", ""]
