"""The cells of a ledger: what one account holds of one resource, may still give and may still take, on every day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from itertools import accumulate
from typing import Final, Literal, TypeAlias

from pbgov.rules._accounts import Limit

Column: TypeAlias = Literal[0, 1, 2]
HELD: Final[Column] = 0
GIVE: Final[Column] = 1
TAKE: Final[Column] = 2
UNCAPPED: Final = 1 << 128  # so much room that nobody fills it


class Cell:
    """One resource of one account.

    Attributes:
        held: What it holds.
        give: What it may still give: what it holds, less its reservations and its floor.
        take: What it may still take: its cap, less what it holds and what is reserved for it; kept only where there
            is a cap.
        issues: Whether it may give without end.
        capped: Whether there is a cap on any day.
        days: The days on which any of the three changes, in order; ``None`` when none ever did.
        changes: By how much each of the three changes on each of these days, one after the other.
    """

    __slots__ = ("capped", "changes", "days", "give", "held", "issues", "take")

    held: int
    give: int
    take: int
    issues: bool
    capped: bool
    days: list[date] | None
    changes: list[int]  # only where there are days: most cells never need the list

    def __init__(self, held: int, *, issues: bool, cap: int | None = None) -> None:
        """Open a cell without a reservation."""
        self.held = held
        self.give = held
        self.take = (UNCAPPED if cap is None else cap) - held
        self.issues = issues
        self.capped = cap is not None
        self.days = None

    def bound(self, limit: Limit) -> None:
        """Keep to a limit while it is in force."""
        take = 0 if limit.cap is None else limit.cap - UNCAPPED
        self.capped = self.capped or limit.cap is not None
        if limit.start is None and limit.end is None:
            self.give -= limit.floor
            self.take += take
        else:
            self.change(limit.start or date.min, limit.end, 0, -limit.floor, take)

    def change(self, start: date, end: date | None, held: int, give: int, take: int) -> None:
        """Change what it holds, may give and may take over ``[start, end)``."""
        days = self.days
        if days is None:
            self.days = [start]
            self.changes = [held, give, take]
        else:
            changes = self.changes
            day = bisect_left(days, start)
            i = 3 * day
            if day < len(days) and days[day] == start:
                changes[i] += held
                changes[i + 1] += give
                changes[i + 2] += take
            else:
                days.insert(day, start)
                changes[i:i] = (held, give, take)
        if end is not None:
            self.change(end, None, -held, -give, -take)

    def level(self, column: Column, on: date | None) -> int | None:
        """Give one of the three on a day; without a day ``None``, unless it never changes."""
        level = (self.held, self.give, self.take)[column]
        if self.days is None:
            return level
        if on is None:
            return None if any(self.changes[column::3]) else level
        return level + sum(self.changes[column : 3 * bisect_right(self.days, on) : 3])

    def can_give(self, start: date | None, end: date | None) -> int:
        """Give the least it may give on any day of ``[start, end)``."""
        return self.give + self._least(GIVE, start, end)

    def can_take(self, start: date | None, end: date | None) -> int:
        """Give the least it may take on any day of ``[start, end)``; of no meaning where there is no cap."""
        return self.take + self._least(TAKE, start, end)

    def _least(self, column: Column, start: date | None, end: date | None) -> int:
        days = self.days
        if days is None:
            return 0
        changes = self.changes[column::3]
        first = bisect_right(days, start or date.min)
        if first == len(days):  # most often: nothing changes any more
            return sum(changes)
        until = bisect_left(days, end) if end else None
        return min(accumulate(changes[first:until], initial=sum(changes[:first])))
