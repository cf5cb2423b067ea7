"""Drawing the questions of a round from the bank. The same seed and the same history give the same round."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from random import Random

from course_helpers.knowledge.quizzes import Item, QuizPlan


def draw(plan: QuizPlan, bank: Iterable[Item], seed: int, asked: Sequence[str], *, twins: bool) -> tuple[str, ...]:
    """The ids of a whole round, part by part.

    Args:
        plan: which objectives each part asks, and how often.
        bank: the items to draw from.
        seed: the stored number of the round.
        asked: ids asked in earlier rounds, oldest first; items not asked yet come before them.
        twins: True for the first round: the partner of each warm-up question is among the items, so that
            before and after can be counted.
    """
    dice = Random(f"{seed}:{plan.id}")
    variants = _variants(bank, asked, dice, twins=twins, alone=plan.until_right)
    drawn: list[str] = []
    for part in plan.parts:
        of_part = [item.id for entry in part.draws for item in variants[entry.objective][: entry.items]]
        dice.shuffle(of_part)
        drawn.extend(of_part)
    return tuple(drawn)


def draw_retry(
    missed: Sequence[str], bank: Collection[Item], seed: int, asked: Sequence[str], *, alone: bool = False
) -> tuple[str, ...]:
    """Another item for each one missed, in the order of ``missed``, on the same objective; new variants first.

    With ``alone`` short questions that need nothing before them come first, even if they were asked already.
    Ids in ``missed`` that the bank no longer holds are passed over.
    """
    dice = Random(f"{seed}:retry")
    variants = _variants(bank, asked, dice, twins=False, alone=alone)
    objectives = {item.id: item.objective for item in bank}
    drawn: list[str] = []
    for item_id in missed:
        open_variants = [v.id for v in variants[objectives.get(item_id, "")] if v.id not in drawn]
        drawn.extend(open_variants[:1])
    return tuple(drawn)


def _variants(
    bank: Iterable[Item], asked: Sequence[str], dice: Random, *, twins: bool, alone: bool
) -> dict[str, list[Item]]:
    """The items of each objective in the order in which to ask them: twins, then new ones, then the oldest.

    With ``alone`` all that stand alone come before all others, and the shortest of them first: a quiz that asks one
    question a point stays short.
    """
    last_asked = {item_id: turn for turn, item_id in enumerate(asked, 1)}
    variants: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(bank, key=lambda entry: entry.id):
        variants[item.objective].append(item)
    for items in variants.values():
        dice.shuffle(items)
        items.sort(
            key=lambda item: (
                alone and not item.stands_alone,
                not (twins and not alone and item.twin_of),
                last_asked.get(item.id, 0),
                _words(item) if alone else 0,
            )
        )
    return variants


def _words(item: Item) -> int:
    """How many words a learner reads who answers it rightly."""
    fitting = [option.why for option in item.options if option.right]
    return sum(len(text.split()) for text in (item.stem, *(option.text for option in item.options), *fitting))
