"""The panels of quizzes, checks and the warm-up: what reaches the browser, and when."""

import dataclasses
import json
import re
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.panel import Panel
from course_helpers.quiz import check_session, fallback, quiz_session
from course_helpers.quiz import warm_up as warm_up_module
from course_helpers.quiz import widget as widget_module
from course_helpers.quiz.fallback import check_document
from course_helpers.quiz.grading import choices, key
from course_helpers.quiz.option_order import to_page
from course_helpers.quiz.session import Request, Session
from course_helpers.quiz.short_way import ShortWayPanel
from course_helpers.quiz.view_model import page
from course_helpers.quiz.warm_up import warm_up_page
from course_helpers.quiz.widget import CheckPanel, QuizPanel, WarmUpPanel
from course_helpers.record import HistoryChange, NotStored, Record, open_record
from course_helpers.record.panel import StoredPanel
from tests.each import each
from tests.quiz.another_key import with_another_key

pytestmark = pytest.mark.usefixtures("own_record")

CHECKS = sorted(load().check_questions)
ITEMS = sorted(load().items)


def heard(panel: Panel, monkeypatch: pytest.MonkeyPatch, **content: Any) -> dict[str, Any]:
    """What the panel replies to one message of the page."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(panel, "send", sent.append)
    panel._hear(panel, {"id": f"id-{len(panel._answered)}-{content.get('kind')}", **content}, [])
    return sent[0] if sent else {}


def press(panel: Any, monkeypatch: pytest.MonkeyPatch, kind: str, **more: Any) -> dict[str, Any]:
    """A press on the page as it stands."""
    return heard(panel, monkeypatch, kind=kind, round=panel.view["round"], position=panel.view["position"], **more)


def reasons(question: Question) -> list[str]:
    """Everything that is told only after checking."""
    whys = [option.why for options in choices(question) for option in options]
    return [*whys, *(step.why for step in question.steps if step.why), *filter(None, [question.order_why])]


def session_of(question: Question) -> Session:
    return Session("check:any", {question.id: question}, Record(None), lambda: 5)


ASKED_FIELDS = {
    *("quiz", "screen", "round", "position", "notices", "draft", "progress", "part", "kind", "stem", "instruction"),
    *("hint", "figure", "one", "ask_confidence", "parts", "reread", "last", "feedback"),
}
"""All that the page of an unchecked question holds: a new field is looked at here before it reaches a browser."""
CHOICES = sorted(name for name, entry in (load().check_questions | load().items).items() if entry.kind != "order")


def any_question(name: str) -> Question:
    """A check or an item by its id."""
    checks: dict[str, Question] = dict(load().check_questions)
    return (checks | dict(load().items))[name]


@each("name", CHOICES)
def test_another_key_leaves_the_unchecked_page_as_it_is(name: str) -> None:
    """L1, S19: whatever is right, the page before checking is the same to the last letter."""
    question = any_question(name)
    other = with_another_key(question)
    assert key(other) != key(question)
    assert page(session_of(other).snapshot(), []) == page(session_of(question).snapshot(), [])


@each("name", [*CHECKS, *ITEMS])
def test_an_unchecked_page_has_these_fields_and_no_others(name: str) -> None:
    """L1: a list of what may be there finds what a search for words would miss."""
    view = page(session_of(any_question(name)).snapshot(), [])
    assert set(view) == ASKED_FIELDS
    for part in view["parts"]:
        assert set(part) == {"legend", "options"}
        for option in part["options"]:
            assert set(option) <= {"text", "spot", "narrow"}
            for place in (option.get("spot"), option.get("narrow")):
                assert set(place or {}) <= {"x", "y", "width", "height", "letter"}


@pytest.mark.parametrize("name", [name for name in CHOICES if name in CHECKS])
def test_another_key_leaves_the_stored_text_of_a_check_as_it_is(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """L1: nobody can read the key out of a notebook file."""
    knowledge = load()
    stored = [check_document(name)._repr_html_(), check_document(name)._repr_markdown_(), repr(check_document(name))]
    other = dataclasses.replace(
        knowledge, check_questions=knowledge.check_questions | {name: with_another_key(knowledge.check_questions[name])}
    )
    monkeypatch.setattr(fallback, "load", lambda: other)
    document = check_document(name)
    assert [document._repr_html_(), document._repr_markdown_(), repr(document)] == stored


def test_another_key_leaves_the_warm_up_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """L11: the page and the stored text of the warm-up, whatever is right and whatever was guessed."""
    knowledge = load()
    others = {
        name: msgspec.structs.replace(entry, right=(entry.right + 1) % len(entry.options))
        for name, entry in knowledge.warm_ups.items()
    }
    shown, stored = warm_up_page({"w1": 0}, []), fallback.warm_up_document()._repr_html_()
    other = dataclasses.replace(knowledge, warm_ups=others)
    monkeypatch.setattr(fallback, "load", lambda: other)
    monkeypatch.setattr(warm_up_module, "load", lambda: other)
    assert warm_up_page({"w1": 0}, []) == shown
    assert fallback.warm_up_document()._repr_html_() == stored
    assert set(shown) == {"questions", "progress", "notices"}
    assert {field for entry in shown["questions"] for field in entry} == {
        *("id", "stem", "options", "answered_in", "guess")
    }


class TestDraftToken:
    """L17: a choice that was put away comes back to its own question, and to no other."""

    @staticmethod
    def token(question: Question, seed: int) -> str:
        session = Session("check:any", {question.id: question}, Record(None), lambda: seed)
        for kind in ("submit", "begin"):
            state = session.snapshot().state
            answer = tuple(tuple(range(len(part))) if question.kind == "order" else (0,) for part in state.shown)
            session.act(Request(f"any-{kind}", kind, state.number, state.position, answer))
        return str(page(session.snapshot(), [])["draft"])

    def test_the_same_asking_keeps_its_name(self) -> None:
        question = any_question("SC1-A")
        assert self.token(question, 7) == self.token(question, 7)

    def test_another_round_or_another_question_has_another_name(self) -> None:
        """After “forget everything” the rounds are counted from 1 again: only the seed tells them apart."""
        names = {self.token(any_question(name), seed) for name in ITEMS for seed in (7, 8)}
        assert len(names) == 2 * len(ITEMS)

    def test_the_first_answer_does_not_rename_the_question(self) -> None:
        """A check has no stored round before its first answer."""
        session = session_of(any_question("c00b"))
        before = page(session.snapshot(), [])["draft"]
        session.act(course_request(1, [[0]]))
        assert page(session.snapshot(), [])["draft"] == before


@each("name", [*CHECKS, *ITEMS])
def test_key_and_reasons_reach_the_browser_only_after_checking(name: str) -> None:
    """L1, L2: before, nothing tells; after, every option says why."""
    question: Question = load().check_questions[name] if name in load().check_questions else load().items[name]
    session = session_of(question)
    before = page(session.snapshot(), [])
    assert before["feedback"] is None
    text = json.dumps(before, ensure_ascii=False)
    assert '"right"' not in text
    assert not [why for why in reasons(question) if why.split("{")[0] in text and len(why.split("{")[0]) > 12]
    state = session.snapshot().state
    session.act(
        course_request(
            state.number, [list(range(len(part))) if question.kind == "order" else [0] for part in state.shown]
        )
    )
    after = page(session.snapshot(), [])
    told = json.dumps(after["feedback"], ensure_ascii=False)
    shown_whys = [why for why in reasons(question) if "{" not in why]
    assert [why for why in shown_whys if json.dumps(why, ensure_ascii=False)[1:-1] not in told] == []
    assert after["feedback"]["key"] == to_page(state.shown, key(question))


def course_request(number: int, answer: list[list[int]]) -> Any:
    return Request("one", "submit", number, 0, tuple(map(tuple, answer)))


@each("name", CHECKS)
def test_the_stored_text_of_a_check_holds_no_key(name: str) -> None:
    document = check_document(name)
    text = document._repr_html_() + document._repr_markdown_() + repr(document)
    question = load().check_questions[name]
    assert not [why for why in reasons(question) if len(why) > 12 and why.split("{")[0] in text]
    assert "Fits" not in text


def test_stored_texts_never_depend_on_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """So nbval passes on any machine."""

    def stored() -> list[object]:
        check, warm_up, kept = CheckPanel.current("c00a"), WarmUpPanel.current(), StoredPanel.current()
        bundles = [check._repr_mimebundle_() or ({}, {}), warm_up._repr_mimebundle_() or ({}, {})]
        return [repr(check), repr(warm_up), repr(kept), *[bundle[0]["text/markdown"] for bundle in bundles]]

    before = stored()
    panel = CheckPanel.current("c00b")
    assert press(panel, monkeypatch, "submit", answer=[[0]])["text"] == ""
    press(CheckPanel.current("c00a"), monkeypatch, "submit", answer=[[3, 2, 1, 0]])
    press_guess = heard(WarmUpPanel.current(), monkeypatch, kind="guess", question="w1", chosen=1)
    assert press_guess["text"] == load().strings.quiz.warm_up_stored
    assert stored() == before


def test_an_empty_answer_is_told_and_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = CheckPanel.current("c00b")
    reply = press(panel, monkeypatch, "submit", answer=[[]])
    assert reply["text"] == load().strings.quiz.not_answered
    assert panel.view["feedback"] is None


def test_running_a_lesson_again_shows_the_answer_given(monkeypatch: pytest.MonkeyPatch) -> None:
    first = CheckPanel.current("c00b")
    press(first, monkeypatch, "submit", answer=[[1]])
    second = CheckPanel.current("c00b")
    assert second is first, "two windows are two views of one panel"
    assert second.view["feedback"]["given"] == [[1]]
    press(second, monkeypatch, "begin")
    assert second.view["feedback"] is None
    assert second.view["round"] == 2


def test_a_message_that_comes_twice_is_answered_twice_and_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = CheckPanel.current("c00b")
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(panel, "send", sent.append)
    message = {"id": "x", "kind": "submit", "round": 1, "position": 0, "answer": [[1]]}
    panel._hear(panel, message, [])
    panel._hear(panel, message, [])
    assert [reply["id"] for reply in sent] == ["x", "x"]
    assert len(check_session("c00b").snapshot().answers()) == 1


def test_an_error_is_one_sentence_and_the_suite_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = CheckPanel.current("c00b")

    def broken(*_: object) -> None:
        raise RuntimeError("A fault nobody foresaw.")

    monkeypatch.setattr(panel._session, "act", broken)
    reply = press(panel, monkeypatch, "submit", answer=[[1]])
    assert reply["fault"] is True
    assert reply["text"] == load().strings.panel.fault
    assert [str(fault) for fault in panel.faults] == ["A fault nobody foresaw."]
    monkeypatch.undo()
    assert not panel._answered, "the same press may be tried again"


def test_what_cannot_be_written_is_told_and_nothing_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = CheckPanel.current("c00b")

    def full(*_: object, **__: object) -> None:
        raise NotStored("disk is full")

    monkeypatch.setattr(HistoryChange, "store_answer", full)
    assert press(panel, monkeypatch, "submit", answer=[[1]])["text"] == load().strings.quiz.not_stored
    assert panel.view["feedback"] is None
    assert panel.faults == []


@pytest.mark.parametrize("content", [None, "text", {}, {"id": 5}, {"kind": "submit"}])
def test_messages_without_an_id_are_not_answered(content: object, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = CheckPanel.current("c00b")
    sent: list[object] = []
    monkeypatch.setattr(panel, "send", sent.append)
    panel._hear(panel, content, [])
    assert sent == []
    assert panel.faults == []


def test_notices_of_the_record_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    open_record().notices.append("set_aside")
    assert CheckPanel.current("c00b").view["notices"] == [load().strings.record.set_aside]


def test_the_page_cannot_change_what_python_shows() -> None:
    """A browser that sends traits back changes nothing: only requests are heard."""
    panel = CheckPanel.current("c00b")
    before = panel.view
    panel.set_state({"view": {"feedback": {"right": True}}})
    assert panel.view == before


def test_every_word_the_pages_use_is_there() -> None:
    import re
    from pathlib import Path

    folder = Path(widget_module.__file__).parent
    script = "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.js")))
    used = set(re.findall(r"words\.(\w+)", script)) | {f"confidence_{n}" for n in (1, 2, 3)}
    assert used <= set(CheckPanel.current("c00b").words) | set(ShortWayPanel.current().words)


class TestWarmUp:
    """L11: unscored, skippable, answered later in the lessons."""

    def test_a_guess_is_kept_and_told_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        panel = WarmUpPanel.current()
        heard(panel, monkeypatch, kind="guess", question="w1", chosen=0)
        assert [q["guess"] for q in panel.view["questions"]] == [0, None, None, None, None, None]
        assert '"right"' not in json.dumps(panel.view)

    def test_the_first_guess_stands(self, monkeypatch: pytest.MonkeyPatch) -> None:
        panel = WarmUpPanel.current()
        heard(panel, monkeypatch, kind="guess", question="w1", chosen=0)
        heard(panel, monkeypatch, kind="guess ", question="w1", chosen=2)
        assert open_record().warm_up_answers() == {"w1": 0}

    @pytest.mark.parametrize(("question", "chosen"), [("w9", 0), ("w1", 7), ("w1", "0"), (None, 0), ("w1", None)])
    def test_a_guess_that_does_not_exist_is_refused(
        self, question: object, chosen: object, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reply = heard(WarmUpPanel.current(), monkeypatch, kind="guess", question=question, chosen=chosen)
        assert reply["text"] == load().strings.panel.refused
        assert open_record().warm_up_answers() == {}

    def test_at_most_six_and_one_way_to_answer(self) -> None:
        assert len(load().warm_ups) <= 6
        assert all(warm_up.right < len(warm_up.options) for warm_up in load().warm_ups.values())


class TestSafetyQuiz:
    """Lesson 05 as a whole."""

    def test_its_name_says_what_it_is(self) -> None:
        assert repr(QuizPanel.current("safety")).startswith("Safety quiz: 20 questions, 11 of them safety-critical.")

    def test_a_whole_quiz_right_is_mastered_and_compared_with_the_warm_up(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """L10, L12."""
        warm_up = WarmUpPanel.current()
        for number, (name, question) in enumerate(load().warm_ups.items()):
            chosen = question.right if number < 2 else (question.right + 1) % len(question.options)
            heard(warm_up, monkeypatch, kind="guess", question=name, chosen=chosen)
        panel = QuizPanel.current("safety")
        press(panel, monkeypatch, "begin")
        assert panel.view["progress"] == "Question 1 of 20"
        self.answer_all(panel, monkeypatch)
        view = panel.view
        assert view["screen"] == "summary"
        assert view["mastery"]["done"]
        assert "says nothing about your body" in view["mastery"]["text"]
        assert "of 6 warm-up points you had 2 right at the start, and 6 right" in view["comparison"]
        assert "does not show what the course caused" in view["comparison"]

    def test_one_safety_question_wrong_keeps_the_goal_open(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """L10: nineteen of twenty are not enough if the one is about safety."""
        panel = QuizPanel.current("safety")
        press(panel, monkeypatch, "begin")
        self.answer_all(panel, monkeypatch, wrong_position=0)
        view = panel.view
        assert not view["mastery"]["done"]
        assert view["retry"] == 1
        assert view["objectives"][0]["status"] == "missed"
        assert view["objectives"][0]["reread"]["lesson"].endswith(".ipynb")
        assert len(view["sure"]) == 1
        press(panel, monkeypatch, "retry")
        self.answer_all(panel, monkeypatch)
        assert panel.view["mastery"]["done"]

    def test_it_asks_nothing_that_a_later_lesson_teaches(self) -> None:
        asked = quiz_session("safety").snapshot().objectives
        taught = {entry.home for name, entry in load().objectives.items() if name in asked}
        assert all(home.split(".")[0] in {"0", "1", "2", "3", "4"} for home in taught)

    @staticmethod
    def answer_all(panel: QuizPanel, monkeypatch: pytest.MonkeyPatch, wrong_position: int | None = None) -> None:
        while panel.view["screen"] == "question":
            state = panel._session.snapshot().state
            assert state.question is not None
            right = key(state.question)
            if state.position == wrong_position:
                right = wrong_answer(state.question)
            answer = to_page(state.shown, right)
            press(panel, monkeypatch, "submit", answer=answer, confidence=3)
            assert panel.faults == []
            press(panel, monkeypatch, "next")


def transactions(act: Callable[[], object]) -> list[str]:
    """The transactions that an act takes on the record, each with what it writes."""
    said: list[str] = []
    connection = open_record()._connection
    connection.set_trace_callback(said.append)
    act()
    connection.set_trace_callback(None)
    return [" ".join(words.split()[:2]) for words in said if re.match(r"BEGIN|INSERT|UPDATE|DELETE", words)]


class TestOneTransactionAPress:
    """One look at the record for each press, and one change: nobody else's press comes between."""

    def test_of_check_answer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        panel = QuizPanel.current("safety")
        press(panel, monkeypatch, "begin")
        state = panel._session.snapshot().state
        assert state.question is not None
        answer = to_page(state.shown, key(state.question))
        taken = transactions(lambda: press(panel, monkeypatch, "submit", answer=answer))
        assert panel.view["feedback"]
        assert taken == ["BEGIN IMMEDIATE", "INSERT INTO"]

    def test_of_next_into_the_summary(self, monkeypatch: pytest.MonkeyPatch) -> None:
        panel = QuizPanel.current("relax")
        press(panel, monkeypatch, "begin")
        taken: list[str] = []
        while panel.view["screen"] == "question":
            state = panel._session.snapshot().state
            assert state.question is not None
            press(panel, monkeypatch, "submit", answer=to_page(state.shown, key(state.question)))
            taken = transactions(lambda: press(panel, monkeypatch, "next"))
        assert panel.view["screen"] == "summary"
        look = "BEGIN DEFERRED"  # what is still missing for the practice, in all quizzes at one moment
        assert taken == ["BEGIN IMMEDIATE", "UPDATE round", look]

    def test_of_a_press_that_changes_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        panel = CheckPanel.current("c00b")
        assert transactions(lambda: press(panel, monkeypatch, "submit", answer=[[]])) == ["BEGIN IMMEDIATE"]

    def test_of_looking(self) -> None:
        panel = CheckPanel.current("c00b")
        assert transactions(panel.refresh) == ["BEGIN DEFERRED"]


def wrong_answer(question: Question) -> tuple[tuple[int, ...], ...]:
    """An answer that the page can give and that is not right."""
    if question.kind == "order":
        return (tuple(reversed(range(len(question.steps)))),)
    return tuple((next(n for n, option in enumerate(options) if not option.right),) for options in choices(question))
