"""The panel for the screen in front. It opens no record: a room's answers are nobody's."""

from pathlib import Path
from typing import Any, get_args

from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import Item
from course_helpers.locale import localised
from course_helpers.panel import Act, View, ViewPanel, script, styles
from course_helpers.quiz.fallback import instruction_word
from course_helpers.quiz.on_paper import SEED
from course_helpers.quiz.option_order import layout
from course_helpers.workshop.projector.show import PRESSES, SetName, Show, begun, items_of, moved

HERE = Path(__file__).parent


class ProjectorPanel(ViewPanel):
    """One question at a time; its choices come on request, its key and reasons only when revealed."""

    word_groups = ("workshop",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    def __init__(self) -> None:
        self._show = Show()
        super().__init__()

    def __repr__(self) -> str:
        return load().strings.workshop.projector_short_name

    def page(self) -> View:
        """What is on the screen: no choice before it is shown, no key before it is revealed."""
        return screen(self._show)

    def acts(self) -> dict[str, Act]:
        """Begin a set, or go on in it."""
        return {"begin": self._begin} | dict.fromkeys(PRESSES, self._move)

    def _begin(self, content: dict[str, Any]) -> str:
        wanted = [name for name in get_args(SetName) if name == content.get("set")]
        return self._take(begun(items_of(wanted[0], load()))) if wanted else load().strings.panel.refused

    def _move(self, content: dict[str, Any]) -> str:
        return self._take(moved(self._show, content["kind"]))

    def _take(self, show: Show) -> str:
        """Show it; what the room has to know is the returned sentence."""
        words, before = load().strings.workshop, self._show.stage
        self._show = show
        self.refresh()
        changed = show.stage != before
        return words.of(f"projector_{show.stage}") if changed and show.stage != "asked" else ""


def screen(show: Show) -> dict[str, Any]:
    """What the browser gets."""
    if not show.items:
        return {"stage": "choice"}
    item = load().items[show.items[show.position]]
    words = load().strings
    counts = {"number": show.position + 1, "total": len(show.items)}
    return {
        "stage": show.stage,
        "progress": words.workshop.projector_progress.format(**counts),
        "first": show.position == 0,
        "last": show.position + 1 == len(show.items),
        "stem": localised(item.stem),
        "instruction": words.quiz.of(instruction_word(item)),
        "options": _options(item, show),
        "basis": localised(item.basis) if show.stage == "revealed" else "",
        "reread": f"{words.quiz.reread} {item.reread}" if show.stage == "revealed" else "",
    }


def _options(item: Item, show: Show) -> list[dict[str, Any]]:
    """The choices in the order of the quiz on paper, so that a room with both sees the same letters."""
    if show.stage == "asked":
        return []
    placed = [item.options[n] for n in layout(item, SEED)[0]]
    texts = [{"text": localised(option.text)} for option in placed]
    if show.stage == "shown":
        return texts
    return [
        text | {"right": option.right, "why": localised(option.why)} for text, option in zip(texts, placed, strict=True)
    ]
