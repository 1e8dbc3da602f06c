"""Questions to the duty lists on record: what may be asked of a unit, who owns a duty, who has what say.

All answers speak of what is on record on a day. Whether the record is complete is for norms and inspections to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import attrs

from pbgov.base import Amount, Between, Exact, FrozenMap, both
from pbgov.errors import UnknownIdError
from pbgov.model._jurisdiction import Jurisdiction
from pbgov.rules import DutyItem, DutyList, Power

OWNING: Final = ("basic_duty_list", "cooperating_duty_list", "responsibility_list", "work_item_list")
_ASKING: Final = frozenset({*OWNING, "annual_task_list"})
_REMOVING: Final = frozenset({"negative_list", "taken_back_list"})
_IMPLIED: Final[Mapping[str, str]] = MappingProxyType({"cooperating_duty_list": "assisting"})


@attrs.frozen
class Listed:
    """An item together with the list it stands on."""

    item: DutyItem
    on_list: DutyList

    @property
    def role(self) -> str:
        """The role of who has the duty: as the item says, or as its list implies."""
        return self.item.role or _IMPLIED.get(self.on_list.kind, "responsible")

    @property
    def owner(self) -> str | None:
        """Who owns the duty: the owner of the list, or the department named, where that unit only assists."""
        return self.on_list.owner if self.role == "responsible" else self.item.department


def listed(place: Jurisdiction, *kinds: str, on: date) -> tuple[Listed, ...]:
    """Give all items in force on a day, of lists in force of some kinds, or of all; in the order of the items."""
    lists = {row.id: row for row in place.lists.on(on) if not kinds or row.kind in kinds}
    return tuple(Listed(item, lists[item.list]) for item in place.entries.on(on) if item.list in lists)


def chain_on(place: Jurisdiction, unit: str, on: date) -> tuple[str, ...]:
    """Give a unit on record and those above it on a day; nothing where it is not in force."""
    return place.org.on(on).chain(unit) if place.units[unit].in_force(on) else ()


def lists_for(place: Jurisdiction, unit: str, *, on: date) -> tuple[DutyList, ...]:
    """Give the lists that speak of a unit on a day: its own, and of those above it what they ask and forbid.

    From above come negative lists and lists of what was taken back, and for a community the work-item lists.

    Args:
        place: The record.
        unit: The unit.
        on: The day.

    Returns:
        The unit's own lists first, then those of the nearest unit above; each in the order of identifiers.

    Raises:
        UnknownIdError: The unit is not on record.
    """
    chain = chain_on(place, _known(place, unit), on)
    from_above = {*_REMOVING, "work_item_list"} if place.units[unit].level == "community" else _REMOVING
    lists = place.lists.on(on)
    return tuple(
        row for owner in chain for row in lists if row.owner == owner and (owner == unit or row.kind in from_above)
    )


def duties_of(place: Jurisdiction, unit: str, *, on: date) -> tuple[Listed, ...]:
    """Give what may be asked of a unit on a day 履职事项, without what is on a negative list or was taken back.

    Raises:
        UnknownIdError: The unit is not on record.
    """
    lists = {row.id: row for row in lists_for(place, unit, on=on)}
    speaking = [Listed(item, lists[item.list]) for item in place.entries.on(on) if item.list in lists]
    removed = {one.item.code for one in speaking if one.on_list.kind in _REMOVING}
    banned = {one.item.category for one in speaking if one.on_list.kind == "negative_list" and one.item.matter is None}
    return tuple(
        one
        for one in speaking
        if one.on_list.kind in _ASKING and one.item.code not in removed and one.item.category not in banned
    )


def owners_of(place: Jurisdiction, matter: str, *, on: date) -> tuple[str, ...]:
    """Give who owns a matter on a day, in id order; nobody, one, or several that may clash.

    A unit that only assists does not own; there the department that leads does.
    """
    found = {one.owner for one in listed(place, *OWNING, on=on) if one.item.matter == matter}
    return tuple(sorted(owner for owner in found if owner is not None))


def powers_of(place: Jurisdiction, unit: str, *, on: date) -> FrozenMap[str, Power]:
    """Give the powers a unit holds on a day 权力清单, by what they are over; of several over one thing the strongest.

    Raises:
        UnknownIdError: The unit is not on record.
    """
    _known(place, unit)
    held: dict[str, Power] = {}
    for one in listed(place, "power_list", on=on):
        over, power = one.item.object, one.item.power
        if one.on_list.owner == unit and over is not None and power is not None:
            held[over] = max(power, held.get(over, Power.NONE))
    return FrozenMap(dict(sorted(held.items())))


def may(place: Jurisdiction, unit: str, need: Power, over: str, *, on: date) -> bool:
    """Tell whether a unit has at least such a say over something; a stronger right satisfies a weaker need.

    Raises:
        UnknownIdError: The unit is not on record.
    """
    return powers_of(place, unit, on=on).get(over, Power.NONE) >= need


def versions(place: Jurisdiction, owner: str, kind: str) -> tuple[DutyList, ...]:
    """Give all versions of a unit's list of one kind, in the order of their first days."""
    rows = [row for row in place.lists.values() if row.owner == owner and row.kind == kind]
    return tuple(sorted(rows, key=lambda row: (row.start or date.min, row.id)))


def items_of(place: Jurisdiction, duty_list: str, *, on: date | None = None) -> tuple[DutyItem, ...]:
    """Give the items of a list: all of them, or those in force on a day."""
    rows: Iterable[DutyItem] = place.entries.values() if on is None else place.entries.on(on)
    return tuple(row for row in rows if row.list == duty_list)


def coordination(place: Jurisdiction, unit: str, *, since: date, on: date) -> Amount | None:
    """Measure how far a subdistrict co-ordinates 统筹协调: of departments' actions, how many used its powers.

    An action is an event of kind ``"department_action"`` with the subdistrict as subject; it went through a power if
    its agenda names an item of the subdistrict's power list in force that day. Powers not granted do not count.

    Args:
        place: The record.
        unit: The subdistrict.
        since: First day counted.
        on: Last day counted.

    Returns:
        Parts per thousand, rounded down; what the record bounds, where it makes no claim to hold all such events;
        ``None`` where there was no action.

    Raises:
        UnknownIdError: The unit is not on record.
    """
    _known(place, unit)
    actions = [
        event
        for event in place.events.values()
        if event.kind == "department_action" and event.subject == unit and since <= event.date <= on
    ]
    granted: dict[date, frozenset[str]] = {}
    for day in {event.date for event in actions}:
        items = [one.item for one in listed(place, "power_list", on=day) if one.on_list.owner == unit]
        granted[day] = frozenset[str]().union(*(item.names for item in items))
    used = sum(1 for event in actions if granted[event.date] & set(event.agenda or ()))
    if not place.recorded_throughout("events", since, after(on), ("department_action",)):
        return Between(0, 1000)
    if not actions:
        return None
    silent = sum(1 for event in actions if event.agenda is None)
    low, high = used * 1000 // len(actions), (used + silent) * 1000 // len(actions)
    return Exact(low) if low == high else Between(low, high)


def after(day: date) -> date:
    """Give the day after, as far as the calendar goes."""
    return day + timedelta(days=1) if day < date.max else day


def _known(place: Jurisdiction, unit: str) -> str:
    if unit not in place.units:
        raise UnknownIdError(both("inspection.unknown_unit", unit=unit), unit)
    return unit
