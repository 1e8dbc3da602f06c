"""Patterns of events: so often in each period, one act after another, an answer within a time.

A length of time is a parameter: a ``Cycle`` (a week is 7 days, the others 1, 3, 6 or 12 months) or a whole number of
``unit``. Months are counted to the same day of the month, clamped to its end. A figure that a pack still wants
(``Required``) leaves a norm UNKNOWN.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

import attrs

from pbgov.base import TimeUnit, both, need_unit
from pbgov.errors import InvalidValueError
from pbgov.rules._norms import Payload, Selector

E = TypeVar("E", bound=StrEnum)


class Partial(StrEnum):
    """What is asked of a period during which the norm or its subject was in force only in part."""

    SKIP = "skip"
    REQUIRE = "require"
    PRORATE = "prorate"


class Anchoring(StrEnum):
    """Which spans of time a rhythm counts in: those of the calendar, or all of one length."""

    CALENDAR = "calendar"
    ROLLING = "rolling"


def _partial(value: Partial | str) -> Partial:
    return _one_of(Partial, value)


def _anchoring(value: Anchoring | str) -> Anchoring:
    return _one_of(Anchoring, value)


def _one_of(kind: type[E], value: E | str) -> E:
    """Give the member that a code stands for."""
    for member in kind:
        if member == value:
            return member
    raise InvalidValueError(both("rhythm.choice", value=repr(value), known=", ".join(kind)), value)


@attrs.frozen(kw_only=True)
class Cadence(Payload):
    """Every calendar period that lay wholly in force and has ended holds an event: 每季度至少召开1次.

    A minimum: surplus in one period makes up for nothing in another. What does not count, such as a special
    meeting, is left out by ``of``. The other attributes are the fine print: how many, in which part of a period, in
    which of the periods, in any span of a length.

    Attributes:
        of: The events.
        per: Parameter that gives the cycle; when rolling, a cycle or a number of ``unit``.
        times: Parameter that gives how often at least; once when empty.
        at_most: Parameter that gives how often at most; no limit when empty.
        months: Parameter with the band of months of the period in which events count, ``Band(1, 3)`` for the start
            of a year, ``Band(10, 12)`` for its last quarter. What is judged is then this window and not the period.
        days: Likewise with the band of days, ``Band(1, 30)``; for weeks ``Band(1, 1)`` is Monday.
        partial: What is asked of a part. By default nothing: a period is judged that lies wholly in force. REQUIRE
            asks the whole of every part. PRORATE asks the share of the days in force, rounded half up: what is
            wanted once is wanted of a period in force for at least half its days.
        min_days: Parameter that gives the days a part must have before REQUIRE asks anything of it.
        anchoring: ROLLING asks that every span of the length holds so many, on whichever day it starts.
        unit: Whether a number in ``per`` counts days or months.
        former: Whether subjects are judged too that ended between ``since`` and ``on``.

    Raises:
        InvalidValueError: Two of these exclude each other, or a value is none of its kind.
    """

    of: Selector
    per: str
    times: str = ""
    at_most: str = ""
    months: str = ""
    days: str = ""
    partial: Partial = attrs.field(default=Partial.SKIP, converter=_partial)
    min_days: str = ""
    anchoring: Anchoring = attrs.field(default=Anchoring.CALENDAR, converter=_anchoring)
    unit: TimeUnit = "day"
    former: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be said together."""
        need_unit(self.unit)
        of_calendar = [self.at_most, self.months, self.days, self.partial is not Partial.SKIP]
        if self.anchoring is Anchoring.ROLLING and any(of_calendar):
            raise InvalidValueError(both("rhythm.rolling"), self.anchoring)
        if self.months and self.days:
            raise InvalidValueError(both("rhythm.window", months=self.months, days=self.days), self.months, self.days)
        if self.min_days and self.partial is not Partial.REQUIRE:
            raise InvalidValueError(both("rhythm.min_days", partial=self.partial.value), self.partial)

    def figures(self) -> tuple[str, ...]:
        """Name the parameters of the rhythm."""
        return tuple(filter(None, (self.per, self.times, self.at_most, self.months, self.days, self.min_days)))

    def over_span(self) -> bool:
        """Tell whether subjects that have ended are judged too."""
        return self.former


@attrs.frozen
class Link:
    """One rhythm of a chain: these events, so often as the cycle that a parameter gives."""

    of: Selector
    per: str


@attrs.frozen(kw_only=True)
class Chained(Payload):
    """Rhythms that build on each other: 一月一登记、一季一公开、一年一评审.

    Every calendar period of a link, wholly in force and ended, holds one of its events, and one that takes up what
    the link before it left in that period: dated on or after the last of it, or, when ``referring``, naming one of
    it. A period in which the link before it has nothing asks for the event alone.

    Attributes:
        links: The rhythms, each building on the one before it.
        referring: Whether taking up means to name, in ``refers``, rather than to come last.
        former: Whether subjects are judged too that ended between ``since`` and ``on``.

    Raises:
        InvalidValueError: There are fewer than two links.
    """

    links: tuple[Link, ...] = attrs.field(converter=tuple[Link, ...])
    referring: bool = False
    former: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a chain of one."""
        if len(self.links) < 2:  # noqa: PLR2004 - two make a chain
            raise InvalidValueError(both("rhythm.links", n=len(self.links)), self.links)

    def figures(self) -> tuple[str, ...]:
        """Name the parameters that give the cycles."""
        return tuple(link.per for link in self.links)

    def over_span(self) -> bool:
        """Tell whether subjects that have ended are judged too."""
        return self.former


@attrs.frozen(kw_only=True)
class Preceded(Payload):
    """Before each event comes another: consent before appointment 任免征得同意.

    The earlier one may be of the same day. Each event since ``since`` is judged, by what is on record of any time.

    Attributes:
        of: The events that must be preceded.
        by: What must come before each of them.
        within: Parameter that gives how long before at most, counted back from the day of the event, both ends
            included; any time before when empty.
        unit: Whether a number in ``within`` counts days or months.
        referring: Whether the earlier one must name the event in its ``refers``; otherwise any does.
        former: Whether subjects are judged too that ended between ``since`` and ``on``.

    Raises:
        InvalidValueError: The unit is neither day nor month.
    """

    of: Selector
    by: Selector
    within: str = ""
    unit: TimeUnit = "day"
    referring: bool = False
    former: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown unit."""
        need_unit(self.unit)

    def figures(self) -> tuple[str, ...]:
        """Name the parameter that gives the time."""
        return (self.within,) if self.within else ()

    def over_span(self) -> bool:
        """Tell whether subjects that have ended are judged too."""
        return self.former


@attrs.frozen(kw_only=True)
class Answered(Payload):
    """After each event comes another within a time: a review within 30 days of a trigger.

    The day of the event is not counted and its last day is: what happens on 3 May is answered within 30 days by
    2 June. An answer of the same day counts. An event is judged once it is answered or the time has run out; an
    event whose subject ended before that asks for nothing.

    Attributes:
        of: The events that must be answered.
        by: What answers them.
        within: Parameter that gives the time.
        unit: Whether a number in ``within`` counts days or months.
        referring: Whether the answer must name the event in its ``refers``; otherwise any does.
        former: Whether subjects are judged too that ended between ``since`` and ``on``.

    Raises:
        InvalidValueError: The unit is neither day nor month.
    """

    of: Selector
    by: Selector
    within: str
    unit: TimeUnit = "day"
    referring: bool = False
    former: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown unit."""
        need_unit(self.unit)

    def figures(self) -> tuple[str, ...]:
        """Name the parameter that gives the time."""
        return (self.within,)

    def over_span(self) -> bool:
        """Tell whether subjects that have ended are judged too."""
        return self.former
