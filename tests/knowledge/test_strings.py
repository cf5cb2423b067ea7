"""Interface words are part of "everything or nothing": one word less, and the whole course is refused."""

from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

from course_helpers.knowledge import CONTENT, Problem, load
from course_helpers.knowledge.reading import read_file
from course_helpers.knowledge.strings import Strings
from course_helpers.knowledge.strings.base import Words
from tests.each import each
from tests.knowledge.damage import change

GROUPS = {name: kind for name, kind in get_type_hints(Strings).items() if isinstance(kind, type)}
FILE = "strings.toml"
LINES = (CONTENT / FILE).read_text(encoding="utf-8").splitlines()


def line_of(group: str) -> int:
    return LINES.index(f"[strings.{group}]") + 1


def problems_of(folder: Path, old: str, new: str) -> list[str]:
    """What is said about the file of words alone after one replacement."""
    text = "\n".join(LINES) + "\n"
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems: list[Problem] = []
    read_file(folder, FILE, [], problems)
    return [str(problem) for problem in problems]


@each("group", GROUPS)
def test_a_word_that_is_missing_is_named_with_file_and_line(tmp_path: Path, group: str) -> None:
    header = f"[strings.{group}]"
    word = LINES[line_of(group)]
    name = word.partition(" = ")[0]
    (found,) = problems_of(tmp_path, f"{header}\n{word}\n", f"{header}\n")
    assert found.startswith(f"{FILE}:{line_of(group)}: [strings] ")
    assert f"`{name}`" in found
    assert f"`$.{group}`" in found


@each("group", GROUPS)
def test_no_word_of_a_group_can_be_left_out(group: str) -> None:
    """The Stop button of the player had lost its word, and nothing noticed."""
    kind = GROUPS[group]
    assert issubclass(kind, Words)
    whole = msgspec.to_builtins(getattr(load().strings, group))
    for name in whole:
        less = {word: text for word, text in whole.items() if word != name}
        with pytest.raises(msgspec.ValidationError, match=f"`{name}`"):
            msgspec.convert(less, kind)


@each("group", GROUPS)
def test_every_word_of_a_group_is_refused_when_it_is_empty(group: str) -> None:
    """A field that somebody typed as `str` would let an empty word through."""
    whole = msgspec.to_builtins(getattr(load().strings, group))
    for name in whole:
        with pytest.raises(msgspec.ValidationError, match=name):
            msgspec.convert(whole | {name: ""}, GROUPS[group])


def test_a_word_that_no_group_knows_is_named_at_its_own_line(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, "[strings.player]\n", '[strings.player]\nstopp = "Stop: it hurts"\n')
    assert found.startswith(f"{FILE}:{line_of('player') + 1}: ")
    assert "PlayerWords" in found
    assert "said_begin" in found


def test_an_empty_word_is_named_at_its_own_line(tmp_path: Path) -> None:
    old = next(line for line in LINES[line_of("player") :] if line.startswith("stop = "))
    (found,) = problems_of(tmp_path, old, 'stop = ""')
    assert found.startswith(f"{FILE}:{LINES.index(old) + 1}: ")


def test_without_one_word_there_is_no_course(content: Path) -> None:
    found = change(content, FILE, 'stop = "Stop: it hurts"\n', "")
    assert any("`stop`" in problem for problem in found)
