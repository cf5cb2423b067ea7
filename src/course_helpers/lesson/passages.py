"""Parts of a lesson whose words depend on the place, such as whom to call at night."""

from collections.abc import Iterable

from course_helpers.document import Document, Paragraph, Strong, line
from course_helpers.knowledge import load
from course_helpers.knowledge.layers import Point
from course_helpers.locale import localised


def passage(passage_id: str) -> Document:
    """The points of a passage, one paragraph each."""
    points = load().passages[passage_id].points
    return Document(f"{localised(points[0].lead)} and {len(points) - 1} more", paragraphs(points))


def paragraphs(points: Iterable[Point]) -> tuple[Paragraph, ...]:
    """Each point as a paragraph that begins with what it is about."""
    return tuple(
        Paragraph(line(Strong(_ended(localised(point.lead))), f" {localised(point.text)}")) for point in points
    )


def _ended(lead: str) -> str:
    return lead if lead.endswith(("?", "!", ".")) else f"{lead}."
