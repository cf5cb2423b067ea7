"""Taking a quiz: what the learner asked for, and what became of it.

Everything that counts is in the record, and is read from it for every request. So a reload, a restarted kernel and
a second notebook all meet the same round at the same question. A press reads and writes in one transaction: nobody
else's press comes between the look and the change.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from course_helpers.knowledge.questions import Question
from course_helpers.knowledge.quizzes import QuizPlan
from course_helpers.quiz.grading import ResponseRefused, grade
from course_helpers.quiz.option_order import from_page
from course_helpers.quiz.sampling import draw, draw_retry
from course_helpers.quiz.snapshot import FIRST_SEED, Snapshot, State
from course_helpers.record import History, HistoryChange, Notice, Record, StoredAnswer, changing, history, open_record

RequestKind = Literal["begin", "submit", "next", "stop", "continue", "retry"]
Result = Literal["done", "not_answered", "moved_on", "refused"]
KINDS: tuple[RequestKind, ...] = ("begin", "submit", "next", "stop", "continue", "retry")
LEVELS = (1, 2, 3)


@dataclass(frozen=True)
class Request:
    """One press of the learner, with the round and the question that were on the page."""

    id: str
    kind: RequestKind
    round: int
    position: int
    answer: tuple[tuple[int, ...], ...] = ()
    """Places on the page, part by part."""
    confidence: int | None = None


class Session:
    """One quiz, or one check question inside a lesson."""

    def __init__(
        self,
        name: str,
        bank: Mapping[str, Question],
        record: Record | None,
        new_seed: Callable[[], int],
        plan: QuizPlan | None = None,
    ) -> None:
        """Name the quiz as the record knows it; without a plan the bank is one check question, asked at once.

        Without a record it is that of whoever is learning at each press: two people may share a computer.
        """
        self.name = name
        self.plan = plan
        self._bank = bank
        self._given = record
        self._new_seed = new_seed

    @property
    def _record(self) -> Record:
        return self._given or open_record()

    def snapshot(self) -> Snapshot:
        """The quiz as the record has it now.

        Raises:
            NotStored: if the record cannot be read now.
        """
        record = self._record
        return self._with(history(record, self.name), record.notices)

    def act(self, request: Request) -> tuple[Result, Snapshot]:
        """Do what the learner asked for; what does not fit the current question changes nothing.

        Returns:
            What became of it, and the quiz as it is afterwards.

        Raises:
            NotStored: if the record cannot be written now; then nothing has changed.
        """
        record = self._record
        with changing(record, self.name) as change:
            result = self._act(change, request)
            return result, self._with(change.history, record.notices)

    def _with(self, known: History, notices: Iterable[Notice] = ()) -> Snapshot:
        return Snapshot(self.name, self._bank, self.plan, known, tuple(notices))

    def _act(self, change: HistoryChange, request: Request) -> Result:
        before = self._with(change.history)
        if request.kind == "submit" and before.was_brought_by(request.id):
            return "done"
        if (request.round, request.position) != (before.state.number, before.state.position):
            return "moved_on"
        if request.kind == "submit":
            return self._submit(change, before.state, request)
        return self._steps()[request.kind](change, before)

    def _steps(self) -> dict[RequestKind, Callable[[HistoryChange, Snapshot], Result]]:
        return {
            "begin": self._begin,
            "retry": self._retry,
            "next": self._next,
            "stop": self._stop,
            "continue": self._continue,
        }

    def _begin(self, change: HistoryChange, before: Snapshot) -> Result:
        """A new round: of a quiz from its first or last page, of a check question once it was answered."""
        state = before.state
        if state.screen == "question" and (self.plan or state.answer is None):
            return "refused"
        first = state.round is None
        seed = FIRST_SEED if first and not self.plan else self._new_seed()
        drawn = self._draw(before, seed, twins=first)
        change.begin_round(state.number + 1, "first" if first else "new", seed, drawn)
        return "done"

    def _draw(self, before: Snapshot, seed: int, *, twins: bool) -> tuple[str, ...]:
        if not self.plan:
            return tuple(self._bank)
        return draw(self.plan, before.items, seed, before.asked, twins=twins)

    def _retry(self, change: HistoryChange, before: Snapshot) -> Result:
        state = before.state
        if state.screen != "summary" or not before.missed or not state.round:
            return "refused"
        seed = self._new_seed()
        drawn = draw_retry(before.missed, before.items, seed, before.asked)
        change.begin_round(state.round.number + 1, "retry", seed, drawn)
        return "done"

    def _submit(self, change: HistoryChange, state: State, request: Request) -> Result:
        if state.screen != "question" or state.question is None or state.answer is not None:
            return "refused"
        if request.confidence is not None and request.confidence not in LEVELS:
            return "refused"
        try:
            chosen = from_page(state.shown, request.answer)
            verdict = grade(state.question, chosen).verdict
        except ResponseRefused:
            return "refused"
        if verdict == "not_answered":
            return "not_answered"
        if not state.round:
            change.begin_round(state.number, "first", FIRST_SEED, tuple(self._bank))
        change.store_answer(
            StoredAnswer(
                self.name,
                state.number,
                state.position,
                state.question.id,
                chosen,
                verdict == "right",
                request.confidence,
                request.id,
            )
        )
        if self.plan and self.plan.until_right and verdict != "right":
            self._ask_another(change, state.question.id)
        return "done"

    def _ask_another(self, change: HistoryChange, missed: str) -> None:
        """The next question is another one on the point just missed."""
        now = self._with(change.history)
        for item in draw_retry([missed], now.items, self._new_seed(), now.asked, alone=True):
            change.ask_next(now.state.number, now.state.position, item)

    def _next(self, change: HistoryChange, before: Snapshot) -> Result:
        state = before.state
        if state.screen != "question" or state.answer is None or not state.round:
            return "refused"
        position = state.round.position + 1
        change.move(state.round.number, position, ended=position >= len(state.round.items))
        return "done"

    def _stop(self, change: HistoryChange, before: Snapshot) -> Result:
        """Stop early; what was answered stays, and the next unanswered question waits."""
        state = before.state
        if state.screen != "question" or not state.round:
            return "refused"
        position = state.round.position + (state.answer is not None)
        change.move(state.round.number, position, ended=True)
        return "done"

    def _continue(self, change: HistoryChange, before: Snapshot) -> Result:
        """Go on with a round that was stopped early."""
        state = before.state
        if state.screen != "summary" or not state.round or state.round.position >= len(state.round.items):
            return "refused"
        change.move(state.round.number, state.round.position, ended=False)
        return "done"


def request_from(content: object) -> Request | None:
    """A message of the page as a request; None if it is none."""
    if not isinstance(content, dict):
        return None
    fields = cast("dict[str, object]", content)
    name, kind, number, position = (fields.get(key) for key in ("id", "kind", "round", "position"))
    if not isinstance(name, str) or not name or kind not in KINDS:
        return None
    if not _is_count(number) or not _is_count(position):
        return None
    answer, confidence = fields.get("answer", ()), fields.get("confidence")
    if not isinstance(answer, Sequence) or not all(isinstance(part, Sequence) for part in answer):
        return None
    if confidence is not None and not _is_count(confidence):
        return None
    parts = tuple(tuple(part) for part in answer)
    return Request(name, kind, cast("int", number), cast("int", position), parts, cast("int | None", confidence))


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
