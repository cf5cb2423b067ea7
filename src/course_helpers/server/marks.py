"""Where the learner stands, as the server tells it to the home and to the list of lessons."""

from datetime import datetime
from pathlib import Path
from typing import Any

from course_helpers.record.glance import Glance, due_in
from course_helpers.record.store import NotStored


def marks_in(record: Path, now: datetime) -> dict[str, Any]:
    """What is told of a record file: where somebody stands (``home_page``), and what is due today."""
    # What tells where somebody stands is imported when a page first asks: no start of the server waits for it.
    from course_helpers.knowledge import ContentError
    from course_helpers.my_practice.standing import home_page, home_without_record

    try:
        page = home_page(Glance(record))
    except (NotStored, ContentError):
        page = home_without_record()
    return page | {"due": due_in(record, now)}
