"""Looking and feeling on paper: first what it is worth, then the steps with their drawings."""

from dataclasses import replace

from course_helpers.document import Block, Details, Items, Line, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import SelfExamStep
from course_helpers.lesson import cards
from course_helpers.lesson.pages import picture
from course_helpers.lesson.self_exam import paper_rounds
from course_helpers.locale import localised

PARTS = {
    "look": ("steps_look", {"F08": 0.75, "F10": 0.62}),
    "feel": ("steps_feel", {"F09": 0.75, "F07": 0.77, "F06": 0.9, "F04": 0.9}),
}
"""The beginning of a step's id: the word that heads the part, and its drawings with their share of the width, 0-1."""


def look_and_feel() -> tuple[Block, ...]:
    """What a check can and cannot do, the stop rule, and both parts with their drawings."""
    intro = Paragraph(line(load().strings.handout.look_and_feel_intro))
    parts = [block for part in PARTS for block in _part(part)]
    return (intro, *cards.stop_rule().blocks, _before_you_press(), *parts, *_on_paper())


def _before_you_press() -> Block:
    """For whom a check is different: this sheet goes home without the lesson."""
    facts = [fact for fact in load().self_exam_facts.values() if fact.part == "before-you-press"]
    return Details(
        load().strings.handout.before_you_press, (Items(tuple(line(localised(fact.text)) for fact in facts)),)
    )


def _on_paper() -> tuple[Block, ...]:
    """The rounds of the search trainer for a room without screens."""
    limit = Paragraph(line(Strong(load().strings.search.limit)))
    rounds = Details(load().strings.handout.search_on_paper, (limit, paper_rounds()))
    return rounds, replace(picture("F05"), share=0.85)


def _part(part: str) -> tuple[Block, ...]:
    word, drawings = PARTS[part]
    steps = [step for step in load().self_exam_steps.values() if step.id.startswith(f"{part}-")]
    numbered = Items(tuple(_step(step) for step in steps), numbered=True)
    pictures = (replace(picture(drawing), share=share) for drawing, share in drawings.items())
    return Details(load().strings.handout.of(word), (numbered,)), *pictures


def _step(step: SelfExamStep) -> Line:
    label = load().strings.self_exam.course_choice
    choice = (f" {label}: {localised(step.course_choice)}",) if step.course_choice else ()
    return line(Strong(f"{step.title}. "), localised(step.how), *choice)
