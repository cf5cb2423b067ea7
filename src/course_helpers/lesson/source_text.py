"""The whole sheet, line by line, and the short words that a list of its lines needs."""

from course_helpers.document import Details, Document, Inline, Line, Link, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.evidence import Claim, Verdict

MARKS: dict[Verdict, str] = {
    "supported": "✓",
    "mixed": "◪",
    "unsupported": "?",
    "contradicted": "✕",
    "tradition-only": "…",
    "practical": "≡",
}
"""A mark for each verdict, so that its colour is never alone; the same shapes as in the drawing of all verdicts."""


def sheet_line_by_line() -> Document:
    """All lines of the sheet in its own order, to open: our wording, the verdict, where it is told in full."""
    words, total = load().strings.claim_explorer, len(load().claims)
    name = f"{words.sheet_title}: {total} lines"
    return Document(name, (Details(words.sheet_open.format(total=total), (sheet_table(),)),))


def sheet_table() -> Table:
    """The same lines as a table that is open."""
    words = load().strings.claim_explorer
    return Table(
        caption=words.sheet_caption,
        header=(words.sheet_line, words.sheet_says, words.sheet_sure, words.sheet_where),
        rows=tuple(_row(claim) for claim in load().claims.values()),
    )


def _row(claim: Claim) -> tuple[Line, ...]:
    where, target = told_in(claim)
    link: Inline = Link(where, target) if target else where
    sure = line(f"{MARKS[claim.verdict]} ", Strong(load().strings.sureness.of(claim.verdict)), _note(claim))
    return line(claim.id), line(claim.source_says), sure, line(link)


def told_in(claim: Claim) -> tuple[str, str]:
    """Where a claim is told in full, in words, and the notebook to open; no notebook if it is not written yet."""
    strings = load().strings
    lesson = load().lessons[claim.home]
    where = strings.claim_explorer.where.format(section=claim.section, lesson=lesson.id)
    if lesson.ready:
        return where, lesson.notebook
    return f"{where} ({strings.lesson.planned})", ""


def verdict_words(claim: Claim) -> str:
    """The verdict with its note and what the word means."""
    strings = load().strings
    return f"{strings.sureness.of(claim.verdict)}{_note(claim)}: {strings.verdict.of(claim.verdict)}."


def _note(claim: Claim) -> str:
    return f" ({claim.verdict_note})" if claim.verdict_note else ""
