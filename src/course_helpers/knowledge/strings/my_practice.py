"""The words of lesson 08: where the learner stands, review, history, reminder, certificate, the record itself."""

from course_helpers.knowledge.strings.base import Text, Words


class ReviewWords(Words, frozen=True, kw_only=True):
    """The questions that come back on a later day."""

    short_name: Text
    label: Text
    title: Text
    begin: Text
    more: Text
    due_one: Text
    due_some: Text
    due_many: Text
    none_due: Text
    nothing_yet: Text
    how: Text
    quiet: Text
    done_title: Text
    done_counts: Text
    done_next: Text
    done_more: Text
    not_now: Text


class StandingWords(Words, frozen=True, kw_only=True):
    """Where the learner stands."""

    short_name: Text
    title: Text
    go_on: Text
    begin_here: Text
    lessons: Text
    where: Text
    read: Text
    begun: Text
    open: Text
    of_checks: Text
    when_read: Text
    know: Text
    know_note: Text
    known: Text
    practised: Text
    not_practised: Text
    routine_once: Text
    routine_often: Text
    searched: Text
    nothing_yet: Text
    not_now: Text


class HistoryWords(Words, frozen=True, kw_only=True):
    """What was practised, as charts and tables."""

    short_name: Text
    title: Text
    empty: Text
    summary_one: Text
    summary_many: Text
    show: Text
    drawing: Text
    as_table: Text
    not_now: Text
    days_title: Text
    days_alt: Text
    days_alt_none: Text
    days_table: Text
    month: Text
    sessions: Text
    minutes: Text
    steps_title: Text
    steps_alt: Text
    steps_alt_none: Text
    step: Text
    routine: Text
    reviews_title: Text
    reviews_alt: Text
    reviews_alt_none: Text
    reviews_table: Text
    day: Text
    points: Text
    sure_title: Text
    sure_alt: Text
    sure_table: Text
    how_sure: Text
    right: Text
    wrong: Text
    sure_3: Text
    sure_2: Text
    sure_1: Text


class AimWords(Words, frozen=True, kw_only=True):
    """One aim for a practice: before it, and one question after it."""

    aim_title: Text
    aim_note: Text
    aim_slow: Text
    aim_light: Text
    aim_free: Text
    aim_name_slow: Text
    aim_name_light: Text
    aim_name_free: Text
    aim_chosen: Text
    aim_change: Text
    aim_none: Text
    aim_ask: Text
    aim_often: Text
    aim_sometimes: Text
    aim_no: Text
    aim_next: Text
    aim_same: Text
    aim_kept: Text
    aim_not_stored: Text


class ReminderWords(Words, frozen=True, kw_only=True):
    """A calendar file for looking and feeling."""

    short_name: Text
    title: Text
    note: Text
    rule: Text
    rule_once: Text
    rule_month: Text
    date: Text
    day: Text
    name: Text
    name_private: Text
    name_plain: Text
    event_private: Text
    event_plain: Text
    about_private: Text
    about_plain: Text
    make: Text
    made: Text
    no_date: Text
    past_date: Text
    far_date: Text
    file: Text


class CertificateWords(Words, frozen=True, kw_only=True):
    """The certificate of the course."""

    short_name: Text
    title: Text
    ready: Text
    not_yet: Text
    lesson_open: Text
    safety_open: Text
    name: Text
    name_note: Text
    make_pdf: Text
    make_png: Text
    made: Text
    name_empty: Text
    name_long: Text
    name_signs: Text
    name_letters: Text
    not_made: Text
    sheet_title: Text
    sheet_course: Text
    sheet_name: Text
    sheet_covered: Text
    sheet_safety: Text
    sheet_lesson: Text
    sheet_limits: Text
    sheet_made: Text
    file: Text


class OwnRecordWords(Words, frozen=True, kw_only=True):
    """What the learner can do with the record."""

    short_name: Text
    title: Text
    save: Text
    save_note: Text
    save_json: Text
    save_csv: Text
    saved: Text
    file_json: Text
    file_csv: Text
    bring: Text
    bring_note: Text
    bring_choose: Text
    import_done: Text
    import_none: Text
    import_foreign: Text
    import_damaged: Text
    import_newer: Text
    import_missing: Text
    import_large: Text
    who: Text
    who_note: Text
    who_nameless: Text
    who_now: Text
    who_new: Text
    who_add: Text
    who_switched: Text
    name_empty: Text
    name_long: Text
    name_signs: Text
    name_taken: Text
    name_many: Text
    where: Text
    where_file: Text
    where_memory: Text
    not_now: Text
