"""``python3 start.py execute``: run the lessons, store their outputs and list their code."""

from pathlib import Path

from course_helpers.authoring.execute import execute
from course_helpers.authoring.lesson_code import write_list
from course_helpers.authoring.notebooks import read_notebook
from course_helpers.knowledge import load


def main(arguments: list[str]) -> int:
    """Run the named notebooks, or all of them."""
    folder = Path.cwd() / "notebooks"
    lessons = [lesson.notebook for lesson in load().lessons.values() if (folder / lesson.notebook).exists()]
    for name in arguments or lessons:
        execute(folder / Path(name).name)
        print(f"ran {name}")
    write_list([read_notebook(folder / name) for name in lessons])
    return 0
