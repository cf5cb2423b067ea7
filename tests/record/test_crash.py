"""A process that is killed while it writes loses no answer that it acknowledged: 200 times, at any moment."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from course_helpers.record import Record, history

KILLS = 200

WRITER = textwrap.dedent("""
    # One process makes the others by forking, so that nothing is imported twice. It says how many answers each of them
    # acknowledged before it was killed.
    import os, random, signal, sys
    from pathlib import Path
    from course_helpers.record import Record, StoredAnswer, changing

    path, kills, dice = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))

    def write(number, out):
        record = Record(path)
        with changing(record, "safety") as change:
            change.begin_round(number, "new", number, ["SC1-A"])
        for position in range(1000):
            with changing(record, "safety") as change:
                answer = StoredAnswer("safety", number, position, "SC1-A", ((0,),), True, None, f"r{position}")
                change.store_answer(answer)
            os.write(out, b".")

    Record(path).close()
    for number in range(1, kills + 1):
        heard, out = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                write(number, out)
            finally:
                os._exit(0)
        os.close(out)
        acknowledged = 0
        for _ in range(dice.randrange(4)):
            acknowledged += len(os.read(heard, 1))
        for _ in range(dice.randrange(20000)):
            pass  # a moment that is drawn by chance, without waiting for a clock
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(heard, 100):
            acknowledged += len(more)
        os.close(heard)
        print(number, acknowledged, flush=True)
""")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="This system starts processes in another way.")
def test_no_acknowledged_answer_is_lost_by_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite3"
    command = [sys.executable, "-c", WRITER, str(path), str(KILLS), "8"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    acknowledged = {int(number): int(count) for number, count in (line.split() for line in told.splitlines())}
    assert len(acknowledged) == KILLS
    assert sum(acknowledged.values()) > 0

    record = Record(path)
    assert record.notices == []
    stored: dict[int, list[int]] = {}
    for answer in history(record, "safety").answers:
        stored.setdefault(answer.round, []).append(answer.position)
    for number, count in acknowledged.items():
        # The answer in flight may be there or not; every one before it is, and none of them twice.
        assert stored.get(number, []) in (list(range(count)), list(range(count + 1))), number
