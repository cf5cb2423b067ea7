"""The parts of the course that a notebook may call, and nothing else.

    import course_helpers as course
    course.evidence_card("S13")

Every call returns something that shows itself. A call never ends in a traceback: if the content is damaged,
the learner reads a plain sentence, and the details wait below it for the authors.
"""

from typing import TYPE_CHECKING

from course_helpers.error_boundary import error_boundary

if TYPE_CHECKING:
    from course_helpers.document import Document
    from course_helpers.explorers.claims import ClaimExplorer
    from course_helpers.explorers.disagreements import DisagreementExplorer
    from course_helpers.explorers.good_day import GoodDayExplorer
    from course_helpers.explorers.hands_find import HandsFind
    from course_helpers.explorers.look_first import LookFirst
    from course_helpers.explorers.pace import PaceBar
    from course_helpers.explorers.search import SearchTrainer
    from course_helpers.explorers.signs import SignExplorer
    from course_helpers.explorers.sorting import SortPanel
    from course_helpers.my_practice import (
        CertificatePanel,
        HistoryPanel,
        OwnRecordPanel,
        ReminderPanel,
        StandingPanel,
    )
    from course_helpers.player import PlayerPanel
    from course_helpers.quiz import CheckPanel, QuizPanel, ReviewPanel, ShortWayPanel, WarmUpPanel
    from course_helpers.record.panel import StoredPanel
    from course_helpers.record.read_marks import ReadMark
    from course_helpers.workshop.projector import ProjectorPanel

__all__ = [
    "all_cards",
    "all_signs",
    "care_card",
    "certificate",
    "check",
    "claim_line",
    "course_map",
    "doors",
    "evidence_card",
    "explore_claims",
    "explore_disagreements",
    "explore_signs",
    "facilitator_notes",
    "figure",
    "glossary",
    "good_day",
    "hands_find",
    "lesson_link",
    "look_closer",
    "look_first",
    "milk_decision",
    "my_record",
    "notices",
    "pace_bar",
    "passage",
    "play_routine",
    "practice_history",
    "project_questions",
    "read_mark",
    "reference_list",
    "reminder",
    "report_table",
    "review",
    "routine_step",
    "routine_steps",
    "screening_table",
    "search_trainer",
    "self_exam_facts",
    "self_exam_steps",
    "sheet_line_by_line",
    "short_way",
    "sign_cards",
    "sort",
    "stop_rule",
    "take_quiz",
    "tier_table",
    "unconfirmed",
    "warm_up",
    "what_is_stored",
    "where_you_stand",
    "words",
    "workshop_plan",
    "workshop_questions",
]


@error_boundary
def evidence_card(claim_id: str) -> "Document":
    """The evidence card of a claim, S01 to S41, in short."""
    from course_helpers.lesson import cards

    return cards.evidence_card(claim_id)


@error_boundary
def claim_line(claim_id: str) -> "Document":
    """One line on a claim that another lesson teaches in full, with a link to it."""
    from course_helpers.lesson import cards

    return cards.claim_line(claim_id)


@error_boundary
def look_closer(section_id: str) -> "Document":
    """The one fold at the end of a section: full cards, drawings in words, exceptions, numbers, sources."""
    from course_helpers.lesson import closer

    return closer.look_closer(section_id)


@error_boundary
def sign_cards(place: str) -> "Document":
    """Signs that call for the same help, one card each: ``level-1``, ``level-2`` or ``milk``."""
    from course_helpers.lesson import sign_groups

    return sign_groups.sign_cards(place)


@error_boundary
def tier_table(tier: int) -> "Document":
    """All situations of one tier, each with its change."""
    from course_helpers.lesson import cards

    return cards.tier_table(tier)


@error_boundary
def care_card(card_id: str) -> "Document":
    """What to do: who, how soon, do now, what to say."""
    from course_helpers.lesson import cards

    return cards.care_card(card_id)


@error_boundary
def stop_rule() -> "Document":
    """The stop rule in its fixed wording."""
    from course_helpers.lesson import cards

    return cards.stop_rule()


@error_boundary
def notices() -> "Document":
    """The notices every part of the course carries, and who has signed the course off."""
    from course_helpers.lesson import cards

    return cards.notices()


@error_boundary
def milk_decision() -> "Document":
    """The four questions before any touch of a breast that makes milk, on one screen."""
    from course_helpers.lesson import milk_decision

    return milk_decision.milk_decision()


@error_boundary
def passage(passage_id: str) -> "Document":
    """A part of the main line whose words depend on the place, such as ``milk-after-loss``."""
    from course_helpers.lesson import passages

    return passages.passage(passage_id)


@error_boundary
def check(check_id: str) -> "CheckPanel | Document":
    """A check question inside a lesson: choose, check, read why."""
    from course_helpers.quiz import CheckPanel

    return CheckPanel.current(check_id)


@error_boundary
def take_quiz(quiz_id: str) -> "QuizPanel | Document":
    """A quiz: ``seven`` and ``safety`` in lesson 05, ``relax`` in 06, ``milk`` in 07."""
    from course_helpers.quiz import QuizPanel

    return QuizPanel.current(quiz_id)


@error_boundary
def warm_up() -> "WarmUpPanel | Document":
    """The six warm-up questions, not scored."""
    from course_helpers.quiz import WarmUpPanel

    return WarmUpPanel.current()


@error_boundary
def doors() -> "Document":
    """The four ways into the course, each with its time."""
    from course_helpers.lesson import doors

    return doors.doors()


@error_boundary
def short_way() -> "ShortWayPanel | Document":
    """The steps of the short way to a first practice, with its place kept."""
    from course_helpers.quiz import ShortWayPanel

    return ShortWayPanel.current()


@error_boundary
def course_map() -> "StandingPanel | Document":
    """All lessons with their minutes, whom they are for, and what of them the learner has read."""
    from course_helpers.my_practice import StandingPanel

    return StandingPanel.current("map")


@error_boundary
def lesson_link(lesson_id: str) -> "Document":
    """The name of a lesson, as a link if the lesson is ready."""
    from course_helpers.lesson import pages

    return pages.lesson_link(lesson_id)


@error_boundary
def all_cards() -> "Document":
    """The full cards of all 41 lines of the sheet, in folds by topic."""
    from course_helpers.lesson import everything

    return everything.all_cards()


@error_boundary
def all_signs() -> "Document":
    """Every sign and situation with its reason, who to contact and how soon, in one fold a level."""
    from course_helpers.lesson import everything

    return everything.all_signs()


@error_boundary
def unconfirmed() -> "Document":
    """Every rule and choice of the course that no clinician has confirmed yet."""
    from course_helpers.lesson import everything

    return everything.unconfirmed()


@error_boundary
def glossary() -> "Document":
    """Every word the lessons explain, from A to Z."""
    from course_helpers.lesson import appendix

    return appendix.glossary()


@error_boundary
def reference_list(group: str) -> "Document":
    """All sources of one group, A B C H L M P or U: what was checked, and where they are used."""
    from course_helpers.lesson import appendix

    return appendix.reference_list(group)


@error_boundary
def words(lesson_id: str) -> "Document":
    """The words a lesson explains."""
    from course_helpers.lesson import pages

    return pages.words(lesson_id)


@error_boundary
def figure(figure_id: str) -> "Document":
    """A drawing with its alt text and a longer description."""
    from course_helpers.lesson import pages

    return pages.figure(figure_id)


@error_boundary
def what_is_stored() -> "StoredPanel | Document":
    """What the course keeps about its learner, and how to erase it."""
    from course_helpers.record.panel import StoredPanel

    return StoredPanel.current()


@error_boundary
def read_mark(lesson_id: str) -> "ReadMark | Document":
    """A button at the end of a lesson: "Mark this lesson as read"."""
    from course_helpers.record.read_marks import ReadMark

    return ReadMark.current(lesson_id)


@error_boundary
def where_you_stand() -> "StandingPanel | Document":
    """What the learner has read, knows and has practised, and where to go on."""
    from course_helpers.my_practice import StandingPanel

    return StandingPanel.current("all")


@error_boundary
def review() -> "ReviewPanel | Document":
    """The questions that come back today."""
    from course_helpers.quiz import ReviewPanel

    return ReviewPanel.current()


@error_boundary
def practice_history() -> "HistoryPanel | Document":
    """What was practised, as charts and tables when they are asked for, and an aim for the next time."""
    from course_helpers.my_practice import HistoryPanel

    return HistoryPanel.current()


@error_boundary
def reminder() -> "ReminderPanel | Document":
    """A calendar file for looking and feeling, on the learner's own day."""
    from course_helpers.my_practice import ReminderPanel

    return ReminderPanel.current()


@error_boundary
def certificate() -> "CertificatePanel | Document":
    """The certificate, or what is still open for it."""
    from course_helpers.my_practice import CertificatePanel

    return CertificatePanel.current()


@error_boundary
def my_record() -> "OwnRecordPanel | Document":
    """Save a copy of the record, bring one in, learn under another name, see where it is."""
    from course_helpers.my_practice import OwnRecordPanel

    return OwnRecordPanel.current()


@error_boundary
def report_table() -> "Document":
    """What to report, to whom and how soon, in one table to print."""
    from course_helpers.lesson import sign_groups

    return sign_groups.report_table()


@error_boundary
def explore_signs() -> "SignExplorer | Document":
    """Choose an invented person and a sign; see the level and what to do."""
    from course_helpers.explorers.signs import SignExplorer

    return SignExplorer.current()


@error_boundary
def explore_disagreements() -> "DisagreementExplorer | Document":
    """Choose a question; see two positions side by side and what this course does."""
    from course_helpers.explorers.disagreements import DisagreementExplorer

    return DisagreementExplorer.current()


@error_boundary
def routine_steps(routine: str) -> "Document":
    """All steps of a routine in a table: ``relax``, ``before_feed`` or ``between_feeds``."""
    from course_helpers.lesson import routines

    return routines.routine_steps(routine)


@error_boundary
def routine_step(routine: str, step_id: str) -> "Document":
    """The card of one step of a routine."""
    from course_helpers.lesson import routines

    return routines.routine_step(routine, step_id)


@error_boundary
def play_routine(routine: str) -> "PlayerPanel | Document":
    """The player of a routine: watch it, or practise after today's readiness check."""
    from course_helpers.player import PlayerPanel

    return PlayerPanel.current(routine)


@error_boundary
def explore_claims() -> "ClaimExplorer | Document":
    """Filter the 41 lines of the sheet by verdict, topic and lesson."""
    from course_helpers.explorers.claims import ClaimExplorer

    return ClaimExplorer.current()


@error_boundary
def sheet_line_by_line() -> "Document":
    """All 41 lines of the sheet in its order, each with its verdict and its lesson."""
    from course_helpers.lesson import source_text

    return source_text.sheet_line_by_line()


@error_boundary
def self_exam_steps(part: str, first: int = 1, last: int | None = None) -> "Document":
    """The steps of looking (``look``) or feeling (``feel``); with numbers, only some of them."""
    from course_helpers.lesson import self_exam

    return self_exam.self_exam_steps(part, first, last)


@error_boundary
def self_exam_facts(part: str) -> "Document":
    """What was counted: ``honest-position``, ``when``, ``usual`` or ``report-numbers``."""
    from course_helpers.lesson import self_exam

    return self_exam.self_exam_facts(part)


@error_boundary
def screening_table() -> "Document":
    """Who is offered screening, place by place, who asks earlier, and what it can cost."""
    from course_helpers.lesson import screening

    return screening.screening_table()


@error_boundary
def good_day() -> "GoodDayExplorer | Document":
    """Choose an invented person; see which day suits for looking and feeling."""
    from course_helpers.explorers.good_day import GoodDayExplorer

    return GoodDayExplorer.current()


@error_boundary
def hands_find() -> "HandsFind | Document":
    """Choose a group; see as dots how many cancers hands find."""
    from course_helpers.explorers.hands_find import HandsFind

    return HandsFind.current()


@error_boundary
def sort(section: str) -> "SortPanel | Document":
    """The sorting of a section, such as ``1.6``: choose a column for each statement, read what the course says."""
    from course_helpers.explorers.sorting import SortPanel

    return SortPanel.current(section)


@error_boundary
def pace_bar() -> "PaceBar | Document":
    """A marker that moves along a bar, about 3 cm a second; the pace can be changed."""
    from course_helpers.explorers.pace import PaceBar

    return PaceBar.current()


@error_boundary
def look_first() -> "LookFirst | Document":
    """Drawings of visible changes on several chests and skins: what would you report?"""
    from course_helpers.explorers.look_first import LookFirst

    return LookFirst.current()


@error_boundary
def search_trainer() -> "SearchTrainer | Document":
    """Move finger pads over a drawn chest, then see what was covered, as a map and in words."""
    from course_helpers.explorers.search import SearchTrainer

    return SearchTrainer.current()


@error_boundary
def workshop_plan(plan_id: str) -> "Document":
    """A plan for a workshop with its times: ``ninety``, ``two-hours`` or ``half-day``."""
    from course_helpers.workshop import plans

    return plans.workshop_plan(plan_id)


@error_boundary
def workshop_questions() -> "Document":
    """What groups ask, each with an honest answer."""
    from course_helpers.workshop import plans

    return plans.workshop_questions()


@error_boundary
def facilitator_notes() -> "Document":
    """The notes for facilitators of every lesson, gathered."""
    from course_helpers.workshop import notes

    return notes.facilitator_notes()


@error_boundary
def project_questions() -> "ProjectorPanel | Document":
    """Questions for the screen in front of a room, one at a time; nothing is recorded."""
    from course_helpers.workshop.projector import ProjectorPanel

    return ProjectorPanel.current()
