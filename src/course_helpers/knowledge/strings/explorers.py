"""The words of the panels in which a learner tries something out."""

from course_helpers.knowledge.strings.base import Text, Words


class ExplorerWords(Words, frozen=True, kw_only=True):
    """The sign explorer."""

    title: Text
    intro: Text
    person: Text
    sign: Text
    choose: Text
    waiting: Text
    not_for: Text
    level_1: Text
    level_2: Text
    level_3: Text
    level_none: Text
    never_all_clear: Text
    short_name: Text


class GoodDayWords(Words, frozen=True, kw_only=True):
    """The good-day explorer."""

    title: Text
    intro: Text
    person: Text
    choose: Text
    waiting: Text
    course_choice: Text
    sources: Text
    no_schedule: Text
    short_name: Text


class HandsFindWords(Words, frozen=True, kw_only=True):
    """What hands find."""

    title: Text
    intro: Text
    group_cancer: Text
    group_pain: Text
    size: Text
    size_one: Text
    waiting: Text
    cancer: Text
    cancer_one: Text
    pain: Text
    pain_none: Text
    pain_one: Text
    dots: Text
    dots_one: Text
    sources: Text
    limit: Text
    short_name: Text


class SortingWords(Words, frozen=True, kw_only=True):
    """Sorting, matching and votes."""

    privacy: Text
    agrees: Text
    differs: Text
    match_agrees: Text
    match_differs: Text
    match_other: Text
    never_wrong: Text
    who: Text
    how_soon: Text
    course_rule: Text
    course_choice: Text
    claims: Text
    sources: Text
    waiting: Text
    all_agree: Text
    some_differ: Text
    some_never_wrong: Text
    match_all_agree: Text
    match_some_differ: Text
    vote_done: Text
    again: Text
    round: Text
    next_round: Text
    previous_round: Text
    columns: Text
    answers: Text
    short_name: Text


class PaceWords(Words, frozen=True, kw_only=True):
    """The pace bar."""

    title: Text
    intro: Text
    legend: Text
    start: Text
    stop: Text
    waiting: Text
    moving: Text
    stopped: Text
    hidden: Text
    bar: Text
    measure: Text
    measured: Text
    steps: Text
    course_choice: Text
    sources: Text
    short_name: Text


class ClaimExplorerWords(Words, frozen=True, kw_only=True):
    """The claim explorer and the sheet line by line."""

    title: Text
    intro: Text
    verdict: Text
    topic: Text
    lesson: Text
    any: Text
    all: Text
    one: Text
    many: Text
    none: Text
    where: Text
    limit: Text
    topic_what_massage_is: Text
    topic_health_promises: Text
    topic_milk_promises: Text
    topic_safety: Text
    topic_self_check: Text
    topic_relaxation_steps: Text
    topic_milk_steps: Text
    topic_love_and_health: Text
    sheet_title: Text
    sheet_open: Text
    sheet_caption: Text
    sheet_line: Text
    sheet_says: Text
    sheet_sure: Text
    sheet_where: Text
    short_name: Text


class DisagreementExplorerWords(Words, frozen=True, kw_only=True):
    """Where authorities disagree."""

    title: Text
    intro: Text
    question: Text
    choose: Text
    waiting: Text
    shown: Text
    one: Text
    other: Text
    stance: Text
    sources: Text
    limit: Text
    short_name: Text
    table_open: Text
