"""Rotating chairs 轮职: a pure function of the groups, the first day and the length of a term."""

from __future__ import annotations

from datetime import MAXYEAR, date

import attrs

from pbgov.base import Period, add_months, both, check_day
from pbgov.errors import InvalidValueError, UnknownIdError


@attrs.frozen
class Turn:
    """One group's turn in the chair."""

    number: int
    group: str
    period: Period


@attrs.frozen(kw_only=True)
class Rota:
    """Groups that take the chair in turn, each for the same number of months.

    Term ``k`` starts ``k`` × ``months`` after the first start, counted from there, so that nothing drifts.

    Attributes:
        groups: The groups in the order of their turns.
        start: The first day of the first term.
        months: How many months a term lasts.

    Raises:
        InvalidValueError: No groups, a group twice, a start that is no day, or a term of no month.

    Examples:
        >>> rota = Rota(groups=("A", "B"), start=date(2018, 8, 31), months=6)
        >>> rota.term(1).period.start
        datetime.date(2019, 2, 28)
    """

    groups: tuple[str, ...] = attrs.field(converter=tuple[str, ...])
    start: date = attrs.field(validator=check_day)
    months: int

    def __attrs_post_init__(self) -> None:
        """Refuse a rota that cannot turn."""
        if not self.groups or len(set(self.groups)) != len(self.groups):
            raise InvalidValueError(both("rota.groups", groups=", ".join(self.groups)), *self.groups)
        if type(self.months) is not int or self.months < 1:
            raise InvalidValueError(both("rota.months", value=repr(self.months)), self.months)

    def term(self, number: int) -> Turn:
        """Give a term by its number, the first being 0; one that outlasts the year 9999 has no end.

        Raises:
            InvalidValueError: The number is negative, or the term starts after the year 9999.
        """
        if number < 0:
            raise InvalidValueError(both("count.negative", name="number", value=repr(number)), number)
        first = add_months(self.start, number * self.months)
        ahead = (number + 1) * self.months
        ends = ahead <= (MAXYEAR - self.start.year) * 12 + 12 - self.start.month
        last = add_months(self.start, ahead) if ends else None
        return Turn(number, self.groups[number % len(self.groups)], Period(first, last))

    def on(self, day: date) -> Turn:
        """Give the term that holds a day.

        Raises:
            UnknownIdError: The day lies before the first term.
        """
        if day < self.start:
            raise UnknownIdError(both("rota.before", day=day, start=self.start), day)
        number = ((day.year - self.start.year) * 12 + day.month - self.start.month) // self.months
        term = self.term(number)
        return term if day in term.period else self.term(number - 1)

    def holder(self, on: date) -> str:
        """Name the group in the chair on a day."""
        return self.on(on).group

    def cycle(self) -> tuple[Turn, ...]:
        """Give the first cycle: every group once."""
        return tuple(self.term(number) for number in range(len(self.groups)))
