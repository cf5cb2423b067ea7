"""How hard a text is to read: the Flesch-Kincaid grade, with a rule of thumb for syllables.

The figure is an estimate. It finds lessons that have grown too hard; it does not prove that one is easy.
"""

import functools
import re
from collections.abc import Iterator

LOWEST_GRADE = 4.5
"""Under this the sentences of a paragraph are so short that it sounds clipped; the course aims at 5 to 7."""

HIGHEST_GRADE = 8.0
"""Above this a paragraph is too hard for many readers; the course aims at 5 to 7."""

SHORT_SENTENCE = 6
"""A sentence of so many words or fewer is a short one (a course choice)."""

_STANDS_ALONE = re.compile(r"#|!\[|Lesson \d\d · ")
"""How a line begins that is a heading, a picture or the line with the minutes."""

_TAKES_THE_REST = re.compile(r"\||<|[-*] |\d+\. ")
"""How a line begins that is no sentence, nor are the lines right under it: table, tag, list item."""

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n\s*(?:\n|[-*\d])")
_PARAGRAPH_SENTENCE_END = re.compile(r"[.!?]+[”’\"*)]*(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text; 0 for a text without words."""
    return _grade(_SENTENCE_END.split(text))


def paragraph_grade(markdown: str) -> float:
    """The Flesch-Kincaid grade of the paragraphs alone; 0 where there is none.

    A list item or a heading is no sentence: counted as one, it makes any text look easier than it is to read aloud.
    """
    return _grade(list(sentences_in(markdown)))


def short_share(markdown: str) -> float:
    """The share (0-1) of the paragraphs' sentences that are short; 0 where there is none."""
    lengths = [len(_WORD.findall(sentence)) for sentence in sentences_in(markdown)]
    return sum(length <= SHORT_SENTENCE for length in lengths) / len(lengths) if lengths else 0.0


def sentences_in(markdown: str) -> Iterator[str]:
    """The sentences of the paragraphs; what follows a colon belongs to its sentence."""
    for paragraph in _paragraphs(markdown):
        yield from (part for part in _PARAGRAPH_SENTENCE_END.split(plain(paragraph)) if _WORD.search(part))


def _paragraphs(markdown: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", markdown):
        lines: list[str] = []
        for line in (line.strip() for line in block.splitlines()):
            if _TAKES_THE_REST.match(line):
                break
            if not _STANDS_ALONE.match(line):
                lines.append(line)
        yield " ".join(lines)


def _grade(sentences: list[str]) -> float:
    spoken = [words for sentence in sentences if (words := _WORD.findall(sentence))]
    if not spoken:
        return 0.0
    words = [word for sentence in spoken for word in sentence]
    syllables = sum(syllables_in(word) for word in words)
    return 0.39 * len(words) / len(spoken) + 11.8 * syllables / len(words) - 15.59


@functools.lru_cache(maxsize=20_000)
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
