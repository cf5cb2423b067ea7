"""``python3 start.py schema``: write the JSON Schemas that help an editor of the content files."""

from course_helpers.knowledge import CONTENT
from course_helpers.knowledge.schema import write_schemas


def main(arguments: list[str]) -> int:
    """Write all schemas."""
    written = write_schemas(CONTENT)
    print(f"wrote {len(written)} schemas")
    return 0
