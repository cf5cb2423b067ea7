"""Looking and feeling: the steps, and what was counted, both from the knowledge."""

from course_helpers.document import Block, Card, Details, Document, Items, Line, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import SelfExamFact, SelfExamStep
from course_helpers.lesson.sources import sources
from course_helpers.locale import localised

LONGEST_OPEN_LIST = 6
"""More facts than this are folded, so that a page stays easy to read."""


def self_exam_steps(part: str, first: int = 1, last: int | None = None) -> Document:
    """The steps of looking or feeling, each a card; with numbers, only those from ``first`` to ``last``."""
    steps = [step for step in load().self_exam_steps.values() if step.id.startswith(f"{part}-")]
    chosen = [(number, step) for number, step in enumerate(steps, 1) if first <= number <= (last or len(steps))]
    if not chosen:
        raise KeyError(f"steps {first} to {last} of {part}")
    cards = tuple(_step_card(number, len(steps), step) for number, step in chosen)
    numbers = f"{chosen[0][0]} to {chosen[-1][0]}" if len(chosen) > 1 else str(chosen[0][0])
    return Document(f"Steps of “{part}”: {numbers} of {len(steps)}", cards)


def _step_card(number: int, count: int, step: SelfExamStep) -> Card:
    words = load().strings.self_exam
    blocks: list[Block] = [Paragraph(line(localised(step.how)))]
    if step.why:
        blocks.append(Paragraph(line(Strong(f"{words.why}:"), f" {localised(step.why)}")))
    if step.course_choice:
        blocks.append(Paragraph(_choice(step.course_choice)))
    if step.references:
        blocks.append(sources(step.references))
    return Card("note", words.step.format(number=number, count=count), step.title, tuple(blocks))


def self_exam_facts(part: str) -> Document:
    """What was counted and is advised: ``honest-position``, ``when``, ``usual`` or ``report-numbers``."""
    facts = [fact for fact in load().self_exam_facts.values() if fact.part == part]
    if not facts:
        raise KeyError(part)
    title = load().strings.self_exam.of(f"part_{part}")
    references = dict.fromkeys(reference for fact in facts for reference in fact.references)
    blocks: tuple[Block, ...] = (Items(tuple(_fact_line(fact) for fact in facts)), sources(references))
    if len(facts) > LONGEST_OPEN_LIST:
        blocks = (Details(f"{title} ({len(facts)})", blocks),)
    return Document(title, (Card("note", load().strings.card.note, title, blocks),))


def _fact_line(fact: SelfExamFact) -> Line:
    said = f"{localised(fact.text)} [{', '.join(fact.references)}]"
    return line(f"{said} ", *_choice(fact.course_choice)) if fact.course_choice else line(said)


def _choice(text: str) -> Line:
    return line(Strong(f"{load().strings.self_exam.course_choice}:"), f" {localised(text)}")
