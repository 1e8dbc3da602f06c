from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import networkx as nx
import pytest

from pbgov.base import Table
from pbgov.errors import StructureError
from pbgov.org import Body, Holding, OrgGraph, Post, Tie, Unit

PLACE = OrgGraph(
    units=Table([Unit(id="C", kind="prefecture", level="city"), Unit(id="S", kind="subdistrict", parent="C")]),
    bodies=Table([Body(id="M", kind="joint_meeting", host="C")]),
    posts=Table([Post(id="P", kind="head", unit="S")]),
    holdings=Table([Holding(id="H", post="P", person="X", route="elected")]),
    ties=Table(
        [Tie(id="T", kind="member", source="S", target="M"), Tie(id="U", kind="serves", source="P1", target="S")]
    ),
)
SHAPE = r"cannot be read as an organisation graph"
SHAPE_ZH = "此图不能读成组织图：.*"
DAY = date(2018, 7, 1)


def test_rows_are_nodes_and_relations_edges() -> None:
    drawn = PLACE.to_networkx()
    assert {node: data["type"] for node, data in drawn.nodes(data=True)} == {
        "C": "unit", "S": "unit", "M": "body", "P": "post", "P1": "other",
    }  # fmt: skip
    assert drawn.nodes["S"]["parent"] == "C"
    assert sorted(drawn.edges(keys=True)) == [
        ("M", "C", "host"), ("P", "S", "unit"), ("P1", "S", "U"), ("S", "C", "parent"), ("S", "M", "T"),
    ]  # fmt: skip
    assert drawn.edges["S", "M", "T"]["kind"] == "member"
    assert nx.is_frozen(drawn)
    assert OrgGraph.from_networkx(drawn) == attrs.evolve(PLACE, holdings=Table())
    assert OrgGraph.from_networkx(PLACE.to_networkx(people=True)) == PLACE


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
    with pytest.raises(StructureError, match=r"share identifiers: C;.* / 单位、机构、职务共用的标识：C") as caught:
        OrgGraph(units=PLACE.units, bodies=Table([Body(id="C", kind="k", host="S")])).to_networkx()
    assert caught.value.culprits == ("C",)


def altered(alter: Callable[[Any], object]) -> Any:
    drawn: nx.MultiDiGraph[Any] = nx.MultiDiGraph(PLACE.to_networkx(people=True))
    alter(drawn)
    return drawn


@pytest.mark.parametrize(
    ("drawn", "culprits", "why"),
    [
        (altered(lambda g: g.add_node(7, type="unit", id=7, kind="k")), (7,), "node 7: id is no identifier"),
        (altered(lambda g: g.add_node("A", type="unit", id="A")), ("A",), "node 'A': it lacks kind"),
        (altered(lambda g: g.add_node("A", type="post", id="A")), ("A",), "node 'A': it lacks kind, unit"),
        (
            altered(lambda g: g.add_node("A", type="unit", id="A", kind="k", colour="red")),
            ("A",),
            "node 'A': there is no column 'colour'",
        ),
        (altered(lambda g: g.add_node("A", kind="k")), ("A",), "its type is None; use one of unit, body, post, other"),
        (altered(lambda g: g.add_node(("a", 1), type="banana")), (("a", 1),), r"node \('a', 1\): its type is 'banana'"),
        (altered(lambda g: g.add_node("A", type=["unit"])), ("A",), r"its type is \['unit'\]"),
        (altered(lambda g: g.nodes["S"].update(kind=5)), ("S",), "kind is no identifier"),
        (altered(lambda g: g.nodes["S"].update(name=None)), ("S",), "name is no name"),
        (altered(lambda g: g.nodes["S"].update(start="2018-07-01")), ("S",), "start should be a date"),
        (altered(lambda g: g.nodes["M"].update(functions=["party"])), ("M",), "unhashable type"),
        (altered(lambda g: g.edges["S", "M", "T"].pop("target")), ("S", "M", "T"), "'T'.: it lacks target"),
        (altered(lambda g: g.edges["S", "M", "T"].update(source="S 1")), ("S", "M", "T"), "source is no identifier"),
        (altered(lambda g: g.edges["S", "M", "T"].update(type="link")), ("S", "M", "T"), "use one of tie, holding. "),
        (altered(lambda g: g.edges["X", "P", "H"].update(route=3)), ("X", "P", "H"), "route is no identifier"),
        (altered(lambda g: g.nodes["S"].update(id="C")), ("C",), "C stand there more than once"),
        (nx.MultiGraph(PLACE.to_networkx()), None, "it is a MultiGraph and no networkx.MultiDiGraph"),
        (nx.DiGraph(PLACE.to_networkx()), None, "it is a DiGraph"),
        (nx.path_graph(3), None, "it is a Graph"),
        (None, None, "it is a NoneType"),
    ],
)
def test_a_graph_that_holds_no_rows_is_refused_and_the_node_or_edge_named(
    drawn: Any, culprits: tuple[object, ...] | None, why: str
) -> None:
    with pytest.raises(StructureError, match=f"{SHAPE}.*{why}.* / {SHAPE_ZH}") as caught:
        OrgGraph.from_networkx(drawn)
    assert caught.value.culprits == ((drawn,) if culprits is None else culprits)


@pytest.mark.parametrize(
    ("drawn", "strange"),
    [
        (nx.relabel_nodes(PLACE.to_networkx(), {"S": "S2"}), ("P1", "S2")),
        (altered(lambda g: g.add_node("loose", type="other")), ("loose",)),
        (altered(lambda g: g.remove_edge("S", "C", "parent")), ("S",)),
        (altered(lambda g: g.remove_edge("P", "S", "unit")), ("P",)),
        (altered(lambda g: g.add_edge("C", "S", key="parent", kind="parent")), ("C",)),
        (altered(lambda g: g.edges["S", "M", "T"].update(target="C")), ("S",)),
        (altered(lambda g: g.nodes["S"].update(id="S2")), ("S",)),
    ],
)
def test_a_graph_that_contradicts_its_columns_is_refused(drawn: Any, strange: tuple[object, ...]) -> None:
    with pytest.raises(
        StructureError, match=rf"{SHAPE}: the nodes .* contradict their columns.* / {SHAPE_ZH}"
    ) as caught:
        OrgGraph.from_networkx(drawn)
    assert set(strange) <= set(caught.value.culprits)


def test_the_graph_is_drawn_once_and_holds_no_people_unless_asked() -> None:
    assert PLACE.to_networkx() is PLACE.to_networkx()
    assert PLACE.to_networkx(people=True) is PLACE.to_networkx(people=True)
    assert "X" not in PLACE.to_networkx()
    assert "X" not in str(PLACE.to_networkx().nodes(data=True)) + str(PLACE.to_networkx().edges(data=True))
    drawn = PLACE.to_networkx(people=True)
    assert drawn.nodes["X"] == {"type": "other"}
    assert drawn.edges["X", "P", "H"]["route"] == "elected"


def test_a_graph_of_a_day_is_drawn_as_of_that_day() -> None:
    place = OrgGraph(units=Table([Unit(id="A", kind="k", end=DAY), Unit(id="B", kind="k", start=DAY)]))
    assert set(place.on(DAY).to_networkx()) == {"B"}
    assert OrgGraph.from_networkx(place.on(DAY).to_networkx()).units == place.on(DAY).units


def test_networkx_answers_what_this_library_does_not_ask_itself() -> None:
    downwards: nx.DiGraph[Any] = nx.DiGraph((above, below) for below, above in PLACE.to_networkx().edges())
    assert nx.immediate_dominators(downwards, "C")["P"] == "S"
