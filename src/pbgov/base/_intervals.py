"""Arithmetic with numbers that are known to lie between two ends: what a sum of vague counts can be, and no more.

Whether only whole numbers count is declared: an ``Interval`` of counts holds whole numbers, one of sizes or
shares holds every number between its ends. Ends are whole numbers or fractions, never floats.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Final, Literal, TypeAlias

import attrs

from pbgov.base._amounts import About, Amount, Between, Exact, MoreThan, Nearly
from pbgov.base._messages import both, say
from pbgov.base._text import Lang
from pbgov.errors import InvalidValueError

Number: TypeAlias = int | Fraction
Order: TypeAlias = Literal["<", "<=", ">", ">=", "=="]
Rounding: TypeAlias = Literal["outward", "down", "up"]
_PERCENT: Final = 100
_NEAR: Final = Fraction(9, 10)
_ROUND: Final = {"outward": (floor, ceil), "down": (floor, floor), "up": (ceil, ceil)}


class Known(StrEnum):
    """What is known of a statement about vague numbers: it holds, it does not, or the numbers leave it open."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def in_(self, lang: Lang) -> str:
        """Say it."""
        return say(f"known.{self.value}", lang)


def _number(_self: object, attribute: attrs.Attribute[Number | None], value: object) -> None:
    if value is not None and type(value) not in {int, Fraction}:
        raise InvalidValueError(both("interval.end", name=attribute.name, value=repr(value)), attribute.name, value)


@attrs.frozen(kw_only=True)
class Interval:
    """All the numbers that an amount may be.

    Two intervals are taken to speak of different things: what is unknown of one says nothing about the other.
    So ``x - x`` is not zero, but every difference that two such amounts may have.

    Attributes:
        low: The low end; ``None`` when there is none.
        high: The high end; ``None`` when there is none.
        whole: Whether only whole numbers count; then both ends are drawn in to the next whole number and belong.
        low_open: Whether the low end itself is left out.
        high_open: Whether the high end itself is left out.

    Raises:
        InvalidValueError: An end is no whole number and no fraction, or no number lies between the ends.

    Examples:
        >>> after = Interval.of(Exact(179)) + Interval.of(Exact(1)) - Interval(low=0, high=6)
        >>> after.in_("en"), 176 in after, 173 in after
        ('174–180', True, False)
    """

    low: Number | None = attrs.field(validator=_number)
    high: Number | None = attrs.field(validator=_number)
    whole: bool = True
    low_open: bool = False
    high_open: bool = False

    def __attrs_post_init__(self) -> None:
        """Draw in the ends of whole numbers, and refuse an interval that holds nothing."""
        low, high = self.low, self.high
        if self.whole:
            low = None if low is None else floor(low) + 1 if self.low_open else ceil(low)
            high = None if high is None else ceil(high) - 1 if self.high_open else floor(high)
        else:
            low, high = (None if end is None else Fraction(end) for end in (low, high))
        left_out = (self.low_open or self.high_open) and not self.whole
        if low is not None and high is not None and (low > high or (low == high and left_out)):
            raise InvalidValueError(both("interval.empty", low=str(self.low), high=str(self.high)), self.low, self.high)
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)
        object.__setattr__(self, "low_open", self.low_open and not self.whole and low is not None)
        object.__setattr__(self, "high_open", self.high_open and not self.whole and high is not None)

    @classmethod
    def of(cls, amount: Amount, *, whole: bool = True) -> Interval:
        """Give the numbers that a stated amount may be.

        Args:
            amount: The amount.
            whole: Whether it counts whole things. If not, “more than 3,500” leaves out 3,500 and holds all above,
                and “nearly 2,000” runs from 1,800 up to and without 2,000.
        """
        if whole:
            return cls(low=amount.low, high=amount.high)
        match amount:
            case Exact(n):
                return cls(low=n, high=n, whole=False)
            case MoreThan(n):
                return cls(low=n, high=None, whole=False, low_open=True)
            case Nearly(n):
                return cls(low=n * _NEAR, high=n, whole=False, high_open=True)
            case About(n, percent):
                share = Fraction(percent, _PERCENT)
                return cls(low=max(Fraction(0), n * (1 - share)), high=n * (1 + share), whole=False)
            case Between(low, high):
                return cls(low=low, high=high, whole=False)

    def __contains__(self, number: Number) -> bool:
        """Tell whether the amount may be this number."""
        if self.whole and number != floor(number):
            return False
        above = self.low is None or self.low < number or (self.low == number and not self.low_open)
        below = self.high is None or number < self.high or (self.high == number and not self.high_open)
        return above and below

    def __add__(self, other: Interval) -> Interval:
        """Give every sum."""
        return Interval(
            low=None if self.low is None or other.low is None else self.low + other.low,
            high=None if self.high is None or other.high is None else self.high + other.high,
            whole=self.whole and other.whole,
            low_open=self.low_open or other.low_open,
            high_open=self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        """Give every number with its sign turned."""
        return Interval(
            low=None if self.high is None else -self.high,
            high=None if self.low is None else -self.low,
            whole=self.whole,
            low_open=self.high_open,
            high_open=self.low_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Give every difference."""
        return self + -other

    def __mul__(self, times: int) -> Interval:
        """Give every multiple by a whole number.

        Raises:
            InvalidValueError: The factor is no whole number.
        """
        if type(times) is not int:
            raise InvalidValueError(both("interval.factor", value=repr(times)), times)
        if times < 0:
            return -self * -times
        if times == 0:
            return Interval(low=0, high=0, whole=self.whole)
        return attrs.evolve(
            self,
            low=None if self.low is None else self.low * times,
            high=None if self.high is None else self.high * times,
        )

    def scaled(self, part: int, of: int, *, rounding: Rounding = "outward") -> Interval:
        """Give ``part`` in ``of`` of it: 40 in 100, 3 in 4.

        Only whole numbers are rounded. ``"outward"`` holds each result however somebody rounds it; ``"down"`` and
        ``"up"`` hold what results when everybody rounds in that direction.

        Raises:
            InvalidValueError: The ratio is not one of two whole numbers, the first 0 or more, the second 1 or more.

        Examples:
            >>> Interval(low=11, high=19).scaled(1, 2).in_("en")
            '5–10'
        """
        if type(part) is not int or type(of) is not int or part < 0 or of < 1:
            raise InvalidValueError(both("interval.ratio", part=repr(part), of=repr(of)), part, of)
        exact = attrs.evolve(self, whole=False) * part
        ends = [None if end is None else end * Fraction(1, of) for end in (exact.low, exact.high)]
        if not self.whole:
            return attrs.evolve(exact, low=ends[0], high=ends[1])
        turned = [None if end is None else turn(end) for turn, end in zip(_ROUND[rounding], ends, strict=True)]
        return Interval(low=turned[0], high=turned[1])

    def compare(self, order: Order, other: Interval) -> Known:
        """Compare two amounts: yes if every pair of numbers stands so, no if none does.

        Examples:
            >>> Interval.of(Exact(6416)).compare(">", Interval.of(Exact(6368))).value
            'yes'
            >>> Interval.of(About(2000)).compare(">=", Interval.of(MoreThan(2000))).value
            'unknown'
        """
        match order:
            case "<":
                return _decided(yes=_below(self, other), no=_up_to(other, self))
            case "<=":
                return _decided(yes=_up_to(self, other), no=_below(other, self))
            case "==":
                one = self.low is not None and self.low == self.high == other.low == other.high
                return _decided(yes=one, no=_below(self, other) or _below(other, self) or not _meet(self, other))
            case ">":
                return other.compare("<", self)
            case ">=":
                return other.compare("<=", self)

    def amount(self) -> Amount:
        """Give it as an amount that facts and bands take.

        Raises:
            InvalidValueError: It has no low end, or not only whole numbers count.
        """
        if not isinstance(self.low, int) or isinstance(self.high, Fraction):
            raise InvalidValueError(both("interval.no_amount", value=self), self)
        return Exact(self.low) if 0 <= self.low == self.high else Between(self.low, self.high)

    def in_(self, lang: Lang) -> str:
        """Write it as a phrase."""
        low, high = (None if end is None else _shown(end) for end in (self.low, self.high))
        if low is None and high is None:
            return say("interval.any", lang)
        if high is None or low is None:
            key = "interval.from" if high is None else "interval.to"
            return say(f"{key}.open" if self.low_open or self.high_open else key, lang, end=low or high)
        if low == high:
            return low
        open_ends = [name for name, left in (("low", self.low_open), ("high", self.high_open)) if left]
        left_out = say(f"interval.without.{'_'.join(open_ends)}", lang) if open_ends else ""
        return f"{low}–{high}{left_out}"


def total_of(intervals: Iterable[Interval]) -> Interval:
    """Give every sum of several amounts; of none, zero.

    Examples:
        >>> total_of(Interval.of(amount) for amount in (Exact(1506), Exact(336), Exact(615), Exact(2456))).in_("en")
        '4,913'
    """
    return sum(intervals, Interval(low=0, high=0))


def _decided(*, yes: bool, no: bool) -> Known:
    return Known.YES if yes else Known.NO if no else Known.UNKNOWN


def _below(one: Interval, other: Interval) -> bool:
    """Whether every number of one lies strictly below every number of the other."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def _up_to(one: Interval, other: Interval) -> bool:
    """Whether no number of one lies above a number of the other."""
    return one.high is not None and other.low is not None and one.high <= other.low


def _meet(one: Interval, other: Interval) -> bool:
    """Whether two overlapping intervals share a number: whole numbers may lie between the ends of fractions."""
    if one.whole is other.whole:
        return True
    whole, broken = (one, other) if one.whole else (other, one)
    try:
        drawn = attrs.evolve(broken, whole=True)
    except InvalidValueError:
        return False
    return not (_below(whole, drawn) or _below(drawn, whole))


def _shown(end: Number) -> str:
    """Write an end exactly: a whole number, or a fraction as one over the other."""
    return f"{end.numerator:,}" if end.denominator == 1 else f"{end.numerator:,}/{end.denominator:,}"
