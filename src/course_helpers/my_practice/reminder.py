"""A reminder as a calendar file (RFC 5545), on the learner's own day: no interval for looking is proven."""

from datetime import UTC, date, datetime, timedelta
from typing import Literal
from uuid import uuid4

from course_helpers.knowledge import load
from course_helpers.locale import localised
from course_helpers.version import VERSION

Rule = Literal["once", "month"]
Title = Literal["private", "plain"]
LAST_DAY_OF_ALL_MONTHS = 28


def calendar_file(rule: Rule, day: date, title: Title, now: datetime) -> bytes:
    """An all-day event: on one day, or on that day of every month.

    Args:
        rule: ``once`` for a day that somebody picked, ``month`` for the same day of every month.
        day: the first day.
        title: the private one says nothing of what it is for.
        now: when the file is made.
    """
    from icalendar import Alarm, Calendar, Event

    words = load().strings.reminder
    event = Event()
    event.add("uid", f"{uuid4()}@gentle-hands.invalid")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", words.of(f"event_{title}"))
    event.add("description", localised(words.of(f"about_{title}")))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if rule == "month":
        event.add("rrule", {"freq": "monthly", "bymonthday": day.day})
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words.of(f"event_{title}"))
    alarm.add("trigger", timedelta(hours=9))
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", f"-//Gentle hands//{VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def next_month_day(day_of_month: int, today: date) -> date:
    """The next day with that number, today included; the number is one that every month has.

    Raises:
        ValueError: if some month has no such day.
    """
    if not 1 <= day_of_month <= LAST_DAY_OF_ALL_MONTHS:
        raise ValueError(f"{day_of_month} is not a day of every month.")
    if day_of_month >= today.day:
        return today.replace(day=day_of_month)
    return (today.replace(day=1) + timedelta(days=32)).replace(day=day_of_month)
