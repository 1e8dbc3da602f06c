from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from pbgov.errors import InvalidValueError
from pbgov.grid import Building, Neighbourhood, from_networkx, partition, to_networkx
from tests.unit.grid.worlds import path


def test_nodes_carry_what_is_known() -> None:
    graph = to_networkx(path(120, 130))
    assert graph.graph["community"] == "C1"
    assert graph.nodes["B1"]["households"] == 130
    assert "grid" not in graph.nodes["B1"]


def test_every_field_of_a_building_goes_and_comes_back() -> None:
    corners = [(0, 0), (9_000, 0), (0, 9_000)]
    known = Building(
        id="B1",
        households=9,
        residents=20,
        floors=6,
        compound="K",
        x=1,
        y=2,
        outline=corners,
        entrances=["1", "2"],
    )
    place = Neighbourhood(id="N1", community="C1", buildings=[known, Building(id="B2", households=0)])
    assert from_networkx(to_networkx(place)) == place


def test_a_plan_marks_grids_and_borders() -> None:
    graph = to_networkx(partition(path(120, 130, 200)).plan)
    assert graph.nodes["B0"]["grid"] == graph.nodes["B1"]["grid"] == "N1-G1"
    assert [graph.edges[edge]["cut"] for edge in (("B0", "B1"), ("B1", "B2"))] == [False, True]


def test_any_graph_with_households_will_do() -> None:
    graph: nx.Graph[str] = nx.Graph([("B1", "B2")])
    for node in graph:
        graph.nodes[node]["households"] = 100
    place = from_networkx(graph, id="N1", community="C1", name="east")
    assert (place.name, place.households, place.edges) == ("east", 200, (("B1", "B2"),))


def test_a_node_without_households_is_named() -> None:
    with pytest.raises(InvalidValueError, match=r"node B1 of the graph has no attribute households.* / 图中节点B1没有"):
        from_networkx(nx.path_graph(["B1", "B2"]), id="N1", community="C1")


@pytest.mark.parametrize("fields", [{"id": "N1"}, {"community": "C1"}])
def test_the_neighbourhood_needs_its_identifiers(fields: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError, match=r"the graph has no attribute \w+; call .* / 图没有\w+属性"):
        from_networkx(nx.Graph(), **fields)


RESULT = partition(path(120, 130))


@pytest.mark.parametrize("given", [5, None, "N1", RESULT, [path(1)], nx.Graph()])
def test_only_a_place_or_a_plan_becomes_a_graph(given: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=r"is no neighbourhood and no plan; give .* / .*不是小区图或网格方案"
    ) as caught:
        to_networkx(given)
    assert caught.value.culprits == (given,)


@pytest.mark.parametrize("given", [5, None, "N1", RESULT, path(1), {"B1": {"B2": {}}}, nx.Graph])
def test_only_a_graph_is_read(given: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=r"is no graph of networkx; give a Graph.* / .*不是networkx图"
    ) as caught:
        from_networkx(given, id="N1", community="C1")
    assert caught.value.culprits == (given,)
