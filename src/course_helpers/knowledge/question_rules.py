"""What must hold for the questions of the course: checks inside lessons, quiz items, quizzes and warm-ups."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import msgspec

from course_helpers.knowledge import records
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.reading import Located, of_type

LAZY_OPTION = re.compile(r"\b(?:all|none|both) of (?:the above|these|them)\b", re.IGNORECASE)
"""An option that rewards guessing from the form of the question."""

NO_REASON = re.compile(
    r"\b(?:well done|good|great|excellent|perfect|super|bravo|exactly|sorry|try again|job|work|keep|going|correct|"
    r"incorrect|right|wrong|true|false|yes|no|not|very|quite|that|this|it|is|was|you|are|the|an?|answer|choice)\b",
    re.IGNORECASE,
)
"""Words that praise or judge. An explanation of nothing else teaches nothing."""
NAMED = re.compile(r"\b([^\W\d_]+), \d{2}\b")
"""How an invented person is brought in: “Petra, 49”."""
OFF_THE_SHEET = frozenset({"SC2", "K2", "K7", "K8", "K9"})
"""Objectives that no line of the sheet speaks of; items on all others name the lines they judge."""
SECOND_HAND = "second-hand"

FEWEST_ITEMS = 60
NEW_CASES = 0.40
"""The smallest share of items that present a new case: transfer is learned on new cases (Butler et al. 2013)."""
TO_PRODUCE: frozenset[records.QuestionKind] = frozenset({"order", "point", "scenario"})
PRODUCED = 1 / 3
"""The smallest share of items that ask to order, point or decide: producing helps more than recognising."""
FEW_OPTIONS = 3
"""As many options as one choice has without a reason: more lures cost later memory (Butler et al. 2006)."""
VARIANTS = 3
"""The fewest items of a safety-critical objective, so that a retry asks something else."""


def questions_have_answers(located: list[Located]) -> Iterator[Problem]:
    """Each kind of question has the parts it needs, and no others."""
    for item, question in of_type(located, records.Question):
        if question.kind == "order":
            yield from _order_problems(item, question)
        elif question.kind == "scenario":
            yield from _scenario_problems(item, question)
        else:
            yield from _option_problems(item, question.options, one=question.kind == "single")


def _order_problems(item: Located, question: records.Question) -> Iterator[Problem]:
    if len(question.steps) < 3:
        yield item.problem("Too few steps to order.", "Give three steps or more.", "steps")
    if len({step.text for step in question.steps}) < len(question.steps):
        yield item.problem("Two steps say the same.", "Make them differ: nobody could order them.", "steps")
    if not question.order_why:
        yield item.problem("No explanation of the order.", "Fill order_why.", "order_why")


def _scenario_problems(item: Located, question: records.Question) -> Iterator[Problem]:
    if len(question.decisions) < 2:
        yield item.problem("A scenario needs linked decisions.", "Give two or three.", "decisions")
    for decision in question.decisions:
        yield from _option_problems(item, decision.options, one=True)


def _option_problems(item: Located, options: list[records.Option], *, one: bool) -> Iterator[Problem]:
    right = sum(option.right for option in options)
    if right == 0 or right == len(options):
        yield item.problem(f"{right} of {len(options)} options are right.", "Some must be right and some wrong.")
    elif one and right > 1:
        yield item.problem(f"{right} right options in a single choice.", "Leave one, or make it multiple.")
    if len({option.text for option in options}) < len(options):
        yield item.problem("Two options say the same.", "Make them differ.", "options")
    for option in options:
        if LAZY_OPTION.search(option.text):
            yield item.problem(f'"{option.text}" rewards guessing.', "Write what the option means.", "options")


def few_options(located: list[Located]) -> Iterator[Problem]:
    """One choice has three options at most, unless it says why it needs more.

    Several choices and places on a drawing are not counted: there more than one option may be right.
    """
    for item, question in of_type(located, records.Question):
        choices = [question.options] if question.kind == "single" else []
        choices += [decision.options for decision in question.decisions]
        most = max(map(len, choices), default=0)
        if most > FEW_OPTIONS and not question.more_options_because:
            remedy = f"Leave {FEW_OPTIONS}, or say in `more_options_because` why it needs more."
            yield item.problem(f"{most} options for one choice.", remedy, "options")
        elif most <= FEW_OPTIONS and question.more_options_because:
            remedy = "Take `more_options_because` out: it explains nothing."
            yield item.problem("No choice here has more options than usual.", remedy, "more_options_because")


def places_are_on_the_drawing(located: list[Located]) -> Iterator[Problem]:
    """A question that asks to point has a drawing, a place for every option, and no two places overlap."""
    for item, question in of_type(located, records.Question):
        if question.kind != "point":
            continue
        if question.figure is None:
            yield item.problem("A question to point at has no drawing.", "Name one in `figure`.", "figure")
        spots = [(option.text, option.spot) for option in question.options]
        for text, spot in spots:
            if spot is None:
                yield item.problem(f'"{text}" has no place on the drawing.', "Give it a `spot`.", "options")
            elif not (_inside(spot.x, spot.width) and _inside(spot.y, spot.height)):
                yield item.problem(f'"{text}" lies beyond the drawing.', "Move its `spot`.", "options")
        for (one, first), (other, second) in combinations(spots, 2):
            if first and second and _overlap(first, second):
                yield item.problem(f'"{one}" and "{other}" overlap.', "Move or shrink a `spot`.", "options")


def _inside(centre: float, size: float) -> bool:
    return size / 2 <= centre <= 1 - size / 2


def _overlap(one: records.Spot, other: records.Spot) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2 and abs(one.y - other.y) < (one.height + other.height) / 2
    )


def items_explain_and_cite(located: list[Located]) -> Iterator[Problem]:
    """An item rests on something, says what is second-hand, and explains each step of an order."""
    references = {reference.id: reference for _, reference in of_type(located, records.Reference)}
    for item, question in of_type(located, records.Item):
        if not question.id.startswith(f"{question.objective}-"):
            yield item.problem(f"The id does not begin with {question.objective}.", "Make them agree.", "id")
        if not (question.claims or question.rows or question.facts):
            yield item.problem("It rests on no claim, row or fact.", "Name one.", "facts")
        if question.objective not in OFF_THE_SHEET and not question.claims:
            yield item.problem("It names no line of the sheet.", "Name the claim it judges in `claims`.", "claims")
        checked = {references[name].checked for name in question.references if name in references}
        if "primary" not in checked and not question.basis:
            yield item.problem("No primary source and no basis.", "Cite one, or fill `basis`.", "references")
        for step in question.steps:
            if not step.why:
                yield item.problem(f'"{step.text}" has no explanation.', "Say why it stands there.", "steps")


def second_hand_is_said(located: list[Located]) -> Iterator[Problem]:
    """A question says so where it cites a source, or uses a fact, that we know from other people's accounts only.

    A fact with one source that we read ourselves does not count: that source carries it.
    """
    second_hand = {ref.id for _, ref in of_type(located, records.Reference) if ref.checked == SECOND_HAND}
    facts = {
        fact.id
        for _, fact in of_type(located, records.Fact)
        if fact.references and second_hand.issuperset(fact.references)
    }
    for item, question in of_type(located, records.Question):
        used = sorted((second_hand & set(question.references)) | (facts & set(question.facts)))
        told = question.basis if isinstance(question, records.Item) else " ".join(_reasons(question))
        if used and SECOND_HAND not in told:
            remedy = "Say so in `basis`, or in the reason of a check; or name another source."
            yield item.problem(f"{', '.join(used)}: known second-hand only, which is not said.", remedy, "facts")


def _reasons(question: records.Question) -> list[str]:
    """All that is told after checking; steps of a check may leave their reasons to ``order_why``."""
    options = [*question.options, *(option for decision in question.decisions for option in decision.options)]
    steps = [step.why for step in question.steps if step.why]
    return [*(option.why for option in options), *steps, *([question.order_why] if question.order_why else [])]


def reasons_teach(located: list[Located]) -> Iterator[Problem]:
    """No reason is blank, only praise or only a verdict, and no two reasons of a question are the same."""
    for item, question in of_type(located, records.Question):
        reasons = _reasons(question)
        for why in reasons:
            if not re.search(r"\w", NO_REASON.sub("", why)):
                yield item.problem(f'"{why}" explains nothing.', "Say why the option fits, or why not.", "options")
        for why, times in Counter(reasons).items():
            if times > 1:
                yield item.problem(f'"{why}" stands {times} times.', "Give each option its own reason.", "options")


def people_of(item: records.Item) -> set[str]:
    """The invented people whom an item brings in by name and age."""
    texts = [item.stem, *(option.text for option in item.options), *(step.text for step in item.steps)]
    return {name for text in texts for name in NAMED.findall(text)}


def new_cases_are_new(located: list[Located]) -> Iterator[Problem]:
    """Nobody in a new case is met in another question, a warm-up question, a lesson or an explorer."""
    others = (records.Question, records.WarmUp, records.Lesson, records.Person, records.GoodDay)
    words = [(place.id, words_of(entry)) for kind in others for place, entry in of_type(located, kind)]
    for place, item in of_type(located, records.Item):
        if not item.new_case:
            continue
        for name in sorted(people_of(item)):
            met = [other for other, known in words if other != item.id and name in known]
            if met:
                yield place.problem(f"{name} is also in {', '.join(met)}.", "Give this person another name.", "stem")


def words_of(record: msgspec.Struct) -> set[str]:
    """Every word of a record."""
    return set(re.findall(r"[^\W\d_]+", str(msgspec.to_builtins(record))))


def the_bank_is_rich(located: list[Located]) -> Iterator[Problem]:
    """Enough items, enough new cases, enough to produce, and variants of every safety-critical objective."""
    bank = [entry for _, entry in of_type(located, records.Item)]
    places = list(of_type(located, records.Objective))
    if not bank or not places:
        return
    first = places[0][0]
    if len(bank) < FEWEST_ITEMS:
        yield first.problem(f"The bank has {len(bank)} items.", f"It needs {FEWEST_ITEMS} or more.")
    if sum(entry.new_case for entry in bank) < NEW_CASES * len(bank):
        yield first.problem("Too few items present a new case.", f"At least {NEW_CASES:.0%} must.")
    if sum(entry.kind in TO_PRODUCE for entry in bank) < PRODUCED * len(bank):
        yield first.problem("Too few items ask to order, point or decide.", f"At least {PRODUCED:.0%} must.")
    counts = Counter(entry.objective for entry in bank)
    for place, objective in places:
        if objective.safety_critical and counts[objective.id] < VARIANTS:
            yield place.problem(f"Only {counts[objective.id]} items.", f"Write {VARIANTS} or more.")


def quizzes_can_be_drawn(located: list[Located]) -> Iterator[Problem]:
    """A quiz finds the items it draws, and asks nothing that a later lesson teaches."""
    bank = Counter(entry.objective for _, entry in of_type(located, records.Item))
    homes = {objective.id: objective.home for _, objective in of_type(located, records.Objective)}
    for item, plan in of_type(located, records.QuizPlan):
        draws = [draw for part in plan.parts for draw in part.draws]
        for draw in draws:
            if bank[draw.objective] < draw.items:
                yield item.problem(f"{draw.objective} has {bank[draw.objective]} items, not {draw.items}.", "Add some.")
            if int(homes.get(draw.objective, "0.0").partition(".")[0]) > int(plan.lesson):
                yield item.problem(f"{draw.objective} is taught after lesson {plan.lesson}.", "Ask it later.")
        for name, times in Counter(draw.objective for draw in draws).items():
            if times > 1:
                yield item.problem(f"{name} is drawn in two places.", "Draw it once, with the sum of its items.")


def items_send_back_to_what_was_taught(located: list[Located]) -> Iterator[Problem]:
    """A quiz sends nobody to a lesson that comes after it."""
    plans = {
        draw.objective: int(plan.lesson)
        for _, plan in of_type(located, records.QuizPlan)
        for part in plan.parts
        for draw in part.draws
    }
    for place, item in of_type(located, records.Item):
        last = plans.get(item.objective)
        if last is not None and int(item.reread.partition(".")[0]) > last:
            yield place.problem(f"Section {item.reread} comes after its quiz.", "Name an earlier one.", "reread")


def twins_fit_their_warm_ups(located: list[Located]) -> Iterator[Problem]:
    """Each warm-up question has one item on the same objective, so that before and after can be counted."""
    twins = [(place, entry) for place, entry in of_type(located, records.Item) if entry.twin_of]
    warm_ups = {entry.id: (place, entry) for place, entry in of_type(located, records.WarmUp)}
    for place, warm_up in warm_ups.values():
        if warm_up.right >= len(warm_up.options):
            yield place.problem("The right option does not exist.", "Count from 0.", "right")
        if twins and sum(entry.twin_of == warm_up.id for _, entry in twins) != 1:
            yield place.problem("It needs exactly one item as its twin.", f'Give one item twin_of = "{warm_up.id}".')
    for place, entry in twins:
        partner = warm_ups.get(str(entry.twin_of))
        if partner and (partner[1].objective != entry.objective or entry.kind != "single"):
            yield place.problem("It is not like its warm-up question.", "Same objective, single choice.", "twin_of")


QUESTION_RULES = (
    questions_have_answers,
    few_options,
    places_are_on_the_drawing,
    items_explain_and_cite,
    second_hand_is_said,
    reasons_teach,
    new_cases_are_new,
    the_bank_is_rich,
    quizzes_can_be_drawn,
    items_send_back_to_what_was_taught,
    twins_fit_their_warm_ups,
)
