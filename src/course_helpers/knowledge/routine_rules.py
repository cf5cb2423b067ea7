"""What must hold for the steps of a routine: their times add up, and each has a longest time of its own."""

from collections.abc import Iterator

from course_helpers.knowledge import records
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.reading import Located, of_type

MOST_TIMES_ON_A_FIRM_AREA = 2
"""A firm area is touched at most twice in one practice: what has not softened then is left alone (a course choice)."""


def routine_times_sum_up(located: list[Located]) -> Iterator[Problem]:
    """A routine's total is the sum of its timed steps."""
    heads = {item.source.file: (item, head) for item, head in of_type(located, records.RoutineHead)}
    for file, (item, head) in heads.items():
        if head.total_seconds is None:
            continue
        steps = [s for place, s in of_type(located, records.RoutineStep) if place.source.file == file]
        total = sum((step.seconds or 0) * step.turns for step in steps if step.in_total)
        if total != head.total_seconds:
            what = f"The steps last {total} s, the routine says {head.total_seconds} s."
            yield item.problem(what, "Make the two agree.", "total_seconds")


def steps_are_timed_or_led(located: list[Located]) -> Iterator[Problem]:
    """A step led by the clock has seconds."""
    for item, step in of_type(located, records.RoutineStep):
        if step.led_by == "clock" and step.seconds is None:
            yield item.problem("No seconds for a step that the clock leads.", "Give its seconds.", "seconds")
        if step.pressure_min is not None and (step.pressure_max or 0) < step.pressure_min:
            yield item.problem("The pressure range is upside down.", "Put the lighter one first.", "pressure_max")


def every_step_has_a_longest_time(located: list[Located]) -> Iterator[Problem]:
    """No step is planned longer or more often than the longest that it names itself; the baby alone needs none."""
    for item, step in of_type(located, records.RoutineStep):
        if step.led_by != "baby" and step.longest_seconds is None:
            yield item.problem("No longest time.", "Give the longest one turn may last.", "longest_seconds")
        if step.longest_seconds is not None and (step.seconds or 0) > step.longest_seconds:
            what = f"A turn lasts {step.seconds} s, longer than its own longest, {step.longest_seconds} s."
            yield item.problem(what, "Shorten the step. Do not raise the longest time to fit it.", "seconds")
        if step.most_times is not None and step.turns_of == "once" and step.turns > step.most_times:
            what = f"It is planned {step.turns} times, more often than its own most, {step.most_times}."
            yield item.problem(what, "Plan it less often.", "turns")


def hands_come_back_seldom(located: list[Located]) -> Iterator[Problem]:
    """A step in which a hand works says how often; the nipple is touched once, a firm area at most twice."""
    for item, step in of_type(located, records.RoutineStep):
        hand_works = step.pressure_max is not None and step.pressure_max > 0
        if (hand_works or step.on_nipple) and step.most_times is None:
            yield item.problem("Nothing says how often.", "Say how often one practice may come to it.", "most_times")
            continue
        times = step.most_times or 0
        if step.on_nipple and (times > 1 or not step.optional or step.on_at_start):
            what = "A step on the nipple is done once at most, and only by those who chose it."
            yield item.problem(what, "Make it optional, off at the start, and most_times = 1.", "on_nipple")
        if step.turns_of == "firm-area" and times > MOST_TIMES_ON_A_FIRM_AREA:
            what = f"A firm area would be touched {times} times."
            yield item.problem(what, f"{MOST_TIMES_ON_A_FIRM_AREA} times at most.", "most_times")


ROUTINE_RULES = (
    routine_times_sum_up,
    steps_are_timed_or_led,
    every_step_has_a_longest_time,
    hands_come_back_seldom,
)
