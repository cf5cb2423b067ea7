"""A workshop plan with its times, worked out from the lessons' own minutes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course_helpers.document import Details, Document, Items, Line, Paragraph, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Section
from course_helpers.knowledge.workshop import WorkshopBlock, WorkshopPlan, WorkshopQuestion
from course_helpers.lesson.sources import reference_line
from course_helpers.locale import localised


@dataclass(frozen=True)
class TimedBlock:
    """A block with its place in the plan, in minutes from the beginning."""

    block: WorkshopBlock
    begins: int
    lesson_minutes: int

    @property
    def minutes(self) -> int:
        """How long the block lasts."""
        return self.lesson_minutes + self.block.group_minutes

    @property
    def ends(self) -> int:
        """When the next block begins."""
        return self.begins + self.minutes


def timed_blocks(plan: WorkshopPlan) -> tuple[TimedBlock, ...]:
    """The blocks of a plan, one after the other."""
    minutes = {section.id: section.minutes for section in _sections()}
    timed: list[TimedBlock] = []
    for block in plan.blocks:
        begins = timed[-1].ends if timed else 0
        timed.append(TimedBlock(block, begins, sum(minutes[section] for section in block.sections)))
    return tuple(timed)


def _sections() -> Iterator[Section]:
    for lesson in load().lessons.values():
        yield from lesson.sections


def workshop_plan(plan_id: str) -> Document:
    """A plan to open: its blocks with their times, and what it leaves out as reading at home."""
    plan, words = load().workshop_plans[plan_id], load().strings.workshop
    timed = timed_blocks(plan)
    table = Table(
        caption=plan.title,
        header=(words.block, words.from_to, words.lesson_minutes, words.group_minutes, words.sections),
        rows=(*(_row(number, entry) for number, entry in enumerate(timed, 1)), _sum(timed)),
    )
    touch = words.of(plan.touch)
    intro = Paragraph(line(Strong(touch), f" {plan.note}"))
    fold = Details(plan.title, (intro, table, _left_over(plan)))
    return Document(f"{plan.title}, {len(plan.blocks)} blocks", (fold,))


def _row(number: int, timed: TimedBlock) -> tuple[Line, ...]:
    block, words = timed.block, load().strings.workshop
    ways = f" {words.or_sections} ".join(", ".join(way) for way in (block.sections, block.or_sections) if way)
    return (
        line(Strong(f"{number}. {block.title}{'' if block.title.endswith('?') else '.'}"), f" {localised(block.do)}"),
        line(f"{clock(timed.begins)} to {clock(timed.ends)}"),
        line(str(timed.lesson_minutes)),
        line(str(block.group_minutes)),
        line(ways or words.nothing),
    )


def _sum(timed: Iterable[TimedBlock]) -> tuple[Line, ...]:
    blocks, words = tuple(timed), load().strings.workshop
    lesson = sum(entry.lesson_minutes for entry in blocks)
    group = sum(entry.block.group_minutes for entry in blocks)
    return (
        line(Strong(words.sum_row)),
        line(f"{lesson + group} {words.sum.lower()}"),
        line(str(lesson)),
        line(str(group)),
        line(words.nothing),
    )


def clock(minutes: int) -> str:
    """Minutes from the beginning as hours and minutes: ``1:05``."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def _left_over(plan: WorkshopPlan) -> Details:
    """The sections of the learners' lessons that a plan does not use, by lesson."""
    words = load().strings.workshop
    used = {section for block in plan.blocks for section in (*block.sections, *block.or_sections)}
    lines = []
    for lesson in load().lessons.values():
        left = [section for section in lesson.sections if section.id not in used]
        if lesson.path in {"everyone", "milk"} and lesson.ready and left:
            text = words.left_over_minutes.format(
                lesson=f"{lesson.id} {lesson.title}",
                minutes=sum(section.minutes for section in left),
                sections=", ".join(section.id for section in left),
            )
            lines.append(line(text))
    return Details(words.left_over, (Paragraph(line(words.left_over_intro)), Items(tuple(lines))))


def workshop_questions() -> Document:
    """What groups ask, each with an honest answer and its sources."""
    words, questions = load().strings.workshop, tuple(load().workshop_questions.values())
    table = Table(
        caption=words.questions_caption,
        header=(words.question, words.answer),
        rows=tuple((line(f"“{entry.question}”"), line(answer(entry.id))) for entry in questions),
    )
    return Document(f"{len(questions)} questions with honest answers", (table, _sources_of(questions)))


def _sources_of(questions: Iterable[WorkshopQuestion]) -> Details:
    """What the answers rest on, to open: question by question, so that nobody has to look for the one that is meant."""
    blocks = (
        block
        for entry in questions
        for block in (Paragraph(line(Strong(f"“{entry.question}”"))), Items(_lines_of_sources(entry)))
    )
    return Details(load().strings.card.sources, tuple(blocks), for_looking_up=True)


def _lines_of_sources(question: WorkshopQuestion) -> tuple[Line, ...]:
    lines = tuple(reference_line(load().references[reference]) for reference in question.references)
    return lines or (line(load().strings.card.no_sources),)


def answer(question_id: str) -> str:
    """An answer, with the course's own choice in it."""
    question = load().workshop_questions[question_id]
    choice = f" {question.course_choice}" if question.course_choice else ""
    return f"{localised(question.answer)}{choice}"
