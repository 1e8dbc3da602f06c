"""Numbers as reports state them, exact or vague, and the bands norms ask for. Whole numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from pbgov.base._checks import check_natural
from pbgov.base._messages import both
from pbgov.base._verdict import Verdict
from pbgov.errors import InvalidValueError

if TYPE_CHECKING:
    from pbgov.base._text import Lang

_WHOLE: Final = 100
_NEAR: Final = 90


def _positive(_self: object, attribute: attrs.Attribute[int], value: int) -> None:
    if type(value) is not int or value < 1:
        raise InvalidValueError(both("count.positive", name=attribute.name, value=repr(value)), attribute.name, value)


@attrs.frozen
class Exact:
    """A plain number: 28个市直部门."""

    n: int = attrs.field(validator=check_natural)

    @property
    def low(self) -> int:
        """The least it can be."""
        return self.n

    @property
    def high(self) -> int | None:
        """The most it can be."""
        return self.n

    def in_(self, _lang: Lang) -> str:
        """Write the number."""
        return f"{self.n:,}"


@attrs.frozen
class MoreThan:
    """…多, …余: strictly more, with no upper end; over whole numbers at least ``n + 1``."""

    n: int = attrs.field(validator=check_natural)

    @property
    def low(self) -> int:
        """The least it can be."""
        return self.n + 1

    @property
    def high(self) -> int | None:
        """No upper end."""
        return None

    def in_(self, lang: Lang) -> str:
        """Write it as a phrase."""
        return f"more than {self.n:,}" if lang == "en" else f"{self.n:,}余"


@attrs.frozen
class Nearly:
    """近…: strictly below ``n``, and at least nine tenths of it."""

    n: int = attrs.field(validator=_positive)

    @property
    def low(self) -> int:
        """The least it can be."""
        return min(-(-self.n * _NEAR // _WHOLE), self.n - 1)

    @property
    def high(self) -> int | None:
        """The most it can be."""
        return self.n - 1

    def in_(self, lang: Lang) -> str:
        """Write it as a phrase."""
        return f"nearly {self.n:,}" if lang == "en" else f"近{self.n:,}"


@attrs.frozen
class About:
    """…左右: within ``percent`` of ``n`` on either side, both ends included."""

    n: int = attrs.field(validator=check_natural)
    percent: int = attrs.field(default=10, validator=check_natural)

    @property
    def low(self) -> int:
        """The least it can be."""
        return max(0, -(-self.n * (_WHOLE - self.percent) // _WHOLE))

    @property
    def high(self) -> int | None:
        """The most it can be."""
        return self.n * (_WHOLE + self.percent) // _WHOLE

    def in_(self, lang: Lang) -> str:
        """Write it as a phrase."""
        return f"about {self.n:,}" if lang == "en" else f"{self.n:,}左右"


@attrs.frozen
class Between:
    """What can be said where a record is partial: at least ``low``, at most ``high`` (``None``: no upper end).

    Raises:
        InvalidValueError: The low end lies above the high one.
    """

    low: int
    high: int | None

    def __attrs_post_init__(self) -> None:
        """Refuse a span that holds no number."""
        if self.high is not None and self.low > self.high:
            raise InvalidValueError(both("band.reversed", low=self.low, high=self.high), self.low, self.high)

    def in_(self, lang: Lang) -> str:
        """Write it as a phrase."""
        if self.low == self.high:
            return f"{self.low:,}"
        if self.high is None:
            return f"at least {self.low:,}" if lang == "en" else f"至少{self.low:,}"
        return f"{self.low:,}–{self.high:,}"


Amount: TypeAlias = Exact | MoreThan | Nearly | About | Between


@attrs.frozen
class Band:
    """A closed band of whole numbers; ``None`` leaves that side open.

    Raises:
        InvalidValueError: Both ends are open, or the low end lies above the high one.

    Examples:
        >>> Band(200, 300).verdict(Exact(340)).value
        'breached'
        >>> Band(3501, None).verdict(MoreThan(3500)).value
        'met'
    """

    low: int | None
    high: int | None

    def __attrs_post_init__(self) -> None:
        """Refuse a band that holds nothing or everything."""
        if self.low is None and self.high is None:
            raise InvalidValueError(both("band.open"))
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidValueError(both("band.reversed", low=self.low, high=self.high), self.low, self.high)

    def verdict(self, amount: Amount) -> Verdict:
        """Judge an amount: MET if it lies wholly inside, BREACHED if wholly outside, else UNKNOWN."""
        least, most = amount.low, amount.high
        under = self.low is not None and most is not None and most < self.low
        if under or (self.high is not None and least > self.high):
            return Verdict.BREACHED
        above = self.low is None or least >= self.low
        below = self.high is None or (most is not None and most <= self.high)
        return Verdict.MET if above and below else Verdict.UNKNOWN

    def distance(self, n: int) -> int:
        """How far a number lies outside: over is positive, under negative, 0 inside."""
        if self.low is not None and n < self.low:
            return n - self.low
        return n - self.high if self.high is not None and n > self.high else 0

    def in_(self, lang: Lang) -> str:
        """Write the band as a phrase."""
        if self.low == self.high:
            return f"exactly {self.low:,}" if lang == "en" else f"恰为{self.low:,}"
        if self.high is None:
            return f"at least {self.low:,}" if lang == "en" else f"至少{self.low:,}"
        if self.low is None:
            return f"at most {self.high:,}" if lang == "en" else f"至多{self.high:,}"
        return f"{self.low:,}–{self.high:,}"
