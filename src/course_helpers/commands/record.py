"""``python3 start.py record``: the learner's own record, from the command line."""

import argparse
import sys
from collections.abc import Callable
from itertools import chain, count
from pathlib import Path

from course_helpers.commands.output import typed_folder
from course_helpers.files import write_atomic
from course_helpers.knowledge import load
from course_helpers.record import NotStored, Record, open_record
from course_helpers.record.copies import LARGEST_COPY, CopyRefused, as_csv, as_json, copied, copy_from, schema, take_in
from course_helpers.record.learners import NameRefused, add, learners, switch
from course_helpers.record.panel import erase, same_word, stored_lines

FORMS: dict[str, tuple[str, Callable[..., bytes]]] = {
    "json": ("my-record.json", as_json),
    "csv": ("my-record-tables.zip", as_csv),
}


def main(arguments: list[str]) -> int:
    """Do what was asked for, and say it."""
    chosen = _parser().parse_args(arguments)
    acts: dict[str, Callable[[argparse.Namespace], int]] = {
        "where": _where,
        "export": _export,
        "import": _import,
        "erase": _erase,
        "who": _who,
        "schema": _schema,
    }
    try:
        return acts[chosen.word](chosen)
    except NotStored:
        print(load().strings.own_record.not_now, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="start.py record", description="Your own record of the course.")
    words = parser.add_subparsers(dest="word", required=True)
    words.add_parser("where", help="says which file it is, and what is in it")
    export = words.add_parser("export", help="saves a copy")
    export.add_argument("--format", choices=sorted(FORMS), default="json", help="json can be brought in elsewhere")
    export.add_argument("--out", type=typed_folder, default=typed_folder(""), help="the folder to write to (this one)")
    bring = words.add_parser("import", help="brings a copy in; what is in both counts once")
    bring.add_argument("file", type=typed_folder, help="the copy, made with: record export")
    words.add_parser("erase", help="erases all of it, after a typed word")
    who = words.add_parser("who", help="says who is learning, or changes it")
    who.add_argument("name", nargs="?", help="whose record is used from now on; a new name begins a new record")
    who.add_argument("--nameless", action="store_true", help="goes back to the record without a name")
    words.add_parser("schema", help="prints what a copy looks like, as JSON Schema")
    return parser


def _usable() -> Record:
    """The record, with what has to be said about it."""
    record = open_record()
    for notice in record.notices:
        print(load().strings.record.of(notice), file=sys.stderr)
    return record


def _where(_chosen: argparse.Namespace) -> int:
    words, record = load().strings, _usable()
    lines = stored_lines(record)
    if record.in_memory:
        return 1
    print("\n".join(lines or [words.stored.nothing, words.own_record.where_file.format(path=record.path)]))
    return 0


def _export(chosen: argparse.Namespace) -> int:
    name, made = FORMS[chosen.format]
    record, folder = _usable(), Path(chosen.out)
    if record.in_memory:
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    file = _free_name(folder / name)
    write_atomic(file, made(copied(record)))
    print(f"wrote {file}")
    return 0


def _free_name(wanted: Path) -> Path:
    """A name that no file has: an earlier copy may be another person's, or hold what was erased since."""
    numbered = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2))
    return next(path for path in chain([wanted], numbered) if not path.exists() and not path.is_symlink())


def _import(chosen: argparse.Namespace) -> int:
    words, record, file = load().strings.own_record, _usable(), Path(chosen.file)
    if record.in_memory:
        return 1
    if not file.is_file():
        print(words.import_missing.format(file=file), file=sys.stderr)
        return 1
    try:
        if file.stat().st_size > LARGEST_COPY:
            raise CopyRefused("import_foreign")
        new = take_in(record, copy_from(file.read_bytes()))
    except CopyRefused as refused:
        print(words.of(refused.word), file=sys.stderr)
        return 1
    print(words.import_done.format(number=new) if new else words.import_none)
    return 0


def _erase(_chosen: argparse.Namespace) -> int:
    words = load().strings.stored
    print("\n".join([*stored_lines(_usable()), words.forget_sure]))
    try:
        typed = input(f"{words.forget_type}: ")
    except EOFError:
        typed = ""
    if not same_word(typed, words.forget_word):
        print(words.forget_typed_other, file=sys.stderr)
        return 1
    erase()
    print(words.forgotten)
    return 0


def _who(chosen: argparse.Namespace) -> int:
    words, known = load().strings.own_record, learners()
    if chosen.nameless:
        known = switch("")
    elif chosen.name:
        keys = {name.casefold(): key for key, name in known.names.items()}
        key = keys.get(chosen.name.strip().casefold())
        try:
            known = switch(key) if key else add(chosen.name)
        except NameRefused as refused:
            print(words.of(refused.word), file=sys.stderr)
            return 1
    for key, name in (("", words.who_nameless), *known.names.items()):
        print(words.who_now.format(name=name) if key == known.current else name)
    return 0


def _schema(_chosen: argparse.Namespace) -> int:
    import json

    print(json.dumps(schema(), indent=1))
    return 0
