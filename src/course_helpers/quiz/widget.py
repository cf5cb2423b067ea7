"""The panels: a quiz, one check question, the warm-up."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from course_helpers.document import Document
from course_helpers.knowledge import load
from course_helpers.panel import Act, View, ViewPanel, script, styles
from course_helpers.quiz.bank import check_session, quiz_session
from course_helpers.quiz.fallback import check_document, warm_up_document
from course_helpers.quiz.opening import after_round
from course_helpers.quiz.session import KINDS, Result, Session, request_from
from course_helpers.quiz.snapshot import Snapshot
from course_helpers.quiz.view_model import page, quiz_size
from course_helpers.quiz.warm_up import store_guess, warm_up_page
from course_helpers.record import Notice, NotStored, open_record

HERE = Path(__file__).parent
SAID: dict[Result, str] = {"done": "", "not_answered": "not_answered", "moved_on": "moved_on"}
"""The word of the quiz for each result of a request; the page itself tells what was done."""


def in_words(notices: Iterable[Notice]) -> list[str]:
    """What the learner has to know about the record."""
    words = load().strings.record
    return [words.of(notice) for notice in notices]


class _SessionPanel(ViewPanel):
    """One session on the page."""

    word_groups = ("quiz",)
    _esm = script(HERE / "widget.js")
    _css = styles(HERE / "widget.css")

    def __init__(self, session: Session) -> None:
        self._session = session
        super().__init__()

    def page(self) -> View:
        """The page as it stands; holds no key and no explanation before the answer is checked."""
        return self._page(self._session.snapshot())

    def _show(self, snapshot: Snapshot) -> None:
        self.set_trait("view", self._page(snapshot))

    def _page(self, snapshot: Snapshot) -> View:
        return page(snapshot, in_words(snapshot.notices))

    def acts(self) -> dict[str, Act]:
        """Every press of the learner is the session's."""
        return dict.fromkeys(KINDS, self._press)

    def _press(self, content: dict[str, Any]) -> str:
        """Hand a press to the session and show what became of it."""
        words = load().strings.quiz
        request = request_from(content)
        if request is None:
            return load().strings.panel.refused
        try:
            result, after = self._session.act(request)
        except NotStored:
            return words.not_stored
        self._show(after)
        if result == "refused":
            return load().strings.panel.refused
        return words.of(self._word_for(result)) if SAID[result] else ""

    def _word_for(self, result: Result) -> str:
        """An order is given by moving steps, so that is what an untouched one asks for."""
        untouched_order = result == "not_answered" and self.view.get("kind") == "order"
        return "not_answered_order" if untouched_order else SAID[result]


class QuizPanel(_SessionPanel):
    """A whole quiz."""

    def __init__(self, quiz_id: str) -> None:
        self._quiz_id = quiz_id
        super().__init__(quiz_session(quiz_id))

    def _page(self, snapshot: Snapshot) -> View:
        """The last page says whether the practice is open, and leads on."""
        shown = super()._page(snapshot)
        if snapshot.state.screen != "summary":
            return shown
        return shown | after_round(load().quizzes[self._quiz_id], shown["mastery"])

    def __repr__(self) -> str:
        words, size = load().strings.quiz, quiz_size(self._quiz_id)
        name = words.short_name_safety if size["critical"] else words.short_name
        return name.format(title=load().quizzes[self._quiz_id].title, **size)


class CheckPanel(_SessionPanel):
    """One question inside a lesson. What the notebook stores is the question alone, without its key."""

    def __init__(self, check_id: str) -> None:
        self._check_id = check_id
        super().__init__(check_session(check_id))

    def fallback(self) -> Document:
        """The question alone."""
        return check_document(self._check_id)


class WarmUpPanel(ViewPanel):
    """The six questions before the lessons: unscored, without answers."""

    word_groups = ("quiz",)
    _esm = script(HERE / "warm_up.js")
    _css = styles(HERE / "widget.css")

    def page(self) -> View:
        """What the record holds now."""
        record = open_record()
        return warm_up_page(record.warm_up_answers(), in_words(record.notices))

    def acts(self) -> dict[str, Act]:
        """Store one guess."""
        return {"guess": self._guess}

    def _guess(self, content: dict[str, Any]) -> str:
        words = load().strings.quiz
        try:
            stored = store_guess(open_record(), content.get("question"), content.get("chosen"))
        except NotStored:
            return words.not_stored
        self.refresh()
        return words.warm_up_stored if stored else load().strings.panel.refused

    def fallback(self) -> Document:
        """The six questions."""
        return warm_up_document()
