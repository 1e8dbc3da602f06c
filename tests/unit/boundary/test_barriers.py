"""GeoJSON in: lines and polygons become barriers and crossings, and what does not is said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pbgov.base import Severity
from pbgov.boundary import BarriersFromGeoJSON, barriers_from_geojson, neighbourhood_from_geojson
from pbgov.errors import InvalidValueError
from pbgov.grid import Barrier, adjacency

WALL = [[0, 0], [90, 0]]
RING = [[0, 0], [90, 0], [90, 30], [0, 30], [0, 0]]
ISLAND = [[10, 10], [20, 10], [20, 20], [10, 10]]
CORNERS = ((0, 0), (90_000, 0), (90_000, 30_000), (0, 30_000))


def feature(kind: str, coordinates: Any, key: Any = "w", **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "id": key, "properties": properties, "geometry": geometry}


def got(*features: Any, **options: Any) -> BarriersFromGeoJSON:
    collection = {"type": "FeatureCollection", "features": list(features)}
    return barriers_from_geojson(collection, **({"origin": (0, 0), "crs": "metric"} | options))


class TestWhatIsRead:
    @pytest.mark.parametrize(
        ("given", "barriers"),
        [
            (feature("LineString", WALL), [Barrier(corners=((0, 0), (90_000, 0)), name="w")]),
            (feature("LineString", WALL, name="北墙"), [Barrier(corners=((0, 0), (90_000, 0)), name="北墙")]),
            (feature("LineString", WALL, 7), [Barrier(corners=((0, 0), (90_000, 0)), name="7")]),
            (feature("LineString", WALL, None), [Barrier(corners=((0, 0), (90_000, 0)))]),
            (feature("LineString", WALL, name=""), [Barrier(corners=((0, 0), (90_000, 0)), name="w")]),
            (feature("Polygon", [RING]), [Barrier(corners=CORNERS, area=True, name="w")]),
            (
                feature("Polygon", [RING, ISLAND]),
                [
                    Barrier(
                        corners=CORNERS,
                        area=True,
                        holes=[[(10_000, 10_000), (20_000, 10_000), (20_000, 20_000)]],
                        name="w",
                    )
                ],
            ),
            (
                feature("MultiLineString", [WALL, [[0, 9], [9, 9]]]),
                [Barrier(corners=c, name="w") for c in (((0, 0), (90_000, 0)), ((0, 9_000), (9_000, 9_000)))],
            ),
            (feature("MultiPolygon", [[RING], [RING]]), [Barrier(corners=CORNERS, area=True, name="w")] * 2),
        ],
    )
    def test_lines_and_areas(self, given: Any, barriers: list[Barrier]) -> None:
        made = got(given)
        assert made.barriers == tuple(barriers)
        assert made.report.findings == ()
        assert got(given, origin=(1, 0)).barriers[0].corners[0] == (-1_000, barriers[0].corners[0][1])

    @pytest.mark.parametrize("place", [0, 2])
    def test_crossings_name_what_they_cross(self, place: int) -> None:
        features = [feature("MultiLineString", [WALL, [[0, 50], [90, 50]]], 3), feature("Polygon", [RING], "river")]
        ways = [
            feature("Point", [20, 50], None, crosses=3),
            feature("LineString", [[20, -1], [20, 31]], None, crosses="river"),
            feature("LineString", [[30, -1], [30, 31]], None, crosses="river"),
        ]
        made = got(*features[:place], *ways, *features[place:])
        assert [one.crossings for one in made.barriers] == [
            (),
            (((20_000, 50_000),),),
            (((20_000, -1_000), (20_000, 31_000)), ((30_000, -1_000), (30_000, 31_000))),
        ]
        assert made.report.findings == ()
        assert made.report.complete

    def test_barriers_lie_on_the_plane_of_the_buildings(self) -> None:
        def square(west: float, key: str) -> dict[str, Any]:
            east, south, north = west + 0.0001, 31.0, 31.0001
            ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
            return feature("Polygon", [ring], key, households=9)

        collection = {"type": "FeatureCollection", "features": [square(120, "A"), square(120.0002, "B")]}
        homes = neighbourhood_from_geojson(collection, id="N", community="C")
        wall = feature("LineString", [[120.00015, 30.999], [120.00015, 31.001]])
        for given in (wall, json.dumps(wall)):
            made = barriers_from_geojson(given, origin=homes.origin)
            assert adjacency(homes.neighbourhood.buildings) == (("A", "B"),)
            assert adjacency(homes.neighbourhood.buildings, barriers=made.barriers) == ()


class TestWhatIsFound:
    @pytest.mark.parametrize(
        ("given", "found"),
        [
            (feature("Point", [1, 2]), ("PBB08", "/features/0/geometry/type")),
            (feature("LineString", WALL) | {"geometry": None}, ("PBB02", "/features/0/geometry")),
            (feature("LineString", 3), ("PBB02", "/features/0/geometry/coordinates")),
            (feature("LineString", []), ("PBB02", "/features/0/geometry/coordinates")),
            (feature("LineString", [[0, 0]]), ("PBB09", "/features/0")),
            (feature("LineString", [[0, 0], [0, 0]]), ("PBB09", "/features/0")),
            (feature("LineString", [[0, 0], ["1", 0]]), ("PBB02", "/features/0/geometry/coordinates/1/0")),
            (feature("LineString", [[0, 0], [float("nan"), 0]]), ("PBB12", "/features/0/geometry/coordinates/1/0")),
            (feature("LineString", [[0, 0], [1e9, 0]]), ("PBB09", "/features/0")),
            (feature("Polygon", [RING[:2]]), ("PBB35", "/features/0/geometry/coordinates/0")),
            (feature("Polygon", []), ("PBB02", "/features/0/geometry/coordinates")),
            (feature("MultiPolygon", [[]]), ("PBB02", "/features/0/geometry/coordinates/0")),
            (feature("LineString", WALL, 1.5), ("PBB02", "/features/0/id")),
            (feature("LineString", WALL, name=3), ("PBB02", "/features/0/properties/name")),
            (feature("LineString", WALL, name="x" * 201), ("PBB09", "/features/0")),
            (feature("LineString", WALL, crosses="x"), ("PBB09", "/features/0")),
            (feature("LineString", WALL, crosses=[1]), ("PBB02", "/features/0/properties/crosses")),
            (feature("Polygon", [RING], crosses="x"), ("PBB08", "/features/0/geometry/type")),
            (feature("Point", ["a"], crosses="x"), ("PBB02", "/features/0/geometry/coordinates")),
            ({"type": "Topology"}, ("PBB02", "/features/0")),
        ],
    )
    def test_what_loses_a_barrier(self, given: Any, found: tuple[str, str]) -> None:
        made = got(given)
        assert [(f.code, f.at) for f in made.report.findings] == [found]
        assert (made.barriers, made.report.complete) == ((), False)
        for finding in made.report.findings:
            assert all(finding.message(lang) and finding.fix(lang) for lang in ("zh", "en"))

    def test_a_crossing_of_what_was_lost_is_not_told_again(self) -> None:
        for lost in (feature("LineString", [[0, 0]]), feature("LineString", 3)):
            made = got(lost, feature("Point", [1, 0], None, crosses="w"))
            assert [f.at for f in made.report.findings if f.at] == [made.report.findings[0].at]

    def test_a_ring_that_is_not_closed_is_read_all_the_same(self) -> None:
        made = got(feature("Polygon", [RING[:-1]]))
        assert [(f.code, f.severity) for f in made.report.findings] == [("PBB32", Severity.WARNING)]
        assert made.barriers[0].corners == CORNERS

    @pytest.mark.parametrize(("given", "code"), [(3, "PBB01"), ("{", "PBB10"), ({"type": "Topology"}, "PBB08")])
    def test_what_is_no_collection(self, given: Any, code: str) -> None:
        made = barriers_from_geojson(given, origin=(0, 0))
        assert [f.code for f in made.report.findings] == [code]
        assert (made.barriers, made.report.complete) == ((), False)

    def test_misuse(self) -> None:
        with pytest.raises(InvalidValueError, match="no such system"):
            got(crs="wgs84")
        with pytest.raises(InvalidValueError, match="is no position"):
            got(origin=None)
