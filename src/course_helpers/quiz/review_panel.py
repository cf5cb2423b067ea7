"""The panel of the review: the quiz on its page, with a first and a last page of its own."""

from datetime import date, datetime

from course_helpers.knowledge import load
from course_helpers.lesson.section_links import section_place
from course_helpers.locale import localised
from course_helpers.panel import Panel, View
from course_helpers.quiz.reviewing import MOST_AT_ONCE, ReviewSession
from course_helpers.quiz.schedule import Schedule, day_of
from course_helpers.quiz.snapshot import Snapshot
from course_helpers.quiz.summary import summary_page
from course_helpers.quiz.view_model import page
from course_helpers.quiz.widget import _SessionPanel, in_words
from course_helpers.record import NotStored, open_record

EMPTY: View = {"quiz": "review", "screen": "start", "round": 0, "position": 0, "closed": True}


def day_in_words(day: date) -> str:
    """A day as people say it, such as “Friday 4 December”."""
    return f"{day:%A} {day.day} {day:%B}"


class ReviewPanel(_SessionPanel):
    """What is due today, one question at a time."""

    short_name = "review"

    def __init__(self) -> None:
        super().__init__(ReviewSession())

    __repr__ = Panel.__repr__

    @classmethod
    def borrowed_words(cls) -> dict[str, str]:
        """The same page as the quiz, under names of its own."""
        words = load().strings.review
        return {"label": words.label, "begin": words.begin, "new": words.more}

    def page(self) -> View:
        """What is due now, and where the learner is in it."""
        try:
            return super().page()
        except NotStored:
            words = load().strings.review
            return EMPTY | {"title": words.title, "lines": [words.not_now], "notices": in_words(open_record().notices)}

    def _page(self, snapshot: Snapshot) -> View:
        schedule = self.session.schedule()
        screen = snapshot.state.screen
        if screen == "question":
            return page(snapshot, in_words(snapshot.notices))
        due = len(schedule.due(self.session.now(), self.session.zone))
        shared = {
            "quiz": snapshot.name,
            "screen": screen,
            "round": snapshot.state.number,
            "position": snapshot.state.position,
            "notices": in_words(snapshot.notices),
            "closed": due == 0,
        }
        if screen == "start" or snapshot.state.round is None or self._is_over(snapshot):
            shown = {"screen": "start"} | self._start(schedule, due)
        else:
            shown = self._last_page(snapshot, schedule, due)
        # The page is drawn anew where this differs: what is due changes with the day and with other lessons.
        return shared | shown | {"draft": f"{due} {shown['title']}"}

    @property
    def session(self) -> ReviewSession:
        """The session, with its clock."""
        if not isinstance(self._session, ReviewSession):
            raise TypeError("A review has a session of its own.")
        return self._session

    def _is_over(self, snapshot: Snapshot) -> bool:
        """A review of another day is no longer shown as its last page."""
        answers = snapshot.history.answers
        if not answers or snapshot.state.round is None:
            return False
        finished = snapshot.state.round.position >= len(snapshot.state.round.items)
        last, today = datetime.fromisoformat(answers[-1].at), self.session.now()
        return finished and day_of(last, self.session.zone) < day_of(today, self.session.zone)

    def _start(self, schedule: Schedule, due: int) -> View:
        words = load().strings.review
        return {"title": words.title, "lines": [self._due_line(schedule, due), words.how, words.quiet]}

    def _due_line(self, schedule: Schedule, due: int) -> str:
        words = load().strings.review
        if due == 0:
            following = schedule.next_day(self.session.now(), self.session.zone)
            return words.none_due.format(date=day_in_words(following)) if following else words.nothing_yet
        if due == 1:
            return words.due_one
        line = words.due_some if due <= MOST_AT_ONCE else words.due_many
        return line.format(number=due, most=MOST_AT_ONCE)

    def _last_page(self, snapshot: Snapshot, schedule: Schedule, due: int) -> View:
        words = load().strings.review
        shown = summary_page(snapshot)
        answers = snapshot.answers(snapshot.state.number)
        counts = {"answered": len(answers), "right": sum(answer.right for answer in answers)}
        following = schedule.next_day(self.session.now(), self.session.zone)
        told = words.done_more if due or following is None else words.done_next.format(date=day_in_words(following))
        asked = (
            {snapshot.objective_of(item): item for item in snapshot.state.round.items} if snapshot.state.round else {}
        )
        wrong = {answer.objective for answer in answers if not answer.right}
        right = {answer.objective for answer in answers if answer.right} - wrong
        return shown | {
            "title": words.done_title,
            "counts": words.done_counts.format(total=len(asked), **counts),
            "mastery": {"done": False, "text": told},
            "objectives": [_objective(name, wrong, right) for name in asked],
            "comparison": "",
            "retry": 0,
        }


def _objective(name: str, wrong: set[str], right: set[str]) -> View:
    words = load().strings.quiz
    objective = load().objectives[name]
    status = "missed" if name in wrong else "right" if name in right else "open"
    return {
        "text": localised(objective.learner),
        "safety": words.safety_mark if objective.safety_critical else "",
        "status": status,
        "mark": words.of(f"status_of_{status}"),
        "reread": section_place(objective.home) if status != "right" else None,
    }
