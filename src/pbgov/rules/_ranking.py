"""Rankings 排名: units by a declared score of one period, ties sharing a rank, and no rank that is not certain."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from pbgov.base import Amount, Basis, Frame, Interval, Lang, Period, Text, both, check_id, columns, say
from pbgov.errors import InvalidValueError


@attrs.frozen(kw_only=True)
class Mark:
    """What one unit reached in one period, in the unit of the ranking; ``None`` where nobody knows."""

    unit: str = attrs.field(validator=check_id)
    period: Period
    amount: Amount | None


@attrs.frozen(kw_only=True)
class Ranked:
    """A unit with the best and the worst rank it may have; the first rank is 1."""

    mark: Mark
    best: int
    worst: int

    @property
    def rank(self) -> int | None:
        """The rank, where only one is possible."""
        return self.best if self.best == self.worst else None


@attrs.frozen(kw_only=True)
class Ranking:
    """Units in the order of their ranks.

    Attributes:
        text: What they are ranked by.
        basis: Where the ranking was declared.
        period: The one period of all marks; ``None`` for a ranking of nobody.
        ranked: The units by best rank, then by worst, then by identifier.
        unknown: Units of which nobody knows what they reached, by identifier; they have no rank.
    """

    text: Text
    basis: Basis
    period: Period | None
    ranked: tuple[Ranked, ...]
    unknown: tuple[str, ...]

    def ties(self) -> tuple[tuple[str, ...], ...]:
        """Give the groups of units that surely share a rank, the highest first."""
        held: dict[int, list[str]] = {}
        for one in self.ranked:
            if one.rank is not None:
                held.setdefault(one.rank, []).append(one.mark.unit)
        return tuple(tuple(units) for units in held.values() if len(units) > 1)

    def to_columns(self) -> Frame:
        """Give one row a unit: its rank where only one is possible, the best and the worst, and what it reached.

        Units of which nobody knows what they reached come last.
        """
        rows = [*((one.mark.unit, one) for one in self.ranked), *((unit, None) for unit in self.unknown)]
        return columns(
            rows,
            {
                "unit": lambda row: row[0],
                "rank": lambda row: row[1] and row[1].rank,
                "best": lambda row: row[1] and row[1].best,
                "worst": lambda row: row[1] and row[1].worst,
                "amount_low": lambda row: row[1] and row[1].mark.amount.low,
                "amount_high": lambda row: row[1] and row[1].mark.amount.high,
            },
        )

    def explain(self, lang: Lang = "en") -> str:
        """Say each rank, each tie and who is not ranked, one sentence a line."""
        return "\n".join(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        yield say("ranking.by", lang, text=self.text, period=self.period or say("ranking.no_period", lang))
        for one in self.ranked:
            key = "ranking.open" if one.rank is None else "ranking.sure"
            yield say(key, lang, best=one.best, worst=one.worst, unit=one.mark.unit, amount=one.mark.amount)
        for units in self.ties():
            yield say("ranking.tie", lang, units=", ".join(units))
        for unit in self.unknown:
            yield say("ranking.unknown", lang, unit=unit)
        yield self.basis.in_(lang)


def rank(marks: Iterable[Mark], *, text: Text, basis: Basis, ascending: bool = False) -> Ranking:
    """Rank units by what they reached: 1, 2, 2, 4.

    A vague amount gives a best and a worst rank: the best counts only the units that are surely ahead, the
    worst all that may be.

    Args:
        marks: One for each unit.
        text: What they are ranked by.
        basis: Where that was declared.
        ascending: Whether less is better.

    Raises:
        InvalidValueError: A unit has two marks, or the marks are of different periods.

    Examples:
        >>> from datetime import date
        >>> from pbgov.base import Assumption, Exact
        >>> year = Period(date(2020, 1, 1), date(2021, 1, 1))
        >>> reached = {"a": 90, "b": 95, "c": 90, "d": 70}
        >>> marks = [Mark(unit=unit, period=year, amount=Exact(n)) for unit, n in reached.items()]
        >>> words = Text(zh="办结率", en="closure rate")
        >>> [(one.mark.unit, one.rank) for one in rank(marks, text=words, basis=Assumption(words)).ranked]
        [('b', 1), ('a', 2), ('c', 2), ('d', 4)]
    """
    given = tuple(marks)
    twice = sorted(name for name, n in Counter(mark.unit for mark in given).items() if n > 1)
    if twice:
        raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)
    periods = sorted(
        {mark.period for mark in given}, key=lambda period: (period.start or date.min, period.end or date.max)
    )
    if len(periods) > 1:
        raise InvalidValueError(both("ranking.periods", one=periods[0], other=periods[1]), *periods)
    spans = [(mark, Interval.of(mark.amount)) for mark in given if mark.amount is not None]
    ranked = _placed([(mark, -span) for mark, span in spans] if ascending else spans)
    return Ranking(
        text=text,
        basis=basis,
        period=periods[0] if periods else None,
        ranked=tuple(sorted(ranked, key=lambda one: (one.best, one.worst, one.mark.unit))),
        unknown=tuple(sorted(mark.unit for mark in given if mark.amount is None)),
    )


def _placed(spans: Sequence[tuple[Mark, Interval]]) -> Iterator[Ranked]:
    """Yield each unit with its best and worst rank: more is better."""
    lows = sorted(span.low for _, span in spans if span.low is not None)
    highs = sorted(span.high for _, span in spans if span.high is not None)
    for mark, span in spans:
        surely = 0 if span.high is None else len(lows) - bisect_right(lows, span.high)
        not_ahead = 0 if span.low is None else bisect_right(highs, span.low)
        itself = span.low is None or span.low != span.high  # a vague amount may lie above its own low end
        yield Ranked(mark=mark, best=1 + surely, worst=1 + len(spans) - not_ahead - itself)
