"""The search trainer: chests to search, what was counted on three patterns, rounds on paper, and cases to look at."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from course_helpers.knowledge.base import Record, ReferenceId, Slug, Text, TierRowId
from course_helpers.knowledge.located import Located, of_type
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.safety import TierRow

ChestShape = Literal["middle", "small", "large", "older", "flat", "scars"]
"""The bodies of the figures that the trainer can show."""
SkinName = Literal["neutral", "light", "brown", "deep brown"]
LookDrawing = Literal["dent", "peel", "colour", "pulled-in", "scaly", "larger-side", "full"]
"""What is drawn on the chest of a case."""
Choice = Literal["report", "wait", "leave"]


class Chest(Record, frozen=True, kw_only=True):
    """A drawn chest on which a search is tried."""

    id: ChestShape
    name: Text


class SearchTrial(Record, frozen=True, kw_only=True):
    """Strips against another pattern, as an experiment counted it."""

    id: Annotated[str, Meta(pattern=r"^strips-[a-z]+$")]
    other: Literal["circles", "spokes"]
    strips_percent: Annotated[float, Meta(ge=0, le=100)]
    """The part of the whole area that was covered, in percent."""
    other_percent: Annotated[float, Meta(ge=0, le=100)]
    women: Annotated[int, Meta(ge=1)]
    references: list[ReferenceId]


class PaperRound(Record, frozen=True, kw_only=True):
    """A round of the exercise for a room without screens."""

    id: Annotated[str, Meta(pattern=r"^round-\d$")]
    title: Text
    how: Text


class LookOption(Record, frozen=True, kw_only=True):
    """One thing to do about what is seen, and what the course says to it."""

    choice: Choice
    fits: bool = False
    """Whether the course would do this."""
    why: Text


class LookCase(Record, frozen=True, kw_only=True):
    """A drawing to look at: what would you report?"""

    id: Slug
    chest: ChestShape
    skin: SkinName
    drawing: LookDrawing
    story: Text
    """What the person knows of it, such as how long it has been so."""
    seen: Text
    """What the drawing shows, for those who do not see it."""
    options: Annotated[list[LookOption], Meta(min_length=3, max_length=3)]
    row: TierRowId | None = None
    """The sign this is, whose "who" and "how soon" are told with the answer; none for what is usual."""
    references: list[ReferenceId]


SIGNS = ("dent", "peel", "colour", "pulled-in", "scaly")
FEWEST_SKINS = 3


def a_case_explains_every_option(located: list[Located]) -> Iterator[Problem]:
    """Each of the three choices stands in each case once, and one of them fits."""
    for item, case in of_type(located, LookCase):
        if Counter(option.choice for option in case.options) != Counter(("report", "wait", "leave")):
            yield item.problem("The choices are not report, wait and leave.", "Write each of them once.", "options")
        if sum(option.fits for option in case.options) != 1:
            yield item.problem("Not exactly one choice fits.", "Write fits = true in one of them.", "options")


def a_sign_is_reported(located: list[Located]) -> Iterator[Problem]:
    """What is a sign is reported, with its row of level 2; what is usual has no row."""
    rows = {row.id: row for _, row in of_type(located, TierRow)}
    for item, case in of_type(located, LookCase):
        reported = any(option.fits and option.choice == "report" for option in case.options)
        if (case.drawing in SIGNS) and not reported:
            yield item.problem("The drawing shows a sign, and it is not reported.", "Let “report” fit.", "options")
        if reported != (case.row is not None):
            yield item.problem("A case to report names its row, and no other does.", "Correct row.", "row")
        if case.row in rows and rows[case.row].tier != 2:
            yield item.problem(f"{case.row} is not of level 2.", "Name the row of the sign.", "row")


def cases_show_several_skins(located: list[Located]) -> Iterator[Problem]:
    """A colour is shown on a light and on a dark skin, and all cases together on three skins or more."""
    cases = list(of_type(located, LookCase))
    colours = {case.skin for _, case in cases if case.drawing == "colour"}
    if cases and (len({case.skin for _, case in cases}) < FEWEST_SKINS or not {"light", "deep brown"} <= colours):
        what = "The cases show too few skins."
        yield cases[0][0].problem(what, "Show a colour on light and on deep brown skin, and a third skin.", "skin")


RULES = (a_case_explains_every_option, a_sign_is_reported, cases_show_several_skins)
