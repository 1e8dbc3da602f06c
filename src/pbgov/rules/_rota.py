"""The rota 轮职: groups take the chair in turn, and what happens to them changes whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

import attrs

from pbgov.base import (
    HTML,
    PLAIN,
    SVG,
    Frame,
    FrozenMap,
    Lang,
    Period,
    Shapes,
    Shown,
    both,
    check_day,
    check_natural,
    columns,
    need_day,
    need_lang,
)
from pbgov.errors import InvalidValueError, UnknownIdError
from pbgov.rules._roles import RoleKind
from pbgov.rules._rota_calendar import Calendar, Stint
from pbgov.rules._rota_course import Course, Replay
from pbgov.rules._rota_events import Decline, Join, Leave, Nominate, Reorder, RotaEvent, Substitute, listed
from pbgov.rules._rota_shown import ring, rota_as_html, rota_as_text
from pbgov.rules._rota_terms import Terms


@attrs.frozen(kw_only=True)
class Turn:
    """One term.

    Attributes:
        number: The number of the term, the first being 0.
        cycle: The number of the cycle, the first being 0.
        group: The group whose turn it is; ``None`` when the term is vacant.
        period: The days of the term.
    """

    number: int
    cycle: int
    group: str | None
    period: Period


def _by_group(given: Mapping[str, Iterable[str]]) -> FrozenMap[str, tuple[str, ...]]:
    return FrozenMap({group: listed(members) for group, members in given.items()})


def _by_day(given: Iterable[RotaEvent]) -> tuple[RotaEvent, ...]:
    """Put events in the order of their days; those of one day stay as they are."""
    events = tuple(given)
    for event in events:
        if not isinstance(event, Join | Leave | Decline | Nominate | Substitute | Reorder):
            raise InvalidValueError(both("rota.event.kind", value=repr(event)), event)
    return tuple(sorted(events, key=lambda event: event.on))


def _quorum(_self: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and (type(value) is not int or value < 1):
        raise InvalidValueError(both("count.positive", name="quorum", value=repr(value)), value)


@attrs.frozen(kw_only=True)
class Rota(Shown):
    """Groups that take the chair in turn, each for the same number of months.

    Term ``k`` starts ``k`` × ``months`` after the first start, counted from there, so that nothing drifts. A cycle is
    one term for each group, and is drawn up when its first term is announced. A rota is a value: what happens later
    is one more event, and gives another rota.

    Attributes:
        groups: The groups in the order of their turns.
        start: The first day of the first term.
        months: How many months a term lasts; no source gives it for a duty rota, so it has no default.
        members: The members of groups, as far as they are known; only they nominate. Nobody belongs to two groups.
        events: What happened, in the order of its days; given in any order. Events of one day follow as given.
        announced: How many terms after the current one are announced: newcomers and new orders touch only later ones.
        quorum: How many members nominate together; ``None`` for more than half of their group.
        role: What passes from one to the next: the rotating chair, or being on duty.

    Raises:
        InvalidValueError: No groups, a group twice, a start that is no day, a term of no month, members of no group
            of the rota or of two, or a role that does not rotate.
        IllegalEventError: An event that cannot happen as things stand on its day.

    Examples:
        >>> rota = Rota(groups=("A", "B", "C"), start=date(2018, 8, 31), months=6)
        >>> rota.term(1).period.start
        datetime.date(2019, 2, 28)
        >>> rota.with_(Decline(date(2018, 9, 3), "B")).cycle()[1].group
        'C'
    """

    groups: tuple[str, ...] = attrs.field(converter=tuple[str, ...])
    start: date = attrs.field(validator=check_day)
    months: int
    members: FrozenMap[str, tuple[str, ...]] = attrs.field(factory=FrozenMap[str, tuple[str, ...]], converter=_by_group)
    events: tuple[RotaEvent, ...] = attrs.field(default=(), converter=_by_day)
    announced: int = attrs.field(default=1, validator=check_natural)
    quorum: int | None = attrs.field(default=None, validator=_quorum)
    role: RoleKind = RoleKind.ROTATING_CHAIR

    def __attrs_post_init__(self) -> None:
        """Refuse a rota that cannot turn."""
        if not self.groups or len(set(self.groups)) != len(self.groups):
            raise InvalidValueError(both("rota.groups", groups=", ".join(self.groups)), *self.groups)
        if type(self.months) is not int or self.months < 1:
            raise InvalidValueError(both("rota.months", value=repr(self.months)), self.months)
        if not isinstance(self.role, RoleKind) or not self.role.rotates:
            raise InvalidValueError(both("rota.role", value=repr(self.role)), self.role)
        self._check_members()
        self._course  # noqa: B018 - replaying the events is the check

    def _check_members(self) -> None:
        strangers = [group for group in self.members if group not in self.groups]
        if strangers:
            raise InvalidValueError(both("rota.members.group", groups=", ".join(strangers)), *strangers)
        bare = [group for group, members in self.members.items() if not members]
        if bare:
            raise InvalidValueError(both("rota.members.empty", groups=", ".join(bare)), *bare)
        everyone = [member for members in self.members.values() for member in members]
        twice = sorted({member for member in everyone if everyone.count(member) > 1})
        if twice:
            raise InvalidValueError(both("rota.members.twice", members=", ".join(twice)), *twice)

    @cached_property
    def _terms(self) -> Terms:
        return Terms(self.start, self.months)

    @cached_property
    def _course(self) -> Course:
        replay = Replay(self._terms, self.groups, self.members, quorum=self.quorum, announced=self.announced)
        for event in self.events:
            replay.feed(event)
        return replay.course()

    def with_(self, *events: RotaEvent) -> Rota:
        """Give a rota to which these events have happened too.

        Raises:
            IllegalEventError: One of them, or one known before, cannot happen.
        """
        return attrs.evolve(self, events=(*self.events, *events))

    def term(self, number: int) -> Turn:
        """Give a term by its number, the first being 0; one that outlasts the year 9999 has no end.

        Raises:
            InvalidValueError: The number is negative, or the term starts after the year 9999.
        """
        if type(number) is not int or number < 0:
            raise InvalidValueError(both("count.negative", name="number", value=repr(number)), number)
        slot = self._course.slot(number)
        return Turn(number=number, cycle=slot.cycle, group=slot.group, period=self._terms.period(number))

    def on(self, day: date) -> Turn:
        """Give the term that holds a day.

        Raises:
            InvalidValueError: It is no day.
            UnknownIdError: It lies before the first term.
        """
        need_day("day", day)
        if day < self.start:
            raise UnknownIdError(both("rota.before", day=day, start=self.start), day)
        return self.term(self._terms.number(day))

    def next(self, on: date) -> Turn:
        """Give the term that begins next after a day: before the first one, the first.

        Raises:
            InvalidValueError: It is no day, or no term begins after it within the year 9999.
        """
        need_day("on", on)
        return self.term(0 if on < self.start else self._terms.number(on) + 1)

    def holder(self, on: date) -> str | None:
        """Name the group in the chair on a day; ``None`` when the term is vacant."""
        return self.on(on).group

    def stint(self, on: date) -> Stint:
        """Give the stint that holds a day: who presides then, whether as a substitute, and whether the chair is empty.

        Raises:
            UnknownIdError: The day lies before the first term.
        """
        return next(stint for stint in self._stints(self.on(on).number) if on in stint.period)

    def cycle(self, number: int = 0) -> tuple[Turn, ...]:
        """Give the terms of a cycle, by default of the first: every group once, as far as the calendar reaches.

        Raises:
            InvalidValueError: The number is negative.
        """
        if type(number) is not int or number < 0:
            raise InvalidValueError(both("count.negative", name="number", value=repr(number)), number)
        return tuple(self.term(term) for term in self._course.cycle(number) if self._terms.exists(term))

    def to_svg(self, number: int = 0, *, on: date | None = None, lang: Lang | None = None) -> str:
        """Draw a cycle as a ring of terms, by default the first.

        Args:
            number: The number of the cycle, the first being 0; of no account where a day is given.
            on: The day whose cycle is drawn, its term filled; before the start, the first cycle.
            lang: The language of the titles; by default both.

        Raises:
            InvalidValueError: The number is negative, or the language neither of the two.
        """
        if lang is not None:
            need_lang(lang)
        now = self.on(on) if on is not None and on >= self.start else None
        cycle = number if on is None else now.cycle if now else 0
        return ring(self, self.cycle(cycle), now, lang)

    def to_columns(self) -> Frame:
        """Give the first cycle as columns, one row a term; ``calendar`` gives any span, stint by stint."""
        return columns(
            self.cycle(),
            {
                "term": lambda turn: turn.number,
                "cycle": lambda turn: turn.cycle,
                "group": lambda turn: turn.group,
                "start": lambda turn: turn.period.start,
                "end": lambda turn: turn.period.end,
            },
        )

    def _shapes(self) -> Shapes:
        return {PLAIN: lambda: rota_as_text(self), HTML: lambda: rota_as_html(self), SVG: self.to_svg}

    def calendar(self, start: date, end: date) -> Calendar:
        """Give the terms that have a day in ``[start, end)``, whole, stint by stint.

        Raises:
            InvalidValueError: The span holds no day.

        Examples:
            >>> rota = Rota(groups=("A", "B"), start=date(2018, 1, 1), months=2)
            >>> [stint.group for stint in rota.calendar(date(2018, 2, 28), date(2018, 5, 2))]
            ['A', 'B', 'A']
        """
        need_day("start", start)
        need_day("end", end)
        Period(start, end)
        return Calendar(self.role, tuple(self._between(max(start, self.start), end)))

    def _between(self, start: date, end: date) -> Iterator[Stint]:
        """Yield the stints of the terms from a day on."""
        number = self._terms.number(start)
        while self._terms.exists(number) and self._terms.first_day(number) < end:
            yield from self._stints(number)
            number += 1

    def _stints(self, number: int) -> Iterator[Stint]:
        """Yield the stints of a term."""
        turn, sittings = self.term(number), self._course.sitting(number)
        slot = self._course.slot(number)
        ends = (*(sitting.since for sitting in sittings[1:]), turn.period.end)
        for sitting, end in zip(sittings, ends, strict=True):
            yield Stint(
                number=number,
                cycle=turn.cycle,
                group=turn.group,
                chair=sitting.chair,
                substitute=sitting.substitute,
                vacancy=sitting.vacancy or slot.vacancy,
                period=Period(sitting.since or turn.period.start, end),
            )
