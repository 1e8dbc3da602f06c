"""The organisation graph as a networkx graph, and back: for everything networkx can do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

import attrs
import networkx as nx

from pbgov.base import Row, Table, both, parted
from pbgov.errors import InvalidValueError, StructureError
from pbgov.org._graph import OrgGraph
from pbgov.org._records import Body, Holding, Post, Tie, Unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    Graph: TypeAlias = nx.MultiDiGraph[Hashable]

R = TypeVar("R", bound=Row)
_NODES: Final[Mapping[str, type[Unit | Body | Post]]] = {"unit": Unit, "body": Body, "post": Post}
_EDGES: Final[Mapping[str, type[Tie | Holding]]] = {"tie": Tie, "holding": Holding}
_RELATIONS: Final = frozenset({"parent", "host", "unit"})  # the columns that are edges
_OTHER: Final = "other"


def to_networkx(graph: OrgGraph, *, people: bool) -> Graph:
    """Give the graph as a frozen ``MultiDiGraph``.

    Nodes are units, bodies and posts, with their columns and ``type`` as attributes; other ends of ties are bare
    nodes of type ``"other"``. Edges run from child to ``parent``, from body to ``host``, from post to ``unit``, and
    from a tie's source to its target; the edge key is the relation, for ties the tie's identifier (with ``~`` after
    it where that is the name of a relation). With ``people``, edges run from a person to each post held.

    Raises:
        StructureError: Units, bodies and posts share an identifier, which would be one node.
    """
    rows: tuple[Unit | Body | Post, ...] = (
        *graph.units.values(), *graph.bodies.values(), *graph.posts.values(),
    )  # fmt: skip
    _need_once([row.id for row in rows], "networkx.shared")
    drawn: Graph = nx.MultiDiGraph()
    for row in rows:
        drawn.add_node(row.id, type=type(row).__name__.lower(), **_columns(row))
    for unit in graph.units.values():
        if unit.parent is not None:
            drawn.add_edge(unit.id, unit.parent, key="parent", kind="parent")
    for body in graph.bodies.values():
        drawn.add_edge(body.id, body.host, key="host", kind="host")
    for post in graph.posts.values():
        drawn.add_edge(post.id, post.unit, key="unit", kind="unit")
    for tie in graph.ties.values():
        drawn.add_edge(tie.source, tie.target, key=_key(tie), type="tie", **_columns(tie))
    for holding in graph.holdings.values() if people else ():
        drawn.add_edge(holding.person, holding.post, key=_key(holding), type="holding", **_columns(holding))
    for node in drawn:
        drawn.nodes[node].setdefault("type", _OTHER)
    nx.freeze(drawn)  # pyright: ignore[reportUnknownMemberType] # its stub leaves the type of the answer open
    return drawn


def from_networkx(drawn: Graph) -> OrgGraph:
    """Take back a graph that ``to_networkx`` could have given.

    Raises:
        StructureError: A node is no unit, body or post, or an edge no tie or holding, that this library can read, or
            nodes and edges are not those that the columns tell of.
    """
    if not isinstance(drawn, nx.MultiDiGraph):
        raise StructureError(both("networkx.graph", kind=type(drawn).__name__), drawn)
    found: dict[type[Row], list[Any]] = {kind: [] for kind in (*_NODES.values(), *_EDGES.values())}
    for node, data in drawn.nodes(data=True):
        if data.get("type") != _OTHER:
            found[_kind(_NODES, data, "networkx.node", node)].append(_read(_NODES, data, "networkx.node", node))
    for source, target, key, data in drawn.edges(keys=True, data=True):
        if "type" in data:
            edge = (source, target, key)
            found[_kind(_EDGES, data, "networkx.edge", *edge)].append(_read(_EDGES, data, "networkx.edge", *edge))
    for rows in found.values():
        _need_once([row.id for row in rows], "networkx.twice")
    graph = OrgGraph(
        units=Table(found[Unit]),
        bodies=Table(found[Body]),
        posts=Table(found[Post]),
        holdings=Table(found[Holding]),
        ties=Table(found[Tie]),
    )
    told = graph.to_networkx(people=bool(graph.holdings))
    strange = [n for n in drawn if n not in told or (told.nodes[n], told.adj[n]) != (drawn.nodes[n], drawn.adj[n])]
    if strange:
        raise StructureError(both("networkx.told", node=", ".join(map(repr, strange))), *strange)
    return graph


def _key(row: Tie | Holding) -> str:
    return f"{row.id}~" if row.id in _RELATIONS else row.id


def _columns(row: Row) -> dict[str, object]:
    return {attribute.name: getattr(row, attribute.name) for attribute in attrs.fields(type(row))}


def _need_once(ids: list[str], key: str) -> None:
    twice = sorted(one for one, n in Counter(ids).items() if n > 1)
    if twice:
        raise StructureError(both(key, ids=", ".join(twice)), *twice)


def _kind(kinds: Mapping[str, type[R]], data: Mapping[str, Any], sentence: str, *where: object) -> type[R]:
    """Tell of which kind a node or an edge says it is."""
    told = data.get("type")
    if not isinstance(told, str) or told not in kinds:
        known = ", ".join((*kinds, _OTHER) if kinds is _NODES else kinds)
        raise _refused(sentence, both("networkx.type", value=repr(told), known=known), *where)
    return kinds[told]


def _read(kinds: Mapping[str, type[R]], data: Mapping[str, Any], sentence: str, *where: object) -> R:
    """Make the row that the attributes of a node or an edge tell of."""
    kind = _kind(kinds, data, sentence, *where)
    columns = {attribute.name: attribute.default is attrs.NOTHING for attribute in attrs.fields(kind)}
    cells = {name: value for name, value in data.items() if name != "type"}
    lacking = [name for name, needed in columns.items() if needed and name not in cells]
    strange = [repr(name) for name in cells if name not in columns]
    if lacking or strange:
        what = both("networkx.lacks" if lacking else "networkx.strange", columns=", ".join(lacking or strange))
        raise _refused(sentence, what, *where)
    try:
        row = kind(**cells)
        hash(row)  # a column that does not hash is of the wrong type
    except (AttributeError, TypeError, InvalidValueError) as error:
        raise _refused(sentence, str(error), *where) from error
    return row


def _refused(sentence: str, why: str, *where: object) -> StructureError:
    place = where[0] if len(where) == 1 else where
    return StructureError(both(sentence, node=repr(place), why=parted(why)), *cast("tuple[Any, ...]", where))
