"""The parts of the course that a notebook may call, and nothing else.

    import course_helpers as course
    course.evidence_card("S13")

Every call returns something that shows itself. A call never ends in a traceback: if the content is damaged,
the learner reads a plain sentence, and the details wait below it for the authors.
"""

import importlib
from collections.abc import Callable
from typing import Any

from course_helpers.error_boundary import error_boundary

PLACES = {
    "all_cards": ("lesson.everything",),
    "all_signs": ("lesson.everything",),
    "care_card": ("lesson.cards",),
    "certificate": ("my_practice.certificate_panel", "CertificatePanel"),
    "check": ("quiz.widget", "CheckPanel"),
    "claim_line": ("lesson.cards",),
    "course_map": ("my_practice.standing_panel", "StandingPanel", "map"),
    "doors": ("lesson.doors",),
    "evidence_card": ("lesson.cards",),
    "explore_claims": ("explorers.claims", "ClaimExplorer"),
    "explore_disagreements": ("explorers.disagreements", "DisagreementExplorer"),
    "explore_signs": ("explorers.signs", "SignExplorer"),
    "facilitator_notes": ("workshop.notes",),
    "figure": ("lesson.pages",),
    "glossary": ("lesson.appendix",),
    "good_day": ("explorers.good_day", "GoodDayExplorer"),
    "hands_find": ("explorers.hands_find", "HandsFind"),
    "lesson_link": ("lesson.pages",),
    "look_closer": ("lesson.closer",),
    "look_first": ("explorers.look_first", "LookFirst"),
    "milk_decision": ("lesson.milk_decision",),
    "my_record": ("my_practice.own_record", "OwnRecordPanel"),
    "notices": ("lesson.cards",),
    "pace_bar": ("explorers.pace", "PaceBar"),
    "passage": ("lesson.passages",),
    "play_routine": ("player", "PlayerPanel"),
    "practice_history": ("my_practice.history_panel", "HistoryPanel"),
    "project_questions": ("workshop.projector", "ProjectorPanel"),
    "read_mark": ("record.read_marks", "ReadMark"),
    "reference_list": ("lesson.appendix",),
    "reminder": ("my_practice.reminder_panel", "ReminderPanel"),
    "report_table": ("lesson.sign_groups",),
    "review": ("quiz.review_panel", "ReviewPanel"),
    "routine_step": ("lesson.routines",),
    "routine_steps": ("lesson.routines",),
    "screening_table": ("lesson.screening",),
    "search_trainer": ("explorers.search", "SearchTrainer"),
    "self_exam_facts": ("lesson.self_exam",),
    "self_exam_steps": ("lesson.self_exam",),
    "sheet_line_by_line": ("lesson.source_text",),
    "short_way": ("quiz.short_way", "ShortWayPanel"),
    "sign_cards": ("lesson.sign_groups",),
    "sort": ("explorers.sorting", "SortPanel"),
    "stop_rule": ("lesson.cards",),
    "take_quiz": ("quiz.widget", "QuizPanel"),
    "tier_table": ("lesson.cards",),
    "unconfirmed": ("lesson.everything",),
    "warm_up": ("quiz.widget", "WarmUpPanel"),
    "what_is_stored": ("record.panel", "StoredPanel"),
    "where_you_stand": ("my_practice.standing_panel", "StandingPanel", "all"),
    "words": ("lesson.pages",),
    "workshop_plan": ("workshop.plans",),
    "workshop_questions": ("workshop.plans",),
}
"""Each call with the module that has a function of its name; or with the module, the kind of panel that it shows, and
what says which one. A module is imported when its call is made, so that no lesson waits for what it does not show."""

__all__ = list(PLACES)


def __getattr__(name: str) -> Callable[..., Any]:
    """The call of this name."""
    if name not in PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, *panel = PLACES[name]

    def call(*given: Any, **named: Any) -> Any:
        place = importlib.import_module(f"{__name__}.{module}")
        if not panel:
            return getattr(place, name)(*given, **named)
        kind, *which = panel
        return getattr(place, kind).current(*which, *given, **named)

    call.__name__ = name
    return error_boundary(call)


def __dir__() -> list[str]:
    return __all__
