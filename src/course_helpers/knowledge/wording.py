"""Which words are used, which are not, and what must hold for every text."""

import functools
import re
from collections.abc import Iterator
from typing import Literal

from course_helpers.knowledge.base import Record, Slug, Text
from course_helpers.knowledge.evidence import Reference
from course_helpers.knowledge.located import Located, found_in_each
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.strings import Strings


class Term(Record, frozen=True, kw_only=True):
    """A wording to use, the wordings to avoid, and why."""

    id: Slug
    use: Text
    avoid: list[Text]
    """Phrases that ``check`` looks for in lessons and content."""
    why: Text
    allowed_in: list[str] = []
    """Phrases that contain an avoided one and are fine, such as "not a disease"."""


class Locale(Record, frozen=True, kw_only=True):
    """The words of one place for services and numbers."""

    id: Literal["neutral", "uk", "us", "eu"]
    name: Text
    emergency_number: Text
    family_doctor: Text
    maternity_unit: Text
    midwife: Text
    breast_team: Text
    cancer_line: Text
    """Whom someone on cancer treatment calls at any hour; a number on the person's own card comes first."""
    out_of_hours: Text
    """Help at night and at weekends that is no emergency number. 111 only in the United Kingdom."""
    pharmacist: Text
    loss_support: Text
    """Company after a miscarriage, abortion or stillbirth."""
    support_line: Text
    abuse_line: Text
    crisis_line: Text
    nappy: Text
    """What a baby wears; the plural cannot be made from it."""
    nappies: Text
    temperatures: Literal["°C", "°C and °F"]
    """How a temperature such as 38.0 °C is shown; this is no word that fills a {place}."""


NO_WORDS = frozenset({"id", "name", "temperatures"})
"""Fields of a place that fill no {word}."""

WORDS_OF_PLACES = frozenset(Locale.__struct_fields__) - NO_WORDS

CELSIUS = re.compile(r"(\d{2}(?:\.\d)?) °C")
"""A temperature, which gets its °F where people use it. The course writes its own with one decimal."""

BEGINS_A_SENTENCE = re.compile(r"(?:^|[.?!]”? )$")

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

EMERGENCY_NUMBER = re.compile(r"\b(999|911|112|111)\b")


def filled(text: str, place: Locale) -> str:
    """The text with every {word} of a place filled in, and its temperatures as people there read them.

    A word that begins a sentence begins with a capital letter.
    """

    def fill(found: re.Match[str]) -> str:
        if found[1] not in WORDS_OF_PLACES:
            return found[0]
        word: str = getattr(place, found[1])
        begins = BEGINS_A_SENTENCE.search(text[: found.start()])
        return word[:1].upper() + word[1:] if begins else word

    if "{" in text:  # most texts have no word of a place
        text = PLACEHOLDER.sub(fill, text)
    return in_both_scales(text) if place.temperatures == "°C and °F" else text


def in_both_scales(text: str) -> str:
    """Every temperature of the text with its °F behind it: ``38.0 °C`` becomes ``38.0 °C (100.4 °F)``."""
    return CELSIUS.sub(lambda found: f"{found[0]} ({float(found[1]) * 9 / 5 + 32:.1f} °F)", text)


def placeholders_exist(located: list[Located]) -> Iterator[Problem]:
    """Every {word} in a text is a word of the locales, and no text names an emergency number itself."""
    return found_in_each(located, _placeholders_missing)


def _placeholders_missing(item: Located) -> Iterator[Problem]:
    if isinstance(item.record, Locale | Strings):
        return
    for field, text in item.texts:
        for word in placeholders_in(text):
            words = WORDS_OF_PLACES | item.record.own_words.get(field, frozenset())
            if word not in words:
                yield item.problem(f"Unknown word {{{word}}}.", f"Use one of {sorted(words)}.", field)
        if names_an_emergency_number(text) and not isinstance(item.record, Reference):
            yield item.problem("An emergency number.", "Write {emergency_number} instead.", field)


# The same texts are asked again and again, by whoever checks after each change of one of them.
@functools.cache
def placeholders_in(text: str) -> tuple[str, ...]:
    """The words in {braces} of a text."""
    return tuple(PLACEHOLDER.findall(text))


@functools.cache
def names_an_emergency_number(text: str) -> bool:
    """Whether a text has an emergency number in it."""
    return EMERGENCY_NUMBER.search(text) is not None


SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

RISK = re.compile(r"\brisks?\b", re.IGNORECASE)

RELATIVE = re.compile(r"\brelative(?:ly)?\b", re.IGNORECASE)

CHANGE_IN_PERCENT = re.compile(
    r"\d\s?%.*\b(?:lower|higher|less|more|fewer|smaller|larger|down|up)\b"
    r"|\b(?:falls?|fell|drops?|dropped|sinks?|sank|rises?|rose|cuts?|lowers?|raises?)\b.*\d\s?%",
    re.IGNORECASE | re.DOTALL,
)
"""So many percent more or less, in either order of words."""


@functools.cache
def changes_of_risk_without_relative(text: str) -> tuple[str, ...]:
    """The sentences in which a risk changes by a percentage, and which do not say that it is a relative one."""
    told = (one for one in SENTENCE_END.split(text) if RISK.search(one) and CHANGE_IN_PERCENT.search(one))
    return tuple(sentence for sentence in told if not RELATIVE.search(sentence))


def relative_risk_is_called_so(located: list[Located]) -> Iterator[Problem]:
    """“4.3% lower” is heard as points off one's own risk unless it is called relative."""
    return found_in_each(located, _risks_not_called_relative)


def _risks_not_called_relative(item: Located) -> Iterator[Problem]:
    for field, text in item.texts:
        for sentence in changes_of_risk_without_relative(text):
            yield item.problem(f"“{sentence}” does not say “relative”.", "Call it a relative risk.", field)


RULES = (placeholders_exist, relative_risk_is_called_so)
