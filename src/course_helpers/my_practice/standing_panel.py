"""The map of lesson 00 with its marks, and where the learner stands in lesson 08."""

from pathlib import Path
from typing import Literal

from course_helpers.document import Document
from course_helpers.knowledge import load
from course_helpers.lesson.pages import course_map
from course_helpers.my_practice.standing import map_page, map_without_record, standing_page
from course_helpers.panel import View, ViewPanel, script, styles
from course_helpers.record import NotStored, open_record

HERE = Path(__file__).parent


class StandingPanel(ViewPanel):
    """Every lesson with its mark, and a link to where the learner left."""

    word_groups = ("standing",)
    short_name = "standing"
    _esm = script(HERE / "standing.js")
    _css = styles(HERE / "my_practice.css")

    def __init__(self, part: Literal["map", "all"]) -> None:
        self._part = part
        super().__init__()

    @classmethod
    def borrowed_words(cls) -> dict[str, str]:
        """The heads of the map."""
        words = load().strings.lesson
        return {"map_lesson": words.map_lesson, "map_minutes": words.map_minutes, "map_for": words.map_for}

    def page(self) -> View:
        """What the record holds now."""
        try:
            found = map_page(open_record()) if self._part == "map" else standing_page(open_record())
        except NotStored:
            return map_without_record() | {"trouble": load().strings.standing.not_now}
        return found | {"trouble": ""}

    def fallback(self) -> Document | None:
        """The map as it is for everybody."""
        return course_map() if self._part == "map" else None
