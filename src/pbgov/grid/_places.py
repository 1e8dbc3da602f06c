"""Places: buildings 楼栋, and the neighbourhood they form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, repeat
from typing import Any, Final

import attrs

from pbgov.base import Row, both, check_id, check_name, check_natural
from pbgov.errors import InvalidValueError, StructureError, UnknownIdError
from pbgov.grid._checks import as_ids, repeats
from pbgov.grid._features import feature_collection

_PAIR: Final = 2
_CORNERS: Final = 3
_FAR: Final = 2**53  # millimetres; up to here floats, and so JSON, keep whole numbers (RFC 8259, 6)
_natural_or_none = attrs.validators.optional(check_natural)


def _id_or_none(self: object, attribute: attrs.Attribute[Any], value: str | None) -> None:
    if value is not None:
        check_id(self, attribute, value)


def _listed(values: Iterable[Any]) -> tuple[Any, ...]:
    """Give values as a tuple; what is no collection is kept as a member, for the check of members to name."""
    return tuple(values) if isinstance(values, Iterable) else (values,)


def _points(points: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Give points as tuples; what is no pair is kept for the validator to name."""
    return tuple(_listed(point) for point in _listed(points))  # checked by the validator


def _entrances(values: Iterable[str]) -> tuple[str, ...]:
    return as_ids("entrances", values, "places.not_ids")


def mean(points: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Give the mean of points, in whole millimetres."""
    return sum(x for x, _ in points) // len(points), sum(y for _, y in points) // len(points)


@attrs.frozen(kw_only=True)
class Building:
    """A residential building (楼栋), the smallest piece a grid is drawn from.

    Attributes:
        id: Stable identifier, unique within the neighbourhood.
        households: Registered households (户); 0 for a vacant building.
        residents: Usual residents (居民, persons); ``None`` when nobody has counted.
        floors: Storeys above ground; ``None`` when unknown.
        compound: Identifier of the compound (小区) it belongs to; ``None`` for a building of no compound.
        x: Millimetres east of a local origin; ``None``, together with ``y``, when unknown.
        y: Millimetres north of the same origin.
        outline: Corners of the footprint in the same millimetres, not closed; empty when unknown.
        entrances: Identifiers of its entrances (楼门, 单元门), in order, unique within the building; empty when
            unknown, since a building without any is none. Where heads of entrances (楼门长) are on record, an entrance
            is a unit of kind ``entrance`` under the same identifier, to which the post of its head belongs.

    Raises:
        InvalidValueError: A count is no whole number of 0 or more, a coordinate is not whole or beyond 2**53, or an
            entrance is no identifier or occurs twice.

    Examples:
        >>> Building(id="B1", households=48, compound="east").households
        48
    """

    id: str = attrs.field(validator=check_id)
    households: int = attrs.field(validator=check_natural)
    residents: int | None = attrs.field(default=None, validator=_natural_or_none)
    floors: int | None = attrs.field(default=None, validator=_natural_or_none)
    compound: str | None = attrs.field(default=None, validator=_id_or_none)
    x: int | None = None
    y: int | None = None
    outline: tuple[tuple[int, int], ...] = attrs.field(default=(), converter=_points)
    entrances: tuple[str, ...] = attrs.field(default=(), converter=_entrances)

    def __attrs_post_init__(self) -> None:
        """Refuse coordinates that are half given, not whole millimetres, or out of all reach."""
        for name, value in (("x", self.x), ("y", self.y)):
            if value is not None:
                self._need_near(name, value, value)
        if (self.x is None) != (self.y is None):
            raise InvalidValueError(both("grid.half_position", id=self.id), self.id)
        for point in self.outline:
            if len(point) != _PAIR:
                self._refuse("outline", point)
            for value in point:
                self._need_near("outline", value, point)
        if 0 < len(self.outline) < _CORNERS:
            raise InvalidValueError(both("grid.outline", id=self.id, n=len(self.outline)), self.id)
        twice = repeats(self.entrances)
        if twice:
            raise InvalidValueError(both("places.entrance_twice", id=self.id, entrances=", ".join(twice)), *twice)

    @property
    def at(self) -> tuple[int, int] | None:
        """Where it stands: its position, or the mean of its corners; ``None`` when nothing is on record."""
        if self.x is not None and self.y is not None:
            return self.x, self.y
        return mean(self.outline) if self.outline else None

    def _need_near(self, name: str, value: object, whole: object) -> None:
        """Refuse a coordinate that is not whole, or farther off than a number can say that other programs keep."""
        if type(value) is not int:
            self._refuse(name, whole)
        elif not -_FAR <= value <= _FAR:
            raise InvalidValueError(both("grid.coordinate_far", id=self.id, name=name, most=_FAR), self.id, value)

    def _refuse(self, name: str, value: object) -> None:
        raise InvalidValueError(both("grid.coordinate", id=self.id, name=name, value=repr(value)), self.id, value)


def residents_of(buildings: Iterable[Building]) -> int | None:
    """Count the residents (居民, persons) of buildings; ``None`` where one with households was never counted.

    Raises:
        InvalidValueError: Something is no building.

    Examples:
        >>> from pbgov.grid import Building
        >>> home, vacant = Building(id="B1", households=2, residents=5), Building(id="B2", households=0)
        >>> residents_of([home, vacant]), residents_of([home, Building(id="B3", households=1)])
        (5, None)
    """
    total = 0
    for building in _listed(buildings):
        if not isinstance(building, Building):
            raise InvalidValueError(both("places.no_building", value=repr(building)), building)
        if building.residents is not None:
            total += building.residents
        elif building.households:
            return None
    return total


def _by_id(buildings: Iterable[Building]) -> tuple[Building, ...]:
    """Order buildings; strangers are left for the check that knows the neighbourhood's name."""
    listed = _listed(buildings)
    return tuple(sorted(listed, key=lambda b: b.id)) if all(isinstance(b, Building) for b in listed) else listed


def _normal(edges: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Order each edge and all edges, and drop repeats."""
    pairs: set[tuple[str, str]] = set()
    for edge in _listed(edges):
        pair = _listed(edge)
        if isinstance(edge, str) or len(pair) != _PAIR or not all(isinstance(end, str) for end in pair):
            raise InvalidValueError(both("grid.edge_shape", value=repr(edge)), edge)
        a, b = pair
        if a == b:
            raise StructureError(both("grid.self_loop", id=a), a)
        pairs.add((a, b) if a < b else (b, a))
    return tuple(sorted(pairs))


@attrs.frozen(kw_only=True)
class Neighbourhood(Row):
    """The graph of one community: its buildings, and which of them one can walk between.

    Attributes:
        community: Identifier of the unit whose area this is.
        name: What people call it; never a key.
        buildings: All buildings, in the order of their identifiers.
        edges: Pairs of buildings side by side, each pair and the whole in order, none twice.

    Raises:
        InvalidValueError: Something is no building or no pair, or two buildings share an identifier.
        StructureError: A building is adjacent to itself.
        UnknownIdError: An edge ends at a building that does not exist.

    Examples:
        >>> towers = [Building(id=f"B{i}", households=120) for i in range(3)]
        >>> street = Neighbourhood(id="N1", community="C1", buildings=towers, edges=[("B1", "B0"), ("B1", "B2")])
        >>> street.edges
        (('B0', 'B1'), ('B1', 'B2'))
        >>> street.households, street.neighbours("B1")
        (360, ('B0', 'B2'))
    """

    community: str = attrs.field(validator=check_id)
    name: str = attrs.field(default="", validator=check_name)
    buildings: tuple[Building, ...] = attrs.field(default=(), converter=_by_id)
    edges: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_normal)

    def __attrs_post_init__(self) -> None:
        """Refuse strangers, repeated buildings and dangling edges."""
        super().__attrs_post_init__()
        for building in self.buildings:
            if not isinstance(building, Building):
                raise InvalidValueError(both("grid.no_building", id=self.id, value=repr(building)), self.id, building)
        if len(self.positions) != len(self.buildings):
            twice = repeats(b.id for b in self.buildings)
            raise InvalidValueError(both("grid.building_twice", id=self.id, buildings=", ".join(twice)), *twice)
        if any(-1 in ends for ends in self.edge_places):
            lost = sorted({end for edge in self.edges for end in edge if end not in self.positions})
            raise UnknownIdError(both("grid.dangling", id=self.id, buildings=", ".join(lost)), *lost)
        self.spots  # noqa: B018 - kept from now on

    @cached_property
    def positions(self) -> dict[str, int]:
        """The place of each building in ``buildings``, by identifier; do not change it."""
        return {building.id: place for place, building in enumerate(self.buildings)}

    @cached_property
    def spots(self) -> tuple[tuple[int, int] | None, ...]:
        """Where each building stands, in millimetres; ``None`` where nothing is on record."""
        return tuple([building.at for building in self.buildings])

    @cached_property
    def edge_places(self) -> tuple[list[int], list[int]]:
        """The place of the first building of each edge, and of the second; do not change them."""
        ends = list(map(self.positions.get, chain.from_iterable(self.edges), repeat(-1)))
        return ends[::2], ends[1::2]

    @cached_property
    def links(self) -> tuple[tuple[int, ...], ...]:
        """The places of the buildings next to each building, ascending."""
        ends: list[list[int]] = [[] for _ in self.buildings]
        for one, other in zip(*self.edge_places, strict=True):
            ends[one].append(other)
            ends[other].append(one)
        return tuple(tuple(sorted(near)) for near in ends)

    @property
    def building_ids(self) -> tuple[str, ...]:
        """The identifiers of all buildings, in order."""
        return tuple(building.id for building in self.buildings)

    @property
    def households(self) -> int:
        """Households (户) of all buildings together."""
        return sum(building.households for building in self.buildings)

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The buildings as a GeoJSON-like FeatureCollection, in metres on the plane of the neighbourhood.

        The coordinates are no longitudes and latitudes, since where the plane lies is not on record;
        ``pbgov.boundary.to_geojson`` gives those. A building is a Polygon where it has an outline, else a Point, and
        has a null geometry where neither is known. The properties hold what is known of it; ``position``, in metres
        too, where it stands beside an outline.
        """
        return feature_collection(self)

    def building(self, building_id: str) -> Building:
        """Give a building by its identifier.

        Raises:
            UnknownIdError: There is none.
        """
        return self.buildings[self._place(building_id)]

    def neighbours(self, building_id: str) -> tuple[str, ...]:
        """Name the buildings next to a building, in order.

        Raises:
            UnknownIdError: There is no such building.
        """
        return tuple(self.buildings[place].id for place in self.links[self._place(building_id)])

    def components(self) -> tuple[tuple[str, ...], ...]:
        """Name the buildings that hang together, component by component, all in order."""
        found = connected_parts(self.links, range(len(self.buildings)))
        return tuple(tuple(self.buildings[place].id for place in part) for part in found)

    def _place(self, building_id: str) -> int:
        try:
            return self.positions[building_id]
        except (KeyError, TypeError):
            raise UnknownIdError(
                both("grid.building_unknown", id=self.id, building=repr(building_id)), building_id
            ) from None


def need_neighbourhood(value: object) -> None:
    """Refuse what is no neighbourhood."""
    if not isinstance(value, Neighbourhood):
        raise InvalidValueError(both("grid.no_neighbourhood", value=repr(value)), value)


def connected_parts(links: Sequence[Sequence[int]], places: Iterable[int]) -> list[list[int]]:
    """Divide places into what hangs together among themselves: parts by their first place, each ascending."""
    unseen = dict.fromkeys(sorted(places))
    parts: list[list[int]] = []
    while unseen:
        first = next(iter(unseen))
        del unseen[first]
        part = [first]
        for place in part:
            for near in links[place]:
                if near in unseen:
                    del unseen[near]
                    part.append(near)
        parts.append(sorted(part))
    return parts
