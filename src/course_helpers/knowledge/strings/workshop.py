"""The words of plans, projector, slides, bundles and handouts."""

from course_helpers.knowledge.strings.base import Text, Words


class WorkshopWords(Words, frozen=True, kw_only=True):
    """Plans, the projector, slides and bundles."""

    block: Text
    sections: Text
    or_sections: Text
    lesson_minutes: Text
    group_minutes: Text
    sum: Text
    from_to: Text
    sum_row: Text
    nothing: Text
    watch: Text
    watch_or_practise: Text
    left_over: Text
    left_over_intro: Text
    left_over_minutes: Text
    notes_title: Text
    note_place: Text
    questions_caption: Text
    question: Text
    answer: Text
    projector: Text
    projector_short_name: Text
    projector_intro: Text
    projector_choose: Text
    projector_closing: Text
    projector_safety: Text
    projector_begin: Text
    projector_keys: Text
    projector_show: Text
    projector_reveal: Text
    projector_next: Text
    projector_back: Text
    projector_end: Text
    projector_progress: Text
    projector_talk: Text
    projector_right: Text
    projector_other: Text
    projector_silent: Text
    projector_shown: Text
    projector_revealed: Text
    slide_screen_only: Text
    slide_on_paper: Text
    slide_run_cell: Text
    slide_own_screen: Text
    slide_answer: Text
    slide_choose_one: Text
    slide_choose_all: Text
    slide_put_in_order: Text
    slide_point: Text
    slide_point_many: Text
    slide_decide: Text
    bundle_page: Text


class HandoutWords(Words, frozen=True, kw_only=True):
    """The sheets for a room."""

    footer: Text
    fill_in: Text
    call_emergency: Text
    call_out_of_hours: Text
    call_maternity: Text
    call_midwife: Text
    call_breast_clinic: Text
    call_to_talk: Text
    may_i: Text
    report: Text
    care_cards: Text
    look_and_feel: Text
    words: Text
    sources: Text
    certificate: Text
    before_relax: Text
    before_milk: Text
    pressures: Text
    mirror: Text
    decide_first: Text
    decide_rule: Text
    decide_yes: Text
    may_i_intro: Text
    may_i_relax: Text
    may_i_milk: Text
    may_i_caption: Text
    may_i_cards: Text
    card: Text
    ask_yourself: Text
    yes_means: Text
    go_on: Text
    with_changes: Text
    with_changes_in_lesson: Text
    """The same where no table of changes follows: in a lesson, which names the section that has them."""
    changes_title: Text
    fits_you: Text
    no_change: Text
    may_i_go: Text
    course_rule: Text
    report_intro: Text
    report_else: Text
    look_and_feel_intro: Text
    steps_look: Text
    steps_feel: Text
    search_on_paper: Text
    before_you_press: Text
    sheet_intro: Text
    sources_intro: Text
    six_before_title: Text
    six_before_intro: Text
    six_after_title: Text
    six_after_intro: Text
    six_key_title: Text
    six_key_intro: Text
    six_right: Text
    six_question: Text
    six_before: Text
    six_after: Text
    six_told: Text
    six_count: Text
    six_counted: Text
    six_people: Text
    six_sum: Text
    six_limits: Text
    certificate_text: Text
    certificate_limits: Text
    no_proof: Text
    no_permission: Text
    no_all_clear: Text
    name: Text
    place: Text
    date: Text
    leader: Text
