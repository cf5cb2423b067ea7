"""The panel of the certificate: what is still open for it, or a field for the name and two buttons."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from course_helpers.knowledge import load
from course_helpers.lesson.section_links import section_place
from course_helpers.my_practice.certificate import Form, SheetNameRefused, Standing, sheet, standing
from course_helpers.my_practice.files import file_message
from course_helpers.my_practice.reminder_panel import note_export
from course_helpers.panel import Act, View, ViewPanel, script, styles
from course_helpers.quiz.schedule import day_of
from course_helpers.record import NotStored, open_record

HERE = Path(__file__).parent
MEDIA_TYPES = {"pdf": "application/pdf", "png": "image/png"}
FULL_QUIZ = "5.2a"


class CertificatePanel(ViewPanel):
    """The name is typed each time, goes on the sheet, and is kept nowhere."""

    word_groups = ("certificate",)
    short_name = "certificate"
    _esm = script(HERE / "certificate.js")
    _css = styles(HERE / "my_practice.css")

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        super().__init__()

    def page(self) -> View:
        """What the record holds now."""
        words = load().strings.certificate
        try:
            found = standing(open_record())
        except NotStored:
            return {"complete": False, "told": words.not_made, "missing": []}
        told = words.ready if found.complete else words.not_yet
        return {"complete": found.complete, "told": told, "missing": _missing(found)}

    def acts(self) -> dict[str, Act]:
        """Make the sheet."""
        return {"make": self._make}

    def _make(self, content: dict[str, Any]) -> str:
        words, form = load().strings.certificate, content.get("form")
        if form not in MEDIA_TYPES:
            return load().strings.panel.refused
        try:
            found = standing(open_record())
        except NotStored:
            return words.not_made
        self.refresh()
        if not found.complete:
            return words.not_yet
        try:
            made = sheet(cast("Form", form), str(content.get("name", "")), found, day_of(self._now()))
        except SheetNameRefused as refused:
            return words.of(refused.word).format(**refused.told)
        self.say(file_message(f"{words.file}.{form}", MEDIA_TYPES[str(form)], made))
        note_export(open_record(), "certificate")
        return words.made


def _missing(found: Standing) -> list[dict[str, str]]:
    """What is still open, each with the way to it."""
    words, lessons = load().strings.certificate, load().lessons
    doors = [
        {
            "text": words.lesson_open.format(lesson=name, title=lessons[name].title),
            "lesson": lessons[name].notebook,
            "heading": "",
        }
        for name in found.lessons_missing
    ]
    if found.safety_missing:
        doors.append(section_place(FULL_QUIZ) | {"text": words.safety_open.format(number=found.safety_missing)})
    return doors
