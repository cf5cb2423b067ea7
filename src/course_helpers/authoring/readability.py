"""How hard a text is to read: the Flesch-Kincaid grade, with a rule of thumb for syllables.

The figure is an estimate. It finds lessons that have grown too hard; it does not prove that one is easy.
"""

import re

HIGHEST_GRADE = 8.0
"""The course aims at US grade 6 to 8."""

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n\s*(?:\n|[-*\d])")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text; 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part or "")))
    syllables = sum(syllables_in(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def syllables_in(word: str) -> int:
    """About how many syllables a word has: groups of vowels, less a silent e."""
    lower = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(lower))
    if lower.endswith("e") and not lower.endswith(("le", "ee")) and count > 1:
        count -= 1
    if lower.endswith("ed") and not lower.endswith(("ted", "ded")) and count > 1:
        count -= 1
    return max(1, count)


def plain(markdown: str) -> str:
    """Markdown without marks, links and tags."""
    text = re.sub(r"<[^>]+>", " ", markdown)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*_`#>|]", "", text)
