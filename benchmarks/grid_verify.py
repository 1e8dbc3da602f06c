"""What a plan is worth, by code that shares nothing with the library: whether it is one, its cut, its splits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid import Neighbourhood

Grids = list[list[int]]


@dataclass(frozen=True, kw_only=True)
class Worth:
    """What is to be said of some grids of a neighbourhood.

    Attributes:
        sound: Whether every building is in exactly one grid, and every grid hangs together and is within bounds.
        grids: How many there are.
        within: How many of them hang together and are within bounds.
        cut: Edges between grids.
        splits: For each compound the grids it is spread over but one, added up.
        torn: Grids that do not hang together.
        outside: Grids outside the bounds.
        lost: Buildings in no grid, and repeats of buildings in several.
    """

    sound: bool
    grids: int
    within: int
    cut: int
    splits: int
    torn: int
    outside: int
    lost: int


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A neighbourhood in bare lists, by place of the building; so it travels to workers and peers.

    Attributes:
        name: Its identifier.
        households: Households of each building.
        compounds: Compound of each building, or ``None``.
        points: Position of each building, in millimetres.
        edges: Pairs of buildings side by side.
    """

    name: str
    households: list[int]
    compounds: list[str | None]
    points: list[tuple[int, int]]
    edges: list[tuple[int, int]]

    @classmethod
    def of(cls, place: Neighbourhood) -> Facts:
        """Take down a neighbourhood."""
        number = {building.id: i for i, building in enumerate(place.buildings)}
        return cls(
            name=place.id,
            households=[building.households for building in place.buildings],
            compounds=[building.compound for building in place.buildings],
            points=[building.at or (0, 0) for building in place.buildings],
            edges=[(number[one], number[other]) for one, other in place.edges],
        )

    def links(self) -> list[list[int]]:
        """Give the buildings next to each building."""
        near: list[list[int]] = [[] for _ in self.households]
        for one, other in self.edges:
            near[one].append(other)
            near[other].append(one)
        return near


def worth(facts: Facts, grids: Sequence[Sequence[int]], bounds: tuple[int, int], *, alone: bool = False) -> Worth:
    """Judge some grids.

    Args:
        facts: The neighbourhood they divide.
        grids: The buildings of each grid.
        bounds: Fewest and most households of a grid.
        alone: Whether a building above the ceiling may stand alone.
    """
    near = facts.links()
    grid_of = [-1] * len(near)
    repeats = torn = outside = within = 0
    for number, grid in enumerate(grids):
        for building in grid:
            repeats += grid_of[building] >= 0
            grid_of[building] = number
        total = sum(facts.households[building] for building in grid)
        fits = bounds[0] <= total <= bounds[1] or (alone and len(grid) == 1 and total > bounds[1])
        together = _together(near, grid)
        torn += not together
        outside += not fits
        within += together and fits
    spread = {(compound, grid_of[b]) for b, compound in enumerate(facts.compounds) if compound is not None}
    lost = grid_of.count(-1) + repeats
    return Worth(
        sound=not (torn or outside or lost),
        grids=len(grids),
        within=within,
        cut=sum(grid_of[one] != grid_of[other] for one, other in facts.edges),
        splits=len(spread) - len({compound for compound, _ in spread}),
        torn=torn,
        outside=outside,
        lost=lost,
    )


def _together(near: Sequence[Sequence[int]], grid: Sequence[int]) -> bool:
    """Tell whether a grid has a building and can be walked through without leaving it."""
    left = set(grid)
    walk = [left.pop()] if left else []
    for building in walk:
        for other in near[building]:
            if other in left:
                left.remove(other)
                walk.append(other)
    return bool(walk) and not left
