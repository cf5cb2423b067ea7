"""Reading one TOML file into typed records, each with the line it stands on."""

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
from msgspec import Struct

from course_helpers.document.apostrophes import all_typographic
from course_helpers.knowledge.located import Located, RecordLines, Source
from course_helpers.knowledge.problems import Problem
from course_helpers.knowledge.sources import FILES, SOURCES

LARGEST_FILE_BYTES = 2_000_000
"""Far above any real content file; a larger one is a mistake and would stall the lesson."""

LAST_LINE = "# end"
"""The last line of every content file. A file without it was cut short and may lack warning signs."""

_TOML_LINE = re.compile(r"at line (\d+)")
_FIELD_PATH = re.compile(r"`\$\.([A-Za-z_]+)(?:\.([A-Za-z0-9_]+))?")
_NAMED_FIELD = re.compile(r"(missing required|unknown) field `([^`]+)`")
_CORRECT = "Correct this field."


def read_all(folder: Path) -> tuple[list[Located], list[Problem]]:
    """Read every content file below ``folder``; what cannot be read is reported and left out."""
    located: list[Located] = []
    problems: list[Problem] = []
    for file in FILES:
        read_file(folder, file, located, problems)
    return located, problems


def read_file(folder: Path, file: str, located: list[Located], problems: list[Problem]) -> None:
    """Read one file, adding its records to ``located`` and its faults to ``problems``."""
    try:
        records, faults = _records_in(file, _content_of(folder / file))
    except _Unreadable as fault:
        problems.append(Problem(file, fault.line, "", fault.what, fault.remedy))
        return
    located.extend(records)
    problems.extend(faults)


@functools.lru_cache(maxsize=4 * len(FILES))
def _records_in(file: str, content: bytes) -> tuple[tuple[Located, ...], tuple[Problem, ...]]:
    """The records of one file. Whoever checks the content again and again has changed one file of forty."""
    text = _text_of(content)
    located: list[Located] = []
    try:
        data = all_typographic(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        return (), (_syntax_problem(file, error),)
    lines = text.splitlines()
    sources = [source for source in SOURCES if source.file == file]
    problems = list(_unknown_tables(file, data, sources, lines))
    misnamed = bool(problems)
    for source in sources:
        if source.key in data or not misnamed:
            _read_table(source, data.get(source.key), lines, located, problems)
    return tuple(located), tuple(problems)


class _Unreadable(Exception):
    def __init__(self, what: str, remedy: str, line: int = 1) -> None:
        self.what, self.remedy, self.line = what, remedy, line
        super().__init__(what)


def _content_of(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise _Unreadable("The file is missing.", "Bring it back from the last good copy.") from None
    except OSError as error:
        raise _Unreadable(f"The file cannot be read: {error.strerror}.", "Check its permissions.") from None
    if len(content) > LARGEST_FILE_BYTES:
        size = f"{len(content) / 1_000_000:.1f} MB"
        raise _Unreadable(f"The file is {size}, far too large.", "Bring back the last good copy.")
    return content


def _text_of(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _Unreadable("The file is not plain text (UTF-8).", "Save it as UTF-8 text.", line) from None
    if text.rstrip().rpartition("\n")[2] != LAST_LINE:
        line = text.count("\n") + 1
        remedy = f"Bring back what is missing; its last line must be `{LAST_LINE}`."
        raise _Unreadable("The file was cut short.", remedy, line)
    return text


def _syntax_problem(file: str, error: Exception) -> Problem:
    if isinstance(error, RecursionError):
        return Problem(file, 1, "", "The file is nested far too deeply.", "Bring back the last good copy.")
    found = _TOML_LINE.search(str(error))
    line = int(found.group(1)) if found else 1
    remedy = "Look for a missing quote, bracket or equals sign on this line or the one above."
    return Problem(file, line, "", f"This is not valid TOML: {error}.", remedy)


def _unknown_tables(file: str, data: dict[str, Any], sources: list[Source], lines: list[str]) -> Iterator[Problem]:
    known = {source.key for source in sources}
    for key in data.keys() - known:
        line = next((n for n, text in enumerate(lines, 1) if re.match(rf"\s*\[?\[?{re.escape(key)}\b", text)), 1)
        yield Problem(
            file, line, "", f'There is no table "{key}" here.', f"Use {' or '.join(sorted(known))}, or remove it."
        )


def _read_table(
    source: Source, table: object, lines: list[str], located: list[Located], problems: list[Problem]
) -> None:
    rows = table if source.many else [table]
    header = f"[[{source.key}]]" if source.many else f"[{source.key}]"
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        problems.append(Problem(source.file, 1, "", f"No {header} was found.", f"Begin each record with {header}."))
        return
    blocks = list(_blocks(source, lines))
    before = _ROWS.get(source, {})
    now = _ROWS[source] = {}
    for number, row in enumerate(rows):
        where = blocks[number] if number < len(blocks) else RecordLines(1, () if source.many else tuple(lines))
        last = before.get(where)
        try:
            if last is None or last[0] != row:
                last = row, Located(source, msgspec.convert(row, source.record), where)
            now[where] = last
            located.append(last[1])
        except msgspec.ValidationError as error:
            problems.append(_field_problem(source, row, where, str(error)))


_ROWS: dict[Source, dict[RecordLines, tuple[dict[str, Any], Located]]] = {}
"""What was read last from each table. Where one record is changed, all that is known of its neighbours stays true."""


def _blocks(source: Source, lines: list[str]) -> Iterator[RecordLines]:
    """The lines of each record: from its header to the next header that is not one of its own sub-tables."""
    brackets = r"\[\[\s*{}\s*\]\]" if source.many else r"\[\s*{}\s*\]"
    own_header = re.compile(r"\s*" + brackets.format(re.escape(source.key)))
    any_header = re.compile(r"\s*\[\[?\s*[a-z_]+\s*\]")
    starts = [number for number, line in enumerate(lines) if own_header.match(line)]
    for start in starts:
        end = next((n for n in range(start + 1, len(lines)) if any_header.match(lines[n])), len(lines))
        yield RecordLines(start + 1, tuple(lines[start:end]))


def _field_problem(source: Source, row: dict[str, Any], where: RecordLines, error: str) -> Problem:
    path = [name for found in _FIELD_PATH.finditer(error) for name in found.groups() if name]
    named = _NAMED_FIELD.search(error)
    fault, field = named.groups() if named else ("", path[-1] if path else "")
    table = f"{source.key}.{path[0]}" if path else ""
    line = where.line_in_table(table, field) or where.line_of(field if fault == "unknown" or not path else path[0])
    remedies = {"unknown": _known_fields(source.record, path), "missing required": f"Bring back `{field}`."}
    return Problem(source.file, line, str(row.get("id", source.key)), f"{error}.", remedies.get(fault, _CORRECT))


def _known_fields(record: type[Struct], path: list[str]) -> str:
    """The fields that a record, or the part of it that ``path`` leads to, may have."""
    for name in path:
        hint = get_type_hints(record).get(name)
        record = hint if isinstance(hint, type) and issubclass(hint, Struct) else record
    return f"The fields of {record.__name__} are: {', '.join(record.__struct_fields__)}."
