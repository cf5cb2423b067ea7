"""What stands for a panel where nothing runs."""

from typing import Any

from course_helpers.document import Document


def with_fallback(
    bundle: tuple[dict[str, Any], dict[str, Any]] | None, document: Document
) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """A widget's output together with text for readers without a running notebook."""
    if bundle is None:
        return None
    data, metadata = bundle
    return data | {"text/markdown": document._repr_markdown_(), "text/html": document._repr_html_()}, metadata
