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


class SearchWords(Words, frozen=True, kw_only=True):
    """The search trainer."""

    title: Text
    intro: Text
    limit: Text
    privacy: Text
    chest: Text
    skin: Text
    skin_neutral: Text
    skin_light: Text
    skin_brown: Text
    skin_deep_brown: Text
    side: Text
    side_left: Text
    side_right: Text
    way: Text
    way_show: Text
    way_hint: Text
    way_unaided: Text
    pressure: Text
    pressure_1: Text
    pressure_2: Text
    pressure_3: Text
    pressure_4: Text
    name_1: Text
    name_2: Text
    name_3: Text
    name_4: Text
    firm_only: Text
    device: Text
    board: Text
    board_role: Text
    how: Text
    by_buttons: Text
    go_up: Text
    go_down: Text
    go_left: Text
    go_right: Text
    circle: Text
    stay_down: Text
    where: Text
    outside: Text
    place: Text
    circled: Text
    pads_down: Text
    pads_up: Text
    pressure_now: Text
    edge: Text
    ready: Text
    too_long: Text
    again: Text
    cleared: Text
    far: Text
    near: Text
    show: Text
    show_intro: Text
    show_time: Text
    play: Text
    stop: Text
    playing: Text
    played: Text
    show_steps: Text
    next_still: Text
    still: Text
    still_1: Text
    still_2: Text
    still_3: Text
    still_4: Text
    still_5: Text
    result: Text
    nothing: Text
    all_three: Text
    share: Text
    summary: Text
    gaps_title: Text
    gaps_none: Text
    gap: Text
    gap_rows: Text
    gap_row: Text
    not_reached: Text
    not_done: Text
    in_part: Text
    all_in_part: Text
    how_title: Text
    pattern_strips: Text
    pattern_circles: Text
    pattern_spokes: Text
    pattern_mixed: Text
    pattern_little: Text
    small_circles: Text
    sliding: Text
    overlap: Text
    time: Text
    map: Text
    map_title: Text
    table: Text
    part: Text
    trials_title: Text
    trial_circles: Text
    trial_spokes: Text
    trials_limit: Text
    course_choice: Text
    sources: Text
    hide: Text
    hidden: Text
    felt: Text
    reveal: Text
    revealed: Text
    spot: Text
    spot_shown: Text
    spot_no_circle: Text
    spot_other_pressure: Text
    spot_not_reached: Text
    spot_number: Text
    tissue: Text
    region_above_collarbone: Text
    region_under_collarbone: Text
    region_breastbone: Text
    region_upper_inner: Text
    region_upper_outer: Text
    region_armpit: Text
    region_nipple: Text
    region_lower_inner: Text
    region_lower_outer: Text
    region_fold: Text
    short_name: Text


class LookFirstWords(Words, frozen=True, kw_only=True):
    """Look first."""

    title: Text
    intro: Text
    number: Text
    story: Text
    seen: Text
    choose: Text
    choice_report: Text
    choice_wait: Text
    choice_leave: Text
    tell: Text
    choose_first: Text
    agrees: Text
    differs: Text
    never_wrong: Text
    who: Text
    how_soon: Text
    others: Text
    sources: Text
    previous: Text
    next: Text
    limit: Text
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
