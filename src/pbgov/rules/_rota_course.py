"""The course of a rota: which group holds which term and who presides, after the events in order of their days.

A cycle is drawn up whole, from the order then in force, when its first term is announced. From then on it is a
line of groups that events edit: who declines is put at the end of the cycle, who leaves is taken out, who joins
comes last. A term that has begun keeps its group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice, takewhile
from typing import NoReturn

import attrs

from pbgov.base import Argument, both
from pbgov.errors import IllegalEventError
from pbgov.rules._rota_calendar import Vacancy
from pbgov.rules._rota_events import Decline, Join, Leave, Nominate, Reorder, RotaEvent, Substitute
from pbgov.rules._rota_terms import Terms


@attrs.frozen
class Slot:
    """One term in the line: whose turn it is, in which cycle; without a group, why."""

    group: str | None
    cycle: int
    vacancy: Vacancy | None = None


@attrs.frozen
class Sitting:
    """Who presides from a day of a term on; ``None`` for its first day."""

    since: date | None
    chair: str | None = None
    substitute: bool = False
    vacancy: Vacancy | None = None


@attrs.frozen(kw_only=True)
class Course:
    """A line of terms that events shaped, and the order in which the groups go on for ever after it."""

    line: tuple[Slot, ...]
    sittings: tuple[tuple[Sitting, ...], ...]
    order: tuple[str, ...]
    cycles: int

    def slot(self, number: int) -> Slot:
        """Give a term."""
        if number < len(self.line):
            return self.line[number]
        cycle, turn = divmod(number - len(self.line), len(self.order) or 1)
        group, vacancy = (self.order[turn], None) if self.order else (None, Vacancy.NOBODY)
        return Slot(group, self.cycles + cycle, vacancy)

    def sitting(self, number: int) -> tuple[Sitting, ...]:
        """Give who presides in a term, from when."""
        return self.sittings[number] if number < len(self.sittings) else (Sitting(None),)

    def cycle(self, number: int) -> range:
        """Give the numbers of the terms of a cycle."""
        if number < self.cycles:
            found = [term for term, slot in enumerate(self.line) if slot.cycle == number]
            return range(found[0], found[-1] + 1) if found else range(0)
        size = len(self.order) or 1
        first = len(self.line) + (number - self.cycles) * size
        return range(first, first + size)


def _slots(order: Iterable[str], cycle: int) -> list[Slot]:
    """Draw up a cycle; without groups it is one vacant term."""
    return [Slot(group, cycle) for group in order] or [Slot(None, cycle, Vacancy.NOBODY)]


class Replay:
    """A rota on its way through its events; built, fed and read within one call."""

    def __init__(
        self,
        terms: Terms,
        groups: Iterable[str],
        members: Mapping[str, tuple[str, ...]],
        *,
        quorum: int | None,
        announced: int,
    ) -> None:
        """Start with no term drawn up."""
        self.terms = terms
        self.quorum = quorum
        self.announced = announced
        self.order = list(groups)
        self.members = dict(members)
        self.line: list[Slot] = []
        self.sittings: list[list[Sitting]] = []
        self.named: dict[str, str] = {}
        self.declined: dict[int, set[str]] = {}
        self.cycles = 0
        self.horizon = 0

    def feed(self, event: RotaEvent) -> None:
        """Let an event happen.

        Raises:
            IllegalEventError: It cannot, as things stand on its day.
        """
        if event.on < self.terms.start:
            _refuse("rota.event.before", event, start=self.terms.start)
        number = self.terms.number(event.on)
        self._begin(number if self.terms.first_day(number) == event.on else number + 1)
        self.horizon = number + self.announced
        self._draw_up(self.horizon)
        self._act(event)
        self._settle()

    def _act(self, event: RotaEvent) -> None:
        match event:
            case Join():
                self._join(event)
            case Leave():
                self._leave(event)
            case Decline():
                self._decline(event)
            case Nominate():
                self._nominate(event)
            case Substitute():
                self._substitute(event)
            case _:
                self._reorder(event)

    def course(self) -> Course:
        """Give what came out, with a further cycle while somebody nominated has not yet presided."""
        if not set(self.named).isdisjoint(self._able()):
            self._draw_up(len(self.line))
        self._begin(len(self.line))
        return Course(
            line=tuple(self.line),
            sittings=tuple(map(tuple, self.sittings)),
            order=self._able(),
            cycles=self.cycles,
        )

    def _able(self) -> tuple[str, ...]:
        """Give the groups in order, but those known to be empty."""
        return tuple(group for group in self.order if self.members.get(group) != ())

    def _draw_up(self, number: int) -> None:
        """Draw up cycles until there is a term of this number."""
        while len(self.line) <= number:
            self.line += _slots(self._able(), self.cycles)
            self.cycles += 1

    def _begin(self, number: int) -> None:
        """Let every term before this number begin."""
        self._draw_up(number - 1)
        for slot in self.line[len(self.sittings) : number]:
            chair = self.named.pop(slot.group, None) if slot.group else None
            self.sittings.append([Sitting(None, chair, vacancy=slot.vacancy)])

    def _settle(self) -> None:
        """Let nobody hold a term it declined: the next in its cycle takes it, or the term is vacant."""
        first = len(self.sittings)
        self.line[first:] = [slot for slot in self.line[first:] if slot.vacancy is not Vacancy.DECLINED]
        self.declined = {number: groups for number, groups in sorted(self.declined.items()) if number >= first}
        for number, unwilling in self.declined.items():
            self._draw_up(number)
            end = self._end(number)
            held = next((at for at in range(number, end) if self.line[at].group not in unwilling), None)
            if held is None:
                self.line.insert(number, Slot(None, self.line[number].cycle, Vacancy.DECLINED))
            else:
                self.line[number:end] = [*self.line[held:end], *self.line[number:held]]
        self._draw_up(self.horizon)

    def _end(self, number: int) -> int:
        """Give the number of the first term after the cycle of a term."""
        cycle = self.line[number].cycle
        return next((at for at in range(number, len(self.line)) if self.line[at].cycle != cycle), len(self.line))

    def _sit(self, sitting: Sitting) -> None:
        """Change who presides in the running term; of two changes on one day the later stands."""
        running = self.sittings[-1]
        if running[-1].since == sitting.since:
            running.pop()
        running.append(sitting)

    def _running(self, event: RotaEvent) -> Slot | None:
        """Give the term that began before the day and holds it."""
        number = self.terms.number(event.on)
        return self.line[number] if number < len(self.sittings) else None

    def _leave_chair(self, event: Leave, group: str, gone: Iterable[str]) -> None:
        """Leave the chair of the running term empty if its holder is gone."""
        running = self._running(event)
        if running and running.group == group and (sitting := self.sittings[-1][-1]).vacancy is None:
            empty = self.members.get(group) == () or group not in self.order
            if empty or sitting.chair in set(gone):
                self._sit(Sitting(event.on, vacancy=Vacancy.LEFT))

    def _take_out(self, group: str) -> None:
        """Take a group out of every term that has not begun."""
        first = len(self.sittings)
        self.line[first:] = [slot for slot in self.line[first:] if slot.group != group]
        self.named.pop(group, None)

    def _put_last(self, group: str) -> None:
        """Put a newcomer last in each cycle drawn up that is not announced to its end, unless it had its turn there."""
        self._draw_up(self.horizon)
        for number, unwilling in self.declined.items():
            if self.line[number].group is None:  # it was announced as vacant and stays so
                unwilling.add(group)
        first = self.horizon
        while first < len(self.line):
            cycle, end = self.line[first].cycle, self._end(first)
            held = takewhile(lambda slot: slot.cycle == cycle, islice(reversed(self.line), len(self.line) - end, None))  # noqa: B023 - used at once
            if all(slot.group != group for slot in held):
                self.line.insert(end, Slot(group, cycle))
            first = self._end(first)

    def _of_group(self, event: Join | Leave | Nominate | Substitute) -> tuple[str, ...]:
        """Give the members of a group of the rota."""
        self._in_rota(event)
        if event.group not in self.members:
            _refuse("rota.event.unlisted", event, group=event.group)
        return self.members[event.group]

    def _in_rota(self, event: Join | Leave | Nominate | Substitute) -> None:
        if event.group not in self.order:
            _refuse("rota.event.group", event, group=event.group, groups=", ".join(self.order) or "-")

    def _join(self, event: Join) -> None:
        known = event.group in self.order
        if known and not event.members:
            _refuse("rota.event.joined", event, group=event.group)
        for group, members in self.members.items():
            twice = ", ".join(member for member in event.members if member in members)
            if twice:
                _refuse("rota.event.member_joined", event, member=twice, group=group)
        before = self._of_group(event) if known else None
        if not known:
            self.order.append(event.group)
        if known or event.members:
            self.members[event.group] = (*(before or ()), *event.members)
        if not before:
            self._put_last(event.group)

    def _leave(self, event: Leave) -> None:
        self._in_rota(event)
        if event.members:
            members = self._of_group(event)
            self._members_only(event, event.members, members)
            self.members[event.group] = tuple(member for member in members if member not in event.members)
            if self.named.get(event.group) in event.members:
                del self.named[event.group]
        else:
            self.order.remove(event.group)
            self.members.pop(event.group, None)
        self._leave_chair(event, event.group, event.members)
        if event.group not in self._able():
            self._take_out(event.group)

    def _decline(self, event: Decline) -> None:
        first = len(self.sittings)
        open_ = [number for number in range(first, self.horizon + 1) if self.line[number].group == event.group]
        if not open_:
            groups = ", ".join(slot.group or "-" for slot in self.line[first : self.horizon + 1]) or "-"
            _refuse("rota.event.decline", event, group=event.group, groups=groups)
        number, end = open_[0], self._end(open_[0])
        self.line[number:end] = [*self.line[number + 1 : end], self.line[number]]
        self.declined.setdefault(number, set()).add(event.group)

    def _nominate(self, event: Nominate) -> None:
        self._jointly(event)
        running = self._running(event)
        sitting = self.sittings[-1][-1] if running and running.group == event.group else None
        if sitting and sitting.chair is None and sitting.vacancy is None:
            self._sit(Sitting(event.on, event.nominee))
        else:
            self.named[event.group] = event.nominee

    def _substitute(self, event: Substitute) -> None:
        self._jointly(event)
        running = self._running(event)
        sitting = self.sittings[-1][-1] if running and running.group == event.group else None
        if sitting is None or (sitting.chair is None and sitting.vacancy is None):
            _refuse("rota.event.substitute", event, group=event.group)
        if sitting.chair == event.nominee:
            _refuse("rota.event.sitting", event, member=event.nominee)
        self._sit(Sitting(event.on, event.nominee, substitute=True))

    def _jointly(self, event: Nominate | Substitute) -> None:
        """Refuse a nomination that is not of the group, by the group, and by enough of it."""
        members = self._of_group(event)
        self._members_only(event, (event.nominee, *event.nominators), members)
        quorum = len(members) // 2 + 1 if self.quorum is None else self.quorum
        if len(event.nominators) < quorum:
            _refuse("rota.event.quorum", event, group=event.group, n=len(event.nominators), quorum=quorum)

    def _members_only(
        self, event: Leave | Nominate | Substitute, named: Iterable[str], members: tuple[str, ...]
    ) -> None:
        strangers = ", ".join(dict.fromkeys(name for name in named if name not in members))
        if strangers:
            _refuse("rota.event.member", event, member=strangers, group=event.group)

    def _reorder(self, event: Reorder) -> None:
        if sorted(event.groups) != sorted(self.order):
            _refuse("rota.event.order", event, groups=", ".join(self.order) or "-")
        self.order = list(event.groups)
        place = {group: number for number, group in enumerate(self.order)}
        later = self.horizon + 1
        self.line[later:] = sorted(
            self.line[later:], key=lambda slot: (slot.cycle, place[slot.group] if slot.group else 0)
        )


def _refuse(key: str, event: RotaEvent, **arguments: Argument) -> NoReturn:
    raise IllegalEventError(both(key, day=event.on, **arguments), event)
