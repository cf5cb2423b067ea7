"""A copy of the content for tests that damage it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from course_helpers.knowledge import CONTENT, load


@cache
def files() -> dict[str, bytes]:
    """The real content, read once for all copies; without the schemas, which editors alone read."""
    return {path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in CONTENT.rglob("*.toml")}


@pytest.fixture
def content(tmp_path: Path) -> Iterator[Path]:
    """A copy of the real content that a test may damage."""
    folder = tmp_path / "content"
    for below in {Path(name).parent for name in files()}:
        (folder / below).mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (folder / name).write_bytes(text)
    yield folder
    load.cache_clear()
