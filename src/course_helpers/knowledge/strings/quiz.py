"""The words of questions, on the screen and on paper."""

from course_helpers.knowledge.strings.base import Text, Words


class QuizWords(Words, frozen=True, kw_only=True):
    """Quizzes, checks and warm-ups on the screen."""

    short_name: Text
    short_name_safety: Text
    short_name_check: Text
    short_name_warm_up: Text
    label: Text
    start_counts: Text
    start_counts_safety: Text
    start_no_clock: Text
    start_why: Text
    start_mastery: Text
    start_kept: Text
    start_stored: Text
    begin: Text
    questions_changed: Text
    progress: Text
    choose_one: Text
    choose_all: Text
    put_in_order: Text
    point: Text
    point_many: Text
    decide: Text
    decision: Text
    place: Text
    chosen_places: Text
    move_up: Text
    move_down: Text
    moved: Text
    hint: Text
    confidence: Text
    confidence_1: Text
    confidence_2: Text
    confidence_3: Text
    confidence_meaning: Text
    confidence_note: Text
    check_answer: Text
    next: Text
    finish: Text
    again: Text
    stop: Text
    stop_note: Text
    not_answered: Text
    not_answered_order: Text
    moved_on: Text
    not_stored: Text
    right: Text
    not_right: Text
    status_right: Text
    status_not_right: Text
    your_choice: Text
    mark_right: Text
    mark_wrong: Text
    right_order: Text
    stood: Text
    stood_right: Text
    because: Text
    sure_and_wrong: Text
    basis: Text
    looked_up: Text
    reread: Text
    answer_in_panel: Text
    summary_title: Text
    summary_counts: Text
    summary_stopped: Text
    mastered: Text
    mastered_all: Text
    mastered_waits: Text
    practice_waits: Text
    practise_now: Text
    not_yet: Text
    open_safety: Text
    open_rest: Text
    objectives_title: Text
    safety_mark: Text
    status_of_missed: Text
    status_of_open: Text
    status_of_right: Text
    sure_title: Text
    calibration: Text
    before_after: Text
    retry: Text
    retry_note: Text
    go_on: Text
    new: Text
    warm_up_note: Text
    warm_up_answered: Text
    warm_up_answer_in: Text
    warm_up_keep: Text
    warm_up_kept: Text
    warm_up_stored: Text
    warm_up_progress: Text


class PaperWords(Words, frozen=True, kw_only=True):
    """The quiz on paper."""

    title: Text
    intro: Text
    key_title: Text
    key_intro: Text
    choose_one: Text
    choose_all: Text
    put_in_order: Text
    point: Text
    point_many: Text
    decide: Text
