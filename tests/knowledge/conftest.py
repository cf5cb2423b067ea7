"""A copy of the content for tests that damage it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from course_helpers.knowledge import CONTENT, load


@pytest.fixture
def content(tmp_path: Path) -> Iterator[Path]:
    """A copy of the real content that a test may damage."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("schema"))  # editors alone read these
    yield folder
    load.cache_clear()
