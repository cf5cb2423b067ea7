"""What today's answers mean: a table in ``content/readiness.toml``, read strictly.

"Not sure" counts as yes, and an unanswered question is never a no. The result is one of four levels with its care
cards, the most urgent first. It is no diagnosis, no score and no probability.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from course_helpers.knowledge import load
from course_helpers.knowledge.base import Gate
from course_helpers.knowledge.readiness import ReadinessChoice, ReadinessLevel, ReadinessQuestion
from course_helpers.lesson.readiness import questions_of

Reply = Literal["yes", "no", "not-sure"]
REPLIES: tuple[Reply, ...] = ("yes", "no", "not-sure")


@dataclass(frozen=True)
class Given:
    """The answer to one question, with its second answer where there is one."""

    reply: Reply
    choice: str | None = None
    picks: frozenset[str] = frozenset()
    """Tier rows that were ticked."""


@dataclass(frozen=True)
class Assessment:
    """What a set of answers means."""

    level: ReadinessLevel | Literal["open"]
    """``open``: a question is still without an answer, and nothing so far asks for help or a pause."""
    cards: tuple[str, ...]
    """Care cards, the most urgent first."""
    rows: tuple[str, ...] = ()
    """Situations whose changes are said before Start."""
    unanswered: tuple[str, ...] = ()

    @property
    def may_start(self) -> bool:
        """True only if every question is answered and none speaks against it."""
        return self.level in {"go", "go-with-changes"} and not self.unanswered


@dataclass(frozen=True)
class _Finding:
    """What one question contributes."""

    level: ReadinessLevel
    card: str | None = None
    rows: tuple[str, ...] = ()
    open: bool = field(default=False)


_NOTHING = _Finding("go")
"""What a no contributes."""


def card_order() -> tuple[str, ...]:
    """Which card stands on top when several apply: they are written in the order of urgency, and loading checks it."""
    return tuple(load().care_cards)


def assess(gate: Gate, answers: Mapping[str, Given]) -> Assessment:
    """What these answers mean. Questions that are missing from ``answers`` count as unanswered."""
    questions = questions_of(gate)
    found = {q.id: _finding(q, answers[q.id]) for q in questions if q.id in answers}
    findings = [*found.values(), *_combined(answers)]
    unanswered = tuple(q.id for q in questions if q.id not in found or found[q.id].open)
    levels = {finding.level for finding in findings}
    cards = {finding.card for finding in findings if finding.card}
    level: ReadinessLevel | Literal["open"]
    if "help-now" in levels:
        level = "help-now"
    elif "not-today" in levels:
        level = "not-today"
    elif unanswered:
        level = "open"
    else:
        level = "go-with-changes" if "go-with-changes" in levels else "go"
    if level in {"go", "go-with-changes"}:
        cards.add("GO")
    rows = tuple(dict.fromkeys(row for finding in findings for row in finding.rows))
    return Assessment(level, tuple(sorted(cards, key=card_order().index)), rows, unanswered)


def _finding(question: ReadinessQuestion, given: Given) -> _Finding:
    if given.reply == "no":
        return _NOTHING
    if question.picks:
        return _picked(question, given)
    if not question.choices:
        return _Finding(question.outcome, question.card)
    for choice in question.choices:
        if choice.id == given.choice:
            return _chosen(choice)
    return _Finding(question.outcome, question.card, open=True)


def _chosen(choice: ReadinessChoice) -> _Finding:
    return _Finding(choice.outcome, choice.card, tuple(choice.rows))


def _picked(question: ReadinessQuestion, given: Given) -> _Finding:
    all_rows = tuple(pick.row for pick in question.picks)
    if given.reply == "not-sure":
        return _Finding(question.outcome, question.card, all_rows)
    picked = tuple(row for row in all_rows if row in given.picks)
    return _Finding(question.outcome, question.card, picked or all_rows, open=not picked)


def _combined(answers: Mapping[str, Given]) -> Iterator[_Finding]:
    for combination in load().readiness_combinations.values():
        first, second = answers.get(combination.question), answers.get(combination.with_question)
        if first is None or second is None or "no" in {first.reply, second.reply}:
            continue
        if first.choice not in combination.except_choices and second.choice in combination.with_choices:
            yield _Finding(combination.outcome, combination.card)


def answers_from(gate: Gate, content: object) -> dict[str, Given]:
    """Answers as a page sends them: ``{"relax-1": {"reply": "no"}, ...}``.

    Raises:
        ValueError: if anything in them is unknown. Nothing of the answers is repeated in the error.
    """
    questions = {question.id: question for question in questions_of(gate)}
    if not isinstance(content, dict) or not content.keys() <= questions.keys():
        raise ValueError("These are not answers to this check.")
    return {name: _given(questions[name], value) for name, value in content.items()}


def _given(question: ReadinessQuestion, value: Any) -> Given:
    fields = value if isinstance(value, dict) else {}
    reply, choice, picks = fields.get("reply"), fields.get("choice"), fields.get("picks")
    known = {entry.id for entry in question.choices}
    rows = {pick.row for pick in question.picks}
    ticked = picks if isinstance(picks, list) else []
    if reply not in REPLIES or (choice is not None and choice not in known) or not {*map(str, ticked)} <= rows:
        raise ValueError("An answer of this check is not one of its choices.")
    return Given(reply, choice, frozenset(ticked))
