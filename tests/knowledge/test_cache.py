"""Kept knowledge saves time and decides nothing: out of date, damaged or unwritable, the content itself is read."""

from pathlib import Path

import pytest

from course_helpers import knowledge
from course_helpers.knowledge import ContentError, cache, load


@pytest.fixture
def file(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a kernel that loaded a copy of the content has left."""
    whole = load()
    monkeypatch.setenv("COURSE_CACHE_FOLDER", str(tmp_path / "kept"))
    cache.keep(cache.file_for(content), cache.digest(content), whole)
    load.cache_clear()
    return cache.file_for(content)


def test_the_next_kernel_gets_what_the_first_one_read(
    content: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.unlink()
    first = load(content)
    load.cache_clear()
    monkeypatch.delattr(knowledge, "_read_and_check")
    assert load(content) == first


def test_a_changed_sentence_is_read(content: Path, file: Path) -> None:
    claims = content / "claims.toml"
    claims.write_text(claims.read_text("utf-8").replace('evidence_says = "', 'evidence_says = "Now: ', 1), "utf-8")
    assert next(iter(load(content).claims.values())).evidence_says.startswith("Now: ")


@pytest.mark.parametrize("damaged", ["cut", "gone", "unreadable"])
def test_damaged_content_is_refused_although_it_was_kept(content: Path, file: Path, damaged: str) -> None:
    victim = content / "tiers.toml"
    whole = victim.read_bytes()
    victim.unlink()
    if damaged == "cut":
        victim.write_bytes(whole[: len(whole) // 2])
    if damaged == "unreadable":
        victim.mkdir()
    with pytest.raises(ContentError):
        load(content)


@pytest.mark.parametrize("changed", ["knowledge/rules.py", "body/movements.py", "document/apostrophes.py"])
def test_other_rules_read_the_content_again(
    content: Path, file: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    """A stricter rule, or another measure of the drawn hands, must meet content that an earlier one let pass."""
    package = Path(cache.__file__).parents[1]
    before = cache.digest(content)
    read_bytes = Path.read_bytes

    def edited(path: Path) -> bytes:
        return read_bytes(path) + (b"#" if path == package / changed else b"")

    monkeypatch.setattr(Path, "read_bytes", edited)
    assert cache.digest(content) != before


@pytest.mark.parametrize("place", [0.00001, 0.0001, 0.2, 0.5, 0.99])
def test_a_damaged_file_counts_as_missing(content: Path, file: Path, place: float) -> None:
    assert cache.knowledge_in(file, cache.digest(content)) is not None
    written = bytearray(file.read_bytes())
    written[int(len(written) * place)] ^= 1
    file.write_bytes(written)
    assert cache.knowledge_in(file, cache.digest(content)) is None


@pytest.mark.parametrize("length", [0, 20, 64, 5_000])
def test_a_cut_file_counts_as_missing(content: Path, file: Path, length: int) -> None:
    file.write_bytes(file.read_bytes()[:length])
    assert cache.knowledge_in(file, cache.digest(content)) is None


def test_where_nothing_can_be_written_the_course_works(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").write_text("no folder")
    monkeypatch.setenv("COURSE_CACHE_FOLDER", str(tmp_path / "a file"))
    assert load(content).claims


def test_a_failed_write_leaves_the_old_file_and_no_rest(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()

    def full(path: Path, target: Path) -> None:
        raise OSError("No space left")

    monkeypatch.setattr(Path, "replace", full)
    cache.keep(file, b"x" * 32, load())
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]
