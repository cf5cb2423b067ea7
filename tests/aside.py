"""Runs what waits, in a thread of its own: where a browser test ran before, this one already has a loop that runs."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Given = TypeVar("Given")


def run_aside(work: Coroutine[Any, Any, Given]) -> Given:
    """What it gives back, or raises."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, work).result()
