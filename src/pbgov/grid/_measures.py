"""Measures: small functions of a plan. Whole numbers in, whole numbers out."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from pbgov.base import Band, FrozenMap
from pbgov.grid._checks import as_ids, need_band
from pbgov.grid._places import Neighbourhood, connected_parts, need_neighbourhood
from pbgov.grid._plan import GridPlan, need_plan


@attrs.frozen(kw_only=True)
class Splits:
    """How a plan divides compounds (小区).

    Attributes:
        extra: Pieces more than compounds: the sum over compounds of (grids that hold part of it - 1).
        touched: Compounds that lie in more than one grid, in order.
    """

    extra: int
    touched: tuple[str, ...]


def pieces_of(place: Neighbourhood, members: Iterable[str]) -> int | None:
    """Count the pieces into which some buildings of a neighbourhood fall; those that it does not have are passed over.

    Returns:
        The number; ``None`` where there are several buildings and nobody recorded which of them lie side by side.

    Raises:
        InvalidValueError: There is no neighbourhood, or no identifiers of buildings are given.

    Examples:
        >>> from pbgov.grid import Building, Neighbourhood
        >>> towers = [Building(id=f"B{i}", households=1) for i in range(3)]
        >>> row = Neighbourhood(id="N1", community="C1", buildings=towers, edges=[("B0", "B1"), ("B1", "B2")])
        >>> pieces_of(row, ["B0", "B1"]), pieces_of(row, ["B0", "B2"])
        (1, 2)
    """
    need_neighbourhood(place)
    known = [place.positions[member] for member in as_ids("members", members) if member in place.positions]
    return None if len(known) > 1 and not place.edges else len(connected_parts(place.links, known))


def deviation(plan: GridPlan, band: Band) -> FrozenMap[str, int]:
    """How far each grid lies outside a band of households.

    Args:
        plan: The division to measure.
        band: Households (户) a grid should hold, both ends allowed.

    Returns:
        Households over (positive) or under (negative), by grid; 0 inside.

    Raises:
        InvalidValueError: There is no plan, or no band of whole numbers.

    Examples:
        >>> from pbgov.base import Band
        >>> from pbgov.grid import Building, Grid, GridPlan, Neighbourhood
        >>> place = Neighbourhood(id="N1", community="C1", buildings=[Building(id="B1", households=310)])
        >>> plan = GridPlan(neighbourhood=place, grids=[Grid(id="G1", neighbourhood="N1", members=["B1"])])
        >>> deviation(plan, Band(200, 300))
        FrozenMap({'G1': 10})
    """
    need_plan(plan)
    need_band("band", band)
    return FrozenMap({grid: band.distance(n) for grid, n in plan.households().items()})


def cut(plan: GridPlan) -> int:
    """Count the edges between buildings of different grids: the length of all borders together.

    Raises:
        InvalidValueError: There is no plan.
    """
    need_plan(plan)
    homes = plan.homes
    return sum(homes[a] != homes[b] for a, b in plan.neighbourhood.edges)


def compounds_split(plan: GridPlan) -> Splits:
    """Count how often compounds are split; a building of no compound counts for none.

    Raises:
        InvalidValueError: There is no plan.

    Examples:
        >>> from pbgov.grid import Building, Grid, GridPlan, Neighbourhood
        >>> towers = [Building(id=f"B{i}", households=200, compound="east") for i in range(3)]
        >>> place = Neighbourhood(id="N1", community="C1", buildings=towers)
        >>> grids = [Grid(id=f"G{i}", neighbourhood="N1", members=[f"B{i}"]) for i in range(3)]
        >>> compounds_split(GridPlan(neighbourhood=place, grids=grids))
        Splits(extra=2, touched=('east',))
    """
    need_plan(plan)
    held: dict[str, set[str]] = {}
    for building in plan.neighbourhood.buildings:
        if building.compound is not None:
            held.setdefault(building.compound, set()).add(plan.homes[building.id])
    return Splits(
        extra=sum(len(grids) - 1 for grids in held.values()),
        touched=tuple(sorted(compound for compound, grids in held.items() if len(grids) > 1)),
    )
