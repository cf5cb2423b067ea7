"""``check`` prints one line a problem, then one line of counts, and its result tells whether all is well."""

import shutil
from pathlib import Path

import pytest

from course_helpers.commands import check
from course_helpers.knowledge import CONTENT, load
from tests.places import ROOT


def test_a_whole_course_has_one_line_of_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([str(ROOT)]) == 0
    printed = capsys.readouterr()
    assert printed.out.count("\n") == 1
    assert printed.out.endswith("0 problems\n")


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
    monkeypatch.setattr(check, "warnings", lambda today: ["the clinical review was due"])
    assert check.main([str(ROOT)]) == 0
    assert "warning: the clinical review was due" in capsys.readouterr().err
