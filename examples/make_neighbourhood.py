r"""Make ``data/neighbourhood.json``, the neighbourhood of the example, from building outlines.

Usage::

    python make_neighbourhood.py data/suzhou_old_town_nw.geojson
    python make_neighbourhood.py data/suzhou_old_town_ne.geojson \
        --id old-town-ne --name 老城东北演示社区 --output data/neighbourhood_ne.json

Reads a GeoJSON collection of polygons in longitude and latitude, each with the properties
``households``, ``floors`` and ``block``. Writes the buildings on a local plane in millimetres,
and who can walk to whom, as ``pbgov.grid.adjacency`` derives it (with the extra
``pbgov[geometry]``):

*edges*
    Buildings whose outlines are at most 14 m apart.
*crossings*
    Ways over a street or a canal, between groups of buildings that edges hold together. First
    the shortest gaps that make one graph of all groups; then every gap of at most 30 m with no
    third building in between. A building with more households than a grid may hold stands alone
    in every plan, so the others are joined without it and it is tied on last.

Ways that lead along the wall two buildings have in common are ways through neither: there is no
gap. Nothing is left to chance: the same file gives the same bytes.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from math import cos, radians, sin, sqrt
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, TypeAlias

from pbgov.grid import Building, Neighbourhood, adjacency

Point: TypeAlias = tuple[int, int]
Pair: TypeAlias = tuple[str, str]

NEAR: Final = 14_000  #: The widest gap that an edge spans, in millimetres.
IN_SIGHT: Final = 30_000  #: The widest gap of a crossing that connects nothing new.
FAR: Final = 150_000  #: The widest gap of any crossing.
CEILING: Final = 300  #: The most households a grid may hold.

EARTH_RADIUS: Final = 6_378_137_000.0  #: Of the equator in WGS 84, in millimetres.
ECCENTRICITY: Final = 0.006_694_379_990_14  #: Squared, in WGS 84.

OUTPUT: Final = Path(__file__).parent / "data" / "neighbourhood.json"


def project(rings: Sequence[Sequence[Sequence[float]]]) -> list[tuple[Point, ...]]:
    """Lay rings of longitude and latitude on a plane, in whole millimetres.

    The projection is equirectangular with the two radii of curvature of WGS 84 at the middle of
    the sample; the south-west corner of the sample becomes (0, 0). Over a sample of 1.2 km it
    stays within 0.03 m of a transverse Mercator projection centred there, which is less than
    the 0.1 m to which six decimals of a degree are exact.
    """
    longitudes, latitudes = zip(*(place[:2] for ring in rings for place in ring), strict=True)
    west, south = min(longitudes), min(latitudes)
    middle = radians((south + max(latitudes)) / 2)
    bend = 1 - ECCENTRICITY * sin(middle) ** 2
    eastward = radians(1) * EARTH_RADIUS / sqrt(bend) * cos(middle)
    northward = radians(1) * EARTH_RADIUS * (1 - ECCENTRICITY) / bend**1.5
    return [
        tuple(
            (round((longitude - west) * eastward), round((latitude - south) * northward))
            for longitude, latitude, *_ in ring
        )
        for ring in rings
    ]


def read(text: str) -> list[Building]:
    """Read the buildings of a GeoJSON collection, numbered as they come."""
    features = json.loads(text)["features"]
    # The first ring of a polygon is its outer one; its last corner repeats the first.
    outlines = project([feature["geometry"]["coordinates"][0][:-1] for feature in features])
    width = len(str(len(features)))
    made: list[Building] = []
    for number, (feature, outline) in enumerate(zip(features, outlines, strict=True), start=1):
        x, y = centroid(outline)
        made.append(
            Building(
                id=f"B{number:0{width}}",
                households=feature["properties"]["households"],
                floors=feature["properties"]["floors"],
                compound=f"K{feature['properties']['block']:02}",
                x=x,
                y=y,
                outline=outline,
            )
        )
    return made


def centroid(outline: Sequence[Point]) -> Point:
    """Return the centre of area of an outline, to the millimetre."""
    sides = [*pairwise((*outline, outline[0]))]
    crosses = [x * v - u * y for (x, y), (u, v) in sides]
    area = 3 * sum(crosses)
    x = sum((p[0] + q[0]) * c for (p, q), c in zip(sides, crosses, strict=True))
    y = sum((p[1] + q[1]) * c for (p, q), c in zip(sides, crosses, strict=True))
    return round(x / area), round(y / area)


def row(building: Building) -> dict[str, Any]:
    """Return a building as it is written."""
    return {
        "id": building.id,
        "households": building.households,
        "floors": building.floors,
        "compound": building.compound,
        "x": building.x,
        "y": building.y,
        "outline": building.outline,
    }


def edges_and_crossings(buildings: Sequence[Building]) -> tuple[set[Pair], set[Pair]]:
    """Return who is near whom, and the ways between groups that hang together by that.

    Raises:
        ValueError: The buildings lie too far apart to be joined.
    """
    near = set(adjacency(buildings, within=NEAR))
    large = [building.id for building in buildings if building.households > CEILING]
    joined = set(adjacency(buildings, within=NEAR, connect=FAR, last=large))
    if len(Neighbourhood(id="all", community="-", buildings=buildings, edges=joined).components()) > 1:
        raise ValueError(f"a group of buildings is more than {FAR // 1000} m from all others")
    groups = Neighbourhood(id="near", community="-", buildings=buildings, edges=near).components()
    group = {building: number for number, members in enumerate(groups) for building in members}
    sight = {pair for pair in adjacency(buildings, within=IN_SIGHT, in_sight=True) if group[pair[0]] != group[pair[1]]}
    return near, (joined | sight) - near


def compact(value: object) -> str:
    """Write a value as JSON on one line, without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def by_first(pairs: Iterable[Pair]) -> str:
    """Write the pairs of buildings as the inside of a JSON list, a line for each first one."""
    rows = groupby(sorted(pairs), key=itemgetter(0))
    return ",\n".join(compact(list(row))[1:-1] for _, row in rows)


def neighbourhood(identifier: str, name: str, buildings: Sequence[Building]) -> str:
    """Return the neighbourhood as JSON, one building a line.

    Raises:
        ValueError: The buildings lie too far apart to be joined.
    """
    edges, crossings = edges_and_crossings(buildings)
    rows = ",\n".join(compact(row(building)) for building in buildings)
    return (
        f'{{"id":{compact(identifier)},"name":{compact(name)},\n'
        f'"buildings":[\n{rows}\n],\n'
        f'"edges":[\n{by_first(edges)}\n],\n'
        f'"crossings":[\n{by_first(crossings)}\n]}}\n'
    )


def main() -> None:
    """Read the outlines named on the command line and write the neighbourhood."""
    parser = argparse.ArgumentParser(description="Make a neighbourhood from building outlines.")
    parser.add_argument("outlines", type=Path, help="GeoJSON collection of polygons")
    parser.add_argument("--id", default="old-town", help="identifier of the neighbourhood")
    parser.add_argument("--name", default="老城演示社区", help="its name")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="where to write it")
    given = parser.parse_args()
    try:
        buildings = read(given.outlines.read_text(encoding="utf-8"))
        text = neighbourhood(given.id, given.name, buildings)
    except (OSError, LookupError, TypeError, ValueError) as problem:
        parser.error(f"{given.outlines}: {problem!r}")
    given.output.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
