"""What the search trainer costs: a frame while somebody draws, the result over a trail's length, an hour in memory."""

import json
import statistics
import time
import tracemalloc
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Browser

from course_helpers.explorers.search import SearchTrainer, chests, report
from course_helpers.explorers.search import __file__ as search_room
from course_helpers.explorers.search.trail import MOST_SAMPLES, trail_of
from course_helpers.knowledge import load
from tests.explorers.search.hands import Hand, drawn, strips
from tests.modules import module_of
from tests.quiz.stage import StageTab, put_on_stage

CHEST = "middle"
HAND = Hand(speed=120, tremble=0.4, sway=2, circle=9)
SPACING = 1.5
"""Millimetres between the samples that a page keeps."""
FRAMES = 600
WARM_UP = 60
EARLIER_MOVES = 18_000
"""Five minutes of moves that were drawn before."""
DRAWING = """async ([frames, warmUp, earlier]) => {
  const board = document.querySelector('.course-search-board');
  board?.scrollIntoView();
  const box = (board ?? document.body).getBoundingClientRect();
  let n = 0;
  const send = (type) => {
    const across = 0.5 + 0.3 * Math.sin(n / 211) + 0.03 * Math.cos(n / 3);
    const down = 0.5 + 0.38 * Math.sin(n / 97) + 0.03 * Math.sin(n / 3);
    const place = { clientX: box.left + across * box.width, clientY: box.top + down * box.height };
    n += 1;
    const given = { pointerId: 1, pointerType: 'mouse', bubbles: true, cancelable: true, ...place };
    board?.dispatchEvent(new PointerEvent(type, given));
  };
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  send('pointerdown');
  for (let move = 0; move < earlier; move += 1) send('pointermove');
  await frame();
  const times = [];
  for (let drawn = 0; drawn < frames + warmUp; drawn += 1) {
    // A mouse tells four places a frame, and a gaming mouse more.
    for (let move = 0; move < 4; move += 1) send('pointermove');
    times.push(await frame());
  }
  send('pointerup');
  return times.slice(warmUp).map((time, number, all) => time - (all[number - 1] ?? time)).slice(1);
}"""
HOUR = """async ([source, measures]) => {
  const { PadTrail } = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const held = () => { globalThis.gc?.(); return performance.memory.usedJSHeapSize; };
  const before = held();
  const trail = new PadTrail(measures);
  for (let n = 0; n < 60 * 60 * 60; n += 1) {
    const x = 90 + 80 * Math.sin(n / 800) + 9 * Math.cos(n / 6);
    trail.add((n * 1000) / 60, x, 120 + 140 * Math.sin(n / 2100) + 9 * Math.sin(n / 6), 1 + (Math.floor(n / 900) % 3));
  }
  return { bytes: held() - before, samples: trail.samples.length, told: JSON.stringify(trail.told()).length };
}"""


@cache
def told(minutes: float) -> dict[str, Any]:
    """What a page sends after so many minutes of strips with small circles, one whole search after the other."""
    dice, area = Random(20), chests.area_of(CHEST)
    samples: list[list[float]] = []
    circles: list[list[float]] = []
    begun, search = 0.0, 0
    while begun < minutes * 60:
        pressure = search % 3 + 1
        trail = drawn(strips(area, dice), HAND, dice, pressure)
        for t, x, y, pressed in trail.samples:
            last = samples[-1] if samples else None
            near = last and last[3] == pressed and abs(x - last[1]) + abs(y - last[2]) < SPACING
            if not near:
                samples.append([round(begun + t, 3), round(x, 1), round(y, 1), pressed])
            if len(samples) % 40 == 0:
                circles.append([round(x, 1), round(y, 1), pressure])
        begun, search = begun + trail.samples[-1].time, search + 1
    kept = [sample for sample in samples if sample[0] <= minutes * 60]
    thin = -(-len(kept) // MOST_SAMPLES)
    return {"samples": kept[::thin], "circles": circles[: len(kept) // 40]}


def seconds_to_answer(minutes: float, times: int = 9) -> float:
    """The least seconds of the processor, of some tries, from the message to everything that the page shows."""
    area, words, content = chests.area_of(CHEST), load().strings.search, told(minutes)
    taken = []
    for _ in range(times):
        begun = time.process_time()
        report.report(trail_of(content), area, "left", words)
        taken.append(time.process_time() - begun)
    return min(taken)


def peak_megabytes(minutes: float) -> float:
    """The most that Python holds at once while it answers, from the text of the message on."""
    area, words, text = chests.area_of(CHEST), load().strings.search, json.dumps(told(minutes))
    tracemalloc.start()
    report.report(trail_of(json.loads(text)), area, "left", words)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 2**20


def frame_times(browser: Browser) -> tuple[list[float], list[float]]:
    """Milliseconds between pictures while somebody draws, and on an empty page of the same browser."""
    tab = StageTab(browser, viewport={"width": 1000, "height": 900})
    put_on_stage(tab, SearchTrainer.current())
    drawing: list[float] = tab.page.evaluate(DRAWING, [FRAMES, WARM_UP, EARLIER_MOVES])
    tab.context.close()
    blank = browser.new_page(viewport={"width": 1000, "height": 900})
    empty: list[float] = blank.evaluate(DRAWING, [FRAMES, WARM_UP, 0])
    blank.close()
    return drawing, empty


def an_hour_on_the_page(browser: Browser) -> dict[str, float]:
    """What an hour of drawing holds in a page: bytes, samples, and characters of the question it would ask."""
    page = browser.new_page()
    source = module_of(Path(search_room).parent / "trail.js")
    found: dict[str, float] = page.evaluate(HOUR, [source, SearchTrainer.current().measures])
    page.close()
    return found


def p95(times: list[float]) -> float:
    """The time that 95 of 100 keep."""
    return statistics.quantiles(times, n=20)[-1]
