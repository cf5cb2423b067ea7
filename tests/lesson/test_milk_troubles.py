"""B19: what else milk brings, each trouble with what helps, what not to do, and whom to ask."""

import pytest

from course_helpers.knowledge import load

TOLD = {
    "full and tight, around days 2 to 5": ("Feed often", "cool", "the same day", "one patch turns hot", "a day or two"),
    "turns white": ("Warm it instead of cooling it", "latch checked"),
    "burn long after feeds": ("may be thrush", "{midwife}", "swab"),
    "sadness or dread": ("reflex", "not your fault", "Tell {midwife} if low mood stays"),
    "only pump, or you are stopping": ("as often as baby would feed", "step by step", "only to comfort"),
    "pain relief": (
        "paracetamol (acetaminophen)",
        "ibuprofen",
        "no aspirin for pain, codeine",
        "Ask {pharmacist} first",
        "pregnant",
    ),
}
"""The beginning of a trouble, and what its own lines have to say."""


@pytest.mark.parametrize("trouble", TOLD)
def test_b19_each_trouble_has_its_help_beside_it(trouble: str) -> None:
    [point] = [point for point in load().passages["milk-troubles"].points if trouble in point.lead]
    for told in TOLD[trouble]:
        assert told in point.text


def test_b19_no_trouble_is_left_out_and_each_rests_on_a_source() -> None:
    passage = load().passages["milk-troubles"]
    assert len(passage.points) == len(TOLD)
    assert {"L60", "L61", "L62", "L63", "P17", "P18"} <= set(passage.references)


def test_b19_a_white_nipple_gets_no_cold_pack() -> None:
    cold = next(step for step in load().routines["between_feeds"].steps if step.id == "c9")
    assert "a cold pack on a nipple that turns white and hurts" in cold.avoid
