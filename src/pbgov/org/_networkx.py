"""The organisation graph as a networkx graph, and back: for everything networkx can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import networkx as nx

from pbgov.base import Table, both
from pbgov.errors import InvalidValueError, StructureError
from pbgov.org._graph import OrgGraph
from pbgov.org._records import Body, Tie, Unit

if TYPE_CHECKING:
    from collections.abc import Hashable

    Graph = nx.MultiDiGraph[Hashable]


def to_networkx(graph: OrgGraph) -> Graph:
    """Give the graph as a frozen ``MultiDiGraph``.

    Nodes are units and bodies, with their columns and ``type`` as attributes; other ends of ties are bare nodes
    of type ``"other"``. Edges run from child to ``parent``, from body to ``host``, and from a tie's source to its
    target; the edge key is the relation, for ties the tie's identifier (with ``~`` after it where that is the name
    of a relation).

    Raises:
        StructureError: A unit and a body share an identifier, which would be one node.
    """
    shared = [key for key in graph.units if key in graph.bodies]
    if shared:
        raise StructureError(both("networkx.shared", ids=", ".join(shared)), *shared)
    drawn: Graph = nx.MultiDiGraph()
    rows: tuple[Unit | Body, ...] = (*graph.units.values(), *graph.bodies.values())
    for row in rows:
        drawn.add_node(row.id, type=type(row).__name__.lower(), **_columns(row))
    for unit in graph.units.values():
        if unit.parent is not None:
            drawn.add_edge(unit.id, unit.parent, key="parent", kind="parent")
    for body in graph.bodies.values():
        drawn.add_edge(body.id, body.host, key="host", kind="host")
    for tie in graph.ties.values():
        key = f"{tie.id}~" if tie.id in {"parent", "host"} else tie.id
        drawn.add_edge(tie.source, tie.target, key=key, type="tie", **_columns(tie))
    for node in drawn:
        drawn.nodes[node].setdefault("type", "other")
    nx.freeze(drawn)  # pyright: ignore[reportUnknownMemberType] # its stub leaves the type of the answer open
    return drawn


def from_networkx(drawn: Graph) -> OrgGraph:
    """Take back a graph that ``to_networkx`` could have given.

    Raises:
        StructureError: A node is no unit or body, or an edge no tie, that this library can read, or nodes and edges
            are not those that the columns tell of.
    """
    try:
        nodes = [dict(data) for _, data in drawn.nodes(data=True)]
        graph = OrgGraph(
            units=Table(Unit(**_row(data)) for data in nodes if data["type"] == "unit"),
            bodies=Table(Body(**_row(data)) for data in nodes if data["type"] == "body"),
            ties=Table(Tie(**_row(data)) for *_, data in drawn.edges(data=True) if data.get("type") == "tie"),
        )
        hash(graph)  # a column that does not hash is of the wrong type
        told = to_networkx(graph)
    except (AttributeError, KeyError, TypeError, InvalidValueError) as error:
        raise StructureError(both("networkx.shape", detail=str(error)), drawn) from error
    strange = [n for n in drawn if n not in told or (told.nodes[n], told.adj[n]) != (drawn.nodes[n], drawn.adj[n])]
    if strange:
        raise StructureError(both("networkx.shape", detail=", ".join(map(repr, strange))), *strange)
    return graph


def _columns(row: Unit | Body | Tie) -> dict[str, object]:
    return {attribute.name: getattr(row, attribute.name) for attribute in attrs.fields(type(row))}


def _row(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "type"}
