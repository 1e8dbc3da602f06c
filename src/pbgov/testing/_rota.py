"""Strategies for rotas to which something happened: every event can happen when it does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
from hypothesis import strategies as st

from pbgov.base import FrozenMap
from pbgov.rules import (
    Calendar,
    Decline,
    Join,
    Leave,
    Nominate,
    Reorder,
    RoleKind,
    Rota,
    RotaEvent,
    Substitute,
)
from pbgov.testing._base import days

_GROUPS: Final = "ABCDEFGH"
_ROLES: Final = tuple(role for role in RoleKind if role.rotates)


@attrs.define
class _Roll:
    """Who is in the rota, kept beside it while its history is drawn; a group without members is one nobody listed."""

    order: list[str]
    members: dict[str, list[str]]
    newcomers: int = 0

    def newcomer(self, group: str) -> str:
        self.newcomers += 1
        return f"{group}-new{self.newcomers}"


@st.composite
def rota_histories(
    draw: st.DrawFn,
    *,
    max_groups: int = 4,
    max_months: int = 4,
    max_events: int = 8,
    max_days: int = 200,
    one_a_day: bool = False,
    leavers: bool = True,
) -> Rota:
    """Rotas with a history of joining, leaving, declining, nominating, substituting and new orders.

    Args:
        draw: Given by Hypothesis.
        max_groups: Most groups at the start.
        max_months: Most months of a term.
        max_events: Most events.
        max_days: Most days between two events.
        one_a_day: Whether no two events fall on one day.
        leavers: Whether groups and members may leave.
    """
    order = list(_GROUPS[: draw(st.integers(1, max_groups))])
    sizes = {group: draw(st.integers(0, 3)) for group in order}
    members = {group: [f"{group}{n}" for n in range(size)] for group, size in sizes.items() if size}
    rota = Rota(
        groups=order,
        members=FrozenMap({group: tuple(listed) for group, listed in members.items()}),
        start=draw(days()),
        months=draw(st.integers(1, max_months)),
        announced=draw(st.integers(0, 3)),
        role=draw(st.sampled_from(_ROLES)),
    )
    roll, day = _Roll(order, members), rota.start
    for number in range(draw(st.integers(0, max_events))):
        day += timedelta(draw(st.integers(1 if one_a_day and number else 0, max_days)))
        day = rota.on(day).period.start or day if draw(st.booleans()) and not one_a_day else day
        day = max([day, *(event.on for event in rota.events)])
        event = draw(st.sampled_from(_possible(draw, rota, roll, day, leavers=leavers)))
        _note(roll, event)
        rota = rota.with_(event)
    return rota


def _possible(draw: st.DrawFn, rota: Rota, roll: _Roll, day: date, *, leavers: bool) -> list[RotaEvent]:
    """Give events that can happen on a day; there is always somebody who may join."""
    held = rota.holder(day)
    likely = [held] * len(roll.order) if held in roll.order else []
    group = draw(st.sampled_from([*likely, *roll.order])) if roll.order else None
    some: list[RotaEvent] = [_new_group(draw, roll, day)]
    if roll.order:
        some.append(Reorder(day, tuple(draw(st.permutations(roll.order)))))
    some += [Decline(day, held) for held in _may_decline(rota, day)]
    some += [] if group is None else _of_group(draw, rota, roll, group, day)
    if group is not None and leavers:
        some.append(Leave(on=day, group=group))
        gone = draw(st.lists(st.sampled_from(roll.members.get(group) or ["-"]), min_size=1, unique=True))
        some += [Leave(on=day, group=group, members=tuple(gone))] if roll.members.get(group) else []
    return some


def _new_group(draw: st.DrawFn, roll: _Roll, day: date) -> Join:
    group = next(name for name in (*_GROUPS, *(f"N{n}" for n in range(99))) if name not in roll.order)
    listed = [roll.newcomer(group) for _ in range(draw(st.integers(0, 3)))]
    return Join(on=day, group=group, members=tuple(listed))


def _may_decline(rota: Rota, day: date) -> list[str]:
    now = rota.on(day).number
    turns = [rota.term(number) for number in range(now, now + rota.announced + 1)]
    return [turn.group for turn in turns if turn.group and turn.period.start and turn.period.start >= day]


def _of_group(draw: st.DrawFn, rota: Rota, roll: _Roll, group: str, day: date) -> list[RotaEvent]:
    """Give what members of a group may do: nominate, and be joined; in the chair, substitute."""
    listed = roll.members.get(group)
    if listed is None:
        return []
    some: list[RotaEvent] = [Join(on=day, group=group, members=(roll.newcomer(group),))]
    if listed:
        signed = tuple(draw(st.permutations(listed))[: len(listed) // 2 + 1])
        nominee = draw(st.sampled_from(listed))
        some += [Nominate(on=day, group=group, nominee=nominee, nominators=signed)] * 3
        stint, begun = rota.stint(day), rota.on(day).period.start
        held = stint.group == group and begun is not None and begun < day and (stint.chair or stint.vacancy)
        if held and stint.chair != nominee:
            some += [Substitute(on=day, group=group, nominee=nominee, nominators=signed)] * 3
    return some


def _note(roll: _Roll, event: RotaEvent) -> None:
    """Keep the roll."""
    match event:
        case Join(group=group, members=joined):
            roll.order += [] if group in roll.order else [group]
            if joined:
                roll.members[group] = [*roll.members.get(group, []), *joined]
        case Leave(group=group, members=gone) if gone:
            roll.members[group] = [member for member in roll.members[group] if member not in gone]
        case Leave(group=group):
            roll.order.remove(group)
            roll.members.pop(group, None)
        case _:
            pass


@st.composite
def calendars(draw: st.DrawFn, elements: st.SearchStrategy[Rota] | None = None, *, max_days: int = 800) -> Calendar:
    """Calendars of rotas, over spans from the start on.

    Args:
        draw: Given by Hypothesis.
        elements: The rotas.
        max_days: Most days of the span.
    """
    rota = draw(rota_histories() if elements is None else elements)
    first = rota.start + timedelta(draw(st.integers(0, max_days)))
    return rota.calendar(first, first + timedelta(draw(st.integers(1, max_days))))
