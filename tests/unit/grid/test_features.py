"""``__geo_interface__``: what maps and tables of shapes take, in metres on the plane."""

from __future__ import annotations

import json
from typing import Any

import shapely
from shapely.geometry import shape

from pbgov.boundary import neighbourhood_from_geojson
from pbgov.grid import Building, Grid, GridPlan, Neighbourhood

CORNERS = ((0, 0), (12_345, 1), (12_345, 9_000))
KNOWN = Building(
    id="A",
    households=9,
    residents=20,
    floors=6,
    compound="K",
    x=4_000,
    y=1_500,
    outline=CORNERS,
    entrances=["A-2", "A-1"],
)
POINT = Building(id="B", households=0, x=-1, y=2_500)
DRAWN = Building(id="C", households=3, outline=CORNERS[::-1])
LOST = Building(id="D", households=4)
PLACE = Neighbourhood(id="N", community="C", name="东园", buildings=[KNOWN, POINT, DRAWN, LOST], edges=[("A", "B")])


def test_a_neighbourhood_is_a_collection_of_features() -> None:
    made = PLACE.__geo_interface__
    ring = [[0.0, 0.0], [12.345, 0.001], [12.345, 9.0], [0.0, 0.0]]
    assert made == {
        "type": "FeatureCollection",
        "id": "N",
        "properties": {"community": "C", "name": "东园"},
        "features": [
            {
                "type": "Feature",
                "id": "A",
                "properties": {
                    "households": 9,
                    "residents": 20,
                    "floors": 6,
                    "compound": "K",
                    "entrances": ["A-1", "A-2"],
                    "position": [4.0, 1.5],
                },
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            },
            {
                "type": "Feature",
                "id": "B",
                "properties": {"households": 0},
                "geometry": {"type": "Point", "coordinates": [-0.001, 2.5]},
            },
            {
                "type": "Feature",
                "id": "C",
                "properties": {"households": 3},
                "geometry": {"type": "Polygon", "coordinates": [[ring[2], ring[1], ring[0], ring[2]]]},
            },
            {"type": "Feature", "id": "D", "properties": {"households": 4}, "geometry": None},
        ],
    }
    assert json.loads(json.dumps(made)) == made


def test_a_plan_says_the_grids_too() -> None:
    grids = [Grid(id="G1", neighbourhood="N", members=["A", "D"]), Grid(id="G2", neighbourhood="N", members=["B", "C"])]
    plan = GridPlan(neighbourhood=PLACE, grids=grids)
    made = plan.__geo_interface__
    assert [feature["properties"].pop("grid") for feature in made["features"]] == ["G1", "G2", "G2", "G1"]
    assert made == PLACE.__geo_interface__


def test_shapely_takes_it() -> None:
    shapes = [shape(one["geometry"]) for one in PLACE.__geo_interface__["features"] if one["geometry"] is not None]
    assert [one.geom_type for one in shapes] == ["Polygon", "Point", "Polygon"]
    assert shapes[0].equals(shapely.Polygon([(x / 1_000, y / 1_000) for x, y in CORNERS]))


def test_nobody_is_a_collection_of_nothing() -> None:
    made: dict[str, Any] = Neighbourhood(id="N", community="C").__geo_interface__
    assert made == {"type": "FeatureCollection", "id": "N", "properties": {"community": "C"}, "features": []}


def test_what_goes_out_comes_back() -> None:
    got = neighbourhood_from_geojson(PLACE, id="N", community="C", name="东园", crs="metric", origin=(0, 0))
    assert got.report.findings == ()
    kept = ("id", "households", "residents", "floors", "compound", "outline", "entrances")
    for name in kept:
        assert [getattr(b, name) for b in got.neighbourhood.buildings] == [getattr(b, name) for b in PLACE.buildings]
    assert got.neighbourhood.building("B") == POINT
    assert got.neighbourhood.building("D") == LOST
