"""The neighbourhood as a networkx graph, and back. networkx is loaded when one of these is called, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pbgov.base import both
from pbgov.errors import InvalidValueError
from pbgov.grid._places import Building, Neighbourhood
from pbgov.grid._plan import GridPlan

if TYPE_CHECKING:
    import networkx as nx

_OF_BUILDING: Final = ("households", "residents", "floors", "compound", "x", "y", "outline", "entrances")
_OF_PLACE: Final = ("id", "community", "name", "start", "end", "made_up")


def to_networkx(place: Neighbourhood | GridPlan) -> nx.Graph[str]:
    """Give a new graph: buildings as nodes, adjacency as edges.

    Args:
        place: A neighbourhood, or a plan of one.

    Returns:
        A graph whose nodes carry what is known of each building, and whose own attributes say which neighbourhood
        it is. Of a plan, each node carries its ``grid`` too, and each edge ``cut``: whether a border crosses it.

    Raises:
        InvalidValueError: It is neither of the two.

    Examples:
        >>> from pbgov.grid import Building, Neighbourhood
        >>> pair = [Building(id="B1", households=150), Building(id="B2", households=90)]
        >>> graph = to_networkx(Neighbourhood(id="N1", community="C1", buildings=pair, edges=[("B1", "B2")]))
        >>> graph.nodes["B2"]["households"], graph.has_edge("B2", "B1")
        (90, True)
    """
    if not isinstance(place, Neighbourhood | GridPlan):
        raise InvalidValueError(both("geojson.no_place", value=repr(place)), place)
    import networkx as nx  # noqa: PLC0415 - a view, loaded when first asked for

    plan = None if isinstance(place, Neighbourhood) else place
    whole = place if isinstance(place, Neighbourhood) else place.neighbourhood
    graph: nx.Graph[str] = nx.Graph(**{name: getattr(whole, name) for name in _OF_PLACE})
    for building in whole.buildings:
        graph.add_node(building.id, **{name: getattr(building, name) for name in _OF_BUILDING})
    graph.add_edges_from(whole.edges)
    if plan is not None:
        for building_id, grid in plan.homes.items():
            graph.nodes[building_id]["grid"] = grid
        for a, b in whole.edges:
            graph.edges[a, b]["cut"] = plan.homes[a] != plan.homes[b]
    return graph


def from_networkx(graph: nx.Graph[Any], **fields: Any) -> Neighbourhood:  # noqa: ANN401 - fields of a Neighbourhood
    """Read a neighbourhood from a graph shaped as ``to_networkx`` makes it.

    Args:
        graph: Nodes are identifiers of buildings and carry at least ``households``; other attributes than those
            of a ``Building`` are passed over.
        **fields: Fields of the ``Neighbourhood`` (``id``, ``community`` …) that the graph's own attributes lack,
            or have otherwise.

    Returns:
        The neighbourhood. The grids of a plan are not read.

    Raises:
        InvalidValueError: There is no graph, a node carries no ``households``, the graph has no ``id`` or
            ``community``, or a value is wrong.
        StructureError: A building is adjacent to itself.
    """
    import networkx as nx  # noqa: PLC0415 - loaded when first asked for

    if not isinstance(graph, nx.Graph):
        raise InvalidValueError(both("grid.no_graph", value=repr(graph)), graph)
    buildings: list[Building] = []
    for node, known in graph.nodes(data=True):
        if "households" not in known:
            raise InvalidValueError(both("grid.graph_node", id=str(node)), node)
        buildings.append(Building(id=node, **{name: known[name] for name in _OF_BUILDING if name in known}))
    own = {name: graph.graph[name] for name in _OF_PLACE if name in graph.graph} | fields
    for name in ("id", "community"):
        if name not in own:
            raise InvalidValueError(both("grid.graph_field", name=name), name)
    return Neighbourhood(buildings=buildings, edges=list(graph.edges()), **own)
