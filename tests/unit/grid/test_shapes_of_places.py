"""Neighbourhoods that are empty, single or fall apart: what everything that reads one says of them."""

from __future__ import annotations

from typing import Any

import pytest

from pbgov.boundary import neighbourhood_from_geojson, to_geojson
from pbgov.errors import UnknownIdError
from pbgov.grid import Building, GridPlan, Neighbourhood, adjacency, from_networkx, to_networkx


def at(name: str, x: int) -> Building:
    return Building(id=name, households=7, x=x, y=0)


def place(*buildings: Building, edges: Any = ()) -> Neighbourhood:
    return Neighbourhood(id="N", community="C", buildings=buildings, edges=edges)


EMPTY = place()
SINGLE = place(at("A", 0))
UNPLACED = place(Building(id="A", households=7))
PAIR = place(at("A", 0), at("B", 5), edges=[("A", "B")])
APART = place(at("A", 0), at("B", 5), at("C", 900_000), at("D", 900_009), edges=[("A", "B"), ("C", "D")])
DUST = place(at("A", 0), at("B", 500_000), at("C", 900_000))
ALL = {"empty": EMPTY, "single": SINGLE, "unplaced": UNPLACED, "pair": PAIR, "apart": APART, "dust": DUST}


@pytest.mark.parametrize(
    ("name", "households", "links", "components"),
    [
        ("empty", 0, (), ()),
        ("single", 7, ((),), (("A",),)),
        ("unplaced", 7, ((),), (("A",),)),
        ("pair", 14, ((1,), (0,)), (("A", "B"),)),
        ("apart", 28, ((1,), (0,), (3,), (2,)), (("A", "B"), ("C", "D"))),
        ("dust", 21, ((), (), ()), (("A",), ("B",), ("C",))),
    ],
)
def test_what_it_says_of_itself(name: str, households: int, links: Any, components: Any) -> None:
    one = ALL[name]
    assert (one.households, one.links, one.components()) == (households, links, components)
    assert one.positions == {building.id: n for n, building in enumerate(one.buildings)}
    for building, near in zip(one.buildings, links, strict=True):
        assert one.building(building.id) is building
        assert one.neighbours(building.id) == tuple(one.buildings[n].id for n in near)
    for ask in (one.building, one.neighbours):
        with pytest.raises(UnknownIdError, match="has no building 'Z'"):
            ask("Z")


@pytest.mark.parametrize("name", ALL)
def test_networkx_gives_it_back(name: str) -> None:
    graph = to_networkx(ALL[name])
    assert (len(graph), graph.number_of_edges()) == (len(ALL[name].buildings), len(ALL[name].edges))
    assert from_networkx(graph) == ALL[name]


@pytest.mark.parametrize("name", ALL)
def test_geojson_gives_it_back_but_for_the_edges(name: str) -> None:
    one = ALL[name]
    assert len(one.__geo_interface__["features"]) == len(one.buildings)
    for crs, origin in (("lonlat", (120.6, 31.3)), ("metric", (7.0, -9.0))):
        made = to_geojson(one, origin=origin, crs=crs)  # type: ignore[arg-type]
        got = neighbourhood_from_geojson(made, id="N", community="C", origin=origin, crs=crs)  # type: ignore[arg-type]
        assert got.report.findings == ()
        assert got.neighbourhood == place(*one.buildings)


@pytest.mark.parametrize(
    ("name", "near", "joined"),
    [
        ("empty", (), ()),
        ("single", (), ()),
        ("unplaced", (), ()),
        ("pair", (("A", "B"),), (("A", "B"),)),
        ("apart", (("A", "B"), ("C", "D")), (("A", "B"), ("B", "C"), ("C", "D"))),
        ("dust", (), (("A", "B"), ("B", "C"))),
    ],
)
def test_who_is_next_to_whom(name: str, near: Any, joined: Any) -> None:
    buildings = ALL[name].buildings
    assert adjacency(buildings, unplaced="alone") == near
    assert adjacency(buildings, connect=10**9, unplaced="alone") == joined


def test_a_plan_of_nobody() -> None:
    plan = GridPlan(neighbourhood=EMPTY, grids=[])
    assert plan.__geo_interface__ == EMPTY.__geo_interface__
    assert len(to_networkx(plan)) == 0
