"""JSON Schema for the content files, so that an editor completes and checks while typing."""

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.quizzes import Item
from course_helpers.knowledge.routines import RoutineHead, RoutineStep
from course_helpers.knowledge.sources import FILES, SOURCES

SHARED: dict[frozenset[Any], str] = {
    frozenset({RoutineHead, RoutineStep}): "routine",
    frozenset({Item}): "quiz_items",
}
"""The schema of several files that hold the same kinds of records, by these kinds."""


def schema_for(file: str) -> dict[str, Any]:
    """The JSON Schema of one content file."""
    sources = [source for source in SOURCES if source.file == file]
    tables = {source.key: list[source.record] if source.many else source.record for source in sources}  # type: ignore[name-defined]
    schemas, definitions = msgspec.json.schema_components(tables.values(), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": file,
        "type": "object",
        "properties": dict(zip(tables, schemas, strict=True)),
        "required": list(tables),
        "additionalProperties": False,
        "$defs": definitions,
    }


def schema_file(content_file: str) -> str:
    """Where the schema of a content file is kept, below ``content/``; files with the same records share one."""
    records = {source.record for source in SOURCES if source.file == content_file}
    stem = SHARED.get(frozenset(records), content_file.rpartition("/")[2].removesuffix(".toml"))
    return f"schema/{stem}.json"


@functools.cache
def schemas() -> Mapping[str, str]:
    """All schema files, by their path below ``content/``. They are made from types, which do not change."""
    return {
        schema_file(file): json.dumps(schema_for(file) | {"title": schema_file(file)}, indent=2) + "\n"
        for file in FILES
    }


def schema_problems(folder: Path) -> list[Problem]:
    """The schema files below ``folder`` that are not what the records are now."""
    return [
        Problem(name, 1, "", "The schema is out of date.", "Run `python3 start.py schema`.")
        for name, text in schemas().items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text
    ]


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas below ``folder`` (the content folder) and return their paths."""
    written = []
    for name, text in schemas().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written
