"""How soon: one word for it in all places, and what no card and no text may say about it.

A row, its care card and every place that shows them open their “how soon” with the same few words. So the urgency of
a sign can be read from the text that a learner reads, and compared between all places.
"""

import functools
import re
from collections.abc import Iterator
from typing import Literal

from msgspec import structs

from course_helpers.knowledge.evidence import Reference
from course_helpers.knowledge.located import Located, found_in_each, of_type
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.safety import CareCard, Concern, TierRow, WarningSign
from course_helpers.knowledge.wording import Locale, Term, filled

Soon = Literal["now", "today", "24-hours", "days", "routine", "before"]
"""Now, today, within 24 hours, today or the next working day, at a routine appointment, before any touch."""

OPENINGS: dict[Soon, str] = {
    "now": "Now",
    "days": "Today or the next working day",
    "today": "Today",
    "24-hours": "Within 24 hours",
    "routine": "The next routine appointment",
    "before": "Before",
}
"""With which words a “how soon” begins; the longer of two that begin alike stands first."""

ORDER: tuple[Soon, ...] = ("now", "today", "24-hours", "days", "routine", "before")
"""The most urgent first."""

SOON_OF_COLOUR: dict[str, tuple[Soon | None, ...]] = {
    "help-now": ("now",),
    "help-today": ("today",),
    "not-today": ("24-hours", "days", "routine", "before"),
}
"""Which “how soon” goes with which kind of card; all other kinds have none."""

MOST_WORDS = 90
"""A care card is read in distress: no more words than this, in any place (a course choice)."""

FEVER_FOR_TODAY = re.compile(r"\b[Ff]ever\b[^.]*\btoday\b")
"""A card that gives anybody with a fever until today."""

NOW = re.compile(r"\bnow\b", re.IGNORECASE)
HELP_THAT_IS_NOW = re.compile(
    r"\{(?:emergency_number|maternity_unit|cancer_line|out_of_hours)\}|hospital|get help|help now|emergency department"
)
"""Whom one turns to now. For everybody else the day is named."""
DOUBT = re.compile(
    r"to be confirmed|course (?:safety )?rule|we read|our sources?|rests on no|not (?:been )?proven|wrong card|"
    r"we are not sure|may be mistaken",
    re.IGNORECASE,
)
WRONG_CARD = re.compile(r"wrong card", re.IGNORECASE)
PUSHING_ON = re.compile(r"\b(?:push through|no pain,? no gain|ignore (?:the|any|your) pain)\b", re.IGNORECASE)
TWO_WEEK_PROMISE = re.compile(
    r"(?:appointment|visit|seen|clinic|referral|referred)[^.;]{0,40}\b(?:within|in) (?:two|2) weeks|"
    r"\b(?:two|2)-week (?:rule|wait|pathway|appointment|referral)|that is within (?:two|2) weeks",
    re.IGNORECASE,
)
SHARE_OF_LUMPS = re.compile(
    r"(?:lump|one)[^.]{0,60}\b\d{1,3} ?(?:%|(?:of|in|out of) (?:every )?100\b)[^.]{0,40}(?:harmless|benign)|"
    r"\b\d{1,3} ?(?:%|(?:of|in|out of) (?:every )?100\b)[^.]{0,60}(?:harmless|benign)",
    re.IGNORECASE,
)
OF_HEAT = re.compile(r"°|fever|temperature|thermometer", re.IGNORECASE)
DEGREES = re.compile(r"(?<![\d.])3[5-9]\.\d\b|°")
WELL_WRITTEN = re.compile(r"(?<![\d.])3[5-9]\.\d °C")
UK_NUMBER = re.compile(r"\b111\b")
WORD = re.compile(r"\w[\w'’.-]*")


def soon(text: str) -> Soon | None:
    """How soon a text says that somebody acts; nothing if it does not begin with the agreed words."""
    return next((word for word, opening in OPENINGS.items() if text.startswith(opening)), None)


def soon_of(card: CareCard) -> Soon | None:
    """How soon a card says that somebody acts; nothing for a card that calls nobody."""
    return soon(card.how_soon)


def rank(card: CareCard) -> int:
    """Where a card stands in the order of urgency, 0 for the most urgent."""
    found = soon_of(card)
    return ORDER.index(found) if found else len(ORDER)


def texts_of_card(card: CareCard) -> list[str]:
    """All that a learner reads on a card before opening its sources."""
    choices = [text for choice in card.choices for text in (choice.choice, choice.then)]
    first = [card.title, card.cannot_wait, card.sooner_for, card.who, card.how_soon]
    return [text for text in (*first, *card.do_now, *choices, card.say) if text]


def how_soon_is_said_alike(located: list[Located]) -> Iterator[Problem]:
    """A row is as urgent as its card, in the same words, and the card has the look of its urgency."""
    cards = {card.id: card for _, card in of_type(located, CareCard)}
    for item, card in of_type(located, CareCard):
        if soon_of(card) not in SOON_OF_COLOUR.get(card.urgency, (None,)):
            what = f'A card of the kind "{card.urgency}" does not begin its “how soon” so.'
            yield item.problem(what, f"Begin with one of {sorted(OPENINGS.values())}.", "how_soon")
    for item, row in of_type(located, TierRow):
        found = cards.get(row.care_card or "")
        if row.tier < 3 and found and soon(row.how_soon) != soon_of(found):
            what = f"“{row.how_soon}” is not the “how soon” of {found.id}: “{found.how_soon}”"
            yield item.problem(what, "Begin both with the same words.", "how_soon")


def now_is_for_emergencies(located: list[Located]) -> Iterator[Problem]:
    """“Now” stands on a card that is no emergency only beside the help that is called at once."""
    yield from found_in_each(located, _sent_to_the_doctor_now)
    yield from found_in_each((item for item, _ in of_type(located, CareCard)), _now_on_a_card)


def _now_on_a_card(item: Located) -> Iterator[Problem]:
    card = item.record
    if not isinstance(card, CareCard) or card.urgency in {"help-now", "stop", "calm"}:
        return
    for text in texts_of_card(card):
        if any(NOW.search(part) and not HELP_THAT_IS_NOW.search(part) for part in text.split(". ")):
            yield item.problem(f"“Now” on a card that is no emergency: “{text}”", "Name the day instead.")


def _sent_to_the_doctor_now(item: Located) -> Iterator[Problem]:
    for field, text in _told(item):
        for sentence in _doctor_now(text):
            what = f"“Now” for something that is no emergency: “{sentence}”"
            yield item.problem(what, "Name the day: “today or the next working day”.", field)


@functools.cache
def _doctor_now(text: str) -> tuple[str, ...]:
    """The sentences that send somebody to the family doctor now."""
    sentences = re.split(r"(?<=[.;:])\s", text)
    now = (one for one in sentences if re.search(r"\{family_doctor\}[^.;:]*\bnow\b", one))
    return tuple(sentence for sentence in now if not HELP_THAT_IS_NOW.search(sentence))


def a_fever_for_today_names_for_whom_it_is_now(located: list[Located]) -> Iterator[Problem]:
    """Beside “fever or ill: today” stands who turns to the maternity unit, hospital or the cancer line at once."""
    for item, card in of_type(located, CareCard):
        told = " ".join(texts_of_card(card))
        known = card.fever_line or ("{maternity_unit}" in told and "{cancer_line}" in told)
        if card.urgency in {"help-today", "not-today"} and FEVER_FOR_TODAY.search(told) and not known:
            yield item.problem("A fever for today, for everybody.", "Set fever_line = true.", "fever_line")


def calls_for_help_carry_no_doubt(located: list[Located]) -> Iterator[Problem]:
    """Who reads a card that calls for help reads no doubt on it; what is a course rule stands in its sources."""
    cards, rows = of_type(located, CareCard), of_type(located, TierRow)
    yield from found_in_each((item for item, _ in (*cards, *rows)), _doubt)


def _doubt(item: Located) -> Iterator[Problem]:
    match item.record:
        case CareCard() as card:
            told = texts_of_card(card)
            if card.urgency in {"help-now", "help-today"} and any(DOUBT.search(text) for text in told):
                yield item.problem("A doubt on a card that calls for help.", "Move it to course_rule.")
            if any(WRONG_CARD.search(text) for text in told):
                yield item.problem("A card that calls itself wrong.", "Say who is called instead, and how soon.")
        case TierRow() as row:
            told = [row.sign, *row.signs, row.why, row.who, row.how_soon]
            if row.tier == 1 and any(DOUBT.search(text) for text in told):
                yield item.problem("A doubt in a row that calls for help.", "Move it to course_rule.")


def cards_are_short(located: list[Located]) -> Iterator[Problem]:
    """A care card has at most 90 words, whatever the place fills in."""
    places = [place for _, place in of_type(located, Locale)]
    for item, card in of_type(located, CareCard):
        told = " ".join(texts_of_card(card))
        counts = {place.id: _words_in(told, place) for place in places}
        longest = max(counts, key=lambda place: counts[place], default=None)
        if longest and counts[longest] > MOST_WORDS:
            what = f"{counts[longest]} words in the place {longest}; {MOST_WORDS} is the most."
            yield item.problem(what, "Say less: what is not needed to act stands in its row.")


@functools.cache
def _words_in(text: str, place: Locale) -> int:
    """How many words a text has, filled in for a place."""
    return len(WORD.findall(filled(text, place)))


def temperatures_are_written_alike(located: list[Located]) -> Iterator[Problem]:
    """Every temperature is written as 38.0 °C, so that its °F is added where people use it."""
    return found_in_each(located, _temperatures_written_otherwise)


def _temperatures_written_otherwise(item: Located) -> Iterator[Problem]:
    for field, text in _told(item):
        if _is_a_heat_badly_written(text):
            what = f"A temperature without “°C” or with a scale of its own: “{text[:80]}”"
            yield item.problem(what, "Write it as 38.0 °C; the °F is added by itself.", field)


@functools.cache
def _is_a_heat_badly_written(text: str) -> bool:
    return OF_HEAT.search(text) is not None and DEGREES.search(WELL_WRITTEN.sub("", text)) is not None


def the_uk_number_stays_in_the_uk(located: list[Located]) -> Iterator[Problem]:
    """111 is help that is no emergency in the United Kingdom alone; in New Zealand it is the emergency number."""
    for item, place in of_type(located, Locale):
        for field, text in structs.asdict(place).items():
            if place.id != "uk" and UK_NUMBER.search(text):
                yield item.problem("111 outside the United Kingdom.", "Name the service of that place.", field)


def nobody_is_urged_on_through_pain(located: list[Located]) -> Iterator[Problem]:
    """Pain ends a practice: no text says to go on."""
    return found_in_each(located, _urged_on_through_pain)


def _urged_on_through_pain(item: Located) -> Iterator[Problem]:
    for field, text in _told(item):
        if _pushes_on(text):
            yield item.problem("This urges someone on through pain.", "Say when to stop instead.", field)


@functools.cache
def _pushes_on(text: str) -> bool:
    return PUSHING_ON.search(text) is not None


def nothing_is_promised(located: list[Located]) -> Iterator[Problem]:
    """No appointment within two weeks, and no share of lumps that are harmless: it is told to one person."""
    return found_in_each(located, _promises)


def _promises(item: Located) -> Iterator[Problem]:
    for field, text in _told(item):
        if _promises_two_weeks(text):
            yield item.problem("A promise of two weeks.", "Say whom to ring, and that urgent is not cancer.", field)
        if _tells_a_share_of_lumps(text):
            what = "A share of lumps that are harmless."
            yield item.problem(what, "Say that it depends on age, and that any lump is shown.", field)


@functools.cache
def _promises_two_weeks(text: str) -> bool:
    return TWO_WEEK_PROMISE.search(text) is not None


@functools.cache
def _tells_a_share_of_lumps(text: str) -> bool:
    return SHARE_OF_LUMPS.search(text) is not None


def signs_stand_in_the_order_of_urgency(located: list[Located]) -> Iterator[Problem]:
    """The list of warning signs goes from the most urgent card to the least, in the part shown first and after it."""
    card_of = {row.id: row.care_card for _, row in of_type(located, TierRow)}
    cards = {card.id: card for _, card in of_type(located, CareCard)}
    before = {True: 0, False: 0}
    for item, sign in of_type(located, WarningSign):
        named = {card_of[row] for row in sign.rows if row in card_of}
        if len(named) != 1 or None in named:
            yield item.problem("Its rows do not share one card.", "Name only rows with the same card.", "rows")
        card = cards.get(named.pop() or "") if named else None
        if card is None:
            continue
        if rank(card) < before[sign.first]:
            yield item.problem(f"{card.id} is more urgent than the sign before.", "Move it up.", "rows")
        if rank(card) == 0 and not sign.first:
            yield item.problem("A sign that means now stands further down.", "Write first = true.", "first")
        before[sign.first] = rank(card)


MOST_CONCERNS = 5
"""So many large choices are on one small screen."""


def every_sign_stands_under_a_concern(located: list[Located]) -> Iterator[Problem]:
    """The help window leads to each sign; under each of its few choices the most urgent signs come first."""
    card_of = {row.id: row.care_card for _, row in of_type(located, TierRow)}
    cards = {card.id: card for _, card in of_type(located, CareCard)}
    urgent = {sign.id: cards.get(card_of.get(sign.rows[0]) or "") for _, sign in of_type(located, WarningSign)}
    concerns = list(of_type(located, Concern))
    for item, concern in concerns[MOST_CONCERNS:]:
        yield item.problem(f"More than {MOST_CONCERNS} choices.", f"Put {concern.id} under another one.")
    for item, concern in concerns:
        ranks = [rank(card) for sign in concern.signs if (card := urgent.get(sign))]
        if ranks != sorted(ranks):
            yield item.problem("A sign stands above a more urgent one.", "Put the most urgent first.", "signs")
    reached = {sign for _, concern in concerns for sign in concern.signs}
    for item, sign in of_type(located, WarningSign):
        if concerns and sign.id not in reached:
            yield item.problem("No concern of the help window leads to it.", "Name it under a concern.", "id")


def cards_stand_in_the_order_of_urgency(located: list[Located]) -> Iterator[Problem]:
    """The care cards go from the most urgent to the least: their order decides which of several stands on top."""
    before = 0
    for item, card in of_type(located, CareCard):
        if rank(card) < before:
            yield item.problem("A card that is more urgent than the one before.", "Move it up.", "how_soon")
        before = rank(card)


NOT_OUR_OWN = (Reference, Term, Locale)
"""Their texts are titles of others, words to look up, and words of a place."""


def _told(item: Located) -> tuple[tuple[str, str], ...]:
    """What learners read as the course's own, each text behind the name of its field."""
    return () if isinstance(item.record, NOT_OUR_OWN) else item.texts


RULES = (
    how_soon_is_said_alike,
    now_is_for_emergencies,
    a_fever_for_today_names_for_whom_it_is_now,
    calls_for_help_carry_no_doubt,
    cards_are_short,
    temperatures_are_written_alike,
    the_uk_number_stays_in_the_uk,
    nobody_is_urged_on_through_pain,
    nothing_is_promised,
    signs_stand_in_the_order_of_urgency,
    every_sign_stands_under_a_concern,
    cards_stand_in_the_order_of_urgency,
)
