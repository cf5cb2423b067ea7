"""A quiz at one moment: where it stands, what was answered, what is missed. Pure: the history is given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from course_helpers.knowledge.questions import Question
from course_helpers.knowledge.quizzes import Item, QuizPlan
from course_helpers.quiz.grading import Grade, ResponseRefused, grade
from course_helpers.quiz.mastery import GradedAnswer, RoundResult, Standing, missed_first_what_was_sure, standing
from course_helpers.quiz.option_order import Layout, layout
from course_helpers.record import History, Notice, Round, StoredAnswer

Screen = Literal["start", "question", "summary"]

FIRST_SEED = 1
"""Seed of a check's first asking: the stored text of the lesson shows the options in the same order."""


@dataclass(frozen=True)
class State:
    """Where a quiz stands."""

    screen: Screen
    round: Round | None
    question: Question | None = None
    shown: Layout = ()
    answer: StoredAnswer | None = None
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


@dataclass(frozen=True)
class Snapshot:
    """A quiz, or one check question inside a lesson, with its history. Everything else follows from these."""

    name: str
    bank: Mapping[str, Question]
    plan: QuizPlan | None
    """None for a check, which is asked at once."""
    history: History
    notices: tuple[Notice, ...] = ()
    """What there is to say about the record that it was read from."""

    @cached_property
    def state(self) -> State:
        """Where the quiz stands."""
        rounds = self.history.rounds
        if not rounds:
            return State("start", None) if self.plan else self._asking(None)
        current = rounds[-1]
        if any(item not in self.bank for item in current.items) and not current.ended:
            return State("start", current, changed=True)
        if current.ended or current.position >= len(current.items):
            return State("summary", current)
        return self._asking(current)

    @cached_property
    def standing(self) -> Standing:
        """Where the learner stands on each objective of this quiz."""
        return standing(self.objectives, self.results())

    @property
    def objectives(self) -> tuple[str, ...]:
        """The objectives of this quiz in the order of its plan."""
        return self.plan.objectives if self.plan else ()

    @property
    def items(self) -> list[Item]:
        """The items that can be drawn."""
        return [entry for entry in self.bank.values() if isinstance(entry, Item)]

    @property
    def asked(self) -> list[str]:
        """All items answered so far, oldest first; items drawn but never reached count as new."""
        return [answer.item for answer in self.history.answers]

    def answers(self, number: int | None = None) -> list[GradedAnswer]:
        """The answers of one round, or of all, to items that the course still has, oldest first."""
        return [
            self._answered(answer)
            for answer in self.history.answers
            if answer.item in self.bank and number in {None, answer.round}
        ]

    @cached_property
    def missed(self) -> list[str]:
        """Items answered wrong on objectives that are still missed; "sure and wrong" comes first."""
        status = self.standing.status
        latest: dict[str, list[GradedAnswer]] = {}
        for result in self.results():
            for objective in {answer.objective for answer in result.answers}:
                of_round = [answer for answer in result.answers if answer.objective == objective]
                if any(not answer.right for answer in of_round):
                    latest[objective] = of_round
        wrong = [a for objective in self.objectives if status[objective] == "missed" for a in latest[objective]]
        return missed_first_what_was_sure(wrong)

    def was_brought_by(self, request_id: str) -> bool:
        """Whether a message has brought an answer already: coming twice, it is no second one."""
        return any(answer.request == request_id for answer in self.history.answers)

    # Inside

    def _asking(self, current: Round | None) -> State:
        if current is None:
            question = next(iter(self.bank.values()))
            return State("question", None, question, layout(question, FIRST_SEED))
        question = self.bank[current.items[current.position]]
        here = (current.number, current.position)
        answer = next((a for a in self.history.answers if (a.round, a.position) == here), None)
        shown = layout(question, current.seed)
        if answer is None:
            return State("question", current, question, shown)
        graded = _grade_again(question, answer)
        if graded is None:
            return State("start", current, changed=True)
        return State("question", current, question, shown, answer, graded)

    def results(self) -> Iterable[RoundResult]:
        """What each round asked and what was answered in it, oldest first."""
        for current in self.history.rounds:
            asked: dict[str, int] = {}
            for objective in (self.objective_of(item) for item in current.items if item in self.bank):
                asked[objective] = asked.get(objective, 0) + 1
            answers = tuple(self.answers(current.number))
            if self.plan and self.plan.until_right:
                yield from (RoundResult({answer.objective: 1}, (answer,)) for answer in answers)
            else:
                yield RoundResult(asked, answers)

    def _answered(self, answer: StoredAnswer) -> GradedAnswer:
        return GradedAnswer(
            answer.item, self.objective_of(answer.item), answer.right, answer.confidence, answer.at, answer.place
        )

    def objective_of(self, item: str) -> str:
        """The point that an item asks about; a check is a point of its own."""
        question = self.bank[item]
        return question.objective if isinstance(question, Item) else question.id


def _grade_again(question: Question, answer: StoredAnswer) -> Grade | None:
    """The grade of a stored answer; None if the question has changed so much that it no longer fits."""
    try:
        return grade(question, answer.chosen)
    except ResponseRefused:
        return None
