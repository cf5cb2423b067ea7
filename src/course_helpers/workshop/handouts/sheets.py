"""The handouts by name: what each sheet holds, taken from the same knowledge as the lessons."""

from collections.abc import Callable
from dataclasses import dataclass

from course_helpers.document import Block, Card, Items, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.lesson import appendix, cards, source_text
from course_helpers.workshop.handouts import look_and_feel, quiz, readiness, routines, six_questions, sources


@dataclass(frozen=True)
class Sheet:
    """One handout.

    Attributes:
        title: its heading and the name of the document.
        blocks: makes what stands over the whole width; called anew for each print, as the place may change its words.
        in_columns: makes what follows in two columns.
        most_pages: the sheet promises to fit on so many pages; 0 for one of any length.
        framed: the sheet is one framed page, its text in the middle.
        to_sign: labels of lines to write on: the first before the text, the others after it.
        to_fill: labels of lines for what only the people of a place know, before the text.
    """

    title: str
    blocks: Callable[[], tuple[Block, ...]]
    in_columns: Callable[[], tuple[Block, ...]] | None = None
    most_pages: int = 0
    framed: bool = False
    to_sign: tuple[str, ...] = ()
    to_fill: tuple[str, ...] = ()


def sheets() -> dict[str, Sheet]:
    """Every handout by the name of its file."""
    words = load().strings.handout
    return {
        **{f"routine_{name}": _routine(name) for name in load().routines},
        "may_i_massage_today": Sheet(words.may_i, readiness.may_i_massage_today, to_fill=_who_to_call()),
        "what_to_report": Sheet(words.report, _what_to_report, to_fill=_who_to_call()),
        "care_cards": Sheet(words.care_cards, lambda: (), _care_cards, to_fill=_who_to_call()),
        "look_and_feel": Sheet(words.look_and_feel, look_and_feel.look_and_feel),
        "sheet_line_by_line": Sheet(load().strings.claim_explorer.sheet_title, _line_by_line),
        "quiz": Sheet(load().strings.paper.title, quiz.before_the_questions, quiz.questions),
        "quiz_key": Sheet(load().strings.paper.key_title, quiz.before_the_keys, quiz.keys),
        "six_before": Sheet(words.six_before_title, six_questions.before, most_pages=1),
        "six_after": Sheet(words.six_after_title, six_questions.after, most_pages=1),
        "six_key": Sheet(words.six_key_title, six_questions.key, most_pages=1),
        "words": Sheet(words.words, lambda: (), lambda: appendix.glossary().blocks),
        "sources": Sheet(words.sources, sources.all_sources),
        "certificate": _certificate(),
    }


def _who_to_call() -> tuple[str, ...]:
    """The numbers that a group needs and that only its own place knows, the most urgent first."""
    whom = ("emergency", "out_of_hours", "maternity", "midwife", "breast_clinic", "to_talk")
    return tuple(load().strings.handout.of(f"call_{name}") for name in whom)


def _routine(name: str) -> Sheet:
    title = load().routines[name].head.title
    # Where milk is made, the decision alone fills a page: front and back in readable type.
    pages = 1 if name == "relax" else 2
    return Sheet(title, lambda: routines.before_the_steps(name), lambda: routines.steps(name), most_pages=pages)


def _what_to_report() -> tuple[Block, ...]:
    words = load().strings.handout
    intro, other = Paragraph(line(words.report_intro)), Paragraph(line(Strong(words.report_else)))
    rule = Paragraph(line(load().strings.card.lists_rule))
    return intro, *(cards.report_rows(tier) for tier in (1, 2)), other, rule


def _care_cards() -> tuple[Block, ...]:
    return tuple(cards.care_card_block(card) for card in load().care_cards.values())


def _line_by_line() -> tuple[Block, ...]:
    return Paragraph(line(load().strings.handout.sheet_intro)), source_text.sheet_table()


def _certificate() -> Sheet:
    words = load().strings.handout
    fields = tuple(words.of(name) for name in ("name", "date", "place", "leader"))
    return Sheet(words.certificate, _certified, most_pages=1, framed=True, to_sign=fields)


def _certified() -> tuple[Block, ...]:
    words = load().strings.handout
    limits = Items(tuple(line(words.of(name)) for name in ("no_proof", "no_permission", "no_all_clear")))
    label = load().strings.card.note
    return Paragraph(line(words.certificate_text)), Card("note", label, words.certificate_limits, (limits,))
