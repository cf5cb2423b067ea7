"""The learner's day: from the zone's own midnight to the next, also on the days on which the clocks change."""

from datetime import date, datetime, time, tzinfo


def day_of(moment: datetime, zone: tzinfo | None = None) -> date:
    """The date where the learner is; without a zone, that of this computer."""
    return moment.astimezone(zone).date()


def midnight_before(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """When that day began. The offset is that of midnight, which is another one than now after the clocks changed."""
    midnight = datetime.combine(day_of(moment, zone), time.min)
    return midnight.replace(tzinfo=zone) if zone else midnight.astimezone()
