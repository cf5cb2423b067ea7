"""What a full record costs: opening lesson 08 at 100,000 events, and one write."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

EVENTS = 100_000
A_SESSION = 20
WRITES = 200
CALLS = ("where_you_stand", "review", "practice_history", "reminder", "certificate", "my_record", "what_is_stored")
OPEN = f"""
import time
import anywidget
import course_helpers as course
course.stop_rule()  # neither reading the course nor importing its packages is measured here
begun, worked = time.perf_counter(), time.process_time()
for name in {CALLS}: getattr(course, name)()
print(time.perf_counter() - begun, time.process_time() - worked)
"""


def seconds_to_open(events: int) -> tuple[float, float]:
    """How long the panels of lesson 08 take in a fresh kernel with so many events in the record; the best of three.

    Returns:
        Seconds on the clock, and those of them in which the processor worked for it.
    """
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "record.sqlite3", events)
        return min(_opened(folder) for _ in range(3))


def _opened(folder: str) -> tuple[float, float]:
    there = os.environ | {"COURSE_RECORD_FOLDER": folder}
    told = subprocess.run([sys.executable, "-c", OPEN], check=True, capture_output=True, text=True, env=there).stdout
    clock, worked = map(float, told.split()[-2:])
    return clock, worked


def fill(path: Path, events: int) -> None:
    """A record of many sessions, and of a thousand answers."""
    from course_helpers.knowledge import load
    from course_helpers.record import Record

    items = list(load().items)
    record = Record(path)
    at = record.stamp()
    with record.write() as db:
        sessions = events // A_SESSION
        db.executemany(
            "INSERT INTO practice VALUES (?, 'relax', '1', ?)", [(f"s{number}", at) for number in range(sessions)]
        )
        db.executemany(
            "INSERT INTO practice_event VALUES (?, ?, 'step', ?, 30, 1, ?)",
            [(f"s{n // A_SESSION}", n % A_SESSION, f"a{n % 6 + 1}", at) for n in range(events)],
        )
        db.execute("INSERT INTO round VALUES ('safety', 1, 'first', 1, '[]', 0, 1, ?)", (at,))
        db.executemany(
            "INSERT INTO answer VALUES ('safety', 1, ?, ?, '[[0]]', 1, 2, ?, ?)",
            [(number, items[number % len(items)], f"r{number}", at) for number in range(1000)],
        )
    record.close()


def median_write() -> float:
    """Median seconds of storing one answer in a record with 100,000 events."""
    from course_helpers.record import Record, StoredAnswer, changing

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite3"
        fill(path, EVENTS)
        record = Record(path)
        with changing(record, "check:c00a") as change:
            change.begin_round(1, "first", 1, ["c00a"])

        def write(position: int) -> Callable[[], None]:
            def store() -> None:
                with changing(record, "check:c00a") as change:
                    change.store_answer(
                        StoredAnswer("check:c00a", 1, position, "c00a", ((0,),), True, None, str(position))
                    )

            return store

        taken = [_seconds(write(position)) for position in range(WRITES)]
        record.close()
    return statistics.median(taken)


def _seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
