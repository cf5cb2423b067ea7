"""The table of the readiness check, walked through every answer (S2, S5, S7, S8)."""

import itertools
import random
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_helpers.knowledge import load
from course_helpers.knowledge.readiness import LEVELS, ReadinessQuestion
from course_helpers.knowledge.urgency import rank
from course_helpers.readiness import Gate, questions_of
from course_helpers.readiness.rules import Assessment, Given, answers_from, assess, card_order

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


def expected_cards(answers: Mapping[str, Given]) -> list[str]:
    """The card of every strict answer, read from the table."""
    found = []
    for name, answer in answers.items():
        question = load().readiness[name]
        if is_strict(question, answer):
            chosen = [choice.card for choice in question.choices if choice.id == answer.choice]
            found.append(chosen[0] if chosen and chosen[0] else question.card)
    return found


@cache
def rank_of(card: str) -> int:
    return rank(load().care_cards[card])


def threes(gate: Gate) -> Iterator[dict[str, Given]]:
    """Every answer to every three questions, with no to the others."""
    questions = questions_of(gate)
    none = {question.id: NO for question in questions}
    for three in itertools.combinations(questions, 3):
        for answers in itertools.product(*(ways(question) for question in three)):
            yield none | {question.id: answer for question, answer in zip(three, answers, strict=True)}


def whole_checks(gate: Gate, count: int) -> Iterator[dict[str, Given]]:
    """So many whole checks with any answer to any question; the same ones in every run."""
    dice = random.Random(f"{gate} 2026")
    answers = {question.id: ways(question) for question in questions_of(gate)}
    for _ in range(count):
        share = dice.random()
        yield {name: dice.choice(known) if dice.random() < share else NO for name, known in answers.items()}


def holds(result: Assessment, answers: Mapping[str, Given]) -> None:
    """What must be true of each complete check."""
    expected = expected_cards(answers)
    assert result.may_start is not bool(expected), "each strict answer has a card, and none of them lets anybody start"
    ranks = [rank_of(card) for card in result.cards]
    assert ranks == sorted(ranks)
    assert set(expected) <= set(result.cards)
    assert result.unanswered == ()


@pytest.mark.parametrize("gate", GATES)
def test_no_answer_that_speaks_against_it_ever_reaches_start(gate: Gate) -> None:
    """S8: the most urgent card stands on top, and only a clean path may start.

    The whole space has millions of paths. A rule looks at one question, or at two that mean more together: so every
    answer to every three questions is walked, and ten thousand whole checks beside it.
    """
    walked = started = 0
    for answers in itertools.chain(threes(gate), whole_checks(gate, 10_000)):
        result = assess(gate, answers)
        holds(result, answers)
        walked += 1
        started += result.may_start
    assert walked > 20_000
    assert started > 100


@pytest.mark.parametrize("gate", GATES)
def test_no_rule_looks_at_more_than_two_questions(gate: Gate) -> None:
    """What makes the walk by threes a walk through all: a whole check has the cards of its pairs, no more, no less."""
    for answers in whole_checks(gate, 150):
        result = assess(gate, answers)
        pairs = [dict(pair) for pair in itertools.combinations(answers.items(), 2)]
        asked = [assess(gate, pair) for pair in pairs]
        assert set(result.cards) - {"GO"} == {card for one in asked for card in one.cards}
        assert set(result.rows) == {row for one in asked for row in one.rows}
        strict = [LEVELS.index(one.level) for one in asked if one.level in {"help-now", "not-today"}]
        assert (LEVELS.index(result.level) if result.level != "open" else 9) == min(strict, default=9) or not strict


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
            assert card_order().index(together.cards[0]) <= card_order().index(alone.cards[0])


@pytest.mark.parametrize("gate", GATES)
def test_all_no_is_go_and_says_that_it_is_no_all_clear(gate: Gate) -> None:
    result = assess(gate, {question.id: NO for question in questions_of(gate)})
    assert (result.level, result.cards, result.may_start) == ("go", ("GO",), True)
    assert any("not an all-clear" in line for line in load().care_cards["GO"].do_now)
    assert any("not an all-clear" in line for line in load().care_cards["CARE"].do_now)


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


@pytest.mark.parametrize(
    ("gate", "ill", "elsewhere", "card"),
    [
        ("relax", "relax-3", ("relax-7", "birth"), "HELP-birth"),
        ("relax", "relax-3", ("relax-7", "pregnant"), "HELP-pregnant"),
        ("relax", "relax-3", ("relax-7", "pregnant-risk"), "HELP-pregnant"),
        ("milk", "milk-2", ("milk-6", "pregnant"), "HELP-pregnant"),
    ],
)
def test_an_illness_with_a_birth_or_a_pregnancy_named_elsewhere_is_help_now(
    gate: Gate, ill: str, elsewhere: tuple[str, str], card: str
) -> None:
    """Yes to being ill, and a birth, a loss or a pregnancy told some questions later."""
    fever = {ill: Given("yes", "other")}
    together = assess(gate, fever | {elsewhere[0]: Given("yes", elsewhere[1])})
    assert (together.level, together.cards[0]) == ("help-now", card)
    assert assess(gate, fever).cards == ("TODAY-fever",)


def test_every_sign_that_stops_is_asked_or_left_out_on_purpose() -> None:
    """All of levels 1 and 2 are asked before each kind of routine; what is not has a stated reason."""
    left_out = {
        # Any lump is asked; a baby is asked about where one is fed.
        "relax": {"T2-milk-lump", "T1-baby", "T1-baby-today"},
        # A breast that makes milk gives milk; its hot, sore part has its own answers.
        "milk": {"T2-milky", "T2-milky-sooner", "T1-hot"},
    }
    for gate in GATES:
        asked = {row for question in questions_of(gate) for row in question.rows}
        needed = {row.id for row in load().tier_rows.values() if row.tier in {1, 2}}
        assert needed - asked == left_out[gate]


def test_each_row_that_stops_leads_to_its_own_card() -> None:
    """The check never sends a sign to a milder card than its row names."""
    for gate in GATES:
        for question in questions_of(gate):
            cards = {question.card, *(choice.card for choice in question.choices if choice.card)}
            for row in (load().tier_rows[name] for name in question.rows):
                if row.tier == 3 or row.care_card in cards:
                    continue
                best = min(rank(load().care_cards[card]) for card in cards)
                assert row.care_card is not None
                assert best <= rank(load().care_cards[row.care_card]), (question.id, row.id)


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
