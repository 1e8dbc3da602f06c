"""GeoJSON in: the roads, rivers and walls that part buildings, and where one may cross them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Final, TypeAlias, cast

import attrs

from pbgov.base import Report, Severity, both
from pbgov.boundary._geojson import Crs, Place, Reader, need_plane, plane_of
from pbgov.boundary._problems import clipped, mistyped, pointer, shown
from pbgov.boundary._tables import as_mapping, as_sequence
from pbgov.errors import PbgovError
from pbgov.grid import Barrier

_Ring: TypeAlias = tuple[Place, ...]
_Steps: TypeAlias = tuple[str | int, ...]

_TYPES: Final = ("LineString", "MultiLineString", "Polygon", "MultiPolygon")
_WAYS: Final = ("Point", "LineString")


@attrs.frozen(kw_only=True)
class BarriersFromGeoJSON:
    """What GeoJSON gave.

    Attributes:
        barriers: The barriers that could be read, in the order of the features; of several parts each is one.
        report: What is wrong, each with its pointer; ``complete`` when every feature became a barrier or a crossing.
    """

    barriers: tuple[Barrier, ...]
    report: Report


def barriers_from_geojson(given: object, *, origin: Place, crs: Crs = "lonlat") -> BarriersFromGeoJSON:
    """Read barriers from a FeatureCollection of lines and polygons; bad features become findings.

    A line is a wall or a railway, a polygon an area such as a river or a road; its holes are islands. A crossing is a
    feature of its own, a point (a gate) or a line from side to side (a bridge), whose property ``crosses`` is the
    ``id`` of the feature it crosses; of several parts it crosses the nearest. What a barrier is called comes from its
    property ``name``, or else its ``id``.

    Args:
        given: A mapping, JSON text, or an object with ``__geo_interface__``.
        origin: What has the coordinates (0, 0): the ``origin`` that ``neighbourhood_from_geojson`` gave, so that
            barriers and buildings lie on one plane.
        crs: ``"lonlat"``, degrees in the order of RFC 7946; or ``"metric"``, metres on a plane.

    Raises:
        InvalidValueError: ``crs`` or ``origin`` is none.

    Examples:
        >>> wall = {"type": "LineString", "coordinates": [[0, 0], [90, 0]]}
        >>> gate = {"type": "Point", "coordinates": [30, 0]}
        >>> got = barriers_from_geojson(
        ...     {"type": "FeatureCollection", "features": [
        ...         {"type": "Feature", "id": 1, "properties": {"name": "北墙"}, "geometry": wall},
        ...         {"type": "Feature", "properties": {"crosses": 1}, "geometry": gate},
        ...     ]}, origin=(0, 0), crs="metric")
        >>> got.barriers
        (Barrier(corners=((0, 0), (90000, 0)), area=False, holes=(), crossings=(((30000, 0),),), name='北墙'),)
    """
    need_plane(crs, origin)
    reader = _Reader(crs)
    barriers = reader.barriers(given, origin)
    return BarriersFromGeoJSON(barriers=barriers, report=reader.report())


@attrs.frozen
class _Drawn:
    """A feature as read: which one, its key and name, the parts of its geometry, and what it crosses."""

    number: int
    key: str | None
    name: str
    parts: tuple[tuple[_Ring, ...], ...]
    area: bool
    crosses: str | None


class _Reader(Reader):
    """Reads features as barriers and their crossings."""

    def __init__(self, crs: Crs) -> None:
        """Read nothing yet."""
        super().__init__(crs, {}, {})

    def barriers(self, given: object, origin: Place) -> tuple[Barrier, ...]:
        """Give the barriers of a collection, each with its crossings."""
        drawn, lost = self._sorted(given)
        plane = plane_of(origin, self.crs)
        made: list[Barrier] = []
        parts: defaultdict[str | None, list[int]] = defaultdict(list)
        for one in drawn:
            for rings in one.parts if one.crosses is None else ():
                corners, *holes = ([plane(place) for place in ring] for ring in rings)
                try:
                    made.append(Barrier(corners=corners, holes=holes, area=one.area, name=one.name))
                except PbgovError as error:
                    self._impossible(one, str(error))
                    lost.add(one.key)
                else:
                    parts[one.key].append(len(made) - 1)
        for one in drawn:
            if one.crosses is not None and parts[one.crosses]:
                way = tuple(plane(place) for place in one.parts[0][0])
                nearest = min(parts[one.crosses], key=partial(_off, way, made))
                made[nearest] = attrs.evolve(made[nearest], crossings=(*made[nearest].crossings, way))
            elif one.crosses is not None and one.crosses not in lost:
                self._impossible(one, both("places.crosses_unknown", id=clipped(one.crosses)))
        return tuple(made)

    def _sorted(self, given: object) -> tuple[list[_Drawn], set[str | None]]:
        """Give what is sound of a collection, and the keys of what is not."""
        drawn: list[_Drawn] = []
        lost: set[str | None] = set()
        for n, feature in self.each(given):
            before = len(self.found)
            one = self._drawn(n, feature)
            if any(finding.severity is Severity.ERROR for finding in self.found[before:]):
                self.lost = True
                lost.add(one.key)
            else:
                drawn.append(one)
        return drawn, lost

    def _impossible(self, one: _Drawn, detail: str) -> None:
        self.wrong("PBB09", ("features", one.number), subject=clipped(one.key or ""), detail=detail)
        self.lost = True

    def _drawn(self, n: int, feature: Mapping[object, object]) -> _Drawn:
        at: _Steps = ("features", n)
        held = as_mapping(feature.get("properties")) or {}
        key = self._key(feature.get("id", held.get("id")), (*at, "id"))
        crosses = self._key(held.get("crosses"), (*at, "properties", "crosses"))
        name = held.get("name")
        if name is not None and not isinstance(name, str):
            self.found.append(mistyped("string_type", name, pointer(*at, "properties", "name"), "", ""))
        given, kinds = feature.get("geometry"), _TYPES if crosses is None else _WAYS
        geometry = as_mapping(getattr(given, "__geo_interface__", given))
        kind = None if geometry is None else geometry.get("type")
        parts: tuple[tuple[_Ring, ...], ...] = ()
        if geometry is None:
            self.found.append(mistyped("dict_type", given, pointer(*at, "geometry"), "", ""))
        elif not isinstance(kind, str) or kind not in kinds:
            self.wrong("PBB08", (*at, "geometry", "type"), value=shown(kind), expected=", ".join(kinds))
        else:
            parts = self._parts(geometry.get("coordinates"), (*at, "geometry", "coordinates"), kind)
        called = name if isinstance(name, str) and name else key or ""
        return _Drawn(n, key, called, parts, str(kind).endswith("Polygon"), crosses)

    def _key(self, given: object, at: _Steps) -> str | None:
        """Read what features are called by each other: text, or a whole number."""
        if given is None or isinstance(given, str):
            return given
        if type(given) is int:
            return str(given)
        self.found.append(mistyped("string_type", given, pointer(*at), "", ""))
        return None

    def _parts(self, given: object, at: _Steps, kind: str) -> tuple[tuple[_Ring, ...], ...]:
        """Give each part as its lines: one, or the edge of an area and then its holes."""
        if kind == "Point":
            place = self._position(given, at)
            return () if place is None else (((place,),),)
        parts = self._listed(given, at) if kind.startswith("Multi") else [(at, given)]
        if kind.endswith("LineString"):
            return tuple((self._line(part, steps),) for steps, part in parts)
        return tuple(
            tuple(self._ring(ring, where, "") for where, ring in self._listed(part, steps)) for steps, part in parts
        )

    def _listed(self, given: object, at: _Steps) -> list[tuple[_Steps, object]]:
        """Give the parts of a list, each with where it stands; a list without parts is none."""
        items = as_sequence(given)
        if not items:
            self.found.append(mistyped("list_type", given, pointer(*at), "", ""))
            return []
        return [((*at, n), item) for n, item in enumerate(items)]

    def _line(self, given: object, at: _Steps) -> _Ring:
        places = [self._position(item, steps) for steps, item in self._listed(given, at)]
        return tuple(cast("list[Place]", places)) if None not in places else ()


def _off(way: Sequence[tuple[int, int]], barriers: Sequence[Barrier], number: int) -> float:
    """Tell how far the middle of a crossing is from the line or the edge of a barrier, squared."""
    barrier = barriers[number]
    x, y = (way[0][0] + way[-1][0]) / 2, (way[0][1] + way[-1][1]) / 2
    corners = (*barrier.corners, barrier.corners[0]) if barrier.area else barrier.corners
    found: list[float] = []
    for (a, b), (c, d) in pairwise(corners):
        u, v = c - a, d - b
        along = min(1, max(0, ((x - a) * u + (y - b) * v) / ((u * u + v * v) or 1)))
        found.append((a + along * u - x) ** 2 + (b + along * v - y) ** 2)
    return min(found)
