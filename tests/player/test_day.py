"""The day's limit on the days on which the clocks change: the zone's own midnight, never 24 hours by the clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_helpers.player.day import day_of, midnight_before

BERLIN = ZoneInfo("Europe/Berlin")
CAIRO = ZoneInfo("Africa/Cairo")


@pytest.mark.parametrize(
    ("zone", "now", "midnight"),
    [
        # Forward at two o'clock: this day has 23 hours.
        (BERLIN, datetime(2026, 3, 29, 12, 0, tzinfo=UTC), datetime(2026, 3, 28, 23, 0, tzinfo=UTC)),
        (BERLIN, datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 28, 23, 0, tzinfo=UTC)),
        # Back at three o'clock: this day has 25 hours.
        (BERLIN, datetime(2026, 10, 25, 12, 0, tzinfo=UTC), datetime(2026, 10, 24, 22, 0, tzinfo=UTC)),
        (BERLIN, datetime(2026, 10, 25, 22, 59, tzinfo=UTC), datetime(2026, 10, 24, 22, 0, tzinfo=UTC)),
        # A day that begins at one o'clock, because its midnight is skipped.
        (CAIRO, datetime(2026, 4, 24, 9, 0, tzinfo=UTC), datetime(2026, 4, 23, 22, 0, tzinfo=UTC)),
        (UTC, datetime(2026, 11, 26, 5, 0, tzinfo=UTC), datetime(2026, 11, 26, 0, 0, tzinfo=UTC)),
    ],
)
def test_the_day_begins_at_the_zones_own_midnight(zone: ZoneInfo, now: datetime, midnight: datetime) -> None:
    assert midnight_before(now, zone).astimezone(UTC) == midnight


@given(moment=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(lambda one: one.replace(tzinfo=UTC)))
def test_a_day_holds_its_moment_and_nothing_of_the_day_before(moment: datetime) -> None:
    begun = midnight_before(moment, BERLIN).astimezone(UTC)
    assert begun <= moment < begun + timedelta(hours=25)
    assert day_of(begun, BERLIN) == day_of(moment, BERLIN)
    assert day_of(begun - timedelta(seconds=1), BERLIN) == day_of(moment, BERLIN) - timedelta(days=1)


def test_without_a_zone_it_is_the_day_of_this_computer() -> None:
    noon = datetime(2026, 11, 26, 12, 0).astimezone()
    assert day_of(noon) == date(2026, 11, 26)
    assert midnight_before(noon).astimezone() == datetime(2026, 11, 26, 0, 0).astimezone()
