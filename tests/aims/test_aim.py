"""The aim as every page gets it: to choose, to practise with, to look back at; and what a page may ask for."""

import pytest

from course_helpers.aims import aim_page, choose_aim, tell_how_it_went
from course_helpers.aims.kept import AIMS, WENT
from course_helpers.knowledge import load
from course_helpers.record import NotStored, open_record

pytestmark = pytest.mark.usefixtures("own_record")
WORDS = load().strings.aim


def practise() -> None:
    with open_record().write() as db:
        db.execute("INSERT INTO practice VALUES ('s1', 'relax', '1', '2099-01-01T00:00:00+00:00')")


def test_without_an_aim_there_is_a_choice_and_no_question() -> None:
    page = aim_page(open_record())
    assert (page["step"], page["chosen"], page["name"], page["question"], page["next"]) == ("choose", "", "", "", "")
    assert [entry["id"] for entry in page["options"]] == list(AIMS)


@pytest.mark.parametrize("aim", AIMS)
def test_an_aim_holds_from_the_choice_until_it_was_looked_back_at(aim: str) -> None:
    """Also over several practices: nobody who ends one without an answer is left without an aim in the next."""
    assert choose_aim({"aim": aim}) == WORDS.aim_kept
    said = WORDS.of(f"aim_{aim}")
    for step in ("chosen", "ask"):
        page = aim_page(open_record())
        assert (page["step"], page["chosen"], page["name"]) == (step, aim, WORDS.of(f"aim_name_{aim}"))
        assert page["question"] == WORDS.aim_ask.format(aim=said)
        assert page["next"] == ""
        practise() if step == "chosen" else None
    told = tell_how_it_went({"went": "often"})
    page = aim_page(open_record())
    assert (page["step"], page["chosen"], page["name"], page["question"]) == ("choose", "", "", "")
    assert page["next"] == told


@pytest.mark.parametrize("went", WENT)
def test_the_next_one_is_another_only_where_this_one_was_thought_of(went: str) -> None:
    choose_aim({"aim": "light"})
    told = tell_how_it_went({"went": went})
    expected = (
        WORDS.aim_next.format(aim=WORDS.aim_free) if went == "often" else WORDS.aim_same.format(aim=WORDS.aim_light)
    )
    assert told == expected


def test_a_name_is_short_enough_for_the_line_below_the_drawing() -> None:
    """The stage has room for 90 characters."""
    line = load().strings.player.ready_aim
    assert all(len(line.format(aim=WORDS.of(f"aim_name_{aim}"))) <= 90 for aim in AIMS)


@pytest.mark.parametrize("content", [{}, {"aim": "my left side"}, {"aim": 3}, {"aim": None}])
def test_no_other_aim_is_kept(content: dict[str, object]) -> None:
    assert choose_aim(content) == load().strings.panel.refused
    assert tell_how_it_went({"went": content.get("aim")}) == load().strings.panel.refused
    assert open_record().counts()["aim"] == 0


def test_what_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise NotStored("full")

    for name in ("choose", "look_back"):
        monkeypatch.setattr(f"course_helpers.aims.asking.{name}", full)
    assert choose_aim({"aim": "slow"}) == WORDS.aim_not_stored
    assert tell_how_it_went({"went": "no"}) == WORDS.aim_not_stored
