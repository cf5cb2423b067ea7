"""Build hook: adds the assembled JupyterLab extension and the drawings to the wheel."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DRAWINGS = "assets/figures"
"""Panels and sheets show them, so a wheel has to bring them; in an editable install they are found where they are."""

ASSEMBLE = "src/course_helpers/lab_extension/assemble.py"
TARGET = "share/jupyter/labextensions/course-helpers"


class CourseExtensionHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the extension below ``build/`` and shares it, in editable installs too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the wheel is written."""
        root = Path(self.root)
        folder = root / "build" / "lab_extension"
        files: dict[str, str] = runpy.run_path(str(root / ASSEMBLE))["extension_files"]()
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(path)] = f"{TARGET}/{name}"
        if version != "editable":
            build_data["force_include"][str(root / DRAWINGS)] = "course_helpers/drawings"
