"""Scripts joined into one module, in the order that their own ``import`` lines ask for.

Only two kinds of seam are understood, each at the beginning of a line: ``import { one, two } from "./file.js";`` and
``export { one, two };``. They fall away, and all files share one scope. So a name that nobody exports, a file that is
not there, a circle, and a name that two files declare are refused with file and line, before a browser sees them.

Standard library only: the build hook runs this file before anything is installed.
"""

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Each begins with the end of the line before, and a script gets one in front: so Python goes from line to line, and
# not from letter to letter, which took most of the time in which a lesson's first panel came.
IMPORT = re.compile(r'\nimport \{([^}]*)\} from "([^"]+)";(?=\n)')
EXPORT = re.compile(r"\nexport \{([^}]*)\};(?=\n)")
OTHER_SEAM = re.compile(r"\n(?:import|export)\b(?! default )[^\n]*")
DEFAULT = re.compile(r"\nexport default [^\n]*")
DECLARED = re.compile(
    r"\n(?:(?:async )?function\*? *(?P<function>[\w$]+)|class (?P<class>[\w$]+)|(?:const|let|var) (?P<names>[^=;]+))"
)
NAME = re.compile(r"[A-Za-z_$][\w$]*")


@dataclass(frozen=True, order=True)
class ScriptFault:
    """What is wrong in a script, where, and what to do."""

    path: Path
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}: {self.what} {self.remedy}"


class BrokenScript(ValueError):
    """Scripts that cannot be joined."""

    def __init__(self, faults: list[ScriptFault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True)
class Import:
    """One name that a script takes from a file."""

    name: str
    file: Path
    line: int


@dataclass(frozen=True)
class Script:
    """One file, taken apart."""

    path: Path
    body: str
    """The text without its seams."""
    imports: tuple[Import, ...]
    exports: dict[str, int]
    """Every name that other files may take, with its line."""
    declared: dict[str, int]
    """Every name at the top of the file, with its line."""
    seams: tuple[ScriptFault, ...]
    """Lines that import or export in a way that is not understood."""
    default: int | None
    """The line of its default export, if it has one."""


def bundle(entry: Path, read: "Read | None" = None) -> str:
    """A script and everything it imports, as one module. Whoever joins many reads each file once for all of them.

    Raises:
        BrokenScript: if a name, a file or a seam is not what it should be.
    """
    scripts, faults = _gathered(entry.resolve(), read or functools.cache(taken_apart))
    faults += _clashes(scripts)
    if faults:
        raise BrokenScript(sorted(faults))
    return "\n".join(script.body for script in scripts)


def faults_of(entry: Path, read: "Read | None" = None) -> list[ScriptFault]:
    """What keeps a script from being joined with what it imports; nothing if it can be."""
    try:
        bundle(entry, read)
    except BrokenScript as broken:
        return broken.faults
    return []


def taken_apart(path: Path) -> Script:
    """One script with its seams told apart from its body."""
    return _taken_apart(path, path.read_text(encoding="utf-8"))


@functools.lru_cache(maxsize=256)  # the same parts are in nearly every bundle
def _taken_apart(path: Path, text: str) -> Script:
    text = f"\n{text}"
    imports = [
        Import(name.group(), file, _line(text, seam.start(1) + name.start()))
        for seam in IMPORT.finditer(text)
        for file in [(path.parent / seam.group(2)).resolve()]
        for name in NAME.finditer(seam.group(1))
    ]
    exports = {
        name.group(): _line(text, seam.start(1) + name.start())
        for seam in EXPORT.finditer(text)
        for name in NAME.finditer(seam.group(1))
    }
    body = EXPORT.sub("", IMPORT.sub("", text)).removeprefix("\n")
    found = DEFAULT.search(text)
    default = _line(text, found.start()) if found else None
    return Script(path, body, tuple(imports), exports, dict(_declared(text)), tuple(_other_seams(path, text)), default)


Read = Callable[[Path], Script]
"""How a script is read: once, however many others import from it."""


def _gathered(entry: Path, read: Read) -> tuple[list[Script], list[ScriptFault]]:
    """The entry and all it needs, each file after the files that it imports from."""
    order: dict[Path, Script] = {}
    faults: list[ScriptFault] = []

    def gather(path: Path, above: tuple[Path, ...]) -> Script:
        script = read(path)
        faults.extend(script.seams)
        faults.extend(_undeclared_exports(script))
        for wanted in script.imports:
            faults.extend(_missing(script, wanted, (*above, path), read))
            if wanted.file not in order and wanted.file.is_file() and wanted.file not in (*above, path):
                gather(wanted.file, (*above, path))
        return order.setdefault(path, script)

    gather(entry, ())
    faults += [fault for path, script in order.items() if path != entry for fault in _second_default(script)]
    return list(order.values()), faults


def _missing(script: Script, wanted: Import, above: tuple[Path, ...], read: Read) -> Iterator[ScriptFault]:
    """An import that names no file, no exported name, or a file that is waiting for this one."""
    where = script.path, wanted.line
    if not wanted.file.is_file():
        yield ScriptFault(*where, f"It imports from {wanted.file.name}, which is not there.", "Name a file.")
    elif wanted.file in above:
        yield ScriptFault(*where, f"It imports from {wanted.file.name}, which needs it.", "Break the circle.")
    elif wanted.name not in read(wanted.file).exports:
        what = f"It imports {wanted.name}, which {wanted.file.name} does not export."
        yield ScriptFault(*where, what, "Export the name there, or take it out here.")


def _undeclared_exports(script: Script) -> Iterator[ScriptFault]:
    for name, line in script.exports.items():
        if name not in script.declared:
            yield ScriptFault(script.path, line, f"It exports {name}, which it does not declare.", "Take it out.")


def _second_default(script: Script) -> Iterator[ScriptFault]:
    """A bundle is one module, and a module has one default."""
    if script.default is not None:
        yield ScriptFault(
            script.path, script.default, "It has a default export and is imported.", "Export it by its name."
        )


def _clashes(scripts: list[Script]) -> list[ScriptFault]:
    """Names that two files of one bundle declare; in one scope the second would take the place of the first."""
    first: dict[str, Script] = {}
    faults = []
    for script in scripts:
        for name, line in script.declared.items():
            if name in first:
                what = f"{name} is declared in {first[name].path.name}:{first[name].declared[name]} as well."
                faults.append(ScriptFault(script.path, line, what, "Give one of them another name, or share it."))
            first.setdefault(name, script)
    return faults


def _declared(text: str) -> Iterator[tuple[str, int]]:
    for found in DECLARED.finditer(text):
        names = found["function"] or found["class"] or found["names"]
        for name in NAME.finditer(names):
            yield name.group(), _line(text, found.start())


def _other_seams(path: Path, text: str) -> Iterator[ScriptFault]:
    """Imports and exports in another form; joining would leave them in the middle of the bundle."""
    understood = {seam.start() for pattern in (IMPORT, EXPORT) for seam in pattern.finditer(text)}
    for seam in OTHER_SEAM.finditer(text):
        if seam.start() not in understood:
            what = f"“{seam.group().strip()}” is a form that is not joined."
            remedy = 'Write import { name } from "./file.js"; or export { name };'
            yield ScriptFault(path, _line(text, seam.start()), what, remedy)


def _line(text: str, place: int) -> int:
    """The line of a place, or of the one that begins behind it, in a text with the end of a line in front."""
    return text.count("\n", 0, place + 1)
