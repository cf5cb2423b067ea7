"""What of a lesson a learner sees without opening anything: its main line, and how often it says the same again."""

import functools
from collections.abc import Iterator
from html.parser import HTMLParser

from course_helpers.authoring.notebooks import Notebook

NOT_FOR_LEARNERS = frozenset({"facilitator", "hint"})
"""Tags of cells that a learner does not see."""

RUN = 10
"""So many words in the same order, met again, are a repetition (a course choice)."""


def main_line(notebook: Notebook) -> list[str]:
    """The visible words of a lesson in their order, folds closed, facilitators' cells left out."""
    return [word for text in _texts(notebook) for word in visible(text)]


def _texts(notebook: Notebook) -> Iterator[str]:
    for cell in notebook.cells:
        if NOT_FOR_LEARNERS & set(cell.tags):
            continue
        if cell.kind == "markdown":
            yield cell.source
        for output in cell.outputs:
            data = output.get("data", {})
            yield "".join(data.get("text/html") or data.get("text/markdown") or "")


def visible(markup: str) -> list[str]:
    """The words of Markdown or HTML that stand outside closed folds."""
    return list(_visible(markup))


@functools.lru_cache(maxsize=4096)  # several rules ask it of the same cells
def _visible(markup: str) -> tuple[str, ...]:
    reader = _Reader()
    reader.feed(markup)
    return tuple(reader.words)


def repeated_share(words: list[str]) -> float:
    """The share (0-1) of words that lie in a run of ten which stood in the same lesson before."""
    plain = [word.strip(".,:;!?*_“”()|").lower() for word in words]
    seen: set[tuple[str, ...]] = set()
    repeated: set[int] = set()
    for start in range(len(plain) - RUN + 1):
        run = tuple(plain[start : start + RUN])
        if run in seen:
            repeated.update(range(start, start + RUN))
        seen.add(run)
    return len(repeated) / len(plain) if plain else 0.0


class _Reader(HTMLParser):
    """Collects the words outside closed folds; the summary of an outer fold is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open_folds: list[bool] = []
        self._summaries = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a fold, a summary or something that is never text."""
        if tag == "details":
            self._open_folds.append("open" in dict(attrs))
        self._summaries += tag == "summary"
        self._unseen += tag in {"style", "script"}

    def handle_endtag(self, tag: str) -> None:
        """Leave it again."""
        if tag == "details" and self._open_folds:
            self._open_folds.pop()
        self._summaries -= tag == "summary"
        self._unseen -= tag in {"style", "script"}

    def handle_data(self, data: str) -> None:
        """Take the words if they are seen."""
        if not self._unseen and (all(self._open_folds) or (self._summaries and all(self._open_folds[:-1]))):
            self.words += data.split()
