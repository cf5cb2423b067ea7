"""A step that would last or come back longer than its own longest is refused, with file, line and remedy."""

from pathlib import Path

import pytest

from tests.knowledge.damage import change

RELAX, BETWEEN = "routines/relax.toml", "routines/between_feeds.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (RELAX, "seconds = 30\nlongest_seconds = 60", "seconds = 300\nlongest_seconds = 60", "longer than its own"),
        (BETWEEN, "seconds = 10\n", "seconds = 90\n", "longer than its own longest, 20 s"),
        (RELAX, "longest_seconds = 270\n", "", "No longest time"),
        (RELAX, "most_times = 1\non_nipple = true", "most_times = 2\non_nipple = true", "done once at most"),
        (RELAX, "on_at_start = false\n", "", "done once at most"),
        (RELAX, "longest_seconds = 270\nmost_times = 2", "longest_seconds = 270", "Nothing says how often"),
        (BETWEEN, 'segments_of = "firm-area"\nlongest_seconds = 60\nmost_times = 2',
         'segments_of = "firm-area"\nlongest_seconds = 60\nmost_times = 3', "A firm area would be touched 3 times"),
        (RELAX, "longest_seconds = 600\n", "longest_seconds = 600\nsegments = 3\nmost_times = 2\n", "planned 3 times"),
    ],
)  # fmt: skip
def test_b10_no_step_is_longer_or_more_often_than_its_own_longest(
    content: Path, file: str, old: str, new: str, told: str
) -> None:
    problems = "\n".join(change(content, file, old, new))
    assert told in problems
    assert f"{file}:" in problems


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title = "Seven quiet minutes"', 'title = "Six quiet minutes"', "says 6 minutes; it lasts 7 minutes"),
        ('title = "Seven quiet minutes"', 'title = "8 calm minutes"', "says 8 minutes; it lasts 7 minutes"),
        ('total_note = "7 minutes.', 'total_note = "6 minutes 50 seconds.', "does not say 7 minutes, and 7 minutes 50"),
        ("7 minutes 50 seconds", "8 minutes", "does not say 7 minutes, and 7 minutes 50"),
        ('title = "Hands away"', 'title = "Close"', "“Close” does not say what is done"),
    ],
)
def test_a_routine_lasts_what_it_says_and_its_steps_are_named_in_words(
    content: Path, old: str, new: str, told: str
) -> None:
    assert told in "\n".join(change(content, RELAX, old, new))


def test_a_routine_without_a_total_promises_no_minutes(content: Path) -> None:
    problems = "\n".join(change(content, BETWEEN, 'title = "Between feeds"', 'title = "Ten minutes between feeds"'))
    assert "The title says 10 minutes" in problems
