"""Who is learning: on a shared computer each person may have a record of their own.

Without anything chosen there is one record without a name. The names stand in one small file beside it, and nowhere
else.
"""

import json
import secrets
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from course_helpers.files import write_atomic
from course_helpers.names import can_be_seen, can_be_shown
from course_helpers.record.path import learners_file, record_folder
from course_helpers.record.store import NotStored
from course_helpers.trouble import Refused

__all__ = ["LONGEST_NAME", "Learners", "NameRefused", "add", "drop_current", "is_here", "learners", "switch"]

LONGEST_NAME = 40
"""Characters of a name that somebody chooses for their record."""

MOST_LEARNERS = 20


class NameRefused(Refused):
    """A name that no record can have."""


@dataclass(frozen=True)
class Learners:
    """Everybody who has a record here."""

    current: str = ""
    """The key of who is learning; empty for the record without a name."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The chosen name by key, in the order in which they came."""


def learners() -> Learners:
    """Who has a record here. A list that cannot be read counts as none, and is left as it is."""
    try:
        return _listed()
    except UNREADABLE:
        return Learners()


UNREADABLE = (OSError, ValueError, TypeError, AttributeError, KeyError)
"""How a list says that it cannot be read: it is away, damaged, or held."""


def _listed() -> Learners:
    found = json.loads(learners_file().read_text(encoding="utf-8"))
    names = {str(key): str(name) for key, name in found["names"].items() if _is_key(str(key))}
    current = str(found["current"])
    return Learners(current if current in names else "", names)


def is_here(key: str) -> bool:
    """Whether there is somebody with this key; the record without a name, which has none, is always there.

    Raises:
        NotStored: if the list cannot be read now. Nobody is taken for gone then.
    """
    if not key:
        return True
    try:
        return key in _listed().names
    except FileNotFoundError:
        return False
    except UNREADABLE as error:
        raise NotStored(str(error)) from error


def add(typed: str) -> Learners:
    """A record for one more person, which is used from now on.

    Raises:
        NameRefused: if the name is empty, too long, taken, or cannot be shown.
        OSError: if it cannot be written down.
    """
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    known = learners()
    if not name:
        raise NameRefused("name_empty")
    if len(name) > LONGEST_NAME:
        raise NameRefused("name_long")
    if not can_be_shown(name):
        raise NameRefused("name_signs")
    if not can_be_seen(name):
        raise NameRefused("name_empty")
    if name.casefold() in {other.casefold() for other in known.names.values()}:
        raise NameRefused("name_taken")
    if len(known.names) >= MOST_LEARNERS:
        raise NameRefused("name_many")
    key = secrets.token_hex(4)
    return _keep(Learners(key, {**known.names, key: name}))


def switch(key: str) -> Learners:
    """Another person learns now; an unknown key means the record without a name.

    Raises:
        OSError: if it cannot be written down.
    """
    known = learners()
    return _keep(Learners(key if key in known.names else "", known.names))


def drop_current() -> Learners:
    """Take whoever is learning off the list, file and all; their record was erased before.

    Raises:
        OSError: if it cannot be written down.
    """
    known = learners()
    if not known.current:
        return known
    for path in record_folder().glob(f"record-{known.current}.*"):
        with suppress(OSError):
            path.unlink()
    return _keep(Learners("", {key: name for key, name in known.names.items() if key != known.current}))


def _keep(chosen: Learners) -> Learners:
    path = learners_file()
    if not chosen.names:
        path.unlink(missing_ok=True)
        return chosen
    _keep_aside_what_cannot_be_read(path)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = json.dumps({"current": chosen.current, "names": dict(chosen.names)}, ensure_ascii=False)
    write_atomic(path, text.encode())
    return chosen


def _keep_aside_what_cannot_be_read(path: Path) -> None:
    try:
        json.loads(path.read_text(encoding="utf-8"))["names"]
    except FileNotFoundError:
        return
    except (OSError, ValueError, TypeError, KeyError):
        path.replace(path.with_name(f"{path.name}.damaged"))


def _is_key(key: str) -> bool:
    return key.isascii() and key.isalnum()
