"""Civil time: half-open periods, calendar cycles, months that do not drift."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.base._messages import both
from pbgov.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR_MONTHS: Final = 12
_LAST_WHOLE_WEEK: Final = date.max - timedelta(weeks=1)


def add_months(day: date, months: int) -> date:
    """Move a date by whole months, clamped to the end of the month.

    Args:
        day: The first date.
        months: How many months to move; may be negative.

    Raises:
        InvalidValueError: The result lies outside the years 1 to 9999.

    Examples:
        >>> add_months(date(2018, 8, 31), 6)
        datetime.date(2019, 2, 28)
    """
    year, month = divmod(day.year * _YEAR_MONTHS + day.month - 1 + months, _YEAR_MONTHS)
    if not MINYEAR <= year <= MAXYEAR:
        raise InvalidValueError(both("calendar.range", day=day, months=months), day, months)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@attrs.frozen
class Period:
    """A half-open span of days, ``[start, end)``; ``None`` leaves that side open.

    Raises:
        InvalidValueError: The end does not lie after the start.

    Examples:
        >>> term = Period(date(2018, 3, 1), date(2018, 5, 1))
        >>> date(2018, 5, 1) in term
        False
    """

    start: date | None = None
    end: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a span that holds no day."""
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise InvalidValueError(both("period.empty", start=self.start, end=self.end), self.start, self.end)

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in the span."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def covers(self, other: Period) -> bool:
        """Tell whether the whole of another span lies in this one."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two spans share a day."""
        return (self.end is None or other.start is None or other.start < self.end) and (
            other.end is None or self.start is None or self.start < other.end
        )

    def in_(self, _lang: str) -> str:
        """Write the span with its last day excluded."""
        return f"[{self.start or '…'}, {self.end or '…'})"


class Cycle(StrEnum):
    """A civil calendar cycle: 周 week (ISO, from Monday), 月 month, 季度 quarter, 半年 half-year, 年 year."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"

    def holding(self, day: date) -> Period:
        """Give the calendar period of this cycle that holds a day; at the end of the year 9999 its end stays open.

        Examples:
            >>> Cycle.HALF_YEAR.holding(date(2018, 6, 30))
            Period(start=datetime.date(2018, 1, 1), end=datetime.date(2018, 7, 1))
        """
        if self is Cycle.WEEK:
            monday = day - timedelta(days=day.weekday())
            return Period(monday, monday + timedelta(weeks=1) if monday <= _LAST_WHOLE_WEEK else None)
        months = _MONTHS[self]
        first = date(day.year, (day.month - 1) // months * months + 1, 1)
        ends = first.year < MAXYEAR or first.month + months <= _YEAR_MONTHS
        return Period(first, add_months(first, months) if ends else None)

    def whole(self, since: date, until: date) -> Iterator[Period]:
        """Yield, in order, the calendar periods that lie wholly in ``[since, until)``."""
        day = since
        while day < until:
            period = self.holding(day)
            if period.start is None or period.end is None or period.end > until:
                return
            if period.start >= since:
                yield period
            day = period.end


_MONTHS: Final = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF_YEAR: 6, Cycle.YEAR: 12}
