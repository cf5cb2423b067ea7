"""Names that people type: which signs of one can be shown, and whether anything of it can be seen at all."""

import unicodedata

JOINERS = {"\u200c", "\u200d"}
"""Signs without width that some scripts need inside a name."""

BLANKS = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"}
"""Signs that count as letters and show nothing: fillers of Korean, and the empty pattern of Braille."""


def can_be_shown(name: str) -> bool:
    """Whether every sign stands for itself: none controls a text, turns its direction, or begins a line."""
    kinds = [unicodedata.category(sign) for sign in name if sign not in JOINERS]
    return not any(kind[0] == "C" or kind in {"Zl", "Zp"} for kind in kinds)


def can_be_seen(name: str) -> bool:
    """Whether a name shows anything: a button that bears it would be empty otherwise."""
    return any(
        not (sign.isspace() or sign in JOINERS | BLANKS or unicodedata.category(sign)[0] in "CM") for sign in name
    )
