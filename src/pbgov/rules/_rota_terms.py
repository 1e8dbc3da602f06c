"""The terms of a rota as spans of days, whoever holds them."""

from __future__ import annotations

from datetime import MAXYEAR, date
from typing import Final

import attrs

from pbgov.base import Period, add_months

_YEAR_MONTHS: Final = 12


@attrs.frozen
class Terms:
    """Spans of so many months, counted from the first day, so that nothing drifts."""

    start: date
    months: int

    def exists(self, number: int) -> bool:
        """Tell whether a term starts within the years of the calendar."""
        left = (MAXYEAR - self.start.year) * _YEAR_MONTHS + _YEAR_MONTHS - self.start.month
        return number * self.months <= left

    def first_day(self, number: int) -> date:
        """Give the first day of a term.

        Raises:
            InvalidValueError: The term starts after the year 9999.
        """
        return add_months(self.start, number * self.months)

    def period(self, number: int) -> Period:
        """Give the span of a term; one that outlasts the year 9999 has no end."""
        return Period(self.first_day(number), self.first_day(number + 1) if self.exists(number + 1) else None)

    def number(self, day: date) -> int:
        """Give the number of the term that holds a day, which must not lie before the first."""
        number = ((day.year - self.start.year) * _YEAR_MONTHS + day.month - self.start.month) // self.months
        return number if self.first_day(number) <= day else number - 1
