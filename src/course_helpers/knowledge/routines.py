"""Routines and their steps."""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from course_helpers.body.geometry import Side
from course_helpers.body.movements import AREOLA_RADIUS, NIPPLE_RADIUS, Movement, hands, touch_a_nipple
from course_helpers.body.scenes import Scene
from course_helpers.knowledge.base import (
    ClaimId,
    Gate,
    LessonId,
    Minutes,
    ObjectiveId,
    PressureLevel,
    Record,
    ReferenceId,
    Routine,
    Seconds,
    SectionId,
    StepKey,
    Text,
)
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem


class RoutineHead(Record, frozen=True, kw_only=True):
    """What a routine is, and how long it takes without its optional extras."""

    id: Routine
    title: Text
    purpose: Text
    lesson: LessonId
    practised_in: SectionId
    """The section in which its player stands."""
    total_seconds: Seconds | None = None
    """Seconds of the timed steps, both sides counted; none where the learner or the baby sets the time."""
    total_note: str = ""
    most_minutes_a_day: Minutes
    """After so many minutes of practice the player offers reading and watching until tomorrow (a course choice)."""
    needs: list[ObjectiveId]
    """What has to be known before this routine is practised: each right on its latest try, in whichever quiz."""
    claims: list[ClaimId]

    @property
    def gate_id(self) -> Gate:
        """Which readiness check comes first."""
        return "relax" if self.id == "relax" else "milk"


class RoutineStep(Record, frozen=True, kw_only=True):
    """One step of a routine."""

    own_words: ClassVar[dict[str, frozenset[str]]] = {"hand_words": frozenset({"cycle"})}

    id: StepKey
    title: Text
    instruction: Text
    brief: str = ""
    """The instruction for the stage of the player, where two lines have to do; none where the instruction is short."""
    claims: list[ClaimId] = []
    seconds: Seconds | None = None
    """Seconds of one segment; none where ``led_by`` is the learner or the baby."""
    longest_seconds: Seconds | None = None
    """The longest one segment may last, whatever is set (a course choice); none only where the baby leads."""
    most_times: Annotated[int, Meta(ge=1, le=3)] | None = None
    """How often one practice may come to each side or area (a course choice); none where no hand works."""
    on_nipple: bool = False
    """True: a hand rests or moves on the nipple itself. Such a step is done once."""
    segments: Annotated[int, Meta(ge=1, le=3)] = 1
    """How often the seconds are spent: 2 for one a side, up to 3 for firm areas."""
    segments_of: Literal["once", "side", "firm-area"] = "once"
    led_by: Literal["clock", "learner", "baby", "pump"] = "clock"
    time_basis: Literal["source", "course-choice"]
    time_note: str = ""
    optional: bool = False
    on_at_start: bool = True
    """False: the step is off until the learner switches it on."""
    in_total: bool = True
    pressure_min: PressureLevel | None = None
    pressure_max: PressureLevel | None = None
    pressure_note: str = ""
    direction: str = ""
    motion: str = ""
    """How the hand moves, as a table tells it."""
    hand: Movement
    """How the drawing of the player moves the hands."""
    hand_words: str = ""
    """What that drawing shows, in words. ``{cycle}`` is about how many seconds one circle or stroke takes."""
    scene: Scene | None = None
    """What the small picture beside the card shows instead of the movement."""
    scene_words: str = ""
    """That picture in words; a picture of the movement has its words in ``hand_words``."""
    picture: Annotated[int, Meta(ge=1, le=4)] | None = None
    """Which picture of drawing F14 shows the step on a handout, counted from 1; none where none does."""
    avoid: list[Text]
    references: list[ReferenceId] = []
    label: str = ""
    """A label learners must see, such as "experts differ" or "untested"."""
    not_on_sheet: bool = False
    """True: the course adds this step, and the sheet has none like it, so it has no number among the sheet's own."""

    @property
    def cue(self) -> str:
        """What the stage of the player says of the step, in two lines."""
        return self.brief or self.instruction


NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""Numbers as a title writes them, from 1."""
MOST_TIMES_ON_A_FIRM_AREA = 2
"""A firm area is touched at most twice in one practice: what has not softened then is left alone (a course choice)."""


def routine_times_sum_up(located: list[Located]) -> Iterator[Problem]:
    """A routine's total is the sum of its timed steps."""
    heads = {item.source.file: (item, head) for item, head in of_type(located, RoutineHead)}
    for file, (item, head) in heads.items():
        if head.total_seconds is None:
            continue
        steps = [s for place, s in of_type(located, RoutineStep) if place.source.file == file]
        total = seconds_of(steps, usual=False)
        if total != head.total_seconds:
            what = f"The steps last {total} s, the routine says {head.total_seconds} s."
            yield item.problem(what, "Make the two agree.", "total_seconds")


def seconds_of(steps: Iterable[RoutineStep], *, usual: bool) -> int:
    """Seconds of all timed steps that count; ``usual``: only of those that nobody has to switch on first."""
    counted = (step for step in steps if step.in_total and (step.on_at_start or not usual))
    return sum((step.seconds or 0) * step.segments for step in counted)


def in_words(seconds: int) -> str:
    """A time such as “7 minutes 50 seconds”, or “7 minutes”."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} minutes {rest} seconds" if rest else f"{minutes} minutes"


def a_routine_lasts_what_it_says(located: list[Located]) -> Iterator[Problem]:
    """A number of minutes in a title is the usual time; the note names that time first, and the one with all steps."""
    for item, head in of_type(located, RoutineHead):
        steps = [step for place, step in of_type(located, RoutineStep) if place.source.file == item.source.file]
        usual, whole = (seconds_of(steps, usual=choice) for choice in (True, False))
        named = _minutes_in(head.title)
        if named is not None and (head.total_seconds is None or named * 60 != usual):
            what = f"The title says {named} minutes; it lasts {in_words(usual)}."
            yield item.problem(what, "Make the steps as long, or change the title.", "title")
        if head.total_seconds is None:
            continue
        told = head.total_note.startswith(in_words(usual)) and in_words(whole) in head.total_note
        if not told:
            what = f"The note does not say {in_words(usual)}, and {in_words(whole)} with every step."
            yield item.problem(what, "Begin with the usual time, and name the longest.", "total_note")


def _minutes_in(title: str) -> int | None:
    """The number of minutes that a title names; none if it names none."""
    found = re.search(rf"\b({'|'.join(NUMBERS)}|\d+)\b.*\bminutes?\b", title.lower())
    if not found:
        return None
    return NUMBERS.index(found[1]) + 1 if found[1] in NUMBERS else int(found[1])


def steps_are_named_in_words(located: list[Located]) -> Iterator[Problem]:
    """A step is called by more than one word: “Close” could be a button, or the eyes."""
    for item, step in of_type(located, RoutineStep):
        if " " not in step.title:
            yield item.problem(
                f"“{step.title}” does not say what is done.", "Name the step in two words or more.", "title"
            )


def steps_are_timed_or_led(located: list[Located]) -> Iterator[Problem]:
    """A step led by the clock has seconds."""
    for item, step in of_type(located, RoutineStep):
        if step.led_by == "clock" and step.seconds is None:
            yield item.problem("No seconds for a step that the clock leads.", "Give its seconds.", "seconds")
        if step.pressure_min is not None and (step.pressure_max or 0) < step.pressure_min:
            yield item.problem("The pressure range is upside down.", "Put the lighter one first.", "pressure_max")


def every_step_has_a_longest_time(located: list[Located]) -> Iterator[Problem]:
    """No step is planned longer or more often than the longest that it names itself; the baby alone needs none."""
    for item, step in of_type(located, RoutineStep):
        if step.led_by != "baby" and step.longest_seconds is None:
            yield item.problem("No longest time.", "Give the longest one segment may last.", "longest_seconds")
        if step.longest_seconds is not None and (step.seconds or 0) > step.longest_seconds:
            what = f"A segment lasts {step.seconds} s, longer than its own longest, {step.longest_seconds} s."
            yield item.problem(what, "Shorten the step. Do not raise the longest time to fit it.", "seconds")
        if step.most_times is not None and step.segments_of == "once" and step.segments > step.most_times:
            what = f"It is planned {step.segments} times, more often than its own most, {step.most_times}."
            yield item.problem(what, "Plan it less often.", "segments")


def hands_come_back_seldom(located: list[Located]) -> Iterator[Problem]:
    """A step in which a hand works says how often; the nipple is touched once, a firm area at most twice."""
    for item, step in of_type(located, RoutineStep):
        hand_works = step.pressure_max is not None and step.pressure_max > 0
        if (hand_works or step.on_nipple) and step.most_times is None:
            yield item.problem("Nothing says how often.", "Say how often one practice may come to it.", "most_times")
            continue
        times = step.most_times or 0
        if step.on_nipple and (times > 1 or not step.optional or step.on_at_start):
            what = "A step on the nipple is done once at most, and only by those who chose it."
            yield item.problem(what, "Make it optional, off at the start, and most_times = 1.", "on_nipple")
        if step.segments_of == "firm-area" and times > MOST_TIMES_ON_A_FIRM_AREA:
            what = f"A firm area would be touched {times} times."
            yield item.problem(what, f"{MOST_TIMES_ON_A_FIRM_AREA} times at most.", "most_times")


LONGEST_CUE = 90
"""So many characters of an instruction stand on the stage of the player, in two lines beside the hands."""


def cues_fit_the_stage(located: list[Located]) -> Iterator[Problem]:
    """What the player's stage says of a step, with the step that it takes in, is at most two lines long."""
    before: tuple[str, RoutineStep] | None = None
    for item, step in of_type(located, RoutineStep):
        joins = before is not None and before[0] == item.source.file
        said = f"{before[1].cue} {step.cue}" if before is not None and joins else step.cue
        if len(said) > LONGEST_CUE:
            what = f"The stage of the player would say {len(said)} characters, and has room for {LONGEST_CUE}."
            yield item.problem(what, "Say the same in `brief`, in fewer words.", "brief")
        before = (item.source.file, step) if step.led_by == "clock" and not step.seconds else None


def movements_are_told(located: list[Located]) -> Iterator[Problem]:
    """What the drawing shows is said in words too; a step that only begins the next one has no drawing of its own."""
    for item, step in of_type(located, RoutineStep):
        begins_the_next = step.led_by == "clock" and not step.seconds
        if not begins_the_next and not step.hand_words:
            yield item.problem("The drawing is not told in words.", "Say what it shows.", "hand_words")
        if begins_the_next and step.hand != "none":
            yield item.problem("A step without time moves no hand.", 'Give it seconds, or write hand = "none".', "hand")


def every_step_has_a_picture(located: list[Located]) -> Iterator[Problem]:
    """A step whose hands do not move shows a scene, and a scene is told in words of its own."""
    for item, step in of_type(located, RoutineStep):
        if step.hand == "none" and step.scene is None:
            yield item.problem("The step has no small picture.", "Name a scene.", "scene")
        if bool(step.scene) != bool(step.scene_words):
            yield item.problem("A scene and its words belong together.", "Say what the picture shows.", "scene_words")


BEFORE_THE_RING = "before the darker ring"
"""The words of a step whose strokes end before the areola."""
SIDES: tuple[Side, Side] = ("left", "right")


def hands_keep_off_the_nipple(located: list[Located]) -> Iterator[Problem]:
    """Only a step on the nipple draws a hand on it; where the words end before the darker ring, so does the hand."""
    for item, step in of_type(located, RoutineStep):
        if not step.on_nipple and _comes_within(NIPPLE_RADIUS, step.hand, step.segments):
            what = "The drawn hand comes over the nipple, and this is no step on the nipple."
            yield item.problem(what, "Choose a movement that keeps off it.", "hand")
        elif BEFORE_THE_RING in f"{step.instruction} {step.hand_words}" and _comes_within(
            AREOLA_RADIUS, step.hand, step.segments
        ):
            what = "The words end before the darker ring, and the drawn hand goes on."
            yield item.problem(what, "Choose a movement that ends before it.", "hand")


@functools.cache
def _comes_within(radius: float, hand: Movement, segments: int) -> bool:
    """Whether a drawn hand comes so near to the middle of a nipple, in millimetres, on either side in any segment."""
    drawn = (hands(hand, side, area) for side in SIDES for area in range(1, segments + 1))
    return any(touch_a_nipple(moving, radius) for moving in drawn)


RULES = (
    hands_keep_off_the_nipple,
    movements_are_told,
    every_step_has_a_picture,
    cues_fit_the_stage,
    routine_times_sum_up,
    a_routine_lasts_what_it_says,
    steps_are_named_in_words,
    steps_are_timed_or_led,
    every_step_has_a_longest_time,
    hands_come_back_seldom,
)
