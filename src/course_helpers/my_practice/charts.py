"""The charts of lesson 08, drawn with matplotlib, which is imported only when somebody asks for them.

Each chart has an alternative text made from its own numbers, and a table that says the same.
"""

import base64
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from course_helpers.design_tokens import DARK, FONT_STACK, LIGHT, Palette
from course_helpers.knowledge import load
from course_helpers.my_practice.history import LEVELS, WEEKS, History
from course_helpers.my_practice.standing import in_minutes
from course_helpers.quiz.review_panel import day_in_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INCH = 100
"""Pixels an inch: sizes below are in inches."""
WIDE = 7.2
NARROWEST, NARROW = 2.6, 4.5
LETTERS_AN_INCH = 5
"""Of the whole width, a title beside a bar takes so much."""
MOST_STEPS = 12
"""Steps with a bar of their own; the table has them all."""
SHADES = (1, 2, 3)
"""From so many sessions a day on, a square is one shade darker."""


@dataclass(frozen=True)
class Chart:
    """A chart without its picture."""

    title: str
    alt: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    draw: Callable[["Figure", Palette], None]
    height: float
    """Inches."""

    def page(self, *, dark: bool, wide: float = WIDE) -> dict[str, Any]:
        """The chart as the page gets it, ``wide`` inches wide."""
        return {
            "title": self.title,
            "alt": self.alt,
            "src": picture(self, DARK if dark else LIGHT, wide),
            "caption": self.caption,
            "head": list(self.head),
            "rows": [list(row) for row in self.rows],
        }


def charts(history: History) -> list[Chart]:
    """All charts that have anything to show, or would be missed if they were not there."""
    return [_days(history), _steps(history), _reviews(history), _sureness(history)]


def picture(chart: Chart, palette: Palette, wide: float = WIDE) -> str:
    """The chart as an address that holds the whole picture."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    settings: dict[Any, Any] = {
        "font.family": FONT_STACK[0],
        "font.size": 10,
        "text.color": palette.ink,
        "axes.labelcolor": palette.ink,
        "axes.edgecolor": palette.line,
        "xtick.color": palette.ink,
        "ytick.color": palette.ink,
        "svg.hashsalt": "course",
    }
    with rc_context(settings):
        figure = Figure(figsize=(wide, chart.height), dpi=INCH, layout="constrained", facecolor=palette.raised)
        FigureCanvasSVG(figure)
        chart.draw(figure, palette)
        out = io.BytesIO()
        figure.savefig(out, format="svg", metadata={"Date": None})
    return f"data:image/svg+xml;base64,{base64.b64encode(out.getvalue()).decode()}"


def _axes(figure: "Figure", palette: Palette) -> "Axes":
    axes = figure.add_subplot()
    axes.set_facecolor(palette.raised)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return axes


# The calendar


def _days(history: History) -> Chart:
    words = load().strings.history
    shown = history.shown()
    today = day_in_words(history.today)
    alt = words.days_alt_none.format(date=today)
    if shown:
        alt = words.days_alt.format(
            date=today, days=len(shown), number=sum(shown.values()), last=day_in_words(max(shown))
        )
    rows = tuple((f"{month:%B} {month.year}", str(number)) for month, number in history.months().items())
    head = (words.month, words.sessions)
    return Chart(words.days_title, alt, words.days_table, head, rows, lambda f, p: _draw_days(f, p, history), 1.5)


def _draw_days(figure: "Figure", palette: Palette, history: History) -> None:
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    axes = figure.add_subplot()
    axes.set_facecolor(palette.raised)
    shown = history.shown()
    colours = [(palette.primary, strength) for strength in (0.0, 0.45, 0.72, 1.0)]
    squares = list(_squares(history.first_shown, history.today))
    axes.add_collection(
        PatchCollection(
            [Rectangle((week, day.weekday()), 0.8, 0.8) for week, day in squares],
            facecolors=[colours[sum(shown.get(day, 0) >= least for least in SHADES)] for _, day in squares],
            edgecolors=palette.line,
            linewidths=0.4,
        )
    )
    each = 1 if figure.get_figwidth() > NARROW else 3
    months = [(week, day) for week, day in squares if day.day <= 7 and day.weekday() == 0][::each]
    axes.set_xticks([week + 0.4 for week, _ in months], [f"{day:%b}" for _, day in months])
    monday = history.first_shown
    axes.set_yticks([0.4, 2.4, 4.4], [f"{monday + timedelta(days=number):%a}" for number in (0, 2, 4)])
    axes.set(xlim=(-0.4, WEEKS + 0.2), ylim=(7, -0.2))
    axes.set_aspect("equal")
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _squares(first: date, last: date) -> Iterator[tuple[int, date]]:
    for number in range((last - first).days + 1):
        yield number // 7, first + timedelta(days=number)


# Minutes at each step


def _steps(history: History) -> Chart:
    words = load().strings.history
    rows = tuple((step, routine, in_minutes(seconds)) for (routine, step), seconds in history.steps.items())
    alt = words.steps_alt_none
    if rows:
        shown = min(len(rows), MOST_STEPS)
        alt = words.steps_alt.format(number=shown, first=rows[0][0], minutes=rows[0][2])
    head = (words.step, words.routine, words.minutes)
    tall = 0.9 + 0.32 * max(1, min(len(rows), MOST_STEPS))
    return Chart(words.steps_title, alt, words.steps_title, head, rows, lambda f, p: _draw_steps(f, p, history), tall)


def _draw_steps(figure: "Figure", palette: Palette, history: History) -> None:
    axes = _axes(figure, palette)
    shown = list(history.steps.items())[:MOST_STEPS]
    places = range(len(shown))
    axes.barh(places, [seconds / 60 for _, seconds in shown], color=palette.primary)
    most = int(figure.get_figwidth() * LETTERS_AN_INCH)
    axes.set_yticks(places, [_short(step, most) for (_, step), _ in shown])
    axes.set_xlabel(load().strings.history.minutes)
    axes.set_xlim(left=0, right=None if shown else 1)
    axes.invert_yaxis()


def _short(text: str, most: int) -> str:
    """A title that leaves room for its bar."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


# Reviews that come back


def _reviews(history: History) -> Chart:
    words = load().strings.history
    total = sum(history.reviews)
    alt = words.reviews_alt.format(today=history.reviews[0], number=total) if total else words.reviews_alt_none
    days = [history.today + timedelta(days=number) for number in range(len(history.reviews))]
    rows = tuple((day_in_words(day), str(number)) for day, number in zip(days, history.reviews, strict=True) if number)
    head = (words.day, words.points)
    return Chart(
        words.reviews_title, alt, words.reviews_table, head, rows, lambda f, p: _draw_reviews(f, p, history), 2.2
    )


def _draw_reviews(figure: "Figure", palette: Palette, history: History) -> None:
    axes = _axes(figure, palette)
    places = range(len(history.reviews))
    axes.bar(places, history.reviews, color=palette.primary)
    labelled = places[:: 7 if figure.get_figwidth() > NARROW else 14]
    days = [history.today + timedelta(days=number) for number in labelled]
    axes.set_xticks(labelled, [f"{day.day} {day:%b}" for day in days])
    _whole_numbers(axes, history.reviews)
    axes.set_ylabel(load().strings.history.points)


def _whole_numbers(axes: "Axes", values: Sequence[int]) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylim(0, max(1, *values) * 1.1)


# How sure, and right or not


def _sureness(history: History) -> Chart:
    words = load().strings.history
    (sure, fairly, unsure) = (history.answers[level] for level in LEVELS)
    alt = words.sure_alt.format(
        sure_right=sure[0],
        sure_wrong=sure[1],
        fairly_right=fairly[0],
        fairly_wrong=fairly[1],
        unsure_right=unsure[0],
        unsure_wrong=unsure[1],
    )
    rows = tuple((words.of(f"sure_{level}"), *map(str, history.answers[level])) for level in LEVELS)
    head = (words.how_sure, words.right, words.wrong)
    return Chart(words.sure_title, alt, words.sure_table, head, rows, lambda f, p: _draw_sureness(f, p, history), 2.2)


def _draw_sureness(figure: "Figure", palette: Palette, history: History) -> None:
    words = load().strings.history
    axes = _axes(figure, palette)
    pairs = [history.answers[level] for level in LEVELS]
    right, wrong = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    places = range(len(pairs))
    axes.bar([place - 0.2 for place in places], right, 0.38, color=palette.primary, label=words.right)
    # By pattern as well as by colour.
    axes.bar(
        [place + 0.2 for place in places],
        wrong,
        0.38,
        facecolor=palette.raised,
        edgecolor=palette.accent,
        hatch="///",
        label=words.wrong,
    )
    axes.set_xticks(places, [words.of(f"sure_{level}") for level in LEVELS])
    _whole_numbers(axes, [*right, *wrong])
    axes.legend(frameon=False, labelcolor=palette.ink)
