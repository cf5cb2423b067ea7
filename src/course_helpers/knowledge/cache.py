"""Checked knowledge, kept as one file for the next kernel: reading and checking all content anew takes longer.

Nothing out of date can be read: the file begins with a digest of every byte that decides what it holds, the content
and the code that reads and checks it. Nothing damaged can be read: a second digest covers the rest. Whatever is
wrong with the file, it counts as missing.
"""

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from course_helpers.files import write_atomic
from course_helpers.knowledge.assembled import Knowledge

DIGEST_BYTES = 32
"""The length of a SHA-256 digest."""


FOLDER_VARIABLE = "COURSE_CACHE_FOLDER"
"""Set by tests, or by hand; empty means the usual place."""


def file_for(content: Path) -> Path:
    """The file for a folder of content, where this system has what may be lost at any time."""
    name = f"knowledge-{hashlib.sha256(str(content.resolve()).encode()).hexdigest()[:12]}.msgpack"
    if chosen := os.environ.get(FOLDER_VARIABLE, "").strip():
        return Path.home() / Path(chosen).expanduser() / name
    import platformdirs

    return platformdirs.user_cache_path("course-helpers", appauthor=False) / name


def digest(content: Path) -> bytes:
    """What decides which knowledge a folder of content gives: its files, the code that reads it, the versions.

    Some rules measure the drawn hands, so the body belongs to that code; so does what turns a typed apostrophe. What
    the drawings name decides which questions can be asked.

    A file that is missing or cannot be read changes the digest too, so a course that was refused is never answered
    from the file of a good one.
    """
    seen = hashlib.sha256(f"{sys.version} {msgspec.__version__}".encode())
    knowledge = Path(__file__).parent
    read_by = (
        (knowledge, ".py"),
        (knowledge, "things.json"),
        (knowledge.parent / "body", ".py"),
        (knowledge.parent / "document", "apostrophes.py"),
    )
    for folder, ending in ((content, ".toml"), *read_by):
        for name in sorted(_names_below(folder, ending)):
            seen.update(f"\0{name}\0".encode())
            with contextlib.suppress(OSError):
                seen.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return seen.digest()


def _names_below(folder: Path, ending: str) -> Iterator[str]:
    """The files of a folder and of all below it; every kernel asks, and ``rglob`` takes longer than reading them."""
    for here, _, names in os.walk(folder):
        below = Path(here).relative_to(folder).as_posix()
        yield from (f"{below}/{name}" for name in names if name.endswith(ending))


def knowledge_in(file: Path, wanted: bytes) -> Knowledge | None:
    """The knowledge kept in a file under this digest, or nothing."""
    try:
        written = file.read_bytes()
    except OSError:
        return None
    found, check, body = written[:DIGEST_BYTES], written[DIGEST_BYTES : 2 * DIGEST_BYTES], written[2 * DIGEST_BYTES :]
    if found != wanted or check != hashlib.sha256(body).digest():
        return None
    try:
        return msgspec.msgpack.decode(body, type=Knowledge)
    except msgspec.MsgspecError:
        return None


def keep(file: Path, wanted: bytes, knowledge: Knowledge) -> None:
    """Write the file, whole or not at all; where nothing can be written, nothing is kept."""
    body = msgspec.msgpack.encode(knowledge)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(file, wanted + hashlib.sha256(body).digest() + body)
