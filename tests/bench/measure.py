"""What the course costs, as ratios measured side by side in one run: ``python3 start.py bench``.

Nothing here passes or fails a test run: machines differ. Each figure stands beside its limit.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from course_helpers.authoring.notebooks import read_notebook
from course_helpers.knowledge import CONTENT, load, problems_in
from course_helpers.knowledge.reading import LAST_LINE

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
PAIRS = 11
PEERS = "import ipywidgets, anywidget, msgspec"
DRAW = """
import pathlib, tempfile
from course_helpers.figures import write_all
write_all(pathlib.Path(tempfile.mkdtemp()))
"""
CHECK = "import sys; from course_helpers.commands.check import main; main([])"
BARE_KERNEL = "import ipywidgets, anywidget"


@dataclass(frozen=True)
class Figure:
    """One measurement: what was divided by what, the ratio, and the limit it should keep."""

    name: str
    ratio: float
    limit: float | None
    detail: str

    def __str__(self) -> str:
        verdict = "" if self.limit is None else f"  limit {self.limit:g}  {'kept' if self.kept else 'MISSED'}"
        return f"{self.name:<46} {self.ratio:7.2f}{verdict}\n    {self.detail}"

    @property
    def kept(self) -> bool:
        """Whether the ratio is within its limit; a figure without a limit only informs."""
        return self.limit is None or self.ratio <= self.limit


def main() -> int:
    """Measure all, print a table and write JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", type=Path, default=ROOT / "build" / "bench.json")
    options.add_argument("--only", nargs="*", default=list(MEASUREMENTS), choices=list(MEASUREMENTS))
    chosen = options.parse_args()
    figures: list[Figure] = []
    failed = [name for name in chosen.only if not measured(name, figures)]
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n", encoding="utf-8")
    print(f"{sum(figure.kept for figure in figures)} of {len(figures)} within their limits; written to {chosen.json}")
    return 1 if failed else 0


def measured(name: str, figures: list[Figure]) -> bool:
    """Measure one thing. What cannot be measured here is named, and takes no other figure along."""
    try:
        for figure in MEASUREMENTS[name]():
            figures.append(figure)
            print(figure, flush=True)
    except Exception as error:
        reason = (str(error).strip().splitlines() or [""])[0]
        print(f"{name:<46} could not be measured here: {type(error).__name__}: {reason}", flush=True)
        return False
    return True


def side_by_side(ours: Callable[[], object], peer: Callable[[], object], pairs: int) -> tuple[float, float]:
    """Median seconds of both, taken in turn so that a slow moment of the machine meets both."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(pairs):
        for taken, work in zip(seconds, (ours, peer), strict=True):
            begin = time.perf_counter()
            work()
            taken.append(time.perf_counter() - begin)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


def python(code: str) -> Callable[[], object]:
    """A fresh Python that runs some code."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True)


def imports() -> Iterator[Figure]:
    """Importing the course over importing the packages it stands on."""
    ours, peer = side_by_side(python(f"{PEERS}, course_helpers"), python(PEERS), PAIRS)
    yield Figure(
        "import of course_helpers / its packages", ours / peer, 1.1, f"{ours:.3f} s / {peer:.3f} s, {PAIRS} pairs"
    )
    peer, first = side_by_side(python(PEERS), python(f"{PEERS}, course_helpers as c; c.evidence_card('S01')"), PAIRS)
    yield Figure(
        "first card / import of the packages", first / peer, None, f"{first:.3f} s / {peer:.3f} s, {PAIRS} pairs"
    )


def ready_notebooks() -> list[Path]:
    """The notebooks of all lessons that are ready."""
    return [NOTEBOOKS / lesson.notebook for lesson in load().lessons.values() if lesson.ready]


def kernel_memory() -> Iterator[Figure]:
    """Memory of a kernel after a lesson over that of a bare kernel with the widget packages."""
    if not Path("/proc/self/smaps_rollup").exists():
        print("Memory of a kernel: only measured on Linux.")
        return
    bare = statistics.median(pss_after([BARE_KERNEL]) for _ in range(3))
    for path in ready_notebooks():
        code = [cell.source for cell in read_notebook(path).cells if cell.kind == "code"]
        used = pss_after(code)
        yield Figure(f"kernel memory after {path.stem[:26]}", used / bare, 1.3, f"{used:.1f} MB / {bare:.1f} MB (PSS)")


def pss_after(cells: list[str]) -> float:
    """Megabytes (PSS) of a fresh kernel after it ran some cells."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel()
    try:
        for code in cells:
            client.execute_interactive(code, timeout=60, output_hook=lambda message: None)
        provisioner: Any = manager.provisioner
        rollup = Path(f"/proc/{provisioner.pid}/smaps_rollup").read_text(encoding="ascii")
        return sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def nbval() -> Iterator[Figure]:
    """Nbval over all lessons over starting as many bare kernels."""
    lessons = ready_notebooks()
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", *map(str, lessons)]

    def bare_kernels() -> None:
        for _ in lessons:
            pss_after([])

    ours, peer = side_by_side(
        lambda: subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL), bare_kernels, 3
    )
    yield Figure("nbval over all lessons / bare kernel starts", ours / peer, 3, f"{ours:.1f} s / {peer:.1f} s, 3 pairs")


def checking() -> Iterator[Figure]:
    """Cost of ``check`` and of drawing, and how the cost of reading grows with ten times the content."""
    with tempfile.TemporaryDirectory() as folder:
        large = grown(Path(folder) / "content")
        ratio = size(large) / size(CONTENT)
        more, plain = side_by_side(lambda: problems_in(large), lambda: problems_in(CONTENT), 5)
    detail = f"{more:.2f} s / {plain:.2f} s for {ratio:.1f} times the bytes"
    yield Figure("reading content: growth of time / of content", more / plain / ratio, 1.2, detail)
    drawn, checked = side_by_side(python(DRAW), python(CHECK), 3)
    yield Figure("figures / check (whole processes)", drawn / checked, None, f"{drawn:.1f} s / {checked:.1f} s")


def size(folder: Path) -> int:
    """Bytes of all content files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*.toml"))


def grown(folder: Path) -> Path:
    """A copy of the content in which those tables that may grow make all of it about ten times as large."""
    shutil.copytree(CONTENT, folder)
    for name, (key, times) in GROWING.items():
        for path in folder.glob(name):
            head, *rows = (
                path.read_text(encoding="utf-8").removesuffix("\n").removesuffix(LAST_LINE).split(f"[[{key}]]")
            )
            copies = [renamed(row, key, copy) for copy in range(times) for row in rows]
            path.write_text(head + "".join(f"[[{key}]]{row}" for row in copies) + f"\n{LAST_LINE}\n", encoding="utf-8")
    return folder


GROWING = {
    "tiers.toml": ("tier_row", 47),
    "quiz/*_*.toml": ("item", 18),
    "glossary.toml": ("word", 110),
    "terms.toml": ("term", 110),
    "indications.toml": ("indication", 110),
    "references.toml": ("reference", 3),
}
"""Files, the table that grows in each, and how many times it is there; no file grows beyond what may be read."""


def renamed(row: str, key: str, copy: int) -> str:
    """A record under an id of its own; a few ids meet or do not fit, and are reported."""
    if not copy:
        return row
    begin = row.index('id = "') + 6
    end = row.index('"', begin)
    old = row[begin:end]
    if key == "reference":
        new = f"{old[0]}{(int(old[1:]) + 33 * copy) % 100:02d}"
    else:
        new = f"{old}{copy}" if key == "item" else f"{old}-{chr(97 + copy // 26)}{chr(97 + copy % 26)}"
    return row[:begin] + new + row[end:]


def opening() -> Iterator[Figure]:
    """Opening a lesson until its words show and until it is live, beside an empty notebook in plain JupyterLab."""
    from playwright.sync_api import sync_playwright

    from tests.bench.lab import Lab, PlainLab, learners_browser
    from tests.bench.opening import LESSONS, first_seconds, second_seconds

    with sync_playwright() as playwright, Lab(ROOT) as course, PlainLab(ROOT) as plain:
        browser = learners_browser(playwright)
        if browser is None:
            print("Opening a lesson: no Chromium or Chrome was found, so this was not measured.")
            return
        for lesson, limit in LESSONS.items():
            taken = first_seconds(browser, course, plain, lesson)
            figures = (
                (f"words of {lesson[:2]} in sight", taken.words, 1.1),
                (f"first screen of {lesson[:2]} whole", taken.screen, None),
                (f"{lesson[:2]} live", taken.live, limit),
            )
            for name, seconds, most in figures:
                detail = f"{seconds:.2f} s / {taken.empty:.2f} s, median of ten"
                yield Figure(f"{name} / empty notebook", seconds / taken.empty, most, detail)
        again = second_seconds(browser, course, plain, new_kernels=False)
        for lab in (course, plain):
            lab.end_kernels()
        second = second_seconds(browser, course, plain, new_kernels=True)
    # What is live had an answer of a kernel, so it stands beside a notebook that had one; the first screen needs none.
    for name, ours, peer, most in (
        ("second lesson live / second kernel idle", second.live, second.idle, 2.5 / 1.5),
        ("the same, in kernels that run already", again.live, again.idle, 2.5 / 1.5),
        ("second lesson live / second notebook's cell", second.live, second.cell, None),
        ("second first screen / second notebook's cell", second.screen, second.cell, None),
    ):
        yield Figure(name, ours / peer, most, f"{ours:.2f} s / {peer:.2f} s, median of ten")


def answers() -> Iterator[Figure]:
    """From the press of the answer button to the painted explanation, beside ipyquizjb and jupyterquiz."""
    from playwright.sync_api import sync_playwright

    from tests.bench.answers import milliseconds
    from tests.bench.lab import Lab

    with sync_playwright() as playwright, Lab(ROOT) as lab:
        browser = lab.browser(playwright)
        if browser is None:
            print("Checking an answer: no Chromium or Chrome was found, so this was not measured.")
            return
        taken = milliseconds(lab, browser)
    middle = {name: statistics.median(times) for name, times in taken.items()}
    slow = {name: statistics.quantiles(times, n=20)[-1] for name, times in taken.items()}
    said = ", ".join(f"{name} {middle[name]:.0f} / {slow[name]:.0f} ms" for name in taken)
    detail = f"median / p95: {said}; {len(taken['course'])} presses each"
    yield Figure("answer explained: p95 / 80 ms", slow["course"] / 80, 1, detail)
    for peer, limit in (("ipyquizjb", 1.0), ("jupyterquiz", 1.7)):
        yield Figure(f"answer explained: median / {peer}", middle["course"] / middle[peer], limit, detail)
    yield Figure("answer explained: p95 / ipyquizjb", slow["course"] / slow["ipyquizjb"], 1.0, detail)


def boundaries() -> Iterator[Figure]:
    """How late a step of a routine ends, beside ``ipywidgets.Play`` and a loop in the kernel."""
    from playwright.sync_api import sync_playwright

    from tests.bench.boundaries import add_notebook, runs
    from tests.bench.lab import Lab

    with sync_playwright() as playwright, Lab(ROOT) as lab:
        browser = lab.browser(playwright)
        if browser is None:
            print("Boundaries of a routine: no Chromium or Chrome was found, so this was not measured.")
            return
        add_notebook(lab)
        found = runs(lab, browser)
    for name in ("idle", "busy"):
        late = found[name].late
        slow = {who: statistics.quantiles(times, n=20)[-1] for who, times in late.items()}
        said = "; ".join(
            f"{who} {statistics.mean(times):.0f} / {slow[who]:.0f} / {max(times):.0f} ms, drift "
            f"{times[-1] - times[0]:+.0f} ms, {len(times)} seen"
            for who, times in late.items()
        )
        yield Figure(f"boundary, kernel {name}: p95 / 50 ms", slow["player"] / 50, 1, f"mean / p95 / max: {said}")
        yield Figure(f"boundary, kernel {name}: max / 150 ms", max(late["player"]) / 150, 1, "T2")
        drift = abs(late["player"][-1] - late["player"][0])
        yield Figure(f"boundary, kernel {name}: drift / 100 ms", drift / 100, 1, "last boundary against the first, T1")
        for peer in ("play", "loop"):
            yield Figure(f"boundary, kernel {name}: max / {peer}", max(late["player"]) / max(late[peer]), None, "")
    loaded = found["loaded"].late["player"]
    yield Figure("boundary, page busy 30 %: max / 250 ms", max(loaded) / 250, 1, f"{len(loaded)} seen, T3")
    frames = statistics.quantiles(found["idle"].frames, n=20)[-1]
    yield Figure("frame of a running routine: p95 / 20 ms", frames / 20, 1, f"{frames:.1f} ms, all three in the page")
    yield Figure(
        "stop pressed until its card is painted / 100 ms", found["stop"] / 100, 1, f"{found['stop']:.0f} ms, T14"
    )


def full_record() -> Iterator[Figure]:
    """Lesson 08 over a record of 100,000 events and over an empty one, in seconds; and one write, in milliseconds."""
    from tests.bench.record import EVENTS, median_write, seconds_to_open

    (full, worked), (empty, less) = seconds_to_open(EVENTS), seconds_to_open(0)
    detail = f"{worked:.3f} s of the processor; with an empty record {empty:.3f} s, {less:.3f} s of the processor"
    yield Figure(f"seconds to open lesson 08 at {EVENTS:,} events", full, 1.0, detail)
    yield Figure("milliseconds of one write, median", median_write() * 1000, 10.0, f"at {EVENTS:,} events")


def searching() -> Iterator[Figure]:
    """The search trainer: a frame while somebody draws, the result over the trail's length, an hour in memory."""
    from playwright.sync_api import sync_playwright

    from tests.bench import searching as trainer
    from tests.bench.lab import installed_browser

    five, hour = trainer.seconds_to_answer(5), trainer.seconds_to_answer(60)
    over = ", ".join(
        f"{minutes} min {trainer.seconds_to_answer(minutes) * 1000:.0f} ms" for minutes in (1, 2.5, 10, 30)
    )
    yield Figure(
        "milliseconds to judge a trail of five minutes", five * 1000, 150, f"{over}, 60 min {hour * 1000:.0f} ms"
    )
    yield Figure("judging: growth of time / of the trail", hour / five / 12, 1.2, "an hour over five minutes")
    yield Figure("MB in Python for a trail of an hour", trainer.peak_megabytes(60), 64, "at its peak")
    with sync_playwright() as playwright:
        browser = installed_browser(playwright, "--js-flags=--expose-gc", "--enable-precise-memory-info")
        if browser is None:
            print("Drawing a trail: no Chromium or Chrome was found, so this was not measured.")
            return
        drawing, empty = trainer.frame_times(browser)
        kept = trainer.an_hour_on_the_page(browser)
        browser.close()
    detail = f"median {statistics.median(drawing):.1f} ms; an empty page: p95 {trainer.p95(empty):.1f} ms"
    yield Figure("milliseconds of a frame while drawing, p95", trainer.p95(drawing), 20, detail)
    detail = f"{kept['samples']:.0f} samples, {kept['told'] / 2**20:.1f} MB when they are sent"
    yield Figure("MB in the page for a trail of an hour", kept["bytes"] / 2**20, 16, detail)


MEASUREMENTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "imports": imports,
    "memory": kernel_memory,
    "opening": opening,
    "answers": answers,
    "boundaries": boundaries,
    "nbval": nbval,
    "check": checking,
    "record": full_record,
    "searching": searching,
}

if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
