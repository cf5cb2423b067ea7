"""What is wrong with the content, said to the person who edits it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is, what it is and what to do."""

    file: str
    line: int
    record: str
    what: str
    remedy: str

    def __str__(self) -> str:
        record = f" [{self.record}]" if self.record else ""
        return f"{self.file}:{self.line}:{record} {self.what} {self.remedy}"


class ContentError(Exception):
    """The course content cannot be used. ``problems`` lists everything that was found, not only the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
