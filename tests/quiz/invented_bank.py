"""An invented bank for the rules: they must hold for any content, so these questions are about nothing."""

from typing import Any

from course_helpers.knowledge.questions import Decision, Option, QuestionKind, Step
from course_helpers.knowledge.quizzes import Draw, Item, QuizPart, QuizPlan

PLAN = QuizPlan(
    id="safety",
    title="Quiz",
    lesson="05",
    opens="relax",
    parts=[
        QuizPart(heading="One", draws=[Draw(objective="SC1", items=1), Draw(objective="SC2", items=2)]),
        QuizPart(heading="Two", draws=[Draw(objective=f"K{n}", items=1) for n in range(1, 6)]),
    ],
)


def option(number: int, *, right: bool) -> Option:
    """An option that nobody confuses with another."""
    return Option(text=f"Option {number}", right=right, why=f"Because {number}.")


def item(item_id: str, kind: QuestionKind = "single", right: tuple[int, ...] = (0,), **more: Any) -> Item:
    """An item; ``right`` names its right options of four."""
    parts: dict[str, Any] = {}
    if kind == "order":
        parts["steps"] = [Step(text=f"Step {n}", why="So.") for n in range(4)]
    elif kind == "scenario":
        parts["decisions"] = [
            Decision(question=f"Decision {d}", options=[option(n, right=n == d) for n in range(3)]) for d in range(2)
        ]
    else:
        parts["options"] = [option(n, right=n in right) for n in range(4)]
    defaults: dict[str, Any] = {
        "stem": f"Stem of {item_id}",
        "hint": "Think.",
        "reread": "0.3",
        "misconception": "None.",
        "new_case": True,
    }
    objective = item_id.split("-", maxsplit=1)[0]
    return Item(id=item_id, objective=objective, kind=kind, **(defaults | {"references": []} | parts | more))


BANK = {
    entry.id: entry
    for entry in (
        *(item(f"SC1-{letter}") for letter in "ABC"),
        *(item(f"SC2-{letter}", "multiple", (0, 2)) for letter in "ABD"),
        item("SC2-C", "scenario"),
        item("SC2-W", twin_of="w1"),
        *(item(f"K{n}-{letter}", "order") for n in range(1, 6) for letter in "AB"),
    )
}
