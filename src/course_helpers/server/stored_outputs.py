"""What the lessons show before anything runs, as long as it is what the course stored.

JupyterLab shows stored HTML whole only where a notebook was signed on this computer; else it takes away what a screen
reader needs. So the course signs its lessons, for itself: the signatures lie in its own folder. A lesson whose stored
outputs are not those that were stored with it, to the letter, is not signed, and is run whole as before: beside our
code there could be foreign HTML.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

DIGESTS = Path(__file__).parents[1] / "lab_extension" / "stored"
"""One small file a lesson, so that two people who work on two lessons never meet in one of them."""


def digest_of(notebook: dict[str, Any]) -> str:
    """A digest of everything in a notebook. The form of its file does not count, such as the ends of its lines."""
    plain = json.dumps(notebook, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def digest_file(notebook: str) -> Path:
    """Where the digest of a lesson is kept."""
    return DIGESTS / f"{notebook.removesuffix('.ipynb')}.sha256"


def is_as_stored(path: Path) -> bool:
    """Whether a lesson shows what was stored with the course."""
    return text_as_stored(path) is not None


def text_as_stored(path: Path) -> str | None:
    """The text of a lesson, if it is what was stored with the course."""
    try:
        text = path.read_text(encoding="utf-8")
        stored = digest_file(path.name).read_text(encoding="ascii").strip()
        notebook = json.loads(text)
        is_stored = isinstance(notebook, dict) and stored == digest_of(notebook)
    except (OSError, ValueError, RecursionError):
        return None
    return text if is_stored else None


def lessons_as_stored(folder: Path) -> list[Path]:
    """The lessons of a folder that show what was stored with the course."""
    return [path for path in sorted(folder.glob("*.ipynb")) if is_as_stored(path)]


def sign(lessons: Iterable[Path]) -> None:
    """Let JupyterLab show them as they are. What is signed already costs a look.

    Raises:
        OSError: if the signatures cannot be written.
    """
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()
    for path in lessons:
        # What was looked at is what is signed, whatever becomes of the file meanwhile.
        text = text_as_stored(path)
        notebook = nbformat.reads(text, as_version=4) if text is not None else None
        if notebook is not None and not notary.check_signature(notebook):
            notary.sign(notebook)
    notary.store.close()
