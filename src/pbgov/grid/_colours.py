"""Colours for the grids of a plan: as few as the palette has, and neighbours differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pbgov.grid._plan import GridPlan


COLOURS: Final = 8
_NEAR: Final = 60_000  # millimetres: closer than about this, two grids look like neighbours
_AROUND: Final = tuple(product((-1, 0, 1), repeat=2))


def colours(plan: GridPlan) -> dict[str, int]:
    """Number a colour for each grid, from 0 up, so that neighbours differ.

    Grids with most neighbours choose first; each takes the colour that the fewest grids beside it have, then the
    fewest close to it, then the fewest of all. Two grids side by side never share a colour while no grid has as
    many neighbours as there are colours.
    """
    beside, close = _beside(plan), _close(plan)
    chosen: dict[str, int] = {}
    for grid in sorted(plan.grids, key=lambda grid: (-len(beside[grid]), -len(close[grid]), grid)):
        taken = Counter(chosen[other] for other in beside[grid] if other in chosen)
        seen = Counter(chosen[other] for other in close[grid] if other in chosen)
        used = Counter(chosen.values())
        chosen[grid] = min(range(COLOURS), key=lambda c: (taken[c], seen[c], used[c], c))
    return chosen


def _beside(plan: GridPlan) -> Mapping[str, dict[str, None]]:
    """Which grids are side by side: one can walk from a building of one to a building of the other."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for a, b in plan.neighbourhood.edges:
        _join(found, plan.homes[a], plan.homes[b])
    return found


def _close(plan: GridPlan) -> Mapping[str, dict[str, None]]:
    """Which grids lie close on the map, whether or not one can walk between them."""
    cells: defaultdict[tuple[int, int], dict[str, None]] = defaultdict(dict)
    for building in plan.neighbourhood.buildings:
        at = building.at
        if at is not None:
            cells[at[0] // _NEAR, at[1] // _NEAR][plan.homes[building.id]] = None
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for (x, y), grids in cells.items():
        for dx, dy in _AROUND:
            for one, other in product(grids, cells.get((x + dx, y + dy), ())):
                _join(found, one, other)
    return found


def _join(found: defaultdict[str, dict[str, None]], one: str, other: str) -> None:
    if one != other:
        found[one][other] = found[other][one] = None
