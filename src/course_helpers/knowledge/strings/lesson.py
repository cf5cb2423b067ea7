"""What lessons say of their own: cards, verdicts, the map, the appendix."""

from course_helpers.knowledge.strings.base import Text, Words


class VerdictWords(Words, frozen=True, kw_only=True, rename="kebab"):
    """What a verdict means, said in a sentence."""

    supported: Text
    mixed: Text
    unsupported: Text
    contradicted: Text
    tradition_only: Text
    practical: Text


class SurenessWords(Words, frozen=True, kw_only=True, rename="kebab"):
    """A verdict in two words, for a mark."""

    supported: Text
    mixed: Text
    unsupported: Text
    contradicted: Text
    tradition_only: Text
    practical: Text


class CardWords(Words, frozen=True, kw_only=True):
    """Cards of every kind: evidence, go, care, stop."""

    evidence: Text
    go: Text
    care: Text
    stop: Text
    stop_now: Text
    not_today: Text
    question: Text
    note: Text
    source_says: Text
    evidence_says: Text
    how_sure: Text
    what_to_do: Text
    sources: Text
    no_sources: Text
    checked_primary: Text
    checked_second_hand: Text
    course_rule: Text
    readiness_in_words: Text
    why: Text
    signs: Text
    who: Text
    how_soon: Text
    do_now: Text
    cannot_wait: Text
    sooner_for: Text
    fever_line: Text
    """For whom a fever is more urgent than the card says; on every card with ``fever_line``."""
    calm: Text
    say: Text
    change: Text
    situation: Text
    stop_rule_title: Text
    stop_rule: Text
    lists_rule: Text
    sign_cards: Text
    each_sign: Text
    cards_in_full: Text
    report_title: Text
    longer_description: Text
    look_closer: Text
    resting_on: Text


class LessonWords(Words, frozen=True, kw_only=True):
    """The map of the course and how a page is used."""

    told_in: Text
    minute: Text
    minutes: Text
    milk_decision: Text
    planned: Text
    path_everyone: Text
    path_milk: Text
    path_facilitator: Text
    path_appendix: Text
    map_lesson: Text
    map_minutes: Text
    map_for: Text
    map_title: Text


class SelfExamWords(Words, frozen=True, kw_only=True):
    """Looking and feeling, step by step."""

    step: Text
    why: Text
    course_choice: Text
    part_honest_position: Text
    part_when: Text
    part_usual: Text
    part_before_you_press: Text
    part_report_numbers: Text


class ScreeningWords(Words, frozen=True, kw_only=True):
    """The table of who is offered screening."""

    name: Text
    caption: Text
    place: Text
    ages: Text
    how_often: Text
    ask_earlier: Text


class RoutineWords(Words, frozen=True, kw_only=True):
    """The table of a routine's steps."""

    step: Text
    not_on_sheet: Text
    steps_in_full: Text
    movement: Text
    instruction: Text
    time_and_pressure: Text
    leave_out: Text
    same_as_before: Text
    time: Text
    pressure: Text
    direction: Text
    motion: Text
    our_choice: Text
    from_source: Text
    each_side: Text
    each_area: Text
    led_by_learner: Text
    led_by_pump: Text
    led_by_baby: Text
    optional: Text
    off_at_start: Text
    no_massage: Text
    nothing_to_avoid: Text


class AppendixWords(Words, frozen=True, kw_only=True):
    """Where each source is used."""

    in_text: Text
    in_lesson: Text
    used_in: Text
    not_used: Text
    group_a: Text
    group_b: Text
    group_c: Text
    group_h: Text
    group_l: Text
    group_m: Text
    group_p: Text
    group_u: Text
    rules: Text
    choices: Text
    unconfirmed: Text


class NoticeWords(Words, frozen=True, kw_only=True):
    """The rules at the head of a lesson."""

    teaches: Text
    not_all_clear: Text
    new_change: Text
    fever: Text
    title: Text
