"""GeoJSON in: outlines and points become buildings, and what does not is said."""

from __future__ import annotations

import json
from math import cos, radians
from typing import Any

import pytest

from pbgov.base import Severity, Verdict
from pbgov.boundary import FromGeoJSON, neighbourhood_from_geojson, parse, to_geojson
from pbgov.errors import InvalidValueError
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood
from tests.unit.boundary.test_read import document

RING = [[120.0, 31.0], [120.001, 31.0], [120.001, 31.001], [120.0, 31.001], [120.0, 31.0]]
METRES = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]


def feature(key: Any = "B1", kind: str = "Polygon", coordinates: Any = (RING,), **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": key,
        "properties": {"households": 3} | properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def got(*features: Any, **options: Any) -> FromGeoJSON:
    collection = {"type": "FeatureCollection", "features": list(features)}
    return neighbourhood_from_geojson(collection, id="N", community="A", **options)


def codes(*features: Any, **options: Any) -> list[tuple[str, str | None]]:
    return [(f.code, f.at) for f in got(*features, **options).report.findings]


class TestWhatIsRead:
    def test_an_outline_in_millimetres(self) -> None:
        made = got(feature(kind="Polygon", coordinates=[METRES]), crs="metric", origin=(0, 0))
        [building] = made.neighbourhood.buildings
        assert building.outline == ((0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000))
        assert (building.x, building.y) == (5_000, 5_000)
        assert made.report.ok

    def test_degrees_have_the_length_they_have_there(self) -> None:
        outline = got(feature()).neighbourhood.buildings[0].outline
        east, north = outline[2][0] - outline[0][0], outline[2][1] - outline[0][1]
        assert east == pytest.approx(111_320 * cos(radians(31)) * 1.0009, rel=1e-3)  # a thousandth of a degree, in mm
        assert north == pytest.approx(110_870, rel=1e-3)

    def test_points_and_features_without_a_place(self) -> None:
        made = got(feature("B1", "Point", [120, 31, 5]), feature("B2") | {"geometry": None}).neighbourhood
        assert [(b.x, b.y, b.outline) for b in made.buildings] == [(0, 0, ()), (None, None, ())]

    def test_properties_by_other_names_and_numbers_as_identifiers(self) -> None:
        made = got(feature(7, block=2, floors=6), properties={"compound": "block"}).neighbourhood
        assert (made.buildings[0].id, made.buildings[0].compound, made.buildings[0].floors) == ("7", "2", 6)

    @pytest.mark.parametrize("given", [["2", "1"], [2, 1]])
    def test_entrances_are_identifiers(self, given: list[Any]) -> None:
        assert got(feature(entrances=given)).neighbourhood.buildings[0].entrances == ("1", "2")

    def test_what_has_a_geo_interface(self) -> None:
        class Frame:
            __geo_interface__ = {"type": "FeatureCollection", "features": (feature(),)}  # noqa: RUF012 - as such are

        assert neighbourhood_from_geojson(Frame(), id="N", community="A") == got(feature())
        assert neighbourhood_from_geojson(json.dumps(feature()), id="N", community="A") == got(feature())

    def test_a_row_of_a_document(self) -> None:
        made = got(feature())
        assert parse(document(neighbourhoods=[made.row()])).neighbourhoods["N"] == made.neighbourhood

    def test_across_the_antimeridian(self) -> None:
        ring = [[179.999, 0], [-179.999, 0], [-179.999, 0.001], [179.999, 0.001], [179.999, 0]]
        made = got(feature(coordinates=[ring]))
        assert abs(made.origin[0]) == pytest.approx(180)
        assert max(x for x, _ in made.neighbourhood.buildings[0].outline) == pytest.approx(111_320, rel=1e-3)


class TestWhatIsFound:
    def test_households_are_never_made_up(self) -> None:
        silent = feature(households=None)
        made = got(silent, feature("B2"))
        [finding] = made.report.findings
        assert (finding.code, finding.verdict, finding.subject) == ("PBB30", Verdict.UNKNOWN, "B1")
        assert finding.at == "/features/0/properties/households"
        assert (made.report.complete, [b.id for b in made.neighbourhood.buildings]) == (False, ["B2"])
        assert got(silent, households={"B1": 9}).neighbourhood.households == 9

    @pytest.mark.parametrize(
        ("given", "found"),
        [
            (feature(kind="Point", coordinates=[31, 120]), ("PBB31", "/features/0/geometry/coordinates")),
            (feature(kind="Point", coordinates=[200, 120]), ("PBB36", "/features/0/geometry/coordinates")),
            (feature(kind="Point", coordinates=[float("nan"), 1]), ("PBB12", "/features/0/geometry/coordinates/0")),
            (feature(kind="Point", coordinates=["1", 1]), ("PBB02", "/features/0/geometry/coordinates/0")),
            (feature(kind="Point", coordinates=[1]), ("PBB02", "/features/0/geometry/coordinates")),
            (feature(kind="Point", coordinates=[10**400, 1]), ("PBB06", "/features/0/geometry/coordinates/0")),
            (feature(kind="LineString", coordinates=RING), ("PBB08", "/features/0/geometry/type")),
            (feature(coordinates=[RING[:2]]), ("PBB35", "/features/0/geometry/coordinates/0")),
            (feature(coordinates=[[[0, 0], [1, 1], [2, 2], [0, 0]]]), ("PBB35", "/features/0/geometry/coordinates/0")),
            (feature(coordinates=[]), ("PBB02", "/features/0/geometry/coordinates")),
            (feature(coordinates=[3]), ("PBB02", "/features/0/geometry/coordinates/0")),
            (feature(kind="MultiPolygon", coordinates=3), ("PBB02", "/features/0/geometry/coordinates")),
            (feature() | {"geometry": 3}, ("PBB02", "/features/0/geometry")),
            (feature(households=-1), ("PBB06", "/features/0/properties/households")),
            (feature("a b"), ("PBB05", "/features/0/id")),
            (feature(entrances="1, 2"), ("PBB02", "/features/0/properties/entrances")),
            (feature(entrances=["a b"]), ("PBB05", "/features/0/properties/entrances/0")),
            (feature(entrances=["1", "1"]), ("PBB09", "/features/0")),
            (feature(None), ("PBB03", "/features/0/id")),
            (3, ("PBB02", "/features/0")),
        ],
    )
    def test_what_loses_a_building(self, given: Any, found: tuple[str, str]) -> None:
        made = got(given)
        assert [(f.code, f.at) for f in made.report.findings] == [found]
        assert not made.neighbourhood.buildings
        assert not made.report.complete
        for finding in made.report.findings:
            assert all(finding.message(lang) and finding.fix(lang) for lang in ("zh", "en"))

    def test_what_is_only_said(self) -> None:
        hole = [[120.0002, 31.0002], [120.0004, 31.0002], [120.0004, 31.0004], [120.0002, 31.0002]]
        made = got(
            feature("B1", coordinates=[RING[:-1]]),
            feature("B2", coordinates=[RING, hole]),
            feature("B3", "MultiPolygon", [[hole], [RING]]),
        )
        assert [(f.code, f.severity) for f in made.report.findings] == [
            ("PBB32", Severity.WARNING),
            ("PBB33", Severity.INFO),
            ("PBB34", Severity.INFO),
        ]
        outlines = {b.outline for b in made.neighbourhood.buildings}
        assert len(outlines) == 1
        assert made.report.ok

    def test_one_identifier_twice(self) -> None:
        assert codes(feature(), feature()) == [("PBB14", "/features/1")]

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            (3, "PBB01"), ("{", "PBB10"), ({"type": "Topology"}, "PBB08"), ({"type": "FeatureCollection"}, "PBB02"),
            ('{"type": "FeatureCollection", "features": [], "features": []}', "PBB11"),
        ],
    )  # fmt: skip
    def test_what_is_no_collection(self, given: Any, code: str) -> None:
        made = neighbourhood_from_geojson(given, id="N", community="A")
        assert [f.code for f in made.report.findings] == [code]
        assert not made.neighbourhood.buildings

    def test_misuse(self) -> None:
        with pytest.raises(InvalidValueError, match="no such system"):
            got(crs="wgs84")
        with pytest.raises(InvalidValueError, match="is no position"):
            got(origin=(500, 3))


class TestWhatGoesOut:
    @pytest.mark.parametrize("origin", [(120.61302, 31.30642), (0, 0), (-179.9999, -60), (180.0, 71.5)])
    def test_what_was_read_goes_out_and_comes_back_to_the_millimetre(self, origin: tuple[float, float]) -> None:
        corners = [(0, 0), (999_999, 1), (-345_678, 1_000_001), (-1_000_003, -7)]
        home = Building(id="B1", households=3, residents=9, floors=6, compound="K", outline=corners, entrances=["2"])
        metric = neighbourhood_from_geojson(
            Neighbourhood(id="N", community="A", buildings=[home, Building(id="B2", households=0, x=12, y=-34)]),
            id="N",
            community="A",
            crs="metric",
            origin=(0, 0),
        ).neighbourhood
        made = to_geojson(metric, origin=origin)
        again = neighbourhood_from_geojson(json.dumps(made), id="N", community="A", origin=origin)
        assert again.neighbourhood == metric
        assert again.report.findings == ()
        assert to_geojson(again.neighbourhood, origin=again.origin) == made

    def test_an_outline_beside_a_position(self) -> None:
        home = Building(id="B1", households=3, x=1_000, y=2_000, outline=[(0, 0), (9_000, 0), (0, 9_000)])
        place = Neighbourhood(id="N", community="A", buildings=[home])
        made: Any = to_geojson(place, origin=(100, 200), crs="metric")
        assert made["features"][0]["properties"]["position"] == [101, 202]
        assert made["features"][0]["geometry"]["coordinates"] == [[[100, 200], [109, 200], [100, 209], [100, 200]]]
        assert made["id"] == "N"

    def test_a_plan_has_grids(self) -> None:
        place = got(feature()).neighbourhood
        plan = GridPlan(neighbourhood=place, grids=[Grid(id="G", neighbourhood="N", members=["B1"])])
        made: Any = to_geojson(plan, origin=(120, 31))
        assert made["features"][0]["properties"] == {"households": 3, "grid": "G", "position": [120.0, 31.0]}

    def test_misuse(self) -> None:
        place = Neighbourhood(id="N", community="A")
        for options in ({"crs": "wgs84"}, {"crs": ["lonlat"]}):
            with pytest.raises(InvalidValueError, match=r"no such system.* / 坐标系"):
                to_geojson(place, origin=(1, 2), **options)
        for origin in ((500, 3), (1, 2, 3), None, ("1", 2), (float("nan"), 1)):
            with pytest.raises(InvalidValueError, match=r"is no position.* / 原点"):
                to_geojson(place, origin=origin)  # type: ignore[arg-type]
        with pytest.raises(InvalidValueError, match=r"3 is no neighbourhood and no plan; .* / 3不是小区图"):
            to_geojson(3, origin=(1, 2))  # type: ignore[arg-type]
