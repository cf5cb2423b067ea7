"""The words about the learner's own record."""

from course_helpers.knowledge.strings.base import Text, Words


class RecordWords(Words, frozen=True, kw_only=True):
    """What is said when a record cannot be used."""

    set_aside: Text
    newer: Text
    memory_only: Text


class MarksWords(Words, frozen=True, kw_only=True):
    """The mark of a lesson read."""

    short_name: Text
    title: Text
    mark: Text
    take_back: Text
    read_so_far: Text
    none_read: Text
    questions_open: Text
    not_stored: Text


class ShortWayWords(Words, frozen=True, kw_only=True):
    """The row of steps to a first practice."""

    label: Text
    done: Text
    go_on: Text
    way_back: Text
    all_done: Text
    not_stored: Text


class StoredWords(Words, frozen=True, kw_only=True):
    """What is stored about the learner."""

    short_name: Text
    title: Text
    show: Text
    nothing: Text
    kept: Text
    answers: Text
    rounds: Text
    warm_ups: Text
    lessons: Text
    practices: Text
    short_way: Text
    lesson_ends: Text
    places: Text
    reviews: Text
    aims: Text
    exports: Text
    searches: Text
    set_aside: Text
    where_file: Text
    body: Text
    knowledge: Text
    text_size: Text
    player: Text
    leaves: Text
    forget: Text
    forget_sure: Text
    forget_type: Text
    forget_word: Text
    forget_other_word: Text
    forget_typed_other: Text
    forget_yes: Text
    forget_no: Text
    forgotten: Text
    not_forgotten: Text
