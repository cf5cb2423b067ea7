"""The quiz for other places: Moodle, jupyterquiz, paper. What a format cannot say truly is left out and listed."""

from course_helpers.exporting.export import FORMATS, Export, export

__all__ = ["FORMATS", "Export", "export"]
