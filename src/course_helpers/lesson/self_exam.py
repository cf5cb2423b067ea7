"""Looking and feeling: the steps, and what was counted, both from the knowledge."""

from collections.abc import Iterator

from course_helpers.document import Block, Card, Document, Inline, Items, Line, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import SelfExamFact, SelfExamStep
from course_helpers.lesson.pages import small_picture
from course_helpers.locale import localised


def self_exam_steps(part: str, first: int = 1, last: int | None = None) -> Document:
    """The steps of looking or feeling, each a card; with numbers, only those from ``first`` to ``last``."""
    steps = steps_of(part)
    chosen = [(number, step) for number, step in enumerate(steps, 1) if first <= number <= (last or len(steps))]
    if not chosen:
        raise KeyError(f"steps {first} to {last} of {part}")
    cards = tuple(_step_card(number, len(steps), step) for number, step in chosen)
    numbers = f"{chosen[0][0]} to {chosen[-1][0]}" if len(chosen) > 1 else str(chosen[0][0])
    return Document(f"Steps of “{part}”: {numbers} of {len(steps)}", cards)


def steps_of(part: str) -> list[SelfExamStep]:
    """The steps of ``look`` or ``feel`` in their order."""
    return [step for step in load().self_exam_steps.values() if step.id.startswith(f"{part}-")]


def facts_of(part: str) -> list[SelfExamFact]:
    """The facts of one part in their order."""
    return [fact for fact in load().self_exam_facts.values() if fact.part == part]


def paper_rounds() -> Items:
    """The rounds of the search exercise for a room without screens."""
    rounds = load().paper_rounds.values()
    return Items(tuple(line(Strong(f"{one.title}. "), localised(one.how)) for one in rounds), numbered=True)


def _step_card(number: int, count: int, step: SelfExamStep) -> Card:
    label = load().strings.self_exam.step.format(number=number, count=count)
    shown = small_picture(step.id, step.scene_words)
    return Card("note", label, step.title, (Paragraph(line(localised(step.how))),), shown)


def self_exam_facts(part: str) -> Document:
    """What is advised in one part, in short; our own choices and the sources stand in the fold of its section."""
    facts = facts_of(part)
    if not facts:
        raise KeyError(part)
    title = _title(part)
    items = Items(tuple(line(localised(fact.text)) for fact in facts))
    return Document(title, (Card("note", load().strings.card.note, title, (items,)),))


def facts_in_full(part: str) -> tuple[Block, ...]:
    """What was counted and is advised in one part, with our own choices."""
    told = tuple(line(f"{localised(fact.text)} ", *_choice(fact.course_choice)) for fact in facts_of(part))
    return Paragraph(line(Strong(f"{_title(part)}:"))), Items(told)


def reasons_of(part: str) -> tuple[Block, ...]:
    """Why a step is done as it is, and what of it is our own choice; steps without either are left out."""
    told = tuple(parts for step in steps_of(part) if (parts := _reasons(step)))
    return (Items(told),) if told else ()


def _reasons(step: SelfExamStep) -> Line:
    parts = tuple(_told(step))
    return (Strong(f"{step.title}:"), *parts) if parts else ()


def _told(step: SelfExamStep) -> Iterator[Inline]:
    if step.why:
        yield f" {localised(step.why)}"
    if step.course_choice:
        yield " "
        yield from _choice(step.course_choice)


def _title(part: str) -> str:
    return load().strings.self_exam.of(f"part_{part}")


def _choice(text: str) -> Line:
    if not text:
        return ()
    return line(Strong(f"{load().strings.self_exam.course_choice}:"), f" {localised(text)}")
