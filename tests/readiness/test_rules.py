"""The table of the readiness check, walked through every answer (S2, S5, S7, S8)."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_helpers.knowledge import load
from course_helpers.knowledge.readiness import LEVELS, ReadinessQuestion
from course_helpers.readiness.rules import CARD_ORDER, Gate, Given, answers_from, assess, questions_of

GATES: tuple[Gate, ...] = ("relax", "milk")
NO = Given("no")


def ways(question: ReadinessQuestion) -> list[Given]:
    """Every different complete answer to one question; of the situations to tick, each alone and all."""
    found = [NO]
    if question.choices:
        found += [Given("yes", choice.id) for choice in question.choices]
    elif question.picks:
        rows = [pick.row for pick in question.picks]
        found += [Given("not-sure"), Given("yes", picks=frozenset(rows[:1])), Given("yes", picks=frozenset(rows))]
    else:
        found += [Given("yes"), Given("not-sure")]
    return found


def is_strict(question: ReadinessQuestion, answer: Given) -> bool:
    """Written anew from the table, not with the rules under test."""
    if answer.reply == "no" or question.picks:
        return False
    if not question.choices:
        return question.outcome in {"help-now", "not-today"}
    outcome = next(choice.outcome for choice in question.choices if choice.id == answer.choice)
    return outcome in {"help-now", "not-today"}


URGENCY = ("help-now", "help-today", "not-today", "go-with-changes", "go")
"""As the care cards themselves say, not as the rules under test order them."""


def expected_card(question: ReadinessQuestion, answer: Given) -> str | None:
    """The card of a strict answer, read from the table."""
    if not is_strict(question, answer):
        return None
    chosen = [choice.card for choice in question.choices if choice.id == answer.choice]
    return chosen[0] if chosen and chosen[0] else question.card


@pytest.mark.parametrize("gate", GATES)
def test_no_answer_that_speaks_against_it_ever_reaches_start(gate: Gate) -> None:
    """S8: the whole answer space. The most urgent card stands on top, and only a clean path may start."""
    questions = questions_of(gate)
    told = [[(q.id, answer, expected_card(q, answer)) for answer in ways(q)] for q in questions]
    urgency = {name: URGENCY.index(load().care_cards[name].urgency) for name in CARD_ORDER}
    walked = started = 0
    for path in itertools.product(*told):
        result = assess(gate, {name: answer for name, answer, _ in path})
        expected = {card for _, _, card in path if card}
        assert result.may_start is not bool(expected)
        assert expected.issubset(result.cards)
        urgencies = [urgency[card] for card in result.cards]
        assert urgencies == sorted(urgencies)
        assert result.unanswered == ()
        walked += 1
        started += result.may_start
    assert walked > 10_000
    assert started >= 2


@pytest.mark.parametrize("gate", GATES)
def test_help_now_stands_above_everything_else(gate: Gate) -> None:
    """S5: whatever else is said, a sign that needs help now gives its card the first place."""
    for question in questions_of(gate):
        for answer in ways(question):
            alone = assess(gate, {question.id: answer})
            if alone.level != "help-now":
                continue
            others = {q.id: ways(q)[-1] for q in questions_of(gate) if q.id != question.id}
            together = assess(gate, others | {question.id: answer})
            assert together.level == "help-now"
            assert CARD_ORDER.index(together.cards[0]) <= CARD_ORDER.index(alone.cards[0])


@pytest.mark.parametrize("gate", GATES)
def test_all_no_is_go_and_says_that_it_is_no_all_clear(gate: Gate) -> None:
    result = assess(gate, {question.id: NO for question in questions_of(gate)})
    assert (result.level, result.cards, result.may_start) == ("go", ("GO",), True)
    assert "This is not an all-clear." in load().care_cards["GO"].do_now


@pytest.mark.parametrize("gate", GATES)
def test_unanswered_is_not_no(gate: Gate) -> None:
    """S2: each question alone keeps Start shut while it is open."""
    questions = questions_of(gate)
    assert assess(gate, {}).level == "open"
    for left_out in questions:
        result = assess(gate, {q.id: NO for q in questions if q is not left_out})
        assert not result.may_start
        assert result.unanswered == (left_out.id,)


@pytest.mark.parametrize("gate", GATES)
def test_an_open_second_question_counts_as_its_strictest_answer(gate: Gate) -> None:
    for question in questions_of(gate):
        if not question.follow_up:
            continue
        rest = {q.id: NO for q in questions_of(gate) if q is not question}
        result = assess(gate, rest | {question.id: Given("yes")})
        assert not result.may_start
        assert result.unanswered == (question.id,)
        strictest = min((LEVELS.index(choice.outcome) for choice in question.choices), default=2)
        assert LEVELS.index(question.outcome) <= strictest
        assert question.card in result.cards


@pytest.mark.parametrize("gate", GATES)
@given(data=st.data())
def test_taking_an_answer_away_never_opens_start(gate: Gate, data: st.DataObject) -> None:
    questions = questions_of(gate)
    answers = {q.id: data.draw(st.sampled_from(ways(q))) for q in questions}
    some = {name: answer for name, answer in answers.items() if data.draw(st.booleans())}
    if len(some) < len(answers):
        assert not assess(gate, some).may_start


@pytest.mark.parametrize("gate", GATES)
def test_not_sure_is_as_strict_as_yes(gate: Gate) -> None:
    """S2."""
    for question in questions_of(gate):
        yes, unsure = (assess(gate, {question.id: Given(reply)}) for reply in ("yes", "not-sure"))
        assert (
            LEVELS.index(unsure.level) <= LEVELS.index(yes.level) if "open" not in {yes.level, unsure.level} else True
        )
        assert set(unsure.rows) >= set(yes.rows)
        assert unsure.cards == yes.cards


def test_fever_with_a_birth_named_elsewhere_is_help_now() -> None:
    """Yes to being ill, and a birth in the last six weeks told two questions later."""
    answers = {"relax-3": Given("yes", "no-birth"), "relax-7": Given("yes", "birth")}
    assert assess("relax", answers).cards[0] == "HELP-birth"
    assert assess("relax", answers).level == "help-now"
    alone = assess("relax", {"relax-3": Given("yes", "no-birth")})
    assert (alone.level, alone.cards) == ("not-today", ("TODAY-fever",))


@pytest.mark.parametrize(
    ("gate", "question", "answer", "level", "card"),
    [
        ("relax", "relax-1", Given("yes"), "help-now", "HELP-now"),
        ("relax", "relax-2", Given("not-sure"), "help-now", "TODAY-breast"),
        ("relax", "relax-3", Given("yes", "birth"), "help-now", "HELP-birth"),
        ("relax", "relax-3", Given("yes", "not-sure"), "help-now", "HELP-birth"),
        ("relax", "relax-4", Given("yes"), "not-today", "SEE-change"),
        ("relax", "relax-5", Given("yes"), "not-today", "WAIT-heal"),
        ("relax", "relax-6", Given("yes", "not-sure"), "not-today", "ASK-team"),
        ("relax", "relax-7", Given("yes", "pregnant-signs"), "help-now", "HELP-pregnant"),
        ("relax", "relax-7", Given("yes", "pregnant-risk"), "not-today", "ASK-midwife"),
        ("relax", "relax-7", Given("yes", "birth-ill"), "help-now", "HELP-birth"),
        ("relax", "relax-7", Given("yes", "birth-warm"), "not-today", "TODAY-fever"),
        ("milk", "milk-1", Given("yes"), "help-now", "HELP-now"),
        ("milk", "milk-2", Given("yes", "birth"), "help-now", "HELP-birth"),
        ("milk", "milk-2", Given("yes", "birth-warm"), "help-now", "TODAY-fever"),
        ("milk", "milk-2", Given("yes", "longer-ago"), "help-now", "TODAY-fever"),
        ("milk", "milk-3", Given("yes", "severe"), "help-now", "TODAY-breast"),
        ("milk", "milk-3", Given("yes", "immune"), "help-now", "TODAY-breast"),
        ("milk", "milk-3", Given("yes", "not-sure"), "help-now", "TODAY-breast"),
        ("milk", "milk-3", Given("yes", "skin"), "not-today", "SEE-change"),
        ("milk", "milk-3", Given("yes", "sore"), "not-today", "SORE-milk"),
        ("milk", "milk-4", Given("yes", "lump"), "not-today", "SEE-lump"),
        ("milk", "milk-4", Given("yes", "change"), "not-today", "SEE-change"),
        ("milk", "milk-7", Given("yes", "pregnant"), "not-today", "ASK-midwife"),
        ("milk", "milk-9", Given("yes", "stays"), "not-today", "SEE-change"),
    ],
)
def test_each_answer_leads_to_its_card(gate: Gate, question: str, answer: Given, level: str, card: str) -> None:
    """The table of the course, line by line."""
    rest = {q.id: NO for q in questions_of(gate) if q.id != question}
    result = assess(gate, rest | {question: answer})
    assert (result.level, result.cards[0]) == (level, card)


def test_every_sign_that_stops_is_asked_or_left_out_on_purpose() -> None:
    """All of levels 1 and 2 are asked before each kind of routine; what is not has a stated reason."""
    # relax-4 catches any lump; a milk-making breast gives milk; fever outside a breast infection is asked as illness.
    left_out = {"relax": {"T2-milk-lump", "M-24h", "M-fever", "M-blisters"}, "milk": {"T2-milky", "T2-milky-sooner"}}
    for gate in GATES:
        asked = {row for question in questions_of(gate) for row in question.rows}
        needed = {row.id for row in load().tier_rows.values() if row.tier in {1, 2}}
        assert needed - asked == left_out[gate]


def test_every_question_names_its_source_and_its_review_day() -> None:
    """S4."""
    for question in load().readiness.values():
        assert question.rows or question.references
        assert question.reviewed_on >= load().review.checked_on
        rests = [load().tier_rows[row] for row in question.rows]
        assert question.references or all(row.references or row.course_rule for row in rests)


def test_no_number_and_no_answer_is_set_beforehand() -> None:
    """S3, S9: nothing is pre-ticked in the data, and no emergency number stands in it."""
    fields = set(ReadinessQuestion.__struct_fields__)
    assert fields.isdisjoint({"default", "preset", "answer"})


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {"relax-10": {"reply": "no"}},
        {"milk-1": {"reply": "no"}},
        {"relax-1": {"reply": "maybe"}},
        {"relax-1": "no"},
        {"relax-3": {"reply": "yes", "choice": "nothing"}},
        {"relax-8": {"reply": "yes", "picks": ["T1-chest-leg"]}},
        {"relax-8": {"reply": "yes", "picks": [["T3-numb"]]}},
    ],
)
def test_what_is_no_answer_is_refused_without_repeating_it(content: object) -> None:
    with pytest.raises(ValueError, match="check") as refused:
        answers_from("relax", content)
    assert "maybe" not in str(refused.value)


def test_answers_arrive_as_they_were_sent() -> None:
    sent = {"relax-3": {"reply": "yes", "choice": "birth"}, "relax-8": {"reply": "yes", "picks": ["T3-numb"]}}
    assert answers_from("relax", sent) == {
        "relax-3": Given("yes", "birth"),
        "relax-8": Given("yes", picks=frozenset({"T3-numb"})),
    }
