"""What all groups of interface words share."""

from msgspec import structs

from course_helpers.knowledge.base import Record, Text

__all__ = ["Record", "Text", "Words"]


class Words(Record, frozen=True, kw_only=True):
    """A group of words. Each is a field of its own: a word that is missing in the file is refused at loading."""

    def of(self, name: str) -> str:
        """The word whose name is put together from a value of a record, such as ``level_2``; hyphens count as `_`.

        Raises:
            AttributeError: if there is no such word.
        """
        word: str = getattr(self, name.replace("-", "_"))
        return word

    def by_name(self) -> dict[str, str]:
        """All words of the group, as a page gets them."""
        return structs.asdict(self)
