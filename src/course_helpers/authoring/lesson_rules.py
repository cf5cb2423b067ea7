"""What must hold for every lesson. Each rule looks at one thing and names all of its faults."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import course_helpers
from course_helpers.authoring.length_rules import LENGTH_RULES, care_cards_have_one_place
from course_helpers.authoring.notebooks import HEADING, LINK, Call, Notebook, read_notebook
from course_helpers.authoring.place_words import every_word_of_a_place_is_filled_in, no_place_is_stored, stored_forms
from course_helpers.authoring.player_rules import PLAYER_RULES
from course_helpers.authoring.readability import (
    HIGHEST_GRADE,
    LOWEST_GRADE,
    grade,
    paragraph_grade,
    plain,
    sentences_in,
)
from course_helpers.authoring.urgency_in_lessons import URGENCY_RULES
from course_helpers.knowledge import Knowledge, Problem
from course_helpers.knowledge.lessons import Lesson
from course_helpers.knowledge.linking import WITHDRAWN
from course_helpers.knowledge.quizzes import people_of
from course_helpers.knowledge.wording import EMERGENCY_NUMBER, changes_of_risk_without_relative
from course_helpers.lesson.routines import claims_told_by

SHORTEST_ALT = 40
"""Characters; a shorter text names a picture but teaches nothing."""

MACHINE_PATH = re.compile(r"(?:/home/|/root/|/Users/|/tmp/|/work/|[A-Z]:\\\\)")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")

MARKUP = re.compile(r"<[^>]*>")
TYPED_APOSTROPHE = re.compile(r"\w*[^\W\d_]'\w*")

LessonRule = Callable[[Notebook, Lesson, Knowledge], Iterator[Problem]]
RuleForAll = Callable[[dict[str, Notebook], Knowledge], Iterator[Problem]]
"""It looks at all lessons together, by their ids."""


def only_course_calls(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """A code cell is one call of the course's public face."""
    for cell, call in notebook.calls():
        if call is None or call.name not in course_helpers.__all__:
            remedy = "Write `import course_helpers as course`, an empty line, and one `course.name(...)`."
            yield notebook.problem(cell, "This code cell is not one call of the course.", remedy)
        if cell.metadata.get("editable", True) or cell.metadata.get("deletable", True):
            yield notebook.problem(cell, "A learner could delete this part.", "Run `python3 start.py execute`.")


def no_cell_is_empty(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """Every cell says something; an empty one leaves a gap that nobody meant."""
    for cell in notebook.cells:
        if not cell.source.strip():
            yield notebook.problem(cell, "This cell is empty.", "Write its text, or delete the cell.")


def outputs_are_stored(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """Every call has its readable output in the file, and no output is an error or an apology."""
    for cell, _ in notebook.calls():
        kinds = {output["output_type"] for output in cell.outputs}
        if kinds != {"execute_result"}:
            yield notebook.problem(cell, "The stored output is missing or wrong.", "Run `python3 start.py execute`.")
        elif "This part cannot be shown" in str(cell.outputs):
            yield notebook.problem(cell, "The stored output is an apology.", "Correct the call, then execute.")


def nothing_private_is_stored(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """No widget state and no path of an author's machine."""
    if "widgets" in notebook.metadata or "vnd.jupyter.widget" in notebook.text:
        yield notebook.problem(None, "Widget state is stored.", "Run `python3 start.py execute`.")
    if found := MACHINE_PATH.search(notebook.text):
        line = notebook.text.count("\n", 0, found.start()) + 1
        yield Problem(f"notebooks/{notebook.name}", line, "", "A path of somebody's machine.", "Remove it.")


def headings_are_in_order(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """One title, no level left out."""
    last = 0
    for cell, level, text in notebook.headings():
        if level > last + 1 or (level == 1) != (last == 0):
            what = f'"{text}" is a heading of level {level} after level {last}.'
            yield notebook.problem(cell, what, "Begin with one title, then go down one level at a time.")
        last = level


def sections_are_as_planned(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """Title, minutes and sections are those of lessons.toml, in their order."""
    titles = [text for _, level, text in notebook.headings() if level == 1]
    if titles != [lesson.title]:
        yield notebook.problem(None, f"The title is {titles}.", f'lessons.toml says "{lesson.title}".')
    found = [text for _, level, text in notebook.headings() if level == 2 and text[0].isdigit()]
    planned = [f"{section.id} {section.heading}" for section in lesson.sections]
    if found != planned:
        odd = sorted(set(found) ^ set(planned)) or ["the order"]
        yield notebook.problem(None, f"Sections differ from lessons.toml: {', '.join(odd)}.", "Make them agree.")
    minutes = re.search(r"Lesson (\d\d) · (\d+) minutes", notebook.text)
    if not minutes or minutes.groups() != (lesson.id, str(lesson.minutes)):
        wanted = f"Lesson {lesson.id} · {lesson.minutes} minutes"
        yield notebook.problem(None, "The line with the minutes is missing or wrong.", f'Write "{wanted}".')


def required_parts_are_there(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """Hint first, then key points, words, next lesson and facilitator notes; an appendix needs only the hint."""
    if not notebook.cells or "hint" not in notebook.cells[0].tags:
        yield notebook.problem(None, "The first cell is not the hint.", 'Tag the first cell "hint".')
    if lesson.path == "appendix":
        return
    if lesson.path != "facilitator" and not any("facilitator" in cell.tags for cell in notebook.cells):
        yield notebook.problem(None, "No facilitator notes.", 'Add a cell tagged "facilitator".')
    headings = {text for _, _, text in notebook.headings()}
    for needed in ("Key points", "Words in this lesson", "Next"):
        if needed not in headings:
            yield notebook.problem(None, f'No "{needed}".', f'Add a heading "## {needed}".')


def images_teach_in_words(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """Every image has alt text that says what the image teaches."""
    for cell in notebook.prose():
        for mark, alt, _ in LINK.findall(cell.source):
            if mark and len(alt) < SHORTEST_ALT:
                yield notebook.problem(cell, "The alt text does not teach.", f"Use {SHORTEST_ALT} characters or more.")
        if "<img" in cell.source:
            yield notebook.problem(cell, "A bare <img>.", "Call course.figure(...), which brings its alt text.")


def figures_are_as_planned(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """Every drawing that a section plans is shown."""
    shown = {call.arguments[0] for _, call in notebook.calls() if call and call.name == "figure"}
    in_words = (section for section in lesson.sections if "drawings" not in section.also)
    planned = {figure for section in in_words for figure in section.figures}
    for missing in sorted(planned - shown):
        yield notebook.problem(None, f"The drawing {missing} is not shown.", f'Add course.figure("{missing}").')


def links_lead_somewhere(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """A link to a lesson names one that is ready, and a heading it has."""
    ready = {entry.notebook for entry in knowledge.lessons.values() if entry.ready}
    for cell in notebook.prose():
        for _, _, target in LINK.findall(cell.source):
            file, _, fragment = target.partition("#")
            if not file.endswith(".ipynb"):
                continue
            if file not in ready:
                yield notebook.problem(cell, f"{file} is not ready.", "Use course.lesson_link(...) for it.")
            elif fragment and fragment not in anchors(notebook.path.with_name(file)):
                yield notebook.problem(cell, f'{file} has no heading "{fragment}".', "Correct the link.")


def anchors(path: Path) -> set[str]:
    """The fragments under which JupyterLab finds the headings of a notebook; none if it cannot be read."""
    try:
        return {text.replace(" ", "-") for _, _, text in read_notebook(path).headings()}
    except (OSError, ValueError, KeyError, TypeError):
        return set()  # that it is missing or no notebook is a problem of its own


def wording_is_ours(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """No avoided term outside quoted speech, no withdrawn source, no emergency number."""
    terms = avoided_terms(knowledge)
    for cell in notebook.prose():
        said = QUOTED.sub(" ", plain(cell.source))
        for term, instead in avoided_in(said, terms):
            yield notebook.problem(cell, f'"{term}" is a term to avoid.', f'Write "{instead}", or quote a speaker.')
        for source in WITHDRAWN & set(re.findall(r"\b[A-Z]\d\d\b", cell.source)):
            yield notebook.problem(cell, f"{source} is a withdrawn source.", "Remove it.")
        if EMERGENCY_NUMBER.search(said):
            yield notebook.problem(cell, "An emergency number.", "Say “your local emergency number”.")


def risks_are_called_relative(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """A risk that changes by a percentage is called relative in a lesson's own text too."""
    for cell in notebook.prose():
        for sentence in changes_of_risk_without_relative(plain(cell.source)):
            yield notebook.problem(cell, f"“{sentence}” does not say “relative”.", "Call it a relative risk.")


@dataclass(frozen=True)
class Avoided:
    """A wording to avoid, and where it may stand all the same; in small letters, to be looked for."""

    written: str
    phrase: str
    allowed_in: tuple[str, ...]
    use: str


def avoided_terms(knowledge: Knowledge) -> list[Avoided]:
    """Every wording to avoid; made once for the many texts in which all of them are looked for."""
    return [
        Avoided(avoided, avoided.lower(), tuple(phrase.lower() for phrase in term.allowed_in), term.use)
        for term in knowledge.terms.values()
        for avoided in term.avoid
    ]


def avoided_in(text: str, terms: list[Avoided]) -> Iterator[tuple[str, str]]:
    """The avoided terms of a text, each with the wording to use instead."""
    lower = " ".join(text.lower().split())
    for term in terms:
        if term.phrase not in lower:  # nearly always, and found out sooner without a pattern
            continue
        elsewhere = lower
        for phrase in term.allowed_in:
            elsewhere = elsewhere.replace(phrase, " ")
        if re.search(rf"(?<!\w){re.escape(term.phrase)}(?!\w)", elsewhere):
            yield term.written, term.use


def reading_is_easy(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """The prose of a lesson stays at grade 8 or below."""
    found = lesson_grade(notebook)
    if found > HIGHEST_GRADE:
        what = f"The reading grade is {found:.1f}, above {HIGHEST_GRADE:.0f}."
        yield notebook.problem(None, what, "Shorten sentences, use plainer words.")


def paragraphs_read_well(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """The paragraphs that stand in the lesson itself are neither clipped nor hard."""
    written = written_for_learners(notebook)
    found = paragraph_grade(written)
    if found < LOWEST_GRADE and any(sentences_in(written)):
        what = f"The paragraphs sound clipped: reading grade {found:.1f}, under {LOWEST_GRADE}."
        yield notebook.problem(None, what, "Join what belongs together: and, because, so, which, when. Aim at 5 to 7.")
    if found > HIGHEST_GRADE:
        what = f"The reading grade of the paragraphs is {found:.1f}, above {HIGHEST_GRADE:.0f}."
        yield notebook.problem(None, what, "Shorten sentences, use plainer words. Aim at 5 to 7.")


def written_for_learners(notebook: Notebook) -> str:
    """The Markdown that an author wrote for learners, without hint and facilitators' notes."""
    return "\n\n".join(cell.source for cell in notebook.prose(tagged=False))


def lesson_grade(notebook: Notebook) -> float:
    """The reading grade of a lesson's prose and of the stored text of its cards."""
    prose = [HEADING.sub("", cell.source) for cell in notebook.prose(tagged=False)]
    return grade(plain("\n\n".join([*prose, *_card_texts(notebook)])))


def _card_texts(notebook: Notebook) -> Iterator[str]:
    """The stored Markdown of the cards, without citations, which no rewording can make easier."""
    for cell in notebook.cells:
        for output in cell.outputs:
            text = "".join(output.get("data", {}).get("text/markdown", ""))
            yield "\n".join(row for row in text.splitlines() if "Checked:" not in row)


def apostrophes_are_of_print(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """The course's own sentences have ’ wherever they stand: a learner meets one kind."""
    for cell in notebook.cells:
        if cell.kind == "markdown" and (found := TYPED_APOSTROPHE.search(cell.source)):
            yield notebook.problem(cell, f"“{found.group()}” has the apostrophe of a keyboard.", "Write ’.")
        for form in stored_forms(cell):
            if "'" not in unescape(form):  # nearly always, and found out sooner without a pattern
                continue
            if found := TYPED_APOSTROPHE.search(unescape(MARKUP.sub(" ", form))):
                remedy = "Write ’ in the text of this call, then run `python3 start.py execute`."
                yield notebook.problem(cell, f"“{found.group()}” has the apostrophe of a keyboard.", remedy)


LESSON_RULES: tuple[LessonRule, ...] = (
    only_course_calls,
    no_cell_is_empty,
    outputs_are_stored,
    nothing_private_is_stored,
    no_place_is_stored,
    every_word_of_a_place_is_filled_in,
    headings_are_in_order,
    sections_are_as_planned,
    required_parts_are_there,
    images_teach_in_words,
    figures_are_as_planned,
    links_lead_somewhere,
    wording_is_ours,
    risks_are_called_relative,
    reading_is_easy,
    paragraphs_read_well,
    apostrophes_are_of_print,
    *LENGTH_RULES,
    *PLAYER_RULES,
    *URGENCY_RULES,
)


def claims_have_one_home(notebooks: dict[str, Notebook], knowledge: Knowledge) -> Iterator[Problem]:
    """In the lessons that are ready, every claim's card stands once, in its home lesson."""
    cards: Counter[tuple[str, str]] = Counter()
    for lesson_id, notebook in notebooks.items():
        for cell, call in notebook.calls():
            for claim_id in claims_shown(call, knowledge) if call else ():
                cards[lesson_id, claim_id] += 1
                claim = knowledge.claims.get(claim_id)
                if claim and claim.home != lesson_id:
                    what = f"{claim_id} has its home in lesson {claim.home}."
                    yield notebook.problem(cell, what, f'Use course.claim_line("{claim_id}") here.')
    for claim in knowledge.claims.values():
        if claim.home in notebooks and cards[claim.home, claim.id] != 1:
            what = f"The card of {claim.id} stands here {cards[claim.home, claim.id]} times."
            yield notebooks[claim.home].problem(None, what, "Show it once: this lesson is its home.")


def claims_shown(call: Call, knowledge: Knowledge) -> Iterator[str]:
    """The claims whose card a call shows: its own, or those that a step of a routine tells."""
    if call.name == "evidence_card" and call.arguments:
        yield str(call.arguments[0])
    if call.name == "routine_step" and call.arguments and (text := knowledge.routines.get(str(call.arguments[0]))):
        step = next((step for step in text.steps if step.id == call.arguments[-1]), None)
        yield from (claim.id for claim in claims_told_by(text, step)) if step else ()


def people_met_before(notebooks: dict[str, Notebook], knowledge: Knowledge) -> Iterator[Problem]:
    """A lesson that brings in somebody whom a new case of the quiz presents: it would be no new case."""
    names = {name: item.id for item in knowledge.items.values() if item.new_case for name in people_of(item)}
    for notebook in notebooks.values():
        for cell in notebook.prose():
            for name in sorted(names.keys() & set(re.findall(r"\w+", cell.source))):
                what = f"{name} is the person of {names[name]}, a new case."
                yield notebook.problem(cell, what, "Rename one of the two.")


RULES_FOR_ALL: tuple[RuleForAll, ...] = (claims_have_one_home, care_cards_have_one_place, people_met_before)


def ready_lessons_exist(folder: Path, knowledge: Knowledge) -> Iterator[Problem]:
    """A lesson is marked ready exactly if its notebook exists."""
    for lesson in knowledge.lessons.values():
        exists = (folder / lesson.notebook).exists()
        if exists != lesson.ready:
            what = f"{lesson.notebook} {'exists' if exists else 'does not exist'}, but ready is {lesson.ready}."
            yield Problem(
                "lessons.toml", 1, lesson.id, what.replace("True", "true").replace("False", "false"), "Correct it."
            )
