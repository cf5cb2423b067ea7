"""The panel of the record itself: a copy to save, a copy to bring in, who is learning, and where it is."""

import base64
import binascii
from pathlib import Path
from typing import Any

from course_helpers.knowledge import load
from course_helpers.my_practice.files import file_message
from course_helpers.panel import Act, View, ViewPanel, script, styles
from course_helpers.record import NotStored, open_record
from course_helpers.record.copies import CopyRefused, as_csv, as_json, copied, copy_from, take_in
from course_helpers.record.learners import NameRefused, add, learners, switch

HERE = Path(__file__).parent
LARGEST_ON_A_PAGE = 6 * 1024 * 1024
"""Bytes of a copy that a page may send; Jupyter's own limit for a message is 10 MB."""


class OwnRecordPanel(ViewPanel):
    """What the learner may do with the record, apart from erasing it."""

    word_groups = ("own_record",)
    short_name = "own_record"
    _esm = script(HERE / "own_record.js")
    _css = styles(HERE / "my_practice.css")

    def page(self) -> View:
        """Who may be learning here, and where the record is."""
        words, known, record = load().strings.own_record, learners(), open_record()
        people = [("", words.who_nameless), *known.names.items()]
        where = words.where_memory if record.in_memory else words.where_file.format(path=record.path)
        who = [{"key": key, "text": name, "now": key == known.current} for key, name in people]
        return {"who": who, "where": where}

    def acts(self) -> dict[str, Act]:
        """What may be pressed."""
        acts = {"save": self._save, "bring": self._bring, "add": self._add, "switch": self._switch}
        return {kind: self._showing(act) for kind, act in acts.items()}

    def _showing(self, act: Act) -> Act:
        """The same act, after which the page shows what came of it."""

        def shown(content: dict[str, Any]) -> str:
            try:
                said = act(content)
            except (NotStored, OSError):
                return load().strings.own_record.not_now
            self.refresh()
            return said

        return shown

    def _save(self, content: dict[str, Any]) -> str:
        words, copy = load().strings.own_record, copied(open_record())
        if content.get("form") == "csv":
            self.say(file_message(words.file_csv, "application/zip", as_csv(copy)))
        else:
            self.say(file_message(words.file_json, "application/json", as_json(copy)))
        return words.saved

    def _bring(self, content: dict[str, Any]) -> str:
        words = load().strings.own_record
        try:
            sent = base64.b64decode(str(content.get("file", "")), validate=True)
        except (binascii.Error, ValueError):
            return words.import_foreign
        if len(sent) > LARGEST_ON_A_PAGE:
            return words.import_large
        try:
            new = take_in(open_record(), copy_from(sent))
        except CopyRefused as refused:
            return words.of(refused.word)
        return words.import_done.format(number=new) if new else words.import_none

    def _add(self, content: dict[str, Any]) -> str:
        words = load().strings.own_record
        try:
            known = add(str(content.get("name", "")))
        except NameRefused as refused:
            return words.of(refused.word)
        return words.who_switched.format(name=known.names[known.current])

    def _switch(self, content: dict[str, Any]) -> str:
        words, known = load().strings.own_record, switch(str(content.get("key", "")))
        return words.who_switched.format(name=known.names.get(known.current, words.who_nameless))
