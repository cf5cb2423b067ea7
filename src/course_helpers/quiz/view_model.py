"""What the browser shows of a quiz: words and places, ready to display.

Before an answer is checked, nothing here tells which option is right.
"""

import json
from dataclasses import asdict
from hashlib import sha256

from course_helpers.knowledge import load
from course_helpers.knowledge.places import Spot
from course_helpers.knowledge.questions import Option, Question
from course_helpers.knowledge.quizzes import Item
from course_helpers.knowledge.strings.quiz import QuizWords
from course_helpers.lesson.drawings import drawing_address
from course_helpers.lesson.section_links import section_place
from course_helpers.lesson.sources import source_entries
from course_helpers.locale import localised
from course_helpers.panel import View
from course_helpers.quiz.fallback import instruction_word
from course_helpers.quiz.grading import choices, key, one_only
from course_helpers.quiz.mastery import SURE
from course_helpers.quiz.option_order import Layout, to_page
from course_helpers.quiz.snapshot import FIRST_SEED, Snapshot, State
from course_helpers.quiz.summary import summary_page


def page(quiz: Snapshot, notices: list[str]) -> View:
    """The whole page of a quiz as it stands."""
    state = quiz.state
    shared = {
        "quiz": quiz.name,
        "screen": state.screen,
        "round": state.number,
        "position": state.position,
        "notices": [*notices, *([_words().questions_changed] if state.changed else [])],
    }
    if state.screen == "start":
        return shared | _start(quiz)
    if state.screen == "summary":
        return shared | summary_page(quiz)
    return shared | _question(quiz, state)


def _words() -> QuizWords:
    return load().strings.quiz


def quiz_size(quiz_id: str) -> dict[str, int]:
    """How many questions a round of a quiz has, and how many of them are safety-critical."""
    draws = [entry for part in load().quizzes[quiz_id].parts for entry in part.draws]
    critical = sum(entry.items for entry in draws if load().objectives[entry.objective].safety_critical)
    return {"total": sum(entry.items for entry in draws), "critical": critical}


def _start(quiz: Snapshot) -> View:
    words = _words()
    if quiz.plan is None:
        return {"lines": []}
    size = quiz_size(quiz.plan.id)
    if quiz.plan.until_right:
        return {"title": quiz.plan.title, "lines": [words.start_kept]}
    counts = (words.start_counts_safety if size["critical"] else words.start_counts).format(**size)
    lines = [counts, words.start_no_clock, words.start_why, words.start_mastery, words.start_stored]
    return {"title": quiz.plan.title, "lines": lines}


def _question(quiz: Snapshot, state: State) -> View:
    question = state.question
    if question is None:
        raise ValueError("A question page needs a question.")
    parts = _parts(question, state.shown)
    return {
        "draft": _draft_token(state, localised(question.stem), parts),
        "progress": _progress(quiz, state),
        "part": _part_heading(quiz, question),
        "kind": question.kind,
        "stem": localised(question.stem),
        "instruction": _words().of(instruction_word(question)),
        "hint": localised(question.hint),
        "figure": _figure(question),
        "one": one_only(question),
        "ask_confidence": quiz.plan is not None and not quiz.plan.until_right,
        "parts": parts,
        "reread": section_place(question.reread),
        "last": state.round is not None and state.round.position + 1 >= len(state.round.items),
        "feedback": _feedback(question, state) if state.answer else None,
    }


def _draft_token(state: State, stem: str, parts: list[View]) -> str:
    """Which asking of which question this is, so that a choice put away in the browser never meets another one.

    The number of a round is not enough: it begins at 1 again when the record is erased. Only the seed and what the
    page shows anyway go in, and the token is a digest, so it tells nothing about the key.
    """
    seed = state.round.seed if state.round else FIRST_SEED
    return sha256(json.dumps([seed, stem, parts]).encode()).hexdigest()[:16]


def _progress(quiz: Snapshot, state: State) -> str:
    if quiz.plan is None or state.round is None:
        return ""
    number, total = state.round.position + 1, len(state.round.items)
    if quiz.plan.until_right:
        points = [quiz.objective_of(item) for item in state.round.items]
        number, total = len(set(points[:number])), len(set(points))
    return _words().progress.format(number=number, total=total)


def _part_heading(quiz: Snapshot, question: Question) -> str:
    if quiz.plan is None or len(quiz.plan.parts) == 1 or not isinstance(question, Item):
        return ""
    for part in quiz.plan.parts:
        if any(entry.objective == question.objective for entry in part.draws):
            return part.heading
    return ""


def _figure(question: Question) -> View | None:
    if question.figure is None:
        return None
    drawing = load().figures[question.figure]
    narrow = drawing_address(question.figure, narrow=True) if drawing.narrow else ""
    return {"src": drawing_address(question.figure), "narrow": narrow, "alt": localised(drawing.alt)}


def _parts(question: Question, shown: Layout) -> list[View]:
    if question.kind == "order":
        texts = [localised(step.text) for step in question.steps]
        return [{"legend": "", "options": [{"text": texts[n]} for n in shown[0]]}]
    legends = [localised(decision.question) for decision in question.decisions] or [""]
    return [
        {"legend": legend, "options": [_option(question, options[n]) for n in places]}
        for legend, options, places in zip(legends, choices(question), shown, strict=True)
    ]


def _option(question: Question, option: Option) -> View:
    narrow = question.spot(option, narrow=True)
    return {"text": localised(option.text), "spot": _place(question.spot(option)), "narrow": _place(narrow)}


def _place(spot: Spot | None) -> View | None:
    return {**asdict(spot), "letter": spot.letter_at} if spot else None


# After the answer was checked


def _feedback(question: Question, state: State) -> View:
    words = _words()
    if state.answer is None or state.grade is None:
        raise ValueError("Only a graded answer can be explained.")
    right = state.answer.right
    sure_and_wrong = not right and state.answer.confidence == SURE
    return {
        "right": right,
        "verdict": words.right if right else words.not_right,
        "status": words.status_right if right else words.status_not_right,
        "given": to_page(state.shown, state.answer.chosen),
        "key": to_page(state.shown, key(question)),
        "confidence": state.answer.confidence,
        "calibration": words.sure_and_wrong if sure_and_wrong else "",
        "parts": _explained(question, state),
        "order": _ordered(question, state) if question.kind == "order" else None,
        "basis": localised(question.basis) if isinstance(question, Item) else "",
        "sources": source_entries(question.references),
    }


def _explained(question: Question, state: State) -> list[list[View]]:
    """For each part, each option in the order of the page: right or not, chosen or not, and why."""
    if state.answer is None or question.kind == "order":
        return []
    return [
        [{"right": options[n].right, "chosen": n in chosen, "why": localised(options[n].why)} for n in places]
        for options, places, chosen in zip(choices(question), state.shown, state.answer.chosen, strict=True)
    ]


def _ordered(question: Question, state: State) -> View:
    """The right order, and where each step stood in the learner's answer (counted from 1)."""
    if state.answer is None:
        raise ValueError("Only a given answer can be compared.")
    chosen = state.answer.chosen[0]
    steps = [
        {"text": localised(step.text), "why": localised(step.why), "stood": chosen.index(number) + 1}
        for number, step in enumerate(question.steps)
    ]
    return {"steps": steps, "why": localised(question.order_why)}
