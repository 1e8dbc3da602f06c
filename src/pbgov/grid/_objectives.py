"""Objectives: what makes one plan better than another. Each adds up over the grids; less is better."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isqrt
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pbgov.grid._world import World

Objective: TypeAlias = Literal["grids", "splits", "change", "cut", "compactness", "balance", "walk"]
Price: TypeAlias = Callable[["World", Sequence[int], int, int], int]

_METRE: Final = 1_000


def _grids(_world: World, _places: Sequence[int], _low: int, _high: int) -> int:
    return 1


def _splits(world: World, places: Sequence[int], _low: int, _high: int) -> int:
    """Compounds a grid holds part of; over a plan that is the number of compounds and of extra pieces."""
    return len({world.compounds[place] for place in places} - {-1})


def kept(world: World, places: Sequence[int]) -> dict[int, int]:
    """Count the buildings of a grid by the grid they lie in by the plan in force."""
    found: dict[int, int] = {}
    for place in places:
        home = world.homes[place]
        if home >= 0:
            found[home] = found.get(home, 0) + 1
    return found


def _change(world: World, places: Sequence[int], _low: int, _high: int) -> int:
    """Buildings that leave their grid, if the new one carries on the old one it keeps most of."""
    found = kept(world, places)
    return sum(found.values()) - max(found.values(), default=0)


def _cut(world: World, places: Sequence[int], _low: int, _high: int) -> int:
    """Edges that leave a grid; over a plan each border edge counts twice."""
    inside = frozenset(places)
    links = world.links
    return sum([near not in inside for place in places for near in links[place]])


def _compactness(world: World, places: Sequence[int], _low: int, _high: int) -> int:
    """Squared distances of the buildings from their middle, in square metres."""
    spots = [spot for place in places if (spot := world.spots[place]) is not None]
    if not spots:
        return 0
    n = len(spots)
    east, north = sum([x for x, _ in spots]), sum([y for _, y in spots])
    squares = sum([x * x + y * y for x, y in spots])
    return (squares - (east * east + north * north) // n) // _METRE**2


def _balance(world: World, places: Sequence[int], low: int, high: int) -> int:
    """How far a grid is from the middle of the band: twice the households, squared."""
    return (2 * world.total(places) - low - high) ** 2


def _walk(world: World, places: Sequence[int], _low: int, _high: int) -> int:
    """Metres of the shortest net of straight ways that joins all buildings (Prim 1957)."""
    left = [spot for place in places if (spot := world.spots[place]) is not None]
    if not left:
        return 0
    x, y = left.pop()
    reach = [isqrt((x - a) ** 2 + (y - b) ** 2) for a, b in left]
    length = 0
    while left:
        least = reach.index(min(reach))
        length += reach.pop(least)
        x, y = left.pop(least)
        reach = [min(old, isqrt((x - a) ** 2 + (y - b) ** 2)) for old, (a, b) in zip(reach, left, strict=True)]
    return length // _METRE


PRICES: Final[Mapping[str, Price]] = MappingProxyType(
    {
        "grids": _grids,
        "splits": _splits,
        "change": _change,
        "cut": _cut,
        "compactness": _compactness,
        "balance": _balance,
        "walk": _walk,
    }
)


def prices(world: World, objectives: Sequence[str], places: Sequence[int], low: int, high: int) -> list[int]:
    """Give what one grid adds to each objective."""
    return [PRICES[name](world, places, low, high) for name in objectives]
