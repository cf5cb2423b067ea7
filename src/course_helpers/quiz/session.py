"""Taking a quiz: what the learner asked for, what became of it, and where the quiz stands now.

Everything that counts is in the record, and is read from it for every request. So a reload, a restarted kernel and
a second notebook all meet the same round at the same question.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from course_helpers.knowledge.questions import Question
from course_helpers.knowledge.quizzes import Item, QuizPlan
from course_helpers.quiz.drawing import draw, draw_retry
from course_helpers.quiz.grading import AnswerRefused, Grade, grade
from course_helpers.quiz.layout import Layout, from_page, layout
from course_helpers.quiz.mastery import Answered, RoundResult, Standing, missed_first_what_was_sure, standing
from course_helpers.record import Answer, Record, Round

Screen = Literal["start", "question", "summary"]
RequestKind = Literal["begin", "check", "next", "stop", "continue", "retry"]
Result = Literal["done", "not_answered", "moved_on", "refused"]
KINDS: tuple[RequestKind, ...] = ("begin", "check", "next", "stop", "continue", "retry")
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


@dataclass(frozen=True)
class State:
    """Where a quiz stands."""

    screen: Screen
    round: Round | None
    question: Question | None = None
    shown: Layout = ()
    answer: Answer | None = None
    """The checked answer to the question on the page; None while it is still asked."""
    grade: Grade | None = None
    changed: bool = False
    """True if the last round asks for items that the course no longer has."""

    @property
    def number(self) -> int:
        """The round on the page: 0 before a quiz was begun; a check is in its first round from the start."""
        if self.round:
            return self.round.number
        return 1 if self.screen == "question" else 0

    @property
    def position(self) -> int:
        """The question on the page, counted from 0."""
        return self.round.position if self.round else 0


class Session:
    """One quiz, or one check question inside a lesson."""

    def __init__(
        self,
        name: str,
        bank: Mapping[str, Question],
        record: Record,
        new_seed: Callable[[], int],
        plan: QuizPlan | None = None,
    ) -> None:
        """Name the quiz as the record knows it; without a plan the bank is one check, asked at once."""
        self.name = name
        self.plan = plan
        self._bank = bank
        self._record = record
        self._new_seed = new_seed

    def state(self) -> State:
        """Where the quiz stands now."""
        rounds = self._record.rounds(self.name)
        if not rounds:
            return self._before_the_first()
        current = rounds[-1]
        if any(item not in self._bank for item in current.items) and not current.ended:
            return State("start", current, changed=True)
        if current.ended or current.position >= len(current.items):
            return State("summary", current)
        return self._asking(current)

    def act(self, request: Request) -> Result:
        """Do what the learner asked for; what does not fit the current question changes nothing.

        Raises:
            NotStored: if the record cannot be written now; then nothing has changed.
        """
        state = self.state()
        if self._answered_before(request):
            return "done"
        if (request.round, request.position) != (state.number, state.position):
            return "moved_on"
        if request.kind == "check":
            return self._check(state, request)
        return self._steps()[request.kind](state)

    def _steps(self) -> dict[RequestKind, Callable[[State], Result]]:
        return {
            "begin": self._begin,
            "retry": self._retry,
            "next": self._next,
            "stop": self._stop,
            "continue": self._continue,
        }

    # Looking back

    def answers(self) -> list[Answered]:
        """All answers of this quiz to items that the course still has, oldest first."""
        return [self._answered(answer) for answer in self._record.answers(self.name) if answer.item in self._bank]

    def answers_of(self, number: int) -> list[Answered]:
        """The answers of one round."""
        answers = self._record.answers(self.name)
        return [self._answered(a) for a in answers if a.round == number and a.item in self._bank]

    def question(self, item: str) -> Question:
        """A question of this quiz by its id."""
        return self._bank[item]

    def warm_up_answers(self) -> dict[str, int]:
        """The first guesses made before the lessons."""
        return self._record.warm_up_answers()

    def first_answers(self) -> list[Answered]:
        """The answers of the very first round, for the count before and after."""
        return self.answers_of(1)

    def standing(self) -> Standing:
        """Where the learner stands on each objective of this quiz."""
        return standing(self.objectives(), self._results())

    def objectives(self) -> tuple[str, ...]:
        """The objectives of this quiz in the order of its plan."""
        return tuple(entry.objective for part in self.plan.parts for entry in part.draws) if self.plan else ()

    def missed(self) -> list[str]:
        """Items answered wrong on objectives that are still missed; "sure and wrong" comes first."""
        status = self.standing().status
        latest: dict[str, list[Answered]] = {}
        for result in self._results():
            for objective in {answer.objective for answer in result.answers}:
                of_round = [answer for answer in result.answers if answer.objective == objective]
                if any(not answer.right for answer in of_round):
                    latest[objective] = of_round
        wrong = [a for objective in self.objectives() if status[objective] == "missed" for a in latest[objective]]
        return missed_first_what_was_sure(wrong)

    # Inside

    def _before_the_first(self) -> State:
        if self.plan:
            return State("start", None)
        return self._asking(None)

    def _asking(self, current: Round | None) -> State:
        if current is None:
            question = next(iter(self._bank.values()))
            return State("question", None, question, layout(question, FIRST_SEED))
        question = self._bank[current.items[current.position]]
        here = (current.number, current.position)
        answer = next((a for a in self._record.answers(self.name) if (a.round, a.position) == here), None)
        shown = layout(question, current.seed)
        if answer is None:
            return State("question", current, question, shown)
        graded = _grade_again(question, answer)
        if graded is None:
            return State("start", current, changed=True)
        return State("question", current, question, shown, answer, graded)

    def _answered_before(self, request: Request) -> bool:
        """A message that came twice is no second answer."""
        return request.kind == "check" and any(a.request == request.id for a in self._record.answers(self.name))

    def _begin(self, state: State) -> Result:
        """A new round: of a quiz from its first or last page, of a check once it was answered."""
        if state.screen == "question" and (self.plan or state.answer is None):
            return "refused"
        first = state.round is None
        seed = FIRST_SEED if first and not self.plan else self._new_seed()
        drawn = self._draw(seed, twins=first)
        self._record.begin_round(self.name, state.number + 1, "first" if first else "new", seed, drawn)
        return "done"

    def _draw(self, seed: int, *, twins: bool) -> tuple[str, ...]:
        if not self.plan:
            return tuple(self._bank)
        return draw(self.plan, self._items(), seed, self._asked(), twins=twins)

    def _retry(self, state: State) -> Result:
        missed = self.missed()
        if state.screen != "summary" or not missed or not state.round:
            return "refused"
        seed = self._new_seed()
        drawn = draw_retry(missed, self._items(), seed, self._asked())
        self._record.begin_round(self.name, state.round.number + 1, "retry", seed, drawn)
        return "done"

    def _check(self, state: State, request: Request) -> Result:
        if state.screen != "question" or state.question is None or state.answer is not None:
            return "refused"
        if request.confidence is not None and request.confidence not in LEVELS:
            return "refused"
        try:
            chosen = from_page(state.shown, request.answer)
            verdict = grade(state.question, chosen)
        except AnswerRefused:
            return "refused"
        if verdict.verdict == "not_answered":
            return "not_answered"
        if not state.round:
            self._record.begin_round(self.name, state.number, "first", FIRST_SEED, tuple(self._bank))
        right = verdict.verdict == "right"
        self._record.store_answer(
            Answer(
                self.name,
                state.number,
                state.position,
                state.question.id,
                chosen,
                right,
                request.confidence,
                request.id,
            )
        )
        return "done"

    def _next(self, state: State) -> Result:
        if state.screen != "question" or state.answer is None or not state.round:
            return "refused"
        position = state.round.position + 1
        self._record.move(self.name, state.round.number, position, ended=position >= len(state.round.items))
        return "done"

    def _stop(self, state: State) -> Result:
        """Stop early; what was answered stays, and the next unanswered question waits."""
        if state.screen != "question" or not state.round:
            return "refused"
        position = state.round.position + (state.answer is not None)
        self._record.move(self.name, state.round.number, position, ended=True)
        return "done"

    def _continue(self, state: State) -> Result:
        """Go on with a round that was stopped early."""
        if state.screen != "summary" or not state.round or state.round.position >= len(state.round.items):
            return "refused"
        self._record.move(self.name, state.round.number, state.round.position, ended=False)
        return "done"

    def _items(self) -> list[Item]:
        return [entry for entry in self._bank.values() if isinstance(entry, Item)]

    def _asked(self) -> list[str]:
        """All items answered so far, oldest first; items drawn but never reached count as new."""
        return [answer.item for answer in self._record.answers(self.name)]

    def _answered(self, answer: Answer) -> Answered:
        return Answered(answer.item, self._objective(answer.item), answer.right, answer.confidence)

    def _objective(self, item: str) -> str:
        question = self._bank[item]
        return question.objective if isinstance(question, Item) else question.id

    def _results(self) -> Iterable[RoundResult]:
        answers = self._record.answers(self.name)
        for current in self._record.rounds(self.name):
            known = [item for item in current.items if item in self._bank]
            asked: dict[str, int] = {}
            for item in known:
                asked[self._objective(item)] = asked.get(self._objective(item), 0) + 1
            given = tuple(self._answered(a) for a in answers if a.round == current.number and a.item in self._bank)
            yield RoundResult(asked, given)


FIRST_SEED = 1
"""Seed of a check's first asking: the stored text of the lesson shows the options in the same order."""


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


def _grade_again(question: Question, answer: Answer) -> Grade | None:
    """The grade of a stored answer; None if the question has changed so much that it no longer fits."""
    try:
        return grade(question, answer.chosen)
    except AnswerRefused:
        return None
