"""No page of the quiz may fail in silence."""

from collections.abc import Iterator

import pytest

from tests.quiz.stage import UNCAUGHT


@pytest.fixture(autouse=True)
def nothing_is_thrown_on_the_page() -> Iterator[None]:
    """A test fails on an error that its page threw and did not catch."""
    UNCAUGHT.clear()
    yield
    assert [str(error) for error in UNCAUGHT] == []
