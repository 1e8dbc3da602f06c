"""Conditions: what a plan must keep beside the bounds, checked before any work begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

import attrs

from pbgov.base import both
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.grid._checks import as_ids
from pbgov.grid._groups import join, leader
from pbgov.grid._listing import Listing
from pbgov.grid._places import Neighbourhood, connected_parts
from pbgov.grid._plan import Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
Groups: TypeAlias = Iterable[Iterable[str]]
_PAIR: Final = 2


@attrs.frozen(kw_only=True)
class Conditions:
    """What every plan keeps beside the bounds on households.

    Attributes:
        must_link: Groups of buildings that share a grid, in order; groups that share a building are one, and whole
            compounds are among them.
        cannot_link: Groups of buildings of which no two share a grid, in order.
        fixed: Buildings of the grids that stand as they are, in order.
        most: The most grids there may be 员额; ``None`` for any number.
    """

    must_link: tuple[tuple[str, ...], ...] = ()
    cannot_link: tuple[tuple[str, ...], ...] = ()
    fixed: tuple[tuple[str, ...], ...] = ()
    most: int | None = None


def read_conditions(
    place: Neighbourhood,
    *,
    must_link: Groups,
    cannot_link: Groups,
    fixed: Iterable[Grid | Iterable[str]],
    whole: bool | Iterable[str],
    most: int | None,
) -> Conditions:
    """Read conditions as a caller gives them.

    Raises:
        UnknownIdError: A building or a compound does not exist.
        InvalidValueError: Something is no group of identifiers, or the cap no whole number of 1 or more.
        StructureError: Conditions contradict each other.
    """
    linked = [*_groups(place, "must_link", must_link), *_compounds(place, whole)]
    barred = _groups(place, "cannot_link", cannot_link)
    members = [one.members if isinstance(one, Grid) else one for one in _listed("fixed", fixed)]
    standing = _groups(place, "fixed", members)
    if most is not None and (type(most) is not int or most < 1):
        raise InvalidValueError(both("grid.most", value=repr(most)), most)
    conditions = Conditions(
        must_link=tuple(sorted(_united([*linked, *standing]))), cannot_link=barred, fixed=standing, most=most
    )
    _agree(conditions)
    return attrs.evolve(conditions, must_link=tuple(sorted(_united(linked))))


def need_fixed_sound(place: Neighbourhood, fixed: Sequence[Sequence[str]], low: int, high: int, *, alone: bool) -> None:
    """Refuse a fixed grid that does not hang together, or lies outside the bounds.

    Args:
        place: The neighbourhood.
        fixed: Buildings of each fixed grid.
        low: Fewest households of a grid.
        high: Most households of a grid.
        alone: Whether a building above the ceiling may stand alone.
    """
    for members in fixed:
        places = [place.positions[member] for member in members]
        named = Listing(tuple(members), 6)
        if len(connected_parts(place.links, places)) != 1:
            raise StructureError(both("grid.fixed_apart", grid=named), *members)
        total = sum(place.buildings[one].households for one in places)
        if not low <= total <= high and not (alone and len(places) == 1 and total > high):
            raise StructureError(both("grid.fixed_bounds", grid=named, total=total, low=low, high=high), *members)


def _listed(name: str, values: Iterable[T]) -> tuple[T, ...]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InvalidValueError(both("grid.groups", name=name, value=repr(values)), name, values)
    return tuple(values)


def _groups(place: Neighbourhood, name: str, groups: Groups) -> tuple[tuple[str, ...], ...]:
    """Read groups of buildings, each once and in order."""
    found: list[tuple[str, ...]] = []
    for group in _listed(name, groups):
        members = tuple(dict.fromkeys(as_ids(name, group, "grid.groups")))
        lost = tuple(member for member in members if member not in place.positions)
        if lost:
            raise UnknownIdError(both("grid.building_unknown", id=place.id, building=Listing(lost)), *lost)
        if members:
            found.append(members)
    return tuple(sorted(found))


def _compounds(place: Neighbourhood, whole: bool | Iterable[str]) -> list[tuple[str, ...]]:  # noqa: FBT001 - as given
    """Give the buildings of compounds that must not be split."""
    if whole is False:
        return []
    held: dict[str, list[str]] = {}
    for building in place.buildings:
        if building.compound is not None:
            held.setdefault(building.compound, []).append(building.id)
    wanted = tuple(held) if whole is True else as_ids("whole", whole, "grid.whole")
    lost = tuple(compound for compound in wanted if compound not in held)
    if lost:
        raise UnknownIdError(both("grid.compound_unknown", id=place.id, compounds=Listing(lost)), *lost)
    return [tuple(held[compound]) for compound in wanted]


def _united(groups: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """Unite groups that share a building; groups of one say nothing."""
    number: dict[str, int] = {}
    leads: list[int] = []
    for group in groups:
        for member in group:
            if member not in number:
                number[member] = len(leads)
                leads.append(number[member])
            join(leads, number[member], number[group[0]])
    held: dict[int, list[str]] = {}
    for member, one in number.items():
        held.setdefault(leader(leads, one), []).append(member)
    return [tuple(sorted(members)) for members in held.values() if len(members) >= _PAIR]


def _agree(conditions: Conditions) -> None:
    """Refuse conditions that no plan can keep whatever the bounds."""
    home = {member: number for number, group in enumerate(conditions.must_link) for member in group}
    for group in conditions.cannot_link:
        first: dict[int, str] = {}
        for other in group:
            one = first.setdefault(home[other], other) if other in home else other
            if one != other:
                raise StructureError(both("grid.link_conflict", one=one, other=other), one, other)
    taken: dict[str, int] = {}
    for number, group in enumerate(conditions.fixed):
        for member in group:
            if taken.setdefault(member, number) != number:
                raise StructureError(both("grid.fixed_twice", building=member), member)
    for group in conditions.must_link:
        grids = {taken.get(member, -1) for member in group}
        if len(grids) > 1:
            raise StructureError(both("grid.fixed_linked", buildings=Listing(tuple(group), 6)), *group)
    if conditions.most is not None and conditions.most < len(conditions.fixed):
        raise StructureError(both("grid.most_fixed", most=conditions.most, n=len(conditions.fixed)), conditions.most)
