"""GeoJSON in and out: the buildings of a neighbourhood, from and to their outlines or points.

Longitudes and latitudes become whole millimetres on a plane that touches the ellipsoid at the origin: the degrees from
the origin times the length of a degree there. As meridians draw together this is off: at ``d`` metres from the origin
by at most ``d² · tan(latitude) / 6,370,000`` metres and a thousandth more, so 0.1 m at 1 km and 31 degrees: less than
the outlines themselves are wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import cos, isfinite, radians, sin, sqrt
from typing import Any, Final, Literal, TypeAlias, cast

import attrs
from pydantic import ValidationError

from pbgov.base import Finding, Json, Report, Severity, Verdict, both, in_order
from pbgov.boundary._json import Repeat, read_json
from pbgov.boundary._problems import (
    clipped,
    details,
    from_pydantic,
    list_of,
    mistyped,
    pointer,
    problem,
    shown,
    too_many,
)
from pbgov.boundary._schema import GREATEST, BuildingIn
from pbgov.boundary._tables import as_mapping, as_sequence, twice
from pbgov.boundary._walk import unfolds
from pbgov.boundary._write import cells
from pbgov.errors import InvalidValueError, PbgovError
from pbgov.grid import Building, GridPlan, Neighbourhood

Crs: TypeAlias = Literal["lonlat", "metric"]
Place: TypeAlias = tuple[float, float]
_Corner: TypeAlias = tuple[int, int]
_Steps: TypeAlias = tuple[str | int, ...]

_AXIS: Final = 6_378_137.0  # metres: the half axis of WGS 84, and how flat it is
_SQUARED: Final = 0.00669437999014  # of its eccentricity
_MILLIMETRES: Final = 1_000
_TURN, _HALF, _QUARTER = 360, 180, 90  # degrees
_CORNERS: Final = 3
_DEEPEST: Final = 10  # levels, from the collection to a number
_MOST: Final = 10_000  # problems that are listed
_CELLS: Final = ("households", "residents", "floors", "compound", "entrances")
_NAMES: Final = ("compound", "entrances")  # cells that hold identifiers
_CRS: Final = ("lonlat", "metric")
_DIGITS: Final = {"lonlat": 9, "metric": 3}  # decimals that are written
_TYPES: Final = ("Point", "Polygon", "MultiPolygon")


@attrs.frozen(kw_only=True)
class FromGeoJSON:
    """What GeoJSON gave.

    Attributes:
        neighbourhood: The neighbourhood of all buildings that could be read, without edges.
        report: What is wrong, each with its pointer; ``complete`` when every feature became a building.
        origin: Longitude and latitude, or metres, of what has the coordinates (0, 0).
    """

    neighbourhood: Neighbourhood
    report: Report
    origin: Place

    def row(self) -> dict[str, Json]:
        """Give the neighbourhood as a row of the table ``neighbourhoods`` of a document."""
        return cells(self.neighbourhood)


def neighbourhood_from_geojson(
    given: object,
    *,
    id: str,  # noqa: A002 - the name of the column
    community: str,
    name: str = "",
    crs: Crs = "lonlat",
    origin: Place | None = None,
    properties: Mapping[str, str] | None = None,
    households: Mapping[str, int] | None = None,
) -> FromGeoJSON:
    """Read buildings from a FeatureCollection of points, polygons and multipolygons; bad features become findings.

    A building takes its identifier from ``id`` of the feature or of its properties, and ``households``,
    ``residents``, ``floors``, ``compound`` and ``entrances`` from its properties. How many households it has is never
    made up: a building of which neither the properties nor ``households`` say so is UNKNOWN, and left out. A building
    has one outline without holes, so of a multipolygon the largest part is taken, and holes are left out; both are
    said.

    Args:
        given: A mapping, JSON text, or an object with ``__geo_interface__``.
        id: Identifier of the neighbourhood.
        community: The unit whose area it is.
        name: What people call it.
        crs: ``"lonlat"``, degrees in the order of RFC 7946; or ``"metric"``, metres on a plane.
        origin: What gets the coordinates (0, 0); by default the middle of the extent.
        properties: Which property holds a column, where it is called otherwise: ``{"compound": "block"}``.
        households: Households by identifier of the building, for those whose properties do not say.

    Raises:
        InvalidValueError: An identifier is malformed, or ``crs`` or ``origin`` is none.

    Examples:
        >>> square = [[[120, 31], [120.0001, 31], [120.0001, 31.0001], [120, 31.0001], [120, 31]]]
        >>> tower = {"type": "Feature", "id": "B1", "properties": {"households": 48},
        ...          "geometry": {"type": "Polygon", "coordinates": square}}
        >>> got = neighbourhood_from_geojson(
        ...     {"type": "FeatureCollection", "features": [tower]}, id="N1", community="C1")
        >>> got.neighbourhood.building("B1").outline
        ((-4775, -5543), (4775, -5543), (4775, 5543), (-4775, 5543))
    """
    need_plane(crs, (0, 0) if origin is None else origin)
    reader = Reader(crs, dict(properties or {}), dict(households or {}))
    drawn = reader.features(given)
    middle = origin or _middle([place for one in drawn for place in one.places], crs)
    buildings = reader.buildings(drawn, plane_of(middle, crs))
    return FromGeoJSON(
        neighbourhood=Neighbourhood(id=id, community=community, name=name, buildings=buildings),
        report=reader.report(),
        origin=middle,
    )


def to_geojson(place: Neighbourhood | GridPlan, *, origin: Place, crs: Crs = "lonlat") -> dict[str, Json]:
    """Give the buildings of a neighbourhood, or of a plan, as a FeatureCollection of GeoJSON (RFC 7946).

    It is the way back: ``neighbourhood_from_geojson`` with the same ``origin`` and ``crs`` gives the same buildings,
    but for the edges, which GeoJSON cannot say, and for the position of a building with an outline, which is read as
    the centre of the outline.

    Args:
        place: A neighbourhood, or a plan, whose buildings carry their ``grid`` too.
        origin: The longitude and latitude, or metres, of what has the coordinates (0, 0).
        crs: ``"lonlat"``, degrees to the ninth decimal, a tenth of a millimetre; or ``"metric"``, metres on a plane.

    Returns:
        Polygons of outlines, Points of positions, and null where neither is known; the properties hold all that is
        known of a building. Rings keep the order of their corners.

    Raises:
        InvalidValueError: ``crs`` or ``origin`` is none, or ``place`` is neither of the two.

    Examples:
        >>> from pbgov.grid import Building
        >>> home = Building(id="B1", households=48, x=95_500, y=0)
        >>> made = to_geojson(Neighbourhood(id="N1", community="C1", buildings=[home]), origin=(120.0, 31.0))
        >>> made["features"][0]["geometry"]
        {'type': 'Point', 'coordinates': [120.000999955, 31.0]}
    """
    if not isinstance(place, Neighbourhood | GridPlan):
        raise InvalidValueError(both("geojson.no_place", value=repr(place)), place)
    need_plane(crs, origin)
    made = cast("dict[str, Json]", place.__geo_interface__)
    globe = _globe(origin, crs)
    for feature in cast("list[dict[str, Any]]", made["features"]):
        properties, geometry = feature["properties"], feature["geometry"]
        if "position" in properties:
            properties["position"] = globe(properties["position"])
        if geometry is not None and geometry["type"] == "Point":
            geometry["coordinates"] = globe(geometry["coordinates"])
        elif geometry is not None:
            geometry["coordinates"] = [[globe(corner) for corner in ring] for ring in geometry["coordinates"]]
    return made


@attrs.frozen
class _Drawn:
    """A feature that may become a building: its cells, and its point or its outline as given."""

    number: int
    cells: dict[str, Any]
    places: tuple[Place, ...]
    point: bool


class Reader:
    """Reads features.

    Attributes:
        found: What is wrong.
        lost: Whether a feature became no building.
    """

    def __init__(self, crs: Crs, names: Mapping[str, str], households: Mapping[str, int]) -> None:
        """Read nothing yet; ``names`` says which property holds a cell, ``households`` what properties may not."""
        self.crs: Crs = crs
        self.names = {cell: names.get(cell, cell) for cell in _CELLS}
        self.households = households
        self.found: list[Finding] = []
        self.lost = False

    def wrong(self, code: str, steps: _Steps, **arguments: Any) -> None:  # noqa: ANN401 - as sentences take
        """Keep a problem."""
        self.found.append(problem(code, pointer(*steps), **arguments))

    def aside(self, code: str, steps: _Steps, severity: Severity, subject: str) -> None:
        """Keep what is worth saying and loses no building."""
        self.found.append(attrs.evolve(problem(code, pointer(*steps), subject=subject), severity=severity))

    def report(self) -> Report:
        """Say what is wrong."""
        unlisted = len(self.found) - _MOST
        found = self.found[:_MOST] + ([too_many(unlisted, "")] if unlisted > 0 else [])
        return Report(findings=in_order(found), complete=not self.lost)

    def each(self, given: object) -> Iterator[tuple[int, Mapping[object, object]]]:
        """Yield the features of a collection, each with its number; what is none, or has keys twice, is lost."""
        repeats: tuple[Repeat, ...] = ()
        given = getattr(given, "__geo_interface__", given)
        if isinstance(given, str | bytes):
            parsed = read_json(given, _DEEPEST)
            if parsed.problem is not None:
                self.found.append(parsed.problem)
            given, repeats = parsed.document, parsed.repeats
        elif unfolds(given, _DEEPEST):
            self.found.append(problem("PBB21", ""))
        if self.found:
            self.lost = True
            return
        spoiled = {one.steps[1] for one in repeats if len(one.steps) > 1 and one.steps[0] == "features"}
        self.found += [twice(one) for one in repeats]
        self.lost = bool(repeats)
        for n, one in enumerate(self._collection(given)):
            if n in spoiled:
                continue
            feature = as_mapping(getattr(one, "__geo_interface__", one))
            if feature is None or feature.get("type") != "Feature":
                self.found.append(mistyped("feature", one, pointer("features", n), "", ""))
                self.lost = True
            else:
                yield n, feature

    def features(self, given: object) -> list[_Drawn]:
        """Give every feature that may become a building."""
        drawn: list[_Drawn] = []
        seen: set[str] = set()
        for n, feature in self.each(given):
            made = self._feature(n, feature)
            if made is not None and made.cells["id"] in seen:
                key = made.cells["id"]
                self.found.append(problem("PBB14", pointer("features", n), subject=key, id=key))
                made = None
            if made is None:
                self.lost = True
            else:
                seen.add(made.cells["id"])
                drawn.append(made)
        return drawn

    def _collection(self, given: object) -> Sequence[object]:
        collection = as_mapping(given)
        kind = None if collection is None else collection.get("type")
        if collection is None:
            self.wrong("PBB01", (), value=type(given).__name__)
        elif kind == "Feature":
            return [collection]
        elif kind != "FeatureCollection":
            self.wrong("PBB08", ("type",), value=shown(kind), expected="FeatureCollection, Feature")
        else:
            features = as_sequence(collection.get("features"))
            if features is not None:
                return features
            self.found.append(mistyped("list_type", collection.get("features"), "/features", "", ""))
        self.lost = True
        return ()

    def _feature(self, n: int, feature: Mapping[object, object]) -> _Drawn | None:
        at: _Steps = ("features", n)
        held = as_mapping(feature.get("properties")) or {}
        key = _text(feature["id"] if "id" in feature else held.get("id"))
        if key is None:
            self.wrong("PBB03", (*at, "id"), key="id")
            return None
        made: dict[str, Any] = {"id": key}
        for cell, name in self.names.items():
            if held.get(name) is not None:
                made[cell] = _named(held[name]) if cell in _NAMES else held[name]
        if "households" not in made and isinstance(key, str) and key in self.households:
            made["households"] = self.households[key]
        before = len(self.found)
        places, point = self._geometry(feature.get("geometry"), (*at, "geometry"), _subject(key))
        sound = self._sound(made, n) and len([f for f in self.found[before:] if f.severity is Severity.ERROR]) == 0
        return _Drawn(n, made, places, point) if sound else None

    def _sound(self, made: dict[str, Any], n: int) -> bool:
        """Tell whether the cells of a building are sound; not to know how many households it has is UNKNOWN."""
        at = pointer("features", n)
        subject = _subject(made["id"])
        if "households" not in made:
            where = pointer("features", n, "properties", self.names["households"])
            self.found.append(attrs.evolve(problem("PBB30", where, subject=subject), verdict=Verdict.UNKNOWN))
        try:
            BuildingIn.model_validate({"households": 0, **made})
        except ValidationError as error:
            place = self._place(n)
            self.found += [from_pydantic(detail, at, subject, "", place) for detail in details(error)]
            return False
        counted: dict[str, Any] = {"households": 0, **made}
        try:
            Building(**counted)
        except PbgovError as error:
            self.wrong("PBB09", ("features", n), subject=subject, detail=str(error))
            return False
        return "households" in made

    def _place(self, n: int) -> Callable[[_Steps], str]:
        def at(steps: _Steps) -> str:
            name = str(steps[0])
            inside = ("properties", self.names[name], *steps[1:]) if name in self.names else steps
            return pointer("features", n, *inside)

        return at

    def _geometry(self, given: object, at: _Steps, subject: str) -> tuple[tuple[Place, ...], bool]:
        """Give the point or the outline of a feature; nothing where it has none."""
        if given is None:
            return (), False
        geometry = as_mapping(getattr(given, "__geo_interface__", given))
        kind = None if geometry is None else geometry.get("type")
        if geometry is None:
            self.found.append(mistyped("dict_type", given, pointer(*at), "", ""))
        elif not isinstance(kind, str) or kind not in _TYPES:
            self.wrong("PBB08", (*at, "type"), value=shown(kind), expected=", ".join(_TYPES))
        elif kind == "Point":
            place = self._position(geometry.get("coordinates"), (*at, "coordinates"))
            return (() if place is None else (place,)), True
        else:
            return self._outline(geometry.get("coordinates"), (*at, "coordinates"), kind, subject), False
        return (), False

    def _outline(self, given: object, at: _Steps, kind: str, subject: str) -> tuple[Place, ...]:
        """Give the outer ring of the largest part."""
        parts: list[tuple[_Steps, object]] = [(at, given)]
        if kind == "MultiPolygon":
            several = as_sequence(given)
            if several is None:
                self.found.append(mistyped("list_type", given, pointer(*at), "", ""))
                return ()
            parts = [((*at, n), part) for n, part in enumerate(several)]
            if len(parts) > 1:
                self.aside("PBB34", at, Severity.INFO, subject)
        outlines: list[tuple[Place, ...]] = []
        for steps, part in parts:
            rings = as_sequence(part)
            if not rings:
                self.found.append(mistyped("list_type", part, pointer(*steps), "", ""))
                continue
            if len(rings) > 1:
                self.aside("PBB33", (*steps, 1), Severity.INFO, subject)
            outlines.append(self._ring(rings[0], (*steps, 0), subject))
        return max(outlines, key=self._area, default=())

    def _ring(self, given: object, at: _Steps, subject: str) -> tuple[Place, ...]:
        """Give the corners of a ring, not closed."""
        positions = as_sequence(given)
        if positions is None:
            self.found.append(mistyped("list_type", given, pointer(*at), "", ""))
            return ()
        before = len(self.found)
        corners = [self._position(one, (*at, n)) for n, one in enumerate(positions)]
        if len(self.found) > before:
            return ()
        kept = [corner for corner in corners if corner is not None]
        if len(kept) > 1 and kept[0] == kept[-1]:
            del kept[-1]
        elif len(kept) >= _CORNERS:
            self.aside("PBB32", at, Severity.WARNING, subject)
        if len(set(kept)) < _CORNERS or not self._area(kept):
            self.wrong("PBB35", at, n=len(set(kept)))
            return ()
        return tuple(kept)

    def _area(self, corners: Sequence[Place]) -> float:
        """Give twice the area of a ring, in squared degrees or metres; which way round does not matter."""
        if not corners:
            return 0
        (x, y), rest = corners[0], corners[1:]
        moved = [(_apart(a, x, self.crs), b - y) for a, b in rest]
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(moved)))

    def _position(self, given: object, at: _Steps) -> Place | None:
        """Read a position; a height is no concern of a plan."""
        numbers = as_sequence(given)
        if numbers is None or not 2 <= len(numbers) <= 4:  # noqa: PLR2004 - RFC 7946, 3.1.1, and a measure some add
            self.found.append(problem("PBB02", pointer(*at), value=shown(given), expected=list_of(2)))
            return None
        for step, number in enumerate(numbers[:2]):
            if isinstance(number, bool) or not isinstance(number, int | float):
                self.found.append(mistyped("number", number, pointer(*at, step), "", ""))
                return None
            if not isfinite(number) if isinstance(number, float) else abs(number) > GREATEST:
                self.wrong("PBB12" if isinstance(number, float) else "PBB06", (*at, step), value=shown(number))
                return None
        x, y = (float(cast("float", number)) for number in numbers[:2])
        if is_place((x, y), self.crs):
            return x, y
        swapped = self.crs == "lonlat" and is_place((y, x), self.crs)
        self.wrong("PBB31" if swapped else "PBB36", at, value=f"[{x}, {y}]")
        return None

    def buildings(self, drawn: Sequence[_Drawn], plane: Callable[[Place], _Corner]) -> list[Building]:
        """Put every feature on the plane."""
        made: list[Building] = []
        for one in drawn:
            corners = tuple(map(plane, one.places))
            middle = corners[0] if one.point and corners else _centre(corners)
            where: dict[str, Any] = {} if middle is None else {"x": middle[0], "y": middle[1]}
            outline = () if one.point or middle is None else corners
            made.append(Building(**one.cells, **where, outline=outline))
        return made


def _subject(key: object) -> str:
    """Give the subject of a finding about a feature."""
    return clipped(key) if isinstance(key, str) else ""


def _text(value: object) -> object:
    """Give an identifier: GeoJSON has numbers for some."""
    return str(value) if type(value) is int and abs(value) <= GREATEST else value


def _named(value: object) -> object:
    """Give an identifier, or a list of them."""
    listed = as_sequence(value)
    return _text(value) if listed is None else tuple(map(_text, listed))


def need_plane(crs: Crs, origin: object) -> None:
    """Refuse what is no system of coordinates, and what is no position in it."""
    if crs not in _CRS:
        raise InvalidValueError(both("geojson.crs", value=repr(crs)), crs)
    if not is_place(origin, crs):
        raise InvalidValueError(both("geojson.origin", value=repr(origin)), origin)


def is_place(place: object, crs: Crs) -> bool:
    """Tell whether a value is a position."""
    numbers = as_sequence(place)
    if numbers is None or len(numbers) != 2 or not all(type(n) in {int, float} for n in numbers):  # noqa: PLR2004 - x, y
        return False
    x, y = cast("Place", numbers)
    if crs == "lonlat":
        return abs(x) <= _HALF and abs(y) <= _QUARTER
    return abs(x) * _MILLIMETRES <= GREATEST and abs(y) * _MILLIMETRES <= GREATEST


def _apart(x: float, other: float, crs: Crs) -> float:
    """Give a difference to the east; of longitudes the short way round, across the antimeridian."""
    return x - other if crs == "metric" else (x - other + _HALF) % _TURN - _HALF


def _middle(places: Sequence[Place], crs: Crs) -> Place:
    """Give the middle of the extent."""
    if not places:
        return 0.0, 0.0
    first = places[0][0]
    easts = [_apart(x, first, crs) for x, _ in places]
    norths = [y for _, y in places]
    east = first + (min(easts) + max(easts)) / 2
    return _apart(east, 0, crs), (min(norths) + max(norths)) / 2


def plane_of(origin: Place, crs: Crs) -> Callable[[Place], _Corner]:
    """Give the way from positions to whole millimetres from an origin."""
    if crs == "metric":
        return lambda place: tuple(round((n - o) * _MILLIMETRES) for n, o in zip(place, origin, strict=True))  # type: ignore[return-value] # two
    east, north = _degrees(origin)
    return lambda place: (round(_apart(place[0], origin[0], crs) * east), round((place[1] - origin[1]) * north))


def _globe(origin: Place, crs: Crs) -> Callable[[Sequence[float]], list[float]]:
    """Give the way back, from metres on the plane to positions."""
    if crs == "metric":
        east = north = 1.0
    else:
        east, north = (length / _MILLIMETRES for length in _degrees(origin))
    digits = _DIGITS[crs]
    return lambda place: [
        round(_apart(origin[0] + place[0] / east, 0, crs), digits),
        round(origin[1] + place[1] / north, digits),
    ]


def _degrees(origin: Place) -> tuple[float, float]:
    """Give the length of a degree at an origin, to the east and to the north, in millimetres."""
    latitude = radians(origin[1])
    bent = 1 - _SQUARED * sin(latitude) ** 2
    east = radians(_AXIS / sqrt(bent) * cos(latitude)) * _MILLIMETRES
    north = radians(_AXIS * (1 - _SQUARED) / (bent * sqrt(bent))) * _MILLIMETRES
    return east, north


def _centre(corners: Sequence[_Corner]) -> _Corner | None:
    """Give the centre of gravity of an outline, rounded; ``None`` where it holds no area."""
    if not corners:
        return None
    pairs = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    across = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    whole = 3 * sum(across)
    if not whole:
        return corners[0]
    x = sum((a[0] + b[0]) * n for (a, b), n in zip(pairs, across, strict=True))
    y = sum((a[1] + b[1]) * n for (a, b), n in zip(pairs, across, strict=True))
    return (2 * x + whole) // (2 * whole), (2 * y + whole) // (2 * whole)
