"""Wording rules for the content files: what is said to learners outside the notebooks."""

import re
from collections.abc import Iterator

from course_helpers.authoring.lesson_rules import QUOTED, avoided_in, avoided_terms
from course_helpers.knowledge import Knowledge, Problem
from course_helpers.knowledge.evidence import Claim, Fact, Indication, Reference
from course_helpers.knowledge.lessons import Word
from course_helpers.knowledge.located import Located
from course_helpers.knowledge.questions import CheckQuestion
from course_helpers.knowledge.quizzes import WarmUp
from course_helpers.knowledge.wording import Term

SPOKEN_BY_THE_SHEET = {
    Claim: {"source_says"},
    Fact: {"statement"},
    Indication: {"reason"},
    CheckQuestion: {"stem", "misconception", "options", "decisions"},
    WarmUp: {"stem", "options"},
    Word: {"id", "meaning"},
}
"""Fields that repeat what the sheet or a person believes, where an avoided term may stand."""

NOT_SHOWN = (Reference, Term)
READERS_OWN_PLACE = re.compile(
    r"\b(?:she|he)\b[^.:;?!“”{}]*\b(?:calls|phones|rings|asks|tells|contacts|sees|visits|appointment)\b[^.:;?!“”{}]*\{",
    re.IGNORECASE,
)
"""Somebody else before a {word} of a place, which begins with “your”: a reader would meet “she calls your doctor”."""


def wording_problems(located: list[Located], knowledge: Knowledge) -> Iterator[Problem]:
    """Avoided terms, and a word of the reader's own place where somebody else calls."""
    terms = avoided_terms(knowledge)
    for item in located:
        if isinstance(item.record, NOT_SHOWN):
            continue
        quoted_fields = SPOKEN_BY_THE_SHEET.get(type(item.record), set())
        for field, text in item.texts:
            if READERS_OWN_PLACE.search(text):
                yield item.problem("A place word says “your”, and here someone else calls.", "Write “call {…}”.", field)
            if field in quoted_fields:
                continue
            for term, instead in avoided_in(QUOTED.sub(" ", text), terms):
                yield item.problem(f'"{term}" is a term to avoid.', f'Write "{instead}".', field)
