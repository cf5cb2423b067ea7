"""The words of JupyterLab around the lessons, and those that every panel shares."""

from course_helpers.knowledge.strings.base import Text, Words


class PanelWords(Words, frozen=True, kw_only=True):
    """What any panel may have to say."""

    section: Text
    sources: Text
    fault: Text
    silent: Text
    refused: Text


class ExtensionWords(Words, frozen=True, kw_only=True):
    """The bar, the help window and what is said while a lesson starts."""

    worried: Text
    worried_title: Text
    worried_intro: Text
    worried_which: Text
    worried_else: Text
    worried_call: Text
    close: Text
    back: Text
    card_who: Text
    card_how_soon: Text
    card_do_now: Text
    card_say: Text
    go_back: Text
    find: Text
    find_label: Text
    find_next: Text
    find_previous: Text
    find_at: Text
    find_none: Text
    text_size: Text
    text_smaller: Text
    text_larger: Text
    facilitator_show: Text
    facilitator_hide: Text
    bar_name: Text
    opening: Text
    locked_title: Text
    locked: Text
    locked_closed: Text
    starting: Text
    part_waits: Text
    start_again: Text
    stopped: Text
    playing: Text
    changed: Text
    too_slow: Text
    fault: Text
    course_silent: Text
    course_silent_stored: Text
    course_silent_go_on: Text
    screen_only: Text
    print: Text
    print_what: Text
    print_all: Text
    print_section: Text
    printed: Text
    printed_page: Text
    elsewhere: Text
    read_here: Text
    link_now: Text
    link_check: Text
    link_slow: Text
    link_milk: Text


class WayWords(Words, frozen=True, kw_only=True):
    """The home of the course, the list of its lessons, and the search over all of them."""

    course_name: Text
    page_name: Text
    home: Text
    home_intro: Text
    go_on: Text
    review_one: Text
    review_many: Text
    doors: Text
    doors_again: Text
    lessons: Text
    lessons_of: Text
    lesson_number: Text
    one_minute: Text
    minutes: Text
    to_look_up: Text
    read: Text
    lesson_before: Text
    lesson_after: Text
    lesson_named: Text
    at_the_end: Text
    search: Text
    search_label: Text
    search_hint: Text
    search_none: Text
    search_many: Text
    search_some: Text
    search_wait: Text
    search_failed: Text
    search_word: Text
    search_figure: Text
    all_of_jupyterlab: Text
    only_the_course: Text
    dark_page: Text
    light_page: Text
    drawing: Text
    drawing_larger: Text
    tools: Text
