"""A map of buildings that can be told from each other: outlines, the areas of grids, compounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._colours import earlier, numbered
from pbgov.grid._places import mean
from pbgov.grid._shapes import Extent, Point, Sheet, corners, extent_of, square, steps
from pbgov.grid._territory import Cells, Raster

if TYPE_CHECKING:
    from pbgov.grid._places import Building
    from pbgov.grid._plan import GridPlan

_UNITS: Final = 4_000  # on the longer side of the sheet, so that one can look four times closer
_CORNERS: Final = 12_000  # of all outlines; where there are more, squares stand for the buildings
_TRIED: Final = 24  # places for a label


@attrs.frozen
class Closely:
    """A plan from close by; what is listed is listed by building or by grid, in turn.

    Attributes:
        extent: The edges of what it was drawn for.
        sheet: What it is drawn on.
        spots: Where each building stands; ``None`` where that is unknown.
        near: By grid, the earlier ones that one can walk to.
        touching: By grid, the earlier ones whose area lies beside its own.
        numbers: The number of the colour of each grid.
        areas: The path around the area of each grid.
        ways: The path along the ways within each grid.
        houses: The path around the buildings of each grid that have households.
        empty: The path around the buildings without households.
        compounds: The path around each compound of several buildings.
        anchors: Where the name of each grid may stand, the best place first.
        unplaced: How many buildings have no position.
        raster: Cells over the sheet.
        cells: Those of the area of each grid.
    """

    extent: Extent
    sheet: Sheet
    spots: list[Point | None]
    near: list[list[int]]
    touching: list[list[int]]
    numbers: list[int]
    areas: list[str]
    ways: list[str]
    houses: list[str]
    empty: str
    compounds: list[str]
    anchors: list[list[Point]]
    unplaced: int
    raster: Raster
    cells: list[Cells]

    def hatching(self, grid: int) -> str:
        """Give the lines across the area of a grid."""
        return self.raster.hatching(self.cells[grid])


def closely(plan: GridPlan, extent: Extent | None = None) -> Closely | None:
    """Look at a plan from close by; ``None`` when no building of it has a position.

    Args:
        plan: The plan.
        extent: The edges of what is drawn, where that is more than the plan itself.
    """
    place = plan.neighbourhood
    shapes = _shapes(place.buildings)
    points = [corner for shape in shapes for corner in shape]
    if not points:
        return None
    extent = extent or extent_of(points)
    sheet = _sheet(extent)
    raster = Raster.over(sheet)
    drawn = [[sheet.at(corner) for corner in shape] for shape in shapes]
    spots = [None if spot is None else sheet.at(spot) for spot in place.spots]
    owner = plan.grid_places
    held: list[list[int]] = [[] for _ in range(len(plan.grids))]
    compounds: dict[str, list[int]] = {}
    for n, building in enumerate(place.buildings):
        if drawn[n]:
            held[owner[n]].append(n)
            if building.compound is not None:
                compounds.setdefault(building.compound, []).append(n)
    covered = [raster.covered(shape) if shape else (0, 0) for shape in drawn]
    cells = raster.apart([raster.union([covered[n] for n in part]) for part in held])
    starts, ends = place.edge_places
    near = earlier([owner[n] for n in starts], [owner[n] for n in ends], len(held))
    touching = raster.touching(cells)
    vacant = [not building.households for building in place.buildings]
    return Closely(
        extent=extent,
        sheet=sheet,
        spots=spots,
        near=near,
        touching=touching,
        numbers=numbered(near, touching),
        areas=[raster.outline(area) for area in cells],
        ways=_ways(zip(starts, ends, strict=True), owner, spots, len(held)),
        houses=["".join(f"{steps(drawn[n])}z" for n in part if not vacant[n]) for part in held],
        empty="".join(f"{steps(shape)}z" for shape, void in zip(drawn, vacant, strict=True) if void and shape),
        compounds=[
            raster.outline(raster.around(raster.union([covered[n] for n in part])), holes=False)
            for _, part in sorted(compounds.items())
            if len(part) > 1
        ],
        anchors=[_anchors([spot for n in part if (spot := spots[n])]) for part in held],
        unplaced=sum(not shape for shape in drawn),
        raster=raster,
        cells=cells,
    )


def _shapes(buildings: Sequence[Building]) -> list[Sequence[Point]]:
    """Give the outlines of buildings; squares for all of them where the outlines have too many corners."""
    shapes: list[Sequence[Point]] = [corners(building) for building in buildings]
    if sum(map(len, shapes)) <= _CORNERS:
        return shapes
    return [() if building.at is None else square(building.at) for building in buildings]


def _sheet(extent: Extent) -> Sheet:
    west, south, east, north = extent
    return Sheet.over(extent, _UNITS, Raster.margin(max(east - west, north - south)))


def _ways(ways: Iterable[tuple[int, int]], owner: Sequence[int], spots: Sequence[Point | None], n: int) -> list[str]:
    """Give the path along the ways within each of ``n`` grids."""
    found = [""] * n
    for start, end in ways:
        here, there = spots[start], spots[end]
        if owner[start] == owner[end] and here and there:
            found[owner[start]] += steps((here, there))
    return found


def _anchors(spots: Sequence[Point]) -> list[Point]:
    """Order the places of buildings by how near they are to their middle."""
    if not spots:
        return []
    x, y = mean(spots)
    return sorted(spots, key=lambda spot: ((spot[0] - x) ** 2 + (spot[1] - y) ** 2, spot))[:_TRIED]
