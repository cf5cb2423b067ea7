"""``check`` prints one line a problem, then one line of counts, and its result tells whether all is well."""

import contextlib
import io
import re
import shutil
from pathlib import Path

import pytest

from course_helpers.authoring.readability import HIGHEST_GRADE, LOWEST_GRADE
from course_helpers.commands import check
from course_helpers.knowledge import CONTENT, load
from tests.places import ROOT


@pytest.fixture(scope="module")
def printed() -> str:
    """What a check of the real course prints; it is run once."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert check.main([str(ROOT)]) == 0
    return out.getvalue()


def test_a_whole_course_has_one_line_of_counts(printed: str) -> None:
    assert printed.count("\n") == 1
    assert printed.endswith("0 problems\n")


def test_the_counts_tell_how_each_lesson_reads(printed: str) -> None:
    """Every lesson that is ready, with the grade of its paragraphs and the share of short sentences."""
    told = re.findall(r"(\d\d) grade (\d+\.\d) and (\d+)% short", printed)
    assert [lesson for lesson, _, _ in told] == [lesson.id for lesson in load().lessons.values() if lesson.ready]
    assert all(LOWEST_GRADE <= float(grade) <= HIGHEST_GRADE for _, grade, _ in told)


def test_the_counts_tell_what_the_quiz_is_made_of(printed: str) -> None:
    """L3, L4, L10: what the rules ask for can be read off."""
    items = list(load().items.values())
    counted = {kind: sum(item.kind == kind for item in items) for kind in ("single", "order", "point", "scenario")}
    assert all(f"{number} {kind}" in printed for kind, number in counted.items())
    assert f"{len(items)} quiz items" in printed
    assert f"{sum(item.new_case for item in items)} new cases" in printed
    assert f"{sum(item.objective.startswith('SC') for item in items)} safety-critical" in printed
    assert f"{len(items) - sum(item.kind in {'single', 'multiple'} for item in items)} to order, point" in printed


def test_a_person_of_a_new_case_is_in_no_lesson(tmp_path: Path) -> None:
    """L3: somebody whom a lesson presents is no new case."""
    notebooks = tmp_path / "notebooks"
    shutil.copytree(ROOT / "notebooks", notebooks)
    lesson = notebooks / load().lessons["03"].notebook
    told = lesson.read_text(encoding="utf-8")
    assert "Thandiwe, 55," in told, "the lesson tells of somebody else now"
    lesson.write_text(told.replace("Thandiwe, 55,", "Zuri, 55,"), encoding="utf-8")
    problems, _ = check.check(CONTENT, notebooks)
    assert any("Zuri is the person of SC4-D" in str(problem) for problem in problems)


def test_damaged_content_ends_in_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "claims.toml").write_text("[[claim]\n# end\n", encoding="utf-8")
    monkeypatch.setattr(check, "CONTENT", content)
    load.cache_clear()
    assert check.main([str(ROOT)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("claims.toml:1:") for line in lines)
    assert lines[-1].endswith("problems")


def test_an_overdue_review_does_not_fail_the_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "check", lambda *_: ([], "what a check of a whole course counts"))
    monkeypatch.setattr(check, "warnings", lambda today: ["the clinical review was due"])
    assert check.main([str(ROOT)]) == 0
    assert "warning: the clinical review was due" in capsys.readouterr().err
