"""Scores of a hundred points 百分制: parts with ceilings, and entries that add or deduct.

A scheme is data: its parts and their ceilings are figures of a city, with their basis. A score is the value of
one subject in one period. A part that nobody scored is unknown and is not zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import attrs

from pbgov.base import (
    Amount,
    Basis,
    Exact,
    FrozenMap,
    Interval,
    Lang,
    Period,
    Text,
    both,
    check_id,
    say,
    term,
    total_of,
)
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._ranking import Mark


class Excess(StrEnum):
    """What becomes of points above the ceiling of a part, or below zero: refused, or cut off there."""

    REFUSE = "refuse"
    CUT = "cut"


@attrs.frozen
class ScorePart:
    """One part of a score, such as 基础积分 base points, and its ceiling: 1 point or more."""

    code: str = attrs.field(validator=check_id)
    cap: int

    def __attrs_post_init__(self) -> None:
        """Refuse a ceiling that leaves nothing to score."""
        if type(self.cap) is not int or self.cap < 1:
            raise InvalidValueError(both("count.positive", name="cap", value=repr(self.cap)), "cap", self.cap)


@attrs.frozen(kw_only=True)
class ScoreEntry:
    """Points added to a part or deducted from it, with the reason.

    Raises:
        InvalidValueError: The points are no whole number other than 0.
    """

    part: str = attrs.field(validator=check_id)
    points: int
    reason: Text

    def __attrs_post_init__(self) -> None:
        """Refuse an entry that changes nothing."""
        if type(self.points) is not int or self.points == 0:
            raise InvalidValueError(both("score.entry", value=repr(self.points)), self.points)


@attrs.frozen(kw_only=True)
class Score:
    """The score of one subject in one period, made by a scheme.

    Attributes:
        subject: Whose score.
        period: Which period it is for.
        scheme: What it was scored by.
        points: The points of each part; ``None`` where nobody scored it.

    Raises:
        InvalidValueError: The points are not those of the parts of the scheme, each between 0 and its ceiling.
    """

    subject: str = attrs.field(validator=check_id)
    period: Period
    scheme: ScoreScheme
    points: FrozenMap[str, int | None] = attrs.field(converter=FrozenMap[str, "int | None"])

    def __attrs_post_init__(self) -> None:
        """Refuse points outside the scheme."""
        if list(self.points) != [part.code for part in self.scheme.parts]:
            raise InvalidValueError(both("score.parts", names=", ".join(self.points), id=self.scheme.id), *self.points)
        for part in self.scheme.parts:
            self.scheme.within(part.code, self.points[part.code])

    @property
    def total(self) -> int | None:
        """The sum of the parts; ``None`` while one is unknown."""
        known = [points for points in self.points.values() if points is not None]
        return sum(known) if len(known) == len(self.points) else None

    @property
    def amount(self) -> Amount:
        """What the total can be: an unknown part lies between 0 and its ceiling."""
        spans = (
            Interval(low=0, high=part.cap) if points is None else Interval.of(Exact(points))
            for part in self.scheme.parts
            for points in (self.points[part.code],)
        )
        return total_of(spans).amount()

    def mark(self) -> Mark:
        """Give the total as a mark to rank by; unknown while a part is."""
        total = self.total
        return Mark(unit=self.subject, period=self.period, amount=None if total is None else Exact(total))

    def explain(self, lang: Lang = "en") -> str:
        """Say the total and each part, one sentence a line, with the source of the scheme."""
        key = "score.open" if self.total is None else "score.total"
        lines = [say(key, lang, subject=self.subject, period=self.period, amount=self.amount, total=self.scheme.total)]
        for part in self.scheme.parts:
            points = self.points[part.code]
            key = "score.part.open" if points is None else "score.part"
            lines.append(say(key, lang, part=term(part.code), points=points, cap=part.cap))
        return "\n".join([*lines, self.scheme.basis.in_(lang)])


@attrs.frozen(kw_only=True)
class ScoreScheme:
    """A standard of scoring 考核标准: parts whose ceilings make the total.

    Attributes:
        id: Identifier.
        parts: The parts in their order.
        total: The most that can be reached, 100 for 百分制.
        excess: What becomes of points outside a part.
        basis: Where it was read.

    Raises:
        InvalidValueError: There is no part, or one twice, or the ceilings do not sum to the total.

    Examples:
        >>> from datetime import date
        >>> from pbgov.base import Assumption
        >>> scheme = ScoreScheme(
        ...     id="member-points", basis=Assumption(Text(zh="示例", en="example")),
        ...     parts=(ScorePart("base", 40), ScorePart("daily", 40), ScorePart("review", 20)),
        ... )
        >>> year = Period(date(2018, 1, 1), date(2019, 1, 1))
        >>> scheme.score("m1", year, {"base": 35, "daily": 30, "review": 18}).total
        83
    """

    id: str = attrs.field(validator=check_id)
    parts: tuple[ScorePart, ...] = attrs.field(converter=tuple[ScorePart, ...])
    total: int = 100
    excess: Excess = Excess.REFUSE
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse parts that clash or do not make the total."""
        codes = [part.code for part in self.parts]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise InvalidValueError(both("table.repeated", ids=", ".join(twice)), *twice)
        reached = sum(part.cap for part in self.parts)
        if type(self.total) is not int or not self.parts or reached != self.total:
            message = both("score.caps", id=self.id, sum=reached, total=repr(self.total))
            raise InvalidValueError(message, reached, self.total)

    def cap(self, part: str) -> int:
        """Give the ceiling of a part.

        Raises:
            UnknownIdError: The scheme has no such part.
        """
        for one in self.parts:
            if one.code == part:
                return one.cap
        raise UnknownIdError(both("score.part.unknown", name=part, id=self.id), part)

    def within(self, part: str, points: int | None) -> None:
        """Refuse points of a part that are no whole number between 0 and its ceiling.

        Raises:
            InvalidValueError: They are not.
            UnknownIdError: The scheme has no such part.
        """
        cap = self.cap(part)
        if points is not None and (type(points) is not int or not 0 <= points <= cap):
            raise InvalidValueError(both("score.outside", part=term(part), value=repr(points), cap=cap), part, points)

    def score(
        self, subject: str, period: Period, points: Mapping[str, int | None], entries: Iterable[ScoreEntry] = ()
    ) -> Score:
        """Score a subject for a period: the points of each part, then its entries.

        Args:
            subject: Whose score.
            period: Which period.
            points: The points each part starts from; a part left out is unknown, whatever is added to it.
            entries: What is added and deducted. They are summed first, and the sum is held to the part.

        Raises:
            InvalidValueError: Points lie outside a part, and the scheme refuses that.
            UnknownIdError: The scheme has no such part.
        """
        given = dict(points)
        for entry in entries:
            start = given.get(entry.part)
            given[entry.part] = start + entry.points if type(start) is int else start
        held = {part.code: self._held(part, given.pop(part.code, None)) for part in self.parts}
        for unknown in given:
            self.cap(unknown)
        return Score(subject=subject, period=period, scheme=self, points=FrozenMap(held))

    def _held(self, part: ScorePart, points: int | None) -> int | None:
        if self.excess is Excess.CUT and type(points) is int:
            return min(max(points, 0), part.cap)
        return points


@attrs.frozen(kw_only=True)
class Standards:
    """One standard of scoring for each category 分别设置考核标准.

    Attributes:
        categories: The categories.
        schemes: The standard of each.
        alike: Whether two categories may be scored by the same parts and ceilings.

    Raises:
        InvalidValueError: A category has no standard, a standard has no category, or two are alike without being
            declared so.
    """

    categories: tuple[str, ...] = attrs.field(converter=tuple[str, ...])
    schemes: FrozenMap[str, ScoreScheme] = attrs.field(converter=FrozenMap[str, ScoreScheme])
    alike: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse standards that do not match the categories one by one."""
        odd = sorted(set(self.categories) ^ set(self.schemes))
        if odd:
            raise InvalidValueError(both("score.standards", names=", ".join(odd)), *odd)
        by_parts: dict[tuple[ScorePart, ...], list[str]] = {}
        for category, scheme in self.schemes.items():
            by_parts.setdefault(tuple(sorted(scheme.parts, key=lambda part: part.code)), []).append(category)
        same = [category for group in by_parts.values() if len(group) > 1 for category in group]
        if same and not self.alike:
            raise InvalidValueError(both("score.alike", names=", ".join(same)), *same)
