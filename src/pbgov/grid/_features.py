"""Buildings as a GeoJSON-like mapping, which geopandas, shapely and maps take by ``__geo_interface__``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pbgov.grid._places import Building, Neighbourhood

_MILLIMETRES: Final = 1_000
_KNOWN: Final = ("households", "residents", "floors", "compound")


def feature_collection(place: Neighbourhood, homes: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Give a FeatureCollection of the buildings of a neighbourhood, in metres on its plane.

    Args:
        place: The neighbourhood.
        homes: The grid that each building lies in, of a plan.
    """
    features = [_feature(building) for building in place.buildings]
    if homes is not None:
        for feature in features:
            feature["properties"]["grid"] = homes[feature["id"]]
    return {
        "type": "FeatureCollection",
        "id": place.id,
        "properties": {"community": place.community} | ({"name": place.name} if place.name else {}),
        "features": features,
    }


def _feature(building: Building) -> dict[str, Any]:
    known = {name: getattr(building, name) for name in _KNOWN}
    properties: dict[str, Any] = {name: value for name, value in known.items() if value is not None}
    if building.entrances:
        properties["entrances"] = list(building.entrances)
    point = None if building.x is None or building.y is None else _metres((building.x, building.y))
    geometry: dict[str, Any] | None = None
    if building.outline:
        ring = [_metres(corner) for corner in (*building.outline, building.outline[0])]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        if point is not None:
            properties["position"] = point
    elif point is not None:
        geometry = {"type": "Point", "coordinates": point}
    return {"type": "Feature", "id": building.id, "properties": properties, "geometry": geometry}


def _metres(point: tuple[int, int]) -> list[float]:
    return [n / _MILLIMETRES for n in point]
