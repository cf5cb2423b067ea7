"""Every interface word that a script asks for must be one that its panel sends.

A script may write ``words.stop``, ``words["stop"]``, ``words[`paused_${reason}`]``, a choice between such names, or
``const { stop } = words``. Any other way hides which word is meant, and is refused.
"""

import functools
import importlib
import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from course_helpers.knowledge import Problem, load
from course_helpers.panel import Panel

PACKAGE = Path(__file__).parent.parent
EXTENSION = PACKAGE / "lab_extension"

_OBJECT = r"\b(?:[wW]ords|WORDS)"
_MEMBER = re.compile(_OBJECT + r"\.(\w+)")
_BRACKETS = re.compile(_OBJECT + r"\[((?:[^\[\]`]|`[^`]*`)*)\]")
_TAKEN_APART = re.compile(r"\{([^{}]*)\}\s*=\s*[\w.]*" + _OBJECT + r"\s*;")
_LITERAL = r"(?:\"\w+\"|`\w[^`]*`)"
_NAMED = re.compile(rf"(?:[^?`\"]*(?:\"[^\"]*\"[^?`\"]*)?\?\s*)?({_LITERAL})(?:\s*:\s*({_LITERAL}))?")
_FILLED = re.compile(r"\$\{[^}]*\}")


@dataclass(frozen=True)
class Use:
    """A place in a script where a word is asked for; the name has ``*`` where a value comes in at run time."""

    line: int
    name: str

    def fits(self, sent: Collection[str]) -> bool:
        """Whether there is such a word."""
        if "*" not in self.name:
            return self.name in sent
        wanted = re.compile(".+".join(map(re.escape, self.name.split("*"))))
        return any(wanted.fullmatch(name) for name in sent)


HIDDEN = ""
"""The name of a use that does not say which word it means."""


@functools.cache  # whoever checks again has most scripts as they were before
def uses_in(script: str) -> tuple[Use, ...]:
    """Every word that a script asks for."""
    return tuple(_uses_in(script))


def _uses_in(script: str) -> Iterator[Use]:
    ends = [found.start() for found in re.finditer("\n", script)]

    def line_of(found: re.Match[str]) -> int:
        return bisect_left(ends, found.start()) + 1

    for found in _MEMBER.finditer(script):
        yield Use(line_of(found), found[1])
    for found in _BRACKETS.finditer(script):
        named = _NAMED.fullmatch(found[1].strip())
        for literal in named.groups() if named else (f'"{HIDDEN}"',):
            if literal:
                yield Use(line_of(found), _FILLED.sub("*", literal[1:-1]))
    for found in _TAKEN_APART.finditer(script):
        for name in filter(None, (part.partition(":")[0].strip() for part in found[1].split(","))):
            yield Use(line_of(found), name)


def panels() -> list[type[Panel]]:
    """Every kind of panel that has a script, found beside the scripts that JupyterLab loads."""
    for script in sorted(PACKAGE.rglob("*.js")):
        if "export default" in script.read_text(encoding="utf-8"):
            for module in sorted(script.parent.glob("*.py")):
                parts = module.relative_to(PACKAGE.parent).with_suffix("").parts
                importlib.import_module(".".join(parts).removesuffix(".__init__"))
    return [kind for kind in _kinds(Panel) if "_esm" in vars(kind)]


def _kinds(kind: type[Panel]) -> Iterator[type[Panel]]:
    for other in kind.__subclasses__():
        written = getattr(sys.modules[other.__module__], other.__name__, None) is other
        if written and other.__module__.startswith(__package__.partition(".")[0] + "."):
            yield other  # a widget makes itself a class of its own when it begins; those are left out
            yield from _kinds(other)


EXTENSION_GROUPS = ("extension", "way")
"""The groups of words that JupyterLab's part of the course has."""


def script_problems() -> Iterator[Problem]:
    """Words that a panel's scripts ask for and that it does not send; words that hide one another."""
    for kind in panels():
        yield from word_problems(str(vars(kind)["_esm"]), set(kind.page_words()), kind.__name__)
        for name, times in Counter(_names_sent(kind)).items():
            if times > 1:
                what = f"{kind.__name__} sends two words called {name}."
                yield Problem("strings.toml", 1, name, what, "Rename one of them: the page would get only one.")
    sent = {name for group in EXTENSION_GROUPS for name in getattr(load().strings, group).by_name()}
    for script in sorted(EXTENSION.glob("*.js")):
        yield from word_problems(script.read_text(encoding="utf-8"), sent, "The extension")


def _names_sent(kind: type[Panel]) -> Iterator[str]:
    for group in kind.word_groups:
        yield from getattr(load().strings, group).by_name()
    yield from kind.borrowed_words()


def word_problems(script: str, sent: set[str], who: str) -> Iterator[Problem]:
    """The uses in one script, or in several that were joined, of words that are not sent."""
    lines = script.splitlines()
    places: dict[str, tuple[str, int]] = {}
    for use in uses_in(script):
        if use.name == HIDDEN:
            what, remedy = "It does not say which word it means.", "Write its name, or how its name begins."
        elif not use.fits(sent):
            what, remedy = f"{who} sends no word {use.name}.", "Correct the name, or add the word to strings.toml."
        else:
            continue
        places = places or places_of_lines()
        file, line = places.get(lines[use.line - 1], ("", 1))
        yield Problem(file, line, use.name, what, remedy)


def places_of_lines() -> dict[str, tuple[str, int]]:
    """By its text, where each line stands first: the script and its number, which a joined script has not."""
    places: dict[str, tuple[str, int]] = {}
    for script in sorted(PACKAGE.rglob("*.js")):
        name = script.relative_to(PACKAGE).as_posix()
        for number, line in enumerate(script.read_text(encoding="utf-8").splitlines(), 1):
            places.setdefault(line, (name, number))
    return places
