"""Spans of days that rhythms are judged in, counted by ordinal: the days on record, and the parts of calendar periods.

An ordinal is that of ``date.toordinal``; the first day of a span belongs to it, its end does not. ``NEVER`` is the end
of what lasts beyond the year 9999.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Final

import attrs

from pbgov.base import Band, Cycle, Period, Row, TimeUnit, add_months
from pbgov.errors import InvalidValueError
from pbgov.model import Event, View, needs
from pbgov.rules import Figure, Norm, Partial, Selector

NEVER: Final = date.max.toordinal() + 1


@attrs.frozen(kw_only=True)
class Held:
    """The events a selector picks for a subject, in the order of their days.

    Attributes:
        rows: What is on record.
        days: Its days.
        doubtful: Days of what may be meant: the record does not say.
        sure: Whether nothing else may be meant, claims apart.
    """

    rows: tuple[Event, ...]
    days: list[int]
    doubtful: list[int]
    sure: bool

    def count(self, start: int, end: int) -> int:
        """Count the events of a span."""
        return between(self.days, start, end)

    def most(self, start: int, end: int) -> int:
        """Count the events of a span together with those in doubt."""
        return self.count(start, end) + between(self.doubtful, start, end)

    def inside(self, start: int, end: int) -> tuple[Event, ...]:
        """Give the events of a span."""
        return self.rows[bisect_left(self.days, start) : bisect_left(self.days, end)]


@attrs.frozen(kw_only=True)
class Part:
    """A calendar period, or the window in it, as far as the norm and its subject were in force.

    Attributes:
        start: Its first day.
        end: The day after its last.
        whole: How many days the whole period, or window, has.
    """

    start: int
    end: int
    whole: int

    @cached_property
    def period(self) -> Period:
        """The part as a period."""
        return shown(self.start, self.end)

    @cached_property
    def aspect(self) -> str:
        """How a finding names it."""
        return self.period.in_("en")

    def needed(self, times: int, partial: Partial, min_days: int) -> int | None:
        """Give how many events are asked of it; ``None`` where it is not judged."""
        days = self.end - self.start
        if days == self.whole:
            return times
        if partial is Partial.REQUIRE:
            return times if days >= min_days else None
        if partial is Partial.PRORATE:
            return (2 * times * days + self.whole) // (2 * self.whole) or None
        return None


def between(days: list[int], start: int, end: int) -> int:
    """Count the days of a span among days in order."""
    return max(0, bisect_left(days, end) - bisect_left(days, start))


def held(view: View, of: Selector, subject: Row) -> Held:
    """Give the events a selector picks for a subject."""
    picked = view.pick(of, subject)
    rows = sorted((row for row in picked.rows if isinstance(row, Event)), key=lambda row: (row.date, row.id))
    return Held(
        rows=tuple(rows),
        days=[row.date.toordinal() for row in rows],
        doubtful=sorted(row.date.toordinal() for row in picked.doubtful if isinstance(row, Event)),
        sure=picked.sure,
    )


def claimed(view: View, of: Selector, start: int, end: int) -> bool:
    """Tell whether the record claims to hold, over a span, all that a selector may pick."""
    if start >= end:
        return True
    first, until = date.fromordinal(start), date.max if end == NEVER else date.fromordinal(end)
    return all(view.claims_for(table, where, first, until) for table, where in needs(of))


def in_force(norm: Norm, subject: Row) -> tuple[int, int]:
    """Give the span in which both a norm and its subject are in force; it may hold no day."""
    starts = [day.toordinal() for day in (norm.start, subject.start) if day]
    return max(starts, default=1), NEVER if subject.end is None else subject.end.toordinal()


def moved(day: int, n: int, unit: TimeUnit) -> int:
    """Move a day by days or months, clamped to the end of the month and to the years there are."""
    start = date.fromordinal(day)
    try:
        return (start + timedelta(days=n) if unit == "day" else add_months(start, n)).toordinal()
    except (InvalidValueError, OverflowError):
        return NEVER if n > 0 else 1


def length(figure: Figure | None, unit: TimeUnit) -> tuple[int, TimeUnit] | None:
    """Give a length of time that a parameter holds: a cycle's, or a number of days or months."""
    if isinstance(figure, Cycle):
        return figure.length
    return (figure, unit) if isinstance(figure, int) and figure >= 0 else None


def shown(start: int, end: int) -> Period:
    """Give a span as a period."""
    return Period(date.fromordinal(start), None if end == NEVER else date.fromordinal(end))


def parts(
    view: View, cycle: Cycle, force: tuple[int, int], *, months: Band | None = None, days: Band | None = None
) -> Iterator[Part]:
    """Yield the parts of calendar periods that were in force, begun since the first day, and ended by the day."""
    since, on = view.since.toordinal(), view.on.toordinal()
    for part in _windows(cycle, view.since, view.on, months, days):
        first, last = max(part.start, force[0]), min(part.end, force[1])
        if since <= first < last <= on:
            inside = (first, last) == (part.start, part.end)
            yield part if inside else Part(start=first, end=last, whole=part.whole)


@lru_cache(maxsize=64)
def _windows(cycle: Cycle, since: date, until: date, months: Band | None, days: Band | None) -> tuple[Part, ...]:
    """Give the periods that share a day with a span, or the windows in them, whole; all subjects share these."""
    spans = [_window(period, months, days) for period in cycle.touching(since, until)]
    return tuple(Part(start=start, end=end, whole=end - start) for start, end in spans if start < end)


def _window(period: Period, months: Band | None, days: Band | None) -> tuple[int, int]:
    """Give the days of a period, or of a band of its months or days; perhaps none."""
    start = (period.start or date.min).toordinal()
    end = NEVER if period.end is None else period.end.toordinal()
    unit: TimeUnit = "month" if months else "day"
    band = months or days
    if band is None:
        return start, end
    first = moved(start, max(0, (band.low or 1) - 1), unit)
    return first, end if band.high is None else min(end, moved(start, max(0, band.high), unit))
