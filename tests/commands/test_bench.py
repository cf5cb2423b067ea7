"""The measurements compute and say what they should; how fast this machine is, is not tested."""

import itertools
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from course_helpers.knowledge import CONTENT
from course_helpers.knowledge.reading import LARGEST_FILE_BYTES, LAST_LINE
from tests.bench import measure


def test_two_pieces_of_work_are_taken_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    clock: Iterator[float] = itertools.count()
    monkeypatch.setattr("time.perf_counter", lambda: float(next(clock)))
    order: list[str] = []
    seconds = measure.side_by_side(lambda: order.append("ours"), lambda: order.append("peer"), 3)
    assert order == ["ours", "peer"] * 3
    assert seconds == (1.0, 1.0)


@pytest.mark.parametrize(("ratio", "limit", "word"), [(1.0, 1.1, "kept"), (1.2, 1.1, "MISSED"), (9.0, None, "")])
def test_a_figure_says_whether_its_limit_is_kept(ratio: float, limit: float | None, word: str) -> None:
    shown = str(measure.Figure("x", ratio, limit, "1 s / 1 s"))
    assert word in shown
    assert ("limit" in shown) == (limit is not None)


def test_grown_content_is_ten_times_as_large_and_can_be_read(tmp_path: Path) -> None:
    """A file that is refused as too large, or cut short, would be measured as fast."""
    grown = measure.grown(tmp_path / "content")
    assert measure.size(grown) / measure.size(CONTENT) == pytest.approx(10, rel=0.1)
    for path in grown.rglob("*.toml"):
        assert path.stat().st_size < LARGEST_FILE_BYTES
        assert path.read_text(encoding="utf-8").rstrip().endswith(LAST_LINE)
        tomllib.loads(path.read_text(encoding="utf-8"))


def test_what_cannot_be_measured_takes_no_other_figure_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A peer's page that is slower than the wait, for example."""

    def begins_and_fails() -> Iterator[measure.Figure]:
        yield measure.Figure("first half", 1.0, None, "1 s / 1 s")
        raise TimeoutError("Timeout 60000ms exceeded.\nCall log:")

    def works() -> Iterator[measure.Figure]:
        yield measure.Figure("the next one", 2.0, None, "2 s / 1 s")

    monkeypatch.setattr(measure, "MEASUREMENTS", {"peer": begins_and_fails, "next": works})
    monkeypatch.setattr("sys.argv", ["measure", "--json", str(tmp_path / "bench.json"), "--only", "peer", "next"])
    assert measure.main() == 1
    said = capsys.readouterr().out
    assert "could not be measured here: TimeoutError: Timeout 60000ms exceeded." in said
    assert "Traceback" not in said
    kept = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert [figure["name"] for figure in kept] == ["first half", "the next one"]
