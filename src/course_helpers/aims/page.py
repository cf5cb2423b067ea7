"""What a page shows of the aim: to choose, to practise with, or to look back at."""

from typing import Any

from course_helpers.aims.kept import AIMS, last_aim, suggested
from course_helpers.knowledge import load
from course_helpers.record import Record


def aim_page(record: Record) -> dict[str, Any]:
    """The aim that holds now, the question about it, the aims to choose from and the one that is suggested.

    Raises:
        NotStored: if the record cannot be read now.
    """
    words, last = load().strings.aim, last_aim(record)
    following = suggested(last)
    now = last if last and last.went is None else None
    said = words.of(f"aim_{now.aim}") if now else ""
    step = "choose" if now is None else "ask" if now.practised else "chosen"
    told = words.aim_note
    if now:
        told = (words.aim_ask if now.practised else words.aim_chosen).format(aim=said)
    return {
        "step": step,
        "text": told,
        "chosen": now.aim if now else "",
        "name": words.of(f"aim_name_{now.aim}") if now else "",
        "question": words.aim_ask.format(aim=said) if now else "",
        "next": next_aim(record) if last and last.went else "",
        "options": [{"id": name, "text": words.of(f"aim_{name}"), "first": name == following} for name in AIMS],
    }


def next_aim(record: Record) -> str:
    """The suggestion after the last aim was looked back at: another one, or the same once more.

    Raises:
        NotStored: if the record cannot be read now.
    """
    words, last = load().strings.aim, last_aim(record)
    following = suggested(last)
    told = words.aim_same if last and following == last.aim else words.aim_next
    return told.format(aim=words.of(f"aim_{following}"))
