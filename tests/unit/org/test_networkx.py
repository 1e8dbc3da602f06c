from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from pbgov.base import Table
from pbgov.errors import StructureError
from pbgov.org import Body, OrgGraph, Tie, Unit

PLACE = OrgGraph(
    units=Table([Unit(id="C", kind="prefecture", level="city"), Unit(id="S", kind="subdistrict", parent="C")]),
    bodies=Table([Body(id="M", kind="joint_meeting", host="C")]),
    ties=Table(
        [Tie(id="T", kind="member", source="S", target="M"), Tie(id="U", kind="serves", source="P1", target="S")]
    ),
)
SHAPE = r"cannot be read as an organisation graph .* / 此图不能读成组织图"


def test_rows_are_nodes_and_relations_edges() -> None:
    drawn = PLACE.to_networkx()
    assert {node: data["type"] for node, data in drawn.nodes(data=True)} == {
        "C": "unit", "S": "unit", "M": "body", "P1": "other",
    }  # fmt: skip
    assert drawn.nodes["S"]["parent"] == "C"
    assert sorted(drawn.edges(keys=True)) == [
        ("M", "C", "host"), ("P1", "S", "U"), ("S", "C", "parent"), ("S", "M", "T"),
    ]  # fmt: skip
    assert drawn.edges["S", "M", "T"]["kind"] == "member"
    assert nx.is_frozen(drawn)
    assert OrgGraph.from_networkx(drawn) == PLACE


def test_a_tie_named_like_a_relation_hides_none() -> None:
    place = OrgGraph(
        units=PLACE.units,
        ties=Table([Tie(id="parent", kind="leads", source="S", target="C")]),
    )
    drawn = place.to_networkx()
    assert sorted(drawn["S"]["C"]) == ["parent", "parent~"]
    assert drawn.edges["S", "C", "parent"] == {"kind": "parent"}
    assert OrgGraph.from_networkx(drawn) == place


def test_a_unit_and_a_body_are_not_one_node() -> None:
    with pytest.raises(StructureError, match=r"share identifiers: C;.* / 既是单位又是机构的标识：C") as caught:
        OrgGraph(units=PLACE.units, bodies=Table([Body(id="C", kind="k", host="S")])).to_networkx()
    assert caught.value.culprits == ("C",)


def altered(alter: Callable[[Any], object]) -> Any:
    drawn: nx.MultiDiGraph[Any] = nx.MultiDiGraph(PLACE.to_networkx())
    alter(drawn)
    return drawn


@pytest.mark.parametrize(
    "drawn",
    [
        nx.path_graph(3),  # numbers for nodes, and nothing said of them
        altered(lambda g: g.add_node(7, type="unit", id=7, kind="k")),
        altered(lambda g: g.add_node("A", type="unit", id="A")),  # no kind
        altered(lambda g: g.add_node("A", type="unit", id="A", kind="k", colour="red")),
        altered(lambda g: g.add_node("A", kind="k")),  # no type
        altered(lambda g: g.nodes["S"].update(kind=5)),
        altered(lambda g: g.nodes["S"].update(name=None)),
        altered(lambda g: g.nodes["S"].update(start="2018-07-01")),
        altered(lambda g: g.nodes["M"].update(functions=["party"])),
        altered(lambda g: g.nodes["S"].update(id="C")),
        altered(lambda g: g.edges["S", "M", "T"].pop("target")),
        altered(lambda g: g.edges["S", "M", "T"].update(source="S 1")),
        None,
    ],
)
def test_a_graph_that_holds_no_rows_is_refused(drawn: Any) -> None:
    with pytest.raises(StructureError, match=SHAPE) as caught:
        OrgGraph.from_networkx(drawn)
    assert caught.value.culprits == (drawn,)


@pytest.mark.parametrize(
    ("drawn", "strange"),
    [
        (nx.relabel_nodes(PLACE.to_networkx(), {"S": "S2"}), ("P1", "S2")),
        (altered(lambda g: g.add_node(("a", 1), type="banana")), (("a", 1),)),
        (altered(lambda g: g.add_node("loose", type="other")), ("loose",)),
        (altered(lambda g: g.remove_edge("S", "C", "parent")), ("S",)),
        (altered(lambda g: g.add_edge("C", "S", key="parent", kind="parent")), ("C",)),
        (altered(lambda g: g.edges["S", "M", "T"].update(target="C")), ("S",)),
        (altered(lambda g: g.nodes["S"].update(id="S2")), ("S",)),
        (nx.MultiGraph(PLACE.to_networkx()), ("C", "S", "M")),
        (nx.DiGraph(PLACE.to_networkx()), ("S", "M")),
    ],
)
def test_a_graph_that_contradicts_its_columns_is_refused(drawn: Any, strange: tuple[object, ...]) -> None:
    with pytest.raises(StructureError, match=SHAPE) as caught:
        OrgGraph.from_networkx(drawn)
    assert set(strange) <= set(caught.value.culprits)
