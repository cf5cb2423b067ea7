"""How soon is said alike everywhere, and each rule on it refuses content that breaks it."""

from pathlib import Path

import pytest

from tests.knowledge.damage import change

CARDS, TIERS, SIGNS, PLACES = "care_cards.toml", "tiers.toml", "warning_signs.toml", "locales.toml"
GROUPS = "sign_groups.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        # B18: “now” is for emergencies, else the day is named.
        (CARDS, 'how_soon = "Today or the next working day."', 'how_soon = "Now, or tomorrow."', "does not begin"),
        (CARDS, "“Since …”", "“Can I come now?”", "“Now” on a card that is no emergency"),
        (
            TIERS,
            'how_soon = "Today or the next working day. Do not',
            'how_soon = "Today. Do not',
            "is not the “how soon”",
        ),
        (
            "claims.toml",
            "{family_doctor} today or the next working day.",
            "{family_doctor} now.",
            "“Now” for something",
        ),
        (
            "quiz/facts.toml",
            "{family_doctor}, today or the next working day",
            "{family_doctor} now",
            "“Now” for something",
        ),
        # A11: no doubt where help is called.
        (CARDS, '"Do not stand or walk', '"This rests on no source. Do not stand or walk', "A doubt on a card"),
        (CARDS, '"No massage. Rest."', '"To be confirmed by a clinician: rest."', "A doubt on a card"),
        (
            TIERS,
            'sign = "Shaking you cannot stop',
            'sign = "Course safety rule: shaking you cannot stop',
            "A doubt in a row",
        ),
        (CARDS, '"No massage. Rest."', '"Very ill? This is the wrong card."', "calls itself wrong"),
        # H1: a fever for today names for whom it is now.
        (
            CARDS,
            'fever_line = true\nurgency = "not-today"',
            'urgency = "not-today"',
            "A fever for today, for everybody.",
        ),
        # At most 90 words, in every place.
        (CARDS, '"Feed or express as usual."', f'"Feed or express. {"Rest well. " * 20}"', "90 is the most"),
        (PLACES, 'out_of_hours = "111', f'out_of_hours = "{"the service " * 8}111', "words in the place uk"),
        # E22: a temperature that would get no °F.
        (TIERS, '"A temperature of 38.0 °C or more"', '"A temperature of 38.0 or more"', "A temperature without"),
        (CARDS, "Call at 38.0 °C", "Call at 38.0 °C (100.4 °F)", "A temperature without"),
        # E12: 111 is help that is no emergency in the United Kingdom alone.
        (PLACES, "out-of-hours doctors (in Germany 116117)", "out-of-hours doctors on 111", "111 outside the United"),
        (PLACES, "your clinic's after-hours or nurse line", "111", "111 outside the United Kingdom"),
        # B13: nothing is promised within two weeks.
        (CARDS, "No date in two weeks? Ring.", "You are seen within two weeks.", "A promise of two weeks"),
        (
            TIERS,
            'how_soon = "Today or the next working day. Do',
            'how_soon = "Today or the next working day, an appointment within 2 weeks. Do',
            "A promise of two weeks",
        ),
        # B15: no share of lumps is told to one person.
        ("sorting.toml", "Any new lump is examined", "About 80 of 100 lumps are harmless", "A share of lumps"),
        ("checks.toml", "Any new lump is examined, whoever has it.", "80% are harmless.", "A share of lumps"),
        # The order that decides which card stands on top, and which sign is read first.
        (CARDS, 'how_soon = "Today, straight away."', 'how_soon = "Now, straight away."', "does not begin"),
        (SIGNS, 'rows = ["T1-hot"]', 'rows = ["T2-pain-spot"]', "is more urgent than the sign before"),
        (SIGNS, 'rows = ["T1-leg"]', 'rows = ["T1-ill"]', "means now stands further down"),
        (SIGNS, 'rows = ["T1-pregnancy", "T1-pregnancy-fever"]', 'rows = ["T1-pregnancy", "T1-ill"]', "share one card"),
        # No group of signs is slower than its rows, knows less help, loses a sign or grows too long.
        (GROUPS, 'how_soon = "Now, at any hour"', 'how_soon = "Today"', "is not the “how soon” of T1-pregnancy"),
        (GROUPS, 'rows = ["T1-leg"]', "rows = []", "T1-leg stands in no group of level-1"),
        (GROUPS, 'rows = ["T1-ill"]', 'rows = ["T1-ill", "T1-leg"]', "stands in level-1 twice"),
        (GROUPS, 'rows = ["T1-ill"]', 'rows = ["T1-ill", "T2-lump"]', "T2-lump stands in level-1 twice, or does not"),
        (GROUPS, " Breathless: {emergency_number}.", "", "T1-bleed names “{emergency_number}”"),
        (GROUPS, "fever or ill: get help today,", "fever or ill: wait,", "T2-milk-lump names “get help”"),
        (GROUPS, 'place = "level-2"', 'place = "report"', "More than 10 lines"),
        (
            GROUPS,
            'how_soon = "Within 24 hours: at once',
            'how_soon = "Before: at once',
            "A line stands below a less urgent",
        ),
        (
            SIGNS,
            'rows = ["T2-lump"]',
            'rows = ["T2-lumps"]',
            'with the id "T2-lumps"',
        ),
    ],
)
def test_a_broken_urgency_is_refused(content: Path, file: str, old: str, new: str, told: str) -> None:
    """A11, B13, B15, B18, E12, E22: `check` refuses each of these."""
    assert any(told in problem for problem in change(content, file, old, new))
