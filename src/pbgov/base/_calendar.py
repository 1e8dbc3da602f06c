"""Civil time: half-open periods, calendar cycles, months that do not drift."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from pbgov.base._checks import need_day
from pbgov.base._messages import both
from pbgov.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterator

TimeUnit: TypeAlias = Literal["day", "month"]


def need_unit(unit: object) -> None:
    """Refuse what is no ``TimeUnit``.

    Raises:
        InvalidValueError: It is none.
    """
    if unit not in ("day", "month"):
        raise InvalidValueError(both("unit.time", value=repr(unit)), unit)


_YEAR_MONTHS: Final = 12
_LAST_WHOLE_WEEK: Final = date.max - timedelta(weeks=1)
_WEEK_DAYS: Final = 7


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

    @property
    def length(self) -> tuple[int, TimeUnit]:
        """How long one period is: a week 7 days, the others 1, 3, 6 or 12 months.

        Examples:
            >>> Cycle.QUARTER.length
            (3, 'month')
        """
        return (_WEEK_DAYS, "day") if self is Cycle.WEEK else (_MONTHS[self], "month")

    def touching(self, since: date, until: date) -> Iterator[Period]:
        """Yield, in order, the calendar periods that share a day with ``[since, until)``.

        The one that reaches to the end of the year 9999 has an open end.
        """
        day: date | None = since
        while day is not None and day < until:
            period = self.holding(day)
            yield period
            day = period.end

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


def anniversaries(first: date, since: date, until: date) -> tuple[date, ...]:
    """Give the anniversaries of a day that fall in ``[since, until)``; the day itself is none.

    Of 29 February it is 28 February in a common year.

    Args:
        first: The day, such as that of an admission.
        since: First day asked for.
        until: The day after the last one asked for.

    Raises:
        InvalidValueError: An argument is no day.

    Examples:
        >>> [str(day) for day in anniversaries(date(2016, 2, 29), date(2018, 1, 1), date(2021, 1, 1))]
        ['2018-02-28', '2019-02-28', '2020-02-29']
    """
    for name, day in (("first", first), ("since", since), ("until", until)):
        need_day(name, day)
    years = range(max(first.year + 1, since.year), until.year + 1)
    days = (add_months(first, (year - first.year) * _YEAR_MONTHS) for year in years)
    return tuple(day for day in days if since <= day < until)


_MONTHS: Final = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF_YEAR: 6, Cycle.YEAR: 12}
