"""A map of many buildings: what can still be seen when each has but a few pixels, and no more.

Each grid is a thick line along the ways between its buildings, so that the paper shows as a border where two grids
meet. Whatever is done for each building or each way is left to the interpreter's own loops.
"""

from __future__ import annotations

from itertools import chain, compress
from operator import add, eq
from typing import TYPE_CHECKING, Final

import attrs

from pbgov.grid._colours import earlier, numbered, owners, sides
from pbgov.grid._shapes import Point, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pbgov.grid._places import Building
    from pbgov.grid._plan import GridPlan

_UNITS: Final = 1_000  # on the longer side
_MOST: Final = 9_000  # ways that are drawn; of more, one to a building
_AXES: Final = 2  # numbers in a spot


@attrs.frozen
class Afar:
    """A plan from afar.

    Attributes:
        sheet: What it is drawn on.
        spots: Where each building stands, as words of a path; empty where that is unknown.
        ways: The ways within grids, as words of a path; a building that none leads to is a dot.
        owners: The place of its grid for each of these.
        near: By grid, the earlier ones beside it.
        numbers: By grid, the number of its colour.
        unplaced: How many buildings have no position.
        touching: Nothing: what lies beside what is not looked at.
    """

    sheet: Sheet
    spots: list[str]
    ways: list[str]
    owners: list[int]
    near: list[list[int]]
    numbers: list[int]
    unplaced: int
    touching: tuple[list[int], ...] = ()

    def spot(self, building: int) -> Point | None:
        """Give the place of a building on the sheet, where it is known."""
        words = self.spots[building].split()
        return (int(words[0]), int(words[1])) if words else None


def afar(plan: GridPlan) -> Afar | None:
    """Look at a plan from afar; ``None`` when no building of it has a position."""
    place = plan.neighbourhood
    spread = _spread(place.buildings)
    if spread is None:
        return None
    sheet, spots = spread
    owner = owners(plan)
    starts, ends = sides(plan, owner)
    within = list(map(eq, starts, ends))
    joined = list(chain.from_iterable(compress(place.edges, within)))
    at = dict(zip(place.positions, spots, strict=True))
    stops = list(map(at.__getitem__, joined))
    ways, held = list(map(add, stops[::2], stops[1::2])), list(compress(starts, within))
    if len(ways) > _MOST:  # each building on the way from the last of those before it
        kept = sorted(dict(zip(joined[1::2], range(len(ways)), strict=True)).values())
        ways, held = [ways[n] for n in kept], [held[n] for n in kept]
    unplaced = spots.count("")
    if unplaced:
        drawn = [way.count(" ") == 2 * _AXES for way in ways]
        ways, held = list(compress(ways, drawn)), list(compress(held, drawn))
    for lone in sorted(owner.keys() - set(joined)):
        if at[lone]:
            ways.append(f"{at[lone]}h0")
            held.append(owner[lone])
    near = earlier(starts, ends, len(plan.grids))
    return Afar(sheet, spots, ways, held, near, numbered(near), unplaced)


def _spread(buildings: Sequence[Building]) -> tuple[Sheet, list[str]] | None:
    """Spread buildings over a sheet; ``None`` when none has a position."""
    xs: Sequence[int | None] = [building.x for building in buildings]
    ys: Sequence[int | None] = [building.y for building in buildings]
    if None in xs:
        stood = [_stand(building) for building in buildings]
        xs, ys = [x for x, _ in stood], [y for _, y in stood]
    placed, high = [x for x in xs if x is not None], [y for y in ys if y is not None]
    if not placed:
        return None
    sheet = Sheet.over(min(placed), min(high), max(placed), max(high), _UNITS)
    west, top, unit = sheet.west, sheet.north, sheet.unit
    words = [f" {n}" for n in range(max(sheet.width, sheet.height) + 1)]
    if len(placed) == len(xs):
        return sheet, [words[(x - west) // unit] + words[(top - y) // unit] for x, y in zip(placed, high, strict=True)]
    return sheet, [
        "" if x is None or y is None else words[(x - west) // unit] + words[(top - y) // unit]
        for x, y in zip(xs, ys, strict=True)
    ]


def _stand(building: Building) -> tuple[int | None, int | None]:
    """Give about where a building stands: what is a pixel or two has no middle to measure."""
    if building.x is not None or not building.outline:
        return building.x, building.y
    (x, y), (u, v) = building.outline[0], building.outline[len(building.outline) // 2]
    return (x + u) // 2, (y + v) // 2
