"""A clock that stands still until a test moves it, forward or back."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Call it for the time."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, days: float = 0, hours: float = 0) -> None:
        self.now += timedelta(days=days, hours=hours)
