"""A quiz to print: one file with the questions, and a key sheet as a file of its own."""

from collections.abc import Iterable
from html import escape
from string import ascii_uppercase

from course_helpers.exporting.sureness import sureness
from course_helpers.knowledge import load
from course_helpers.knowledge.places import Spot
from course_helpers.knowledge.questions import Option
from course_helpers.knowledge.quizzes import Item
from course_helpers.lesson.drawings import drawing_address
from course_helpers.lesson.printed import about_this_print
from course_helpers.lesson.section_links import section_place
from course_helpers.locale import localised
from course_helpers.quiz.fallback import instruction_word
from course_helpers.quiz.on_paper import SEED, to_tick
from course_helpers.quiz.reasons import laid_out

STYLE = """
body { color: #000; font: 12pt/1.45 "DejaVu Sans", Verdana, Arial, sans-serif; margin: 2cm auto; max-width: 17cm; }
h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 0 0 4pt; }
section { border-top: 1px solid #000; break-inside: avoid; padding: 10pt 0; }
ul { list-style: none; margin: 4pt 0; padding: 0; } li { margin: 3pt 0 3pt 1.6em; text-indent: -1.6em; }
.figure { position: relative; } .figure img { display: block; width: 100%; }
.spot { border: 2pt solid #000; border-radius: 50%; box-sizing: border-box; position: absolute;
  transform: translate(-50%, -50%); }
.spot b { background: #fff; border: 1px solid #000; border-radius: 50%; padding: 0 4pt; position: absolute;
  transform: translate(-50%, -50%); }
.stop { border: 2pt solid #000; font-weight: bold; padding: 6pt; }
.about { font-size: 9pt; }
@page { margin: 1.5cm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
"""
# The page is printed in black on white, so it takes no colours from the course.


def questions(items: list[Item]) -> str:
    """The questions with boxes to tick, without anything that tells the answers."""
    words = load().strings.paper
    sections = (_question(number, item) for number, item in enumerate(items, 1))
    return _page(words.title, [words.intro], sections)


def keys(items: list[Item]) -> str:
    """The key sheet: the right answers, every reason, and the section to read again."""
    words = load().strings.paper
    sections = (_key(number, item) for number, item in enumerate(items, 1))
    return _page(words.key_title, [words.key_intro], sections)


def _page(title: str, intro: list[str], sections: Iterable[str]) -> str:
    notes = "".join(f"<p>{escape(localised(text))}</p>" for text in intro)
    stop = f'<p class="stop">{escape(load().strings.card.stop_rule)}</p>'
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    about = f'<p class="about">{escape(about_this_print())}</p>'
    body = f"<h1>{escape(title)}</h1>{about}{notes}{stop}{''.join(sections)}"
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{body}</body></html>\n'


def _question(number: int, item: Item) -> str:
    instruction = escape(load().strings.paper.of(instruction_word(item)))
    head = f"<h2>{number}. {_text(item.stem)}</h2><p>{instruction}</p>"
    return f"<section>{head}{_figure(item)}{''.join(_lists(item))}</section>"


def _figure(item: Item) -> str:
    if item.figure is None:
        return ""
    alt = escape(load().figures[item.figure].alt)
    image = f'<img src="{drawing_address(item.figure)}" alt="{alt}">'
    places = map(item.spot, item.options)
    spots = "".join(_spot(letter, place) for letter, place in zip(ascii_uppercase, places, strict=False))
    return f'<div class="figure">{image}{spots}</div>'


def _spot(letter: str, spot: Spot | None) -> str:
    if spot is None:
        return ""
    across, down = spot.letter_at
    place = f"left:{spot.x:.2%};top:{spot.y:.2%};width:{spot.width:.2%};height:{spot.height:.2%}"
    return f'<span class="spot" style="{place}"><b style="left:{across:.0%};top:{down:.0%}">{letter}</b></span>'


def _lists(item: Item) -> Iterable[str]:
    for part in to_tick(item):
        if part.name:
            yield f"<p><b>{escape(part.name)}</b> {escape(part.asked)}</p>"
        yield _list(escape(text) for text in part.lines)


def _key(number: int, item: Item) -> str:
    words = load().strings.quiz
    reread = f"<p>{escape(words.reread)} {escape(section_place(item.reread)['text'])}</p>"
    basis = f"<p>{escape(sureness(item))}</p>" if item.basis else ""
    head = f"<h2>{number}. {_text(item.stem)}</h2>"
    return f"<section>{head}{''.join(_reasons(item))}{basis}{reread}</section>"


def _reasons(item: Item) -> Iterable[str]:
    words = load().strings.quiz
    if item.kind == "order":
        steps = (f"{number}. {_text(step.text)}: {_text(step.why)}" for number, step in enumerate(item.steps, 1))
        yield f"<p><b>{escape(words.right_order)}</b></p>{_list(steps)}<p>{_text(item.order_why)}</p>"
        return
    for number, options in enumerate(laid_out(item, SEED), 1):
        if item.decisions:
            yield f"<p><b>{escape(words.decision.format(number=number))}</b></p>"
        yield _list(_reason(letter, option) for letter, option in options)


def _reason(letter: str, option: Option) -> str:
    mark = load().strings.quiz.mark_right if option.right else load().strings.quiz.mark_wrong
    return f"{letter}. {_text(option.text)} <b>{escape(mark)}.</b> {_text(option.why)}"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def _text(text: str) -> str:
    return escape(localised(text))
